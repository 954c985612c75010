// SPDX-License-Identifier: MIT
#include "exchange/figure_json.h"

#include <nlohmann/json.hpp>
#include <string>

namespace hipflow {
namespace {

Json point(const Point& point) { return Json::array({point.x, point.y, point.z}); }

Json joints_json(const Joints& joints) {
    Json json = Json::object();
    for (std::size_t i = 0; i < joint_count; ++i) {
        json[std::string(words<Joint>.at(i))] = point(joints.at(i));
    }
    return json;
}

}  // namespace

Json to_json(const Figure& figure) {
    Json json;
    json["view"] = word(figure.view);
    json["text"] = figure.text;
    json["scene"] = Json::array();
    json["place"] = Json::object();
    for (const auto& part : figure.scene) {
        json["scene"].push_back(word(part.thing));
        json["place"][std::string(word(part.thing))] = point(part.at);
    }
    json["moving"] = Json::array();
    for (const Joint joint : figure.moving) json["moving"].push_back(word(joint));
    json["frames"] = Json::array();
    for (const auto& frame : figure.frames) {
        json["frames"].push_back(Json::array({figure.poses.at(frame.pose).name, frame.share}));
    }
    json["pose"] = Json::object();
    for (const auto& pose : figure.poses) json["pose"][pose.name] = joints_json(pose.joints);
    return json;
}

}  // namespace hipflow
