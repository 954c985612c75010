// SPDX-License-Identifier: MIT
#include "terminal/figure_picture.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "domain/figure_motion.h"

namespace hipflow {
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

/// The line from neck to pelvis, bent through the waist.
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

/// 1 if a thing has the body to its left, else -1.
double away(const Figure& figure, const Point& place) {
    return at(figure.poses.front().joints, Joint::pelvis).x <= place.x ? 1 : -1;
}

double ground(const Figure& figure) {
    const auto floor =
        std::find_if(figure.scene.begin(), figure.scene.end(),
                     [](const ScenePart& part) { return part.thing == SceneThing::floor; });
    return floor == figure.scene.end() ? 0 : floor->at.y;
}

/// From the side a seat on two legs, with a back if somebody sits on it. From elsewhere the seat
/// alone: its legs would be taken for those that move.
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

/// What somebody seen from above lies on.
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

/// What the poses and the scene take up.
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

}  // namespace hipflow
