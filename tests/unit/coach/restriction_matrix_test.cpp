// SPDX-License-Identifier: MIT
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "catalog/library.h"
#include "catalog/restriction_table.h"
#include "coach/allowed.h"
#include "coach/prescribe.h"
#include "session/timeline.h"
#include "support/spoken_sessions.h"
#include "unit/report/golden.h"

namespace hipflow::coach {
namespace {

using Ids = std::set<std::string>;

const catalog::Library& library() {
    static const catalog::Library shipped("");
    return shipped;
}

Person person_with(const std::string& restriction) {
    const RestrictionTable& table = catalog::shipped_restrictions();
    Person person;
    person.risk_words = table.risk_words;
    const Restriction* found = table.find(restriction);
    if (found != nullptr) person.restrictions.push_back(*found);
    return person;
}

/// A routine as this person would be given it on a good day; nothing if nothing of it is left.
std::optional<Prescription> given(const std::string& routine, const Person& person,
                                  Gate gate = Gate::none) {
    const ExerciseLookup lookup = [](const std::string& id) -> const Exercise& {
        return library().exercise(id);
    };
    Today today;
    today.gate = gate;
    today.person = person;
    today.closing = library().exercise("rest-90-90");
    for (const auto& entry : library().exercises()) today.others.push_back(entry.id);
    try {
        return prescribe(library().routine(routine), lookup, today);
    } catch (const NothingLeft&) {
        return std::nullopt;
    }
}

/// Every exercise that somebody may be led to: the session's, its easier ones, what closes it.
std::vector<Exercise> all_of(const Prescription& session) {
    std::vector<Exercise> all;
    for (const auto& step : session.steps) {
        all.push_back(step.work.exercise);
        for (const auto& easier : step.easier) all.push_back(easier.exercise);
    }
    if (session.closing) all.push_back(session.closing->exercise);
    return all;
}

/// Every exercise that a person with this restriction may be led to, in any routine.
Ids reachable(const std::string& restriction) {
    Ids ids;
    for (const auto& entry : library().routines()) {
        for (const Gate gate : {Gate::none, Gate::gentle}) {
            const auto session = given(entry.id, person_with(restriction), gate);
            if (!session) continue;
            for (const auto& exercise : all_of(*session)) ids.insert(exercise.id);
        }
    }
    return ids;
}

void expect_none_of(const std::string& restriction, const Ids& ids) {
    const Ids given = reachable(restriction);
    for (const auto& id : ids) EXPECT_FALSE(given.contains(id)) << restriction << ": " << id;
}

// ---- The table that a person reads

std::string tag_words(const Exercise& exercise, const Person& person) {
    const auto found = against(exercise, person);
    return found ? found->tag : "in the session already";
}

std::string minutes_words(const Prescription& session) {
    const session::Timeline timeline =
        session::compile(session, AskPeak::at_the_end, support::estimated());
    return fmt::format("{} ({} of work)", clock_face(timeline.total), clock_face(timeline.work));
}

std::string routine_lines(const std::string& id, const Person& person) {
    const auto whole = given(id, {});
    const auto session = given(id, person);
    if (!whole) return id + ": nothing for anybody\n";
    if (session && session->steps.size() == whole->steps.size() && session->reasons.empty() &&
        std::ranges::none_of(session->steps, [](const auto& s) { return !s.reasons.empty(); })) {
        return fmt::format("  {}: as it is, {}\n", id, minutes_words(*session));
    }
    std::string text = fmt::format("  {}: {} -> {}\n", id, minutes_words(*whole),
                                   session ? minutes_words(*session) : "nothing is left");
    for (const auto& step : library().routine(id).steps) {
        const Exercise& planned = library().exercise(step.exercise);
        const std::string tag = tag_words(planned, person);
        const auto* got = session ? &*session : nullptr;
        const auto found = got == nullptr ? std::vector<PrescribedStep>::const_iterator{}
                                          : std::ranges::find(got->steps, planned.id,
                                                              &PrescribedStep::planned_exercise);
        if (got == nullptr || found == got->steps.end()) {
            text += fmt::format("    out  {} [{}]\n", planned.name, tag);
        } else if (found->work.exercise.id != planned.id) {
            const Exercise& instead = found->work.exercise;
            text += fmt::format("    for  {} [{}]: {}{}\n", planned.name, tag, instead.name,
                                instead.on == Surface::bed ? ", on the bed" : "");
        } else {
            const bool on_bed = found->work.exercise.on == Surface::bed;
            text += fmt::format("    kept {}{}\n", planned.name, on_bed ? ", on the bed" : "");
        }
    }
    for (const auto& reason : session ? session->reasons : std::vector<std::string>{}) {
        if (reason.find(", with ") != std::string::npos)
            text += fmt::format("    says {}\n", reason);
        if (reason.find("too little") != std::string::npos)
            text += "    says that it is too little\n";
    }
    return text;
}

// For each restriction and each routine: what stays, what goes and for which tag, what comes in its
// place, and how long it is. To be read whole whenever it changes, with the exercises beside it.
TEST(RestrictionMatrix, IsAsItWasWhenItWasLookedAt) {
    std::string text;
    for (const auto& restriction : catalog::shipped_restrictions().restrictions) {
        text += fmt::format("{}: {}\n", restriction.id, restriction.name);
        for (const auto& entry : library().routines()) {
            text += routine_lines(entry.id, person_with(restriction.id));
        }
        text += '\n';
    }
    report::golden::expect_file("restrictions", text);
}

// ---- What must never be given

TEST(RestrictionMatrix, TurnsNoStraightHipOutAfterAReplacementFromTheFront) {
    expect_none_of("hip-replacement-anterior",
                   {"prone-hip-rotation", "prone-hip-rotation-one-leg", "prone-prop",
                    "hip-cars-standing", "hip-airplane-kickstand", "hip-airplane-supported",
                    "step-tap-pivot", "hip-flexor-half-kneeling", "single-leg-bridge"});
    // Nobody knows yet from which side the other was operated on.
    for (const auto* restriction : {"hip-replacement-anterior", "hip-surgery"}) {
        for (const auto& id : reachable(restriction)) {
            EXPECT_NE(library().exercise(id).position, Position::prone) << id;
        }
    }
}

TEST(RestrictionMatrix, TakesNoThighAcrossAfterAReplacementFromBehind) {
    for (const auto* restriction : {"hip-surgery", "hip-replacement-posterior"}) {
        expect_none_of(restriction,
                       {"knee-rolls-supine", "knee-to-opposite-shoulder", "side-lying-abduction",
                        "side-plank-knee", "single-leg-bridge", "hip-airplane-kickstand"});
    }
}

bool is_on_one_leg(const Exercise& exercise) {
    return exercise.risks && std::ranges::any_of(*exercise.risks, [](const std::string& tag) {
               return tag.starts_with("single-leg");
           });
}

// Standing is left, and is what such a person trains: on both feet, with a counter to hold or a
// wall to lean on. A walk tells them itself to go along a wall, or with somebody.
TEST(RestrictionMatrix, GivesNothingOnOneLegNorWithoutAHoldToWhoMightFall) {
    expect_none_of("balance", {"hip-cars-standing", "hip-airplane-kickstand",
                               "hip-airplane-supported", "step-down-slow", "step-tap-pivot",
                               "hip-hitch", "tandem-stand", "tandem-walk", "turning-walk"});
    for (const auto& id : reachable("balance")) {
        EXPECT_FALSE(is_on_one_leg(library().exercise(id))) << id;
    }
    int standing = 0;
    for (const auto& entry : library().routines()) {
        const auto session = given(entry.id, person_with("balance"));
        ASSERT_TRUE(session) << entry.id;
        for (const auto& step : session->steps) {
            const Exercise& instead = step.work.exercise;
            const bool stands = instead.position == Position::standing && instead.id != "walk";
            if (instead.id == step.planned_exercise || !stands) continue;
            EXPECT_TRUE(std::ranges::any_of(
                instead.needs,
                [](const std::string& need) { return need == "counter" || need == "wall"; }))
                << entry.id << ": " << instead.id;
            ++standing;
        }
    }
    EXPECT_GT(standing, 0);
}

TEST(RestrictionMatrix, LoadsNoSpineThatWasOperatedOnOrBroken) {
    for (const auto* restriction : {"spine-surgery", "spine-fracture"}) {
        expect_none_of(restriction, {"side-plank-knee", "side-plank-clam", "single-leg-bridge",
                                     "side-bend-standing", "hip-lean-90-90", "knee-rolls-supine",
                                     "knee-to-chest-single", "cat-cow", "childs-pose"});
    }
}

TEST(RestrictionMatrix, BendsNothingThatSendsSymptomsDownTheLeg) {
    expect_none_of("leg-pain-bending", {"knee-to-chest-single", "hip-lean-90-90", "childs-pose",
                                        "cat-cow", "cat-cow-seated", "knee-rolls-supine"});
}

TEST(RestrictionMatrix, BringsNobodyToTheFloorWhoCannotGetUp) {
    for (const auto* restriction : {"no-floor", "vertigo"}) {
        for (const auto& entry : library().routines()) {
            const auto session = given(entry.id, person_with(restriction));
            if (!session) continue;
            for (const auto& exercise : all_of(*session)) {
                EXPECT_TRUE(is_off_floor(stance_of(exercise))) << entry.id << ": " << exercise.id;
            }
        }
    }
}

TEST(RestrictionMatrix, LeavesASessionToWhoCannotGetDownToTheFloor) {
    for (const auto& entry : library().routines()) {
        const auto whole = given(entry.id, {});
        const auto session = given(entry.id, person_with("no-floor"));
        ASSERT_TRUE(whole && session) << entry.id;
        EXPECT_FALSE(session->too_little) << entry.id;
    }
}

// A pelvis that hurts on one side, ends of the range, dizziness, a new knee.
TEST(RestrictionMatrix, KeepsFromTheNewerRestrictionsWhatTheyAreFor) {
    expect_none_of("pelvic-girdle",
                   {"step-tap", "step-down-slow", "hip-cars-standing", "single-leg-bridge",
                    "side-plank-knee", "hip-flexor-half-kneeling", "figure-4-supine"});
    expect_none_of("hypermobility", {"prone-hip-rotation", "hip-switch-90-90", "figure-4-supine",
                                     "prone-prop", "childs-pose", "hip-cars-standing"});
    expect_none_of("vertigo", {"prone-prop", "prone-hip-rotation", "step-tap", "hip-switch-90-90",
                               "hip-flexor-half-kneeling"});
    expect_none_of("knee-replacement",
                   {"cat-cow", "bird-dog", "childs-pose", "hip-flexor-half-kneeling",
                    "hip-switch-90-90", "prone-hip-rotation", "figure-4-seated"});
}

TEST(RestrictionMatrix, LeavesAChairRoutineOnTheChair) {
    for (const auto& restriction : catalog::shipped_restrictions().restrictions) {
        const auto session = given("desk-reset", person_with(restriction.id));
        if (!session) continue;
        for (const auto& exercise : all_of(*session)) {
            EXPECT_TRUE(is_off_floor(exercise.position)) << restriction.id << ": " << exercise.id;
        }
    }
}

TEST(RestrictionMatrix, SaysWhereTooLittleIsLeft) {
    Person nearly_all;
    for (const auto& entry : library().exercises()) nearly_all.avoided.insert(entry.id);
    nearly_all.avoided.erase("step-tap-pivot");
    const auto session = given("hip-rotation", nearly_all);
    ASSERT_TRUE(session && !session->reasons.empty());
    EXPECT_TRUE(session->too_little);
    EXPECT_NE(session->reasons.back().find("are left: too little for a session"), std::string::npos)
        << session->reasons.back();
    const auto most = given("hip-rotation", person_with("wrists"));
    ASSERT_TRUE(most);
    EXPECT_FALSE(most->too_little);
    // The 90/90 switch stays in, and says how to spare the wrists.
    ASSERT_EQ(most->reasons.size(), 1U);
    EXPECT_NE(most->reasons.front().find(", with sore wrists: "), std::string::npos)
        << most->reasons.front();
}

// ---- The tags against the positions

TEST(RestrictionMatrix, TagsEveryExerciseForThePositionThatItIsIn) {
    for (const auto& entry : library().exercises()) {
        const Exercise& exercise = library().exercise(entry.id);
        const auto tags = exercise.risks.value_or(std::vector<std::string>{});
        const auto has = [&](std::string_view tag) { return std::ranges::count(tags, tag) > 0; };
        const Position position = exercise.position;
        EXPECT_EQ(has("floor"), !is_off_floor(stance_of(exercise))) << entry.id;
        EXPECT_EQ(has("prone"), position == Position::prone) << entry.id;
        EXPECT_EQ(has("supine-flat"), position == Position::supine) << entry.id;
        // In a side plank on the knees the lower one carries weight, on its outer side.
        const bool kneels = position == Position::all_fours ||
                            position == Position::half_kneeling || entry.id == "side-plank-knee" ||
                            entry.id == "side-plank-clam";
        EXPECT_EQ(has("kneel"), kneels) << entry.id;
    }
}

}  // namespace
}  // namespace hipflow::coach
