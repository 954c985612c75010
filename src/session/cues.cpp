// SPDX-License-Identifier: MIT
#include "session/cues.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>

namespace hipflow {
namespace {

using namespace std::chrono_literals;

constexpr Millis shortest_hold_with_half = 20s;   // DESIGN 5
constexpr Millis shortest_hold_with_count = 10s;  // in quick sets a count-down would only confuse
constexpr Millis shortest_gap_with_count = 4s;
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
        return without_collisions();
    }

   private:
    const Work& work_of(const PlannedSet& set) const {
        return prescription_.steps[static_cast<std::size_t>(set.key.step) - 1].work;
    }

    /// Before a set: what comes, on which side, and how it begins.
    void announce(std::size_t index) {
        const PlannedSet& set = timeline_.sets[index];
        const Work& work = work_of(set);
        const bool new_step = index == 0 || timeline_.sets[index - 1].key.step != set.key.step;
        if (new_step) {
            const std::string name = name_words(work, set.key.side);
            add(set.lead_in, 0ms, CueKind::name, name);
            add_across(set, spoken_length(name), CueKind::set_up, work.exercise.start);
        } else if (timeline_.sets[index - 1].key.side != set.key.side) {
            add(set.lead_in, 0ms, CueKind::side,
                fmt::format("Change sides: {}.", side_words(set.key.side)));
        } else {
            // Less than a name: after a set shorter than its words, the next exercise is named.
            add(set.lead_in, 0ms, CueKind::set_up, fmt::format("Next: set {}.", set.key.set));
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

    std::vector<Cue> without_collisions() {
        std::stable_sort(cues_.begin(), cues_.end(),
                         [](const Cue& a, const Cue& b) { return a.kind < b.kind; });
        std::vector<Cue> kept;
        for (const Cue& cue : cues_) {
            // A signal has no words: it is given while somebody speaks, and silences nobody.
            if (cue.text.empty() || is_free(begins(cue), spoken_length(cue.text))) {
                kept.push_back(cue);
            }
        }
        std::stable_sort(kept.begin(), kept.end(), [&](const Cue& a, const Cue& b) {
            // The end of a segment comes before the beginning of the next at the same instant.
            return std::tuple(begins(a), a.segment, a.kind) <
                   std::tuple(begins(b), b.segment, b.kind);
        });
        return kept;
    }

    /// Whether nothing is spoken then; if so, something is from now on.
    bool is_free(Millis begin, Millis length) {
        const auto next = spoken_.lower_bound(begin);
        if (next != spoken_.end() && next->first < begin + length) return false;
        if (next != spoken_.begin() && std::prev(next)->second > begin) return false;
        spoken_.emplace_hint(next, begin, begin + length);
        return true;
    }

    const Prescription& prescription_;
    const Timeline& timeline_;
    std::vector<Millis> starts_;
    std::map<Millis, Millis> spoken_;  // from when until when
    std::vector<Cue> cues_;
};

}  // namespace

std::string count_word(int left) {
    return std::string(numbers.at(static_cast<std::size_t>(left) - 1));
}

std::vector<Cue> cues_for(const Prescription& prescription, const Timeline& timeline) {
    return Script(prescription, timeline).run();
}

}  // namespace hipflow
