// SPDX-License-Identifier: MIT
#include "figure/demands.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>
#include <optional>
#include <utility>

#include "domain/restriction.h"
#include "figure/volumes.h"

namespace hipflow::figure {
namespace {

constexpr int moments = 25;

double share_of(int moment) { return static_cast<double>(moment) / (moments - 1); }

/// Returns the name of the pose that is nearest to a moment.
std::string pose_at(const Figure& figure, double share) {
    const auto nearest = std::min_element(figure.frames.begin(), figure.frames.end(),
                                          [&](const FigureFrame& a, const FigureFrame& b) {
                                              return std::abs(a.share - share) <
                                                     std::abs(b.share - share);
                                          });
    return figure.poses.at(nearest->pose).name;
}

std::string_view side_word(Side side) { return side == Side::left ? "left" : "right"; }

/// The body at one moment, and what is measured of it.
struct Moment {
    const Figure& figure;
    double share = 0;
    Body body;
    Volumes volumes;
    ReadAngles angles;
};

/// A risk as it is seen in one moment: the larger `amount`, the more of it.
struct Sign {
    double amount = 0;
    std::string why;
};

/// How a risk is measured, and from which amounts on it counts.
struct Measure {
    std::string_view tag;
    double mild;
    double full;
    std::function<Sign(const Moment&)> read;
};

constexpr double never = std::numeric_limits<double>::max();
constexpr double yes = 1;

/// Returns the larger sign of the two sides.
template <typename Read>
Sign of_sides(const Read& read) {
    Sign left = read(Side::left);
    Sign right = read(Side::right);
    return left.amount >= right.amount ? left : right;
}

Sign hip_sign(const Moment& moment, const char* verb, double BallAngles::*angle, double sign) {
    return of_sides([&](Side side) {
        const double degrees = sign * (moment.angles.hip[side].*angle);
        return Sign{degrees,
                    fmt::format("the {} hip {} {:.0f}°", side_word(side), verb, degrees)};
    });
}

/// A knee across the middle of the pelvis counts in full, adduction alone mildly.
Sign crossing(const Moment& moment) {
    constexpr double across = 0.015;
    constexpr double crossed = 15;
    return of_sides([&](Side side) {
        const double degrees = -moment.angles.hip[side].abd;
        const bool is_across = moment.angles.knee_from_middle[side] <= -across;
        return Sign{is_across ? degrees : std::min(degrees, crossed - 1),
                    fmt::format("the {} thigh goes {:.0f}° inwards{}", side_word(side), degrees,
                                is_across ? ", across the middle" : "")};
    });
}

/// Where the hip is nearly straight, less outward rotation is already the end of it.
Sign outward(const Moment& moment) {
    constexpr double nearly_straight = 20;
    constexpr double end_when_straight = 20;
    constexpr double end = 50;
    return of_sides([&](Side side) {
        const BallAngles& hip = moment.angles.hip[side];
        const double degrees = -hip.rot;
        const bool straight = std::abs(hip.flex) < nearly_straight;
        return Sign{straight && degrees >= end_when_straight ? std::max(degrees, end) : degrees,
                    fmt::format("the {} hip turns out {:.0f}°{}", side_word(side), degrees,
                                straight ? " while it is straight" : "")};
    });
}

Sign spine_sign(const Moment& moment, const char* verb, double degrees) {
    (void)moment;
    return {degrees, fmt::format("the back {} {:.0f}°", verb, degrees)};
}

bool is_kneeling(Base base) {
    return base == Base::all_fours || base == Base::half_kneeling || base == Base::kneeling;
}

constexpr double on_the_floor = 0.012;

double lowest(const Moment& moment, BodyPoint point) {
    return lowest_of(moment.body, moment.volumes, point).height;
}

Sign kneeling(const Moment& moment) {
    if (!is_kneeling(moment.figure.base)) return {};
    for (const auto& [point, side] :
         {std::pair(BodyPoint::knee_l, Side::left), {BodyPoint::knee_r, Side::right}}) {
        constexpr double ankle_down = 0.10;
        const bool kneels = lowest(moment, point) < on_the_floor &&
                            moment.body.leg[side].ankle.y < ankle_down;
        if (kneels) return {yes, fmt::format("the {} knee is on the floor", side_word(side))};
    }
    return {};
}

Sign on_wrists(const Moment& moment) {
    constexpr double shoulder_up = 0.20;
    if (moment.figure.base != Base::all_fours) return {};
    for (const auto& [point, side] :
         {std::pair(BodyPoint::hand_l, Side::left), {BodyPoint::hand_r, Side::right}}) {
        const bool leans = lowest(moment, point) < on_the_floor &&
                           moment.body.arm[side].shoulder.y > shoulder_up;
        if (leans) return {yes, fmt::format("the {} hand carries the body", side_word(side))};
    }
    return {};
}

/// The height of what a foot may stand on: the floor, a step, or what a contact says.
bool stands(const Moment& moment, BodyPoint foot, const Vec& toe, double height) {
    constexpr double on_it = 0.03;
    if (height < on_it) return true;
    for (const auto& contact : moment.figure.contact) {
        if (contact.point == foot && contact.height && height < *contact.height + on_it) return true;
    }
    const auto& step = moment.figure.scene.step;
    const bool over_step = step && toe.x >= step->least.x && toe.x <= step->most.x &&
                           toe.z >= step->least.z && toe.z <= step->most.z;
    return over_step && std::abs(height - step->most.y) < on_it;
}

/// On one leg, in full; mildly where the other foot touches the floor with its toes only.
Sign on_one_leg(const Moment& moment) {
    constexpr double standing = 0.30;
    constexpr double toes_only = 25;  // degrees of the sole
    constexpr double mild = 0.5;
    if (lowest(moment, BodyPoint::pelvis) <= standing) return {};
    Sign sign;
    for (const auto& [point, side] :
         {std::pair(BodyPoint::foot_l, Side::left), {BodyPoint::foot_r, Side::right}}) {
        const Leg& leg = moment.body.leg[side];
        if (!stands(moment, point, leg.toe, lowest(moment, point))) {
            return {yes, fmt::format("the {} foot is in the air", side_word(side))};
        }
        const double sole = std::asin(std::clamp(leg.foot.x.y, -1.0, 1.0)) / radian;
        if (sole < -toes_only) {
            sign = {mild, fmt::format("the {} foot touches with its toes only", side_word(side))};
        }
    }
    return sign;
}

bool lies(const Moment& moment) {
    return lowest(moment, BodyPoint::pelvis) < 0.05 && lowest(moment, BodyPoint::chest) < 0.05;
}

Sign on_the_back(const Moment& moment) {
    constexpr double up = 0.6;
    const bool flat = lies(moment) && moment.body.trunk.chest_frame.x.y > up;
    return flat ? Sign{yes, "one lies on the back"} : Sign{};
}

/// A trunk that is propped up still lies on its belly.
Sign on_the_belly(const Moment& moment) {
    constexpr double down = -0.25;
    const bool flat = moment.figure.base == Base::prone &&
                      lowest(moment, BodyPoint::pelvis) < 0.05 &&
                      moment.body.trunk.chest_frame.x.y < down;
    return flat ? Sign{yes, "one lies on the belly"} : Sign{};
}

Sign on_the_floor_at_all(const Moment& moment) {
    const Base base = moment.figure.base;
    if (base == Base::standing || base == Base::chair) return {};
    return {yes, "it is done on the floor"};
}

/// Sitting on a chair bends the hips, and is not counted for that.
std::vector<Measure> measures_for(Base base) {
    const bool sits = base == Base::chair;
    return {
        {"hip-flex-90", sits ? never : 75, sits ? 100.0 : 88,
         [](const Moment& m) { return hip_sign(m, "bends", &BallAngles::flex, 1); }},
        {"hip-add-cross", 7, 15, crossing},
        {"hip-ir-end", 25, 36,
         [](const Moment& m) { return hip_sign(m, "turns in", &BallAngles::rot, 1); }},
        {"hip-er-end", 38, 50, outward},
        {"hip-ext-end", 12, 15,
         [](const Moment& m) { return hip_sign(m, "goes back", &BallAngles::flex, -1); }},
        {"spine-flex", 20, 40,
         [](const Moment& m) { return spine_sign(m, "rounds", m.angles.spine.flex); }},
        {"spine-rot", 15, 25,
         [](const Moment& m) { return spine_sign(m, "turns", std::abs(m.angles.spine.rot)); }},
        {"spine-ext", 22, 32,
         [](const Moment& m) { return spine_sign(m, "arches", -m.angles.spine.flex); }},
        {"spine-side", 10, 20,
         [](const Moment& m) {
             return spine_sign(m, "bends to the side", std::abs(m.angles.spine.bend));
         }},
        {"kneel", never, yes, kneeling},
        {"wrist", never, yes, on_wrists},
        {"single-leg", 0.5, yes, on_one_leg},
        {"prone", never, yes, on_the_belly},
        {"supine-flat", never, yes, on_the_back},
        {"floor", never, yes, on_the_floor_at_all},
    };
}

/// Calls `take` with 25 moments of a movement.
template <typename Take>
void for_each_moment(const Movement& movement, const Take& take) {
    for (int i = 0; i < moments; ++i) {
        const Body body = movement.at(share_of(i));
        take(Moment{movement.figure(), share_of(i), body, volumes_of(body), read_angles(body)});
    }
}

}  // namespace

std::vector<FoundRisk> risks_of(const Movement& movement) {
    const auto measures = measures_for(movement.figure().base);
    std::vector<std::pair<Sign, double>> largest(measures.size());
    for_each_moment(movement, [&](const Moment& moment) {
        for (std::size_t i = 0; i < measures.size(); ++i) {
            Sign sign = measures[i].read(moment);
            if (sign.amount > largest[i].first.amount) largest[i] = {std::move(sign), moment.share};
        }
    });
    std::vector<FoundRisk> found;
    for (std::size_t i = 0; i < measures.size(); ++i) {
        const auto& [sign, share] = largest[i];
        // What is read back of an angle differs a little from what was written.
        const double amount = sign.amount + 1e-6;
        if (amount < std::min(measures[i].mild, measures[i].full)) continue;
        found.push_back({measures[i].tag,
                         amount >= measures[i].full ? Demand::full : Demand::mild, sign.why,
                         pose_at(movement.figure(), share)});
    }
    return found;
}

bool is_measured(std::string_view tag) {
    const auto measures = measures_for(Base::standing);
    return std::any_of(measures.begin(), measures.end(),
                       [&](const Measure& measure) { return measure.tag == tag; });
}

namespace {

struct Range {
    double least;
    double most;
};

// The outer limits of a healthy body in this order of angles (BODY.md, 8.1).
constexpr Range hip_flex{-30, 135};
constexpr Range hip_abd{-35, 62};
constexpr Range hip_rot{-82, 52};
constexpr Range knee_range{0, 158};
constexpr Range ankle_range{-56, 40};
constexpr Range elbow_range{0, 152};
constexpr Range spine_flex{-62, 75};
constexpr Range spine_bend{-42, 42};
constexpr Range spine_rot{-45, 45};
constexpr double tolerance = 1;  // degrees
constexpr double in_floor = 0.025;

/// Collects the greatest excess of each joint.
class Excesses {
 public:
    explicit Excesses(const Figure& figure) : figure_(&figure) {}

    void angle(double share, double degrees, const Range& range, const std::string& joint,
               const std::string& key, std::string_view what) {
        const bool more = degrees > range.most;
        const double limit = more ? range.most : range.least;
        const double by = more ? degrees - limit : limit - degrees;
        if (by <= tolerance) return;
        note(by, {fmt::format("{} {} {:.0f}°, {} than {:.0f}°", joint, what, degrees,
                              more ? "more" : "less", limit),
                  key, pose_at(*figure_, share)});
    }

    void floor(double share, double height, std::string_view part) {
        if (height >= -in_floor) return;
        note(-height, {fmt::format("the {} is {:.3f} of the body's height in the floor", part,
                                   -height),
                       "", pose_at(*figure_, share)});
    }

    std::vector<Impossible> found() && {
        std::vector<Impossible> all;
        all.reserve(worst_.size());
        for (auto& [by, what] : worst_) all.push_back(std::move(what));
        return all;
    }

 private:
    /// The first words of `what` name joint and direction: one complaint for each.
    void note(double by, Impossible what) {
        const auto same = [&](const auto& other) {
            const auto stem = [](const std::string& text) {
                return text.substr(0, text.find_first_of("-0123456789"));
            };
            return stem(other.second.what) == stem(what.what);
        };
        const auto known = std::find_if(worst_.begin(), worst_.end(), same);
        if (known == worst_.end()) {
            worst_.emplace_back(by, std::move(what));
        } else if (by > known->first) {
            *known = {by, std::move(what)};
        }
    }

    const Figure* figure_;
    std::vector<std::pair<double, Impossible>> worst_;
};

void note_angles(const Moment& moment, Excesses& excesses) {
    const double share = moment.share;
    for (const Side side : two_sides) {
        const auto name = [&](std::string_view joint) {
            return fmt::format("the {} {}", side_word(side), joint);
        };
        const auto key = [&](std::string_view joint) {
            return fmt::format("{}_{}", joint, side == Side::left ? "l" : "r");
        };
        const BallAngles& hip = moment.angles.hip[side];
        excesses.angle(share, hip.flex, hip_flex, name("hip"), key("hip"), "bends");
        excesses.angle(share, hip.abd, hip_abd, name("hip"), key("hip"), "opens");
        excesses.angle(share, hip.rot, hip_rot, name("hip"), key("hip"), "turns in");
        excesses.angle(share, moment.angles.knee[side], knee_range, name("knee"), key("knee"),
                       "bends");
        excesses.angle(share, moment.angles.ankle[side], ankle_range, name("ankle"), key("ankle"),
                       "lifts the foot");
        excesses.angle(share, moment.angles.elbow[side], elbow_range, name("elbow"), key("elbow"),
                       "bends");
    }
    const SpineAngles& spine = moment.angles.spine;
    excesses.angle(share, spine.flex, spine_flex, "the spine", "spine", "rounds");
    excesses.angle(share, spine.bend, spine_bend, "the spine", "spine", "bends to the right");
    excesses.angle(share, spine.rot, spine_rot, "the spine", "spine", "turns to the right");
}

void note_floor(const Moment& moment, Excesses& excesses) {
    constexpr std::array<std::pair<BodyPart, std::string_view>, 12> parts = {{
        {BodyPart::pelvis, "pelvis"},
        {BodyPart::chest, "chest"},
        {BodyPart::head, "head"},
        {BodyPart::thigh_l, "left thigh"},
        {BodyPart::thigh_r, "right thigh"},
        {BodyPart::shank_l, "left shank"},
        {BodyPart::shank_r, "right shank"},
        {BodyPart::foot_l, "left foot"},
        {BodyPart::foot_r, "right foot"},
        {BodyPart::fore_l, "left elbow"},
        {BodyPart::fore_r, "right elbow"},
        {BodyPart::hand_l, "left hand"},
    }};
    for (const auto& [part, name] : parts) {
        excesses.floor(moment.share, lowest_of(moment.volumes, part), name);
    }
    excesses.floor(moment.share, lowest_of(moment.volumes, BodyPart::hand_r), "right hand");
}

}  // namespace

std::vector<Impossible> impossible_in(const Movement& movement) {
    Excesses excesses(movement.figure());
    for_each_moment(movement, [&](const Moment& moment) {
        note_angles(moment, excesses);
        note_floor(moment, excesses);
    });
    return std::move(excesses).found();
}

}  // namespace hipflow::figure
