// SPDX-License-Identifier: MIT
#include "platform/program.h"

#include <gtest/gtest.h>

#include <map>

namespace hipflow::platform {
namespace {

using Words = std::vector<std::string>;

Words editor_with(std::map<std::string, std::string> variables) {
    return editor(Environment(std::move(variables)));
}

TEST(Editor, IsTheOneForScreensThenTheOneForLinesThenVi) {
    EXPECT_EQ(editor_with({{"VISUAL", "code  --wait "}, {"EDITOR", "ed"}}),
              (Words{"code", "--wait"}));
    EXPECT_EQ(editor_with({{"EDITOR", "ed"}}), Words{"ed"});
    EXPECT_EQ(editor_with({}), Words{"vi"});
    EXPECT_EQ(editor_with({{"VISUAL", "  "}}), Words{"vi"});
}

}  // namespace
}  // namespace hipflow::platform
