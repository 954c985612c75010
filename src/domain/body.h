// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <optional>
#include <string_view>

#include "domain/words.h"

namespace hipflow {

/// The side of the body that works. both: at once, or in turn from rep to rep.
enum class Side { left, right, both };
constexpr auto words_of(Side /*unused*/) {
    return std::to_array<std::string_view>({"left", "right", "both"});
}

constexpr Side other(Side side) {
    if (side == Side::both) return Side::both;
    return side == Side::left ? Side::right : Side::left;
}

/// Pain on the 11-point numeric rating scale, 0 (none) to 10 (worst imaginable):
/// docs/design/care.md, "The pain scale".
class PainScore {
   public:
    static constexpr std::optional<PainScore> from(long value) {
        if (value < 0 || value > 10) return std::nullopt;
        return PainScore(static_cast<int>(value));
    }
    constexpr int value() const { return value_; }
    constexpr auto operator<=>(const PainScore&) const = default;

   private:
    constexpr explicit PainScore(int value) : value_(value) {}
    int value_;
};

/// When a score was felt.
enum class Moment { before, peak, after, morning, checkin };
constexpr auto words_of(Moment /*unused*/) {
    return std::to_array<std::string_view>({"before", "peak", "after", "morning", "checkin"});
}

/// Where pain is felt, from the spine outward.
enum class Site { low_back, buttock, groin, outer_hip, thigh, lower_leg, foot };
constexpr auto words_of(Site /*unused*/) {
    return std::to_array<std::string_view>(
        {"low-back", "buttock", "groin", "outer-hip", "thigh", "lower-leg", "foot"});
}

/// How far down the leg a site is, 1 to 5: pain that moves further is a sign (docs/design/care.md,
/// "Where it goes").
constexpr int distance_from_spine(Site site) {
    switch (site) {
        case Site::low_back:
            return 1;
        case Site::buttock:
        case Site::groin:
        case Site::outer_hip:
            return 2;
        case Site::thigh:
            return 3;
        case Site::lower_leg:
            return 4;
        case Site::foot:
            return 5;
    }
    return 0;
}

/// How far down it is felt: there, unless it is strongest still further down.
constexpr Site further_of(std::optional<Site> strongest, Site furthest) {
    const bool nearer =
        strongest && distance_from_spine(furthest) <= distance_from_spine(*strongest);
    return nearer ? *strongest : furthest;
}

/// The symptoms asked about apart from the score (docs/design/care.md, "Endings and red flags").
/// gave_way: a joint gave way or caught. saddle: numbness or tingling between the legs.
enum class SymptomKind {
    further,
    sharp,
    numbness,
    weakness,
    soreness,
    emergency,
    clearance,
    gave_way,
    saddle
};
constexpr auto words_of(SymptomKind /*unused*/) {
    return std::to_array<std::string_view>({"further", "sharp", "numbness", "weakness", "soreness",
                                            "emergency", "clearance", "gave_way", "saddle"});
}

}  // namespace hipflow
