// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "support/in_process.h"

namespace hipflow::commands {
namespace {

// log, session, stats, measure, report, undo and export, as they are called.

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

TEST(LogCommand, RecordsPainAndTheMorning) {
    InProcess program;
    const Ran pain = program.run("log pain 3");
    EXPECT_EQ(pain.code, 0) << pain.err;
    EXPECT_EQ(pain.out, "Recorded: pain on 2026-11-24 12:00. 'hipflow undo' takes it back.\n");
    EXPECT_EQ(program.run("log morning low-back=2 thigh:left=1 --soreness").code, 0);
    EXPECT_EQ(program.run("log pain 11").code, 2);
    EXPECT_EQ(program.run("log pain").code, 2);
    EXPECT_EQ(program.run("log pain low-back=1 --site thigh").code, 2);
}

TEST(LogCommand, AnswersSeverePain) {
    InProcess program;
    EXPECT_GT(program.run("log pain 9").out.size(), program.run("log pain 8").out.size());
}

TEST(LogCommand, RecordsASessionAsReported) {
    InProcess program;
    const Ran ran =
        program.run("log session --routine desk-reset --at 'yesterday 19:30' --done 80%");
    EXPECT_EQ(ran.code, 0) << ran.err;
    EXPECT_TRUE(has(ran.out, "desk-reset, 2026-11-23 19:30, as reported")) << ran.out;
    EXPECT_TRUE(has(program.run("log session --routine desk-reset --exercise plank").err,
                    "--exercise: 'plank' is not in this routine"));
    EXPECT_EQ(program.run("log session --took soon").code, 2);
    EXPECT_EQ(program.run("log session --took 0s").code, 2);
    EXPECT_TRUE(has(program.run("log session --took 100h").err,
                    "--took: '100h' is not a duration of at most 24 hours"));
    EXPECT_TRUE(has(program.run("log session --done 101%").err,
                    "--done: '101%' is not a share from 1 to 100 %"));
    EXPECT_TRUE(has(program.run("log morning 2 --for soon").err,
                    "--for: 'soon' is not a date such as 2026-11-22"));
    EXPECT_TRUE(has(program.run("stats --last 4").err, "--last: '4' is not a span of one or more"));
    EXPECT_TRUE(has(program.run("log session --hurt none=7").err, "--hurt: 'none=7' is not none"));
    EXPECT_TRUE(has(program.run("log pain 3 --at 2027-01-01").err, "--at: '2027-01-01' is in"));
    EXPECT_TRUE(has(program.run("log pain foot=3 foot=4").err, "'foot' has two scores"));
    EXPECT_TRUE(has(program.run("measure function --drop x").err, "--drop: 'x' is not one of"));
    EXPECT_TRUE(has(program.run("measure function --score x=4").err, "--score: 'x' is not"));
    EXPECT_TRUE(has(program.run("schedule set mon --from yesterday").err, "--from: "));
    EXPECT_TRUE(has(program.run("stats --since 1969-01-01").err, "Is the year right?"));
    EXPECT_EQ(program.run("log session --done 50% --exercise clamshell").code, 2);
}

TEST(SessionCommand, ShowsCorrectsAndRemoves) {
    InProcess program;
    EXPECT_EQ(program.run("session list").code, 1);
    EXPECT_EQ(program.run("session show").code, 1);
    program.run("log session --routine desk-reset --pain-before 4");
    EXPECT_TRUE(has(program.run("session list").out, "desk-reset"));
    EXPECT_EQ(program.run("session amend last --effort hard").code, 0);
    EXPECT_TRUE(has(program.run("session amend last --effort hard").out, "says that already"));
    EXPECT_TRUE(has(program.run("session amend last --effort hard --clear effort").err,
                    "--effort and --clear effort contradict each other"));
    const Ran json = program.run("session show last --history --json");
    EXPECT_TRUE(json.out.starts_with("{\n  \"schema\": 1,\n  \"session\": {")) << json.out;
    EXPECT_TRUE(has(json.out, "\"effort\": \"hard\""));
    EXPECT_TRUE(has(json.out, "\"recorded_at\": \"2026-11-24T12:00:00."));
    EXPECT_EQ(program.run("session remove last").code, 0);
    EXPECT_EQ(program.run("session show").code, 1);
    EXPECT_EQ(program.run("undo").code, 0);
    EXPECT_EQ(program.run("session show").code, 0);
}

TEST(StatsCommand, SaysThatThereIsNothingYet) {
    InProcess program;
    for (const char* view : {"stats", "stats sessions", "stats pain", "stats exercises",
                             "stats week", "stats range", "stats function"}) {
        const Ran text = program.run(view);
        EXPECT_EQ(text.code, 1) << view;
        EXPECT_FALSE(text.out.empty()) << view;
        const Ran csv = program.run(std::string(view) + " --csv");
        EXPECT_EQ(csv.code, 1) << view;
        EXPECT_EQ(csv.out.find("\r\n") + 2, csv.out.size()) << "a header alone: " << csv.out;
        EXPECT_TRUE(program.run(std::string(view) + " --json").out.starts_with("{")) << view;
    }
    EXPECT_EQ(program.run("report --out -").code, 1);
}

TEST(StatsCommand, ShowsWhatWasRecordedInEveryView) {
    InProcess program;
    program.run("log session --routine desk-reset --pain-before 4 --pain-after 3");
    program.run("measure range --left-internal 32,33,31");
    program.run("measure function --add stand --score stand=4");
    for (const char* view : {"stats", "stats sessions", "stats pain", "stats week", "stats range",
                             "stats function", "stats --last 4w pain"}) {
        EXPECT_EQ(program.run(view).code, 0) << view;
    }
    EXPECT_TRUE(has(program.run("stats").out, "Range"));
    EXPECT_TRUE(has(program.run("stats --json").out, "\"plans\": []"));
    EXPECT_EQ(program.run("stats --until 2026-11-20 pain").code, 1);
    EXPECT_EQ(program.run("stats --json --csv").code, 2);
    EXPECT_EQ(program.run("stats range --routine desk-reset").code, 2);
    EXPECT_TRUE(has(program.run("stats --routine nothing").err, "--routine"));
    EXPECT_TRUE(program.run("report --out -").out.starts_with("<!DOCTYPE html>"));
}

TEST(MeasureCommand, RecordsReadingsAndAnswers) {
    InProcess program;
    const Ran range = program.run("measure range --left-internal 30,46 --pain 5");
    EXPECT_EQ(range.code, 0) << range.err;
    EXPECT_TRUE(has(range.err, "At a pain of 4 or more")) << range.err;
    EXPECT_TRUE(has(range.err, "16 degrees apart")) << range.err;
    program.set_now("2026-12-04T12:00:00Z");
    EXPECT_TRUE(
        has(program.run("measure range --left-internal 31").err, "less than three weeks old"));
    EXPECT_EQ(program.run("measure range").code, 2);
    EXPECT_EQ(program.run("measure range --pain 3").code, 2);
    EXPECT_EQ(program.run("measure range --left-internal 99").code, 2);
    EXPECT_EQ(program.run("measure function").code, 2);
    EXPECT_EQ(program.run("measure function --score 1=4").code, 2);
    EXPECT_TRUE(program.run("measure function --add stand --json").out.starts_with("{"));
}

TEST(ReportCommand, DoesNotWriteOverAFile) {
    InProcess program;
    program.run("log pain 3");
    const std::string out = (program.home() / "report.html").string();
    EXPECT_EQ(program.run("report --out " + out).out, out + "\n");
    EXPECT_EQ(program.run("report --out " + out).code, 2);
    EXPECT_EQ(program.run("report --force --out " + out).code, 0);
}

TEST(UndoCommand, TakesBackAndDoesAgain) {
    InProcess program;
    EXPECT_EQ(program.run("undo").code, 1);
    program.run("log pain 3");
    program.run("log pain 4");
    const Ran undone = program.run("undo 5");
    EXPECT_EQ(undone.code, 0);
    EXPECT_TRUE(undone.out.ends_with("Taken back. 'hipflow redo' does it again.\n"));
    EXPECT_EQ(program.run("undo").code, 1);
    EXPECT_EQ(program.run("redo 2").code, 0);
    EXPECT_EQ(program.run("undo 0").code, 2);
}

TEST(ExportCommand, WritesACalendarOfASchedule) {
    InProcess program;
    EXPECT_EQ(program.run("export ics").code, 1);
    program.run("schedule set mon,wed --at 07:30");
    EXPECT_TRUE(program.run("export ics").out.starts_with("BEGIN:VCALENDAR\r\n"));
}

}  // namespace
}  // namespace hipflow::commands
