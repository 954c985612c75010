// SPDX-License-Identifier: MIT
#include "catalog/pose_fields.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "domain/number.h"
#include "domain/spelling.h"
#include "text/utf8.h"

namespace hipflow::catalog {
namespace {

constexpr std::size_t most_poses = 16;
constexpr Limits<double> hinge_angle{-20, 180};
constexpr Limits<double> ankle_angle{-90, 90};
constexpr Limits<double> any_height{0, 2};

void read_angle(TableReader& fields, std::string_view key, double& angle,
                Limits<double> limits = any_angle) {
    angle = fields.real(key, limits, "degrees").value_or(angle);
}

void read_pelvis(TableReader& pose, PelvisAngles& angles) {
    auto fields = pose.table("pelvis", "a pelvis");
    if (!fields) return;
    read_angle(*fields, "tilt", angles.tilt);
    read_angle(*fields, "list", angles.list);
    read_angle(*fields, "turn", angles.turn);
    fields->refuse_unknown();
}

void read_spine(TableReader& pose, std::string_view key, SpineAngles& angles) {
    auto fields = pose.table(key, "a part of the spine");
    if (!fields) return;
    read_angle(*fields, "flex", angles.flex);
    read_angle(*fields, "bend", angles.bend);
    read_angle(*fields, "rot", angles.rot);
    fields->refuse_unknown();
}

/// Splits an angle of the whole spine between its lumbar and its thoracic part.
void read_whole_spine(TableReader& pose, Angles& angles) {
    auto fields = pose.table("spine", "the spine");
    if (!fields) return;
    const auto split = [&](std::string_view key, double SpineAngles::*part, double lumbar) {
        const auto angle = fields->real(key, any_angle, "degrees");
        if (!angle) return;
        angles.lumbar.*part = *angle * lumbar;
        angles.thoracic.*part = *angle * (1 - lumbar);
    };
    split("flex", &SpineAngles::flex, 0.6);
    split("bend", &SpineAngles::bend, 0.5);
    split("rot", &SpineAngles::rot, 0.2);
    fields->refuse_unknown();
}

/// The keys of a joint: "hips" for both sides, then "hip_l" and "hip_r", which win.
struct JointKeys {
    std::string_view both;
    std::string_view left;
    std::string_view right;
};

template <typename Value, typename Read>
void read_sides(const TableReader& fields, const JointKeys& keys, Pair<Value>& values,
                const Read& read) {
    const std::size_t before = fields.faults();
    read(keys.both, values.left);
    // What was refused for the left is not refused again for the right.
    if (fields.faults() == before) read(keys.both, values.right);
    read(keys.left, values.left);
    read(keys.right, values.right);
}

void read_ball(TableReader& pose, const JointKeys& keys, Pair<BallAngles>& angles) {
    read_sides(pose, keys, angles, [&](std::string_view key, BallAngles& joint) {
        auto fields = pose.table(key, "a joint");
        if (!fields) return;
        read_angle(*fields, "flex", joint.flex);
        read_angle(*fields, "abd", joint.abd);
        read_angle(*fields, "rot", joint.rot);
        fields->refuse_unknown();
    });
}

void read_hinge(TableReader& pose, const JointKeys& keys, Pair<double>& angles,
                Limits<double> limits) {
    read_sides(pose, keys, angles,
               [&](std::string_view key, double& joint) { read_angle(pose, key, joint, limits); });
}

void read_ankles(TableReader& pose, Pair<AnkleAngle>& angles) {
    constexpr JointKeys keys{"ankles", "ankle_l", "ankle_r"};
    read_sides(pose, keys, angles, [&](std::string_view key, AnkleAngle& ankle) {
        if (!pose.has(key)) {
            pose.knows(key);
        } else if (!pose.is_text(key)) {
            ankle = {pose.real(key, ankle_angle, "degrees").value_or(ankle.degrees), 0};
        } else if (const std::string text = pose.any_text(key); text == "flat") {
            ankle = {0, 1};
        } else {
            pose.refuse(pose.place_of(key),
                        fmt::format(R"('{}' is "{}", expected degrees, or "flat" for a level sole)",
                                    key, shown(text)));
        }
    });
}

void read_angles(TableReader& pose, Angles& angles) {
    read_pelvis(pose, angles.pelvis);
    read_whole_spine(pose, angles);
    read_spine(pose, "lumbar", angles.lumbar);
    read_spine(pose, "thoracic", angles.thoracic);
    read_spine(pose, "neck", angles.neck);
    read_ball(pose, {"hips", "hip_l", "hip_r"}, angles.hip);
    read_ball(pose, {"shoulders", "shoulder_l", "shoulder_r"}, angles.shoulder);
    read_hinge(pose, {"knees", "knee_l", "knee_r"}, angles.knee, hinge_angle);
    read_hinge(pose, {"elbows", "elbow_l", "elbow_r"}, angles.elbow, hinge_angle);
    read_hinge(pose, {"wrists", "wrist_l", "wrist_r"}, angles.wrist, ankle_angle);
    read_ankles(pose, angles.ankle);
}

/// Returns the contact that "foot_l" or "foot_l:0.10" means, or nullopt.
std::optional<Contact> contact_of(std::string_view text) {
    const auto colon = text.find(':');
    const auto point = from_word<BodyPoint>(text.substr(0, colon));
    const bool carries = point && *point != BodyPoint::hip_l && *point != BodyPoint::hip_r;
    if (!carries) return {};
    if (colon == std::string_view::npos) return Contact{*point, {}};
    const auto height = parse_number<double>(text.substr(colon + 1));
    const bool fits = height && *height >= any_height.least && *height <= any_height.most;
    if (!fits) return {};
    return Contact{*point, height};
}

}  // namespace

std::vector<Contact> read_contact(TableReader& fields) {
    std::vector<Contact> contacts;
    const std::size_t before = fields.faults();
    const auto texts = fields.placed_texts("contact");
    const bool fits = fields.faults() == before;
    for (const auto& [text, place] : texts) {
        if (const auto contact = contact_of(text)) {
            contacts.push_back(*contact);
            continue;
        }
        const std::vector<std::string> known(words<BodyPoint>.begin(), words<BodyPoint>.end());
        fields.refuse(place, fmt::format("'contact' has \"{}\", expected a part that carries the "
                                         "body such as \"feet\", or with the height of what it is "
                                         "on \"foot_l:0.10\".{}",
                                         shown(text), did_you_mean(text, known)));
    }
    if (fields.has("contact") && fits && (texts.empty() || texts.size() > 2)) {
        fields.refuse(fields.place_of("contact"),
                      fmt::format("'contact' is a list of {}, expected one or two", texts.size()));
    }
    return contacts;
}

namespace {

constexpr auto foot_targets = std::to_array<ReachTarget>(
    {ReachTarget::none, ReachTarget::stay, ReachTarget::stay_foot, ReachTarget::together,
     ReachTarget::floor, ReachTarget::seat, ReachTarget::counter, ReachTarget::wall,
     ReachTarget::thigh, ReachTarget::shin});
constexpr auto hand_targets = std::to_array<ReachTarget>(
    {ReachTarget::none, ReachTarget::stay, ReachTarget::floor, ReachTarget::seat,
     ReachTarget::counter, ReachTarget::wall, ReachTarget::thigh, ReachTarget::knee,
     ReachTarget::shin, ReachTarget::ankle, ReachTarget::groin, ReachTarget::hip,
     ReachTarget::behind_thigh, ReachTarget::outer_knee, ReachTarget::belly, ReachTarget::back,
     ReachTarget::forehead});

bool has_sides(ReachTarget target) {
    return target >= ReachTarget::thigh && target <= ReachTarget::outer_knee;
}

/// Returns the reach that "floor" or "thigh_r" means, or nullopt.
std::optional<Reach> reach_of(std::string_view text, std::span<const ReachTarget> targets) {
    std::optional<Side> side;
    std::string_view stem = text;
    if (text.ends_with("_l")) side = Side::left;
    if (text.ends_with("_r")) side = Side::right;
    if (side) stem.remove_suffix(2);
    const auto target = from_word<ReachTarget>(stem);
    const bool known =
        target && std::find(targets.begin(), targets.end(), *target) != targets.end();
    if (!known || (side && !has_sides(*target))) return {};
    return Reach{*target, side, {}};
}

std::optional<Reach> read_reach(TableReader& fields, std::string_view key,
                                std::span<const ReachTarget> targets) {
    if (!fields.is_text(key)) {
        const auto place = fields.reals(key, 3, any_place);
        if (!place) return {};
        return Reach{ReachTarget::none, {}, Point{(*place)[0], (*place)[1], (*place)[2]}};
    }
    const std::string text = fields.any_text(key);
    if (const auto reach = reach_of(text, targets)) return reach;
    std::vector<std::string> known;
    for (const ReachTarget target : targets) {
        if (target != ReachTarget::none) known.emplace_back(word(target));
    }
    const std::string hint = did_you_mean(text, known);
    fields.refuse(
        fields.place_of(key),
        fmt::format("unknown \"{}\" in '{}'.{}", shown(text), key,
                    hint.empty() ? fmt::format(" Known: {}.", fmt::join(known, ", ")) : hint));
    return {};
}

void read_reaches(TableReader& pose, Pose& into) {
    auto fields = pose.table("reach", "a reach");
    if (!fields) return;
    const auto read = [&](const JointKeys& keys, Pair<std::optional<Reach>>& reaches,
                          std::span<const ReachTarget> targets) {
        read_sides(*fields, keys, reaches, [&](std::string_view key, std::optional<Reach>& reach) {
            fields->knows(key);
            if (fields->has(key)) reach = read_reach(*fields, key, targets);
        });
    };
    read({"hands", "hand_l", "hand_r"}, into.hand, hand_targets);
    read({"feet", "foot_l", "foot_r"}, into.foot, foot_targets);
    fields->refuse_unknown();
}

}  // namespace

PoseReader::PoseReader(TableReader& figure, Base base, std::string first)
    : figure_(&figure), base_(base), first_(std::move(first)) {
    for (auto& [name, reader] : figure.named_tables("pose", "a pose")) {
        if (name.empty()) figure.refuse(reader.place(), "a pose has no name");
        tables_.push_back({name, std::move(reader), false, {}});
    }
    if (tables_.size() > most_poses) {
        figure.refuse(
            figure.place_of("pose"),
            fmt::format("there are {} poses, expected at most {}", tables_.size(), most_poses));
    }
    std::stable_partition(tables_.begin(), tables_.end(),
                          [&](const Table& table) { return table.name == first_; });
}

std::vector<Pose> PoseReader::read() {
    std::vector<Pose> poses;
    poses.reserve(tables_.size());
    for (auto& table : tables_) poses.push_back(pose_of(table));
    return poses;
}

std::vector<std::string> PoseReader::names() const {
    std::vector<std::string> names;
    names.reserve(tables_.size());
    for (const auto& table : tables_) names.push_back(table.name);
    return names;
}

std::vector<Place> PoseReader::places() const {
    std::vector<Place> places;
    places.reserve(tables_.size());
    for (const auto& table : tables_) places.push_back(table.reader.place());
    return places;
}

void PoseReader::refuse_unused(const std::vector<FigureFrame>& frames) {
    for (std::size_t i = 0; i < tables_.size(); ++i) {
        const Table& table = tables_[i];
        const bool used = table.begins_another ||
                          std::any_of(frames.begin(), frames.end(),
                                      [&](const FigureFrame& frame) { return frame.pose == i; });
        if (used) continue;
        figure_->refuse(table.reader.place(),
                        fmt::format("the pose \"{}\" is not in any frame; name it in 'frames', "
                                    "or remove it",
                                    shown(table.name)));
    }
}

// NOLINTNEXTLINE(misc-no-recursion): as deep as there are poses
Pose PoseReader::pose_of(Table& table) {
    if (table.pose) return *table.pose;
    table.is_open = true;
    Pose pose = beginning_of(table);
    pose.name = table.name;
    read_angles(table.reader, pose.angles);
    if (table.reader.has("contact")) pose.contact = read_contact(table.reader);
    table.reader.knows("contact");
    read_reaches(table.reader, pose);
    table.reader.refuse_unknown();
    table.is_open = false;
    table.pose = pose;
    return pose;
}

/// Returns the pose that another one differs from: that in 'from' or 'mirror', the first one,
/// or that of the base.
// NOLINTNEXTLINE(misc-no-recursion): as deep as there are poses
Pose PoseReader::beginning_of(Table& table) {
    const auto from = table.reader.text("from");
    const auto mirror = table.reader.text("mirror");
    if (from && mirror) {
        table.reader.refuse(table.reader.place_of("mirror"),
                            "'from' and 'mirror' cannot be used together; keep one of the two");
    }
    if (mirror) return mirrored(named(table, *mirror, "mirror"));
    if (from) return named(table, *from, "from");
    if (table.name == first_ || tables_.front().name != first_) return base_pose(base_);
    return tables_.front().is_open ? base_pose(base_) : pose_of(tables_.front());
}

// NOLINTNEXTLINE(misc-no-recursion): as deep as there are poses
Pose PoseReader::named(Table& asking, const std::string& name, std::string_view key) {
    const auto found = std::find_if(tables_.begin(), tables_.end(),
                                    [&](const Table& table) { return table.name == name; });
    if (found == tables_.end()) {
        asking.reader.refuse(
            asking.reader.place_of(key),
            fmt::format("'{}' names the pose \"{}\", and there is no [figure.pose.{}].{}", key,
                        shown(name), shown(name), did_you_mean(name, names())));
    } else if (found->is_open) {
        asking.reader.refuse(asking.reader.place_of(key),
                             fmt::format("'{}' leads back to this pose; begin one of the poses "
                                         "without it",
                                         key));
    } else {
        found->begins_another = true;
        return pose_of(*found);
    }
    return base_pose(base_);
}

}  // namespace hipflow::catalog
