// SPDX-License-Identifier: MIT
#include "today/reminder.h"

#include <gtest/gtest.h>

#include "catalog/bundled.h"
#include "domain/error.h"
#include "platform/lock.h"
#include "schedule/plan_days.h"
#include "support/a_desk.h"
#include "today/beginnings.h"
#include "today/plans.h"
#include "today/schedule.h"

namespace hipflow::today {
namespace {

using support::ADesk;
using support::day;

/// Every day at half past seven, UTC; it is Tuesday, 09:00.
class Reminding : public testing::Test {
   protected:
    Reminding() {
        desk.anew("2026-11-24T09:00:00Z");
        desk.put(ScheduleVersion{"v1", day("2026-11-01"), "daily at 07:30", ScheduleSource::own});
    }
    Reminder look(std::optional<int> most_times = std::nullopt) {
        desk.anew();
        return look_for_reminder(*desk, most_times).value();
    }
    schedule::DueVerdict verdict_of(schedule::DueKind kind) {
        for (const auto& item : look().items) {
            if (item.kind == kind) return item.verdict;
        }
        throw std::logic_error("no item of this kind");
    }

    ADesk desk;
};

TEST(Reminder, IsNothingWithoutASchedule) {
    ADesk desk;
    EXPECT_FALSE(look_for_reminder(*desk, std::nullopt));
    EXPECT_FALSE(std::filesystem::exists(desk.database()));
}

TEST_F(Reminding, NamesTheRoutineTheTimeAndAShorterOne) {
    const Reminder reminder = look();
    ASSERT_EQ(reminder.due.size(), 1U);
    EXPECT_EQ(reminder.due[0].name, first_routine);
    EXPECT_EQ(reminder.due[0].minutes_late, 90);
    const std::string sentence = reminder_sentence(reminder);
    EXPECT_NE(sentence.find("due since 07:30"), std::string::npos) << sentence;
    if (catalog::bundled_digests().empty()) return;  // a build without the table of lengths
    EXPECT_NE(sentence.find("Short of time: five-minute-minimum"), std::string::npos) << sentence;
}

TEST_F(Reminding, OffersNothingShorterThanTheShortest) {
    desk.write_config("config.toml", "format = 1\nroutine = \"five-minute-minimum\"\n");
    EXPECT_FALSE(look().shortest);
}

TEST_F(Reminding, KeepsSilentOnceItIsDone) {
    desk.put(support::session("s1", "2026-11-24T07:40:00Z"));
    EXPECT_EQ(verdict_of(schedule::DueKind::session), schedule::DueVerdict::done);
    EXPECT_EQ(reminder_sentence(look()), "");
}

TEST(Reminder, SaysNothingWhereTheProgramsWeekIsDone) {
    ADesk desk;
    desk.anew("2026-11-24T09:00:00Z");  // a Tuesday, the last day of that week
    desk.put(ScheduleVersion{"v1", day("2026-11-18"), "5 per week", ScheduleSource::program});
    for (const char* on : {"18", "19", "20", "21", "22"}) {
        desk.put(
            support::session(std::string("s") + on, std::string("2026-11-") + on + "T07:40:00Z"));
    }
    desk.anew();
    EXPECT_TRUE(look_for_reminder(*desk, std::nullopt).value().items.empty());
    const auto state = schedule_states(*desk, 12).at(0);
    EXPECT_EQ(state.next, day("2026-11-25"));
    EXPECT_EQ(state.adherence.pending, 0);
    EXPECT_EQ(state.adherence.kept, 5);
}

TEST_F(Reminding, IsNotSatisfiedByALittleOrByWhatDoesNotCount) {
    Session little = support::session("s1", "2026-11-24T07:40:00Z");
    little.done = std::chrono::minutes(1);
    little.status = SessionStatus::partial;
    Session apart = support::session("s2", "2026-11-24T07:50:00Z");
    apart.counts = false;
    desk.put(little, apart);
    EXPECT_EQ(verdict_of(schedule::DueKind::session), schedule::DueVerdict::due);
}

TEST_F(Reminding, WaitsForASessionThatIsGoingOnButNotForOneThatWasForgotten) {
    Session going = support::session("s1", "2026-11-24T08:50:00Z");
    going.status = SessionStatus::in_progress;
    going.ended_at.reset();
    going.done = {};
    desk.put(going);
    EXPECT_EQ(verdict_of(schedule::DueKind::session), schedule::DueVerdict::going_on);
    going.started = support::stamp("2026-11-24T04:30:00Z");
    desk.put(going);
    EXPECT_EQ(verdict_of(schedule::DueKind::session), schedule::DueVerdict::due);
}

TEST_F(Reminding, RemindsNobodyWhoHasASignToBeLookedAt) {
    desk.put(support::symptom("y1", SymptomKind::saddle, "2026-11-20T08:00:00Z"));
    EXPECT_EQ(verdict_of(schedule::DueKind::session), schedule::DueVerdict::no_session);
}

TEST_F(Reminding, RemindsNobodyInSeverePainButStillOfTheMorning) {
    desk.put(support::session("s1", "2026-11-23T19:00:00Z"),
             support::reading("r1", Moment::checkin, 9, "2026-11-24T08:00:00Z"));
    const Reminder reminder = look();
    ASSERT_EQ(reminder.due.size(), 1U);
    EXPECT_EQ(reminder.due[0].kind, schedule::DueKind::morning);
    EXPECT_EQ(reminder.due[0].name, "morning score");
    EXPECT_TRUE(reminder_sentence(reminder).starts_with("The morning score after 2026-11-23"));
    EXPECT_EQ(reminder.today.routine, "");
    EXPECT_FALSE(reminder.shortest);
}

TEST_F(Reminding, TellsTheFirstAndCountsTheOthers) {
    desk.put(support::session("s1", "2026-11-23T19:00:00Z"));
    EXPECT_TRUE(reminder_sentence(look()).ends_with(" (and 1 more: hipflow)"));
}

TEST_F(Reminding, TellsEachOnlyOnceWhereThatIsWished) {
    const Reminder first = look(1);
    ASSERT_EQ(first.due.size(), 1U);
    const std::vector<std::string> keys = {first.due[0].key};
    desk->store().remember_reminders(keys, "stdout", first.now.at);
    EXPECT_TRUE(look(1).due.empty());
    EXPECT_EQ(look().due.size(), 1U);
}

TEST_F(Reminding, TellsOnceAndRemembersBothTimeAndChannel) {
    int times = 0;
    const auto deliver = [&](const Reminder& reminder) {
        EXPECT_EQ(reminder.due.size(), 1U);
        ++times;
        return std::string("desktop");
    };
    EXPECT_TRUE(tell(*desk, 1, deliver));
    EXPECT_FALSE(tell(*desk, 1, deliver));
    EXPECT_EQ(times, 1);
    EXPECT_EQ(desk->store().reminders_sent().size(), 1U);
}

TEST_F(Reminding, ForgetsNothingThatCouldNotBeTold) {
    EXPECT_THROW(tell(*desk, 1, [](const Reminder&) -> std::string { throw Error("no output"); }),
                 Error);
    EXPECT_TRUE(desk->store().reminders_sent().empty());
    EXPECT_TRUE(tell(*desk, 1, [](const Reminder&) { return std::string("stdout"); }));
}

TEST_F(Reminding, LeavesItToAnotherProcessThatIsTelling) {
    const auto other = platform::FileLock::take(platform::reminder_lock(desk.database()));
    ASSERT_TRUE(other);
    EXPECT_FALSE(tell(*desk, 1, [](const Reminder&) -> std::string { throw Error("told"); }));
}

TEST(Reminder, IsToldToNobodyWithoutAHistory) {
    ADesk desk;
    EXPECT_FALSE(tell(*desk, 1, [](const Reminder&) -> std::string { throw Error("told"); }));
}

TEST(ScheduleForACalendar, HoldsEveryVersionAndTheUsualRoutine) {
    ADesk desk;
    EXPECT_THROW(schedule_calendar(*desk), Error);
    desk.put(ScheduleVersion{"v1", day("2026-11-01"), "mon", ScheduleSource::own},
             ScheduleVersion{"v2", day("2026-11-08"), "tue", ScheduleSource::own},
             Excuse{"x1", day("2026-11-09"), std::nullopt, std::nullopt, {}, {}});
    desk.write_config("config.toml", "format = 1\nroutine = \"nowhere\"\n");
    desk.anew();
    const ScheduleCalendar calendar = schedule_calendar(*desk);
    ASSERT_EQ(calendar.plans.size(), 1U);
    EXPECT_EQ(calendar.plans[0].versions.size(), 2U);
    EXPECT_EQ(calendar.excuses.size(), 1U);
    EXPECT_EQ(calendar.plans[0].title, "nowhere");
    EXPECT_EQ(calendar.plans[0].length, std::chrono::minutes(10));
    EXPECT_EQ(calendar.changes.times, 3);
}

TEST_F(Reminding, HoldsBackInQuietHours) {
    desk.write_config("config.toml", "format = 1\n[remind]\nquiet = [\"08:00\", \"10:00\"]\n");
    EXPECT_EQ(verdict_of(schedule::DueKind::session), schedule::DueVerdict::quiet);
}

TEST_F(Reminding, AsksInQuietHoursAtATimeThatWasNamedInThem) {
    desk.write_config("config.toml", "format = 1\n[remind]\nquiet = [\"07:00\", \"10:00\"]\n");
    EXPECT_EQ(verdict_of(schedule::DueKind::session), schedule::DueVerdict::due);
}

TEST_F(Reminding, TellsAsOftenAsIsWished) {
    const auto deliver = [](const Reminder&) { return std::string("desktop"); };
    EXPECT_TRUE(tell(*desk, 2, deliver));
    EXPECT_TRUE(look(1).due.empty());
    EXPECT_TRUE(tell(*desk, 2, deliver));
    EXPECT_FALSE(tell(*desk, 2, deliver));
}

TEST_F(Reminding, SaysThatWhatIsDueCannotStart) {
    desk.write_config("config.toml", "format = 1\nroutine = \"nowhere\"\n");
    const Reminder reminder = look();
    ASSERT_EQ(reminder.due.size(), 1U);
    EXPECT_NE(reminder.due[0].session.trouble, "");
    const std::string sentence = reminder_sentence(reminder);
    EXPECT_NE(sentence.find("but it cannot start: "), std::string::npos) << sentence;
    EXPECT_EQ(sentence.find("To start"), std::string::npos) << sentence;
}

TEST_F(Reminding, RemindsOfEachPlanByItself) {
    desk.put(ScheduleVersion{"v2", day("2026-11-01"), "daily at 08:30", ScheduleSource::own,
                             "desk-reset"});
    ASSERT_EQ(look().due.size(), 2U);
    Session desk_break = support::session("s1", "2026-11-24T08:40:00Z");
    desk_break.routine = "desk-reset";
    desk_break.counts = false;
    desk.put(desk_break);
    ASSERT_EQ(look().due.size(), 1U);
    EXPECT_EQ(look().due[0].name, first_routine);
    desk.put(support::session("s2", "2026-11-24T08:50:00Z"));
    EXPECT_TRUE(look().due.empty());
}

TEST_F(Reminding, FindsTheSlotsKeptThatThePlanFindsKept) {
    desk.put(ScheduleVersion{"v2", day("2026-11-02"), "daily at 10:00,13:00,16:00",
                             ScheduleSource::own});
    desk.put(support::session("s1", "2026-11-24T12:00:00Z"),
             support::session("s2", "2026-11-24T14:00:00Z"));
    desk.anew("2026-11-24T16:30:00Z");
    const Reminder reminder = look_for_reminder(*desk, std::nullopt).value();
    EXPECT_TRUE(reminder.due.empty());
    std::vector<std::string> done;
    for (const auto& item : reminder.items) {
        if (item.verdict == schedule::DueVerdict::done) done.push_back(item.slot);
    }
    EXPECT_EQ(done, (std::vector<std::string>{"13:00", "16:00"}));
    const Day today = day("2026-11-24");
    const store::Store& store = *desk->history();
    const auto plans = all_plans(desk->library(), store, desk->settings(), today);
    const auto work = plan_work(desk->library(), store, {.since = today, .until = today});
    for (const auto& occurrence : schedule::occurrences(
             plans.front(), schedule::days_of(plans.front(), plans, work), today, today, today)) {
        EXPECT_EQ(occurrence.status == schedule::OccurrenceStatus::kept, occurrence.slot != "10:00")
            << occurrence.slot;
    }
}

TEST_F(Reminding, RemindsOfNoSessionOnADayOfRest) {
    desk.put(support::symptom("y1", SymptomKind::gave_way, "2026-11-24T08:00:00Z"));
    EXPECT_EQ(verdict_of(schedule::DueKind::session), schedule::DueVerdict::no_session);
}

TEST_F(Reminding, NamesNoRoutineWhereNoneWouldDo) {
    std::vector<std::string> own;
    for (const auto& digest : catalog::bundled_digests()) own.emplace_back(digest.id);
    if (own.empty()) return;  // a build without the table of lengths
    for (const auto& id : own) {
        desk.put(ScheduleVersion{"v-" + id, day("2026-11-01"), "daily at 22:00",
                                 ScheduleSource::own, id});
    }
    const Reminder reminder = look();
    ASSERT_EQ(reminder.due.size(), 1U);
    EXPECT_EQ(reminder.due[0].name, "another routine");
    const std::string sentence = reminder_sentence(reminder);
    EXPECT_TRUE(sentence.ends_with("07:30. To choose: hipflow routine list")) << sentence;
}

TEST_F(Reminding, AsksForAnotherRoutineThanTheOneThatKeepsItsOwnPlan) {
    desk.put(ScheduleVersion{"v2", day("2026-11-01"), "daily at 08:30", ScheduleSource::own,
                             std::string(first_routine)});
    Session kept = support::session("s2", "2026-11-24T08:40:00Z");
    kept.routine = first_routine;
    desk.write_config("config.toml",
                      "format = 1\nroutine = \"" + std::string(first_routine) + "\"\n");
    desk.put(kept);
    const Reminder reminder = look();
    ASSERT_EQ(reminder.due.size(), 1U);
    const std::string sentence = reminder_sentence(reminder);
    EXPECT_TRUE(sentence.starts_with("A session of another routine than")) << sentence;
    EXPECT_TRUE(sentence.ends_with("To choose: hipflow routine list")) << sentence;
    EXPECT_EQ(reminder.due[0].session.trouble, "");
    if (catalog::bundled_digests().empty()) return;  // a build without the table of lengths
    EXPECT_EQ(reminder.due[0].name, "five-minute-minimum");
    EXPECT_NE(sentence.find("A short one: hipflow start five-minute-minimum."), std::string::npos);
    desk.put(ScheduleVersion{"v3", day("2026-11-01"), "daily at 22:00", ScheduleSource::own,
                             "five-minute-minimum"});
    const Reminder longer = look();
    EXPECT_NE(longer.due[0].name, "five-minute-minimum");
    EXPECT_EQ(longer.due[0].session.trouble, "");
}

TEST_F(Reminding, OffersNothingShorterThatKeepsOnlyItsOwnPlan) {
    desk.put(ScheduleVersion{"v2", day("2026-11-01"), "daily at 22:00", ScheduleSource::own,
                             "five-minute-minimum"});
    const Reminder reminder = look();
    ASSERT_EQ(reminder.due.size(), 1U);
    EXPECT_EQ(reminder_sentence(reminder).find("five-minute-minimum"), std::string::npos);
}

TEST_F(Reminding, SaysWhereNothingOfTheRoutineIsLeftForToday) {
    // A newcomer begins at level 1, and this has nothing of it.
    desk.write_config(
        "routines/strong.toml",
        "format = 1\nid = \"strong\"\nname = \"Strong\"\nsummary = \"Only a hard one.\"\n"
        "level = 3\n[[step]]\nexercise = \"hard\"\n[[exercise]]\nid = \"hard\"\n"
        "name = \"Hard\"\nlevel = 3\nposition = \"standing\"\nsides = \"both\"\n"
        "dose = { sets = 1, reps = 5 }\ndo = [\"Stand.\"]\n");
    desk.put(
        support::session("s1", "2026-11-24T07:40:00Z"),
        ScheduleVersion{"v3", day("2026-11-01"), "daily at 08:30", ScheduleSource::own, "strong"});
    const Reminder reminder = look();
    const auto strong = std::ranges::find(reminder.due, "strong", &DueNow::name);
    ASSERT_NE(strong, reminder.due.end());
    EXPECT_NE(strong->session.trouble, "");
}

TEST_F(Reminding, NamesTheRoutineToStartOfAPlanOfItsOwn) {
    desk.put(support::session("s2", "2026-11-24T07:40:00Z"),
             ScheduleVersion{"v2", day("2026-11-01"), "daily at 08:30", ScheduleSource::own,
                             "desk-reset"});
    const std::string sentence = reminder_sentence(look());
    EXPECT_TRUE(sentence.ends_with("due since 08:30. To start: hipflow start desk-reset"))
        << sentence;
    EXPECT_EQ(look().items.back().key(), "session 2026-11-24 08:30 desk-reset");
}

TEST_F(Reminding, SaysThatAProgramIsLeftAside) {
    desk.write_config("programs/steady-six.toml", "format = 1\n");
    desk.put(Enrolment{"e1", "steady-six", day("2026-11-20"), std::nullopt});
    EXPECT_TRUE(look().left_aside);
}

TEST(LengthOf, IsUnknownForARoutineThatCannotBeRead) {
    ADesk desk;
    desk.write_config("routines/mine.toml", "format = 1\n");
    desk.anew();
    EXPECT_TRUE(length_of(*desk, "hip-rotation").total);
    EXPECT_FALSE(length_of(*desk, "mine").total);
    EXPECT_FALSE(length_of(*desk, "nowhere").total);
}

}  // namespace
}  // namespace hipflow::today
