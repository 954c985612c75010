// SPDX-License-Identifier: MIT
// What a person is told in full once, and in a line from then on.
#include "today/told.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "coach/prescribe_words.h"
#include "store/change.h"
#include "store/coach_record.h"
#include "support/a_desk.h"
#include "today/made_for.h"
#include "today/person.h"
#include "today/routine_source.h"

namespace hipflow::today {
namespace {

using support::ADesk;
using support::day;
using support::session;
using Lines = std::vector<std::string>;

ForPerson change(std::string planned, std::optional<std::string> given, std::string text,
                 std::string because = "for pregnancy") {
    return {std::move(planned), std::move(given), text, text, std::move(because)};
}

TEST(SummedUp, CountsWhatIsReplacedAndLeftOut) {
    const ForPerson replaced = change("b", "a", "A takes the place of B.");
    const ForPerson out = change("c", std::nullopt, "C is left out.");
    const ForPerson floor =
        change("e", "d", "D takes the place of E.", "because the floor is hard to get to");
    EXPECT_EQ(summed_up({}), "");
    EXPECT_EQ(summed_up({replaced}),
              "One exercise is replaced for pregnancy; 'hipflow why' has which.");
    EXPECT_EQ(summed_up({out, out}),
              "Two exercises are left out for pregnancy; 'hipflow why' has which.");
    EXPECT_EQ(summed_up({replaced, out, floor}),
              "Two exercises are replaced and one is left out for pregnancy and because the floor "
              "is hard to get to; 'hipflow why' has which.");
    EXPECT_TRUE(summed_up(std::vector(11, replaced)).starts_with("11 exercises are replaced"));
}

PrescribedStep step(std::string planned, std::string given, Lines reasons) {
    PrescribedStep one;
    one.planned_exercise = std::move(planned);
    one.work.exercise.id = std::move(given);
    one.reasons = std::move(reasons);
    return one;
}

/// A session of one step that holds another exercise, on a bed.
TodaysSession replaced() {
    TodaysSession session;
    session.prescription.emplace();
    session.prescription->steps = {step("b", "a", {"A takes the place of B."})};
    session.prescription->reasons = {std::string(coach::moved_to_bed),
                                     "With care: draw it slowly."};
    session.for_person = {change("b", "a", "A takes the place of B.")};
    session.record.reasons.emplace_back().text = "C stays.";
    session.record.reasons.emplace_back().text = "D a little more.";
    session.record.reasons.back().change = true;
    return session;
}

TEST(SentencesToTell, AreAllOfThemTheFirstTime) {
    EXPECT_EQ(sentences_to_tell(replaced(), std::nullopt),
              (Lines{"D a little more.", "A takes the place of B.",
                     std::string(coach::moved_to_bed), "With care: draw it slowly."}));
    EXPECT_EQ(sentences_to_tell(replaced(), std::nullopt), change_sentences(replaced()));
}

TEST(SentencesToTell, AreOneForThePersonOnceTheyWereTold) {
    const TodaysSession session = replaced();
    const Lines briefly{"D a little more.",
                        "One exercise is replaced for pregnancy; 'hipflow why' has which.",
                        "With care: draw it slowly."};
    EXPECT_EQ(sentences_to_tell(session, session.prescription), briefly);
    EXPECT_EQ(sentences_in_brief(session), briefly);
}

TEST(SentencesToTell, NameInFullWhatIsNew) {
    TodaysSession session = replaced();
    const auto told = session.prescription;
    session.prescription->steps.push_back(step("f", "e", {"E takes the place of F."}));
    session.for_person.push_back(change("f", "e", "E takes the place of F."));
    const Lines lines = sentences_to_tell(session, told);
    EXPECT_EQ(lines[1], "E takes the place of F.");
    EXPECT_EQ(lines[2], "Two exercises are replaced for pregnancy; 'hipflow why' has which.");
}

TEST(SentencesToTell, NameTheExerciseOfTheRoutine) {
    TodaysSession session = replaced();
    session.for_person.front().text = "A takes the place of what the routine has.";
    const Lines lines = sentences_to_tell(session, std::nullopt);
    EXPECT_EQ(lines[1], "A takes the place of what the routine has.");
    EXPECT_EQ(std::ranges::count(lines, "A takes the place of B."), 0);
}

TEST(SentencesToTell, AreOnlyTheChangesWhereNothingIsLeft) {
    TodaysSession session = replaced();
    session.prescription.reset();
    EXPECT_EQ(sentences_in_brief(session), Lines{"D a little more."});
}

void names(ADesk& desk, const char* restriction, PreferenceRule rule = PreferenceRule::has) {
    static int number = 0;
    desk.put(Preference{"p" + std::to_string(++number), PreferenceSubject::restriction, restriction,
                        rule, desk->now().at + std::chrono::seconds(number)});
}

TodaysSession todays(ADesk& desk, const char* routine) {
    coach::Today today;
    today.person = person_of(*desk);
    return todays_session(*desk, find_routine(desk->library(), routine), today);
}

/// Keeps today's session of a routine as it would be begun.
void keep(ADesk& desk, const char* id, std::string_view at, const char* routine) {
    store::Change change;
    change.now = support::stamp(at).at;
    Session kept = session(id, at);
    kept.routine = routine;
    kept.prescription_hash = store::remember(*todays(desk, routine).prescription, change);
    change.put.emplace_back(kept);
    desk->store().commit(change);
}

TEST(ForPerson, NamesWhatTheRoutinePlans) {
    ADesk desk;
    EXPECT_TRUE(todays(desk, "hip-rotation").for_person.empty());
    names(desk, "pregnancy");
    const TodaysSession session = todays(desk, "hip-rotation");
    ASSERT_GT(session.for_person.size(), 2U);
    for (const auto& one : session.for_person) {
        EXPECT_EQ(one.because, "for pregnancy");
        const std::string planned = desk->library().exercise(one.planned).name;
        const std::string beginning =
            one.given ? desk->library().exercise(*one.given).name + " takes the place of " + planned
                      : planned + " is left out";
        EXPECT_TRUE(one.text.starts_with(beginning)) << one.text;
    }
    EXPECT_EQ(sentences_in_brief(session).size(), 1U);
}

TEST(ForPerson, IsNothingThatIsLeftOutToSaveTime) {
    ADesk desk;
    names(desk, "pregnancy");
    coach::Today today;
    today.person = person_of(*desk);
    SessionWishes wishes;
    wishes.no_longer = std::chrono::minutes(8);
    const TodaysSession session =
        todays_session(*desk, find_routine(desk->library(), "hip-rotation"), today, wishes);
    for (const auto& one : session.for_person) {
        const auto& steps = session.prescription->steps;
        EXPECT_TRUE(std::ranges::find(steps, one.planned, &PrescribedStep::planned_exercise) !=
                    steps.end())
            << one.text;
    }
}

TEST(ToldBefore, HoldsForTheRoutineAndTheRestrictionsItWasToldWith) {
    ADesk desk;
    names(desk, "pregnancy");
    const auto told = [&](const char* routine) {
        return told_before(desk->history(), *todays(desk, routine).prescription);
    };
    EXPECT_FALSE(told_before(nullptr, *todays(desk, "hip-rotation").prescription));
    EXPECT_FALSE(told("hip-rotation"));
    keep(desk, "s1", "2026-11-20T07:00:00Z", "hip-rotation");
    EXPECT_TRUE(told("hip-rotation"));
    EXPECT_FALSE(told("gentle-day"));
    desk.put(session("s2", "2026-11-21T07:00:00Z"));  // entered later: nothing was said before it
    EXPECT_TRUE(told("hip-rotation"));
    names(desk, "no-floor");
    EXPECT_FALSE(told("hip-rotation"));
}

TEST(KnowsRestrictions, AfterASessionThatWasSetForThem) {
    ADesk desk;
    names(desk, "pregnancy");
    EXPECT_FALSE(knows_restrictions(nullptr, {"pregnancy"}));
    EXPECT_FALSE(knows_restrictions(desk->history(), {"pregnancy"}));
    keep(desk, "s1", "2026-11-20T07:00:00Z", "gentle-day");
    EXPECT_TRUE(knows_restrictions(desk->history(), {"pregnancy"}));
    EXPECT_FALSE(knows_restrictions(desk->history(), {"pregnancy", "no-floor"}));
}

TEST(ToldThisWeek, AreTheWordsOfASessionSinceItsFirstDay) {
    ADesk desk;
    const auto begun = [&](const char* id, std::string_view at, const char* gate) {
        coach::CoachRecord record;
        record.gate = gate;
        Session one = session(id, at);
        store::set_coach_record(one, record);
        desk.put(one);
    };
    const auto is_told = [&](const char* words) {
        return is_told_this_week(desk->store(), words, day("2026-11-24"), std::chrono::Monday);
    };
    begun("s1", "2026-11-22T07:00:00Z", "Pain now is 5, your usual.");  // a Sunday
    EXPECT_FALSE(is_told("Pain now is 5, your usual."));
    begun("s2", "2026-11-23T07:00:00Z", "Pain now is 5, your usual.");
    desk.put(session("s3", "2026-11-24T07:00:00Z"));
    EXPECT_TRUE(is_told("Pain now is 5, your usual."));
    EXPECT_FALSE(is_told("Pain now is 6, close to your usual of 5."));
}

TEST(RoutineMadeFor, IsNamedUnlessItIsTheOne) {
    ADesk desk;
    EXPECT_FALSE(routine_made_for(*desk, {}, "hip-rotation"));
    EXPECT_FALSE(routine_made_for(*desk, {"osteoporosis"}, "hip-rotation"));
    for (const auto& [restriction, routine] :
         {std::pair("pregnancy", "expecting"), std::pair("no-floor", "on-the-bed"),
          std::pair("balance", "steady-feet")}) {
        ADesk theirs;
        names(theirs, restriction);
        EXPECT_EQ(routine_made_for(*theirs, {restriction}, "hip-rotation"),
                  std::string("There is a routine for this: 'hipflow start ") + routine + "'.");
        EXPECT_FALSE(routine_made_for(*theirs, {restriction}, routine));
    }
}

TEST(RoutineMadeFor, HoldsEnoughForAllThatIsNamed) {
    ADesk desk;
    names(desk, "lying-flat");
    names(desk, "no-floor");
    EXPECT_EQ(routine_made_for(*desk, {"lying-flat", "no-floor"}, "hip-rotation"),
              "There is a routine for this: 'hipflow start chair-session'.");
}

}  // namespace
}  // namespace hipflow::today
