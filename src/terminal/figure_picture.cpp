// SPDX-License-Identifier: MIT
#include "terminal/figure_picture.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

#include "domain/figure.h"

namespace hipflow::terminal {
namespace {

// In parts of the box.
constexpr double head_radius = 0.046;
constexpr double skin = 0.035;  // around joints
constexpr double thin = 0.006;  // around lines of the scene
constexpr double seat_width = 0.2;
constexpr double seat_back = 0.3;
constexpr double counter_width = 0.16;
constexpr double step_width = 0.24;
constexpr int spine_pieces = 6;

constexpr auto limb_ends = std::to_array<Joint>(
    {Joint::elbow_l, Joint::hand_l, Joint::elbow_r, Joint::hand_r, Joint::knee_l, Joint::foot_l,
     Joint::toe_l, Joint::knee_r, Joint::foot_r, Joint::toe_r});

bool is_moved(const Figure& figure, Joint joint) {
    return std::find(figure.moving.begin(), figure.moving.end(), joint) != figure.moving.end();
}

Stuff stuff_of(const Figure& figure, Joint joint) {
    return is_moved(figure, joint) ? Stuff::moving : Stuff::still;
}

/// Adds the line from neck to pelvis, bent through the waist.
void add_spine(std::vector<FigureLine>& lines, const Figure& figure, const Joints& joints) {
    const Point& neck = at(joints, Joint::neck);
    const Point& waist = at(joints, Joint::waist);
    const Point& pelvis = at(joints, Joint::pelvis);
    const Point control{2 * waist.x - (neck.x + pelvis.x) / 2,
                        2 * waist.y - (neck.y + pelvis.y) / 2, 0};
    const auto on_curve = [&](double t) {
        const double a = (1 - t) * (1 - t);
        const double b = 2 * t * (1 - t);
        return Point{a * neck.x + b * control.x + t * t * pelvis.x,
                     a * neck.y + b * control.y + t * t * pelvis.y, 0};
    };
    const Stuff stuff = stuff_of(figure, Joint::waist);
    for (int i = 0; i < spine_pieces; ++i) {
        lines.push_back({on_curve(static_cast<double>(i) / spine_pieces),
                         on_curve(static_cast<double>(i + 1) / spine_pieces), stuff});
    }
}

/// Returns 1 if a thing has the body to its left, else -1.
double away(const Figure& figure, const Point& place) {
    return at(figure.poses.front().joints, Joint::pelvis).x <= place.x ? 1 : -1;
}

double ground(const Figure& figure) {
    const auto floor =
        std::find_if(figure.scene.begin(), figure.scene.end(),
                     [](const ScenePart& part) { return part.thing == SceneThing::floor; });
    return floor == figure.scene.end() ? 0 : floor->at.y;
}

/// Adds a chair: seen from the side a seat on two legs, with a back if somebody sits on it; from
/// elsewhere the seat alone, since its legs would be taken for those that move.
void add_chair(std::vector<FigureLine>& lines, const Figure& figure, const Point& seat) {
    const double left = seat.x - seat_width / 2;
    const double right = seat.x + seat_width / 2;
    const double down = ground(figure);
    lines.push_back({{left, seat.y}, {right, seat.y}, Stuff::scene});
    if (figure.view != FigureView::side) return;
    lines.push_back({{left, seat.y}, {left, down}, Stuff::scene});
    lines.push_back({{right, seat.y}, {right, down}, Stuff::scene});
    const Joints& first = figure.poses.front().joints;
    const bool sat_on = std::abs(at(first, Joint::pelvis).x - seat.x) < seat_width;
    if (!sat_on) return;
    const double back = at(first, Joint::knee_l).x > seat.x ? left : right;
    lines.push_back({{back, seat.y}, {back, seat.y + seat_back}, Stuff::scene});
}

void add_block(std::vector<FigureLine>& lines, double left, double right, double top, double down) {
    lines.push_back({{left, top}, {right, top}, Stuff::scene});
    lines.push_back({{left, top}, {left, down}, Stuff::scene});
    lines.push_back({{right, top}, {right, down}, Stuff::scene});
}

/// Adds what somebody seen from above lies on.
void add_mat(std::vector<FigureLine>& lines, const FigurePicture& extent) {
    const double left = extent.lower_left.x + thin;
    const double right = extent.upper_right.x - thin;
    const double low = extent.lower_left.y + thin;
    const double high = extent.upper_right.y - thin;
    lines.push_back({{left, low}, {right, low}, Stuff::scene});
    lines.push_back({{left, high}, {right, high}, Stuff::scene});
    lines.push_back({{left, low}, {left, high}, Stuff::scene});
    lines.push_back({{right, low}, {right, high}, Stuff::scene});
}

void add_part(std::vector<FigureLine>& lines, const Figure& figure, const ScenePart& part,
              const FigurePicture& extent) {
    const Point& place = part.at;
    switch (part.thing) {
        case SceneThing::floor: {
            if (figure.view != FigureView::top) {
                lines.push_back({{extent.lower_left.x, place.y},
                                 {extent.upper_right.x, place.y},
                                 Stuff::scene});
                return;
            }
            return add_mat(lines, extent);
        }
        case SceneThing::wall:
            lines.push_back(
                {{place.x, extent.lower_left.y}, {place.x, extent.upper_right.y}, Stuff::scene});
            return;
        case SceneThing::chair:
            return add_chair(lines, figure, place);
        case SceneThing::counter: {
            const double far = place.x + away(figure, place) * counter_width;
            return add_block(lines, place.x, far, place.y, ground(figure));
        }
        case SceneThing::step:
            return add_block(lines, place.x - step_width / 2, place.x + step_width / 2, place.y,
                             ground(figure));
    }
}

void widen(FigurePicture& extent, const Point& point, double by) {
    extent.lower_left.x = std::min(extent.lower_left.x, point.x - by);
    extent.lower_left.y = std::min(extent.lower_left.y, point.y - by);
    extent.upper_right.x = std::max(extent.upper_right.x, point.x + by);
    extent.upper_right.y = std::max(extent.upper_right.y, point.y + by);
}

/// Measures the space that the poses and the scene take up.
void measure(FigurePicture& picture, const Figure& figure) {
    picture.lower_left = {1, 1, 0};
    picture.upper_right = {0, 0, 0};
    for (const auto& pose : figure.poses) {
        for (const auto& point : pose.joints) widen(picture, point, skin);
        widen(picture, at(pose.joints, Joint::head), head_radius);
    }
    for (const auto& part : figure.scene) {
        std::vector<FigureLine> lines;
        add_part(lines, figure, part, picture);
        for (const auto& line : lines) {
            widen(picture, line.from, thin);
            widen(picture, line.to, thin);
        }
    }
}

}  // namespace

FigurePicture picture_of(const Figure& figure, const Joints& joints) {
    FigurePicture picture;
    measure(picture, figure);
    for (const auto& part : figure.scene) add_part(picture.lines, figure, part, picture);
    add_spine(picture.lines, figure, joints);
    picture.head = at(joints, Joint::head);
    picture.head_stuff = stuff_of(figure, Joint::head);
    picture.lines.push_back({at(joints, Joint::neck), picture.head, picture.head_stuff});
    for (const Joint joint : limb_ends) {
        picture.lines.push_back(
            {at(joints, parent(joint)), at(joints, joint), stuff_of(figure, joint)});
    }
    return picture;
}

namespace {

// A cell is two dots wide and two high, and about twice as high as it is wide. Lengths are in dots
// across: a dot is one of them wide and two of them high.
constexpr int dots_across = 2;
constexpr int dots_down = 2;
constexpr double dot_height = 2;
constexpr double cell_width = dots_across;
constexpr double cell_height = dots_down * dot_height;

// The radius of the pen in parts of the box, but at least so many dots: a stroke 3 dots wide is
// seen from 2 m.
struct PenRadius {
    double share;
    double least;
};
PenRadius pen_for(Stuff stuff) {
    return stuff == Stuff::moving ? PenRadius{0.022, 1.5} : PenRadius{0.012, 1.0};
}
constexpr PenRadius head_pen{0.046, 2.8};

/// Maps the figure's box to lengths on an area, from its upper left corner.
class Fitting {
   public:
    Fitting(const FigurePicture& picture, Size size) : picture_(picture) {
        const double wide = std::max(picture.upper_right.x - picture.lower_left.x, 0.01);
        const double high = std::max(picture.upper_right.y - picture.lower_left.y, 0.01);
        const double columns = size.columns * cell_width;
        const double rows = size.rows * cell_height;
        scale_ = std::min(columns / wide, rows / high);
        left_ = (columns - wide * scale_) / 2;
        top_ = (rows - high * scale_) / 2;
    }
    double scale() const { return scale_; }
    Point operator()(const Point& point) const {
        return {left_ + (point.x - picture_.lower_left.x) * scale_,
                top_ + (picture_.upper_right.y - point.y) * scale_, 0};
    }
    double radius(PenRadius pen) const { return std::max(pen.share * scale_, pen.least); }

   private:
    const FigurePicture& picture_;
    double scale_ = 1;
    double left_ = 0;
    double top_ = 0;
};

double distance_to(const Point& from, const Point& to, double x, double y) {
    const double dx = to.x - from.x;
    const double dy = to.y - from.y;
    const double square = dx * dx + dy * dy;
    const double along =
        square == 0 ? 0 : std::clamp(((x - from.x) * dx + (y - from.y) * dy) / square, 0.0, 1.0);
    return std::hypot(x - from.x - along * dx, y - from.y - along * dy);
}

/// A grid of dots, each with what it shows.
class DotGrid {
   public:
    explicit DotGrid(Size cells)
        : columns_(cells.columns * dots_across),
          rows_(cells.rows * dots_down),
          dots_(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_)) {}

    Stuff at(int row, int column) const { return dots_[index(row, column)]; }

    /// Sets every dot whose middle is no further than `radius` from the line.
    void stroke(const Point& from, const Point& to, double radius, Stuff stuff) {
        const auto low = [](double value) { return static_cast<int>(std::floor(value)); };
        const int top = std::max(low((std::min(from.y, to.y) - radius) / dot_height), 0);
        const int bottom = std::min(low((std::max(from.y, to.y) + radius) / dot_height), rows_ - 1);
        const int left = std::max(low(std::min(from.x, to.x) - radius), 0);
        const int right = std::min(low(std::max(from.x, to.x) + radius), columns_ - 1);
        for (int row = top; row <= bottom; ++row) {
            for (int column = left; column <= right; ++column) {
                const double away = distance_to(from, to, column + 0.5, (row + 0.5) * dot_height);
                Stuff& dot = dots_[index(row, column)];
                if (away <= radius) dot = std::max(dot, stuff);
            }
        }
    }

    /// Draws a line as thin as possible without a gap.
    void thin_line(const Point& from, const Point& to, Stuff stuff) {
        const int steps = static_cast<int>(std::ceil(std::hypot(to.x - from.x, to.y - from.y)));
        for (int i = 0; i <= 2 * steps; ++i) {
            const double t = steps == 0 ? 0 : i / (2.0 * steps);
            const int column = static_cast<int>(from.x + (to.x - from.x) * t);
            const int row = static_cast<int>((from.y + (to.y - from.y) * t) / dot_height);
            if (row < 0 || row >= rows_ || column < 0 || column >= columns_) continue;
            Stuff& dot = dots_[index(row, column)];
            dot = std::max(dot, stuff);
        }
    }

   private:
    std::size_t index(int row, int column) const {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
               static_cast<std::size_t>(column);
    }
    int columns_;
    int rows_;
    std::vector<Stuff> dots_;
};

Ink ink_for(Stuff stuff, Ink moving) {
    if (stuff == Stuff::moving) return moving;
    return stuff == Stuff::scene ? Ink::faint : Ink::normal;
}

/// Indexed by the dots that are set: 1 upper left, 2 upper right, 4 lower left, 8 lower right.
constexpr std::array<char32_t, 16> quadrants = {U' ', U'▘', U'▝', U'▀', U'▖', U'▌', U'▞', U'▛',
                                                U'▗', U'▚', U'▐', U'▜', U'▄', U'▙', U'▟', U'█'};

DotGrid dots_of(const FigurePicture& picture, Size size) {
    const Fitting fit(picture, size);
    DotGrid grid(size);
    for (const auto& [from, to, stuff] : picture.lines) {
        if (stuff == Stuff::scene) {
            grid.thin_line(fit(from), fit(to), stuff);
        } else {
            grid.stroke(fit(from), fit(to), fit.radius(pen_for(stuff)), stuff);
        }
    }
    grid.stroke(fit(picture.head), fit(picture.head), fit.radius(head_pen), picture.head_stuff);
    return grid;
}

/// Makes a cell of four dots. It has one ink: that of what matters most in it.
Cell quadrant_of(const DotGrid& grid, int row, int column, Ink moving) {
    std::size_t shape = 0;
    Stuff most = Stuff::nothing;
    for (std::size_t dot = 0; dot < 4; ++dot) {
        const Stuff stuff = grid.at(row * dots_down + static_cast<int>(dot / 2),
                                    column * dots_across + static_cast<int>(dot % 2));
        if (stuff != Stuff::nothing) shape |= std::size_t{1} << dot;
        most = std::max(most, stuff);
    }
    return {quadrants.at(shape), ink_for(most, moving)};
}

void draw_quadrants(Frame& frame, const Area& area, const FigurePicture& picture, Ink moving) {
    const DotGrid grid = dots_of(picture, area.size);
    for (int row = 0; row < area.size.rows; ++row) {
        for (int column = 0; column < area.size.columns; ++column) {
            const Cell cell = quadrant_of(grid, row, column, moving);
            if (cell.glyph != U' ') frame.put(area.row + row, area.column + column, cell);
        }
    }
}

/// Returns the character that slopes like a line.
char32_t slope_of(const Point& from, const Point& to) {
    const double dx = std::abs(to.x - from.x);
    const double dy = std::abs(to.y - from.y);
    constexpr double flat = 0.5;
    if (dy <= flat * dx) return U'-';
    if (dx <= flat * dy) return U'|';
    return (to.x - from.x) * (to.y - from.y) > 0 ? U'\\' : U'/';
}

/// Puts characters along a line, each cell once.
void draw_along(Frame& frame, const Area& area, const Point& from, const Point& to, Cell cell) {
    const double steps = std::max(
        {std::abs(to.x - from.x) / cell_width, std::abs(to.y - from.y) / cell_height, 0.5});
    const int count = static_cast<int>(std::ceil(steps * 2));
    for (int i = 0; i <= count; ++i) {
        const double t = static_cast<double>(i) / count;
        const int column = static_cast<int>((from.x + (to.x - from.x) * t) / cell_width);
        const int row = static_cast<int>((from.y + (to.y - from.y) * t) / cell_height);
        if (row < 0 || row >= area.size.rows || column < 0 || column >= area.size.columns) continue;
        frame.put(area.row + row, area.column + column, cell);
    }
}

char32_t glyph_of(Stuff stuff, char32_t slope) {
    if (stuff == Stuff::moving) return U'#';
    if (stuff == Stuff::still) return slope;
    return slope == U'-' ? U'_' : U':';
}

void draw_ascii(Frame& frame, const Area& area, const FigurePicture& picture, Ink moving) {
    const Fitting fit(picture, area.size);
    for (const Stuff stuff : {Stuff::scene, Stuff::still, Stuff::moving}) {
        for (const auto& line : picture.lines) {
            if (line.stuff != stuff) continue;
            const Point from = fit(line.from);
            const Point to = fit(line.to);
            draw_along(frame, area, from, to,
                       {glyph_of(stuff, slope_of(from, to)), ink_for(stuff, moving)});
        }
    }
    const Point head = fit(picture.head);
    draw_along(frame, area, head, head, {U'O', ink_for(picture.head_stuff, moving)});
}

}  // namespace

void draw_figure(Frame& frame, const Area& area, const FigurePicture& picture, Blocks blocks,
                 Ink ink) {
    if (area.size.columns <= 0 || area.size.rows <= 0) return;
    if (blocks == Blocks::half) {
        draw_quadrants(frame, area, picture, ink);
    } else {
        draw_ascii(frame, area, picture, ink);
    }
}

}  // namespace hipflow::terminal
