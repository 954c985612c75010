// SPDX-License-Identifier: MIT
#include "report/session_text.h"

#include <gtest/gtest.h>

#include "golden.h"
#include "support/a_desk.h"
#include "support/sessions.h"

namespace hipflow::report {
namespace {

using namespace std::chrono_literals;

Style style(int columns) { return {.colour = false, .unicode = true, .columns = columns}; }

/// A session that was broken off for pain, with its closing rest.
today::SessionRecord broken_off() {
    today::SessionRecord record;
    record.session =
        support::session("0198c0de-0000-7000-8000-000000000001", "2026-11-24T12:00:00Z");
    record.session.routine = "five-minute-minimum";
    record.session.status = SessionStatus::partial;
    record.session.reason = StopReason::pain;
    record.prescription = support::session_of({support::holds("bridge", 30s)});
    record.prescription->closing = support::holds("rest-90-90", 60s).work;
    record.prescription->closing->exercise.name = "Legs-up rest";
    PerformedSet set;
    set.step = 2;
    set.exercise = "rest-90-90";
    set.planned = 60s;
    set.actual = 60s;
    set.status = SetStatus::done;
    record.sets = {set};
    record.session.note = "It was the first cold morning, and the hips were as stiff as a board.";
    return record;
}

TEST(SessionDetails, NameTheClosingRest) {
    const std::string text = session_details(broken_off(), style(80));
    EXPECT_NE(text.find("Legs-up rest"), std::string::npos) << text;
    EXPECT_EQ(text.find("rest-90-90"), std::string::npos) << text;
}

TEST(SessionDetails, FitIntoANarrowTerminal) {
    golden::expect_fits(session_details(broken_off(), style(40)), 40);
}

TEST(SessionDetails, KeepTheirSetsInColumnsWhereTheyFit) {
    const std::string wide = session_details(broken_off(), style(80));
    const std::string narrow = session_details(broken_off(), style(40));
    EXPECT_NE(wide.find("  set 1  "), std::string::npos) << wide;
    EXPECT_EQ(narrow.find("  set 1"), std::string::npos) << narrow;
    EXPECT_NE(narrow.find(", set 1\n   "), std::string::npos) << narrow;
}

TEST(SessionTable, FitsWhateverItSays) {
    Session longest = broken_off().session;
    longest.reason = StopReason::tired;
    longest.active = 100min;
    const std::string text = session_table({{longest}}, style(80));
    EXPECT_NE(text.find("done"), std::string::npos) << text;
    golden::expect_fits(text, 80);
    golden::expect_fits(session_table({{longest}}, style(40)), 40);
}

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
