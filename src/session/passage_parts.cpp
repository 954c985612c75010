// SPDX-License-Identifier: MIT
#include "session/passage_parts.h"

#include <algorithm>

#include "session/teller.h"

namespace hipflow::session {
namespace {

using namespace std::chrono_literals;

/// Says what one lies or kneels on from now on, where that has changed.
void tell_surface(PassageWriter& writer, const SetPlace& place) {
    const Stance stance = stance_of(place.step->work.exercise);
    if (is_off_floor(stance.position)) return;
    if (stance.on == place.low_on.value_or(Surface::floor)) return;
    const Say words = stance.on == Surface::bed ? Say::on_bed : Say::on_floor;
    writer.say(CueKind::set_up, writer.hearing().say(words), after_thought);
}

}  // namespace

Millis after_signal(Tone tone, const Hearing& hearing) {
    if (hearing.tones) return length_of(tone) + (hearing.voice ? after_tone : 0ms);
    return hearing.voice ? hearing.length_of(hearing.say(Say::ended)) + after_sentence : 0ms;
}

Side side_at(const SetPlace& place) {
    if (place.key.side != Side::both) return place.key.side;
    return place.step->work.sides == Sides::alternate ? place.step->first : Side::both;
}

bool is_later_round(const PrescribedStep& step) { return step.round && step.round->number > 1; }

void tell_round(PassageWriter& writer, const SetPlace& place) {
    const auto& round = place.step->round;
    if (!round) return;
    const PrescribedStep* before = place.before;
    const bool same_block = before != nullptr && before->block == place.step->block;
    MessageValues values;
    if (round->number == 1) {
        const bool begins_anew = same_block && place.step->place <= before->place;
        values.side = place.step->work.sides == Sides::alternate ? other(place.before_side)
                                                                 : place.step->first;
        if (begins_anew && values.side != Side::both)
            writer.say(CueKind::side, writer.hearing().say(Say::block_side, values));
        return;
    }
    if (same_block && before->round == round) return;
    values.k = round->number;
    values.n = round->rounds;
    writer.say(CueKind::name, writer.hearing().say(Say::round_of, values));
}

namespace {

/// How much there is to do; of sets that are not as many on both sides, how many on each.
void tell_amount(Teller& teller, const PrescribedStep& step, bool both_sides) {
    if (step.extra == ExtraSets{}) return teller.amount(both_sides);
    teller.amount_of_set(both_sides);
    teller.sets_by_side(sets_of(step, Side::left), sets_of(step, Side::right));
}

/// How to end it, and with what load it is done.
void tell_more(Teller& teller, const Work& work) {
    if (is_open_ended(work)) teller.enough();
    teller.load();
}

/// Which side works, unless the brief sentence follows and says so.
void tell_side(Teller& teller, const Work& work, bool first, bool brief) {
    if (work.sides != Sides::each || (brief && teller.brief_tells_side())) return;
    teller.side(first ? Say::side_first : Say::on_side);
}

/// Returns whether both sides are still to come.
bool begins_with_side(const SetPlace& place) {
    const PrescribedStep& step = *place.step;
    return !step.only && place.key.set == 1 && place.key.side == step.first;
}

}  // namespace

void introduce(PassageWriter& writer, const SetPlace& place, Guidance level, Say name,
               Millis move) {
    const Work& work = place.step->work;
    Teller teller(writer, work, side_at(place));
    const bool first = begins_with_side(place);
    const bool talks = level != Guidance::counts && level != Guidance::off;
    teller.name(name);
    tell_amount(teller, *place.step, first);
    if (talks) tell_more(teller, work);
    tell_surface(writer, place);
    const bool brief = level == Guidance::brief || level == Guidance::off;
    // A round that leads to another position tells of it again, though not of the movement.
    const bool placed = brief && move > 0ms && level_of(work) == Guidance::full;
    tell_side(teller, work, first, brief && !placed);
    if (talks && !is_later_round(*place.step)) teller.note();
    if (level == Guidance::full) {
        teller.set_up(move);
        teller.movement();
        return teller.amount_again();
    }
    if (placed) return teller.set_up(move);
    if (brief) {
        teller.brief(move, to_recall);
    } else {
        writer.change(move, move + after_sentence);
    }
    if (move > 0ms) writer.moved();
}

Millis scaled(Millis time, const Hearing& hearing) {
    return Millis(static_cast<Millis::rep>(static_cast<double>(time.count()) * hearing.changes));
}

Millis time_to_change(const std::optional<Stance>& from, const Stance& to, const Gaps& gaps,
                      const Hearing& hearing) {
    const Millis table = transfer_time(from, to);
    return table > 0ms ? gaps.position.value_or(scaled(table, hearing)) : 0ms;
}

void leave(PassageWriter& writer, const Work& work, Side side) {
    if (level_of(work) != Guidance::counts) Teller(writer, work, side).finish();
}

Passage grown_beyond(Passage passage, std::optional<Millis> written) {
    if (written) passage.grown = std::max<Millis>(passage.length - *written, 0ms);
    return passage;
}

}  // namespace hipflow::session
