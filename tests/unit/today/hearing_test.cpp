// SPDX-License-Identifier: MIT
#include "today/hearing.h"

#include <gtest/gtest.h>

#include "store/change.h"
#include "store/coach_record.h"
#include "support/a_desk.h"
#include "today/routine_source.h"
#include "today/todays_session.h"
#include "today/unfinished.h"

namespace hipflow::today {
namespace {

using support::ADesk;

constexpr const char* exercise = "figure-4-seated";  // with nothing easier below it

std::string routine_text(std::string_view more = "") {
    return "format = 1\nname = \"Mine\"\nsummary = \"Mine.\"\nlevel = 1\n" + std::string(more) +
           "[[step]]\nexercise = \"" + exercise + "\"\n";
}

Prescription todays(ADesk& desk, const SessionWishes& wishes = {}) {
    return prescription_for(*desk, find_routine(desk->library(), "mine"), {}, wishes);
}

std::optional<Guidance> level(ADesk& desk, std::optional<GuidanceWish> wish = {}) {
    SessionWishes wishes;
    wishes.guidance = wish;
    return todays(desk, wishes).steps.at(0).work.guidance;
}

/// A timed session on that day of November with a set of the exercise.
void practise(ADesk& desk, int day, Source source = Source::timed) {
    const std::string id = "s" + std::to_string(day);
    const std::string on = "2026-11-" + std::string(day < 10 ? "0" : "") + std::to_string(day);
    Session done = support::session(id, on + "T07:00:00Z");
    done.source = source;
    PerformedSet set;
    set.id = "p" + id;
    set.session_id = id;
    set.step = 1;
    set.planned_exercise = set.exercise = exercise;
    set.planned = set.actual = std::chrono::seconds(30);
    set.status = SetStatus::done;
    desk.put(done, set);
}

TEST(GuidanceOfASession, FollowsTheHistoryOfTheExercise) {
    ADesk desk;
    desk.write_config("routines/mine.toml", routine_text());
    desk.anew();
    EXPECT_EQ(level(desk), Guidance::full);
    for (const int day : {20, 21}) practise(desk, day);
    for (const int day : {17, 18}) practise(desk, day, Source::reported);
    EXPECT_EQ(level(desk), Guidance::full);
    practise(desk, 22);
    EXPECT_EQ(level(desk), Guidance::brief);
    desk.anew("2026-12-19T12:00:00Z");
    EXPECT_EQ(level(desk), Guidance::brief);  // 27 days
    desk.anew("2026-12-20T12:00:00Z");
    EXPECT_EQ(level(desk), Guidance::full);
}

TEST(GuidanceOfASession, IsThatOfTheCommandLineElseTheRoutinesElseTheSettings) {
    ADesk desk;
    desk.write_config("routines/mine.toml", routine_text());
    desk.write_config("config.toml", "format = 1\n[session]\nguidance = \"counts\"\n");
    desk.anew();
    EXPECT_EQ(level(desk), Guidance::counts);
    EXPECT_EQ(level(desk, GuidanceWish::by_practice), Guidance::full);
    desk.write_config("routines/mine.toml", routine_text("guidance = \"brief\"\n"));
    desk.anew();
    EXPECT_EQ(level(desk), Guidance::brief);
    EXPECT_EQ(level(desk, GuidanceWish::full), Guidance::full);
    EXPECT_EQ(level(desk, GuidanceWish::off), Guidance::off);
}

TEST(GuidanceOfASession, SaysTheSafetySentenceInTheFirstThreeSessions) {
    ADesk desk;
    desk.write_config("routines/mine.toml", routine_text());
    desk.anew();
    EXPECT_TRUE(todays(desk).safety);
    for (const int day : {20, 21}) practise(desk, day);
    EXPECT_TRUE(todays(desk).safety);
    practise(desk, 22);
    EXPECT_FALSE(todays(desk).safety);
}

TEST(GuidanceOfASession, IsKnownAgainInASessionThatIsTakenUp) {
    ADesk desk;
    desk.write_config("routines/mine.toml", routine_text());
    desk.anew();
    for (const int day : {18, 19, 20, 21}) practise(desk, day);
    const TodaysSession begun = todays_session(*desk, find_routine(desk->library(), "mine"), {});
    ASSERT_TRUE(begun.prescription);
    store::Change change;
    change.now = support::stamp("2026-11-24T11:00:00Z").at;
    Session going = support::session("g1", "2026-11-24T11:00:00Z");
    going.status = SessionStatus::in_progress;
    going.ended_at.reset();
    going.prescription_hash = store::remember(*begun.prescription, change);
    store::set_coach_record(going, begun.record);
    change.put.emplace_back(going);
    change.checkpoint = Checkpoint{"g1", 1, 1, Side::left, {}, Millis{0}, change.now};
    desk->store().commit(change);
    practise(desk, 22);  // brought in meanwhile from elsewhere
    const auto found = find_unfinished(*desk->history());
    ASSERT_TRUE(found);
    EXPECT_EQ(found->prescription.steps.at(0).work.times, 4);
    EXPECT_EQ(found->prescription.steps.at(0).work.guidance, Guidance::brief);
    EXPECT_FALSE(found->prescription.safety);
}

TEST(Hearing, IsAsConfigured) {
    ADesk desk;
    desk.write_config("routines/mine.toml", routine_text());
    desk.write_config("config.toml",
                      "format = 1\n[session]\nrate = 200\nchanges = 1.5\ntones = false\n"
                      "tempo_words = false\n");
    desk.anew();
    const session::Hearing hearing = hearing_for(*desk, todays(desk));
    EXPECT_TRUE(hearing.voice);
    EXPECT_FALSE(hearing.tones);
    EXPECT_FALSE(hearing.tempo_words);
    EXPECT_EQ(hearing.changes, 1.5);
    EXPECT_EQ(hearing.length("Lie on your back.", "en"), spoken_length("Lie on your back.", 200));
    ASSERT_TRUE(hearing.phrases);
    EXPECT_EQ(hearing.phrases->language(), "en");
    EXPECT_FALSE(sounds_as_usual(desk->settings()));
    EXPECT_TRUE(sounds_as_usual(Settings{}));
}

TEST(Hearing, IsTonesAloneWhereNothingIsToBeSaid) {
    ADesk desk;
    desk.write_config("routines/mine.toml", routine_text());
    desk.anew();
    SessionWishes wishes;
    wishes.guidance = GuidanceWish::off;
    const Prescription session = todays(desk, wishes);
    EXPECT_FALSE(hearing_for(*desk, session).voice);
    EXPECT_TRUE(hearing_for(*desk, session).tones);
    EXPECT_TRUE(hearing_for(*desk, todays(desk)).voice);
    EXPECT_FALSE(hearing_for(*desk, todays(desk), {.voice = false}).voice);
}

TEST(Hearing, IsInTheLanguageOfTheRoutineElseOfTheSettings) {
    Settings settings;
    Routine routine;
    EXPECT_EQ(language_for(settings, routine), "en");
    settings.language = "de-at";
    EXPECT_EQ(language_for(settings, routine), "de");
    routine.language = "en";
    EXPECT_EQ(language_for(settings, routine), "en");
}

TEST(TotalOnceKnown, IsShorterThanWithEverythingExplained) {
    ADesk desk;
    const RoutineToday routine =
        routine_today(*desk, find_routine(desk->library(), "hip-rotation"));
    ASSERT_TRUE(routine.total_once_known);
    EXPECT_LT(*routine.total_once_known, routine.timeline.total);
    const Prescription known =
        prescription_of(desk->library(), {}, find_routine(desk->library(), "hip-rotation"), {});
    EXPECT_FALSE(total_once_known(known, hearing_for(*desk, known)));
}

// What is said changes neither the work nor its order.
TEST(TotalOnceKnown, HoldsTheSameWork) {
    ADesk desk;
    const catalog::RoutineFile source = find_routine(desk->library(), "hip-rotation");
    std::optional<Millis> work;
    for (const auto wish :
         {GuidanceWish::full, GuidanceWish::brief, GuidanceWish::counts, GuidanceWish::off}) {
        SessionWishes wishes;
        wishes.guidance = wish;
        const Prescription session = prescription_for(*desk, source, {}, wishes);
        const auto timeline = timeline_of(source, session, hearing_for(*desk, session));
        EXPECT_EQ(work.value_or(timeline.work), timeline.work) << word(wish);
        work = timeline.work;
    }
}

}  // namespace
}  // namespace hipflow::today
