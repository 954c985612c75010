// SPDX-License-Identifier: MIT
#include "support/score_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "session/blocks.h"

namespace hipflow::support {

using namespace session;

namespace {

using namespace std::chrono_literals;

constexpr Millis most_late = 300ms;

/// A sound at its place in the session.
struct Heard {
    Millis begin{};
    Millis end{};
    const Cue* cue = nullptr;
    bool words = false;
};

class Checker {
   public:
    explicit Checker(const Script& script) : script_(script), starts_(script.timeline.starts()) {
        for (const Cue& cue : script.cues) collect(cue);
        std::stable_sort(heard_.begin(), heard_.end(),
                         [](const Heard& a, const Heard& b) { return a.begin < b.begin; });
    }

    std::vector<std::string> run() {
        check_distances();
        for (std::size_t i = 0; i < script_.timeline.sets.size(); ++i) check_set(i);
        return std::move(faults_);
    }

   private:
    void collect(const Cue& cue) {
        const Millis begin = starts_.at(cue.segment) + cue.at;
        if (const auto tone = tone_of(cue, script_.hearing)) {
            heard_.push_back({begin, begin + length_of(*tone), &cue, false});
        }
        const Millis words = words_length(cue, script_.hearing);
        if (words > 0ms) {
            heard_.push_back({begin + cue.after, begin + cue.after + words, &cue, true});
        }
    }

    void check_distances() {
        for (std::size_t i = 1; i < heard_.size(); ++i) {
            const Heard& before = heard_[i - 1];
            const Heard& after = heard_[i];
            if (after.begin < before.end) {
                fault("overlap", *before.cue, *after.cue);
            } else if (before.words && after.words && before.cue->must && after.cue->must &&
                       after.cue->kind != CueKind::count &&
                       after.begin - before.end < least_pause) {
                fault("no pause", *before.cue, *after.cue);
            }
        }
    }

    void check_set(std::size_t index) {
        const PlannedSet& set = script_.timeline.sets[index];
        const PlannedSet* before = index > 0 ? &script_.timeline.sets[index - 1] : nullptr;
        const bool new_step = before == nullptr || before->key.step != set.key.step;
        const bool other_side = !new_step && before->key.side != set.key.side;
        const auto& work = step_of(script_.prescription, set.key).work;
        const Millis begin = starts_[set.first];
        const Millis gap = begin - starts_[set.lead_in];
        if (new_step) {
            need(set, CueKind::name, name_words(work, set.key.side));
            if (!work.exercise.start.empty()) need(set, CueKind::set_up, work.exercise.start);
        }
        if (other_side) check_side(set);
        need_signal(set.first, CueKind::start, set);
        need_signal(set.last - 1, CueKind::end, set);
        const Millis least = new_step ? 1ms : shortest_gap_with_count;
        const bool counts = gap >= least && script_.hearing.voice;
        const auto counted = counts_between(starts_[set.lead_in], begin);
        if (counts && counted != 3) faults_.push_back(path(set.key) + ": no whole count-in");
        check_gap(set, begin, counted > 0, new_step ? before_count : short_pause);
        check_work(set);
    }

    void check_side(const PlannedSet& set) {
        const bool told = std::ranges::any_of(script_.cues, [&](const Cue& cue) {
            const bool names = cue.text.find(word(set.key.side)) != std::string::npos ||
                               cue.text.find(capital(set.key.side)) != std::string::npos;
            return cue.kind == CueKind::side && names && in_gap_or_start(cue, set);
        });
        if (!told) faults_.push_back(path(set.key) + ": the side is not told");
    }

    /// Words before a set end before its count-in, or before the set.
    void check_gap(const PlannedSet& set, Millis begin, bool counted, Millis apart) {
        for (const Heard& heard : heard_) {
            if (!heard.words || heard.cue->segment < set.lead_in) continue;
            if (heard.cue->segment >= set.first || heard.cue->kind == CueKind::count) continue;
            const Millis latest = counted ? begin - count_in - apart : begin;
            // "Left." alone may overlap the start of a set that has hardly any gap.
            const bool spills = heard.cue->kind == CueKind::side && heard.cue->text.size() <= 6;
            if (heard.cue->must && heard.end > latest && !spills) {
                faults_.push_back(
                    fmt::format("{}: '{}' runs into the count-in", path(set.key), heard.cue->text));
            }
        }
    }

    void check_work(const PlannedSet& set) {
        for (std::size_t i = set.first; i < set.last; ++i) {
            const Segment& segment = script_.timeline.segments[i];
            if (segment.kind == SegmentKind::release) {
                const bool told = std::ranges::any_of(script_.cues, [&](const Cue& cue) {
                    return cue.segment == i && cue.at == 0ms && cue.text == "Release.";
                });
                if (!told) faults_.push_back(path(segment) + ": the release is not told");
            }
            const bool counts = is_long_hold(segment, shortest_hold_with_count);
            if (counts && counts_between(starts_[i], starts_[i] + segment.duration) != 3) {
                faults_.push_back(path(segment) + ": its last seconds are not counted");
            }
        }
        check_overruns(set);
    }

    void check_overruns(const PlannedSet& set) {
        const Millis end = starts_[set.last - 1] + script_.timeline.segments[set.last - 1].duration;
        for (const Heard& heard : heard_) {
            const bool inside = heard.cue->segment >= set.first && heard.cue->segment < set.last &&
                                heard.cue->kind != CueKind::end && heard.words;
            if (inside && !heard.cue->must && heard.end > end) {
                faults_.push_back(
                    fmt::format("{}: '{}' runs past the end", path(set.key), heard.cue->text));
            }
        }
    }

    static std::string capital(Side side) { return side == Side::left ? "Left" : "Right"; }

    static bool in_gap_or_start(const Cue& cue, const PlannedSet& set) {
        return cue.segment >= set.lead_in && cue.segment <= set.first;
    }

    void need(const PlannedSet& set, CueKind kind, const std::string& text) {
        const bool there = std::ranges::any_of(script_.cues, [&](const Cue& cue) {
            return cue.kind == kind && cue.text == text && cue.must && in_gap_or_start(cue, set);
        });
        if (!there) {
            faults_.push_back(fmt::format("{}: '{}' is not said", path(set.key), text));
        }
    }

    void need_signal(std::size_t segment, CueKind kind, const PlannedSet& set) {
        const auto count = std::ranges::count_if(script_.cues, [&](const Cue& cue) {
            return cue.kind == kind && cue.segment == segment && cue.must;
        });
        if (count != 1) {
            faults_.push_back(
                fmt::format("{}: {} signals of its {}", path(set.key), count, word(kind)));
        }
    }

    std::ptrdiff_t counts_between(Millis begin, Millis end) const {
        return std::ranges::count_if(script_.cues, [&](const Cue& cue) {
            const Millis at = starts_[cue.segment] + cue.at;
            return cue.kind == CueKind::count && cue.must && at >= begin && at < end;
        });
    }

    void fault(std::string_view what, const Cue& before, const Cue& after) {
        faults_.push_back(fmt::format("{}: {} '{}' | {} '{}' at {}", what, word(before.kind),
                                      before.text, word(after.kind), after.text,
                                      path(script_.timeline.segments[after.segment])));
    }

    const Script& script_;
    std::vector<Millis> starts_;
    std::vector<Heard> heard_;
    std::vector<std::string> faults_;
};

}  // namespace

std::vector<std::string> faults_of(const Script& script) { return Checker(script).run(); }

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

}  // namespace hipflow::support
