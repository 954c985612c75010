// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "domain/restriction.h"
#include "figure/demands.h"
#include "figure/limits.h"
#include "shipped.h"

// The risks of a file and the movement in its figure say the same. See docs/design/figures.md,
// "Risks".

namespace hipflow::figure {
namespace {

TEST(ShippedFigures, AreThereForEveryExercise) {
    EXPECT_EQ(all_shipped().size(), catalog::bundled_exercises().size());
    EXPECT_GE(all_shipped().size(), 41U);
}

TEST(ShippedFigures, DoNothingThatNoBodyDoes) {
    for (const auto& [exercise, movement] : all_shipped()) {
        for (const auto& [what, joint, pose] : impossible_in(movement)) {
            ADD_FAILURE() << exercise.id << ", pose \"" << pose << "\": " << what << " (" << joint
                          << ")";
        }
    }
}

std::string text_of(const FoundRisk& risk) {
    std::string tag(risk.tag);
    if (risk.demand == Demand::mild) tag += mild_suffix;
    return tag;
}

/// How much of a risk a file claims.
Demand claimed(const Exercise& exercise, std::string_view tag) {
    const auto& risks = *exercise.risks;
    const auto has = [&](const std::string& wanted) {
        return std::ranges::find(risks, wanted) != risks.end();
    };
    if (has(std::string(tag))) return Demand::full;
    return has(std::string(tag) + std::string(mild_suffix)) ? Demand::mild : Demand::none;
}

TEST(ShippedRisks, NameAllThatTheFigureShows) {
    for (const auto& [exercise, movement] : all_shipped()) {
        ASSERT_TRUE(exercise.risks) << exercise.id;
        for (const auto& risk : risks_of(movement)) {
            EXPECT_GE(claimed(exercise, risk.tag), risk.demand)
                << exercise.id << ", pose \"" << risk.pose << "\": " << risk.why << ", and 'risks' "
                << "lacks \"" << text_of(risk) << '"';
        }
    }
}

TEST(ShippedRisks, HaveACauseInTheFigureOrANote) {
    for (const auto& [exercise, movement] : all_shipped()) {
        if (exercise.risks_note) continue;
        const auto shown = risks_of(movement);
        for (const auto& claim : *exercise.risks) {
            const bool mild = claim.ends_with(mild_suffix);
            const std::string tag =
                mild ? claim.substr(0, claim.size() - mild_suffix.size()) : claim;
            if (!is_measured(tag)) continue;
            const auto risk = std::ranges::find(shown, tag, &FoundRisk::tag);
            const Demand demand = risk == shown.end() ? Demand::none : risk->demand;
            EXPECT_GE(demand, mild ? Demand::mild : Demand::full)
                << exercise.id << " claims \"" << claim << "\"; the figure "
                << (risk == shown.end()
                        ? "does not show it"
                        : "shows it mildly: " + risk->why + " in \"" + risk->pose + '"');
        }
    }
}

}  // namespace
}  // namespace hipflow::figure
