// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "catalog/exercise_fields.h"
#include "domain/spelling.h"
#include "text/utf8.h"

namespace hipflow::catalog {
namespace {

constexpr std::size_t most_poses = 16;
constexpr std::size_t most_frames = 64;

/// A file may leave out toes that are not drawn, and the waist of a straight back.
bool is_optional(Joint joint) {
    return joint == Joint::waist || joint == Joint::toe_l || joint == Joint::toe_r;
}

Point halfway(const Point& a, const Point& b) {
    return {(a.x + b.x) / 2, (a.y + b.y) / 2, (a.z + b.z) / 2};
}

/// Reads one pose. Joints that the first pose leaves out are put where they do not show; a later
/// pose names only what differs from the first.
Joints read_joints(TableReader& fields, const std::vector<Pose>& poses) {
    Joints joints = poses.empty() ? Joints{} : poses.front().joints;
    std::vector<Joint> left_out;
    for (std::size_t i = 0; i < joint_count; ++i) {
        const auto joint = static_cast<Joint>(i);
        const auto point = fields.point(word(joint));
        if (point) at(joints, joint) = *point;
        if (fields.has(word(joint))) continue;
        left_out.push_back(joint);
        if (!poses.empty() || is_optional(joint)) continue;
        fields.refuse(fields.place(),
                      fmt::format("'{}' is missing; the first pose has every joint", word(joint)));
    }
    const bool straight =
        std::find(left_out.begin(), left_out.end(), Joint::waist) != left_out.end();
    if (straight) {
        at(joints, Joint::waist) = halfway(at(joints, Joint::neck), at(joints, Joint::pelvis));
    }
    const auto without_toe = [&](Joint toe, Joint foot) {
        const bool hidden =
            poses.empty() || at(poses.front().joints, toe) == at(poses.front().joints, foot);
        if (hidden && std::find(left_out.begin(), left_out.end(), toe) != left_out.end()) {
            at(joints, toe) = at(joints, foot);
        }
    };
    without_toe(Joint::toe_l, Joint::foot_l);
    without_toe(Joint::toe_r, Joint::foot_r);
    fields.refuse_unknown();
    return joints;
}

/// Reads all poses, and adds the place of each to `places`.
std::vector<Pose> read_poses(TableReader& fields, std::vector<Place>& places) {
    std::vector<Pose> poses;
    for (auto& [name, reader] : fields.named_tables("pose", "a pose")) {
        poses.push_back({name, read_joints(reader, poses)});
        places.push_back(reader.place());
    }
    if (poses.size() > most_poses) {
        fields.refuse(
            fields.place_of("pose"),
            fmt::format("there are {} poses, expected at most {}", poses.size(), most_poses));
    }
    return poses;
}

std::vector<std::string> names_of(const std::vector<Pose>& poses) {
    std::vector<std::string> names;
    names.reserve(poses.size());
    for (const auto& pose : poses) names.push_back(pose.name);
    return names;
}

std::vector<FigureFrame> read_frames(TableReader& fields, const std::vector<Pose>& poses) {
    std::vector<FigureFrame> frames;
    const auto names = names_of(poses);
    double before = -1;
    for (const auto& [name, share, place] : fields.shares("frames")) {
        const auto found = std::find(names.begin(), names.end(), name);
        if (found == names.end()) {
            fields.refuse(place, fmt::format("'frames' names the pose \"{}\", and there is no "
                                             "[figure.pose.{}].{}",
                                             shown(name), shown(name), did_you_mean(name, names)));
        } else if (share <= before) {
            fields.refuse(
                place,
                fmt::format(
                    "'frames' goes back from {} to {}, expected shares of the rep in rising order",
                    before, share));
        }
        before = share;
        frames.push_back({static_cast<std::size_t>(found - names.begin()), share});
    }
    if (frames.size() > most_frames) {
        fields.refuse(fields.place_of("frames"), fmt::format("'frames' is a list of {}, expected "
                                                             "at most {}",
                                                             frames.size(), most_frames));
    }
    return frames;
}

/// Refuses a pose that is never reached: it is misspelt, or not needed.
void refuse_unused(TableReader& fields, const Figure& figure, const std::vector<Place>& places) {
    for (std::size_t i = 0; i < figure.poses.size(); ++i) {
        const bool used = std::any_of(figure.frames.begin(), figure.frames.end(),
                                      [&](const FigureFrame& frame) { return frame.pose == i; });
        if (used) continue;
        fields.refuse(
            places.at(i),
            fmt::format("the pose \"{}\" is not in any frame; name it in 'frames', or remove it",
                        shown(figure.poses[i].name)));
    }
}

std::vector<ScenePart> read_scene(TableReader& fields, const std::vector<Pose>& poses) {
    std::vector<ScenePart> scene;
    const auto known = fields.known_texts("scene", words<SceneThing>);
    for (const auto& name : known) {
        const auto thing = from_word<SceneThing>(name);
        if (thing && !poses.empty()) {
            scene.push_back({*thing, usual_place(*thing, poses.front().joints)});
        }
    }
    auto places = fields.table("place", "the places");
    if (!places) return scene;
    for (const auto name : words<SceneThing>) {
        const auto point = places->point(name);
        const auto part = std::find_if(scene.begin(), scene.end(), [&](const ScenePart& each) {
            return word(each.thing) == name;
        });
        if (point && part != scene.end()) part->at = *point;
        if (point && std::find(known.begin(), known.end(), name) == known.end()) {
            places->refuse(places->place_of(name),
                           fmt::format("'{}' has a place, but 'scene' does not name it", name));
        }
    }
    places->refuse_unknown();
    return scene;
}

}  // namespace

std::optional<Figure> read_figure(TableReader& exercise) {
    auto fields = exercise.table("figure", "a figure");
    if (!fields) return {};
    fields->require({"view", "frames", "pose"});
    Figure figure;
    figure.view = fields->word<FigureView>("view").value_or(figure.view);
    figure.text = fields->text("text").value_or("");
    std::vector<Place> places;
    figure.poses = read_poses(*fields, places);
    figure.scene = read_scene(*fields, figure.poses);
    figure.frames = read_frames(*fields, figure.poses);
    refuse_unused(*fields, figure, places);
    for (const auto& name : fields->known_texts("moving", words<Joint>)) {
        if (const auto joint = from_word<Joint>(name)) figure.moving.push_back(*joint);
    }
    if (!fields->has("moving")) figure.moving = moving_joints(figure.poses);
    fields->refuse_unknown();
    if (figure.poses.empty() || figure.frames.empty()) return {};
    return figure;
}

}  // namespace hipflow::catalog
