// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/body.h"
#include "domain/records.h"
#include "domain/words.h"

namespace hipflow::session {

/// Signs that are new since the last session and have no place on the pain scale. saddle: numbness
/// between the legs as well; weakness: a weaker leg or a dropping foot; gave_way: a joint that gave
/// way or caught.
enum class News { none, numbness, saddle, weakness, gave_way, emergency };
constexpr auto words_of(News /*unused*/) {
    return std::to_array<std::string_view>(
        {"none", "numbness", "saddle", "weakness", "gave_way", "emergency"});
}

/// Whether somebody is new to exercises like these.
enum class Experience { new_to_this, used_to_this };
constexpr auto words_of(Experience /*unused*/) {
    return std::to_array<std::string_view>({"new", "used"});
}

/// Answers given on the command line. What is not set was not given.
struct GivenAnswers {
    std::optional<PainScore> pain_before;
    std::optional<PainScore> pain_after;
    std::optional<Site> site;
    std::optional<Side> side;
    std::optional<Site> furthest;  // how far down the leg it is felt
    /// --hurt none: some HurtMore::none; --hurt EXERCISE[=SCORE]: HurtMore::some and its exercises.
    std::optional<HurtMore> hurt_more;
    std::vector<std::pair<std::string, std::optional<PainScore>>> peaks;
    std::optional<Effort> effort;
    std::optional<std::string> note;
    std::optional<PainScore> morning;
    bool soreness = false;  // the pain of that morning is new muscle soreness
    std::optional<News> news;
    std::optional<std::string> clearance;
    std::optional<Experience> experience;
    bool flare = false;          // the flare-up day, where pain calls for rest
    bool override_gate = false;  // one step beyond what pain calls for
    bool ask = true;             // the rest may be asked for
};

}  // namespace hipflow::session
