// SPDX-License-Identifier: MIT
#include "figure/flipbook.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace hipflow::figure {
namespace {

/// Two poses, the smaller number first.
using Poses = std::pair<std::size_t, std::size_t>;

Poses poses_of(const FigureFrame& from, const FigureFrame& to) {
    return std::minmax({from.pose, to.pose});
}

/// The longest way between every two poses, as a share of the rep.
std::map<Poses, double> longest_ways(const std::vector<FigureFrame>& frames) {
    std::map<Poses, double> lengths;
    for (std::size_t i = 1; i < frames.size(); ++i) {
        if (frames[i].pose == frames[i - 1].pose) continue;
        double& length = lengths[poses_of(frames[i - 1], frames[i])];
        length = std::max(length, frames[i].share - frames[i - 1].share);
    }
    return lengths;
}

double sum_of(const std::map<Poses, double>& lengths) {
    double sum = 0;
    for (const auto& [poses, length] : lengths) sum += length;
    return sum;
}

}  // namespace

Flipbook::Flipbook(const Figure& figure) {
    const auto& frames = figure.frames;
    std::map<std::size_t, std::size_t> page_of_pose;
    for (const auto& frame : frames) {
        if (page_of_pose.emplace(frame.pose, shares_.size()).second) shares_.push_back(frame.share);
    }
    const auto lengths = longest_ways(frames);
    const double whole = sum_of(lengths);
    const auto left = static_cast<double>(most_pages - std::min(most_pages, shares_.size()));
    std::map<Poses, std::vector<std::size_t>> known;
    ways_.reserve(frames.size());
    for (std::size_t i = 1; i < frames.size(); ++i) {
        Way way{frames[i - 1].share, frames[i].share, frames[i - 1].pose < frames[i].pose, {}};
        const Poses poses = poses_of(frames[i - 1], frames[i]);
        auto& pages = known[poses];
        if (pages.empty()) {
            pages.push_back(page_of_pose[poses.first]);
            if (poses.first != poses.second) {
                add_pages_between(pages, way,
                                  static_cast<std::size_t>(left * lengths.at(poses) / whole));
                pages.push_back(page_of_pose[poses.second]);
            }
        }
        way.pages = pages;
        ways_.push_back(std::move(way));
    }
}

void Flipbook::add_pages_between(std::vector<std::size_t>& pages, const Way& way,
                                 std::size_t count) {
    for (std::size_t k = 1; k <= count; ++k) {
        const double along = static_cast<double>(k) / static_cast<double>(count + 1);
        pages.push_back(shares_.size());
        shares_.push_back(way.begins + (way.ends - way.begins) * (way.forward ? along : 1 - along));
    }
}

std::size_t Flipbook::page_at(double share) const {
    auto way = std::find_if(ways_.begin(), ways_.end(),
                            [&](const Way& each) { return share <= each.ends; });
    if (way == ways_.end()) {
        if (ways_.empty()) return 0;
        --way;
    }
    const double along = std::clamp((share - way->begins) / (way->ends - way->begins), 0.0, 1.0);
    const auto steps = static_cast<double>(way->pages.size() - 1);
    return way->pages.at(
        static_cast<std::size_t>(std::lround((way->forward ? along : 1 - along) * steps)));
}

}  // namespace hipflow::figure
