// SPDX-License-Identifier: MIT
#include "terminal/figure_show.h"

#include <algorithm>
#include <csignal>
#include <utility>

#include "domain/figure.h"
#include "terminal/input.h"
#include "terminal/scene.h"
#include "terminal/tty_device.h"
#include "text/layout.h"

namespace hipflow::terminal {
namespace {

using namespace std::chrono_literals;

// A hold is shown as the way into it, and a while in it.
constexpr Millis into_hold = 3s;
constexpr Millis in_hold = 3s;

Millis passed(const session::Player& player, Millis now) {
    if (player.phase == session::Phase::getting_ready) return player.position;
    const Millis length = session::current_segment(player).duration + player.extended;
    return std::max<Millis>(length - session::left_in_segment(player, now), 0ms);
}

double ratio(Millis part, Millis whole) {
    if (whole <= 0ms) return 0;
    return std::clamp(static_cast<double>(part.count()) / static_cast<double>(whole.count()), 0.0,
                      1.0);
}

/// Returns the pace of reps, or nullopt for holds.
std::optional<Millis> pace_of(const Work& work) {
    return work.hold || work.pace <= 0ms ? std::nullopt : std::optional(work.pace);
}

bool shows_movement(const session::Player& player) {
    return player.phase == session::Phase::running &&
           session::is_gap(session::current_segment(player).kind) && is_first_of_step(player);
}

bool moves(const session::Player& player) {
    const bool works = player.phase == session::Phase::running &&
                       session::current_segment(player).kind == session::SegmentKind::rep;
    return works || shows_movement(player);
}

double share_of(const session::Player& player, const Figure& figure, Millis now) {
    const session::Segment& segment = session::current_segment(player);
    if (segment.kind == session::SegmentKind::hold) return held_share(figure);
    if (segment.kind == session::SegmentKind::rep) {
        return ratio(passed(player, now), segment.duration + player.extended);
    }
    if (!shows_movement(player)) return 0;
    return shown_share(figure, pace_of(session::current_work(player)), passed(player, now));
}

/// Returns the side that moves; in a gap, the one that comes next.
Side side_of(const session::Player& player) {
    const Side side = session::current_segment(player).side;
    if (side != Side::both) return side;
    const session::PlannedSet& set = session::current_set(player);
    if (set.key.side != Side::both) return set.key.side;
    return player.script->timeline.segments[set.first].side;
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

std::optional<FigurePicture> figure_of(const session::Player& player, Millis now) {
    const Work& work = session::current_work(player);
    if (!work.exercise.figure) return std::nullopt;
    const Figure figure = on_side(*work.exercise.figure, side_of(player), work.sides);
    return picture_of(figure, joints_at(figure, share_of(player, figure, now)));
}

bool has_figures(const session::Player& player) {
    const auto& steps = player.script->prescription.steps;
    return std::any_of(steps.begin(), steps.end(), [](const PrescribedStep& step) {
        return has_figure(step.work) ||
               std::any_of(step.easier.begin(), step.easier.end(), has_figure);
    });
}

std::optional<Millis> next_figure(const session::Player& player, Millis now, Millis until,
                                  Size size, Blocks blocks) {
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

namespace {

constexpr Millis usual_pace = 5s;

std::optional<Millis> shown_pace(const Dose& dose) {
    if (dose.hold || dose.cap) return std::nullopt;
    return dose.pace.value_or(usual_pace);
}

/// Returns the sides of the reps that are shown.
std::vector<Side> turns_of(Sides sides) {
    switch (sides) {
        case Sides::each:
            return {Side::left, Side::left, Side::right, Side::right};
        case Sides::alternate:
            return {Side::left, Side::right, Side::left, Side::right};
        case Sides::both:
            break;
    }
    return {Side::both, Side::both, Side::both};
}

std::string title_of(const Exercise& exercise, Side side) {
    if (side == Side::both) return exercise.name;
    return exercise.name + (side == Side::left ? ", left" : ", right");
}

/// Draws the picture between the name and the words.
Frame page_of(const FigureShow& show, Side side, Millis in_rep, Size size, Blocks blocks) {
    Frame frame(size);
    const Exercise& exercise = show.exercise;
    frame.text(0, 1, title_of(exercise, side), Ink::strong, size.columns - 2);
    const auto words = wrapped(show.words, std::max(size.columns - 2, 1));
    const int words_top = std::max(size.rows - 1 - static_cast<int>(words.size()), 1);
    int row = words_top;
    for (const auto& line : words) frame.text(row++, 1, line, Ink::normal, size.columns - 2);
    frame.text(size.rows - 1, 1, "Any key ends it.", Ink::faint, size.columns - 2);
    const Figure figure = on_side(show.figure, side, exercise.sides);
    const Joints joints = joints_at(figure, shown_share(figure, shown_pace(exercise.dose), in_rep));
    const Area area{2, 1, {size.columns - 2, words_top - 3}};
    draw_figure(frame, area, picture_of(figure, joints), blocks, Ink::work);
    return frame;
}

/// Shows a figure once. Holds the terminal while it lives.
class Showing {
   public:
    Showing(TtyDevice tty, platform::SignalWatch& signals, const platform::Clock& clock,
            const Pen& pen)
        : tty_(std::move(tty)),
          signals_(&signals),
          clock_(&clock),
          pen_(pen),
          guard_(tty_.descriptor()) {}

    std::optional<int> run(const FigureShow& show, Blocks blocks) {
        const Millis start = clock_->monotonic();
        const auto turns = turns_of(show.exercise.sides);
        const Millis length = shown_length(shown_pace(show.exercise.dose));
        while (true) {
            const Millis passed = clock_->monotonic() - start;
            const auto turn = static_cast<std::size_t>(passed / length);
            if (turn >= turns.size()) return std::nullopt;
            present(page_of(show, turns[turn], passed % length, tty_.size(), blocks));
            // A late picture is skipped, never queued.
            if (!wait_until(start + (passed / frame_time + 1) * frame_time)) return signal_;
        }
    }

   private:
    void present(const Frame& frame) {
        if (tty_.busy()) return;
        const bool known = shown_ && shown_->size() == frame.size();
        const std::string bytes = known ? diff(*shown_, frame, pen_) : redraw(frame, pen_);
        if (!bytes.empty()) tty_.write(bytes);
        shown_ = frame;
    }

    /// Returns false if a key, a signal or the end of the terminal ends the showing.
    bool wait_until(Millis deadline) {
        while (true) {
            const auto patience = clock_->until(deadline);
            if (patience <= 0ns) return true;
            if (!tty_.wait(*signals_, patience)) return false;
            if (const auto signal = signals_->take(); signal && !obey(*signal)) return false;
            const auto typed = tty_.read();
            if (!typed || !keys_.feed(typed->bytes, typed->at).empty()) return false;
        }
    }

    bool obey(int signal) {
        if (signal == SIGTSTP) {
            guard_.give_back();
            platform::stop_process();
        }
        const bool again = signal == SIGTSTP || signal == SIGCONT;
        if (again) guard_.take_again();
        if (again || signal == SIGWINCH) {
            shown_.reset();
            return true;
        }
        signal_ = signal;
        return false;
    }

    TtyDevice tty_;
    platform::SignalWatch* signals_;
    const platform::Clock* clock_;
    Pen pen_;
    TerminalGuard guard_;
    KeyParser keys_;
    std::optional<Frame> shown_;
    std::optional<int> signal_;
};

}  // namespace

std::optional<int> play_figure(TtyDevice tty, platform::SignalWatch& signals,
                               const platform::Clock& clock, const FigureShow& show, const Pen& pen,
                               Blocks blocks) {
    return Showing(std::move(tty), signals, clock, pen).run(show, blocks);
}

Frame still_figure(const Figure& figure, int columns, Blocks blocks) {
    constexpr int rows = 12;
    constexpr int between = 4;
    Frame frame({columns, rows});
    const int half = (columns - between) / 2;
    const auto draw = [&](double share, int column) {
        draw_figure(frame, {0, column, {half, rows}}, picture_of(figure, joints_at(figure, share)),
                    blocks, Ink::normal);
    };
    draw(0, 0);
    draw(held_share(figure), half + between);
    return frame;
}

}  // namespace hipflow::terminal
