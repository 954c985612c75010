// SPDX-License-Identifier: MIT
#include "terminal/figure_screen.h"

#include <utility>

namespace hipflow::terminal {
namespace {

constexpr double burst = 6'000;  // bytes: a whole picture at once

}  // namespace

FigureScreen::FigureScreen(const FigureOutput& output, Pen pen)
    : painter_(output.look), pen_(pen), budget_(output.bytes_per_second, burst) {}

Frame FigureScreen::affordable(const Frame* shown, Frame wanted, const std::optional<Area>& area,
                               const FigureMoment* moment, Millis now) {
    const bool there = shown != nullptr && shown->size() == wanted.size() && area && area_ == area;
    hide();
    if (!area || moment == nullptr) return wanted;
    area_ = area;
    // Without the figure: as it is on the terminal, or an empty area.
    Frame without = wanted;
    without.take(there ? *shown : Frame(wanted.size()), *area);
    if (there && moment->moves) {
        wanted = settled(*shown, std::move(wanted), painter_.look().palette.background());
    }
    const auto cost = diff(without, wanted, pen_).size();
    if (cost == 0) return wanted;
    if (there && budget_.ready(now) > now) return without;
    budget_.spend(static_cast<double>(cost), now);
    return wanted;
}

std::optional<Millis> FigureScreen::next_change(
    const Frame& shown, const std::function<std::optional<FigureMoment>(Millis)>& moment_at,
    Millis now, Millis until) {
    if (!area_) return std::nullopt;
    std::optional<FigureMoment> looked_at;
    for (Millis at = now + frame_time; at < until; at += frame_time) {
        const auto moment = moment_at(at);
        if (!moment) return std::nullopt;
        if (moment == std::exchange(looked_at, moment)) continue;  // it stays as it is
        Frame frame = shown;
        painter_.draw(frame, *area_, *moment);
        if (moment->moves) {
            frame = settled(shown, std::move(frame), painter_.look().palette.background());
        }
        if (frame != shown) return budget_.ready(at);
    }
    return std::nullopt;
}

}  // namespace hipflow::terminal
