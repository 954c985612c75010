// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <optional>
#include <string>

#include "domain/body.h"
#include "domain/time.h"
#include "domain/words.h"

namespace hipflow {

/// rotation: of a hip, in degrees; its word is "range". function: an activity on the
/// Patient-Specific Functional Scale, PSFS (docs/design/statistics.md, "Hip rotation" and
/// "Function").
enum class Measured { rotation, function };
constexpr auto words_of(Measured /*unused*/) {
    return std::to_array<std::string_view>({"range", "function"});
}

/// With the knee bent, the foot swings outward in internal rotation of the thigh, and inward in
/// external rotation: easily mixed up.
enum class Rotation { internal, external };
constexpr auto words_of(Rotation /*unused*/) {
    return std::to_array<std::string_view>({"internal", "external"});
}

/// How the range was measured. A series never mixes the two.
enum class RotationPosition { seated, prone };
constexpr auto words_of(RotationPosition /*unused*/) {
    return std::to_array<std::string_view>({"seated", "prone"});
}

/// One reading: a trial of a rotation, or the score of one activity.
struct Measurement {
    std::string id;
    Measured kind = Measured::rotation;
    std::optional<Rotation> movement;
    std::optional<Side> side;
    std::optional<RotationPosition> position;
    std::optional<int> trial;  // from 1
    int value = 0;             // rotation: whole degrees; function: 0 (unable) to 10 (as before)
    std::optional<std::string> instrument;
    std::optional<std::string> scale_version;
    std::optional<std::string> activity_id;
    std::optional<PainScore> pain;  // during it
    Stamp taken;

    bool operator==(const Measurement&) const = default;
};

/// An item of the PSFS: something that is hard to do, in the person's own words. Its series ends
/// when it is dropped.
struct Activity {
    std::string id;
    std::string text;
    Day from_day{};
    std::optional<Day> to_day;

    bool operator==(const Activity&) const = default;
};

}  // namespace hipflow
