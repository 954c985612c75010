// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "figure/flipbook.h"
#include "terminal/byte_budget.h"
#include "terminal/figure_painter.h"
#include "terminal/pixels.h"
#include "terminal/tty_device.h"

namespace hipflow::terminal {

/// Shows moments of a figure as pictures that the terminal keeps (kitty's graphics protocol): all
/// of its movement are sent by and by, and then shown by their numbers. What is to be written is
/// gathered until take_bytes().
class FigureImages {
   public:
    /// `pixels` is of a terminal that knows the protocol. Sending costs at most so many bytes a
    /// second.
    FigureImages(const Pixels& pixels, double bytes_per_second);

    /// Shows a moment at an area. Returns false if its pictures are not all on the terminal yet;
    /// then the next one is sent if it may cost something. Another figure, or another size, takes
    /// the place of what the terminal has.
    bool show(const FigureMoment& moment, const Area& area, FigurePainter& painter, Millis now);
    /// Takes away the picture that is shown.
    void hide();
    /// Deletes all that the terminal has: it may have lost it.
    void drop();

    /// Returns whether a picture is shown.
    bool is_shown() const { return placed_.has_value(); }
    /// Returns whether a moment looks different from the picture that is shown.
    bool differs(const FigureMoment& moment) const;
    /// Returns when the next picture may be sent, `now` or later; nullopt if there is none to send.
    std::optional<Millis> next_sending(Millis now) const;

    /// Returns what has to be written after the cells, and forgets it.
    std::string take_bytes() { return std::exchange(bytes_, {}); }
    /// Returns the numbers of the pictures that the terminal may have.
    ImageIds ids() const { return {first_id_, sent_}; }

   private:
    /// The pictures of a movement as it is, and mirrored.
    struct Reel {
        Figure subject;
        Size size;
        figure::Flipbook pages;
        figure::Grain grain;
        bool both_ways = false;  // the other side has its turn as well
        std::array<std::vector<std::uint32_t>, 2> ids;
    };
    struct Placed {
        std::uint32_t id = 0;
        Area area;
        bool operator==(const Placed&) const = default;
    };

    Reel& turn_to(const Figure& figure, Size size);
    void send_next(Reel& reel, const FigureMoment& moment, FigurePainter& painter, Millis now);
    std::optional<std::uint32_t> id_of(const FigureMoment& moment) const;
    static bool is_complete(const Reel& reel, bool mirrored) {
        return reel.ids.at(mirrored ? 1 : 0).size() == reel.pages.size();
    }
    void place(const Placed& wanted);
    void take_away(std::uint32_t id);

    Size cell_;
    std::uint32_t first_id_;
    std::uint32_t sent_ = 0;
    ByteBudget budget_;
    std::optional<Reel> reel_;
    std::optional<Placed> placed_;
    std::string bytes_;
};

/// The grain of a picture for an area of cells: fine enough, and quickly drawn. The terminal makes
/// it as large as the area.
figure::Grain grain_for(Size area, Size cell);

}  // namespace hipflow::terminal
