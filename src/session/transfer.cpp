// SPDX-License-Identifier: MIT
#include "session/transfer.h"

namespace hipflow::session {
namespace {

using namespace std::chrono_literals;

/// From one way of lying to another.
Millis time_to_turn_over(Position from, Position to) {
    const auto either_is = [&](Position position) { return from == position || to == position; };
    if (!either_is(Position::side_lying)) return 12s;
    return either_is(Position::supine) ? 6s : 8s;
}

}  // namespace

// docs/design/guidance.md, "Changes of position", has the sources.
Millis transfer_time(const std::optional<Stance>& from, const Stance& to) {
    if (!from) return is_off_floor(to) ? 8s : 15s;
    if (*from == to) return 0s;
    const bool both_on_bed = from->on == Surface::bed && to.on == Surface::bed;
    const bool both_up = is_off_floor(*from) && is_off_floor(to);
    if (both_up && !both_on_bed) return 10s;
    if (is_off_floor(*from) != is_off_floor(to)) return 20s;
    const bool from_lying = is_lying(from->position);
    const bool to_lying = is_lying(to.position);
    if (from_lying && to_lying) return time_to_turn_over(from->position, to.position);
    return from_lying || to_lying ? 10s : 8s;
}

Millis change_time(const Exercise& exercise) {
    switch (change_of(exercise)) {
        case SideChange::roll:
            return 14s;
        case SideChange::turn:
            return 10s;
        case SideChange::stay:
            break;
    }
    if (exercise.position == Position::half_kneeling) return 12s;
    if (exercise.position == Position::floor_sitting) return 10s;
    return exercise.position == Position::standing ? 6s : 5s;
}

}  // namespace hipflow::session
