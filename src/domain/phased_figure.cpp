// SPDX-License-Identifier: MIT
#include "domain/phased_figure.h"

#include <algorithm>
#include <numeric>

namespace hipflow {

std::optional<Figure> figure_in_phases(const Exercise& exercise, const Figure& figure,
                                       const std::vector<Millis>& times) {
    const auto& phases = exercise.phases;
    if (!is_drawn(figure) || phases.empty() || phases.size() != times.size()) return std::nullopt;
    if (std::ranges::any_of(times, [](Millis time) { return time <= Millis{0}; })) {
        return std::nullopt;
    }
    const auto whole = std::accumulate(times.begin(), times.end(), Millis{0});
    Figure timed = figure;
    timed.frames.clear();
    timed.frames.reserve(phases.size() + 1);
    timed.frames.push_back({figure.frames.front().pose, 0});
    Millis until{};
    for (std::size_t i = 0; i < phases.size(); ++i) {
        const auto pose = std::ranges::find_if(figure.poses, [&](const Pose& known) {
            return phases[i].pose && known.name == *phases[i].pose;
        });
        if (pose == figure.poses.end()) return std::nullopt;
        until += times[i];
        timed.frames.push_back(
            {static_cast<std::size_t>(pose - figure.poses.begin()),
             static_cast<double>(until.count()) / static_cast<double>(whole.count())});
    }
    return timed;
}

}  // namespace hipflow
