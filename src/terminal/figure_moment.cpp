// SPDX-License-Identifier: MIT
#include "terminal/figure_moment.h"

#include <algorithm>

#include "domain/dose.h"
#include "domain/figure.h"
#include "terminal/exercise_words.h"
#include "terminal/scene_words.h"

namespace hipflow::terminal {
namespace {

using namespace std::chrono_literals;

// A hold is shown as the way into it, and a while in it.
constexpr Millis into_hold = 3s;
constexpr Millis in_hold = 3s;
constexpr Millis usual_pace = 5s;

double ratio(Millis part, Millis whole) {
    if (whole <= 0ms) return 0;
    return std::clamp(static_cast<double>(part.count()) / static_cast<double>(whole.count()), 0.0,
                      1.0);
}

Millis in_steps(Millis time) { return time / frame_time * frame_time; }

Millis passed(const session::Player& player, Millis now) {
    if (player.phase == session::Phase::getting_ready) return player.position;
    const Millis length = session::current_segment(player).duration + player.extended;
    return std::max<Millis>(length - session::left_in_segment(player, now), 0ms);
}

/// Returns the pace of reps, or of movement at one's own rhythm; nullopt for holds.
std::optional<Millis> pace_of(const Work& work) {
    if (work.duration) return usual_pace;
    return work.hold || work.pace <= 0ms ? std::nullopt : std::optional(work.pace);
}

/// Returns the share at `left` before the work begins: the last showing ends there.
double share_before(const Figure& figure, std::optional<Millis> pace, Millis left) {
    const Millis length = shown_length(pace);
    const Millis before_end = left % length;
    if (pace) return before_end == 0ms ? 0 : 1 - ratio(before_end, length);
    // The way into the hold comes last, so the while in it before is that of the showing before.
    if (before_end > into_hold) return held_share(figure);
    return held_share(figure) * (1 - ratio(before_end, into_hold));
}

bool has_figure(const Work& work) {
    return work.exercise.figure && is_drawn(*work.exercise.figure);
}

}  // namespace

Millis shown_length(std::optional<Millis> pace) { return pace.value_or(into_hold + in_hold); }

double shown_share(const Figure& figure, std::optional<Millis> pace, Millis passed) {
    const Millis in_turn = passed % shown_length(pace);
    if (pace) return ratio(in_turn, *pace);
    return held_share(figure) * ratio(in_turn, into_hold);
}

std::optional<Millis> shown_pace(const Dose& dose) {
    if (is_held(dose) || dose.cap) return std::nullopt;
    return dose.pace.value_or(usual_pace);
}

std::optional<FigureMoment> figure_of(const session::Player& player, Millis now) {
    const Work& work = session::current_work(player);
    if (!work.exercise.figure || !is_drawn(*work.exercise.figure)) return std::nullopt;
    const Figure& figure = *work.exercise.figure;
    const session::Segment& segment = session::current_segment(player);
    const bool runs = player.phase == session::Phase::running;
    FigureMoment moment{&figure, 0, working_side(player), false};
    switch (segment.kind) {
        case session::SegmentKind::hold:
            moment.share = held_share(figure);
            break;
        case session::SegmentKind::rep:
            moment.moves = runs;
            moment.share = ratio(in_steps(passed(player, now)), segment.duration + player.extended);
            break;
        case session::SegmentKind::move:
            moment.moves = runs;
            moment.share = shown_share(figure, usual_pace, in_steps(passed(player, now)));
            break;
        default:
            if (!session::is_gap(segment.kind)) break;  // a release shows how it begins
            const Millis left = in_steps(session::left_in_segment(player, now));
            // What is new is shown over and over; what is known by now, once more before its end.
            const auto pace = pace_of(work);
            if (!is_first_of_step(player) && left > pace.value_or(into_hold)) break;
            moment.moves = runs;
            moment.share = share_before(figure, pace, left);
    }
    moment.moves = moment.moves && moves_at(figure, moment.share);
    return moment;
}

bool has_figures(const session::Player& player) {
    const auto& steps = player.script->prescription.steps;
    return std::any_of(steps.begin(), steps.end(), [](const PrescribedStep& step) {
        return has_figure(step.work) ||
               std::any_of(step.easier.begin(), step.easier.end(), has_figure) ||
               std::any_of(step.alternatives.begin(), step.alternatives.end(), has_figure);
    });
}

}  // namespace hipflow::terminal
