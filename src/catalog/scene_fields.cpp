// SPDX-License-Identifier: MIT
#include "catalog/scene_fields.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "catalog/pose_fields.h"

namespace hipflow::catalog {
namespace {

constexpr std::size_t most_cushions = 8;

std::optional<int> read_direction(TableReader& fields, std::string_view key) {
    const auto direction = fields.number(key, {-1, 1});
    if (direction != 0) return direction;
    fields.refuse(fields.place_of(key), fmt::format("'{}' is 0, expected 1 or -1", key));
    return {};
}

ChairProp read_chair(TableReader* fields) {
    ChairProp chair;
    if (fields == nullptr) return chair;
    if (const auto at = fields->reals("at", 2, any_place)) chair.at = {(*at)[0], (*at)[1]};
    chair.seat = fields->real("seat", {0.05, 0.6}, "heights of the body").value_or(chair.seat);
    chair.back = read_direction(*fields, "back").value_or(chair.back);
    chair.rest = fields->flag("rest").value_or(chair.rest);
    return chair;
}

WallProp read_wall(TableReader* fields) {
    WallProp wall;
    if (fields == nullptr) return wall;
    wall.axis = fields->word<Axis>("axis").value_or(wall.axis);
    wall.at = fields->real("at", any_place, "heights of the body").value_or(wall.at);
    wall.faces = read_direction(*fields, "n").value_or(wall.faces);
    if (const auto span = fields->reals("span", 2, any_place)) {
        wall.span = {std::min((*span)[0], (*span)[1]), std::max((*span)[0], (*span)[1])};
    }
    wall.height = fields->real("height", any_size, "heights of the body").value_or(wall.height);
    return wall;
}

BoxProp read_box(TableReader* fields) {
    BoxProp box;
    if (fields == nullptr) return box;
    if (const auto corners = fields->reals("box", 6, any_place)) {
        const auto& c = *corners;
        box.least = {std::min(c[0], c[3]), std::min(c[1], c[4]), std::min(c[2], c[5])};
        box.most = {std::max(c[0], c[3]), std::max(c[1], c[4]), std::max(c[2], c[5])};
    }
    box.fit = fields->real("fit", {0, 1}, "the share of its width in view").value_or(box.fit);
    return box;
}

std::vector<Cushion> read_cushions(TableReader& fields) {
    std::vector<Cushion> cushions;
    const auto lists = fields.lists_of_reals("cushions", 6, any_place);
    cushions.reserve(lists.size());
    for (const auto& numbers : lists) {
        const Point radii{numbers.at(3), numbers.at(4), numbers.at(5)};
        if (const double least = std::min({radii.x, radii.y, radii.z}); least < any_size.least) {
            fields.refuse(fields.place_of("cushions"),
                          fmt::format("'cushions' has a radius of {}, expected [x, y, z, rx, ry, "
                                      "rz] with radii of at least {}",
                                      least, any_size.least));
        }
        cushions.push_back({{numbers.at(0), numbers.at(1), numbers.at(2)}, radii});
    }
    if (cushions.size() > most_cushions) {
        fields.refuse(fields.place_of("cushions"),
                      fmt::format("there are {} cushions, expected at most {}", cushions.size(),
                                  most_cushions));
        cushions.resize(most_cushions);
    }
    return cushions;
}

/// The table of a thing, if it is described. Refuses one that is not there.
std::optional<TableReader> table_of(TableReader* props, std::string_view thing, bool is_there) {
    if (props == nullptr) return {};
    auto table = props->table(thing, "a thing");
    if (table && !is_there) {
        props->refuse(props->place_of(thing),
                      fmt::format("'{}' is described, but 'scene' does not name it", thing));
    }
    return table;
}

/// Reads a thing that is there or described; nullopt if it is neither.
template <typename Thing>
void read_into(std::optional<Thing>& into, TableReader* props, std::string_view thing,
               bool is_there, Thing (*read_thing)(TableReader*)) {
    auto table = table_of(props, thing, is_there);
    if (!table && !is_there) return;
    into = read_thing(table ? &*table : nullptr);
    if (table) table->refuse_unknown();
}

/// Refuses a box of which nothing says where it is.
void refuse_unplaced(TableReader& fields, std::string_view thing) {
    fields.refuse(fields.place_of("scene"),
                  fmt::format("'scene' names a {}, and props.{}.box does not say where it "
                              "is; write props.{} = {{ box = [x, y, z, x, y, z] }}",
                              thing, thing, thing));
}

}  // namespace

Surroundings read_scene(TableReader& fields, Base base) {
    constexpr auto things_known =
        std::to_array<std::string_view>({"chair", "wall", "counter", "step", "band"});
    const auto named = fields.known_texts("scene", things_known);
    const auto has = [&](std::string_view thing) {
        return std::find(named.begin(), named.end(), thing) != named.end() ||
               (thing == "chair" && base == Base::chair);
    };
    Surroundings scene;
    scene.band = has("band");
    auto props = fields.table("props", "the things");
    TableReader* described = props ? &*props : nullptr;
    read_into(scene.chair, described, "chair", has("chair"), read_chair);
    read_into(scene.wall, described, "wall", has("wall"), read_wall);
    for (auto [thing, into] : {std::pair("counter", &scene.counter), {"step", &scene.step}}) {
        const std::size_t before = fields.faults();
        read_into(*into, described, thing, has(thing), read_box);
        const bool placed = *into && (*into)->most != (*into)->least;
        if (has(thing) && !placed && fields.faults() == before) refuse_unplaced(fields, thing);
    }
    if (props) props->refuse_unknown();
    scene.cushions = read_cushions(fields);
    return scene;
}

}  // namespace hipflow::catalog
