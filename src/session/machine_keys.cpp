// SPDX-License-Identifier: MIT
#include <algorithm>
#include <utility>

#include "session/machine.h"

namespace hipflow::session {
namespace {

using namespace std::chrono_literals;

constexpr Millis step_of_more_time = 10s;  // per press of +
constexpr Millis back_twice_window = 3s;  // within it a second press of back goes to the set before
constexpr Millis just_begun = 2s;         // so does one this early in a set

}  // namespace

void Machine::toggle_pause() {
    if (p_.phase == Phase::paused || p_.phase == Phase::waiting) return go_on();
    stop_clock(now_.time, PauseReason::asked);
}

/// Goes to the count-in of a gap or of a get-ready, and from there to the work; in work, to the
/// next set. Ends an open-ended hold.
void Machine::skip() {
    if (!under_way()) return;
    const bool cut_short = p_.phase == Phase::paused && !p_.announced.lines.empty();
    if (!in_gap() && (cut_short || p_.phase == Phase::getting_ready)) return skip_get_ready();
    auto before = std::make_shared<const Player>(frozen_copy());
    freeze(now_.time);
    if (segment().open_ended) return end_open_segment();
    if (in_gap()) {
        skip_gap();
    } else {
        emit(now_.time, Skipped{p_.segment});
        leave_set(std::nullopt);
        go_to_next_set(remark(hearing().say(Say::skipped), hearing()));
    }
    if (p_.phase == Phase::finished) return;
    p_.undo = Player::Undo{std::move(before), now_.time + undo_window};
}

/// Goes to the count-in of a gap; from there, or where there is none, to the work.
void Machine::skip_gap() {
    const auto counted = count_in_of(set_index());
    if (!counted || p_.next_cue > *counted) return start_at_once();
    emit(now_.time, ToCountIn{});
    const Cue& three = p_.script->cues[*counted];
    jump_to(three.segment, 0ms, three.at);
}

void Machine::skip_get_ready() {
    if (skip_to_count()) return;
    // "Begins now." is being said.
    const auto& lines = p_.announced.lines;
    const bool counts = std::ranges::find(lines, CueKind::count, &Cue::kind) != lines.end();
    if (p_.phase == Phase::getting_ready && !lines.empty() && !counts) return;
    start_at_once();
}

/// Starts the work of the current set, or goes on with it, as soon as that has been said.
void Machine::start_at_once() {
    const Passage passage = remark(hearing().say(Say::begins_now), hearing());
    emit(now_.time, BeginsNow{});
    if (in_gap()) {
        jump_to(set().first, passage.length);
    } else {
        end_release();
        run_from(now_.time, passage.length);
        if (passage.length == 0ms) emit(now_.time, SegmentStarted{p_.segment});
    }
    announce(passage);
}

void Machine::undo_skip() {
    if (!under_way()) return;
    if (!p_.undo) return deny(Say::no_undo, NothingToUndo{});
    freeze(now_.time);
    if (attempted() > 0ms) leave_set(std::nullopt);
    const Millis active = p_.active;
    const auto since_then = std::move(p_.ended);
    const auto before = p_.undo->before;  // outlives the state that holds it
    p_ = *before;
    p_.active = active;
    // Keeps what was done since the skip.
    for (const auto& [key, progress] : since_then) {
        if (better(progress, SetProgress{})) p_.ended[key] = progress;
    }
    emit(now_.time, Undone{p_.segment});
    if (in_gap()) {
        rewind_to_interrupted();
    } else {
        end_release();
    }
    const Passage passage = in_gap() ? remark(hearing().say(Say::taken_back), hearing())
                                     : announcement_of(Occasion::undone, set_index());
    run_from(now_.time, passage.length);
    announce(passage);
}

/// Repeats the current set; pressed twice, or before it has really begun, the one before.
void Machine::back() {
    if (!under_way()) return;
    const bool ready = p_.phase == Phase::getting_ready;
    freeze(now_.time);
    const auto places = whereabouts();
    std::size_t target = set_index();
    const bool again = p_.went_back && now_.time - *p_.went_back <= back_twice_window;
    const bool hardly_begun = p_.segment == set().first && p_.position < just_begun && !ready;
    // What pain broke off is over: only what closes the session can be done again.
    const bool goes_further = again || in_gap() || hardly_begun;
    if (target > 0 && goes_further && !p_.winding_down) --target;
    if (attempted() > 0ms) leave_set(std::nullopt);
    const BodyPlace from = farthest(places, target);
    p_.went_back = now_.time;
    p_.undo.reset();
    emit(now_.time, WentBack{target});
    const Passage passage = announcement_of(Occasion::again, target, from);
    jump_to(sets()[target].first, passage.length);
    announce(passage, from);
}

void Machine::add_time() {
    if (!under_way() || in_question()) return;
    if (p_.phase == Phase::getting_ready) return get_ready_longer(step_of_more_time);
    if (segment().kind == SegmentKind::rep) return add_reps();
    extend(step_of_more_time);
    emit(now_.time, MoreTime{step_of_more_time});
}

void Machine::hold_gap(Millis by) {
    if (p_.phase == Phase::getting_ready) {
        p_.since += by;
        p_.announced.begin += by;
    } else if (p_.phase == Phase::running && in_gap()) {
        extend(by);
    } else {
        return;
    }
    p_.held = std::max(p_.held, now_.time) + by;
    emit(now_.time, GapHeld{by});
}

void Machine::stop_exercise() {
    if (!under_way()) return;
    freeze(now_.time);
    const int step = set().key.step;
    std::size_t next = set_index();
    if (in_question()) {
        ++next;  // that set has ended
    } else if (!in_gap()) {
        leave_set(StopReason::pain);
        ++next;
    }
    for (; next < sets().size() && sets()[next].key.step == step; ++next) {
        SetProgress skipped;
        skipped.status = SetStatus::skipped;
        skipped.reason = StopReason::pain;
        close_set(next, skipped, now_.time);
    }
    stop_in_later_rounds(step);
    p_.undo.reset();
    go_on_from(next);
}

/// Closes the sets of an exercise that was stopped for pain in what is left of its block.
void Machine::stop_in_later_rounds(int number) {
    const auto& steps = p_.script->prescription.steps;
    const PrescribedStep& stopped = steps.at(static_cast<std::size_t>(number) - 1);
    if (stopped.block == 0) return;
    for (std::size_t i = 0; i < sets().size(); ++i) {
        const PrescribedStep& step = step_of(p_.script->prescription, sets()[i].key);
        const bool is_later = sets()[i].key.step > number && step.block == stopped.block &&
                              step.work.exercise.id == stopped.work.exercise.id;
        if (!is_later || p_.ended.contains(sets()[i].key)) continue;
        SetProgress skipped;
        skipped.status = SetStatus::skipped;
        skipped.reason = StopReason::pain;
        close_set(i, skipped, now_.time);
    }
}

/// Returns whether a set belongs to an exercise that was stopped for pain in an earlier round.
bool Machine::is_stopped(std::size_t index) const {
    const auto ended = p_.ended.find(sets()[index].key);
    return ended != p_.ended.end() && ended->second.status == SetStatus::skipped &&
           ended->second.reason == StopReason::pain &&
           step_of(p_.script->prescription, sets()[index].key).block > 0;
}

/// Goes to a set, or to the first one after it that was not stopped.
void Machine::go_on_from(std::size_t index) {
    while (index < sets().size() && is_stopped(index)) ++index;
    if (index == sets().size()) return finish_now(now_.time);
    go_to_set(index, {});
}

void Machine::wind_down() {
    if (!under_way() || p_.winding_down) return;
    freeze(now_.time);
    if (attempted() > 0ms) leave_set(StopReason::pain);
    close_unreached(StopReason::pain, now_.time);
    p_.winding_down = true;
    p_.undo.reset();
    if (!p_.script->prescription.closing) return finish_now(now_.time);
    p_.script =
        make_script(with_closing(p_.script->prescription), AskPeak::at_the_end, p_.script->hearing);
    p_.easier_taken.push_back(0);
    const auto closing = static_cast<int>(p_.script->prescription.steps.size());
    const auto first = std::ranges::find_if(
        sets(), [&](const PlannedSet& set) { return set.key.step == closing; });
    go_to_set(static_cast<std::size_t>(first - sets().begin()), {});
}

void Machine::finish(std::optional<StopReason> reason) {
    if (p_.phase == Phase::finished) return;
    freeze(now_.time);
    bool to_the_end = true;
    if (attempted() > 0ms) {
        const SetKey key = set().key;
        leave_set(reason);
        to_the_end = p_.ended[key].status == SetStatus::done;
    }
    if (close_unreached(reason, now_.time)) to_the_end = false;
    p_.undo.reset();
    p_.phase = Phase::finished;
    emit(now_.time, Finished{to_the_end});
}

void Machine::tell_time_left() {
    emit(now_.time, TimeLeft{left_in_segment(p_, now_.time), left_in_session(p_, now_.time)});
}

void Machine::ask_about_pain() {
    if (!under_way()) return;
    stop_clock(now_.time, PauseReason::hurts);
    emit(now_.time, PainAsked{});
}

/// Returns whether any work of a step was done.
bool Machine::worked_at(int step) const {
    return std::any_of(p_.ended.begin(), p_.ended.end(), [&](const auto& set) {
        return set.first.step == step && set.second.credit > 0ms;
    });
}

/// Says the exercise in full, and then goes on as after a pause. Without a voice it pauses, so that
/// the words can be read.
void Machine::explain() {
    if (!under_way() || in_question()) return;
    if (!hearing().voice) {
        stop_clock(now_.time, PauseReason::asked);
        return emit(now_.time, Explained{});
    }
    freeze(now_.time);
    p_.remind_at.reset();
    const BodyPlace from = farthest(whereabouts(), set_index());
    Passage passage = announcement_of(Occasion::help, set_index(), from);
    if (in_gap()) {
        if (!rewind_to_interrupted() && passage.moved > 0ms) leave_out_move();
        leave_time_to_find_it();
        passage.length += before_cut_line;
    } else {
        end_release();
        append(passage, announcement_of(Occasion::going_on, set_index()));
    }
    emit(now_.time, Explained{});
    run_from(now_.time, passage.length);
    announce(passage, from);
}

void Machine::go_to_next_set(const Passage& first) {
    // After the last set was skipped, the question is about the others.
    const PlannedSet& left = set();
    const bool asks =
        left.last < segments().size() && segments()[left.last].kind == SegmentKind::ask;
    if (asks && worked_at(left.key.step)) return jump_to(left.last, 0ms);
    std::size_t next = set_index() + 1;
    while (next < sets().size() && is_stopped(next)) ++next;
    if (next == sets().size()) return finish_now(now_.time);
    go_to_set(next, first);
}

/// Goes to what is said before a set, without the words on how to come out of the last one, after
/// `first` has been said. Without a gap there is time to get ready.
void Machine::go_to_set(std::size_t index, const Passage& first) {
    const PlannedSet& target = sets()[index];
    if (target.lead_in < target.first) {
        jump_to(target.lead_in, first.length, after_finish(index));
        return announce(first);
    }
    if (!stands_still() && first.length == 0ms) return jump_to(target.first, 0ms);
    Passage passage = first;
    append(passage, announcement_of(Occasion::going_on, index));
    jump_to(target.first, passage.length);
    announce(passage);
}

/// Begins with a set: the first as it is laid out; another, of a session that is taken up again,
/// with an introduction of its own.
void Machine::introduce(std::size_t index) {
    const PlannedSet& target = sets()[index];
    if (index == 0) return jump_to(target.lead_in, 0ms);
    const BodyPlace from;
    const Passage passage = announcement_of(Occasion::taken_up, index, from);
    jump_to(target.first, passage.length);
    announce(passage, from);
}

}  // namespace hipflow::session
