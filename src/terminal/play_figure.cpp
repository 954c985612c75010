// SPDX-License-Identifier: MIT
#include "terminal/play_figure.h"

#include <algorithm>
#include <csignal>
#include <utility>

#include "domain/figure_motion.h"
#include "terminal/input.h"
#include "terminal/scene_figure.h"
#include "terminal/tty_device.h"
#include "text/wrap.h"

namespace hipflow {
namespace {

using namespace std::chrono_literals;

constexpr Millis usual_pace = 5s;

std::optional<Millis> shown_pace(const Dose& dose) {
    if (dose.hold || dose.cap) return std::nullopt;
    return dose.pace.value_or(usual_pace);
}

/// The sides of the reps that are shown.
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

/// The picture between the name and the words.
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

/// One showing of a figure: holds the terminal while it lives.
class Showing {
   public:
    Showing(TtyDevice tty, SignalWatch& signals, const Clock& clock, const Pen& pen)
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
            // A late picture is left out, never queued.
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

    /// False if a key, a signal or the end of the terminal ends it.
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
            stop_process();
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
    SignalWatch* signals_;
    const Clock* clock_;
    Pen pen_;
    TerminalGuard guard_;
    KeyParser keys_;
    std::optional<Frame> shown_;
    std::optional<int> signal_;
};

}  // namespace

std::optional<int> play_figure(TtyDevice tty, SignalWatch& signals, const Clock& clock,
                               const FigureShow& show, const Pen& pen, Blocks blocks) {
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

}  // namespace hipflow
