// SPDX-License-Identifier: MIT
#include "terminal/scene_figure.h"

#include <algorithm>

#include "domain/figure_motion.h"
#include "terminal/scene.h"

namespace hipflow {
namespace {

using namespace std::chrono_literals;

// What is held is shown for itself: into it, and a while in it.
constexpr Millis into_hold = 3s;
constexpr Millis in_hold = 3s;

Millis passed(const Player& player, Millis now) {
    if (player.phase == Phase::getting_ready) return player.position;
    const Millis length = current_segment(player).duration + player.extended;
    return std::max<Millis>(length - left_in_segment(player, now), 0ms);
}

double ratio(Millis part, Millis whole) {
    if (whole <= 0ms) return 0;
    return std::clamp(static_cast<double>(part.count()) / static_cast<double>(whole.count()), 0.0,
                      1.0);
}

/// The pace of reps; nothing where holds lead.
std::optional<Millis> pace_of(const Work& work) {
    return work.hold || work.pace <= 0ms ? std::nullopt : std::optional(work.pace);
}

bool shows_movement(const Player& player) {
    return player.phase == Phase::running && is_gap(current_segment(player).kind) &&
           is_first_of_step(player);
}

bool moves(const Player& player) {
    const bool works =
        player.phase == Phase::running && current_segment(player).kind == SegmentKind::rep;
    return works || shows_movement(player);
}

double share_of(const Player& player, const Figure& figure, Millis now) {
    const Segment& segment = current_segment(player);
    if (segment.kind == SegmentKind::hold) return held_share(figure);
    if (segment.kind == SegmentKind::rep) {
        return ratio(passed(player, now), segment.duration + player.extended);
    }
    if (!shows_movement(player)) return 0;
    return shown_share(figure, pace_of(current_work(player)), passed(player, now));
}

/// The side that moves; in a gap the one that comes.
Side side_of(const Player& player) {
    const Side side = current_segment(player).side;
    if (side != Side::both) return side;
    const PlannedSet& set = current_set(player);
    if (set.key.side != Side::both) return set.key.side;
    return player.plan->timeline.segments[set.first].side;
}

bool has_figure(const Work& work) { return work.exercise.figure.has_value(); }

}  // namespace

Millis shown_length(std::optional<Millis> pace) { return pace.value_or(into_hold + in_hold); }

double shown_share(const Figure& figure, std::optional<Millis> pace, Millis passed) {
    const Millis in_turn = passed % shown_length(pace);
    if (pace) return ratio(in_turn, *pace);
    return held_share(figure) * ratio(in_turn, into_hold);
}

Figure on_side(const Figure& figure, Side side, Sides sides) {
    if (side != Side::right) return figure;
    const bool in_turn = figure.view == FigureView::side && sides == Sides::alternate;
    return in_turn ? with_sides_changed(figure) : mirrored(figure);
}

std::optional<FigurePicture> figure_of(const Player& player, Millis now) {
    const Work& work = current_work(player);
    if (!work.exercise.figure) return std::nullopt;
    const Figure figure = on_side(*work.exercise.figure, side_of(player), work.sides);
    return picture_of(figure, joints_at(figure, share_of(player, figure, now)));
}

bool has_figures(const Player& player) {
    const auto& steps = player.plan->prescription.steps;
    return std::any_of(steps.begin(), steps.end(), [](const PrescribedStep& step) {
        return has_figure(step.work) ||
               std::any_of(step.easier.begin(), step.easier.end(), has_figure);
    });
}

std::optional<Millis> next_figure(const Player& player, Millis now, Millis until, Size size,
                                  Blocks blocks) {
    if (!moves(player)) return std::nullopt;
    const auto drawn = [&](Millis at) {
        Frame frame(size);
        if (const auto picture = figure_of(player, at)) {
            draw_figure(frame, {0, 0, size}, *picture, blocks, Ink::normal);
        }
        return frame;
    };
    const Frame shown = drawn(now);
    for (Millis at = now + frame_time; at < until; at += frame_time) {
        if (drawn(at) != shown) return at;
    }
    return std::nullopt;
}

}  // namespace hipflow
