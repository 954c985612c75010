// SPDX-License-Identifier: MIT
// What is said while a session gets ready, and where a gap goes on after an interruption.
#include <algorithm>
#include <utility>

#include "session/machine.h"

namespace hipflow::session {
namespace {

using namespace std::chrono_literals;

/// Has the count-in among lines end at `end`.
void move_count_in(std::vector<Cue>& lines, Millis end) {
    Millis at = end - count_in;
    for (Cue& line : lines) {
        if (line.kind != CueKind::count) continue;
        line.at = at;
        at += 1s;
    }
}

/// Returns whether a sentence asks for something, for which there is time after it.
bool asks(CueKind kind) {
    return kind == CueKind::set_up || kind == CueKind::guidance || kind == CueKind::finish;
}

/// Returns whether a line only fills the time after another one.
bool fills(const Cue& line) { return line.kind == CueKind::fill || line.kind == CueKind::signal; }

/// The line whose time it is at `elapsed`: the last sentence begun, if it asks for something, until
/// that is done. nullopt if there is none.
std::optional<std::size_t> line_to_follow(const Player::Announcement& announced, Millis elapsed) {
    std::optional<std::size_t> last;
    Millis end = announced.length;
    for (std::size_t i = 0; i < announced.lines.size(); ++i) {
        const Cue& line = announced.lines[i];
        if (fills(line)) continue;
        if (line.at > elapsed) {
            end = line.at;
            break;
        }
        last = i;
    }
    if (!last || !asks(announced.lines[*last].kind)) return std::nullopt;
    if (announced.moved > announced.lines[*last].at) end = std::min(end, announced.moved);
    return elapsed < end ? last : std::nullopt;
}

/// Leaves out the lines before `first`, and begins `earlier`.
void drop_lines(Player::Announcement& announced, std::size_t first, Millis earlier) {
    auto& lines = announced.lines;
    lines.erase(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(first));
    for (Cue& line : lines) line.at -= earlier;
    announced.length -= earlier;
    announced.moved = std::max<Millis>(announced.moved - earlier, 0ms);
    announced.next = 0;
}

}  // namespace

/// Has something said from now on, while the session gets ready. `from` is where the body is.
void Machine::announce(const Passage& passage, const BodyPlace& from) {
    p_.announced = {
        cues_of(passage, p_.segment), now_.time, passage.length, 0, passage.moved, from};
    begin_announcement();
}

void Machine::begin_announcement() {
    p_.announced.begin = now_.time;
    p_.announced.next = 0;
    if (!p_.announced.lines.empty()) emit(now_.time, Announced{p_.announced.lines});
}

void Machine::give_announced_lines() {
    auto& announced = p_.announced;
    for (; announced.next < announced.lines.size(); ++announced.next) {
        const Cue& line = announced.lines[announced.next];
        const Millis due = announced.begin + line.at;
        if (due > now_.time) return;
        emit(due, CueDue{line});
    }
}

/// Returns the first line of an announcement that has not been heard whole; their number if all
/// have been. A count-in begins anew.
std::size_t Machine::first_unheard(Millis elapsed) const {
    const auto& lines = p_.announced.lines;
    const auto unheard = std::ranges::find_if(lines, [&](const Cue& line) {
        const bool counts = line.kind == CueKind::count;
        return counts || line.at + sound_length(line, hearing()) > elapsed;
    });
    return static_cast<std::size_t>(unheard - lines.begin());
}

/// Keeps what of an announcement has not been heard whole, and the time until it comes.
void Machine::cut_announcement(Millis at) {
    auto& announced = p_.announced;
    const Millis elapsed = at - announced.begin;
    const std::size_t first = first_unheard(elapsed);
    if (first == announced.lines.size()) {
        announced = {};
        return;
    }
    if (announced.moved <= elapsed) announced.moved = 0ms;
    drop_lines(announced, first, std::min(announced.lines[first].at - before_cut_line, elapsed));
}

/// The same for a pause, after which nobody may be where they were: a sentence that was still being
/// followed comes again, with the time for it.
void Machine::interrupt_announcement(Millis at) {
    auto& announced = p_.announced;
    const Millis elapsed = at - announced.begin;
    // Without a voice the words are read, and there is nothing but the time.
    if (!hearing().voice && announced.moved > elapsed) return;
    std::size_t first = first_unheard(elapsed);
    if (hearing().voice)
        first = std::min(first, line_to_follow(announced, elapsed).value_or(first));
    if (first == announced.lines.size()) {
        announced = {};
        return;
    }
    if (announced.moved <= elapsed) announced.moved = 0ms;
    drop_lines(announced, first, announced.lines[first].at - before_cut_line);
}

/// Says something, then what has not been heard of the announcement; its count-in comes `later`.
void Machine::say_before(const Phrase& words, Millis later) {
    const Millis left = p_.since - now_.time;
    cut_announcement(now_.time);
    const Passage told = remark(words, hearing());
    auto& announced = p_.announced;
    announced.length = std::max(announced.length + told.length, left) + later;
    if (announced.moved > 0ms) announced.moved += told.length;
    const auto more = cues_of(told, p_.segment);
    const Millis end = announced.length;
    for (Cue& line : announced.lines) line.at += told.length;
    move_count_in(announced.lines, end);
    announced.lines.insert(announced.lines.begin(), more.begin(), more.end());
    announced.begin = now_.time;
    p_.since = now_.time + announced.length;
}

void Machine::get_ready_longer(Millis by) {
    MessageValues values;
    values.time = by;
    say_before(hearing().say(Say::more, values), by);
    emit(now_.time, MoreTime{by});
    emit(now_.time, Announced{p_.announced.lines});
}

/// Answers a key that can do nothing. What is being announced comes after that.
void Machine::deny(Say words, Happening what) {
    const bool announces = p_.phase == Phase::getting_ready && hearing().voice;
    if (announces) say_before(hearing().say(words), 0ms);
    emit(now_.time, std::move(what));
    if (announces) emit(now_.time, Announced{p_.announced.lines});
}

/// Leaves out what is announced before a count-in. Returns false if nothing is, any more.
bool Machine::skip_to_count() {
    const auto& announced = p_.announced;
    const auto three = std::ranges::find(announced.lines, CueKind::count, &Cue::kind);
    if (three == announced.lines.end()) return false;
    const Millis counted = announced.begin + three->at;
    const bool said = counted <= now_.time + before_cut_line;
    if (said && p_.phase == Phase::getting_ready) return false;
    emit(now_.time, ToCountIn{});
    const auto first = static_cast<std::size_t>(three - announced.lines.begin());
    drop_lines(p_.announced, first, three->at - before_cut_line);
    p_.announced.moved = 0ms;
    end_release();
    run_from(now_.time, p_.announced.length);
    begin_announcement();
    return true;
}

void Machine::go_on_in_gap() {
    if (p_.announced.lines.empty() && !rewind_to_interrupted()) rewind_to_move();
    leave_time_to_find_it();
}

/// Has five seconds left of a gap at least: less may be too short to find the position again.
void Machine::leave_time_to_find_it() {
    extend(std::max<Millis>(get_ready - (length() - p_.position), 0ms));
}

/// Has what was cut short announced again, down to its count-in, else the exercise.
void Machine::go_on_in_work() {
    end_release();
    auto& announced = p_.announced;
    auto& lines = announced.lines;
    if (std::ranges::find(lines, CueKind::count, &Cue::kind) == lines.end()) {
        const Passage passage = announcement_of(Occasion::going_on, set_index());
        announced = {cues_of(passage, p_.segment), now_.time, passage.length};
        return;
    }
    const Millis more = std::max<Millis>(get_ready - announced.length, 0ms);
    for (Cue& line : lines) {
        if (line.kind == CueKind::count) line.at += more;
    }
    announced.length += more;
}

/// Goes back to the beginning of the sentence that sounds at the current position of a gap; in the
/// count-in, to its beginning. Returns false if there is none.
bool Machine::rewind_to_interrupted() {
    const auto& cues = p_.script->cues;
    const auto counted = count_in_of(set_index());
    for (std::size_t i = first_cue_from(0ms); i < p_.next_cue && i < cues.size(); ++i) {
        const Cue& cue = cues[i];
        if (cue.segment != p_.segment) break;
        const Millis due = due_in_segment(p_, cue);
        const bool counts = counted && i >= *counted;
        if (!counts && due + sound_length(cue, hearing()) <= p_.position) continue;
        p_.position = due;
        p_.next_cue = i;
        return true;
    }
    return false;
}

/// The sentence of a gap that tells of a move: before a new exercise the last one until that is
/// over; at a change of sides the first of the set-up, or else the side.
std::optional<std::size_t> Machine::cue_of_move() const {
    const auto& cues = p_.script->cues;
    const bool changes_position = segment().kind == SegmentKind::position_change;
    std::optional<std::size_t> told;
    for (std::size_t i = first_cue_from(0ms); i < cues.size() && cues[i].segment == p_.segment;
         ++i) {
        const CueKind kind = cues[i].kind;
        if (fills(cues[i]) || kind == CueKind::count) continue;
        if (!changes_position && kind == CueKind::set_up) return i;
        if (changes_position || kind == CueKind::side) told = i;
    }
    return told;
}

/// The move to a new position or side in the gap under way. nullopt if it has none, or if it is not
/// told by voice.
std::optional<Machine::Move> Machine::move_here() const {
    const bool changes_position = segment().kind == SegmentKind::position_change;
    const bool moves = changes_position || comes_from_other_side();
    const auto told = moves && hearing().voice ? cue_of_move() : std::nullopt;
    if (!told) return std::nullopt;
    const auto& cues = p_.script->cues;
    Move move{*told, due_in_segment(p_, cues[*told]), length()};
    if (changes_position) return move;
    const auto behind = cues.begin() + static_cast<std::ptrdiff_t>(*told) + 1;
    const auto next = std::find_if(behind, cues.end(), [](const Cue& cue) { return !fills(cue); });
    if (next != cues.end() && next->segment == p_.segment) move.taken = due_in_segment(p_, *next);
    return move;
}

/// Returns whether the time for a move is passing, after the words that tell of it.
bool Machine::is_under_way(const Move& move) const {
    return move.told < p_.position && p_.position < move.taken;
}

/// Has a move that is under way told again, with the time for it.
void Machine::rewind_to_move() {
    const auto move = move_here();
    if (!move || !is_under_way(*move)) return;
    p_.position = move->told;
    p_.next_cue = move->cue;
}

/// Leaves out what is left of the time for a move, for which there is time elsewhere.
void Machine::leave_out_move() {
    const auto move = move_here();
    if (!move || !is_under_way(*move)) return;
    p_.position = move->taken;
    p_.next_cue = first_cue_from(p_.position);
}

/// When, in the first gap before a set, the words on how to come out of the last one are over.
Millis Machine::after_finish(std::size_t index) const {
    const auto& cues = p_.script->cues;
    const std::size_t gap = sets()[index].lead_in;
    const auto first = std::ranges::find_if(cues, [&](const Cue& cue) {
        return cue.segment == gap && cue.kind != CueKind::finish && cue.kind != CueKind::signal;
    });
    const bool told = hearing().voice && first != cues.end() && first->segment == gap;
    return told ? first->at : 0ms;
}

/// The first cue of the count-in before a set; nullopt if there is none.
std::optional<std::size_t> Machine::count_in_of(std::size_t index) const {
    const auto& cues = p_.script->cues;
    const PlannedSet& target = sets()[index];
    const auto first = std::ranges::find_if(cues, [&](const Cue& cue) {
        return cue.kind == CueKind::count && cue.segment >= target.lead_in &&
               cue.segment < target.first;
    });
    if (first == cues.end()) return std::nullopt;
    return static_cast<std::size_t>(first - cues.begin());
}

/// What is said before work at a set, for whose exercise and side the body lies or stands already.
Passage Machine::announcement_of(Occasion occasion, std::size_t set) const {
    const SetKey& key = sets()[set].key;
    const Work& work = step_of(p_.script->prescription, key).work;
    return announcement_of(occasion, set, {stance_of(work.exercise), key.side});
}

Passage Machine::announcement_of(Occasion occasion, std::size_t set, const BodyPlace& from) const {
    const auto place = place_of(p_.script->prescription, p_.script->timeline, set);
    return announcement(occasion, place, from, p_.script->prescription.gaps, hearing());
}

bool Machine::comes_from_other_step() const {
    const std::size_t index = set_index();
    const bool new_step = index == 0 || sets()[index - 1].key.step != sets()[index].key.step;
    return segment().kind == SegmentKind::position_change ||
           (segment().kind == SegmentKind::rest && new_step);
}

bool Machine::comes_from_other_side() const {
    if (segment().kind == SegmentKind::side_change) return true;
    const std::size_t index = set_index();
    if (segment().kind != SegmentKind::rest || index == 0) return false;
    const SetKey& before = sets()[index - 1].key;
    const SetKey& here = sets()[index].key;
    return before.step == here.step && before.side != here.side;
}

/// Where the body may be: before a new exercise as in the last one; on the way from one place to
/// another, at either.
std::vector<BodyPlace> Machine::whereabouts() const {
    const auto place = place_of(p_.script->prescription, p_.script->timeline, set_index());
    const Stance here = stance_of(place.step->work.exercise);
    std::vector<BodyPlace> places = {{here, place.key.side}};
    if (comes_from_other_step()) {
        places = {place.before != nullptr
                      ? BodyPlace{stance_of(place.before->work.exercise), place.before_side}
                      : BodyPlace{}};
    }
    if (comes_from_other_side()) {
        const auto move = move_here();
        if (move && p_.position < move->taken) places.push_back({here, other(place.key.side)});
    }
    const Millis elapsed =
        p_.phase == Phase::getting_ready ? now_.time - p_.announced.begin : Millis{0};
    if (p_.announced.moved > elapsed) places.push_back(p_.announced.from);
    return places;
}

/// Returns the one of some places from which it takes longest to get to that of a set.
BodyPlace Machine::farthest(const std::vector<BodyPlace>& places, std::size_t set) const {
    const auto target = place_of(p_.script->prescription, p_.script->timeline, set);
    return *std::ranges::max_element(places, {}, [&](const BodyPlace& from) {
        return time_to_move(from, target, p_.script->prescription.gaps, hearing());
    });
}

}  // namespace hipflow::session
