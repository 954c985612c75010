// SPDX-License-Identifier: MIT
#include "today/todays_session.h"

#include <gtest/gtest.h>

#include <set>

#include "store/coach_record.h"
#include "support/a_desk.h"
#include "today/person.h"
#include "today/routine_source.h"

namespace hipflow::today {
namespace {

using support::ADesk;
using support::day;
using support::error_of;

std::vector<std::string> given(const TodaysSession& session) {
    std::vector<std::string> ids;
    if (!session.prescription) return ids;
    for (const auto& step : session.prescription->steps) ids.push_back(step.work.exercise.id);
    return ids;
}

TodaysSession set_for(ADesk& desk, const std::string& routine, coach::Today today = {},
                      const SessionWishes& wishes = {}) {
    return todays_session(*desk, find_routine(desk->library(), routine), std::move(today), wishes);
}

SessionWishes wishing(coach::Wishes steps, std::optional<std::chrono::minutes> no_longer = {}) {
    SessionWishes wishes;
    wishes.steps = std::move(steps);
    wishes.no_longer = no_longer;
    return wishes;
}

Millis total_of(ADesk& desk, const Prescription& session) {
    return session::compile(session, AskPeak::at_the_end, hearing_for(*desk, session)).total;
}

/// A routine of one exercise.
void write_routine(const ADesk& desk, const std::string& id, const std::string& exercise) {
    desk.write_config("routines/" + id + ".toml",
                      "format = 1\nname = \"Mine\"\nsummary = \"Mine.\"\nlevel = 1\n[[step]]\n"
                      "exercise = \"" +
                          exercise + "\"\n");
}

TEST(TodaysSession, HoldsEveryStepForANewcomer) {
    ADesk desk;
    const catalog::RoutineFile source = find_routine(desk->library(), "gentle-day");
    const TodaysSession session = set_for(desk, "gentle-day");
    ASSERT_TRUE(session.prescription);
    EXPECT_EQ(given(session).size(), source.routine.steps.size());
    EXPECT_TRUE(session.retired.empty());
    EXPECT_EQ(desk->history(), nullptr);
}

TEST(TodaysSession, LeavesOutWhatTheUserAvoids) {
    ADesk desk;
    const auto all = given(set_for(desk, "gentle-day"));
    coach::Today today;
    today.person.avoided.insert(all.front());
    const TodaysSession session = set_for(desk, "gentle-day", today);
    EXPECT_EQ(std::ranges::count(given(session), all.front()), 0);
    EXPECT_FALSE(change_sentences(session).empty());
}

TEST(TodaysSession, GivesNothingAboveTheCap) {
    ADesk desk;
    coach::Today today;
    today.cap = 1;
    const TodaysSession session = set_for(desk, "hip-rotation", today);
    ASSERT_TRUE(session.prescription);
    for (const auto& step : session.prescription->steps) EXPECT_EQ(step.work.exercise.level, 1);
}

TEST(TodaysSession, SaysWhyNothingIsLeft) {
    ADesk desk;
    write_routine(desk, "mine", "rest-90-90");
    // Nothing but the other rest would take its place.
    desk.write_config("config.toml",
                      "format = 1\n[me]\navoid = [\"rest-90-90\", \"rest-side-lying\"]\n");
    desk.anew();
    coach::Today today;
    today.person = person_of(*desk);
    const TodaysSession session = set_for(desk, "mine", today);
    EXPECT_FALSE(session.prescription);
    EXPECT_FALSE(session.nothing_left.empty());
    EXPECT_THROW(prescription_for(*desk, find_routine(desk->library(), "mine"), {}),
                 coach::NothingLeft);
}

TEST(TodaysSession, RefusesAWishForWhatTheRoutineDoesNotHave) {
    ADesk desk;
    EXPECT_NE(error_of([&] {
                  set_for(desk, "gentle-day", {}, wishing({{"figure-4-supin"}, {}}));
              }).find("figure-4-supin"),
              std::string::npos);
}

TEST(TodaysSession, FitsIntoTheTimeThatThereIs) {
    ADesk desk;
    using std::chrono::minutes;
    const catalog::RoutineFile source = find_routine(desk->library(), "hip-rotation");
    const auto whole = set_for(desk, "hip-rotation");
    const auto part = set_for(desk, "hip-rotation", {}, wishing({}, minutes(8)));
    EXPECT_GT(total_of(desk, *whole.prescription), minutes(8));
    EXPECT_LE(total_of(desk, *part.prescription), minutes(8));
    EXPECT_NE(error_of([&] {
                  set_for(desk, "hip-rotation", {}, wishing({}, minutes(1)));
              }).find("longer than"),
              std::string::npos);
}

TEST(TodaysSession, NamesThePlaceOfAnExerciseThatDoesNotExist) {
    ADesk desk;
    write_routine(desk, "mine", "figure-5");
    desk.anew();
    EXPECT_THROW(set_for(desk, "mine"), FileError);
}

TEST(ExercisesToName, AreThoseOfTheRoutineAndAllInTheirPlace) {
    ADesk desk;
    write_routine(desk, "mine", "dead-bug");
    desk.anew();
    const auto named = [&](std::optional<int> cap) {
        const auto ids = exercises_to_name(*desk, find_routine(desk->library(), "mine"), cap, {});
        return std::set(ids.begin(), ids.end());
    };
    EXPECT_EQ(named({}), (std::set<std::string>{"dead-bug", "dead-bug-legs", "dead-bug-march",
                                                "heel-slide-supine"}));
    EXPECT_EQ(named(1), (std::set<std::string>{"dead-bug", "dead-bug-march", "heel-slide-supine"}));
}

coach::ExerciseLookup lookup(ADesk& desk) {
    return
        [&desk](const std::string& id) -> const Exercise& { return desk->library().exercise(id); };
}

TEST(Knowledge, IsEmptyWithoutAHistory) {
    const coach::Knowledge knowledge = knowledge_for(nullptr, Routine{}, {}, day("2026-11-24"));
    EXPECT_TRUE(knowledge.sessions.empty());
    EXPECT_FALSE(knowledge.last);
}

/// A session whose record holds this exercise at a place of its ladder.
Session coached(std::string id, std::string_view started, const std::string& exercise, int place) {
    coach::CoachRecord record;
    coach::ExerciseState state;
    state.exercise = exercise;
    state.held = exercise;
    state.place = place;
    record.states.push_back(state);
    Session session = support::session(std::move(id), started);
    store::set_coach_record(session, record);
    return session;
}

TEST(Knowledge, HoldsTheNewestStateOfEachExerciseOnce) {
    ADesk desk;
    desk.put(coached("s1", "2026-11-20T07:00:00Z", "figure-4-supine", 1),
             coached("s2", "2026-11-22T07:00:00Z", "figure-4-supine", 2),
             coached("s3", "2026-11-23T07:00:00Z", "clamshell", 3));
    Routine routine;
    routine.steps.resize(2);
    routine.steps[0].exercise = "figure-4-supine";
    routine.steps[1].exercise = "glute-bridge";
    const coach::Knowledge knowledge =
        knowledge_for(desk->history(), routine, lookup(desk), day("2026-11-24"));
    ASSERT_EQ(knowledge.exercises.size(), 1U);
    EXPECT_EQ(knowledge.exercises.at("figure-4-supine").state.place, 2);
    ASSERT_EQ(knowledge.sessions.size(), 1U);
    EXPECT_EQ(knowledge.sessions[0].session.id, "s2");
    ASSERT_TRUE(knowledge.last);
    EXPECT_EQ(knowledge.last->day, day("2026-11-23"));
}

TEST(Knowledge, GoesOnFromWhatEarlierSessionsRecorded) {
    ADesk desk;
    Session earlier = support::session("s1", "2026-11-20T07:00:00Z");
    earlier.coach_record =
        R"({"states": [{"exercise": "single-leg-bridge", "rung": "glute-bridge", "place": 1,
            "given": "glute-bridge", "lowered": 1, "resting": 0, "stepped_up": "2026-11-10"}]})";
    desk.put(earlier);
    Routine routine;
    routine.steps.resize(1);
    routine.steps[0].exercise = "glute-bridge";
    const coach::Knowledge knowledge =
        knowledge_for(desk->history(), routine, lookup(desk), day("2026-11-24"));
    EXPECT_TRUE(knowledge.exercises.at("single-leg-bridge").state.closed);
    const coach::ExerciseState& bridge = knowledge.exercises.at("glute-bridge").state;
    EXPECT_EQ(bridge.held, "single-leg-bridge");
    EXPECT_EQ(bridge.place, 1);
    EXPECT_EQ(bridge.stepped_up, day("2026-11-10"));
}

TEST(Knowledge, HoldsWhatHurtMoreByAnAmountNotAnswered) {
    ADesk desk;
    Session hurt = coached("s1", "2026-11-20T07:00:00Z", "figure-4-supine", 1);
    auto record = *store::coach_record(hurt);
    record.unscored = {"figure-4-supine"};
    store::set_coach_record(hurt, record);
    desk.put(hurt);
    Routine routine;
    routine.steps.resize(1);
    routine.steps[0].exercise = "figure-4-supine";
    const coach::Knowledge knowledge =
        knowledge_for(desk->history(), routine, lookup(desk), day("2026-11-24"));
    ASSERT_EQ(knowledge.sessions.size(), 1U);
    EXPECT_EQ(knowledge.sessions[0].unscored, std::vector<std::string>{"figure-4-supine"});
}

TEST(Knowledge, DoesNotKnowARecordOfAnotherVersion) {
    ADesk desk;
    Session strange = coached("s1", "2026-11-20T07:00:00Z", "figure-4-supine", 1);
    strange.coach_record = R"({"states": [{"exercise": "figure-4-supine", "place": "high"}]})";
    desk.put(strange);
    Routine routine;
    routine.steps.resize(1);
    routine.steps[0].exercise = "figure-4-supine";
    const coach::Knowledge knowledge =
        knowledge_for(desk->history(), routine, lookup(desk), day("2026-11-24"));
    EXPECT_TRUE(knowledge.exercises.empty());
}

TEST(SetFigures, TakesAwayThoseOfEveryExercise) {
    ADesk desk;
    const catalog::RoutineFile source = find_routine(desk->library(), "hip-rotation");
    TodaysSession session = set_for(desk, "hip-rotation");
    ASSERT_TRUE(session.prescription && session.prescription->closing);
    Prescription& prescription = *session.prescription;
    set_figures(prescription, desk->library(), source, true);
    EXPECT_TRUE(prescription.closing->exercise.figure);
    set_figures(prescription, desk->library(), source, false);
    EXPECT_FALSE(prescription.closing->exercise.figure);
    for (const auto& step : prescription.steps) EXPECT_FALSE(step.work.exercise.figure);
}

TEST(SetFigures, PutsABedUnderWhatIsDoneOnOne) {
    ADesk desk;
    const catalog::RoutineFile source = find_routine(desk->library(), "hip-rotation");
    TodaysSession session = set_for(desk, "hip-rotation");
    ASSERT_TRUE(session.prescription);
    Exercise& first = session.prescription->steps.at(0).work.exercise;
    put_on(first, Surface::bed);
    set_figures(*session.prescription, desk->library(), source, true);
    ASSERT_TRUE(first.figure);
    EXPECT_TRUE(first.figure->scene.bed);
    EXPECT_FALSE(session.prescription->steps.at(1).work.exercise.figure.value().scene.bed);
}

TEST(Knowledge, RemembersWhatIsAllowedAgain) {
    ADesk desk;
    desk.put(Preference{"p1", PreferenceSubject::exercise, "clamshell", PreferenceRule::allow,
                        support::stamp("2026-11-20T07:00:00Z").at},
             Preference{"p2", PreferenceSubject::exercise, "glute-bridge", PreferenceRule::avoid,
                        support::stamp("2026-11-20T07:00:00Z").at});
    const coach::Knowledge knowledge =
        knowledge_for(desk->history(), Routine{}, lookup(desk), day("2026-11-24"));
    EXPECT_EQ(knowledge.allowed.size(), 1U);
    EXPECT_TRUE(knowledge.allowed.contains("clamshell"));
}

}  // namespace
}  // namespace hipflow::today
