// SPDX-License-Identifier: MIT
#include "report/session_text.h"

#include <gtest/gtest.h>

namespace hipflow::report {
namespace {

using namespace std::chrono_literals;

TEST(RehearsalText, IsALineForEachEventAndTheTotal) {
    session::Timeline timeline;
    timeline.total = 1min + 5s;
    timeline.work = 40s;
    EXPECT_EQ(rehearsal_text({{0ms, "1/1/L", "name", "Bridge, left side."},
                              {1min + 5s + 500ms, "", "finished", ""}},
                             timeline),
              "00:00.000  1/1/L                   name      Bridge, left side.\n"
              "01:05.500                          finished\n"
              "1 min 5 s, of which 40 s is work\n");
}

}  // namespace
}  // namespace hipflow::report
