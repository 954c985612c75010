// SPDX-License-Identifier: MIT
#include "figure/demands.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <utility>

#include "figure/moment.h"

namespace hipflow::figure {
namespace {

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
    return left.amount >= right.amount ? std::move(left) : std::move(right);
}

Sign hip_sign(const Moment& moment, const char* verb, double BallAngles::*angle, double sign) {
    return of_sides([&](Side side) {
        const double degrees = sign * (moment.angles.hip[side].*angle);
        return Sign{degrees, fmt::format("the {} hip {} {:.0f}°", side_word(side), verb, degrees)};
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

Sign spine_sign(const char* verb, double degrees) {
    return {degrees, fmt::format("the back {} {:.0f}°", verb, degrees)};
}

bool is_kneeling(Base base) {
    return base == Base::all_fours || base == Base::half_kneeling || base == Base::kneeling;
}

constexpr double on_the_floor = 0.012;
constexpr double on_it = 0.03;  // of a foot and what it stands on

double lowest(const Moment& moment, BodyPoint point) {
    return lowest_of(moment.body, moment.volumes, point).height;
}

Sign kneeling(const Moment& moment) {
    if (!is_kneeling(moment.figure.base)) return {};
    for (const auto& [point, side] :
         {std::pair(BodyPoint::knee_l, Side::left), {BodyPoint::knee_r, Side::right}}) {
        constexpr double ankle_down = 0.10;
        const bool kneels =
            lowest(moment, point) < on_the_floor && moment.body.leg[side].ankle.y < ankle_down;
        if (kneels) return {yes, fmt::format("the {} knee is on the floor", side_word(side))};
    }
    return {};
}

Sign on_wrists(const Moment& moment) {
    constexpr double shoulder_up = 0.20;
    if (moment.figure.base != Base::all_fours) return {};
    for (const auto& [point, side] :
         {std::pair(BodyPoint::hand_l, Side::left), {BodyPoint::hand_r, Side::right}}) {
        const bool leans =
            lowest(moment, point) < on_the_floor && moment.body.arm[side].shoulder.y > shoulder_up;
        if (leans) return {yes, fmt::format("the {} hand carries the body", side_word(side))};
    }
    return {};
}

/// Tells whether a foot is carried at that height by one of these contacts.
bool is_carried(BodyPoint foot, double height, const std::vector<Contact>& contacts) {
    const BodyPoint toe = foot == BodyPoint::foot_l ? BodyPoint::toe_l : BodyPoint::toe_r;
    return std::any_of(contacts.begin(), contacts.end(), [&](const Contact& contact) {
        const bool carries =
            contact.point == foot || contact.point == toe || contact.point == BodyPoint::feet;
        return carries && contact.height && height < *contact.height + on_it;
    });
}

/// Tells whether a foot stands: on the floor, on the step, or at the height that a contact says.
bool stands(const Moment& moment, BodyPoint foot, const Vec& toe) {
    const double height = lowest(moment, foot);
    const Figure& figure = moment.figure;
    const bool carried =
        is_carried(foot, height, figure.contact) ||
        std::any_of(figure.poses.begin(), figure.poses.end(),
                    [&](const Pose& pose) { return is_carried(foot, height, pose.contact); });
    if (height < on_it || carried) return true;
    const auto& step = figure.scene.step;
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
        if (!stands(moment, point, leg.toe)) {
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
    if (base == Base::standing || base == Base::chair || moment.figure.scene.bed) return {};
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
         [](const Moment& m) { return spine_sign("rounds", m.angles.spine.flex); }},
        {"spine-rot", 15, 25,
         [](const Moment& m) { return spine_sign("turns", std::abs(m.angles.spine.rot)); }},
        {"spine-ext", 22, 32,
         [](const Moment& m) { return spine_sign("arches", -m.angles.spine.flex); }},
        {"spine-side", 10, 20,
         [](const Moment& m) {
             return spine_sign("bends to the side", std::abs(m.angles.spine.bend));
         }},
        {"kneel", never, yes, kneeling},
        {"wrist", never, yes, on_wrists},
        {"single-leg", 0.5, yes, on_one_leg},
        {"prone", never, yes, on_the_belly},
        {"supine-flat", never, yes, on_the_back},
        {"floor", never, yes, on_the_floor_at_all},
    };
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
        found.push_back({measures[i].tag, amount >= measures[i].full ? Demand::full : Demand::mild,
                         sign.why, pose_at(movement.figure(), share)});
    }
    return found;
}

bool is_measured(std::string_view tag) {
    const auto measures = measures_for(Base::standing);
    return std::any_of(measures.begin(), measures.end(),
                       [&](const Measure& measure) { return measure.tag == tag; });
}

}  // namespace hipflow::figure
