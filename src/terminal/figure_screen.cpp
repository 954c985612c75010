// SPDX-License-Identifier: MIT
#include "terminal/figure_screen.h"

#include <utility>

namespace hipflow::terminal {
namespace {

constexpr double burst = 6'000;    // bytes: a whole picture at once
constexpr double for_sending = 3;  // times the bytes of cells: a picture is sent only once

/// Empties the cells below a picture in pixels; what else is there, as a letter, stays.
void clear_picture(Frame& frame, const Area& area) {
    for (int row = area.row; row < area.row + area.size.rows; ++row) {
        for (int column = area.column; column < area.column + area.size.columns; ++column) {
            if (frame.at(row, column).ink == Ink::picture) frame.put(row, column, {});
        }
    }
}

bool has_room(const Area& area) {
    return area.size.columns >= smallest_figure.columns && area.size.rows >= smallest_figure.rows;
}

}  // namespace

FigureScreen::FigureScreen(const FigureOutput& output, Pen pen)
    : painter_(output.look), pen_(pen), budget_(output.bytes_per_second, burst) {
    if (output.pixels.protocol == Protocol::kitty) {
        images_.emplace(output.pixels, for_sending * output.bytes_per_second);
    }
}

void FigureScreen::hide() {
    area_.reset();
    subject_.reset();
    if (images_) images_->hide();
}

void FigureScreen::drop() {
    area_.reset();
    subject_.reset();
    if (images_) images_->drop();
}

Frame FigureScreen::affordable(const Frame* shown, Frame wanted, const std::optional<Area>& area,
                               const FigureMoment* moment, Millis now) {
    const bool there = shown != nullptr && shown->size() == wanted.size() && area && area_ == area;
    if (!area || moment == nullptr) {
        hide();
        return wanted;
    }
    area_ = area;
    const Subject subject{moment->figure, moment->side};
    const bool goes_on = there && subject_ == subject;
    if (images_ && has_room(*area) && images_->show(*moment, *area, painter_, now)) {
        clear_picture(wanted, *area);
        return wanted;
    }
    if (images_) images_->hide();
    // Without the figure: as it is on the terminal, or an empty area.
    Frame without = wanted;
    without.take(there ? *shown : Frame(wanted.size()), *area);
    if (goes_on && moment->moves) {
        wanted = settled(*shown, std::move(wanted), painter_.look().palette.background());
    }
    const auto cost = diff(without, wanted, pen_).size();
    if (cost == 0) {
        subject_ = subject;
        return wanted;
    }
    if (there && budget_.ready(now) > now) return without;
    subject_ = subject;
    budget_.spend(static_cast<double>(cost), now);
    return wanted;
}

std::optional<Millis> FigureScreen::next_change(
    const Frame& shown, const std::function<std::optional<FigureMoment>(Millis)>& moment_at,
    Millis now, Millis until) {
    if (!area_) return std::nullopt;
    auto next = next_moment(shown, moment_at, now, until);
    const bool sends = images_ && has_room(*area_);
    const auto sending = sends ? images_->next_sending(now) : std::nullopt;
    if (sending && *sending < next.value_or(until)) next = sending;
    return next;
}

/// Returns whether a moment in cells would differ from what is shown.
bool FigureScreen::looks_different(const Frame& shown, const Area& area,
                                   const FigureMoment& moment) {
    Frame frame = shown;
    painter_.draw(frame, area, moment);
    if (moment.moves && subject_ == Subject{moment.figure, moment.side}) {
        frame = settled(shown, std::move(frame), painter_.look().palette.background());
    }
    return frame != shown;
}

std::optional<Millis> FigureScreen::next_moment(
    const Frame& shown, const std::function<std::optional<FigureMoment>(Millis)>& moment_at,
    Millis now, Millis until) {
    if (!area_) return std::nullopt;
    const bool in_pixels = images_ && images_->is_shown();
    std::optional<FigureMoment> looked_at;
    for (Millis at = now + frame_time; at < until; at += frame_time) {
        const auto moment = moment_at(at);
        if (!moment) return std::nullopt;
        if (moment == std::exchange(looked_at, moment)) continue;  // it stays as it is
        if (in_pixels && images_->differs(*moment)) return at;
        if (!in_pixels && looks_different(shown, *area_, *moment)) return budget_.ready(at);
    }
    return std::nullopt;
}

}  // namespace hipflow::terminal
