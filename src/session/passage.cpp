// SPDX-License-Identifier: MIT
#include "session/passage.h"

#include <algorithm>
#include <utility>

#include "session/passage_parts.h"
#include "session/teller.h"

namespace hipflow::session {
namespace {

using namespace std::chrono_literals;

constexpr Millis after_opening_tone = 900ms;
constexpr Millis after_farewell_tone = 300ms;
constexpr Millis before_answer = 700ms;  // what sounded until now ends, and a player starts
constexpr Millis before_next_set = 1s;   // from the number of the set to its count-in
constexpr Millis rest_worth_telling = 10s;
constexpr Millis ready_without_voice = 10s;  // to read what comes
constexpr Millis short_pause = 50ms;

Millis move_time(const SetPlace& place, const Gaps& gaps, const Hearing& hearing) {
    const auto from = place.before != nullptr
                          ? std::optional(stance_of(place.before->work.exercise))
                          : std::nullopt;
    return time_to_change(from, stance_of(place.step->work.exercise), gaps, hearing);
}

}  // namespace

int sets_of(const PrescribedStep& step, Side side) {
    if (side == Side::both) return step.work.sets;
    if (step.only && side != *step.only) return 0;
    return step.work.sets + (side == Side::left ? step.extra.left : step.extra.right);
}

Guidance level_of(const Work& work) { return work.guidance.value_or(Guidance::brief); }

Guidance announced_level(const PrescribedStep& step) {
    const Guidance level = level_of(step.work);
    return level == Guidance::full && is_later_round(step) ? Guidance::brief : level;
}

Passage lead_in(const SetPlace& place, const Gaps& gaps, const std::optional<Opening>& opening,
                const Hearing& hearing) {
    const bool rested = !opening && place.step->rest_before > 0ms;
    const Millis begin = rested ? after_tone : after_signal(Tone::end, hearing);
    PassageWriter writer(hearing, opening ? 0ms : begin);
    if (opening) {
        writer.tone(Tone::get_ready);
        writer.go_to(after_opening_tone);
        MessageValues values;
        values.routine = opening->routine;
        values.n = opening->exercises;
        values.minutes = opening->minutes;
        values.total = std::chrono::minutes(opening->minutes);
        writer.say(CueKind::name, hearing.say(Say::opening, values), after_thought);
        const bool talks = level_of(place.step->work) != Guidance::counts;
        if (opening->safety && talks)
            writer.say(CueKind::safety, hearing.say(Say::safety), after_thought);
    }
    if (place.before != nullptr && !rested) leave(writer, place.before->work, place.before_side);
    tell_round(writer, place);
    const Millis move = move_time(place, gaps, hearing);
    introduce(writer, place, announced_level(*place.step), opening ? Say::first : Say::next, move);
    const Millis unasked = hearing.voice ? 0ms : ready_without_voice;
    const auto written = gaps.ready ? std::optional(move + *gaps.ready) : std::nullopt;
    return grown_beyond(writer.counted(gaps.ready.value_or(unasked)), written);
}

namespace {

/// A change of sides that the person has made before in this exercise, in a gap that the routine
/// writes: what fits of the words. The gap grows for the shortest of them alone.
Passage short_change(const SetPlace& place, Millis gap, const Hearing& hearing) {
    const MessageValues values = values_of(place.step->work, place.key.side);
    const Millis begin = after_signal(Tone::switch_sides, hearing);
    const bool counts = gap >= shortest_gap_with_count;
    const Millis behind = short_pause + (counts ? count_in : 0ms);
    Phrase words = hearing.say(Say::change, values);
    if (hearing.voice && begin + hearing.length_of(words) + behind > gap) {
        words = hearing.say(Say::change_brief, values);
    }
    PassageWriter writer(hearing, begin);
    writer.say(CueKind::side, words);
    const Millis length = hearing.voice ? std::max(gap, writer.words_end() + behind) : gap;
    Passage passage;
    if (counts) {
        passage = writer.counted_at(length);
    } else {
        passage = writer.done();
        passage.length = length;
    }
    return grown_beyond(std::move(passage), gap);
}

}  // namespace

namespace {

/// How to get back into a position that one was told to come out of; empty where that is not said.
Phrase way_back(const Work& work, Side side, const Hearing& hearing) {
    const SpokenExercise words = spoken(work.exercise, language_of(hearing));
    const bool returns =
        hearing.voice && level_of(work) != Guidance::counts && !words.finish.empty();
    return returns ? hearing.place(words.brief, side) : Phrase{};
}

/// "Set 2 of 2."
Phrase number_of_set(const SetPlace& place, const Hearing& hearing) {
    MessageValues values;
    values.k = place.key.set;
    values.n = sets_of(*place.step, place.key.side);
    return hearing.say(Say::set_of, values);
}

}  // namespace

Passage side_change(const SetPlace& place, const Gaps& gaps, const Hearing& hearing) {
    if (gaps.side && (place.repeated || !hearing.voice)) {
        return short_change(place, *gaps.side, hearing);
    }
    const Work& work = place.step->work;
    const Guidance level = announced_level(*place.step);
    PassageWriter writer(hearing, after_signal(Tone::switch_sides, hearing));
    leave(writer, work, other(place.key.side));
    if (place.key.side == place.step->first) {
        writer.say(CueKind::name, number_of_set(place, hearing), after_sentence, false);
    }
    writer.say(CueKind::side, hearing.say(Say::change, values_of(work, place.key.side)));
    const SideChange change = change_of(work.exercise);
    if (change == SideChange::roll) writer.say(CueKind::side, hearing.say(Say::roll));
    if (change == SideChange::turn) writer.say(CueKind::side, hearing.say(Say::turn));
    const Millis time = gaps.side.value_or(scaled(change_time(work.exercise), hearing));
    Teller teller(writer, work, place.key.side);
    if (level == Guidance::full) {
        teller.set_up_again(time);
    } else if (level == Guidance::counts) {
        writer.change(time, time + after_sentence);
    } else {
        teller.brief(time, time);
    }
    return grown_beyond(writer.counted(hearing.voice ? 0ms : count_in), gaps.side);
}

namespace {

/// "Rest for one minute.", or of a short one "Take your time."
Phrase rest_words(Millis time, const Hearing& hearing) {
    MessageValues values;
    values.time = time;
    return hearing.say(time >= rest_worth_telling ? Say::rest : Say::take_time, values);
}

}  // namespace

Passage rest_before(const SetPlace& place, const Hearing& hearing) {
    const Millis time = place.step->rest_before;
    if (time == 0ms || place.before == nullptr) return {};
    PassageWriter writer(hearing, after_signal(Tone::rest, hearing));
    leave(writer, place.before->work, place.before_side);
    writer.say(CueKind::dose, rest_words(time, hearing), 0ms, false);
    const Millis end = hearing.voice ? std::max(time, writer.words_end() + short_pause) : time;
    Passage passage = writer.done();
    passage.length = end;
    return grown_beyond(std::move(passage), time);
}

Passage round_rest(const SetPlace& place, const Gaps& gaps, const Hearing& hearing) {
    const Millis gap = place.step->gap;
    Passage passage = side_change(place, gaps, hearing);
    const Millis later = gap - passage.length;
    if (later <= 0ms) return grown_beyond(std::move(passage), gap);
    const auto comes_later = [&](const Line& line) {
        return hearing.voice ? line.kind != CueKind::finish : line.kind == CueKind::count;
    };
    const auto first = std::ranges::find_if(passage.lines, comes_later);
    const Millis free = first == passage.lines.end() || !hearing.voice ? 0ms : first->at;
    std::for_each(first, passage.lines.end(), [&](Line& line) {
        if (comes_later(line)) line.at += later;
    });
    const Phrase words = rest_words(gap, hearing);
    if (!hearing.voice || hearing.length_of(words) + after_sentence <= later) {
        const auto place_of_words = hearing.voice ? first : passage.lines.begin();
        passage.lines.insert(place_of_words, {free, CueKind::dose, words, std::nullopt, false});
    }
    passage.length = gap;
    passage.grown = 0ms;
    return passage;
}

Passage rest(const SetPlace& place, const Hearing& hearing) {
    const Millis gap = place.step->gap;
    const Work& work = place.step->work;
    if (gap == 0ms) return {};
    PassageWriter writer(hearing, after_signal(Tone::rest, hearing));
    const Phrase number = number_of_set(place, hearing);
    const Phrase words = rest_words(gap, hearing);
    Phrase brief = way_back(work, place.key.side, hearing);
    const bool counts = gap >= shortest_gap_with_count || !place.repeated;
    const Millis last = before_next_set + (counts ? count_in : short_pause);
    const Millis short_behind = hearing.length_of(number) + last;
    Millis behind =
        short_behind + (brief.text.empty() ? 0ms : hearing.length_of(brief) + to_recall);
    // What fits of a later rest that is too short for both is which set comes.
    if (place.repeated && writer.at() + behind > gap) {
        brief = {};
        behind = short_behind;
    }
    const auto fits = [&](Millis more) { return writer.at() + more + behind <= gap; };
    // The first rest of an exercise grows for what must be said; later ones say what fits.
    PassageWriter whole = writer;
    leave(whole, work, place.key.side);
    if (!place.repeated || whole.at() + behind <= gap) writer = std::move(whole);
    if (fits(hearing.length_of(words))) {
        writer.say(CueKind::dose, words, after_sentence, false);
    }
    const bool has_room = fits(0ms);
    const bool grows = hearing.voice && !place.repeated;
    const Millis end = grows ? std::max(gap, writer.at() + behind) : gap;
    if (has_room || !place.repeated) {
        writer.go_to(end - behind);
        writer.say(CueKind::name, number);
        writer.say(CueKind::set_up, brief, 0ms);
    }
    if (hearing.voice ? counts : gap >= shortest_gap_with_count) {
        return grown_beyond(writer.counted_at(end), gap);
    }
    Passage passage = writer.done();
    passage.length = end;
    return grown_beyond(std::move(passage), gap);
}

namespace {

/// Time to read how an exercise begins and goes.
Millis time_to_read(const Work& work) {
    Millis time = spoken_length(joined(work.exercise.start));
    for (const auto& text : movement_texts(work.exercise)) time += spoken_length(text);
    return time;
}

/// "Going on: bridge. Left leg."
void name_again(PassageWriter& writer, const SetPlace& place, Say how) {
    const Work& work = place.step->work;
    Teller(writer, work, side_at(place)).name(how);
    if (place.key.side == Side::both) return;
    writer.say(CueKind::side, writer.hearing().say(Say::on_side, values_of(work, place.key.side)));
}

/// The passage with its count-in put off where it would be over before get_ready.
Passage with_time_to_get_ready(Passage passage) {
    const Millis more = std::max<Millis>(get_ready - passage.length, 0ms);
    for (Line& line : passage.lines) {
        if (line.kind == CueKind::count) line.at += more;
    }
    passage.length += more;
    return passage;
}

}  // namespace

Millis time_to_move(const BodyPlace& from, const SetPlace& place, const Gaps& gaps,
                    const Hearing& hearing) {
    const Exercise& exercise = place.step->work.exercise;
    const bool changes =
        from.side != Side::both && place.key.side != Side::both && from.side != place.key.side;
    const Millis sides = changes ? gaps.side.value_or(scaled(change_time(exercise), hearing)) : 0ms;
    // Whoever comes from anywhere takes what it takes.
    const Stance stance = stance_of(exercise);
    const Millis move = from.stance ? time_to_change(from.stance, stance, gaps, hearing)
                                    : scaled(transfer_time(std::nullopt, stance), hearing);
    return std::max(move, sides);
}

namespace {

/// The place for somebody who comes from elsewhere than the step before.
SetPlace coming_from(SetPlace place, const BodyPlace& from) {
    place.low_on.reset();
    if (from.stance && !is_off_floor(from.stance->position)) place.low_on = from.stance->on;
    return place;
}

}  // namespace

Passage announcement(Occasion occasion, const SetPlace& set, const BodyPlace& from,
                     const Gaps& gaps, const Hearing& hearing) {
    const SetPlace place = coming_from(set, from);
    const Work& work = place.step->work;
    PassageWriter writer(hearing, before_answer);
    const Millis move = time_to_move(from, place, gaps, hearing);
    switch (occasion) {
        case Occasion::easier:
            introduce(writer, place, level_of(work), Say::easier, move);
            break;
        case Occasion::swapped:
            introduce(writer, place, level_of(work), Say::swapped, move);
            break;
        case Occasion::gone_to:
            introduce(writer, place, level_of(work), Say::gone_to, move);
            break;
        case Occasion::taken_up:
            introduce(writer, place, level_of(work), Say::going_on, move);
            break;
        case Occasion::again:
            name_again(writer, place, Say::again);
            Teller(writer, work, side_at(place)).brief(move, to_recall);
            if (move > 0ms) writer.moved();
            break;
        case Occasion::going_on:
            name_again(writer, place, Say::going_on);
            break;
        case Occasion::undone:
            writer.say(CueKind::name, hearing.say(Say::taken_back));
            break;
        case Occasion::help:
            introduce(writer, place, Guidance::full, Say::again, move);
            return hearing.voice ? writer.done() : Passage{};
    }
    if (!hearing.voice) {
        const bool is_new = occasion == Occasion::easier || occasion == Occasion::swapped ||
                            occasion == Occasion::gone_to || occasion == Occasion::taken_up;
        PassageWriter silent(hearing, 0ms);
        if (!is_new) {
            silent.change(move, 0ms);
            if (move > 0ms) silent.moved();
            return silent.counted(get_ready);
        }
        writer.change(time_to_read(work), 0ms);
        return writer.counted(get_ready);
    }
    return with_time_to_get_ready(writer.counted(0ms));
}

void append(Passage& passage, const Passage& next) {
    for (Line line : next.lines) {
        line.at += passage.length;
        passage.lines.push_back(std::move(line));
    }
    passage.length += next.length;
}

Passage farewell(const SetPlace& last, bool completed, const Hearing& hearing) {
    PassageWriter writer(hearing, 0ms);
    writer.tone(Tone::all_done);
    if (hearing.tones) writer.go_to(length_of(Tone::all_done) + after_farewell_tone);
    if (completed) leave(writer, last.step->work, last.key.side);
    writer.say(CueKind::name, hearing.say(completed ? Say::done : Say::finished), 0ms);
    return writer.done();
}

Passage stop_there(const std::optional<SetPlace>& place, const Hearing& hearing) {
    PassageWriter writer(hearing, 0ms);
    writer.say(CueKind::name, hearing.say(Say::hurts));
    if (place && hearing.voice) Teller(writer, place->step->work, side_at(*place)).finish();
    writer.say(CueKind::name, hearing.say(Say::ask_score));
    return writer.done();
}

Passage remark(const Phrase& words, const Hearing& hearing) {
    PassageWriter writer(hearing, before_answer);
    if (!hearing.voice) return {};
    writer.say(CueKind::name, words);
    return writer.done();
}

}  // namespace hipflow::session
