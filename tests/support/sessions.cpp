// SPDX-License-Identifier: MIT
#include "support/sessions.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "session/event_words.h"
#include "support/english.h"

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
    std::string operator()(const session::ToCountIn& /*unused*/) const { return "to count-in"; }
    std::string operator()(const session::NothingToUndo& /*unused*/) const {
        return "nothing to undo";
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
    std::string operator()(const session::MoreRepsAdded& e) const {
        return fmt::format("more reps {}", e.added);
    }
    std::string operator()(const session::NothingMore& /*unused*/) const { return "nothing more"; }
    std::string operator()(const session::Swapped& e) const {
        return fmt::format("swapped {}", e.step);
    }
    std::string operator()(const session::NothingToSwap& /*unused*/) const {
        return "nothing to swap";
    }
    std::string operator()(const session::GoneTo& e) const {
        return fmt::format("gone {} {} over {}", e.back ? "back to" : "to", e.set, e.passed_over);
    }
    std::string operator()(const session::GapHeld& e) const {
        return fmt::format("held {}", at_seconds(e.added));
    }
    std::string operator()(const session::Announced& /*unused*/) const { return "announced"; }
    std::string operator()(const session::Explained& /*unused*/) const { return "explained"; }
    std::string operator()(const session::StillPaused& /*unused*/) const { return "still paused"; }
    std::string operator()(const session::BeginsNow& /*unused*/) const { return "begins now"; }
    std::string operator()(const session::NothingEasier& /*unused*/) const {
        return "nothing easier";
    }
    std::string operator()(const session::TimeLeft& e) const {
        return fmt::format("left {} of {}", at_seconds(e.segment), at_seconds(e.session));
    }
    std::string operator()(const session::PainAsked& /*unused*/) const { return "pain asked"; }
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
    step.gap = plain_gaps.set.value_or(usual_set_gap);
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

PrescribedStep moving(const std::string& id, Millis duration, Sides sides) {
    PrescribedStep step = holds(id, 0s, sides);
    step.work.hold.reset();
    step.work.duration = duration;
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

PrescribedStep with_alternative(PrescribedStep step, PrescribedStep other) {
    step.alternatives.push_back(std::move(other.work));
    return step;
}

Prescription session_of(std::vector<PrescribedStep> steps, Gaps gaps) {
    Prescription prescription;
    prescription.routine = "test";
    prescription.name = "test";
    prescription.gaps = gaps;
    prescription.steps = std::move(steps);
    return prescription;
}

session::Hearing tones_alone() {
    session::Hearing hearing;
    hearing.phrases = english();
    hearing.voice = false;
    return hearing;
}

std::shared_ptr<const session::Script> script_of(Prescription prescription, AskPeak ask,
                                                 session::Hearing hearing) {
    return session::make_script(std::move(prescription), ask, std::move(hearing));
}

session::Timeline timeline_of(const Prescription& prescription, AskPeak ask) {
    return session::compile(prescription, ask, tones_alone());
}

void Performance::skip_to_work() {
    constexpr int most = 3;
    for (int i = 0; i < most; ++i) {
        const bool works = session::is_work(session::current_segment(player).kind) &&
                           player.phase == session::Phase::running;
        if (!works) press(session::Key::next);
    }
}

void Performance::take(session::Turn turn) {
    player = std::move(turn.player);
    for (const session::Event& event : turn.events) hear(event);
    events.insert(events.end(), turn.events.begin(), turn.events.end());
}

namespace {

/// Whatever is heard stops for what comes of a key.
bool interrupts(const session::Happening& what) {
    if (const auto* paused = std::get_if<session::Paused>(&what)) {
        return paused->reason != session::PauseReason::question;
    }
    const auto* finished = std::get_if<session::Finished>(&what);
    if (finished != nullptr) return !finished->completed;
    return !std::holds_alternative<session::CueDue>(what) &&
           !std::holds_alternative<session::SegmentStarted>(what) &&
           !std::holds_alternative<session::SetEnded>(what) &&
           !std::holds_alternative<session::PeakAsked>(what) &&
           !std::holds_alternative<session::GapHeld>(what);
}

}  // namespace

void Performance::hear(const session::Event& event) {
    const session::Hearing& hearing = player.script->hearing;
    if (interrupts(event.what)) hush(event.at);
    // What is announced comes as a cue at its moment, too.
    if (std::holds_alternative<session::Announced>(event.what)) return;
    auto cues = session::answer_to(event.what, player);
    const auto* due = std::get_if<session::CueDue>(&event.what);
    if (due != nullptr) {
        cues = {due->cue};
        cues.front().at = 0ms;
    }
    for (session::Cue& cue : cues) {
        const Millis length = session::sound_length(cue, hearing);
        const Millis at = event.at + cue.at;
        if (length > 0ms) said.push_back({at, at + length, std::move(cue), due == nullptr});
    }
}

void Performance::hush(Millis at) {
    for (Said& sound : said) {
        if (sound.end <= at) continue;
        sound.end = at;
        sound.whole = false;
    }
}

void Performance::look(Millis time) {
    const Millis from = std::max(now.time, player.since);
    if (player.phase == session::Phase::running && time > from) {
        ran += time - from;
        const auto kind = session::current_segment(player).kind;
        if (session::is_work(kind)) worked += time - from;
    }
    now.time = time;
    take(hipflow::session::advance(player, now));
}

void Performance::wait(Millis duration) {
    const Millis until = now.time + duration;
    for (auto due = session::next_deadline(player); due && *due <= until;
         due = session::next_deadline(player)) {
        look(*due);
    }
    look(until);
}

void Performance::run_out() {
    for (auto due = session::next_deadline(player); due; due = session::next_deadline(player)) {
        look(*due);
    }
}

void Performance::wait_into(const std::string& words) {
    for (auto due = session::next_deadline(player); due; due = session::next_deadline(player)) {
        const std::size_t before = said.size();
        look(*due);
        const auto found = std::find_if(
            said.begin() + static_cast<std::ptrdiff_t>(before), said.end(),
            [&](const Said& sound) { return sound.cue.text == words && !sound.cue.tone; });
        if (found != said.end()) return wait((found->end - found->at) / 2);
    }
    ADD_FAILURE() << "nobody says: " << words;
}

void Performance::run_to_end() {
    constexpr int most = 1'000;
    for (int i = 0; i < most && player.phase != session::Phase::finished; ++i) {
        run_out();
        if (player.phase != session::Phase::finished) resume();
    }
}

std::vector<std::string> Performance::words_since(Millis time) const {
    std::vector<std::string> words;
    for (const Said& sound : said) {
        const bool heard = sound.at >= time && sound.whole && !sound.cue.tone;
        if (heard) words.push_back(sound.cue.text);
    }
    return words;
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
