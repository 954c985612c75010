// SPDX-License-Identifier: MIT
#include "session/work_cues.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

#include "session/teller.h"

namespace hipflow::session {
namespace {

using namespace std::chrono_literals;

constexpr Millis shortest_with_half = 20s;
constexpr Millis shortest_with_ten_left = 40s;
constexpr Millis shortest_with_count = 10s;  // in less a countdown would only confuse
constexpr Millis longest_counted_word = 900ms;
constexpr Millis after_start_tone = 60ms;
constexpr Millis between_words = 60ms;
constexpr Millis shortest_phase_with_beat = 1s;
constexpr Millis after_beat = 300ms;  // before the phase is over
constexpr int reps_with_beats = 3;
constexpr std::size_t many_phases = 4;  // are not known by heart after three reps
constexpr int reps_with_five_more = 10;
constexpr Millis before_cue_in_rep = 400ms;
constexpr Millis after_cue_in_rep = 500ms;
constexpr Millis between_cues_in_reps = 12s;
constexpr Millis first_cue_in_hold = 2500ms;
constexpr Millis before_cue_in_hold = 800ms;
constexpr Millis after_cue_in_hold = 600ms;
constexpr Millis least_after_cue = 3s;
constexpr Millis long_hold = 60s;
constexpr int times_until_quiet = 10;  // from here on the cue comes on the first set only

/// Places what is heard within one set. Times are relative to its start.
class Placer {
   public:
    Placer(const Prescription& prescription, const Timeline& timeline, const PlannedSet& set,
           int nth, const Hearing& hearing)
        : step_(step_of(prescription, set.key)),
          work_(step_.work),
          words_(spoken(work_.exercise, language_of(hearing))),
          timeline_(timeline),
          set_(set),
          nth_(nth),
          hearing_(hearing),
          level_(level_of(work_)) {
        Millis at{};
        for (std::size_t i = set.first; i < set.last; ++i) {
            starts_.push_back(at);
            at += timeline.segments[i].duration;
        }
        end_ = at;
    }

    std::vector<Cue> run() {
        begin();
        count_down();
        tell_time();
        if (is_stretch(segment(0)) || phases().empty()) {
            number_reps();
        } else {
            number_reps_with_beats();
        }
        if (segment(0).kind == SegmentKind::rep) {
            remind_in_reps();
        } else {
            remind_in_holds();
        }
        if (work_.duration && work_.pace > 0ms) keep_pace();
        return std::move(cues_);
    }

   private:
    const Segment& segment(std::size_t index) const {
        return timeline_.segments[set_.first + index];
    }
    std::size_t segments() const { return starts_.size(); }
    const std::vector<TimedPhase>& phases() const { return phases_; }

    std::size_t segment_at(Millis at) const {
        std::size_t index = 0;
        while (index + 1 < starts_.size() && at >= starts_[index + 1]) ++index;
        return index;
    }

    void put(Millis at, CueKind kind, const Phrase& words, bool must,
             std::optional<Tone> tone = std::nullopt) {
        if (words.text.empty() && !tone) return;
        const std::size_t index = segment_at(at);
        Cue cue{
            set_.first + index, at - starts_[index], kind, words.text, words.language, tone, must};
        if (const Millis length = sound_length(cue, hearing_); length > 0ms) {
            busy_.emplace_back(at, at + length);
        }
        cues_.push_back(std::move(cue));
    }

    /// The end of what sounds between two points in time; nullopt if nothing does.
    std::optional<Millis> busy_until(Millis from, Millis to) const {
        std::optional<Millis> until;
        for (const auto& [begin, end] : busy_) {
            if (begin < to && from < end) until = std::max(until.value_or(end), end);
        }
        return until;
    }

    bool is_free(Millis from, Millis to) const { return to <= end_ && !busy_until(from, to); }

    void put_if_free(Millis at, CueKind kind, const Phrase& words,
                     Millis pause_before = between_words) {
        const Millis until = at + hearing_.length_of(words);
        if (is_free(at - pause_before, until + between_words)) put(at, kind, words, false);
    }

    void begin() {
        const Phrase words = hearing_.tones ? Phrase{} : hearing_.say(Say::begin);
        put(0ms, CueKind::start, words, true,
            hearing_.tones ? std::optional(Tone::start) : std::nullopt);
        if (cues_.empty()) cues_.push_back({set_.first, 0ms, CueKind::start, "", "en", {}, true});
    }

    /// Counts the last seconds of a hold, and tells when to let go between two of them.
    void count_down() {
        constexpr auto numbers = std::to_array({Say::one, Say::two, Say::three});
        const bool beeps =
            hearing_.tones && hearing_.length_of(hearing_.say(Say::three)) > longest_counted_word;
        for (std::size_t i = 0; i < segments(); ++i) {
            const Segment& here = segment(i);
            if (here.kind == SegmentKind::release) {
                put(starts_[i], CueKind::tick, hearing_.say(Say::release), true);
            }
            const bool counts =
                is_stretch(here) && !here.open_ended && here.duration >= shortest_with_count;
            for (int left = 3; counts && left >= 1; --left) {
                const auto number = numbers.at(static_cast<std::size_t>(left) - 1);
                put(starts_[i] + here.duration - left * 1s, CueKind::count, hearing_.say(number),
                    true, beeps ? std::optional(Tone::count) : std::nullopt);
            }
        }
    }

    void tell_time() {
        for (std::size_t i = 0; i < segments(); ++i) {
            const Segment& here = segment(i);
            if (!is_stretch(here) || here.open_ended) continue;
            const Millis from = starts_[i];
            if (here.duration >= shortest_with_half) {
                put_if_free(from + here.duration / 2, CueKind::half, hearing_.say(Say::half));
            }
            if (here.duration >= shortest_with_ten_left) {
                put_if_free(from + here.duration - 10s, CueKind::left, hearing_.say(Say::ten_left));
            }
        }
    }

    /// Ticks at the pace of movement for a time, wherever nothing else sounds; counts where there
    /// are no tones.
    void keep_pace() {
        const std::string language = hearing_.say(Say::three).language;
        int number = 1;
        for (Millis at = work_.pace; at + work_.pace <= end_; at += work_.pace) {
            const Phrase count{fmt::format("{}", ++number), language};
            if (!hearing_.tones) {
                put_if_free(at, CueKind::tick, count);
            } else if (is_free(at, at + length_of(Tone::count))) {
                put(at, CueKind::tick, {}, false, Tone::count);
            }
        }
    }

    /// "2", "five more", "last one"; empty for the first rep, and where nothing counts.
    Phrase number_of(const Segment& here) const {
        const int reps = set_.reps.value_or(0);
        if (here.rep < 2 || !is_work(here.kind)) return {};
        if (here.rep == reps) return hearing_.say(Say::last);
        if (!here.open_ended && reps >= reps_with_five_more && here.rep == reps - 4) {
            return hearing_.say(Say::five_more);
        }
        // In the language of the other numbers.
        const std::string language = hearing_.say(Say::three).language;
        return {fmt::format("{}", here.rep), language};
    }

    void number_reps() {
        for (std::size_t i = 0; i < segments(); ++i) {
            const Phrase number = number_of(segment(i));
            const bool named = is_stretch(segment(i)) ? guides() : segment(i).rep <= guided_reps();
            put_if_free(starts_[i], CueKind::tick,
                        named ? with_side(number, segment(i).side, segment(i).duration) : number);
        }
    }

    /// Whether reps have more words than their number.
    bool guides() const {
        return hearing_.tempo_words && level_ != Guidance::counts && level_ != Guidance::off;
    }

    /// How many reps have words on their phases.
    int guided_reps() const {
        if (!guides()) return 0;
        const int reps = set_.reps.value_or(0);
        if (!work_.tempo.empty() || has_beats_alone(work_)) return reps;
        if (level_ == Guidance::brief) return 1;
        if (phases().size() >= many_phases) return std::min(reps, reps_with_beats);
        return std::clamp(reps - 2, 1, reps_with_beats);
    }

    void number_reps_with_beats() {
        const int guided = guided_reps();
        for (std::size_t i = 0; i < segments(); ++i) {
            Phrase number = number_of(segment(i));
            const bool beats = segment(i).rep <= guided;
            if (beats && number.text.size() <= 2) {
                number = with_side(number, segment(i).side, phases().front().time);
            }
            put_if_free(starts_[i], CueKind::tick, number);
            if (beats) give_beats(i);
        }
    }

    /// "2, right", where sides take turns and there is time for it.
    Phrase with_side(const Phrase& number, Side side, Millis time) const {
        if (work_.sides != Sides::alternate || number.text.empty()) return number;
        const Phrase word = hearing_.place({"{side}", number.language}, side);
        const Phrase both{fmt::format("{}, {}", number.text, word.text), number.language};
        const bool fits = hearing_.length_of(both) + after_beat <= time;
        return fits ? both : number;
    }

    void give_beats(std::size_t rep) {
        Millis at = starts_[rep];
        for (std::size_t q = 0; q < phases().size(); ++q) {
            const TimedPhase& phase = phases()[q];
            const Phrase beat = hearing_.place(phase.beat, segment(rep).side);
            Millis from = at;
            at += phase.time;
            if (q == 0 && rep > 0) continue;  // the number is said there
            if (q == 0 && hearing_.tones) from += length_of(Tone::start) + after_start_tone;
            const bool fits = from + hearing_.length_of(beat) + after_beat <= at;
            if (fits && phase.time >= shortest_phase_with_beat) {
                // The first follows the start tone at once.
                put_if_free(from, CueKind::beat, beat, q == 0 ? 0ms : between_words);
            }
        }
    }

    /// How many cues there are in the set.
    std::size_t cues_wanted(std::size_t full, std::size_t brief) const {
        const bool quiet = work_.times >= times_until_quiet && nth_ > 0;
        if (quiet || level_ == Guidance::counts || level_ == Guidance::off) return 0;
        return level_ == Guidance::full ? full : brief;
    }

    /// The cues of the exercise. The one that comes first moves on from session to session and from
    /// set to set, so that in time all are heard.
    std::vector<Phrase> turned_cues() const {
        std::vector<Phrase> cues;
        cues.reserve(words_.cues.size());
        for (std::size_t i = 0; i < words_.cues.size(); ++i) {
            const std::size_t turn = static_cast<std::size_t>(work_.times + nth_) + i;
            cues.push_back(hearing_.place(words_.cues[turn % words_.cues.size()], segment(0).side));
        }
        return cues;
    }

    void remind_in_reps() {
        auto cues = turned_cues();
        std::size_t left = cues_wanted(2, 1);
        std::optional<Millis> last;
        const int guided = phases().empty() ? 0 : guided_reps();
        for (std::size_t i = 0; i + 1 < segments() && left > 0; ++i) {
            const bool first = segment(i).rep == 1 || segment(i).rep <= guided;
            if (first || (last && starts_[i] - *last < between_cues_in_reps)) continue;
            const Millis from =
                starts_[i] + hearing_.length_of(number_of(segment(i))) + before_cue_in_rep;
            const auto fits = [&](const Phrase& cue) {
                const Millis until = from + hearing_.length_of(cue);
                return until + after_cue_in_rep <= starts_[i + 1] && is_free(from, until);
            };
            const auto cue = std::ranges::find_if(cues, fits);
            if (cue == cues.end()) continue;
            put(from, CueKind::cue, *cue, false);
            cues.erase(cue);
            last = starts_[i];
            --left;
        }
    }

    /// The first moment from `at` on with calm around so many milliseconds of words.
    Millis calm_from(Millis at, Millis length) const {
        while (true) {
            const auto busy = busy_until(at - before_cue_in_hold, at + length + after_cue_in_hold);
            if (!busy) return at;
            at = *busy + before_cue_in_hold;
        }
    }

    void remind_in_holds() {
        const bool is_long = end_ >= long_hold;
        std::size_t left = cues_wanted(4, is_long ? 2 : 1);
        Millis apart = level_ == Guidance::full ? 10s : 20s;
        if (is_long) apart = apart * 3 / 2;
        // Minutes of movement have their cues all the way.
        if (work_.duration && left > 0) apart = std::max(apart, end_ / static_cast<int>(left));
        Millis at = first_cue_in_hold;
        for (const Phrase& cue : turned_cues()) {
            if (left == 0) return;
            const Millis length = hearing_.length_of(cue);
            at = calm_from(at, length);
            if (at + length + after_cue_in_hold > end_) return;
            put(at, CueKind::cue, cue, false);
            at += std::max(apart, length + least_after_cue);
            --left;
        }
    }

    const PrescribedStep& step_;
    const Work& work_;
    SpokenExercise words_;
    const Timeline& timeline_;
    const PlannedSet& set_;
    int nth_;
    const Hearing& hearing_;
    Guidance level_;
    std::vector<TimedPhase> phases_ = phases_of(work_, hearing_);
    std::vector<Millis> starts_;  // of the segments
    Millis end_{};
    std::vector<std::pair<Millis, Millis>> busy_;
    std::vector<Cue> cues_;
};

/// Stretches times to a sum, to the millisecond.
std::vector<Millis> stretched(std::vector<Millis> times, Millis sum) {
    const Millis whole = std::accumulate(times.begin(), times.end(), Millis{0});
    if (whole == 0ms || whole == sum) return times;
    Millis done{};
    Millis from{};
    for (Millis& time : times) {
        from += time;
        const Millis until = sum * from.count() / whole.count();
        time = until - done;
        done = until;
    }
    return times;
}

}  // namespace

std::vector<TimedPhase> phases_of(const Work& work, const Hearing& hearing) {
    std::vector<Millis> tempo;
    std::ranges::copy_if(work.tempo, std::back_inserter(tempo),
                         [](Millis time) { return time > 0ms; });
    const auto own = spoken(work.exercise, language_of(hearing)).phases;
    std::vector<TimedPhase> phases;
    if (!tempo.empty() && tempo.size() != own.size()) {
        constexpr auto beats =
            std::to_array({Say::beat_out, Say::beat_hold, Say::beat_back, Say::beat_hold});
        for (std::size_t i = 0; i < work.tempo.size() && i < beats.size(); ++i) {
            if (work.tempo[i] > 0ms) phases.push_back({hearing.say(beats.at(i)), work.tempo[i]});
        }
        return phases;
    }
    std::vector<Millis> times = tempo;
    for (const auto& phase : own) {
        if (tempo.empty()) times.push_back(phase.time);
    }
    times = stretched(std::move(times), work.pace);
    for (std::size_t i = 0; i < own.size(); ++i) phases.push_back({own[i].beat, times[i]});
    return phases;
}

std::vector<Cue> work_cues(const Prescription& prescription, const Timeline& timeline,
                           const PlannedSet& set, int nth, const Hearing& hearing) {
    return Placer(prescription, timeline, set, nth, hearing).run();
}

std::optional<Tone> tone_of(const Cue& cue, const Hearing& hearing) {
    if (!hearing.tones) return std::nullopt;
    if (!cue.tone && !hearing.voice && cue.kind == CueKind::count) return Tone::count;
    if (!cue.tone && !hearing.voice && cue.kind == CueKind::half) return Tone::half;
    return cue.tone;
}

Millis words_length(const Cue& cue, const Hearing& hearing) {
    const bool beeped = cue.tone.has_value();
    return beeped || cue.text.empty() ? Millis{0} : hearing.length_of({cue.text, cue.language});
}

Millis sound_length(const Cue& cue, const Hearing& hearing) {
    const Millis words = words_length(cue, hearing);
    const auto tone = tone_of(cue, hearing);
    return words > 0ms || !tone ? words : length_of(*tone);
}

}  // namespace hipflow::session
