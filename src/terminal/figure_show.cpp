// SPDX-License-Identifier: MIT
#include "terminal/figure_show.h"

#include <fmt/format.h>

#include <algorithm>
#include <csignal>
#include <string_view>
#include <utility>
#include <vector>

#include "figure/image.h"
#include "terminal/input.h"
#include "text/layout.h"

namespace hipflow::terminal {
namespace {

using namespace std::chrono_literals;

constexpr double turned_by_key = 15;  // degrees
constexpr double highest = 80;

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

/// A page with the name, room for the figure, and the words.
struct FigurePage {
    Frame frame;
    Area figure;
};

FigurePage page_of(const FigureShow& show, Side side, Size size) {
    FigurePage page{Frame(size), {}};
    const int columns = std::max(size.columns - 2, 1);
    page.frame.text(0, 1, title_of(show.exercise, side), Ink::strong, columns);
    const auto words = wrapped(show.words, columns);
    const int words_top = std::max(size.rows - 1 - static_cast<int>(words.size()), 1);
    int row = words_top;
    for (const auto& line : words) page.frame.text(row++, 1, line, Ink::normal, columns);
    page.frame.text(size.rows - 1, 1, "Arrow keys turn it, any other key ends it.", Ink::faint,
                    columns);
    page.figure = {2, 1, {columns, words_top - 3}};
    return page;
}

/// Turns the camera of a figure by an arrow key. Returns false for any other key.
bool turn(Figure& figure, std::string_view key) {
    double& azimuth = figure.camera.azimuth;
    double& elevation = figure.camera.elevation;
    if (key == key_left) {
        azimuth -= turned_by_key;
    } else if (key == key_right) {
        azimuth += turned_by_key;
    } else if (key == key_up) {
        elevation = std::max(elevation, std::min(elevation + turned_by_key, highest));
    } else if (key == key_down) {
        elevation = std::min(elevation, std::max(elevation - turned_by_key, 0.0));
    } else {
        return false;
    }
    return true;
}

/// Shows a figure once. Holds the terminal while it lives.
class Showing {
   public:
    Showing(TtyDevice tty, platform::SignalWatch& signals, const platform::Clock& clock,
            const FigureShow& show, Pen pen, const FigureOutput& output)
        : tty_(std::move(tty)),
          signals_(&signals),
          clock_(&clock),
          show_(&show),
          figure_(show.figure),
          pen_(pen),
          screen_(output, pen),
          guard_(tty_.descriptor()),
          turns_(turns_of(show.exercise.sides)) {
        // The rest of a reply that came only in part is no key; a key among the replies is one.
        pressed_ = !keys_.feed(output.typed.bytes, output.typed.at).empty();
    }

    std::optional<int> run() {
        if (pressed_) return std::nullopt;
        started_ = clock_->monotonic();
        ends_ = started_ + turns() * length();
        while (true) {
            const Millis now = clock_->monotonic();
            const auto moment = moment_at(now);
            if (!moment) return std::nullopt;
            present(*moment, now);
            // A late picture is skipped, never queued.
            if (!wait_until(next(now))) return signal_;
        }
    }

   private:
    Millis length() const { return shown_length(shown_pace(show_->exercise.dose)); }

    Millis::rep turns() const { return static_cast<Millis::rep>(turns_.size()); }

    /// Returns the side whose turn it is; nullopt when all have had theirs.
    std::optional<Side> side_at(Millis now) const {
        if (now >= ends_) return std::nullopt;
        return turns_[static_cast<std::size_t>((now - started_) / length() % turns())];
    }

    std::optional<FigureMoment> moment_at(Millis now) const {
        const auto side = side_at(now);
        if (!side) return std::nullopt;
        const Millis in_turn = (now - started_) % length() / frame_time * frame_time;
        const double share = shown_share(figure_, shown_pace(show_->exercise.dose), in_turn);
        return FigureMoment{&figure_, share, *side, moves_at(figure_, share)};
    }

    void present(const FigureMoment& moment, Millis now) {
        if (tty_.busy()) return;
        FigurePage page = page_of(*show_, moment.side, tty_.size());
        screen_.painter().draw(page.frame, page.figure, moment);
        Frame frame = screen_.affordable(shown_ ? &*shown_ : nullptr, std::move(page.frame),
                                         page.figure, &moment, now);
        const bool known = shown_ && shown_->size() == frame.size();
        std::string bytes = known ? diff(*shown_, frame, pen_) : redraw(frame, pen_);
        bytes += screen_.take_bytes();
        guard_.note_images(screen_.image_ids());
        if (!bytes.empty()) tty_.write(bytes);
        shown_ = std::move(frame);
    }

    /// Returns when there is something to show again: another picture, or another side.
    Millis next(Millis now) {
        const Millis turn_ends = started_ + ((now - started_) / length() + 1) * length();
        if (tty_.busy()) return turn_ends;  // room for more ends the wait
        if (!shown_) return now;
        return screen_
            .next_change(
                *shown_, [&](Millis at) { return moment_at(at); }, now, turn_ends)
            .value_or(turn_ends);
    }

    /// Returns false if a key, a signal or the end of the terminal ends the showing.
    bool wait_until(Millis deadline) {
        while (true) {
            const auto patience = clock_->until(deadline);
            if (patience <= 0ns) return true;
            const bool was_busy = tty_.busy();
            if (!tty_.wait(*signals_, patience)) return false;
            if (const auto signal = signals_->take()) return obey(*signal);
            const auto typed = tty_.read();
            if (!typed) return false;
            const Keys keys = take(*typed);
            if (keys != Keys::none) return keys == Keys::turned;
            if (was_busy && !tty_.busy()) return true;
        }
    }

    enum class Keys { none, turned, ended };

    Keys take(const TtyDevice::Typed& typed) {
        const auto presses = keys_.feed(typed.bytes, typed.at);
        // A lone byte that is no key of the parser's, as Esc, is one to somebody.
        if (presses.empty()) return typed.bytes.size() == 1 ? Keys::ended : Keys::none;
        const bool is_turned = std::ranges::all_of(
            presses, [&](const KeyPress& press) { return turn(figure_, press.key); });
        if (!is_turned) return Keys::ended;
        // Somebody who turns it wants to see all of it from there.
        ends_ = clock_->monotonic() + turns() * length();
        return Keys::turned;
    }

    bool obey(int signal) {
        if (signal == SIGTSTP) {
            guard_.give_back();
            platform::stop_process();
        }
        const bool again = signal == SIGTSTP || signal == SIGCONT;
        if (again) {
            tty_.discard();
            guard_.take_again();
        }
        if (again || signal == SIGWINCH) {
            shown_.reset();
            screen_.drop();
            return true;
        }
        signal_ = signal;
        return false;
    }

    TtyDevice tty_;
    platform::SignalWatch* signals_;
    const platform::Clock* clock_;
    const FigureShow* show_;
    Figure figure_;  // as it has been turned
    Pen pen_;
    FigureScreen screen_;
    TerminalGuard guard_;
    KeyParser keys_;
    bool pressed_ = false;     // before it began
    std::vector<Side> turns_;  // of the reps
    Millis started_{};
    Millis ends_{};
    std::optional<Frame> shown_;
    std::optional<int> signal_;
};

}  // namespace

std::optional<int> play_figure(TtyDevice tty, platform::SignalWatch& signals,
                               const platform::Clock& clock, const FigureShow& show, Pen pen,
                               const FigureOutput& output) {
    return Showing(std::move(tty), signals, clock, show, pen, output).run();
}

namespace {

constexpr int still_rows = 12;
constexpr int between_stills = 4;  // columns

}  // namespace

Frame still_figure(const Figure& figure, int columns, const FigureLook& look) {
    Frame frame({columns, still_rows});
    FigurePainter painter(look);
    const int half = (columns - between_stills) / 2;
    const FigureMoment leads_to{&figure, furthest_share(figure)};
    if (half < smallest_figure.columns) {
        painter.draw(frame, {0, 0, {columns, still_rows}}, leads_to);
        return frame;
    }
    painter.draw(frame, {0, 0, {half, still_rows}}, {&figure, 0});
    painter.draw(frame, {0, half + between_stills, {half, still_rows}}, leads_to);
    return frame;
}

std::string still_picture(const Figure& figure, int columns, const FigureLook& look,
                          const Pixels& pixels) {
    const int half = (columns - between_stills) / 2;
    const bool sixel = pixels.protocol == Protocol::sixel;
    // A sixel has the size that it has; kitty's pictures are made as large as their cells.
    constexpr Size largest_cell{16, 32};
    const Size cell{std::min(pixels.cell.columns, largest_cell.columns),
                    std::min(pixels.cell.rows, largest_cell.rows)};
    const auto grain = sixel ? figure::grain_of_pixels(half * cell.columns, still_rows * cell.rows)
                             : grain_for({half, still_rows}, pixels.cell);
    FigurePainter painter(look);
    const figure::Picture begin = painter.picture({&figure, 0}, grain);
    const auto image = figure::image_of(
        figure::beside(begin, painter.picture({&figure, furthest_share(figure)}, grain),
                       between_stills * grain.width / half),
        grain.tones, look.palette.theme());
    const std::string picture =
        sixel
            ? figure::sixel_of(image)
            : kitty_picture(fmt::format("a=T,C=1,c={},r={}", 2 * half + between_stills, still_rows),
                            figure::png_of(image));
    // The room is made first, so that nothing scrolls while the picture comes.
    constexpr std::string_view keep_place = "\x1b\x37";
    constexpr std::string_view to_place = "\x1b\x38";
    return fmt::format("{}\x1b[{}A{}{}{}\x1b[{}B", std::string(still_rows, '\n'), still_rows,
                       keep_place, picture, to_place, still_rows);
}

}  // namespace hipflow::terminal
