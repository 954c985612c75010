// SPDX-License-Identifier: MIT
#include "session/machine.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace hipflow::session {
namespace {

using namespace std::chrono_literals;

constexpr Millis slept_at_least = 1s;    // boot-time clock minus monotonic clock
constexpr int pulses_until_stopped = 2;  // nobody looked for two seconds
constexpr Millis pause_worth_telling = 2min;
constexpr Millis least_attempt = 1s;  // less of a set is none: somebody skips ahead

}  // namespace

Turn Machine::done() && {
    p_.seen = now_.time;
    p_.asleep = now_.asleep;
    return {std::move(p_), std::move(events_)};
}

void Machine::pass_time() {
    if (p_.undo && now_.time > p_.undo->until) p_.undo.reset();
    if (interrupted()) return;
    remind_of_pause();
    while (true) {
        if (p_.phase == Phase::getting_ready) give_announced_lines();
        if (p_.phase == Phase::getting_ready && now_.time >= p_.since) {
            p_.phase = Phase::running;
            p_.announced = {};
            emit(p_.since, SegmentStarted{p_.segment});
        }
        if (p_.phase != Phase::running) return;
        give_due_cues();
        if (now_.time < segment_end()) return;
        end_segment(segment_end());
    }
}

/// Pauses where the session was last seen. In a gap nobody looked since its last cue, and nothing
/// can have happened before the next one.
void Machine::pause_after_stop() {
    const auto expected = next_deadline(p_);
    const bool gap = p_.phase == Phase::running && in_gap();
    stop_clock(gap ? std::min(now_.time, expected.value_or(now_.time)) : p_.seen,
               PauseReason::stopped);
}

/// Returns whether time passed that nobody lived through: the machine slept, or the process was
/// stopped. Then the session is paused.
bool Machine::interrupted() {
    const auto expected = next_deadline(p_);
    if (!expected || p_.phase == Phase::paused) return false;
    if (now_.asleep - p_.asleep >= slept_at_least) {
        // The monotonic clock stood still meanwhile, so what it shows was done, up to the next
        // deadline.
        stop_clock(std::min(now_.time, *expected), PauseReason::slept);
        return true;
    }
    if (now_.time > std::max(*expected, p_.seen) + pulses_until_stopped * p_.pulse) {
        pause_after_stop();
        return true;
    }
    return false;
}

void Machine::go_on() {
    if (p_.phase == Phase::waiting) return introduce(set_index());
    if (p_.phase != Phase::paused) return;
    p_.remind_at.reset();
    if (in_question()) {
        emit(now_.time, Resumed{0ms});
        return end_segment(now_.time);
    }
    if (in_gap()) {
        go_on_in_gap();
    } else {
        go_on_in_work();
    }
    const Millis wait = p_.announced.length;
    run_from(now_.time, wait);
    emit(now_.time, Resumed{wait});
    begin_announcement();
}

/// Leaves out what is left of letting go: whoever is counted in begins with work.
void Machine::end_release() {
    if (segment().kind == SegmentKind::release) p_.position = length();
}

void Machine::stop_clock(Millis at, PauseReason reason) {
    if (!under_way()) return;
    if (p_.phase != Phase::paused) {
        if (p_.phase == Phase::getting_ready) interrupt_announcement(at);
        freeze(at);
        p_.phase = Phase::paused;
    }
    p_.remind_at.reset();
    if (reason == PauseReason::asked) p_.remind_at = at + pause_worth_telling;
    emit(at, Paused{reason});
}

void Machine::remind_of_pause() {
    if (p_.phase != Phase::paused || !p_.remind_at || now_.time < *p_.remind_at) return;
    emit(*p_.remind_at, StillPaused{});
    p_.remind_at.reset();
}

/// Brings position and active time up to `at`, and stops counting.
void Machine::freeze(Millis at) {
    if (p_.phase == Phase::running && at > p_.since) {
        p_.position = std::min(p_.position + (at - p_.since), length());
        p_.active += at - p_.since;
    }
    p_.since = at;
}

Player Machine::frozen_copy() const {
    Machine copy(p_, now_);
    copy.freeze(now_.time);
    copy.p_.phase = Phase::paused;
    copy.p_.announced = {};
    return std::move(copy.p_);
}

/// Goes on with the segment from its current position, after `wait`.
void Machine::run_from(Millis at, Millis wait) {
    p_.since = at + wait;
    p_.held = 0ms;
    p_.phase = wait > 0ms ? Phase::getting_ready : Phase::running;
    if (is_work(segment().kind) && !p_.attempt.started) p_.attempt.started = at + wait;
}

/// Starts a segment at a position, after `wait`. A question stops the clock.
void Machine::enter(std::size_t target, Millis at, Millis wait, Millis position) {
    p_.segment = target;
    p_.position = position;
    p_.extended = 0ms;
    p_.next_cue = first_cue_from(position);
    p_.announced = {};
    p_.remind_at.reset();
    run_from(at, wait);
    if (wait == 0ms) emit(at, SegmentStarted{target});
    if (!in_question()) return;
    stop_clock(at, PauseReason::question);
    emit(at, PeakAsked{segment().key.step});
}

/// Leaves the current segment for another.
void Machine::jump_to(std::size_t target, Millis wait, Millis position) {
    p_.attempt = {};
    enter(target, now_.time, wait, position);
}

/// Makes the segment longer. Cues tied to its end that were given already fall due again.
void Machine::extend(Millis by) {
    const Millis position = p_.position + (p_.phase == Phase::running ? now_.time - p_.since : 0ms);
    p_.extended += by;
    p_.next_cue = std::min(p_.next_cue, first_cue_from(position + 1ms));
}

/// The first cue of the current or a later segment that is not past at `position`.
std::size_t Machine::first_cue_from(Millis position) const {
    const auto& cues = p_.script->cues;
    const auto ahead = [&](const Cue& cue) {
        if (cue.segment != p_.segment) return cue.segment > p_.segment;
        return due_in_segment(p_, cue) >= position;
    };
    return static_cast<std::size_t>(std::find_if(cues.begin(), cues.end(), ahead) - cues.begin());
}

void Machine::give_due_cues() {
    const auto& cues = p_.script->cues;
    for (; p_.next_cue < cues.size() && cues[p_.next_cue].segment == p_.segment; ++p_.next_cue) {
        const Cue& cue = cues[p_.next_cue];
        const Millis due = p_.since + (due_in_segment(p_, cue) - p_.position);
        if (due > now_.time) return;
        emit(due, CueDue{cue, p_.next_cue});
    }
}

/// Work done so far in the current segment.
Millis Machine::credit_here() const { return is_work(segment().kind) ? p_.position : 0ms; }

void Machine::end_segment(Millis at) {
    freeze(at);
    if (is_work(segment().kind)) {
        p_.attempt.credit += p_.position;
        ++p_.attempt.reps;
    }
    const std::size_t ended = p_.segment;
    if (ended + 1 == set().last) {
        SetProgress result = std::exchange(p_.attempt, {});
        result.status = SetStatus::done;
        close_set(set_index(), result, at);
    }
    p_.position = 0ms;
    p_.extended = 0ms;
    go_on_with(ended + 1, at);
}

/// Goes on with a segment, but for the sets of an exercise that was stopped.
void Machine::go_on_with(std::size_t target, Millis at) {
    if (target == segments().size()) return finish_now(at);
    const std::size_t next = p_.script->timeline.set_at(target);
    if (target == sets()[next].lead_in && is_stopped(next)) return go_on_from(next);
    enter(target, at, 0ms, 0ms);
}

/// Ends open-ended work, or a question that was answered. Of as many reps as one can, those that
/// are whole count.
void Machine::end_open_segment() {
    if (!is_work(segment().kind)) return end_segment(now_.time);
    emit(now_.time, CueDue{{p_.segment, p_.position, CueKind::end, ""}});
    if (!set().as_many) return end_segment(now_.time);
    SetProgress result = std::exchange(p_.attempt, {});
    result.credit += credit_here();
    result.status = result.credit < least_attempt ? SetStatus::skipped : SetStatus::done;
    close_set(set_index(), result, now_.time);
    p_.position = 0ms;
    p_.extended = 0ms;
    go_on_with(set().last, now_.time);
}

/// Leaves the current set before its end. One that was made longer may have had all of its planned
/// work by then.
void Machine::leave_set(std::optional<StopReason> reason) {
    SetProgress result = std::exchange(p_.attempt, {});
    result.credit += credit_here();
    const auto reps = planned_reps(set());
    const bool whole =
        reps ? result.reps >= *reps : set().work > 0ms && result.credit >= set().work;
    const SetStatus cut = result.credit < least_attempt ? SetStatus::skipped : SetStatus::partial;
    result.status = whole ? SetStatus::done : cut;
    result.reason = whole ? std::nullopt : reason;
    p_.position = 0ms;
    close_set(set_index(), result, now_.time);
}

/// Records the result of a set. Work is never lost: a repeated set counts with its better attempt.
/// An attempt at a harder exercise does not count for the easier one that took its place.
void Machine::close_set(std::size_t index, SetProgress result, Millis at, bool passed_over) {
    const PlannedSet& closed = sets()[index];
    const auto& step = step_of(p_.script->prescription, closed.key);
    result.exercise = step.work.exercise.id;
    if (result.credit > 0ms) p_.last_done = {closed.key.step, result.exercise};
    const auto earlier = p_.ended.find(closed.key);
    if (earlier != p_.ended.end() && !better(result, earlier->second)) {
        // Set by begin(): the history knows the result of that set.
        if (earlier->second.status == SetStatus::not_reached) return;
        if (earlier->second.exercise == result.exercise) result = earlier->second;
    }
    p_.ended[closed.key] = result;
    emit(at, SetEnded{closed, step.work, step.planned_exercise, result, passed_over});
}

/// Closes every set that has no result yet; returns whether there was one.
bool Machine::close_unreached(std::optional<StopReason> reason, Millis at) {
    bool any = false;
    for (std::size_t i = 0; i < sets().size(); ++i) {
        if (p_.ended.contains(sets()[i].key)) continue;
        SetProgress unreached;
        unreached.reason = reason;
        close_set(i, unreached, at);
        any = true;
    }
    return any;
}

/// Ends the session after the last segment. An easier exercise with more sets may leave some that
/// were never reached.
void Machine::finish_now(Millis at) {
    close_unreached(std::nullopt, at);
    p_.undo.reset();
    p_.phase = Phase::finished;
    p_.since = at;
    emit(at, Finished{!p_.winding_down});
}

bool better(const SetProgress& one, const SetProgress& other) {
    return std::tuple(one.status == SetStatus::done, one.credit) >
           std::tuple(other.status == SetStatus::done, other.credit);
}

Millis due_in_segment(const Player& player, const Cue& cue) {
    const bool hangs_on_end = cue.kind == CueKind::count || cue.kind == CueKind::end;
    return cue.at + (hangs_on_end && cue.segment == player.segment ? player.extended : 0ms);
}

}  // namespace hipflow::session
