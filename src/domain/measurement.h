// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <optional>
#include <string>

#include "domain/body.h"
#include "domain/time.h"
#include "domain/words.h"

namespace hipflow {

/// range: hip rotation in degrees (CONTENT 5.1); function: an activity on the PSFS (CONTENT 5.2).
enum class Measured { range, function };
template <>
inline constexpr auto words<Measured> = std::to_array<std::string_view>({"range", "function"});

/// With the knee bent, the foot swings out when the thigh turns in: internal rotation. The foot
/// swings in: external (CONTENT 5.1, the classic bug).
enum class Rotation { internal, external };
template <>
inline constexpr auto words<Rotation> = std::to_array<std::string_view>({"internal", "external"});

/// How the range was taken; never mixed in one series.
enum class RangePosition { seated, prone };
template <>
inline constexpr auto words<RangePosition> = std::to_array<std::string_view>({"seated", "prone"});

/// One reading: a trial of a range, or the answer for one activity.
struct Measurement {
    std::string id;
    Measured kind = Measured::range;
    std::optional<Rotation> movement;
    std::optional<Side> side;
    std::optional<RangePosition> position;
    std::optional<int> trial;  // from 1
    int value = 0;             // range: whole degrees; function: 0 (unable) to 10 (as before)
    std::optional<std::string> instrument;
    std::optional<std::string> scale_version;
    std::optional<std::string> activity_id;
    std::optional<PainScore> pain;  // during it
    Stamp taken;

    bool operator==(const Measurement&) const = default;
};

/// Something that is hard to do, in the person's own words: an item of the PSFS. Dropped, its
/// series ends.
struct Activity {
    std::string id;
    std::string text;
    Day from_day{};
    std::optional<Day> to_day;

    bool operator==(const Activity&) const = default;
};

}  // namespace hipflow
