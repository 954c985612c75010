// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "domain/routine.h"

namespace hipflow {

/// An exercise with the amount settled. Exactly one of `hold`, `reps` and `cap` leads: a hold; reps
/// at a pace, or of a hold with a release; or as long as one likes, up to the cap.
struct Work {
    Exercise exercise;
    Sides sides = Sides::both;
    int sets = 1;
    std::optional<Millis> hold;
    std::optional<int> reps;
    Millis pace{};
    Millis release{};
    std::optional<Millis> cap;
    bool operator==(const Work&) const = default;
};

struct PrescribedStep {
    std::string planned_exercise;  // what the routine names, before the coach changed it
    Work work;
    std::vector<Work> easier;  // alternates, the nearest first
    Side first = Side::left;
    SideOrder order = SideOrder::each_set;
    ExtraSets extra;
    Millis gap{};  // between sets
    bool optional = false;
    std::vector<std::string> reasons;  // why it is not what the routine says
    bool operator==(const PrescribedStep&) const = default;
};

/// A routine as set for today, self-contained: it can be performed, and explained, without the
/// files that it came from.
struct Prescription {
    std::string routine;
    std::string name;
    bool counts = true;
    Gaps gaps;
    std::vector<PrescribedStep> steps;
    std::optional<Work> closing;       // what ends the session if it is broken off for pain
    std::vector<std::string> reasons;  // what was left out or changed, and why
    /// In force when it was made; nothing in what older versions stored.
    std::optional<std::vector<std::string>> restrictions;
    std::optional<std::vector<std::string>> avoid;
    bool operator==(const Prescription&) const = default;
};

/// Why the session is not what the routine says: of its steps, then of the whole.
std::vector<std::string> all_reasons(const Prescription& prescription);

/// The session with the easier alternate of one step in its place; nothing if there is none left.
std::optional<Prescription> with_easier(const Prescription& prescription, std::size_t step);

/// The session with what closes it as one more step; as it is, if nothing does.
Prescription with_closing(const Prescription& prescription);

}  // namespace hipflow
