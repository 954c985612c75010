// SPDX-License-Identifier: MIT
#include "terminal/figure_images.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "figure/image.h"

namespace hipflow::terminal {
namespace {

constexpr double saved_bytes = 6'000;  // about one picture

bool is_mirrored(const FigureMoment& moment) { return moment.side == Side::right; }

}  // namespace

figure::Grain grain_for(Size area, Size cell) {
    constexpr double most_pixels = 120'000;
    const double width = area.columns * cell.columns;
    const double height = area.rows * cell.rows;
    const double scale = std::min(1.0, std::sqrt(most_pixels / (width * height)));
    return figure::grain_of_pixels(static_cast<int>(std::lround(width * scale)),
                                   static_cast<int>(std::lround(height * scale)));
}

FigureImages::FigureImages(const Pixels& pixels, double bytes_per_second)
    : cell_(pixels.cell), first_id_(pixels.first_id), budget_(bytes_per_second, saved_bytes) {}

bool FigureImages::show(const FigureMoment& moment, const Area& area, FigurePainter& painter,
                        Millis now) {
    Reel& reel = turn_to(*moment.figure, area.size);
    reel.both_ways = reel.both_ways || moment.side != Side::both;
    if (budget_.ready(now) <= now) send_next(reel, moment, painter, now);
    const auto id = id_of(moment);
    if (!id) {
        hide();
        return false;
    }
    place({*id, area});
    return true;
}

FigureImages::Reel& FigureImages::turn_to(const Figure& figure, Size size) {
    if (reel_ && reel_->size == size && reel_->subject == figure) return *reel_;
    drop();
    return reel_.emplace(
        Reel{figure, size, figure::Flipbook(figure), grain_for(size, cell_), false, {}});
}

/// Sends the next picture of the side that is shown, then of the other one.
void FigureImages::send_next(Reel& reel, const FigureMoment& moment, FigurePainter& painter,
                             Millis now) {
    bool mirror = is_mirrored(moment);
    if (is_complete(reel, mirror) && reel.both_ways) mirror = !mirror;
    if (is_complete(reel, mirror)) return;
    auto& ids = reel.ids.at(mirror ? 1 : 0);
    const figure::Grain& grain = reel.grain;
    const FigureMoment page{&reel.subject, reel.pages.share_of(ids.size()), moment.side, false};
    auto image =
        figure::image_of(painter.picture(page, grain), grain.tones, painter.look().palette.theme());
    if (mirror) image = figure::mirrored(std::move(image));
    const std::uint32_t id = first_id_ + sent_++;
    ids.push_back(id);
    const std::string picture = kitty_picture(fmt::format("a=t,i={}", id), figure::png_of(image));
    budget_.spend(static_cast<double>(picture.size()), now);
    bytes_ += picture;
}

/// Returns the picture of a moment if all of its movement are there: it should not change its looks
/// on the way.
std::optional<std::uint32_t> FigureImages::id_of(const FigureMoment& moment) const {
    if (!reel_ || !is_complete(*reel_, is_mirrored(moment))) return std::nullopt;
    return reel_->ids.at(is_mirrored(moment) ? 1 : 0).at(reel_->pages.page_at(moment.share));
}

/// Places a picture, below the text, and only then takes the former one away: nothing flickers.
void FigureImages::place(const Placed& wanted) {
    if (placed_ == wanted) return;
    const auto& [id, area] = wanted;
    bytes_ += fmt::format("\x1b[{};{}H\x1b_Ga=p,q=2,i={},p=1,c={},r={},C=1,z=-1\x1b\\",
                          area.row + 1, area.column + 1, id, area.size.columns, area.size.rows);
    if (placed_ && placed_->id != id) take_away(placed_->id);
    placed_ = wanted;
}

void FigureImages::take_away(std::uint32_t id) {
    bytes_ += fmt::format("\x1b_Ga=d,q=2,d=i,i={}\x1b\\", id);
}

void FigureImages::hide() {
    if (placed_) take_away(placed_->id);
    placed_.reset();
}

void FigureImages::drop() {
    for (std::uint32_t i = 0; i < sent_; ++i) {
        bytes_ += fmt::format("\x1b_Ga=d,q=2,d=I,i={}\x1b\\", first_id_ + i);
    }
    sent_ = 0;
    placed_.reset();
    reel_.reset();
}

bool FigureImages::differs(const FigureMoment& moment) const {
    return !placed_ || id_of(moment) != placed_->id;
}

std::optional<Millis> FigureImages::next_sending(Millis now) const {
    if (!reel_) return std::nullopt;
    const auto& [plain, mirrored] = reel_->ids;
    const std::size_t wanted = reel_->pages.size() * (reel_->both_ways ? 2 : 1);
    if (plain.size() + mirrored.size() >= wanted) return std::nullopt;
    return budget_.ready(now);
}

}  // namespace hipflow::terminal
