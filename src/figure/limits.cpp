// SPDX-License-Identifier: MIT
#include "figure/limits.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <utility>

#include "figure/moment.h"

namespace hipflow::figure {
namespace {

struct JointRange {
    double least;
    double most;
};

// The outer limits of a healthy body in this order of angles (docs/design/figures.md, "Limits").
constexpr JointRange hip_flex{-30, 135};
constexpr JointRange hip_abd{-35, 62};
constexpr JointRange hip_rot{-82, 52};
constexpr JointRange knee_range{0, 158};
constexpr JointRange ankle_range{-56, 40};
constexpr JointRange elbow_range{0, 152};
constexpr JointRange spine_flex{-62, 75};
constexpr JointRange spine_bend{-42, 42};
constexpr JointRange spine_rot{-45, 45};
constexpr double tolerance = 1;  // degrees
constexpr double in_floor = 0.025;

/// The words for an angle above 0, and for one below it.
struct Verbs {
    std::string_view more;
    std::string_view less;
};

/// Collects the greatest excess of each joint.
class Excesses {
   public:
    explicit Excesses(const Figure& figure) : figure_(&figure) {}

    void angle(double share, double degrees, const JointRange& range, const std::string& joint,
               const std::string& key, const Verbs& verbs) {
        const bool more = degrees > range.most;
        const double limit = more ? range.most : range.least;
        const double by = more ? degrees - limit : limit - degrees;
        if (by <= tolerance) return;
        note(by, {fmt::format("{} {} {:.0f}°, more than {:.0f}°", joint,
                              more ? verbs.more : verbs.less, std::abs(degrees), std::abs(limit)),
                  key, pose_at(*figure_, share)});
    }

    void floor(double share, double height, std::string_view part) {
        if (height >= -in_floor) return;
        note(-height,
             {fmt::format("the {} is {:.3f} of the body's height in the floor", part, -height), "",
              pose_at(*figure_, share)});
    }

    bool any() const { return !worst_.empty(); }
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
        excesses.angle(share, hip.flex, hip_flex, name("hip"), key("hip"), {"bends", "goes back"});
        excesses.angle(share, hip.abd, hip_abd, name("hip"), key("hip"), {"opens", "crosses over"});
        excesses.angle(share, hip.rot, hip_rot, name("hip"), key("hip"), {"turns in", "turns out"});
        excesses.angle(share, moment.angles.knee[side], knee_range, name("knee"), key("knee"),
                       {"bends", "overstretches"});
        excesses.angle(share, moment.angles.ankle[side], ankle_range, name("ankle"), key("ankle"),
                       {"lifts the foot", "points the foot"});
        excesses.angle(share, moment.angles.elbow[side], elbow_range, name("elbow"), key("elbow"),
                       {"bends", "overstretches"});
    }
    const SpineAngles& spine = moment.angles.spine;
    excesses.angle(share, spine.flex, spine_flex, "the spine", "spine", {"rounds", "arches"});
    excesses.angle(share, spine.bend, spine_bend, "the spine", "spine",
                   {"bends to the right", "bends to the left"});
    excesses.angle(share, spine.rot, spine_rot, "the spine", "spine",
                   {"turns to the right", "turns to the left"});
}

void note_floor(const Moment& moment, Excesses& excesses) {
    constexpr std::array<std::pair<BodyPart, std::string_view>, 13> parts = {{
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
        {BodyPart::hand_r, "right hand"},
    }};
    for (const auto& [part, name] : parts) {
        excesses.floor(moment.share, lowest_of(moment.volumes, part), name);
    }
}

/// Notes the angles of knees and elbows as they are written: a limb that reaches would hide them.
/// What counts as straight there counts as straight here.
void note_written(const Figure& figure, Excesses& excesses) {
    for (const auto& frame : figure.frames) {
        const Angles& angles = figure.poses.at(frame.pose).angles;
        for (const Side side : two_sides) {
            const char letter = side == Side::left ? 'l' : 'r';
            const auto note = [&](std::string_view joint, double degrees, const JointRange& range) {
                if (std::abs(degrees) <= as_good_as_straight) return;
                excesses.angle(frame.share, degrees, range,
                               fmt::format("the {} {}", side_word(side), joint),
                               fmt::format("{}_{}", joint, letter), {"bends", "overstretches"});
            };
            note("knee", angles.knee[side], knee_range);
            note("elbow", angles.elbow[side], elbow_range);
        }
    }
}

}  // namespace

std::vector<Impossible> impossible_in(const Movement& movement) {
    Excesses written(movement.figure());
    note_written(movement.figure(), written);
    if (written.any()) return std::move(written).found();  // all else would follow from them
    Excesses excesses(movement.figure());
    for_each_moment(movement, [&](const Moment& moment) {
        note_angles(moment, excesses);
        note_floor(moment, excesses);
    });
    return std::move(excesses).found();
}

}  // namespace hipflow::figure
