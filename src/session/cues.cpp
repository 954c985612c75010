// SPDX-License-Identifier: MIT
#include "session/cues.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

namespace hipflow {
namespace {

using namespace std::chrono_literals;

constexpr Millis shortest_hold_with_half = 20s;   // DESIGN 5
constexpr Millis shortest_hold_with_count = 10s;  // in quick sets a count-down would only confuse
constexpr Millis shortest_gap_with_count = 4s;
constexpr Millis after_words = 300ms;      // before guidance: sentences are heard one by one
constexpr Millis after_start = 600ms;      // the signal to begin is heard alone
constexpr Millis between_reminders = 15s;  // of the form: as long as one stays on the screen
constexpr std::array<std::string_view, 3> numbers = {"one", "two", "three"};

class Script {
   public:
    Script(const Prescription& prescription, const Timeline& timeline)
        : prescription_(prescription), timeline_(timeline) {
        Millis at{};
        for (const auto& segment : timeline.segments) {
            starts_.push_back(at);
            at += segment.duration;
        }
    }

    std::vector<Cue> run() {
        for (std::size_t i = 0; i < timeline_.sets.size(); ++i) {
            announce(i);
            accompany(timeline_.sets[i]);
        }
        settle(CueKind::start, CueKind::half);
        for (std::size_t i = 0; i < timeline_.sets.size(); ++i) instruct(i);
        settle(CueKind::tick, CueKind::tick);
        for (const PlannedSet& set : timeline_.sets) remind(set);
        return in_order();
    }

   private:
    const Work& work_of(const PlannedSet& set) const {
        return prescription_.steps[static_cast<std::size_t>(set.key.step) - 1].work;
    }

    bool is_first_of_step(std::size_t index) const {
        return index == 0 || timeline_.sets[index - 1].key.step != timeline_.sets[index].key.step;
    }

    /// Before a set: what comes, on which side, and how it begins.
    void announce(std::size_t index) {
        const PlannedSet& set = timeline_.sets[index];
        const Work& work = work_of(set);
        if (is_first_of_step(index)) {
            const std::string name = name_words(work, set.key.side);
            add(set.lead_in, 0ms, CueKind::name, name);
            add_across(set, spoken_length(name), CueKind::set_up, work.exercise.start);
        } else if (timeline_.sets[index - 1].key.side != set.key.side) {
            add(set.lead_in, 0ms, CueKind::side,
                fmt::format("Change sides: {}.", word(set.key.side)));
        } else {
            // Less than a name: after a set shorter than its words, the next exercise is named.
            const bool rests = timeline_.segments[set.lead_in].kind == SegmentKind::rest;
            add(set.lead_in, 0ms, CueKind::set_up,
                fmt::format("{}Next: set {}.", rests ? "Rest. " : "", set.key.set));
        }
        count_down_gap(set);
    }

    /// The last seconds before a set, whichever of its gaps they fall in.
    void count_down_gap(const PlannedSet& set) {
        const Millis gap = starts_[set.first] - starts_[set.lead_in];
        if (gap < shortest_gap_with_count) return;
        for (int left = 3; left >= 1; --left) {
            add_across(set, gap - left * 1s, CueKind::count, count_word(left));
        }
    }

    void count_down(std::size_t segment) {
        for (int left = 3; left >= 1; --left) {
            add(segment, timeline_.segments[segment].duration - left * 1s, CueKind::count,
                count_word(left));
        }
    }

    /// During a set: its beginning, the count of reps, half-way, the last seconds, its end.
    void accompany(const PlannedSet& set) {
        add(set.first, 0ms, CueKind::start, "");
        for (std::size_t i = set.first; i < set.last; ++i) {
            const Segment& segment = timeline_.segments[i];
            if (segment.kind == SegmentKind::release) add(i, 0ms, CueKind::tick, "Release.");
            if (!is_work(segment.kind) || segment.open_ended) continue;
            if (segment.rep > 1) add(i, 0ms, CueKind::tick, fmt::format("{}", segment.rep));
            if (segment.kind == SegmentKind::rep) continue;
            if (segment.duration >= shortest_hold_with_half) {
                add(i, segment.duration / 2, CueKind::half, "Half way.");
            }
            if (segment.duration >= shortest_hold_with_count) count_down(i);
        }
        add(set.last - 1, timeline_.segments[set.last - 1].duration, CueKind::end, "");
    }

    void add(std::size_t segment, Millis at, CueKind kind, std::string text) {
        cues_.push_back({segment, at, kind, std::move(text)});
    }

    /// Adds a cue `after` the beginning of a set's gaps, in whichever of them that falls.
    void add_across(const PlannedSet& set, Millis after, CueKind kind, const std::string& text) {
        if (text.empty()) return;
        std::size_t segment = set.lead_in;
        while (segment + 1 < set.first && after >= timeline_.segments[segment].duration) {
            after -= timeline_.segments[segment].duration;
            ++segment;
        }
        add(segment, std::min(after, timeline_.segments[segment].duration), kind, text);
    }

    Millis begins(const Cue& cue) const { return starts_[cue.segment] + cue.at; }

    /// Keeps of these kinds what does not collide, the more important first.
    void settle(CueKind first, CueKind last) {
        std::stable_sort(cues_.begin(), cues_.end(),
                         [](const Cue& a, const Cue& b) { return a.kind < b.kind; });
        for (const Cue& cue : cues_) {
            if (cue.kind < first || cue.kind > last) continue;
            // A signal has no words: it is given while somebody speaks, and silences nobody.
            if (cue.text.empty() || is_free(begins(cue), spoken_length(cue.text))) {
                kept_.push_back(cue);
            }
        }
    }

    std::vector<Cue> in_order() {
        std::stable_sort(kept_.begin(), kept_.end(), [&](const Cue& a, const Cue& b) {
            // The end of a segment comes before the beginning of the next at the same instant.
            return std::tuple(begins(a), a.segment, a.kind) <
                   std::tuple(begins(b), b.segment, b.kind);
        });
        return std::move(kept_);
    }

    /// Where the screen cannot be seen, how a new exercise goes is said: after its set-up, and what
    /// finds no room there while it is done.
    void instruct(std::size_t index) {
        const PlannedSet& set = timeline_.sets[index];
        const Exercise& exercise = work_of(set).exercise;
        if (exercise.view == View::screen || !is_first_of_step(index)) return;
        Millis from = starts_[set.lead_in] + spoken_length(name_words(work_of(set), set.key.side)) +
                      spoken_length(exercise.start) + after_words;
        for (const auto& sentence : exercise.instructions) {
            if (const auto begun = say_when_free(set, from, sentence)) {
                from = *begun + spoken_length(sentence) + after_words;
            }
        }
    }

    /// What the screen would show during the work: one reminder of the form after the other.
    void remind(const PlannedSet& set) {
        const Exercise& exercise = work_of(set).exercise;
        if (exercise.view == View::screen) return;
        Millis from = starts_[set.first] + between_reminders / 2;
        for (const auto& reminder : exercise.cues) {
            if (const auto begun = say_when_free(set, from, reminder)) {
                from = *begun + between_reminders;
            }
        }
    }

    /// Says it from then on as soon as nobody speaks and no signal falls into it, but before the
    /// set is over; when that is, or nothing if it finds no room.
    std::optional<Millis> say_when_free(const PlannedSet& set, Millis from,
                                        const std::string& text) {
        const Millis start = starts_[set.first];
        const Millis end = starts_[set.last - 1] + timeline_.segments[set.last - 1].duration;
        const Millis length = spoken_length(text) + after_words;
        while (from + length <= end) {
            if (from < start + after_start && from + length > start) {
                from = start + after_start;
            } else if (const auto busy = busy_until(from, length)) {
                from = *busy + after_words;
            } else {
                spoken_.emplace(from, from + length);
                keep_guidance(set, from, text);
                return from;
            }
        }
        return std::nullopt;
    }

    void keep_guidance(const PlannedSet& set, Millis at, const std::string& text) {
        std::size_t segment = set.lead_in;
        while (segment + 1 < set.last && at >= starts_[segment + 1]) ++segment;
        kept_.push_back({segment, at - starts_[segment], CueKind::guidance, text});
    }

    /// When somebody who speaks then has finished; nothing if nobody does.
    std::optional<Millis> busy_until(Millis begin, Millis length) const {
        const auto next = spoken_.lower_bound(begin);
        if (next != spoken_.begin() && std::prev(next)->second > begin) {
            return std::prev(next)->second;
        }
        if (next != spoken_.end() && next->first < begin + length) return next->second;
        return std::nullopt;
    }

    /// Whether nothing is spoken then; if so, something is from now on.
    bool is_free(Millis begin, Millis length) {
        if (busy_until(begin, length)) return false;
        spoken_.emplace(begin, begin + length);
        return true;
    }

    const Prescription& prescription_;
    const Timeline& timeline_;
    std::vector<Millis> starts_;
    std::map<Millis, Millis> spoken_;  // from when until when
    std::vector<Cue> cues_;            // that would be given if there were room
    std::vector<Cue> kept_;
};

}  // namespace

std::string count_word(int left) {
    return std::string(numbers.at(static_cast<std::size_t>(left) - 1));
}

std::vector<Cue> cues_for(const Prescription& prescription, const Timeline& timeline) {
    return Script(prescription, timeline).run();
}

}  // namespace hipflow
