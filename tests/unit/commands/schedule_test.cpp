// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <string_view>

#include "platform/environment.h"
#include "store/change.h"
#include "support/a_desk.h"
#include "support/in_process.h"
#include "today/desk.h"

namespace hipflow::commands {
namespace {

/// What the command prints, in one line. It is Tuesday, 2026-11-24.
std::string said(InProcess& program, std::string_view line) {
    std::string text = program.run(line).out;
    for (auto& c : text) {
        if (c == '\n') c = ' ';
    }
    return text;
}

void expect_has(const std::string& text, std::string_view part) {
    EXPECT_NE(text.find(part), std::string::npos) << text;
}

void expect_lacks(const std::string& text, std::string_view part) {
    EXPECT_EQ(text.find(part), std::string::npos) << text;
}

TEST(ScheduleSet, TellsWhatItRemovedThatCouldNotBeRead) {
    InProcess program;
    today::Desk desk(platform::Environment({{"HOME", program.home().string()},
                                            {"HIPFLOW_NOW", "2026-11-24T12:00:00Z"}}),
                     {});
    store::Change change;
    change.now = desk.clock().wall();
    change.put.emplace_back(
        ScheduleVersion{"v1", support::day("2026-12-01"), "whenever", ScheduleSource::own});
    desk.store().commit(change);
    expect_has(said(program, "schedule set daily"),
               "Schedule from 2026-11-24 on: daily. 1 later rule that could not be read was "
               "removed. 'hipflow undo' takes it back.");
    expect_lacks(said(program, "schedule set mon"), "removed");
}

TEST(ScheduleAdd, TellsWhatWasSetForLater) {
    InProcess program;
    program.run("schedule add desk-reset daily");
    program.run("schedule add desk-reset mon --from 2026-12-07");
    expect_has(said(program, "schedule add desk-reset daily"),
               "Unchanged: desk-reset: daily, since 2026-11-24. From 2026-12-07 on: mon, as was "
               "set before. ");
    expect_has(said(program, "schedule add desk-reset tue"),
               "Plan of desk-reset from 2026-11-24 on: tue. From 2026-12-07 on: mon, as was set "
               "before. 'hipflow undo' takes it back.");
    expect_has(said(program, "schedule add desk-reset mon --from 2026-12-10"),
               "Unchanged: desk-reset: mon, from 2026-12-07 on. ");
}

TEST(ScheduleSet, TellsWhatWasSetForLater) {
    InProcess program;
    program.run("schedule set daily");
    program.run("schedule set mon --from 2026-12-07");
    expect_has(said(program, "schedule set daily"),
               "Unchanged: daily, since 2026-11-24. From 2026-12-07 on: mon, as was set before.");
}

TEST(ScheduleAdd, SaysThatThereIsNothingToEnd) {
    InProcess program;
    program.run("schedule set daily");
    const Ran ran = program.run("schedule add desk-reset none");
    EXPECT_EQ(ran.out, "Nothing is planned of desk-reset.\n");
    EXPECT_EQ(ran.code, 1);
    EXPECT_EQ(program.run("schedule show desk-reset").code, 1);
}

TEST(ScheduleAdd, SaysFromWhenTheRoutineNoLongerKeepsTheOtherPlan) {
    InProcess program;
    program.write_config("config.toml", "format = 1\nroutine = \"desk-reset\"\n");
    program.run("schedule set daily");
    expect_has(said(program, "schedule add desk-reset mon --from 2026-12-07"),
               "On the days of its own plan, from 2026-12-07 on, desk-reset does not keep");
    expect_lacks(said(program, "schedule add desk-reset tue --from 2026-12-07"), "does not keep");
    expect_has(said(program, "schedule add desk-reset tue"),
               "beside it. On the days of its own plan desk-reset does not keep that one.");
}

constexpr std::string_view session = "log session --routine desk-reset --at 09:00 --took 3m";

TEST(ScheduleRemove, LeavesThePlanADayThatWasKept) {
    InProcess program;
    program.run("schedule add desk-reset daily --at 09:00");
    ASSERT_EQ(program.run(session).code, 0);
    expect_has(said(program, "schedule remove desk-reset"), "ends with today");
    expect_has(said(program, "schedule show desk-reset"), "1 of 1");
    const Ran again = program.run("schedule remove desk-reset");
    EXPECT_NE(again.code, 0);
    EXPECT_NE(again.err.find("ends with today already"), std::string::npos) << again.err;
    program.set_now("2026-11-25T12:00:00Z");
    EXPECT_EQ(program.run("schedule show desk-reset").code, 1);
}

TEST(ScheduleRemove, EndsThePlanAtOnceWhereNothingKeptIt) {
    InProcess program;
    program.run("schedule add desk-reset daily --at 09:00");
    expect_has(said(program, "schedule remove desk-reset"), "has ended");
    EXPECT_EQ(program.run("schedule show desk-reset").code, 1);
}

TEST(ScheduleAdd, OfNoneLeavesThePlanADayThatWasKept) {
    InProcess program;
    program.run("schedule add desk-reset daily --at 09:00");
    program.run(session);
    expect_has(said(program, "schedule add desk-reset none"),
               "from 2026-11-25 on: none. A session of today has kept it, so it ends with today.");
}

TEST(ScheduleSet, OfNoneLeavesThePlanADayThatWasKept) {
    InProcess program;
    program.set_now("2026-11-23T12:00:00Z");
    program.run("schedule set 3 per week");
    program.set_now("2026-11-24T12:00:00Z");
    ASSERT_EQ(program.run("log session --routine hip-rotation --at 09:00 --took 10m").code, 0);
    expect_has(said(program, "schedule set none"), "Schedule from 2026-11-25 on: none.");
    expect_has(said(program, "schedule set none"), "Unchanged: none, from 2026-11-25 on.");
}

TEST(ScheduleShow, TellsWhatIsWrongWithAPlan) {
    InProcess program;
    program.write_config("routines/mine.toml",
                         "format = 1\nname = \"Mine\"\nsummary = \"One.\"\n"
                         "level = 1\n[[step]]\nexercise = \"glute-bridge\"\n");
    ASSERT_EQ(program.run("schedule add mine daily").code, 0);
    expect_lacks(said(program, "schedule show"), "Trouble");
    std::filesystem::remove(program.home() / ".config/hipflow/routines/mine.toml");
    expect_has(said(program, "schedule show"),
               "Trouble   mine is planned, but there is no such routine any more;");
    EXPECT_NE(program.run("schedule show --json").err.find("hipflow schedule remove mine"),
              std::string::npos);
    expect_has(said(program, "doctor"), "there is no such routine any more");
    EXPECT_EQ(program.run("schedule remove mine").code, 0);
    expect_lacks(said(program, "doctor"), "there is no such routine any more");
}

}  // namespace
}  // namespace hipflow::commands
