// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "catalog/exercise_fields.h"
#include "catalog/pose_fields.h"
#include "catalog/scene_fields.h"
#include "domain/messages.h"
#include "domain/spelling.h"
#include "text/utf8.h"

namespace hipflow::catalog {
namespace {

constexpr std::size_t most_frames = 64;
constexpr double steepest = 89;  // degrees: straight from above there is no upright

/// Reads "frames". What was refused before is not held against the rest of the list.
std::vector<FigureFrame> frames_of(TableReader& fields,
                                   const std::vector<TableReader::PlacedShare>& shares,
                                   const std::vector<std::string>& names, bool all_fit) {
    std::vector<FigureFrame> frames;
    frames.reserve(shares.size());
    double before = -1;
    for (const auto& [name, share, place] : shares) {
        const auto found = std::find(names.begin(), names.end(), name);
        if (found == names.end()) {
            fields.refuse(place, fmt::format("'frames' names the pose \"{}\", and there is no "
                                             "[figure.pose.{}].{}",
                                             shown(name), shown(name), did_you_mean(name, names)));
        } else if (share <= before) {
            fields.refuse(
                place, fmt::format("'frames' has {} after {}, expected shares of the rep that rise",
                                   share, before));
        }
        before = share;
        frames.push_back({static_cast<std::size_t>(found - names.begin()), share});
    }
    const bool whole =
        !all_fit || shares.empty() ||
        (shares.front().share == 0 && (shares.size() == 1 || shares.back().share == 1));
    if (!whole) {
        fields.refuse(fields.place_of("frames"),
                      fmt::format("'frames' goes from {} to {}, expected the whole rep, from 0.0 "
                                  "to 1.0",
                                  shares.front().share, shares.back().share));
    }
    if (frames.size() > most_frames) {
        fields.refuse(fields.place_of("frames"), fmt::format("'frames' is a list of {}, expected "
                                                             "at most {}",
                                                             frames.size(), most_frames));
    }
    return frames;
}

BodyParts read_parts(TableReader& fields, std::string_view key) {
    const auto known = part_words();
    BodyParts parts;
    for (const auto& name : fields.known_texts(key, known)) parts |= parts_named(name);
    return parts;
}

CameraAngles read_camera(TableReader& fields, CameraAngles usual) {
    const auto angles = fields.reals("camera", 2, any_angle);
    if (!angles) return usual;
    const CameraAngles camera{(*angles)[0], (*angles)[1]};
    if (std::abs(camera.elevation) <= steepest) return camera;
    fields.refuse(
        fields.place_of("camera"),
        fmt::format("'camera' looks from {}° above, expected [azimuth, elevation] with an "
                    "elevation from {} to {}",
                    camera.elevation, -steepest, steepest));
    return usual;
}

/// Tells whether a figure is in the former format, which gave the places of joints in a view.
bool is_former(const TableReader& fields) { return fields.has("view") && !fields.has("base"); }

/// Reads the words of a figure, and notes their place. Refuses placeholders that are not known.
std::string read_text(TableReader& fields, FigurePlaces& places) {
    std::string text = fields.text("text").value_or("");
    places.text = fields.place_of("text");
    if (const auto words = placeholder_fault(text); !words.empty()) {
        fields.refuse(places.text, fmt::format("'text' {}", words));
    }
    return text;
}

/// Takes the words of a figure in the former format, and leaves the rest unread.
Figure read_former(TableReader& fields, FigurePlaces& places) {
    for (const auto* key : {"view", "scene", "place", "moving", "frames", "pose"}) {
        fields.knows(key);
    }
    Figure figure;
    figure.text = read_text(fields, places);
    fields.refuse_unknown();
    return figure;
}

}  // namespace

std::optional<Figure> read_figure(TableReader& exercise, FigurePlaces& places) {
    auto fields = exercise.table("figure", "a figure");
    if (!fields) return {};
    places.figure = fields->place();
    if (is_former(*fields)) return read_former(*fields, places);
    fields->require({"base", "text", "frames", "moving", "pose"});
    Figure figure;
    figure.base = fields->word<Base>("base").value_or(figure.base);
    figure.text = read_text(*fields, places);
    const std::size_t before = fields->faults();
    const auto shares = fields->shares("frames");
    const bool shares_fit = fields->faults() == before;
    PoseReader poses(*fields, figure.base, shares.empty() ? "" : shares.front().text);
    figure.poses = poses.read();
    places.poses = poses.places();
    const std::size_t before_frames = fields->faults();
    figure.frames = frames_of(*fields, shares, poses.names(), shares_fit);
    // A name that is misspelt in a frame has been told.
    const bool names_fit = shares_fit && fields->faults() == before_frames;
    if (names_fit && !shares.empty()) poses.refuse_unused(figure.frames);
    figure.contact = read_contact(*fields);
    if (figure.contact.empty()) figure.contact = usual_contact(figure.base);
    figure.anchor = fields->word<BodyPoint>("anchor").value_or(usual_anchor(figure.base));
    figure.scene = read_scene(*fields, figure.base);
    figure.camera = read_camera(*fields, usual_camera(figure.base));
    figure.moving = read_parts(*fields, "moving");
    figure.in_view = read_parts(*fields, "frame");
    fields->refuse_unknown();
    if (figure.poses.empty() || figure.frames.empty()) return {};
    return figure;
}

}  // namespace hipflow::catalog
