// SPDX-License-Identifier: MIT
#include <algorithm>
#include <utility>

#include "domain/error.h"
#include "session/machine.h"

namespace hipflow::session {
namespace {

using namespace std::chrono_literals;

constexpr Millis step_of_more_time = 10s;  // per press of +
constexpr Millis undo_window = 5s;         // how long a skip can be undone
constexpr Millis back_twice_window = 3s;  // within it a second press of back goes to the set before
constexpr Millis just_begun = 2s;         // so does one this early in a set

}  // namespace

void Machine::toggle_pause() {
    if (p_.phase == Phase::paused || p_.phase == Phase::waiting) return go_on();
    stop_clock(now_.time, PauseReason::asked);
}

/// Skips the rest of a gap or of the current set; ends an open-ended hold.
void Machine::skip() {
    if (!under_way()) return;
    if (p_.phase == Phase::getting_ready) {
        p_.since = now_.time;
        p_.seen = now_.time;  // drops the counts that were due by now
        return pass_time();
    }
    auto before = std::make_shared<const Player>(frozen_copy());
    freeze(now_.time);
    if (segment().open_ended) return end_open_segment();
    emit(now_.time, Skipped{p_.segment});
    if (in_gap()) {
        go_to(set().first);
    } else {
        leave_set(std::nullopt);
        go_to_next_set();
    }
    if (p_.phase == Phase::finished) return;
    p_.undo = Player::Undo{std::move(before), now_.time + undo_window};
}

void Machine::undo_skip() {
    if (!p_.undo || !under_way()) return;
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
    run_from(now_.time, in_gap() ? 0ms : get_ready);
}

/// Repeats the current set; pressed twice, or before it has really begun, the one before.
void Machine::back() {
    if (!under_way()) return;
    const bool ready = p_.phase == Phase::getting_ready;
    freeze(now_.time);
    std::size_t target = set_index();
    const bool again = p_.went_back && now_.time - *p_.went_back <= back_twice_window;
    const bool hardly_begun = p_.segment == set().first && p_.position < just_begun && !ready;
    if (target > 0 && (again || in_gap() || hardly_begun)) --target;
    if (attempted() > 0ms) leave_set(std::nullopt);
    p_.went_back = now_.time;
    p_.undo.reset();
    emit(now_.time, WentBack{target});
    jump_to(sets()[target].first, get_ready);
}

void Machine::add_time() {
    if (!under_way() || in_question()) return;
    extend(step_of_more_time);
    emit(now_.time, MoreTime{step_of_more_time});
}

void Machine::hold_gap(Millis by) {
    if (p_.phase != Phase::running || !in_gap()) return;
    extend(by);
    emit(now_.time, GapHeld{by});
}

void Machine::take_easier() {
    if (!under_way() || in_question()) return;
    const SetKey key = set().key;
    const auto step = static_cast<std::size_t>(key.step) - 1;
    auto script = script_with_easier(step);
    if (!script) return emit(now_.time, NothingEasier{});
    freeze(now_.time);
    if (attempted() > 0ms) leave_set(StopReason::other);
    p_.script = std::move(script);
    ++p_.easier_taken[step];
    p_.undo.reset();
    const std::size_t target = same_place(key);
    emit(now_.time, Easier{step});
    introduce(target);
}

/// Null if no easier exercise is left, or none that fits into the longest session.
std::shared_ptr<const Script> Machine::script_with_easier(std::size_t step) const {
    auto easier = with_easier(p_.script->prescription, step);
    if (!easier) return nullptr;
    const bool asks = std::any_of(segments().begin(), segments().end(),
                                  [](const Segment& s) { return s.kind == SegmentKind::ask; });
    try {
        return make_script(std::move(*easier),
                           asks ? AskPeak::after_each_exercise : AskPeak::at_the_end,
                           p_.script->hearing);
    } catch (const Error&) {
        return nullptr;  // over three hours: the session goes on unchanged
    }
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
    p_.undo.reset();
    if (next == sets().size()) return finish_now(now_.time);
    go_to(sets()[next].lead_in);
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
    jump_to(first->lead_in, 0ms);
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

void Machine::go_to_next_set() {
    // After the last set was skipped, the question is about the others.
    const PlannedSet& left = set();
    const bool asks =
        left.last < segments().size() && segments()[left.last].kind == SegmentKind::ask;
    if (asks && worked_at(left.key.step)) return jump_to(left.last, 0ms);
    const std::size_t next = set_index() + 1;
    if (next == sets().size()) return finish_now(now_.time);
    go_to(sets()[next].lead_in);
}

/// Where a person who was at `key` goes on in a changed timeline: at the same set, at the last one
/// on that side if there are fewer, or at the first of the step if its sides are others.
std::size_t Machine::same_place(const SetKey& key) const {
    std::optional<std::size_t> place;
    std::optional<std::size_t> first;
    for (std::size_t i = 0; i < sets().size(); ++i) {
        const SetKey& here = sets()[i].key;
        if (here.step != key.step) continue;
        if (!first) first = i;
        if (here.side == key.side && here.set <= key.set) place = i;
    }
    return place.value_or(first.value_or(0));
}

/// Goes to the gap before a set. In the middle of a step the exercise is introduced as at its
/// beginning: it is new, or its beginning was long ago.
void Machine::introduce(std::size_t index) {
    const PlannedSet& target = sets()[index];
    const bool first_of_step = index == 0 || sets()[index - 1].key.step != target.key.step;
    if (first_of_step) return jump_to(target.lead_in, 0ms);  // its own cues introduce it
    const auto& step = step_of(p_.script->prescription, target.key);
    const std::string text = set_up_words(step.work, target.key.side);
    // Long enough to hear the words, or to read them where nothing is heard.
    const Millis words = std::max(spoken_length(text), p_.script->hearing.length(text, "en"));
    const Millis needed = words + get_ready;
    if (target.lead_in == target.first) {
        jump_to(target.first, needed);
    } else {
        jump_to(target.lead_in, 0ms);
        extend(std::max<Millis>(needed - segment().duration, 0ms));
        // The words below replace those of the gap itself.
        p_.next_cue = first_cue_from(words);
    }
    emit(now_.time, CueDue{{target.lead_in, 0ms, CueKind::name, text}});
}

}  // namespace hipflow::session
