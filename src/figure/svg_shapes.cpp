// SPDX-License-Identifier: MIT
#include "figure/svg_shapes.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace hipflow::figure {
namespace {

/// A length in tenths of a unit, in which everything is written.
int tenths(double value) {
    constexpr double most = 1e4;
    if (!std::isfinite(value)) return 0;
    return static_cast<int>(std::lround(std::clamp(value, -most, most) * 10));
}

/// Writes tenths as short as SVG allows: "12", "-.5", "3.4".
std::string number(int value) {
    const int size = std::abs(value);
    std::string text = value < 0 ? "-" : "";
    if (size >= 10 || size == 0) text += fmt::format("{}", size / 10);
    if (size % 10 != 0) text += fmt::format(".{}", size % 10);
    return text;
}

std::string number(double value) { return number(tenths(value)); }

/// A place on the picture, in tenths.
struct Spot {
    int x = 0;
    int y = 0;
};

/// Makes the data of a path: absolute at first, then each place as it lies from the last.
class Path {
   public:
    explicit Path(const Spot& start)
        : data_("M" + number(start.x) + separated(start.y)), at_(start) {}

    void line(const Spot& to) {
        data_ += 'l';
        go(to);
    }

    /// Clockwise, with one radius.
    void arc(double radius, bool is_large, const Spot& to) {
        const std::string size = number(radius);
        data_ += fmt::format("a{} {} 0 {} 1 ", size, size, is_large ? 1 : 0);
        go(to);
    }

    std::string closed() const { return data_ + 'z'; }

   private:
    static std::string separated(int value) {
        return value < 0 ? number(value) : ' ' + number(value);
    }
    void go(const Spot& to) {
        data_ += number(to.x - at_.x) + separated(to.y - at_.y);
        at_ = to;
    }

    std::string data_;
    Spot at_;
};

}  // namespace

std::string circle_element(const Round& round) {
    return fmt::format(R"(<circle cx="{}" cy="{}" r="{}"/>)", number(round.x), number(round.y),
                       number(round.radius));
}

std::string capsule_element(const Round& from, const Round& to) {
    constexpr double hardly = 0.1;
    const double x = to.x - from.x;
    const double y = to.y - from.y;
    const double apart = std::hypot(x, y);
    const double narrower = from.radius - to.radius;
    if (!(apart > std::abs(narrower) + hardly)) return circle_element(narrower > 0 ? from : to);
    // Where the tangents touch: this angle to either side of the line between the centres.
    const double aside = std::acos(narrower / apart);
    const double along = std::atan2(y, x);
    const auto touched = [&](const Round& end, double angle) {
        return Spot{tenths(end.x + end.radius * std::cos(along + angle)),
                    tenths(end.y + end.radius * std::sin(along + angle))};
    };
    Path path(touched(from, aside));
    path.arc(from.radius, narrower > 0, touched(from, -aside));
    path.line(touched(to, -aside));
    path.arc(to.radius, narrower < 0, touched(to, aside));
    return fmt::format(R"(<path d="{}"/>)", path.closed());
}

std::string polygon_element(const std::array<Projected, 4>& corners) {
    std::string points;
    for (const auto& [x, y, scale, depth] : corners) {
        if (!points.empty()) points += ' ';
        points += number(x) + ',' + number(y);
    }
    return fmt::format(R"(<polygon points="{}"/>)", points);
}

Oval outline_of(const Ellipsoid& ellipsoid, const Camera& camera) {
    const Projected centre = camera.project(ellipsoid.centre);
    const Rotation axes = camera.seen(ellipsoid.frame);
    const Vec radii = ellipsoid.radii * centre.scale;
    // The rows of B, which takes the unit sphere to the picture, and B·Bᵀ.
    const Vec across{axes.x.x * radii.x, axes.y.x * radii.y, axes.z.x * radii.z};
    const Vec down{-axes.x.y * radii.x, -axes.y.y * radii.y, -axes.z.y * radii.z};
    const double xx = dot(across, across);
    const double xy = dot(across, down);
    const double yy = dot(down, down);
    const double middle = (xx + yy) / 2;
    const double off = std::hypot((xx - yy) / 2, xy);
    return {centre, std::sqrt(middle + off), std::sqrt(std::max(middle - off, 0.0)),
            std::atan2(2 * xy, xx - yy) / 2 / radian};
}

std::string ellipse_element(const Oval& oval) {
    const long turned = std::isfinite(oval.turned) ? std::lround(oval.turned) : 0;
    return fmt::format(R"x(<ellipse rx="{}" ry="{}" transform="translate({} {})rotate({})"/>)x",
                       number(oval.larger), number(oval.smaller), number(oval.centre.x),
                       number(oval.centre.y), turned);
}

std::string xml_text(std::string_view plain) {
    std::string text;
    text.reserve(plain.size());
    for (const char c : plain) {
        switch (c) {
            case '&':
                text += "&amp;";
                break;
            case '<':
                text += "&lt;";
                break;
            case '>':
                text += "&gt;";
                break;
            case '"':
                text += "&quot;";
                break;
            case '\'':
                text += "&#39;";
                break;
            default: {
                const auto byte = static_cast<unsigned char>(c);
                text += byte < 0x20 || byte == 0x7F ? ' ' : c;
            }
        }
    }
    return text;
}

}  // namespace hipflow::figure
