// SPDX-License-Identifier: MIT
#pragma once
#include <cstddef>
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
    std::optional<int> breaths{};  // of the hold, if it was given in breaths
    std::optional<int> reps;
    bool as_many = false;  // reps until a key is pressed; `reps` at most
    Millis pace{};
    std::vector<Millis> tempo;  // of the phases, if the pace was given so
    Millis release{};
    std::optional<Millis> duration;  // of movement at one's own rhythm
    std::optional<Millis> cap;
    /// nullopt in what older versions stored: brief.
    std::optional<Guidance> guidance;
    /// What the routine says of it, or its exercise is done with; none in what replaces it.
    std::optional<std::string> note{};
    std::optional<std::string> load{};
    int times = 0;  // timed sessions that held it; not stored with the prescription
    bool operator==(const Work&) const = default;
};

/// A round of a block, from 1.
struct Round {
    int number = 1;
    int rounds = 1;
    Millis rest{};  // before it, in the rest_before of its first step
    bool operator==(const Round&) const = default;
};

struct PrescribedStep {
    std::string planned_exercise;  // as the routine names it, before the coach changes it
    Work work;
    std::vector<Work> easier;  // alternates, the nearest first
    /// For the same purpose, and no harder: each may take the place of `work`, the nearest first.
    std::vector<Work> alternatives{};
    Side first = Side::left;
    std::optional<Side> only{};  // done on this side alone; `first` is the same
    SideOrder order = SideOrder::each_set;
    ExtraSets extra;
    std::optional<Round> round{};  // of its block; each round has steps of its own
    int block = 0;                 // of the routine, from 1; 0 outside of any
    int place = 0;                 // among the steps of its block, from 1
    Millis rest_before{};          // before it is announced
    Millis gap{};                  // between sets of one side
    bool gap_in_turn =
        false;  // also where sides take turns: before the side that begins comes again
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

/// For each step of a session the first one of its block; outside of any, itself.
std::vector<std::size_t> blocks_of(const std::vector<PrescribedStep>& steps);

/// For each step of a session the one that is its first round; outside of any block, itself.
std::vector<std::size_t> first_rounds_of(const std::vector<PrescribedStep>& steps);

/// How many steps a session has, those of a block once.
std::size_t steps_once(const Prescription& prescription);

}  // namespace hipflow
