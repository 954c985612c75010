// SPDX-License-Identifier: MIT
#include "figure/svg.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <span>
#include <utility>

#include "figure/look.h"
#include "figure/palette.h"
#include "figure/scenery.h"
#include "figure/svg_shapes.h"

namespace hipflow::figure {
namespace {

constexpr double svg_margin = 3;  // units
constexpr int svg_tones = 5;
constexpr int lit = 3;  // the tone of a body: three quarters of the way to the brightest

/// An element of the picture with its colours.
struct Painted {
    std::string element;
    Rgb fill;
    std::optional<Rgb> line;
};

/// A capsule or the middle of an ellipsoid, as the camera sees it.
struct Bone {
    Projected from;
    Projected to;
    double from_radius = 0;  // in heights of the body
    double to_radius = 0;
    bool is_round = false;  // an ellipsoid: nothing is known of it along the line
};

struct Spread {
    double left = 0;
    double right = 0;
    double top = 0;
    double bottom = 0;
    bool meets(const Spread& other) const {
        return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
};

/// A volume or a panel, with what decides when it is painted.
struct Thing {
    std::vector<Painted> parts;
    Spread extent;
    double depth = 0;  // larger is nearer
    const Panel* panel = nullptr;
    Vec facing;               // of a panel, towards the viewer
    std::vector<Vec> points;  // its corners, or the ends of its bone
    Bone bone;
};

Painted painted(std::string element, Material material, int tone, bool has_line) {
    constexpr double line_share = 0.7;
    const Rgb fill = true_colour(Tint::of(material, tone), svg_tones, Theme::light);
    if (!has_line) return {std::move(element), fill, {}};
    const Rgb dark = true_colour(Tint::of(material, 0), svg_tones, Theme::light);
    const auto part = [](std::uint8_t value) {
        return static_cast<std::uint8_t>(std::lround(value * line_share));
    };
    return {std::move(element), fill, Rgb{part(dark.red), part(dark.green), part(dark.blue)}};
}

/// The trunk is drawn of several ellipsoids: lines between them would be taken for something.
bool is_trunk(BodyPart part) {
    return part <= BodyPart::chest || part == BodyPart::shoulder_l || part == BodyPart::shoulder_r;
}

Round round_of(const Projected& at, double radius) { return {at.x, at.y, radius * at.scale}; }

Spread around(const Round& a, const Round& b) {
    return {std::min(a.x - a.radius, b.x - b.radius), std::max(a.x + a.radius, b.x + b.radius),
            std::min(a.y - a.radius, b.y - b.radius), std::max(a.y + a.radius, b.y + b.radius)};
}

Thing thing_of(const Capsule& capsule, const Camera& camera, Material material) {
    constexpr double in_front = 0.6;
    const Projected from = camera.project(capsule.from);
    const Projected to = camera.project(capsule.to);
    const Round a = round_of(from, capsule.from_radius);
    const Round b = round_of(to, capsule.to_radius);
    Thing thing;
    thing.parts.push_back(painted(capsule_element(a, b), material, lit, !is_trunk(capsule.part)));
    thing.extent = around(a, b);
    thing.depth =
        (from.depth + to.depth + in_front * (capsule.from_radius + capsule.to_radius)) / 2;
    thing.points = {capsule.from, capsule.to};
    thing.bone = {from, to, capsule.from_radius, capsule.to_radius, false};
    return thing;
}

/// Adds the hair: over the head as far as it is seen from behind, and behind a face.
void add_hair(Thing& head, const Ellipsoid& ellipsoid, const Camera& camera) {
    constexpr double towards_viewer = 0.6;
    const bool shows_face = dot(camera.seen(ellipsoid.frame.x), {0, 0, 1}) > towards_viewer;
    constexpr double over = 0.052;
    constexpr double behind = 0.056;
    const Projected at = camera.project(ellipsoid.centre + ellipsoid.frame * Vec{-0.022, 0.02, 0});
    Painted hair = painted(circle_element(round_of(at, shows_face ? behind : over)), Material::hair,
                           svg_tones - 1, false);
    head.parts.insert(shows_face ? head.parts.begin() : head.parts.end(), std::move(hair));
}

Thing thing_of(const Ellipsoid& ellipsoid, const Camera& camera, Material material, bool has_line) {
    constexpr double in_front = 0.5;
    const Oval oval = outline_of(ellipsoid, camera);
    const Vec& radii = ellipsoid.radii;
    Thing thing;
    thing.parts.push_back(painted(ellipse_element(oval), material, lit, has_line));
    const Round round{oval.centre.x, oval.centre.y, oval.larger};
    thing.extent = around(round, round);
    thing.depth = oval.centre.depth + in_front * (radii.x + radii.y + radii.z) / 3;
    thing.points = {ellipsoid.centre};
    thing.bone.is_round = true;
    return thing;
}

/// Tells whether a panel is behind everything else: the mat with its edge, a bed, and the wall.
bool is_behind(const Panel& panel) {
    return panel.below || panel.material == Material::mat || panel.material == Material::edge ||
           panel.material == Material::wall;
}

/// A panel as the viewer sees it; nullopt if it shows its back, or reaches to behind the viewer.
std::optional<Thing> thing_of(const Panel& panel, const Camera& camera) {
    constexpr double too_near = -0.2;
    std::array<Projected, 4> corners{};
    std::ranges::transform(panel.corners, corners.begin(),
                           [&](const Vec& corner) { return camera.project(corner); });
    if (std::ranges::any_of(corners, [](const auto& at) { return !(at.depth < too_near); })) {
        return std::nullopt;
    }
    const Vec to_eye = camera.eye() - panel.corners.front();
    Thing thing;
    thing.panel = &panel;
    double light = panel.light;
    if (panel.normal) {
        if (dot(*panel.normal, to_eye) <= 0) return std::nullopt;
        thing.facing = *panel.normal;
        light = std::clamp(0.42 + 0.58 * dot(camera.seen(*panel.normal), camera.light()), 0.0, 1.0);
    }
    const int tone = static_cast<int>(std::lround(light * (svg_tones - 1)));
    thing.parts.push_back(
        painted(polygon_element(corners), panel.material, tone, !is_behind(panel)));
    const auto [left, right] = std::ranges::minmax(corners, {}, &Projected::x);
    const auto [top, bottom] = std::ranges::minmax(corners, {}, &Projected::y);
    thing.extent = {left.x, right.x, top.y, bottom.y};
    for (const auto& corner : corners) thing.depth += corner.depth / 4;
    thing.points.assign(panel.corners.begin(), panel.corners.end());
    return thing;
}

// What hides what. Negative: the first is behind the second, and is painted before it.

/// By the side of a panel on which all of the other lies; 0 if it is on both.
int by_plane(const Thing& panel, const Thing& other) {
    constexpr double touching = 0.004;
    bool is_before = true;
    bool is_behind = true;
    for (const Vec& point : other.points) {
        const double ahead = dot(point - panel.panel->corners.front(), panel.facing);
        is_before = is_before && ahead > -touching;
        is_behind = is_behind && ahead < touching;
    }
    if (is_before == is_behind) return 0;
    return is_before ? -1 : 1;
}

/// A place along each of two lines.
struct Along {
    double first = 0;
    double second = 0;
};

/// Where two bones come nearest to each other on the picture.
Along nearest_places(const Bone& a, const Bone& b) {
    const auto difference = [](const Projected& to, const Projected& from) {
        return Vec{to.x - from.x, to.y - from.y, 0};
    };
    const Vec u = difference(a.to, a.from);
    const Vec v = difference(b.to, b.from);
    const Vec w = difference(a.from, b.from);
    const double uu = std::max(dot(u, u), 1e-9);
    const double vv = std::max(dot(v, v), 1e-9);
    const double uv = dot(u, v);
    const double whole = uu * vv - uv * uv;
    const auto along_second = [&](double s) {
        return std::clamp((dot(v, w) + s * uv) / vv, 0.0, 1.0);
    };
    const auto along_first = [&](double t) {
        return std::clamp((t * uv - dot(u, w)) / uu, 0.0, 1.0);
    };
    double s = whole > 1e-9 * uu * vv
                   ? std::clamp((uv * dot(v, w) - vv * dot(u, w)) / whole, 0.0, 1.0)
                   : 0.5;
    const double t = along_second(s);
    s = along_first(t);
    return {s, along_second(s)};
}

/// How near the skin over a bone comes to the viewer.
double skin_at(const Bone& bone, double along) {
    return mix(bone.from.depth, bone.to.depth, along) +
           mix(bone.from_radius, bone.to_radius, along);
}

int order_of(const Thing& a, const Thing& b) {
    if (!a.extent.meets(b.extent)) return 0;
    int order = 0;
    if (a.panel != nullptr) order = by_plane(a, b);
    if (order == 0 && b.panel != nullptr) order = -by_plane(b, a);
    if (order != 0) return order;
    if (a.panel == nullptr && b.panel == nullptr && !a.bone.is_round && !b.bone.is_round) {
        constexpr double clearly = 0.006;
        const auto [first, second] = nearest_places(a.bone, b.bone);
        const double nearer = skin_at(a.bone, first) - skin_at(b.bone, second);
        if (std::abs(nearer) > clearly) return nearer < 0 ? -1 : 1;
    }
    if (a.depth == b.depth) return 0;
    return a.depth < b.depth ? -1 : 1;
}

/// Which things wait for which others to be painted behind them.
struct Waiting {
    std::vector<std::vector<std::size_t>> in_front;  // of each, what waits for it
    std::vector<int> waits;                          // of each, for how many it waits
};

Waiting waiting_of(const std::vector<Thing>& things) {
    const std::size_t count = things.size();
    Waiting waiting{std::vector<std::vector<std::size_t>>(count), std::vector<int>(count, 0)};
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t j = i + 1; j < count; ++j) {
            const int order = order_of(things[i], things[j]);
            if (order == 0) continue;
            const auto [behind, front] = order < 0 ? std::pair(i, j) : std::pair(j, i);
            waiting.in_front[behind].push_back(front);
            ++waiting.waits[front];
        }
    }
    return waiting;
}

/// Puts things into the order of a painter. Where they hide each other in a ring, the farthest
/// goes first.
std::vector<const Thing*> in_painters_order(std::vector<Thing>& things) {
    constexpr int done = std::numeric_limits<int>::max();
    std::ranges::stable_sort(things, {}, &Thing::depth);
    auto [in_front, waits] = waiting_of(things);
    std::vector<const Thing*> order;
    order.reserve(things.size());
    while (order.size() < things.size()) {
        const auto next = static_cast<std::size_t>(std::ranges::min_element(waits) - waits.begin());
        waits[next] = done;
        order.push_back(&things[next]);
        for (const std::size_t front : in_front[next]) {
            if (waits[front] != done) --waits[front];
        }
    }
    return order;
}

/// Everything that stands or lies on the ground, unordered.
std::vector<Thing> things_of(const Movement& movement, const Body& body, const Camera& camera,
                             std::span<const Panel> panels) {
    const Figure& figure = movement.figure();
    const Volumes volumes = volumes_of(body);
    const Materials materials = materials_of(figure, far_sides(movement, camera));
    const auto material_of = [&](BodyPart part) {
        return materials.at(static_cast<std::size_t>(part));
    };
    std::vector<Thing> things;
    things.reserve(panels.size() + figure.scene.cushions.size() + volumes.capsules.size() +
                   volumes.ellipsoids.size() + 4);
    for (const auto& panel : panels) {
        if (is_behind(panel)) continue;
        if (auto thing = thing_of(panel, camera)) things.push_back(std::move(*thing));
    }
    for (const auto& [centre, radii] : figure.scene.cushions) {
        things.push_back(
            thing_of({BodyPart::pelvis, centre, {}, radii}, camera, Material::cushion, true));
    }
    for (const auto& capsule : volumes.capsules) {
        things.push_back(thing_of(capsule, camera, material_of(capsule.part)));
    }
    for (const auto& ellipsoid : volumes.ellipsoids) {
        const bool is_head = ellipsoid.part == BodyPart::head;
        things.push_back(thing_of(ellipsoid, camera, material_of(ellipsoid.part), is_head));
        if (is_head) add_hair(things.back(), ellipsoid, camera);
    }
    if (!figure.scene.band) return things;
    for (const auto& capsule : band_of(body)) {
        things.push_back(thing_of(capsule, camera, Material::band));
    }
    return things;
}

/// Writes elements, with one group for those in a row that have the same colours.
class Canvas {
   public:
    void add(const std::vector<Painted>& parts) {
        for (const auto& [element, fill, line] : parts) {
            const std::string colours = line ? fmt::format(R"( fill="{}" stroke="{}")",
                                                           hexadecimal(fill), hexadecimal(*line))
                                             : fmt::format(R"( fill="{}")", hexadecimal(fill));
            if (colours != colours_) {
                end_group();
                elements_ += fmt::format("<g{}>", colours);
                colours_ = colours;
            }
            elements_ += element;
        }
    }

    std::string finished() {
        end_group();
        return std::move(elements_);
    }

   private:
    static std::string hexadecimal(const Rgb& rgb) {
        return fmt::format("#{:02x}{:02x}{:02x}", rgb.red, rgb.green, rgb.blue);
    }
    void end_group() {
        if (!colours_.empty()) elements_ += "</g>";
        colours_.clear();
    }

    std::string elements_;
    std::string colours_;  // of the group that is open
};

}  // namespace

std::string svg_of(const Movement& movement, double share, const SvgLook& look) {
    const Figure& figure = movement.figure();
    const Camera camera(figure.camera, look.width, look.height, svg_margin,
                        whole_view_of(movement));
    const std::vector<Panel> panels = panels_of(movement);
    Canvas canvas;
    for (const auto& panel : panels) {
        if (!is_behind(panel)) continue;
        if (const auto ground = thing_of(panel, camera)) canvas.add(ground->parts);
    }
    std::vector<Thing> things = things_of(movement, movement.at(share), camera, panels);
    for (const Thing* thing : in_painters_order(things)) canvas.add(thing->parts);
    std::string elements = canvas.finished();
    if (look.side == Side::right) {
        elements = fmt::format(R"x(<g transform="translate({})scale(-1,1)">{}</g>)x", look.width,
                               elements);
    }
    return fmt::format(
        R"(<svg{} viewBox="0 0 {} {}" role="img" stroke-width=".7"><title>{}</title>{}</svg>)",
        look.in_page ? "" : R"( xmlns="http://www.w3.org/2000/svg")", look.width, look.height,
        xml_text(figure.text), elements);
}

std::vector<double> key_shares(const Figure& figure) {
    std::vector<double> shares{0};
    std::vector<std::size_t> seen{figure.frames.empty() ? 0 : figure.frames.front().pose};
    for (std::size_t i = 0; i + 1 < figure.frames.size(); ++i) {
        const FigureFrame& frame = figure.frames[i];
        const FigureFrame& next = figure.frames[i + 1];
        const bool is_new = std::ranges::find(seen, frame.pose) == seen.end();
        if (frame.pose != next.pose || !is_new) continue;
        shares.push_back((frame.share + next.share) / 2);
        seen.push_back(frame.pose);
    }
    if (shares.size() == 1) shares.push_back(furthest_share(figure));
    return shares;
}

}  // namespace hipflow::figure
