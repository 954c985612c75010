// SPDX-License-Identifier: MIT
#include "support/sessions.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace hipflow::support {
namespace {

std::string spoken(const Cue& cue) {
    return cue.text.empty() ? std::string(word(cue.kind))
                            : fmt::format("{} '{}'", word(cue.kind), cue.text);
}

std::string at_seconds(Millis at) {
    return fmt::format("{:g}", static_cast<double>(at.count()) / 1000);
}

/// Describes an event in one line.
struct Teller {
    std::string operator()(const SegmentStarted& e) const {
        return fmt::format("segment {}", e.segment);
    }
    std::string operator()(const CueDue& e) const { return fmt::format("cue {}", spoken(e.cue)); }
    std::string operator()(const SetEnded& e) const {
        return fmt::format("set {} {} {}", path(e.set.key), word(e.progress.status),
                           at_seconds(e.progress.credit));
    }
    std::string operator()(const Paused& e) const {
        return fmt::format("paused {}", static_cast<int>(e.reason));
    }
    std::string operator()(const Resumed& e) const {
        return fmt::format("resumed {}", at_seconds(e.get_ready));
    }
    std::string operator()(const Skipped& e) const { return fmt::format("skipped {}", e.segment); }
    std::string operator()(const Undone& e) const { return fmt::format("undone {}", e.segment); }
    std::string operator()(const WentBack& e) const { return fmt::format("back {}", e.set); }
    std::string operator()(const MoreTime& e) const {
        return fmt::format("more {}", at_seconds(e.added));
    }
    std::string operator()(const Easier& e) const { return fmt::format("easier {}", e.step); }
    std::string operator()(const GapHeld& e) const {
        return fmt::format("held {}", at_seconds(e.added));
    }
    std::string operator()(const NothingEasier&) const { return "nothing easier"; }
    std::string operator()(const TimeLeft& e) const {
        return fmt::format("left {} of {}", at_seconds(e.segment), at_seconds(e.session));
    }
    std::string operator()(const PainAsked&) const { return "pain asked"; }
    std::string operator()(const PeakAsked& e) const {
        return fmt::format("peak asked {}", e.step);
    }
    std::string operator()(const Finished& e) const {
        return e.completed ? "finished" : "broken off";
    }
};

}  // namespace

Exercise exercise(const std::string& id) {
    Exercise exercise;
    exercise.id = id;
    exercise.name = id;
    return exercise;
}

PrescribedStep holds(const std::string& id, Millis hold, Sides sides, int sets) {
    PrescribedStep step;
    step.planned_exercise = id;
    step.work.exercise = exercise(id);
    step.work.sides = sides;
    step.work.sets = sets;
    step.work.hold = hold;
    step.gap = plain_gaps.set;
    return step;
}

PrescribedStep reps(const std::string& id, int reps, Millis pace, Sides sides) {
    PrescribedStep step = holds(id, 0s, sides);
    step.work.hold.reset();
    step.work.reps = reps;
    step.work.pace = pace;
    return step;
}

PrescribedStep pulses(const std::string& id, int reps, Millis hold, Millis release) {
    PrescribedStep step = holds(id, hold);
    step.work.reps = reps;
    step.work.release = release;
    return step;
}

PrescribedStep open_ended(const std::string& id, Millis cap) {
    PrescribedStep step = holds(id, 0s);
    step.work.hold.reset();
    step.work.cap = cap;
    return step;
}

PrescribedStep with_alternate(PrescribedStep step, PrescribedStep alternate) {
    step.easier.push_back(std::move(alternate.work));
    return step;
}

Prescription session_of(std::vector<PrescribedStep> steps, Gaps gaps) {
    Prescription prescription;
    prescription.routine = "test";
    prescription.gaps = gaps;
    prescription.steps = std::move(steps);
    return prescription;
}

void Performance::take(Turn turn) {
    player = std::move(turn.player);
    events.insert(events.end(), turn.events.begin(), turn.events.end());
}

void Performance::wait(Millis duration) {
    const Millis until = now.time + duration;
    for (auto due = next_deadline(player); due && *due <= until; due = next_deadline(player)) {
        now.time = *due;
        take(hipflow::advance(player, now));
    }
    now.time = until;
    take(hipflow::advance(player, now));
}

void Performance::run_out() {
    for (auto due = next_deadline(player); due; due = next_deadline(player)) {
        now.time = *due;
        take(hipflow::advance(player, now));
    }
}

Results results(const std::vector<Event>& events) {
    Results ended;
    for (const auto& set : all<SetEnded>(events)) {
        ended[{set.set.key, set.work.exercise.id}] = set.progress;
    }
    return ended;
}

Millis credit(const Results& results) {
    Millis sum{};
    for (const auto& [set, progress] : results) sum += progress.credit;
    return sum;
}

SetProgress result_of(const std::vector<Event>& events, const std::string& set) {
    std::optional<SetProgress> found;
    for (const auto& ended : all<SetEnded>(events)) {
        if (path(ended.set.key) == set) found = ended.progress;
    }
    EXPECT_TRUE(found) << set << " has not ended";
    return found.value_or(SetProgress{});
}

std::vector<std::string> told(const std::vector<Event>& events) {
    std::vector<std::string> lines;
    for (const Event& event : events) {
        lines.push_back(
            fmt::format("{} {}", at_seconds(event.at), std::visit(Teller{}, event.what)));
    }
    return lines;
}

std::vector<std::string> heard(const std::vector<Event>& events, const Timeline& timeline) {
    std::vector<std::string> lines;
    for (const auto& [cue, planned] : all<CueDue>(events)) {
        lines.push_back(fmt::format("{} at {}+{}", spoken(cue),
                                    path(timeline.segments[cue.segment]), at_seconds(cue.at)));
    }
    return lines;
}

std::vector<std::string> cues_of(const SessionPlan& plan, const std::string& segment) {
    std::vector<std::string> lines;
    for (const Cue& cue : plan.cues) {
        if (path(plan.timeline.segments[cue.segment]) != segment) continue;
        lines.push_back(fmt::format("{} at {}", spoken(cue), at_seconds(cue.at)));
    }
    return lines;
}

}  // namespace hipflow::support
