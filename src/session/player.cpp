// SPDX-License-Identifier: MIT
#include "session/player.h"

#include <algorithm>
#include <utility>

#include "domain/phased_figure.h"
#include "session/machine.h"

namespace hipflow::session {

using namespace std::chrono_literals;

namespace {

/// Has the figure of reps move in the time of their phases.
void time_figure(Work& work, const Hearing& hearing) {
    if (!work.exercise.figure || !work.reps || work.hold) return;
    std::vector<Millis> times;
    for (const TimedPhase& phase : phases_of(work, hearing)) times.push_back(phase.time);
    if (auto timed = figure_in_phases(work.exercise, *work.exercise.figure, times)) {
        work.exercise.figure = *std::move(timed);
    }
}

}  // namespace

std::shared_ptr<const Script> make_script(Prescription prescription, AskPeak ask, Hearing hearing,
                                          MoreReps more_reps) {
    auto script = std::make_shared<Script>();
    script->prescription = std::move(prescription);
    script->hearing = std::move(hearing);
    for (PrescribedStep& step : script->prescription.steps) {
        time_figure(step.work, script->hearing);
    }
    script->more_reps = std::move(more_reps);
    Score laid_out = score(script->prescription, ask, script->hearing, script->more_reps);
    script->timeline = std::move(laid_out.timeline);
    script->cues = std::move(laid_out.cues);
    return script;
}

Player begin(std::shared_ptr<const Script> script, std::size_t start,
             std::map<SetKey, SetProgress> ended) {
    Player player;
    player.ended = std::move(ended);
    // Sets that belong to the history cause no events, unless they are done again.
    for (std::size_t i = 0; i < start; ++i)
        player.ended.try_emplace(script->timeline.sets.at(i).key);
    player.easier_taken.assign(script->prescription.steps.size(), 0);
    player.segment = script->timeline.sets.at(start).lead_in;
    player.script = std::move(script);
    return player;
}

Turn advance(Player player, Now now) {
    Machine machine(std::move(player), now);
    machine.pass_time();
    return std::move(machine).done();
}

Turn press(Player player, Key key, Now now) {
    const bool stood_still = player.phase == Phase::paused;
    Machine machine(std::move(player), now);
    machine.pass_time();
    const bool just_stopped = machine.stands_still() && !stood_still;
    switch (key) {
        case Key::pause:
            // The session has just paused by itself, which is what the key asks for.
            if (!just_stopped) machine.toggle_pause();
            break;
        case Key::next:
            machine.skip();
            break;
        case Key::back:
            machine.back();
            break;
        case Key::more_time:
            machine.add_time();
            break;
        case Key::easier:
            machine.take_easier();
            break;
        case Key::hurts:
            machine.ask_about_pain();
            break;
        case Key::time_left:
            machine.tell_time_left();
            break;
        case Key::undo:
            machine.undo_skip();
            break;
        case Key::explain:
            machine.explain();
            break;
        case Key::swap:
            machine.swap_exercise();
            break;
        case Key::go_to:
            break;
        case Key::quit:
            machine.finish(std::nullopt);
            break;
    }
    return std::move(machine).done();
}

Turn go_to(Player player, std::size_t step, Now now) {
    Machine machine(std::move(player), now);
    machine.pass_time();
    machine.go_to(step);
    return std::move(machine).done();
}

Turn resume(Player player, Now now) {
    const bool stood_still = player.phase == Phase::paused || player.phase == Phase::waiting;
    Machine machine(std::move(player), now);
    machine.pass_time();
    if (stood_still) machine.go_on();
    return std::move(machine).done();
}

Turn pause(Player player, PauseReason reason, Now now) {
    Machine machine(std::move(player), now);
    machine.pass_time();
    machine.stop_clock(now.time, reason);
    return std::move(machine).done();
}

Turn hold_gap(Player player, Millis by, Now now) {
    Machine machine(std::move(player), now);
    machine.pass_time();
    machine.hold_gap(by);
    return std::move(machine).done();
}

Turn pause_after_stop(Player player, Now now) {
    Machine machine(std::move(player), now);
    machine.pause_after_stop();
    return std::move(machine).done();
}

Turn stop_exercise(Player player, Now now) {
    Machine machine(std::move(player), now);
    machine.pass_time();
    machine.stop_exercise();
    return std::move(machine).done();
}

Turn wind_down(Player player, Now now) {
    Machine machine(std::move(player), now);
    machine.pass_time();
    machine.wind_down();
    return std::move(machine).done();
}

Turn finish(Player player, std::optional<StopReason> reason, Now now) {
    Machine machine(std::move(player), now);
    machine.pass_time();
    machine.finish(reason);
    return std::move(machine).done();
}

namespace {

/// The next line of what is announced, or the end of the get-ready.
Millis next_in_get_ready(const Player& player) {
    const auto& announced = player.announced;
    if (announced.next >= announced.lines.size()) return player.since;
    return std::min(player.since, announced.begin + announced.lines[announced.next].at);
}

/// When the next cue falls due, or its segment ends; nullopt while the clock stands still.
std::optional<Millis> next_cue_due(const Player& player) {
    if (player.phase == Phase::getting_ready) return next_in_get_ready(player);
    if (player.phase != Phase::running) return std::nullopt;
    const Millis end =
        player.since + (current_segment(player).duration + player.extended - player.position);
    const auto& cues = player.script->cues;
    if (player.next_cue >= cues.size() || cues[player.next_cue].segment != player.segment) {
        return end;
    }
    return std::min(
        end, player.since + (due_in_segment(player, cues[player.next_cue]) - player.position));
}

}  // namespace

std::optional<Millis> next_deadline(const Player& player) {
    if (player.phase == Phase::paused) return player.remind_at;
    const auto next = next_cue_due(player);
    const bool works = player.phase == Phase::running && is_work(current_segment(player).kind);
    if (!works) return next;
    // NOLINTNEXTLINE(bugprone-unchecked-optional-access): work has its end to come
    return std::min(*next, std::max(player.seen, player.since) + player.pulse);
}

std::optional<Millis> due_time(const Player& player, std::size_t cue) {
    const bool runs = player.phase == Phase::running || player.phase == Phase::getting_ready;
    const Cue& due = player.script->cues.at(cue);
    if (!runs || due.segment < player.segment) return std::nullopt;
    Millis at = player.since - player.position;  // the beginning of the segment under way
    const auto& segments = player.script->timeline.segments;
    for (std::size_t i = player.segment; i < due.segment; ++i) at += segments[i].duration;
    if (due.segment > player.segment) at += player.extended;
    return at + due_in_segment(player, due);
}

const Segment& current_segment(const Player& player) {
    return player.script->timeline.segments[player.segment];
}

const PlannedSet& current_set(const Player& player) {
    const Timeline& timeline = player.script->timeline;
    return timeline.sets[timeline.set_at(player.segment)];
}

const Work& current_work(const Player& player) {
    return step_of(player.script->prescription, current_set(player).key).work;
}

Millis left_in_segment(const Player& player, Millis now) {
    if (player.phase == Phase::finished) return 0ms;
    if (player.phase == Phase::getting_ready) return std::max<Millis>(player.since - now, 0ms);
    const Millis run = player.phase == Phase::running ? now - player.since : 0ms;
    const Millis length = current_segment(player).duration + player.extended;
    return std::max<Millis>(length - player.position - run, 0ms);
}

Millis left_in_session(const Player& player, Millis now) {
    if (player.phase == Phase::finished) return 0ms;
    Millis left = left_in_segment(player, now);
    if (player.phase == Phase::getting_ready) {
        left += current_segment(player).duration + player.extended - player.position;
    }
    const auto& segments = player.script->timeline.segments;
    for (std::size_t i = player.segment + 1; i < segments.size(); ++i) left += segments[i].duration;
    return left;
}

Millis left_to_hold(const Player& player, Millis now) {
    const bool runs = player.phase == Phase::running || player.phase == Phase::getting_ready;
    return runs ? std::max<Millis>(player.held - now, 0ms) : 0ms;
}

Millis active_time(const Player& player, Millis now) {
    const bool running = player.phase == Phase::running && now > player.since;
    return player.active + (running ? now - player.since : 0ms);
}

}  // namespace hipflow::session
