// SPDX-License-Identifier: MIT
// Lists what the coach says of an exercise behind the answers that it follows.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/coach_story.h"
#include "support/scenes.h"
#include "unit/report/golden.h"

namespace hipflow::coach {
namespace {

using support::Scenes;

/// What the coach says of an exercise to the answers of the last session; in English alone.
TEST(CoachSentences, FollowTheirAnswers) {
    using support::Told;
    Scenes scenes;
    scenes.part("What the coach says next time, by what was told of the exercise");
    const auto next = [&](const std::string& name, const std::vector<Told>& sessions, int gap = 2) {
        support::Story story(support::routine_of({"two", "lone"}));
        int day = 1;
        for (const auto& told : sessions) {
            story.session(day, told);
            story.morning(day, told.before.value_or(1));
            day += 2;
        }
        const auto decided = story.decided(day - 2 + gap);
        std::string said;
        for (const auto& reason : decided.record.reasons) said += reason.text + '\n';
        scenes.add(name, said);
    };
    const Told fine{.before = 1, .peak = 1, .after = 1};
    for (const int peak : {1, 3, 4, 5, 6, 8}) {
        next(fmt::format("peak {}", peak), {fine, {.before = 1, .peak = peak, .after = 1}});
    }
    for (const auto kind : {SymptomKind::sharp, SymptomKind::numbness, SymptomKind::gave_way,
                            SymptomKind::further, SymptomKind::weakness}) {
        Told told{.before = 1, .peak = 4, .after = 1};
        told.symptoms = {kind};
        next(fmt::format("peak 4, {}", word(kind)), {fine, told});
    }
    next("stopped for pain",
         {fine, {.before = 1, .peak = 3, .after = 1, .done = 0.3, .why = StopReason::pain}});
    const Told amber{.before = 1, .peak = 4, .after = 1};
    const Told red{.before = 1, .peak = 7, .after = 1};
    next("peak 4 twice", {fine, amber, amber});
    next("peak 4 five times", {amber, amber, amber, amber, amber});
    next("peak 7 three times", {red, red, red});
    next("fine twice", {fine, fine});
    next("fine four times", {fine, fine, fine, fine});
    next("fine twice, and ten days off", {fine, fine}, 10);
    next("fine twice, and twenty days off", {fine, fine}, 20);
    report::golden::expect_file("sentences/coach", std::move(scenes).done());
}

}  // namespace
}  // namespace hipflow::coach
