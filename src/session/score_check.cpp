// SPDX-License-Identifier: MIT
#include "session/score_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <iterator>
#include <set>

#include "domain/spoken_exercise.h"
#include "session/blocks.h"
#include "session/teller.h"

namespace hipflow::session {
namespace {

using namespace std::chrono_literals;

constexpr Millis most_late = 300ms;
constexpr Millis longest_word_over_first_rep = 900ms;
constexpr Millis shortest_counted_hold = 10s;

/// A sound at its place in the session.
struct Heard {
    Millis begin{};
    Millis end{};
    const Cue* cue = nullptr;
    bool words = false;
};

bool is_sentence(CueKind kind) {
    constexpr auto sentences = std::to_array({CueKind::name, CueKind::side, CueKind::set_up,
                                              CueKind::guidance, CueKind::safety, CueKind::finish,
                                              CueKind::dose, CueKind::cue, CueKind::fill});
    return std::ranges::find(sentences, kind) != sentences.end();
}

std::string lowered(std::string_view text) {
    std::string result(text);
    std::ranges::transform(result, result.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return result;
}

/// True for an English text that names a side only by what it is not: "the working leg".
bool is_unclear(const std::string& text) {
    constexpr auto parts = std::to_array<std::string_view>(
        {"leg", "foot", "knee", "ankle", "thigh", "hip", "hand", "arm"});
    const std::string plain = lowered(text);
    if (plain.find("working") != std::string::npos) return true;
    return std::ranges::any_of(parts, [&](std::string_view part) {
        return plain.find(fmt::format("other {}", part)) != std::string::npos;
    });
}

class ScoreChecker {
   public:
    explicit ScoreChecker(const Script& script)
        : script_(script), hearing_(script.hearing), starts_(script.timeline.starts()) {
        for (const Cue& cue : script.cues) collect(cue);
        std::ranges::stable_sort(heard_, {}, &Heard::begin);
    }

    std::vector<std::string> run() {
        check_distances();
        check_texts();
        for (std::size_t i = 0; i < sets().size(); ++i) check_set(i);
        return std::move(faults_);
    }

   private:
    const std::vector<PlannedSet>& sets() const { return script_.timeline.sets; }
    const std::vector<Segment>& segments() const { return script_.timeline.segments; }
    const Work& work_of(const PlannedSet& set) const {
        return step_of(script_.prescription, set.key).work;
    }
    Millis begin_of(const PlannedSet& set) const { return starts_[set.first]; }
    Millis end_of(const PlannedSet& set) const {
        return starts_[set.last - 1] + segments()[set.last - 1].duration;
    }
    Millis at(const Cue& cue) const { return starts_[cue.segment] + cue.at; }
    static bool is_in_gap(const Cue& cue, const PlannedSet& set) {
        return cue.segment >= set.lead_in && cue.segment < set.first;
    }
    static bool is_in_work(const Cue& cue, const PlannedSet& set) {
        return cue.segment >= set.first && cue.segment < set.last;
    }
    void fault(std::string text) { faults_.push_back(std::move(text)); }

    void collect(const Cue& cue) {
        const Millis length = sound_length(cue, hearing_);
        if (length == 0ms) return;
        heard_.push_back({at(cue), at(cue) + length, &cue, words_length(cue, hearing_) > 0ms});
    }

    void check_distances() {
        for (std::size_t i = 1; i < heard_.size(); ++i) {
            const Heard& before = heard_[i - 1];
            const Heard& after = heard_[i];
            const bool sentences = before.words && after.words && before.cue->must &&
                                   after.cue->must && is_sentence(before.cue->kind) &&
                                   is_sentence(after.cue->kind);
            if (after.begin < before.end) {
                distance_fault("overlap", before, after);
            } else if (sentences && after.begin - before.end < least_pause) {
                distance_fault("no pause", before, after);
            }
        }
    }

    void distance_fault(std::string_view what, const Heard& before, const Heard& after) {
        fault(fmt::format("{}: {} '{}' | {} '{}' at {}", what, word(before.cue->kind),
                          before.cue->text, word(after.cue->kind), after.cue->text,
                          path(segments()[after.cue->segment])));
    }

    void check_texts() {
        const Phrase roll = hearing_.say(Say::roll);
        for (const Cue& cue : script_.cues) {
            if (cue.text.find('{') != std::string::npos) {
                fault(fmt::format("a placeholder is left in '{}'", cue.text));
            }
            if (cue.language == "en" && cue.text != roll.text && is_unclear(cue.text)) {
                fault(fmt::format("it is not clear which side '{}' means", cue.text));
            }
        }
    }

    void check_set(std::size_t index) {
        const PlannedSet& set = sets()[index];
        const PlannedSet* before = index > 0 ? &sets()[index - 1] : nullptr;
        const bool new_step = before == nullptr || before->key.step != set.key.step;
        const bool other_side = !new_step && before->key.side != set.key.side;
        check_signals(set);
        check_work(set);
        if (!hearing_.voice || !hearing_.phrases) return;
        check_count_in(set, new_step);
        if (new_step) check_introduction(set, before);
        if (other_side) check_side_change(set, index);
        if (new_step || other_side) check_side(set);
    }

    void check_signals(const PlannedSet& set) {
        need_signal(set.first, CueKind::start, set);
        need_signal(set.last - 1, CueKind::end, set);
    }

    void need_signal(std::size_t segment, CueKind kind, const PlannedSet& set) {
        const auto count = std::ranges::count_if(script_.cues, [&](const Cue& cue) {
            return cue.kind == kind && cue.segment == segment && cue.must;
        });
        if (count == 1) return;
        fault(fmt::format("{}: {} signals of its {}", path(set.key), count, word(kind)));
    }

    std::ptrdiff_t counts_between(Millis begin, Millis end) const {
        return std::ranges::count_if(script_.cues, [&](const Cue& cue) {
            return cue.kind == CueKind::count && cue.must && at(cue) >= begin && at(cue) < end;
        });
    }

    void check_count_in(const PlannedSet& set, bool new_step) {
        const Millis begin = begin_of(set);
        const Millis gap = begin - starts_[set.lead_in];
        const auto counted = counts_between(starts_[set.lead_in], begin);
        if ((new_step || gap >= shortest_gap_with_count) && counted != 3) {
            fault(path(set.key) + ": no whole count-in");
        }
        const Millis latest = counted > 0 ? begin - count_in : begin;
        for (const Heard& heard : heard_) {
            const bool said = heard.words && heard.cue->kind != CueKind::count;
            if (said && is_in_gap(*heard.cue, set))
                check_end(heard, latest, new_step && counted > 0);
        }
    }

    /// Words end before `latest`; a set-up, which must be heard, well before it.
    void check_end(const Heard& heard, Millis latest, bool sets_up) {
        if (sets_up && heard.cue->must) latest -= before_count;
        if (heard.end <= latest) return;
        fault(fmt::format("{}: '{}' runs into the count-in", path(segments()[heard.cue->segment]),
                          heard.cue->text));
    }

    bool is_said(const PlannedSet& set, const Phrase& words) const {
        return std::ranges::any_of(script_.cues, [&](const Cue& cue) {
            return is_in_gap(cue, set) && cue.must && cue.text == words.text &&
                   cue.language == words.language;
        });
    }

    void need(const PlannedSet& set, const Phrase& text, Side side) {
        const Phrase words = hearing_.place(text, side);
        if (words.text.empty() || is_said(set, words)) return;
        fault(fmt::format("{}: '{}' is not said", path(set.key), words.text));
    }

    /// What must be said before an exercise, and of coming out of the one before.
    void check_introduction(const PlannedSet& set, const PlannedSet* before) {
        const auto& step = step_of(script_.prescription, set.key);
        const Work& work = step.work;
        const SpokenExercise words = spoken(work.exercise, language_of(hearing_));
        const bool in_turn = work.sides == Sides::alternate;
        const Side side = in_turn ? step.first : set.key.side;
        const bool named = std::ranges::any_of(script_.cues, [&](const Cue& cue) {
            return is_in_gap(cue, set) && cue.kind == CueKind::name &&
                   cue.text.find(words.name.text) != std::string::npos;
        });
        if (!named) fault(fmt::format("{}: its name is not said", path(set.key)));
        const Guidance level = announced_level(step);
        if (level == Guidance::full) {
            for (const auto& [text, act] : words.start) need(set, text, side);
            for (const auto& [text, act] : words.instructions) need(set, text, side);
            for (const auto& phase : words.phases) need(set, phase.say, side);
        }
        // A later round that leads to another position tells of it as the first one did.
        const bool set_up = std::ranges::all_of(words.start, [&](const auto& sentence) {
            return is_said(set, hearing_.place(sentence.words, side));
        });
        const bool again = level != level_of(work) && set_up;
        if (level == Guidance::brief && !again) need(set, words.brief, side);
        if (before != nullptr) check_finish(set, *before);
    }

    void check_finish(const PlannedSet& set, const PlannedSet& before) {
        const Work& left = work_of(before);
        if (level_of(left) == Guidance::counts) return;
        for (const auto& text : spoken(left.exercise, language_of(hearing_)).finish) {
            need(set, text, before.key.side);
        }
    }

    /// The first change of sides in an exercise says all of it. Later ones may be short, where the
    /// routine writes how long they take.
    void check_side_change(const PlannedSet& set, std::size_t index) {
        for (std::size_t i = index; i-- > 1 && sets()[i].key.step == set.key.step;) {
            const bool changed = sets()[i - 1].key.step == set.key.step &&
                                 sets()[i - 1].key.side != sets()[i].key.side;
            if (changed) return;
        }
        const Work& work = work_of(set);
        const SpokenExercise words = spoken(work.exercise, language_of(hearing_));
        check_finish(set, sets()[index - 1]);
        const Guidance level = announced_level(step_of(script_.prescription, set.key));
        if (level == Guidance::brief) need(set, words.brief, set.key.side);
        if (level != Guidance::full) return;
        for (const auto& [text, act] : words.start) {
            if (names_side(text.text)) need(set, text, set.key.side);
        }
    }

    void check_side(const PlannedSet& set) {
        if (set.key.side == Side::both) return;
        const bool told = std::ranges::any_of(script_.cues, [&](const Cue& cue) {
            // "left" is in "Left", "links" not in "linken": its beginning is enough.
            const Phrase side = hearing_.place({"{side}", cue.language}, set.key.side);
            return is_in_gap(cue, set) && cue.must &&
                   lowered(cue.text).find(side.text.substr(0, 4)) != std::string::npos;
        });
        if (!told) fault(path(set.key) + ": the side is not told");
    }

    bool tells_release(std::size_t segment) const {
        return std::ranges::any_of(script_.cues, [&](const Cue& cue) {
            return cue.segment == segment && cue.at == 0ms && cue.kind == CueKind::tick && cue.must;
        });
    }

    void check_work(const PlannedSet& set) {
        for (std::size_t i = set.first; i < set.last; ++i) {
            const Segment& segment = segments()[i];
            const bool counts = is_stretch(segment) && !segment.open_ended &&
                                segment.duration >= shortest_counted_hold;
            if (counts && counts_between(starts_[i], starts_[i] + segment.duration) != 3) {
                fault(path(segment) + ": its last seconds are not counted");
            }
            if (segment.kind == SegmentKind::release && !tells_release(i)) {
                fault(path(segment) + ": the release is not told");
            }
        }
        check_words_within(set);
    }

    void check_words_within(const PlannedSet& set) {
        const bool reps = segments()[set.first].kind == SegmentKind::rep;
        const Millis first_rep = begin_of(set) + segments()[set.first].duration;
        for (const Heard& heard : heard_) {
            if (!heard.words || !is_in_work(*heard.cue, set)) continue;
            if (heard.cue->kind != CueKind::end && heard.end > end_of(set)) {
                fault(fmt::format("{}: '{}' runs past the end", path(set.key), heard.cue->text));
            }
            const bool long_word = heard.end - heard.begin > longest_word_over_first_rep;
            if (reps && heard.begin < first_rep && (is_sentence(heard.cue->kind) || long_word)) {
                fault(fmt::format("{}: '{}' over the first rep", path(set.key), heard.cue->text));
            }
        }
    }

    const Script& script_;
    const Hearing& hearing_;
    std::vector<Millis> starts_;
    std::vector<Heard> heard_;
    std::vector<std::string> faults_;
};

}  // namespace

std::vector<std::string> faults_of(const Script& script) { return ScoreChecker(script).run(); }

std::vector<std::string> dropped_when_late(const Script& script,
                                           const std::function<Millis(std::size_t)>& delay) {
    std::vector<std::string> dropped;
    Player player;
    player.script = std::make_shared<const Script>(script);
    player.phase = Phase::running;
    Millis free{};
    std::size_t number = 0;
    std::size_t next = 0;
    while (const auto block = block_from(player, next, script.hearing)) {
        next = block->next;
        Millis begin = block->due + delay(number++);
        if (begin < free) {
            if (!block->must && free > block->due + most_late) {
                for (const Sound& sound : block->sounds) dropped.push_back(sound.text);
                continue;
            }
            begin = free;
        }
        free = begin + block->length();
    }
    return dropped;
}

}  // namespace hipflow::session
