// SPDX-License-Identifier: MIT
#pragma once
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "support/english.h"
#include "support/sessions.h"
#include "terminal/scene.h"

namespace hipflow::terminal::scenes {

using namespace std::chrono_literals;
using support::Performance;

/// Without a voice gaps are as long as they are written, and words are there to be read.
inline session::Hearing silent() {
    session::Hearing hearing;
    hearing.voice = false;
    hearing.phrases = support::english();
    return hearing;
}

inline session::Hearing spoken_in(std::shared_ptr<const Phrasebook> phrases) {
    session::Hearing hearing;
    hearing.phrases = std::move(phrases);
    return hearing;
}

/// A session about to begin.
inline Performance performance_of(Prescription prescription, session::Hearing hearing = silent()) {
    return Performance(session::begin(
        session::make_script(std::move(prescription), AskPeak::at_the_end, std::move(hearing))));
}

inline PrescribedStep named(PrescribedStep step, const std::string& name) {
    Exercise& exercise = step.work.exercise;
    exercise.name = name;
    exercise.start = {
        {"On your back, knees bent, feet flat and as far apart as your hips.", std::nullopt}};
    exercise.instructions = {
        {"Rest one ankle just above the other knee.", std::nullopt},
        {"Draw the thigh of the standing leg towards you until the buttock stretches.",
         std::nullopt},
        {"Let the head and the shoulders lie heavy.", std::nullopt},
        {"Breathe out long.", std::nullopt}};
    exercise.cues = {"Tailbone heavy.", "Stretch in the buttock, never in the knee.",
                     "Breathe out long."};
    return step;
}

/// A session of every kind of segment: a position change, a hold on each side, two sets of reps
/// with a rest, a hold in pulses, and one as long as one likes.
inline Prescription every_kind() {
    Gaps gaps{10s, 5s, 15s, 15s};
    auto figure = named(support::holds("figure-4-supine", 40s, Sides::each), "Lying figure-4");
    figure.easier.push_back(named(support::holds("seated", 30s), "Seated figure-4").work);
    auto bridge = named(support::reps("glute-bridge", 8, 5s), "Bridge");
    bridge.work.sets = 2;
    const auto pulses =
        named(support::pulses("hip-lean", 5, 10s, 2s), "Hip lean in the 90/90 seat");
    const auto rest = named(support::open_ended("rest", 150s), "Lie and breathe");
    return support::session_of({figure, bridge, pulses, rest}, gaps);
}

struct State {
    std::string name;
    session::Player player;
    Millis now{};
    std::string notice;
    Scene scene() const { return scene_of(player, now, notice); }
};

inline State state(std::string name, const Performance& performance, std::string notice = {}) {
    return {std::move(name), performance.player, performance.now.time, std::move(notice)};
}

/// Goes to the first segment of that kind, and a little further.
inline Performance in(session::SegmentKind kind, Millis further = 1200ms) {
    auto performance = performance_of(every_kind());
    performance.resume();
    while (session::current_segment(performance.player).kind != kind)
        performance.wait(performance.left());
    performance.wait(further);
    return performance;
}

inline Performance in_open_ended() {
    auto performance = performance_of(every_kind());
    performance.resume();
    while (!session::current_segment(performance.player).open_ended)
        performance.wait(performance.left());
    performance.wait(20s);
    return performance;
}

/// Returns every state that a session can be in, once.
inline std::vector<State> every_state() {
    std::vector<State> states;
    states.push_back(state("ready", in(session::SegmentKind::ready)));
    states.push_back(state("hold", in(session::SegmentKind::hold, 16400ms)));
    states.push_back(state("side-change", in(session::SegmentKind::side_change)));
    states.push_back(state("position-change", in(session::SegmentKind::position_change)));
    auto rep = in(session::SegmentKind::rep);
    rep.wait(12s);
    states.push_back(state("rep", rep));
    states.push_back(state("rest", in(session::SegmentKind::rest)));
    states.push_back(state("release", in(session::SegmentKind::release, 300ms)));
    states.push_back(state("until-key", in_open_ended()));
    auto paused = in(session::SegmentKind::hold, 12s);
    paused.press(session::Key::pause);
    states.push_back(state("paused", paused));
    paused.wait(60s);
    paused.resume();
    paused.wait(2s);
    states.push_back(state("getting-ready", paused));
    auto skipped = in(session::SegmentKind::hold, 12s);
    skipped.press(session::Key::next);
    states.push_back(state("skip", skipped, "Skipped. u undoes that."));
    return states;
}

inline const std::vector<Size>& sizes() {
    static const std::vector<Size> all = {{40, 12}, {60, 16}, {80, 24}, {120, 40}, {200, 60}};
    return all;
}

}  // namespace hipflow::terminal::scenes
