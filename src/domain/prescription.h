// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "domain/routine.h"

namespace hipflow {

/// An exercise with its amount settled: a hold; reps at a pace, or reps of a hold with a release;
/// movement for so long; or as long as one likes, up to the cap.
struct Work {
    Exercise exercise;
    Sides sides = Sides::both;
    int sets = 1;
    std::optional<Millis> hold;
    std::optional<int> reps;
    Millis pace{};
    std::vector<Millis> tempo;  // of the phases, if the pace was given so
    Millis release{};
    std::optional<Millis> duration;  // of movement at one's own rhythm
    std::optional<Millis> cap;
    /// nullopt in what older versions stored: brief.
    std::optional<Guidance> guidance;
    int times = 0;  // timed sessions that held it; not stored with the prescription
    bool operator==(const Work&) const = default;
};

struct PrescribedStep {
    std::string planned_exercise;  // as the routine names it, before the coach changes it
    Work work;
    std::vector<Work> easier;  // alternates, the nearest first
    /// For the same purpose, and no harder: each may take the place of `work`, the nearest first.
    std::vector<Work> alternatives{};
    Side first = Side::left;
    SideOrder order = SideOrder::each_set;
    ExtraSets extra;
    Millis gap{};  // between sets
    bool optional = false;
    std::vector<std::string> reasons;  // for each difference from the routine
    bool operator==(const PrescribedStep&) const = default;
};

/// A routine as set for today. It can be performed and explained without the files that it came
/// from.
struct Prescription {
    std::string routine;
    std::string name;
    bool counts = true;
    std::string language = "en";  // in which the session speaks
    Gaps gaps;
    std::vector<PrescribedStep> steps;
    std::optional<Work> closing;       // ends the session if it is broken off for pain
    std::vector<std::string> reasons;  // what was left out or changed, and why
    /// In force when it was made; nullopt in what older versions stored.
    std::optional<std::vector<std::string>> restrictions;
    std::optional<std::vector<std::string>> avoid;
    bool safety = false;  // begins with the safety sentence; not stored
    /// Less than half of the work is left for this person; not stored.
    bool too_little = false;
    bool operator==(const Prescription&) const = default;
};

/// Lists the reasons of all steps, then those of the whole session.
std::vector<std::string> all_reasons(const Prescription& prescription);

/// Puts the next easier alternate in the place of a step. Returns nullopt if none is left.
std::optional<Prescription> with_easier(const Prescription& prescription, std::size_t step);

/// Puts the next alternative in the place of a step, whose work becomes the last of them: in time
/// it comes again. Returns nullopt if there is none.
std::optional<Prescription> with_swap(const Prescription& prescription, std::size_t step);

/// Adds the closing work as one more step, if there is any.
Prescription with_closing(const Prescription& prescription);

}  // namespace hipflow
