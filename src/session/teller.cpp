// SPDX-License-Identifier: MIT
#include "session/teller.h"

#include <algorithm>

namespace hipflow::session {
namespace {

using namespace std::chrono_literals;

constexpr Millis to_do_it_in_position = 1500ms;
constexpr Millis after_phase = 1s;    // of the rep that is tried
constexpr Millis after_try = 500ms;   // that rep is over
constexpr Millis settled_from = 60s;  // from here on a gentle stay is rest

/// True for a long stay that is rest rather than work.
bool settles(const Work& work) {
    return work.hold && !work.reps && *work.hold >= settled_from && work.exercise.level == 1 &&
           is_lying(work.exercise.position);
}

/// The messages that say how much of an exercise is done.
struct AmountSays {
    Say plain, each, sets, sets_each, now;
};

AmountSays says_of(const Work& work) {
    if (work.cap)
        return {Say::open_ended, Say::open_ended, Say::open_ended, Say::open_ended,
                Say::open_ended};
    if (work.as_many) {
        return {Say::as_many, Say::as_many, Say::as_many, Say::as_many, Say::as_many};
    }
    if (work.duration) {
        return {Say::moving, Say::moving_each, Say::moving_sets, Say::hold_sets_each,
                Say::now_moving};
    }
    if (work.reps && !work.hold) {
        return {Say::times, Say::times_each, Say::times_sets, Say::times_sets_each, Say::now_times};
    }
    if (work.reps && work.breaths) {
        return {Say::hold_breaths_sets, Say::hold_breaths_sets_each, Say::times_sets,
                Say::times_sets_each, Say::now_times};
    }
    if (work.reps) {
        return {Say::hold_sets, Say::hold_sets_each, Say::times_sets, Say::times_sets_each,
                Say::now_times};
    }
    if (work.breaths) {
        return {Say::hold_breaths, Say::hold_breaths_each, Say::hold_breaths_sets,
                Say::hold_breaths_sets_each, Say::now_breaths};
    }
    return {Say::hold, Say::hold_each, Say::hold_sets, Say::hold_sets_each,
            settles(work) ? Say::now_rest : Say::now_hold};
}

bool counts_breaths(Say says) {
    return (says >= Say::hold_breaths && says <= Say::hold_breaths_sets_each) ||
           says == Say::now_breaths;
}

/// A text as a sentence of its own.
std::string sentence_of(std::string text) {
    if (!text.empty() && std::string_view(".!?").find(text.back()) == std::string_view::npos) {
        text += '.';
    }
    return text;
}

}  // namespace

bool is_open_ended(const Work& work) { return work.as_many || work.cap; }

bool has_beats_alone(const Work& work) {
    const auto& phases = work.exercise.phases;
    return !phases.empty() &&
           std::ranges::all_of(phases, [](const RepPhase& phase) { return phase.say.empty(); });
}

MessageValues values_of(const Work& work, Side side) {
    MessageValues values;
    values.n = work.reps.value_or(work.sets);
    values.sets = work.sets;
    values.time = work.hold;
    if (work.duration) values.time = work.duration;
    if (work.cap) values.time = work.cap;
    values.side = side;
    values.part = work.exercise.part;
    return values;
}

std::string_view language_of(const Hearing& hearing) {
    return hearing.phrases ? hearing.phrases->language() : std::string_view("en");
}

Teller::Teller(PassageWriter& writer, const Work& work, Side side)
    : writer_(&writer),
      work_(&work),
      side_(side),
      words_(spoken(work.exercise, language_of(writer.hearing()))) {}

void Teller::name(Say how) {
    MessageValues values;
    const Phrase name = words_.name;
    values.name = name.text;
    Phrase whole = hearing().say(how, values);
    // Without a message, or with a name in another language than its own, the name is said alone.
    if (whole.text.empty() || whole.language != name.language) {
        whole = {name.text + '.', name.language};
    }
    writer_->say(CueKind::name, whole);
}

void Teller::amount(bool both_sides) {
    if (work_->sets == 1) return amount_of_set(both_sides);
    const AmountSays says = says_of(*work_);
    const bool each = both_sides && work_->sides == Sides::each;
    say_amount(each ? says.sets_each : says.sets, each);
    if (is_open_ended(*work_)) return say_amount(each ? Say::sets_each : Say::sets, each);
    // "2 sets of 5." does not tell how long each of them lasts.
    if (!work_->reps || !work_->hold) return;
    say_amount(work_->breaths ? Say::hold_breaths : Say::now_hold, each);
}

void Teller::amount_of_set(bool both_sides) {
    const AmountSays says = says_of(*work_);
    const bool each = both_sides && work_->sides == Sides::each;
    say_amount(each ? says.each : says.plain, each);
}

void Teller::sets_by_side(int left, int right) {
    MessageValues values;
    values.n = left;
    values.k = right;
    writer_->say(CueKind::dose, hearing().say(Say::sets_by_side, values), after_thought, false);
}

void Teller::enough() {
    writer_->say(CueKind::dose, hearing().say(Say::enough), after_thought, false);
}

void Teller::amount_again() {
    writer_->say(CueKind::dose, amount_words(says_of(*work_).now), 0ms, false);
}

void Teller::say_amount(Say says, bool each) {
    writer_->say(CueKind::dose, amount_words(says), each ? after_sentence : after_thought, false);
}

Phrase Teller::amount_words(Say says) const {
    MessageValues values = values_of(*work_, side_);
    // "5 times 10 seconds": holds in reps are told like sets of a hold.
    const bool like_sets =
        work_->reps && work_->hold && says != Say::times_sets && says != Say::times_sets_each;
    if (like_sets) values.sets = *work_->reps;
    if (counts_breaths(says)) values.n = work_->breaths.value_or(values.n);
    return hearing().say(says, values);
}

void Teller::load() {
    if (!work_->load) return;
    MessageValues values;
    values.load = *work_->load;
    writer_->say(CueKind::dose, hearing().say(Say::with_load, values), after_thought, false);
}

void Teller::note() {
    if (!work_->note) return;
    writer_->say(CueKind::guidance,
                 {sentence_of(*work_->note), std::string(language_of(hearing()))}, after_thought);
}

void Teller::side(Say how) {
    writer_->say(CueKind::side, hearing().say(how, values_of(*work_, side_)), after_thought);
}

void Teller::brief(Millis move, Millis least) {
    writer_->say(CueKind::set_up, hearing().place(words_.brief, side_));
    writer_->change(move, least);
}

bool Teller::brief_tells_side() const {
    const Phrase words = hearing().place(words_.brief, side_);
    const Phrase side = hearing().place({"{side}", words.language}, side_);
    const Phrase capital = hearing().place({"{Side}", words.language}, side_);
    // "links" is "linken" elsewhere.
    constexpr std::size_t stem = 4;
    const auto has = [&](const Phrase& word) {
        return words.text.find(word.text.substr(0, stem)) != std::string::npos;
    };
    return has(side) || has(capital);
}

void Teller::set_up(Millis move) {
    bool placed = false;
    for (const auto& [text, act] : words_.start) {
        writer_->say(CueKind::set_up, hearing().place(text, side_));
        if (placed || act) {
            writer_->act(act.value_or(to_do_it));
            continue;
        }
        writer_->change(move, to_do_it);
        if (move > 0ms) writer_->moved();
        placed = true;
    }
    if (placed) return;
    writer_->change(move, move);
    if (move > 0ms) writer_->moved();
}

void Teller::set_up_again(Millis change) {
    bool changed = false;
    for (const auto& [text, act] : words_.start) {
        if (!names_side(text.text)) continue;
        writer_->say(CueKind::set_up, hearing().place(text, side_));
        if (changed) {
            writer_->act(act.value_or(to_do_it));
        } else {
            writer_->change(change, to_do_it);
        }
        changed = true;
    }
    if (!changed) brief(change, to_do_it);
    if (!words_.instructions.empty()) guide(words_.instructions.front());
}

void Teller::movement() {
    for (const auto& sentence : words_.instructions) guide(sentence);
    const bool has_sentences = !words_.phases.empty() && !has_beats_alone(*work_);
    if (has_sentences && work_->reps && !work_->hold) return try_one();
    if (has_sentences) {
        for (const auto& phase : words_.phases) guide({phase.say, std::nullopt});
    }
    tell_turns();
}

/// That the sides take turns, where the sentences speak of the one that begins.
void Teller::tell_turns() {
    if (work_->sides != Sides::alternate) return;
    const bool sided =
        std::ranges::any_of(words_.instructions,
                            [](const auto& sentence) { return names_side(sentence.words.text); }) ||
        std::ranges::any_of(words_.phases,
                            [](const auto& phase) { return names_side(phase.say.text); });
    if (sided) writer_->say(CueKind::guidance, hearing().say(Say::in_turn), after_thought);
}

/// One rep together, phase by phase, that is not counted.
void Teller::try_one() {
    writer_->say(CueKind::guidance, hearing().say(Say::try_one), after_thought);
    for (const auto& phase : words_.phases) {
        const Millis begin = writer_->at();
        writer_->say(CueKind::guidance, hearing().place(phase.say, side_));
        writer_->go_to(std::max(begin + phase.time, writer_->words_end() + after_phase));
    }
    writer_->go_to(writer_->at() + after_try);
}

void Teller::finish() {
    for (const auto& text : words_.finish) {
        writer_->say(CueKind::finish, hearing().place(text, side_));
        writer_->act(to_do_it);
    }
}

void Teller::guide(const SpokenInstruction& sentence) {
    writer_->say(CueKind::guidance, hearing().place(sentence.words, side_));
    writer_->act(sentence.act.value_or(to_do_it_in_position));
}

}  // namespace hipflow::session
