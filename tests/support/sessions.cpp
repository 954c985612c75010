// SPDX-License-Identifier: MIT
#include "support/sessions.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace hipflow::support {
namespace {

std::string spoken(const session::Cue& cue) {
    return cue.text.empty() ? std::string(word(cue.kind))
                            : fmt::format("{} '{}'", word(cue.kind), cue.text);
}

std::string at_seconds(Millis at) {
    return fmt::format("{:g}", static_cast<double>(at.count()) / 1000);
}

/// Describes an event in one line.
struct Teller {
    std::string operator()(const session::SegmentStarted& e) const {
        return fmt::format("segment {}", e.segment);
    }
    std::string operator()(const session::CueDue& e) const {
        return fmt::format("cue {}", spoken(e.cue));
    }
    std::string operator()(const session::SetEnded& e) const {
        return fmt::format("set {} {} {}", session::path(e.set.key), word(e.progress.status),
                           at_seconds(e.progress.credit));
    }
    std::string operator()(const session::Paused& e) const {
        return fmt::format("paused {}", static_cast<int>(e.reason));
    }
    std::string operator()(const session::Resumed& e) const {
        return fmt::format("resumed {}", at_seconds(e.get_ready));
    }
    std::string operator()(const session::Skipped& e) const {
        return fmt::format("skipped {}", e.segment);
    }
    std::string operator()(const session::Undone& e) const {
        return fmt::format("undone {}", e.segment);
    }
    std::string operator()(const session::WentBack& e) const {
        return fmt::format("back {}", e.set);
    }
    std::string operator()(const session::MoreTime& e) const {
        return fmt::format("more {}", at_seconds(e.added));
    }
    std::string operator()(const session::Easier& e) const {
        return fmt::format("easier {}", e.step);
    }
    std::string operator()(const session::GapHeld& e) const {
        return fmt::format("held {}", at_seconds(e.added));
    }
    std::string operator()(const session::NothingEasier&) const { return "nothing easier"; }
    std::string operator()(const session::TimeLeft& e) const {
        return fmt::format("left {} of {}", at_seconds(e.segment), at_seconds(e.session));
    }
    std::string operator()(const session::PainAsked&) const { return "pain asked"; }
    std::string operator()(const session::PeakAsked& e) const {
        return fmt::format("peak asked {}", e.step);
    }
    std::string operator()(const session::Finished& e) const {
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

void Performance::take(session::Turn turn) {
    player = std::move(turn.player);
    events.insert(events.end(), turn.events.begin(), turn.events.end());
}

void Performance::wait(Millis duration) {
    const Millis until = now.time + duration;
    for (auto due = session::next_deadline(player); due && *due <= until;
         due = session::next_deadline(player)) {
        now.time = *due;
        take(hipflow::session::advance(player, now));
    }
    now.time = until;
    take(hipflow::session::advance(player, now));
}

void Performance::run_out() {
    for (auto due = session::next_deadline(player); due; due = session::next_deadline(player)) {
        now.time = *due;
        take(hipflow::session::advance(player, now));
    }
}

Results results(const std::vector<session::Event>& events) {
    Results ended;
    for (const auto& set : all<session::SetEnded>(events)) {
        ended[{set.set.key, set.work.exercise.id}] = set.progress;
    }
    return ended;
}

Millis credit(const Results& results) {
    Millis sum{};
    for (const auto& [set, progress] : results) sum += progress.credit;
    return sum;
}

session::SetProgress result_of(const std::vector<session::Event>& events, const std::string& set) {
    std::optional<session::SetProgress> found;
    for (const auto& ended : all<session::SetEnded>(events)) {
        if (session::path(ended.set.key) == set) found = ended.progress;
    }
    EXPECT_TRUE(found) << set << " has not ended";
    return found.value_or(session::SetProgress{});
}

std::vector<std::string> told(const std::vector<session::Event>& events) {
    std::vector<std::string> lines;
    for (const session::Event& event : events) {
        lines.push_back(
            fmt::format("{} {}", at_seconds(event.at), std::visit(Teller{}, event.what)));
    }
    return lines;
}

std::vector<std::string> heard(const std::vector<session::Event>& events,
                               const session::Timeline& timeline) {
    std::vector<std::string> lines;
    for (const auto& [cue, planned] : all<session::CueDue>(events)) {
        lines.push_back(fmt::format("{} at {}+{}", spoken(cue),
                                    session::path(timeline.segments[cue.segment]),
                                    at_seconds(cue.at)));
    }
    return lines;
}

std::vector<std::string> cues_of(const session::Script& script, const std::string& segment) {
    std::vector<std::string> lines;
    for (const session::Cue& cue : script.cues) {
        if (session::path(script.timeline.segments[cue.segment]) != segment) continue;
        lines.push_back(fmt::format("{} at {}", spoken(cue), at_seconds(cue.at)));
    }
    return lines;
}

}  // namespace hipflow::support
