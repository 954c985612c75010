// SPDX-License-Identifier: MIT
#include "report/figure_text.h"

#include <fmt/format.h>

#include <cmath>
#include <vector>

#include "text/table.h"

namespace hipflow {
namespace {

std::string number(double value) { return fmt::format("{:.3f}", value); }

std::string frames_table(const Figure& figure) {
    std::vector<std::vector<std::string>> rows;
    rows.reserve(figure.frames.size());
    for (const auto& frame : figure.frames) {
        rows.push_back({fmt::format("{} %", std::lround(100 * frame.share)),
                        figure.poses.at(frame.pose).name});
    }
    return table(rows, {Align::right, Align::left});
}

std::string joints_table(const Joints& joints) {
    std::vector<std::vector<std::string>> rows;
    rows.reserve(joint_count);
    for (std::size_t i = 0; i < joint_count; ++i) {
        const Point& point = joints.at(i);
        rows.push_back({"", std::string(words<Joint>.at(i)), number(point.x), number(point.y),
                        number(point.z)});
    }
    return table(rows, {Align::left, Align::left, Align::right, Align::right, Align::right});
}

}  // namespace

std::string figure_words(const Exercise& exercise) {
    const bool told = exercise.figure && !exercise.figure->text.empty();
    if (told) return exercise.figure->text;
    return exercise.instructions.empty() ? std::string() : exercise.instructions.front();
}

std::string figure_frames_text(const Figure& figure, const Style& style) {
    std::string text =
        style.heading(fmt::format("view: {}", word(figure.view))) + "\n" + frames_table(figure);
    for (const auto& pose : figure.poses) {
        text += '\n' + style.heading(pose.name) + '\n' + joints_table(pose.joints);
    }
    return text;
}

}  // namespace hipflow
