// SPDX-License-Identifier: MIT
#include "domain/figure.h"

#include <algorithm>
#include <cmath>

namespace hipflow {
namespace {

// From the line of a limb to its skin, in parts of the box.
constexpr double half_a_thigh = 0.05;
constexpr double half_a_foot = 0.02;

}  // namespace

Point usual_place(SceneThing thing, const Joints& first) {
    switch (thing) {
        case SceneThing::chair:
            return {at(first, Joint::pelvis).x, at(first, Joint::pelvis).y - half_a_thigh, 0};
        case SceneThing::counter:
            return at(first, Joint::hand_l);
        case SceneThing::step:
            return {at(first, Joint::foot_l).x, at(first, Joint::foot_l).y - half_a_foot, 0};
        case SceneThing::floor:
        case SceneThing::wall:
            break;
    }
    return {};
}

std::vector<Joint> moving_joints(const std::vector<Pose>& poses) {
    std::vector<Joint> moving;
    for (std::size_t i = 0; i < joint_count; ++i) {
        const bool moves = std::any_of(poses.begin(), poses.end(), [&](const Pose& pose) {
            return pose.joints.at(i) != poses.front().joints.at(i);
        });
        if (moves) moving.push_back(static_cast<Joint>(i));
    }
    return moving;
}

namespace {

constexpr double still = 0.004;  // closer than this is the same place
constexpr double nothing = 1e-9;

Point operator+(const Point& a, const Point& b) { return {a.x + b.x, a.y + b.y, a.z + b.z}; }
Point operator-(const Point& a, const Point& b) { return {a.x - b.x, a.y - b.y, a.z - b.z}; }
Point operator*(const Point& a, double by) { return {a.x * by, a.y * by, a.z * by}; }
double dot(const Point& a, const Point& b) { return a.x * b.x + a.y * b.y + a.z * b.z; }
double length(const Point& a) { return std::sqrt(dot(a, a)); }
Point mix(const Point& a, const Point& b, double t) { return a * (1 - t) + b * t; }

/// Turns from one direction to another the short way round, and from one length to the other.
Point turned(const Point& from, const Point& to, double t) {
    const double long_from = length(from);
    const double long_to = length(to);
    if (long_from < nothing || long_to < nothing) return mix(from, to, t);
    const double cosine = std::clamp(dot(from, to) / (long_from * long_to), -1.0, 1.0);
    const double angle = std::acos(cosine);
    const double size = long_from + (long_to - long_from) * t;
    const Point start = from * (1 / long_from);
    Point across = to * (1 / long_to) - start * cosine;
    // In the same or the opposite direction any way round is as short: take one in the plane.
    if (length(across) < nothing) across = {-start.y, start.x, 0};
    if (length(across) < nothing) across = {1, 0, 0};
    across = across * (1 / length(across));
    return (start * std::cos(angle * t) + across * std::sin(angle * t)) * size;
}

struct Limb {
    Joint from;
    Joint to;
};
/// From the pelvis outwards.
constexpr auto limbs = std::to_array<Limb>({{Joint::pelvis, Joint::waist},
                                            {Joint::waist, Joint::neck},
                                            {Joint::neck, Joint::head},
                                            {Joint::neck, Joint::elbow_l},
                                            {Joint::elbow_l, Joint::hand_l},
                                            {Joint::neck, Joint::elbow_r},
                                            {Joint::elbow_r, Joint::hand_r},
                                            {Joint::pelvis, Joint::knee_l},
                                            {Joint::knee_l, Joint::foot_l},
                                            {Joint::foot_l, Joint::toe_l},
                                            {Joint::pelvis, Joint::knee_r},
                                            {Joint::knee_r, Joint::foot_r},
                                            {Joint::foot_r, Joint::toe_r}});

/// The first of these that stays in its place carries the body.
constexpr auto anchors = std::to_array<Joint>(
    {Joint::pelvis, Joint::neck, Joint::waist, Joint::knee_l, Joint::knee_r, Joint::foot_l,
     Joint::foot_r, Joint::toe_l, Joint::toe_r, Joint::elbow_l, Joint::elbow_r});

/// The movement from one pose to another, at a share of it.
class Between {
   public:
    Between(const Joints& from, const Joints& to, double share)
        : from_(from), to_(to), share_(share) {}

    Joints joints() {
        const auto* anchor = std::find_if(anchors.begin(), anchors.end(),
                                          [&](Joint joint) { return is_still(joint); });
        const Joint root = anchor == anchors.end() ? Joint::pelvis : *anchor;
        at(result_, root) = mix(at(from_, root), at(to_, root), share_);
        spread(root, root);
        reach(Joint::neck, Joint::elbow_l, Joint::hand_l, root);
        reach(Joint::neck, Joint::elbow_r, Joint::hand_r, root);
        reach(Joint::pelvis, Joint::knee_l, Joint::foot_l, root);
        reach(Joint::pelvis, Joint::knee_r, Joint::foot_r, root);
        return result_;
    }

   private:
    bool is_still(Joint joint) const { return distance(at(from_, joint), at(to_, joint)) < still; }

    /// Places the joints beyond one that has its place.
    // NOLINTNEXTLINE(misc-no-recursion): as deep as an arm and a leg
    void spread(Joint joint, Joint came_from) {
        for (const auto& [inner, outer] : limbs) {
            if (inner != joint && outer != joint) continue;
            const Joint next = inner == joint ? outer : inner;
            if (next == came_from) continue;
            at(result_, next) = at(result_, joint) + turned(at(from_, next) - at(from_, joint),
                                                            at(to_, next) - at(to_, joint), share_);
            spread(next, joint);
        }
    }

    /// Keeps a hand or a foot in its place, and bends elbow or knee on the side where they are.
    void reach(Joint base, Joint middle, Joint end, Joint root) {
        if (root == middle || root == end || !is_still(end)) return;
        const Point target = mix(at(from_, end), at(to_, end), share_);
        const Point shift = target - at(result_, end);
        if (length(shift) < nothing) return;
        const Point origin = at(result_, base);
        const double upper = distance(origin, at(result_, middle));
        const double lower = distance(at(result_, middle), at(result_, end));
        const Point way = target - origin;
        const double far = length(way);
        if (far < nothing || far > upper + lower || far < std::abs(upper - lower)) return;
        const Point ahead = way * (1 / far);
        const double along = (upper * upper - lower * lower + far * far) / (2 * far);
        const double aside = std::sqrt(std::max(upper * upper - along * along, 0.0));
        const Point bend = at(result_, middle) - origin;
        Point out = bend - ahead * dot(bend, ahead);
        out = length(out) < nothing ? Point{} : out * (1 / length(out));
        at(result_, middle) = origin + ahead * along + out * aside;
        at(result_, end) = target;
        if (end == Joint::foot_l) at(result_, Joint::toe_l) = at(result_, Joint::toe_l) + shift;
        if (end == Joint::foot_r) at(result_, Joint::toe_r) = at(result_, Joint::toe_r) + shift;
    }

    const Joints& from_;
    const Joints& to_;
    double share_;
    Joints result_{};
};

/// Tells whether the movement rests in a frame: at both ends, where it stays, and where it turns.
bool rests(const std::vector<FigureFrame>& frames, std::size_t i) {
    if (i == 0 || i + 1 == frames.size()) return true;
    const std::size_t before = frames[i - 1].pose;
    const std::size_t after = frames[i + 1].pose;
    return before == frames[i].pose || after == frames[i].pose || before == after;
}

/// Eases from 0 to 1: slowly where the movement begins or ends at rest.
double eased(double t, bool from_rest, bool to_rest) {
    const double out = from_rest ? 0 : 1;
    const double in = to_rest ? 0 : 1;
    return (t * t * t - 2 * t * t + t) * out + (3 - 2 * t) * t * t + (t * t * t - t * t) * in;
}

Joint opposite(Joint joint) {
    constexpr auto left = static_cast<std::size_t>(Joint::elbow_l);
    constexpr auto right = static_cast<std::size_t>(Joint::elbow_r);
    const auto index = static_cast<std::size_t>(joint);
    if (index < left) return joint;
    return static_cast<Joint>(index < right ? index + (right - left) : index - (right - left));
}

template <typename Change>
Joints changed(const Joints& joints, const Change& change) {
    Joints result{};
    for (std::size_t i = 0; i < joint_count; ++i) {
        at(result, opposite(static_cast<Joint>(i))) = change(joints.at(i));
    }
    return result;
}

template <typename Change>
Figure with_all_changed(Figure figure, const Change& change) {
    for (auto& pose : figure.poses) pose.joints = changed(pose.joints, change);
    for (auto& part : figure.scene) part.at = change(part.at);
    for (auto& joint : figure.moving) joint = opposite(joint);
    return figure;
}

Point in_mirror(const Point& point) { return {1 - point.x, point.y, point.z}; }

}  // namespace

double distance(const Point& from, const Point& to) { return length(to - from); }

Joint parent(Joint joint) {
    const auto* limb = std::find_if(limbs.begin(), limbs.end(),
                                    [&](const Limb& each) { return each.to == joint; });
    return limb == limbs.end() ? joint : limb->from;
}

Joints joints_at(const Figure& figure, double share) {
    const auto& frames = figure.frames;
    const auto next = std::find_if(frames.begin(), frames.end(),
                                   [&](const FigureFrame& frame) { return frame.share > share; });
    if (next == frames.begin()) return figure.poses.at(frames.front().pose).joints;
    if (next == frames.end()) return figure.poses.at(frames.back().pose).joints;
    const auto before = std::prev(next);
    const auto& from = figure.poses.at(before->pose).joints;
    if (before->pose == next->pose || share <= before->share) return from;
    const auto index = static_cast<std::size_t>(before - frames.begin());
    const double t = (share - before->share) / (next->share - before->share);
    return Between(from, figure.poses.at(next->pose).joints,
                   eased(t, rests(frames, index), rests(frames, index + 1)))
        .joints();
}

double held_share(const Figure& figure) {
    double longest = 0;
    double middle = 0.5;
    for (std::size_t i = 0; i + 1 < figure.frames.size(); ++i) {
        const FigureFrame& frame = figure.frames[i];
        const FigureFrame& next = figure.frames[i + 1];
        if (frame.pose != next.pose || next.share - frame.share <= longest) continue;
        longest = next.share - frame.share;
        middle = (frame.share + next.share) / 2;
    }
    return middle;
}

Figure mirrored(Figure figure) { return with_all_changed(std::move(figure), in_mirror); }

Figure with_sides_changed(Figure figure) {
    return with_all_changed(std::move(figure), [](const Point& point) {
        return Point{point.x, point.y, -point.z};
    });
}

}  // namespace hipflow
