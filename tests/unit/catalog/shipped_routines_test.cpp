// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>

#include "catalog/library.h"
#include "coach/prescribe.h"
#include "session/score_check.h"

namespace hipflow::catalog {
namespace {

using namespace std::chrono_literals;

Prescription prescribed(const Library& library, const std::string& id, Gate gate = Gate::none) {
    const Routine& routine = library.routine(id);
    const coach::ExerciseLookup lookup = [&](const std::string& name) -> const Exercise& {
        return library.exercise_of(routine, name);
    };
    return coach::prescribe(routine, lookup, {gate, std::nullopt});
}

bool is_up(Position position) {
    return position == Position::chair || position == Position::standing;
}

/// A session of one level for everything, as estimated at a rate.
std::shared_ptr<const session::Script> spoken_at(const Library& library, Prescription session,
                                                 Guidance level, int rate = usual_rate) {
    session.safety = level == Guidance::full;
    for (auto& step : session.steps) step.work.guidance = level;
    session::Hearing hearing;
    hearing.length = estimated_lengths(rate);
    hearing.phrases = library.phrases(session.language);
    return session::make_script(std::move(session), AskPeak::at_the_end, std::move(hearing));
}

// The time of each routine in seconds, for somebody who knows its exercises.
TEST(ShippedRoutines, TakeAsLongAsTheirTableSays) {
    const Library library("");
    const std::map<std::string, double> table = {
        {"hip-rotation", 700},        {"hip-rotation-gentle", 530}, {"hip-rotation-strong", 828},
        {"gentle-day", 537},          {"desk-reset", 240},          {"piriformis-stretch", 675},
        {"low-back-relief", 693},     {"balance-rotation", 624},    {"morning-loosen", 358},
        {"five-minute-minimum", 253}, {"flare-up-day", 389},        {"rom-check", 62},
        {"chair-session", 474},       {"counter-strength", 504},    {"expecting", 526},
        {"hip-strength", 669},        {"on-the-bed", 485},          {"steady-feet", 477},
        {"turn-and-open", 539},       {"walk-and-turn", 592},
    };
    for (const auto& entry : library.routines()) {
        ASSERT_TRUE(table.contains(entry.id)) << entry.id;
        const auto script = spoken_at(library, prescribed(library, entry.id), Guidance::brief);
        const double seconds = static_cast<double>(script->timeline.total.count()) / 1000;
        EXPECT_NEAR(seconds, table.at(entry.id), table.at(entry.id) / 20) << entry.id;
    }
    EXPECT_EQ(library.routines().size(), table.size());
}

TEST(ShippedRoutines, HoldTheFiveMinutesOfTheirNameAtTheTopOfTheirBands) {
    const Library library("");
    const Routine& routine = library.routine("five-minute-minimum");
    coach::Today top;
    for (const auto& step : routine.steps) {
        top.standings[step.exercise] = {step.exercise, 1000, false, false};
    }
    const auto lookup = [&](const std::string& name) -> const Exercise& {
        return library.exercise_of(routine, name);
    };
    const auto script = spoken_at(library, coach::prescribe(routine, lookup, top), Guidance::brief);
    EXPECT_LE(script->timeline.total, 5min);
}

TEST(ShippedRoutines, LieDownOnceAndGetUpOnce) {
    const Library library("");
    for (const auto& entry : library.routines()) {
        bool has_lain = false;
        bool left_lying = false;
        bool got_up = false;
        for (const auto& step : library.routine(entry.id).steps) {
            const Position position = library.exercise(step.exercise).position;
            const bool lying = is_lying(position);
            EXPECT_FALSE(lying && left_lying) << entry.id << ": " << step.exercise;
            EXPECT_FALSE(!is_up(position) && got_up) << entry.id << ": " << step.exercise;
            has_lain = has_lain || lying;
            left_lying = left_lying || (has_lain && !lying);
            got_up = got_up || is_up(position);
        }
    }
}

TEST(ShippedRoutines, NameNoExerciseTwice) {
    const Library library("");
    for (const auto& entry : library.routines()) {
        std::set<std::string> seen;
        for (const auto& step : library.routine(entry.id).steps) {
            EXPECT_TRUE(seen.insert(step.exercise).second) << entry.id << ": " << step.exercise;
        }
    }
}

TEST(ShippedRoutines, CountUnlessTheyAreABreakOrATest) {
    const Library library("");
    for (const auto& entry : library.routines()) {
        const bool apart = entry.id == "desk-reset" || entry.id == "rom-check";
        EXPECT_EQ(library.routine(entry.id).counts, !apart) << entry.id;
    }
}

TEST(ShippedRoutines, GiveBothSidesTheSame) {
    const Library library("");
    for (const auto& entry : library.routines()) {
        for (const Gate gate : {Gate::none, Gate::gentle}) {
            const auto script =
                spoken_at(library, prescribed(library, entry.id, gate), Guidance::brief);
            const session::Timeline& timeline = script->timeline;
            std::map<int, std::map<Side, Millis>> work;  // by step
            for (const auto& segment : timeline.segments) {
                if (session::is_work(segment.kind))
                    work[segment.key.step][segment.side] += segment.duration;
            }
            for (auto& [step, sides] : work) {
                EXPECT_EQ(sides[Side::left], sides[Side::right]) << entry.id << ", step " << step;
            }
        }
    }
}

/// The prescription of a routine in a language, with either side first.
Prescription prescribed_in(const Library& library, const std::string& id,
                           const std::string& language, Side first) {
    Prescription session = prescribed(library, id);
    session.language = language;
    for (auto& step : session.steps) step.first = first;
    return session;
}

void expect_no_fault(const session::Script& script, const std::string& what) {
    const std::vector<std::string> none;
    EXPECT_EQ(session::faults_of(script), none) << what;
    for (const int most : {0, 150, 400}) {
        const auto dropped = session::dropped_when_late(script, [&](std::size_t block) {
            return Millis((block * 7'919) % static_cast<std::size_t>(most + 1));
        });
        EXPECT_EQ(dropped, none) << what;
    }
}

/// Every routine in every language, at every level, on either side first, for every rate at which
/// anybody listens, with players that start late: nothing that must be said is missing, cut or
/// dropped.
TEST(ShippedRoutines, AreSpokenWithoutFault) {
    for (const std::string language : {"en", "de"}) {
        const Library library("");
        library.speak(language);
        for (const auto& entry : library.routines()) {
            for (const Side first : {Side::left, Side::right}) {
                const Prescription session = prescribed_in(library, entry.id, language, first);
                for (const Guidance level : {Guidance::full, Guidance::brief, Guidance::counts}) {
                    for (const int rate : {140, 160, 180, 200, 220}) {
                        expect_no_fault(*spoken_at(library, session, level, rate),
                                        entry.id + ' ' + std::string(word(level)) + ' ' + language);
                    }
                }
            }
        }
    }
}

TEST(ShippedRoutines, AreGermanThroughoutInGerman) {
    const Library library("");
    library.speak("de");
    for (const auto& entry : library.routines()) {
        const auto script =
            spoken_at(library, prescribed_in(library, entry.id, "de", Side::left), Guidance::full);
        for (const session::Cue& cue : script->cues) {
            EXPECT_TRUE(cue.text.empty() || cue.language == "de") << entry.id << ": " << cue.text;
        }
    }
}

}  // namespace
}  // namespace hipflow::catalog
