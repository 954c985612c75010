// SPDX-License-Identifier: MIT
#include "session/score.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "domain/names.h"

namespace hipflow::session {
namespace {

using namespace std::chrono_literals;

constexpr Millis shortest_hold_with_half = 20s;
constexpr Millis longest_count_word = 900ms;  // slower voices give way to tones
constexpr Millis after_words = 300ms;         // before guidance: one sentence at a time
constexpr Millis after_start = 600ms;         // the start signal is heard alone
constexpr Millis between_reminders = 15s;     // as long as the screen shows each
/// "As long as you like, up to 90 seconds.": whole seconds, and whole minutes from two minutes on.
std::string up_to_words(Millis cap) {
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(cap).count();
    const auto count = seconds < 120 ? seconds : (seconds + 59) / 60;
    return fmt::format("As long as you like, up to {}.",
                       plural(count, seconds < 120 ? "second" : "minute"));
}

/// How long a cue sounds, tone and words together.
Millis sound_length(const Cue& cue, const Hearing& hearing) {
    const Millis words = words_length(cue, hearing);
    const auto sounds = tone_of(cue, hearing);
    const Millis tone = sounds ? length_of(*sounds) : 0ms;
    return words > 0ms ? std::max(tone, cue.after + words) : tone;
}

/// Places the cues of a timeline: first what must be heard, then what fits beside it.
class Composer {
   public:
    Composer(const Prescription& prescription, const Timeline& timeline, const Hearing& hearing)
        : prescription_(prescription),
          timeline_(timeline),
          hearing_(hearing),
          starts_(timeline.starts()) {}

    std::vector<Cue> run() {
        const auto& sets = timeline_.sets;
        for (std::size_t i = 0; i < sets.size(); ++i) {
            frame(i);
            fill_gap(i);
        }
        for (const PlannedSet& set : sets) count_work(set);
        for (const PlannedSet& set : sets) tell_half(set);
        for (std::size_t i = 0; i < sets.size(); ++i) instruct(i);
        for (const PlannedSet& set : sets) number_reps(set);
        for (const PlannedSet& set : sets) remind(set);
        std::stable_sort(cues_.begin(), cues_.end(), [&](const Cue& a, const Cue& b) {
            // At one instant the end of a segment comes before the start of the next, and the
            // words that lead to a set before its start.
            return std::tuple(begins(a), a.segment, leads(b), a.kind) <
                   std::tuple(begins(b), b.segment, leads(a), b.kind);
        });
        return std::move(cues_);
    }

   private:
    const Work& work_of(const PlannedSet& set) const {
        return step_of(prescription_, set.key).work;
    }
    const PlannedSet& set_at(std::size_t index) const { return timeline_.sets[index]; }
    Millis begin_of(const PlannedSet& set) const { return starts_[set.first]; }
    Millis end_of(const PlannedSet& set) const {
        return starts_[set.last - 1] + timeline_.segments[set.last - 1].duration;
    }
    Millis gap_of(const PlannedSet& set) const { return starts_[set.first] - starts_[set.lead_in]; }
    Millis begins(const Cue& cue) const { return starts_[cue.segment] + cue.at; }

    bool is_first_of_step(std::size_t index) const {
        return index == 0 || set_at(index - 1).key.step != set_at(index).key.step;
    }
    bool changes_side(std::size_t index) const {
        return !is_first_of_step(index) && set_at(index - 1).key.side != set_at(index).key.side;
    }
    bool is_first_change(std::size_t index) const {
        for (std::size_t i = index; i-- > 0 && set_at(i).key.step == set_at(index).key.step;) {
            if (changes_side(i)) return false;
        }
        return true;
    }

    /// The tone that ends the set before the one at `index`. It also tells what follows.
    Tone tone_before(std::size_t index) const {
        if (index == 0) return Tone::get_ready;
        if (is_first_of_step(index)) return Tone::end;
        return changes_side(index) ? Tone::switch_sides : Tone::rest;
    }

    static bool leads(const Cue& cue) {
        return cue.kind == CueKind::name || cue.kind == CueKind::side ||
               cue.kind == CueKind::set_up;
    }

    /// The signals at the start and the end of a set.
    void frame(std::size_t index) {
        const PlannedSet& set = set_at(index);
        const Segment& first = timeline_.segments[set.first];
        Cue start{set.first, 0ms, CueKind::start, ""};
        if (hearing_.tones) start.tone = Tone::start;
        const std::string how_long = up_to_words(first.duration);
        const Millis after = hearing_.tones ? length_of(Tone::start) + after_tone : 0ms;
        if (first.open_ended && after + length(how_long) + after_words <= first.duration) {
            start.text = how_long;
            start.after = after;
        } else if (!hearing_.tones) {
            start.text = begin_words;
        }
        start.must = true;
        put(std::move(start));
        const std::size_t last = set.last - 1;
        Cue end{last, timeline_.segments[last].duration, CueKind::end, ""};
        // The end of the session has a signal of its own; elsewhere a start at that moment does.
        const bool last_set = index + 1 == timeline_.sets.size();
        const bool told =
            last_set ? set.last == timeline_.segments.size() : set_at(index + 1).first == set.last;
        if (hearing_.tones && !told) end.tone = last_set ? Tone::end : tone_before(index + 1);
        if (!hearing_.tones && !told) end.text = done_words;
        end.must = true;
        put(std::move(end));
    }

    /// Before a set: what comes, on which side, how it starts, and the count-in.
    void fill_gap(std::size_t index) {
        const PlannedSet& set = set_at(index);
        const Tone tone = tone_before(index);
        const Millis gap = gap_of(set);
        const Millis opening = opening_length(gap == 0ms ? Tone::start : tone, hearing_);
        const GapWords words =
            is_first_of_step(index) ? lead_in_words(work_of(set), set.key.side, opening, hearing_)
            : changes_side(index)
                ? side_change_words(set.key.side, is_first_change(index), gap,
                                    timeline_.segments[set.first].duration, opening, hearing_)
                : rest_words(set.key.set, gap, opening, hearing_);
        bool first = true;
        for (const GapLine& line : words.lines) {
            // The first line comes with the tone before it, the others by themselves.
            Cue cue = cue_in_gap(set, first ? 0ms : line.at, line.kind, line.text);
            if (first) cue.after = line.at;
            if (first && index == 0 && hearing_.tones) cue.tone = Tone::get_ready;
            first = false;
            put(std::move(cue));
        }
        if (!words.counts_in || gap < count_in) return;
        for (int left = 3; left >= 1; --left) {
            put(counted(cue_in_gap(set, gap - left * 1s, CueKind::count, count_word(left))));
        }
    }

    /// A cue that must be heard, `after` the start of the gaps of a set, in whichever of them that
    /// is.
    Cue cue_in_gap(const PlannedSet& set, Millis after, CueKind kind, std::string text) const {
        std::size_t segment = set.lead_in;
        while (segment + 1 < set.first && after >= timeline_.segments[segment].duration) {
            after -= timeline_.segments[segment].duration;
            ++segment;
        }
        Cue cue{segment, std::min(after, timeline_.segments[segment].duration), kind,
                std::move(text)};
        cue.must = true;
        return cue;
    }

    /// A spoken count, or a beep if the voice would take longer than the second.
    Cue counted(Cue cue) const {
        cue.must = true;
        const bool too_slow =
            hearing_.voice && hearing_.length(count_word(3), "en") > longest_count_word;
        if (hearing_.tones && too_slow) cue.tone = Tone::count;
        return cue;
    }

    /// Counts the last seconds of holds, and tells when to let go between them: neither may be
    /// missed.
    void count_work(const PlannedSet& set) {
        for (std::size_t i = set.first; i < set.last; ++i) {
            const Segment& segment = timeline_.segments[i];
            if (segment.kind == SegmentKind::release) {
                Cue cue{i, 0ms, CueKind::tick, "Release."};
                cue.must = true;
                put(std::move(cue));
            }
            const bool counts = is_long_hold(segment, shortest_hold_with_count);
            for (int left = 3; counts && left >= 1; --left) {
                put(counted({i, segment.duration - left * 1s, CueKind::count, count_word(left)}));
            }
        }
    }

    void tell_half(const PlannedSet& set) {
        for (std::size_t i = set.first; i < set.last; ++i) {
            const Segment& segment = timeline_.segments[i];
            if (!is_long_hold(segment, shortest_hold_with_half)) continue;
            put_if_free({i, segment.duration / 2, CueKind::half, "Half way."});
        }
    }

    void number_reps(const PlannedSet& set) {
        for (std::size_t i = set.first; i < set.last; ++i) {
            const Segment& segment = timeline_.segments[i];
            if (!is_work(segment.kind) || segment.open_ended || segment.rep < 2) continue;
            put_if_free({i, 0ms, CueKind::tick, fmt::format("{}", segment.rep)});
        }
    }

    /// Where the screen cannot be seen, tells how a new exercise goes: after its set-up, and during
    /// the work what finds no room there.
    void instruct(std::size_t index) {
        const PlannedSet& set = set_at(index);
        const Exercise& exercise = work_of(set).exercise;
        if (exercise.view == View::screen || !is_first_of_step(index)) return;
        say_in_turn(set, starts_[set.lead_in], movement_texts(exercise),
                    [&](const std::string& sentence) { return length(sentence) + after_words; });
    }

    /// Where the screen cannot be seen, gives one reminder of the form after the other during the
    /// work.
    void remind(const PlannedSet& set) {
        const Exercise& exercise = work_of(set).exercise;
        if (exercise.view == View::screen) return;
        say_in_turn(set, begin_of(set) + between_reminders / 2, exercise.cues,
                    [](const std::string& /*reminder*/) { return between_reminders; });
    }

    /// Says each text that finds room, and after each one waits as long as `wait` gives for it.
    template <typename Wait>
    void say_in_turn(const PlannedSet& set, Millis from, const std::vector<std::string>& texts,
                     const Wait& wait) {
        for (const auto& text : texts) {
            if (const auto begun = say_when_free(set, from, text)) from = *begun + wait(text);
        }
    }

    /// Says a text as soon as nothing sounds, from `from` on and before the set is over. Returns
    /// when it starts; nullopt if it finds no room.
    std::optional<Millis> say_when_free(const PlannedSet& set, Millis from,
                                        const std::string& text) {
        const Millis start = begin_of(set);
        const Millis end = end_of(set);
        const Millis needed = length(text) + after_words;
        while (from + needed <= end) {
            if (from < start + after_start && from + needed > start) {
                from = start + after_start;
            } else if (const auto busy = busy_until(from - after_words, needed + after_words)) {
                from = *busy + after_words;
            } else {
                std::size_t segment = set.lead_in;
                while (segment + 1 < set.last && from >= starts_[segment + 1]) ++segment;
                put({segment, from - starts_[segment], CueKind::guidance, text});
                return from;
            }
        }
        return std::nullopt;
    }

    Millis length(const std::string& text) const {
        return hearing_.voice ? hearing_.length(text, "en") : 0ms;
    }

    void put(Cue cue) {
        const Millis length = sound_length(cue, hearing_);
        const Millis silent = tone_of(cue, hearing_) ? 0ms : cue.after;
        if (length > silent) {
            const Millis begin = begins(cue) + silent;
            Millis& until = sounding_[begin];
            until = std::max(until, begin + length - silent);
        }
        cues_.push_back(std::move(cue));
    }

    void put_if_free(Cue cue) {
        if (!busy_until(begins(cue), sound_length(cue, hearing_))) put(std::move(cue));
    }

    /// End of the sound heard at `begin`, or starting within `length` of it; nullopt if there is
    /// none.
    std::optional<Millis> busy_until(Millis begin, Millis length) const {
        const auto next = sounding_.lower_bound(begin);
        if (next != sounding_.begin() && std::prev(next)->second > begin) {
            return std::prev(next)->second;
        }
        if (next != sounding_.end() && next->first < begin + std::max<Millis>(length, 1ms)) {
            return next->second;
        }
        return std::nullopt;
    }

    const Prescription& prescription_;
    const Timeline& timeline_;
    const Hearing& hearing_;
    std::vector<Millis> starts_;
    std::map<Millis, Millis> sounding_;  // start and end of each sound
    std::vector<Cue> cues_;
};

}  // namespace

std::optional<Tone> tone_of(const Cue& cue, const Hearing& hearing) {
    if (!hearing.tones) return std::nullopt;
    if (!cue.tone && !hearing.voice && cue.kind == CueKind::count) return Tone::count;
    if (!cue.tone && !hearing.voice && cue.kind == CueKind::half) return Tone::half;
    return cue.tone;
}

Millis words_length(const Cue& cue, const Hearing& hearing) {
    const bool beeped = cue.tone == Tone::count;
    return hearing.voice && !beeped ? hearing.length(cue.text, cue.language) : 0ms;
}

Score score(const Prescription& prescription, const Hearing& hearing, AskPeak ask) {
    Score score;
    score.timeline = compile(prescription, ask, hearing);
    score.cues = Composer(prescription, score.timeline, hearing).run();
    return score;
}

}  // namespace hipflow::session
