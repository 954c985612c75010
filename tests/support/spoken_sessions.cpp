// SPDX-License-Identifier: MIT
#include "support/spoken_sessions.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <utility>

#include "support/english.h"

namespace hipflow::support {

using namespace std::chrono_literals;

session::Hearing one_second_each() {
    session::Hearing hearing;
    hearing.length = [](std::string_view text, std::string_view /*language*/) {
        return text.empty() ? 0ms : 1000ms;
    };
    hearing.phrases = english();
    return hearing;
}

session::Hearing estimated(int rate) {
    session::Hearing hearing;
    hearing.length = estimated_lengths(rate);
    hearing.phrases = english();
    return hearing;
}

PrescribedStep bridge(Guidance level) {
    PrescribedStep step;
    step.planned_exercise = "bridge";
    Work& work = step.work;
    work.exercise.id = "bridge";
    work.exercise.name = "Bridge";
    work.exercise.say = "bridge";
    work.exercise.start = {{"Lie on your back.", {}}, {"Set your feet wide.", {}}};
    work.exercise.brief = "On your back, feet close.";
    work.exercise.phases = {{"Lift your hips.", "up", 2s, {}},
                            {"Stay up.", "hold", 2s, {}},
                            {"Come down.", "down", 3s, {}}};
    work.exercise.cues = {"Push down.", "Ribs low.", "Knees apart."};
    work.reps = 6;
    work.pace = 7s;
    work.guidance = level;
    step.gap = 20s;
    return step;
}

PrescribedStep figure_four(Guidance level, Millis hold) {
    PrescribedStep step;
    step.planned_exercise = "figure-four";
    Work& work = step.work;
    work.exercise.id = "figure-four";
    work.exercise.name = "Lying figure four";
    work.exercise.say = "figure four";
    work.exercise.sides = Sides::each;
    work.exercise.start = {{"Lie on your back.", {}},
                           {"{Side} ankle on your {other} thigh, above the knee.", {}}};
    work.exercise.brief = "{Side} ankle on your {other} thigh.";
    work.exercise.instructions = {{"Let your {side} knee move away.", {}}};
    work.exercise.cues = {"Breathe out.", "Not in your knee.", "Back heavy.", "Toes up."};
    work.exercise.finish = {"Put your {side} foot down."};
    work.sides = Sides::each;
    work.hold = hold;
    work.guidance = level;
    step.gap = 15s;
    return step;
}

Prescription spoken_session(std::vector<PrescribedStep> steps) {
    Prescription session;
    session.routine = "test";
    session.name = "Test";
    session.steps = std::move(steps);
    return session;
}

namespace {

std::vector<std::string> lines_between(const session::Script& script, std::size_t first,
                                       std::size_t last) {
    std::vector<std::string> lines;
    const auto starts = script.timeline.starts();
    for (const session::Cue& cue : script.cues) {
        if (cue.segment < first || cue.segment >= last) continue;
        const Millis at = starts[cue.segment] + cue.at - starts[first];
        std::string line =
            fmt::format("{:g} {}", static_cast<double>(at.count()) / 1000, word(cue.kind));
        if (!cue.text.empty()) line += fmt::format(" '{}'", cue.text);
        lines.push_back(std::move(line));
    }
    return lines;
}

}  // namespace

std::vector<std::string> lines_before(const session::Script& script, std::size_t set) {
    const session::PlannedSet& planned = script.timeline.sets.at(set);
    return lines_between(script, planned.lead_in, planned.first);
}

std::vector<std::string> lines_within(const session::Script& script, std::size_t set) {
    const session::PlannedSet& planned = script.timeline.sets.at(set);
    return lines_between(script, planned.first, planned.last);
}

Performance begun_aloud(std::vector<PrescribedStep> steps, AskPeak ask) {
    Performance session(spoken_session(std::move(steps)), ask, estimated());
    session.resume();
    return session;
}

Performance aloud_in_a_hold(Millis into) {
    Performance session = begun_aloud({figure_four(Guidance::brief)});
    session.wait_into("one");
    session.wait(session.left() + into);
    EXPECT_EQ(session.place(), "1/1/L/1");
    return session;
}

std::vector<std::string> words_within(Performance& session, Millis time) {
    const Millis from = session.now.time;
    session.wait(time);
    return session.words_since(from);
}

}  // namespace hipflow::support
