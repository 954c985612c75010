// SPDX-License-Identifier: MIT
#pragma once
#include <string>

#include "catalog/library.h"
#include "terminal/figure_moment.h"
#include "unit/terminal/scenes.h"

// Figures of shipped exercises, alone and in a session.

namespace hipflow::terminal::figures {

using namespace std::chrono_literals;
using support::Performance;

inline Exercise shipped(const std::string& id) { return catalog::Library("").exercise(id); }
inline Figure figure(const std::string& id) { return *shipped(id).figure; }

inline PrescribedStep with_exercise(PrescribedStep step) {
    step.work.exercise = shipped(step.planned_exercise);
    return step;
}

/// A hold on each side, two sets of reps of both, reps of the sides in turn, holds with a release,
/// and reps of somebody upright.
inline Prescription every_kind() {
    auto bridge = with_exercise(support::reps("glute-bridge", 4, 5s));
    bridge.work.sets = 2;
    return support::session_of(
        {with_exercise(support::holds("figure-4-supine", 40s, Sides::each)), bridge,
         with_exercise(support::reps("dead-bug", 8, 5s, Sides::alternate)),
         with_exercise(support::pulses("prone-prop", 3, 10s, 4s)),
         with_exercise(support::reps("sit-to-stand", 8, 4s))},
        {10s, 5s, 15s, 15s});
}

/// The first segment of a kind in a step of such a session, and further.
inline Performance in(session::SegmentKind kind, Millis further, int step = 1) {
    auto performance = scenes::performance_of(every_kind());
    performance.resume();
    while (session::current_segment(performance.player).kind != kind ||
           session::current_set(performance.player).key.step < step) {
        performance.wait(performance.left());
    }
    performance.wait(further);
    return performance;
}

inline FigureMoment moment_of(const Performance& performance) {
    return figure_of(performance.player, performance.now.time).value();
}

}  // namespace hipflow::terminal::figures
