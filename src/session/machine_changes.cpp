// SPDX-License-Identifier: MIT
// What changes the plan of a session that is under way, or the place in it: another exercise, more
// reps, a jump.
#include <algorithm>
#include <utility>

#include "domain/error.h"
#include "session/machine.h"

namespace hipflow::session {
namespace {

using namespace std::chrono_literals;

constexpr int reps_of_more = 2;  // per press of +

}  // namespace

/// Makes the set under way longer by some reps.
void Machine::add_reps() {
    MoreReps more = p_.script->more_reps;
    more[set().key] += reps_of_more;
    auto script = script_with(p_.script->prescription, std::move(more));
    if (!script) return deny(Say::no_more, NothingMore{});
    const Millis position = p_.position + (p_.phase == Phase::running ? now_.time - p_.since : 0ms);
    const bool given = p_.next_cue > first_cue_from(position);
    p_.script = std::move(script);
    p_.next_cue = first_cue_from(given ? position + 1ms : position);
    emit(now_.time, MoreRepsAdded{reps_of_more});
}

void Machine::take_easier() {
    if (!under_way() || in_question()) return;
    const auto step = static_cast<std::size_t>(set().key.step) - 1;
    auto script = script_with_other(with_easier(p_.script->prescription, step));
    if (!script) return deny(Say::no_easier, NothingEasier{});
    ++p_.easier_taken[step];
    put_in_place(std::move(script), Occasion::easier, Easier{step});
}

void Machine::swap_exercise() {
    if (!under_way() || in_question()) return;
    const auto step = static_cast<std::size_t>(set().key.step) - 1;
    auto script = script_with_other(with_swap(p_.script->prescription, step));
    if (!script || p_.winding_down) return deny(Say::no_swap, NothingToSwap{});
    put_in_place(std::move(script), Occasion::swapped, Swapped{step});
}

/// Goes on with a script in which another exercise has the place of the current one.
void Machine::put_in_place(std::shared_ptr<const Script> script, Occasion occasion,
                           Happening what) {
    const SetKey key = set().key;
    freeze(now_.time);
    const auto places = whereabouts();
    if (attempted() > 0ms) leave_set(StopReason::other);
    p_.script = std::move(script);
    p_.undo.reset();
    const std::size_t target = same_place(key);
    emit(now_.time, std::move(what));
    const BodyPlace from = farthest(places, target);
    const Passage passage = announcement_of(occasion, target, from);
    jump_to(sets()[target].first, passage.length);
    announce(passage, from);
}

/// Null where there is no other exercise, or none that fits into the longest session. The reps that
/// were asked for belong to the exercise that is left.
std::shared_ptr<const Script> Machine::script_with_other(
    std::optional<Prescription> changed) const {
    if (!changed) return nullptr;
    MoreReps more = p_.script->more_reps;
    std::erase_if(more, [&](const auto& set) { return set.first.step == this->set().key.step; });
    return script_with(*std::move(changed), std::move(more));
}

/// Null if it would take too long: over three hours the session goes on unchanged.
std::shared_ptr<const Script> Machine::script_with(Prescription prescription, MoreReps more) const {
    const bool asks = std::any_of(segments().begin(), segments().end(),
                                  [](const Segment& s) { return s.kind == SegmentKind::ask; });
    try {
        return make_script(std::move(prescription),
                           asks ? AskPeak::after_each_exercise : AskPeak::at_the_end,
                           p_.script->hearing, std::move(more));
    } catch (const Error&) {
        return nullptr;
    }
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

/// Goes to the first set of a step. Going on, the sets between are skipped, as by the key that
/// skips.
void Machine::go_to(std::size_t step) {
    if (!under_way() || in_question() || p_.winding_down) return;
    const auto first = std::ranges::find_if(
        sets(), [&](const PlannedSet& set) { return set.key.step == static_cast<int>(step) + 1; });
    if (first == sets().end()) return;
    const auto target = static_cast<std::size_t>(first - sets().begin());
    const std::size_t here = set_index();
    auto before = std::make_shared<const Player>(frozen_copy());
    freeze(now_.time);
    const auto places = whereabouts();
    if (attempted() > 0ms) leave_set(std::nullopt);
    const bool back = target <= here;
    const int passed_over = skip_sets(here, target);
    p_.undo.reset();
    p_.went_back.reset();
    if (!back) p_.undo = Player::Undo{std::move(before), now_.time + undo_window};
    emit(now_.time, GoneTo{target, passed_over, back});
    const BodyPlace from = farthest(places, target);
    const Passage passage = announcement_of(Occasion::gone_to, target, from);
    jump_to(sets()[target].first, passage.length);
    announce(passage, from);
}

/// Closes the sets [from, to) that have no result yet as skipped. Returns how many these are.
int Machine::skip_sets(std::size_t from, std::size_t to) {
    int skipped = 0;
    for (std::size_t i = from; i < to; ++i) {
        if (p_.ended.contains(sets()[i].key)) continue;
        SetProgress result;
        result.status = SetStatus::skipped;
        close_set(i, result, now_.time, true);
        ++skipped;
    }
    return skipped;
}

}  // namespace hipflow::session
