// SPDX-License-Identifier: MIT
#include "catalog/figure_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "domain/restriction.h"
#include "figure/demands.h"
#include "figure/limits.h"

namespace hipflow::catalog {
namespace {

std::string tag_of(const figure::FoundRisk& found) {
    std::string tag(found.tag);
    if (found.demand == figure::Demand::mild) tag += mild_suffix;
    return tag;
}

/// Returns how much of a risk a list of tags names.
figure::Demand named(const std::vector<std::string>& risks, std::string_view tag) {
    const auto has = [&](const std::string& wanted) {
        return std::ranges::find(risks, wanted) != risks.end();
    };
    if (has(std::string(tag))) return figure::Demand::full;
    return has(std::string(tag) + std::string(mild_suffix)) ? figure::Demand::mild
                                                            : figure::Demand::none;
}

using FoundRisks = std::vector<figure::FoundRisk>;

/// Returns those of the risks in a figure that a list of tags does not name, or not in full.
FoundRisks unnamed(const std::vector<std::string>& risks, FoundRisks found) {
    std::erase_if(found, [&](const figure::FoundRisk& risk) {
        return named(risks, risk.tag) >= risk.demand;
    });
    return found;
}

/// Returns the tags of a list that are not among the risks in a figure, of those that a figure can
/// show.
std::vector<std::string> unshown(const std::vector<std::string>& risks, const FoundRisks& found) {
    std::vector<std::string> without_cause;
    for (const auto& tag : risks) {
        const bool mild = tag.ends_with(mild_suffix);
        const auto stem = mild ? tag.substr(0, tag.size() - mild_suffix.size()) : tag;
        if (!figure::is_measured(stem)) continue;
        const auto shown = std::ranges::find(found, stem, &figure::FoundRisk::tag);
        const bool cause = shown != found.end() && (mild || shown->demand == figure::Demand::full);
        if (!cause) without_cause.push_back(tag);
    }
    return without_cause;
}

class Warnings {
   public:
    Warnings(const Figure& figure, const FigurePlaces& places, const std::string& file)
        : figure_(&figure), places_(&places), file_(&file) {}

    void add(const std::string& pose, std::string message) {
        const Place place = place_of(pose);
        all_.push_back({*file_, place.line, place.column, std::move(message)});
    }
    /// Returns them in the order of the file.
    bool none() const { return all_.empty(); }
    std::vector<Diagnostic> take() {
        std::ranges::stable_sort(all_, {}, [](const Diagnostic& warning) {
            return std::pair(warning.line, warning.column);
        });
        return std::move(all_);
    }

   private:
    /// Returns where a pose is; of a figure that is borrowed, where that is said.
    Place place_of(const std::string& pose) const {
        const auto found = std::ranges::find(figure_->poses, pose, &Pose::name);
        const auto at = static_cast<std::size_t>(found - figure_->poses.begin());
        return at < places_->poses.size() ? places_->poses[at] : places_->figure;
    }

    const Figure* figure_;
    const FigurePlaces* places_;
    const std::string* file_;
    std::vector<Diagnostic> all_;
};

}  // namespace

std::vector<Diagnostic> figure_warnings(const Exercise& exercise, const Figure& figure,
                                        const FigurePlaces& places, const std::string& file) {
    Warnings warnings(figure, places, file);
    if (!is_drawn(figure)) {
        warnings.add("",
                     "this figure gives the places of joints, which are no longer drawn; only its "
                     "text is shown. 'man hipflow-routine' says how to write it in angles");
        return warnings.take();
    }
    const figure::Movement movement(figure);
    for (const auto& [what, joint, pose] : figure::impossible_in(movement)) {
        warnings.add(pose, fmt::format("in the pose \"{}\" {}; no body does that{}", pose, what,
                                       joint.empty() ? "" : ", change '" + joint + "'"));
    }
    if (!warnings.none()) return warnings.take();  // risks of an impossible pose mean nothing
    // An exercise without risks is one of which nobody has said them.
    if (!exercise.risks) return warnings.take();
    const FoundRisks found = figure::risks_of(movement);
    for (const auto& risk : unnamed(*exercise.risks, found)) {
        warnings.add(risk.pose,
                     fmt::format("in the pose \"{}\" {}; add \"{}\" to 'risks', by which hipflow "
                                 "leaves the exercise out for those whom it may harm",
                                 risk.pose, risk.why, tag_of(risk)));
    }
    if (exercise.risks_note) return warnings.take();
    for (const auto& tag : unshown(*exercise.risks, found)) {
        warnings.add("", fmt::format("'risks' has \"{}\", which the figure does not show; take it "
                                     "out, or say in 'risks_note' where it comes from",
                                     tag));
    }
    return warnings.take();
}

std::vector<std::string> with_shown_risks(std::vector<std::string> risks, const Figure& figure) {
    if (!is_drawn(figure)) return risks;
    for (const auto& risk : unnamed(risks, figure::risks_of(figure::Movement(figure)))) {
        std::erase(risks, std::string(risk.tag) + std::string(mild_suffix));
        risks.push_back(tag_of(risk));
    }
    return risks;
}

}  // namespace hipflow::catalog
