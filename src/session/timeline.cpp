// SPDX-License-Identifier: MIT
#include "session/timeline.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace hipflow::session {
namespace {

using namespace std::chrono_literals;
constexpr Millis longest_session = 3h;

char letter(Side side) {
    switch (side) {
        case Side::left:
            return 'L';
        case Side::right:
            return 'R';
        case Side::both:
            break;
    }
    return 'B';
}

int sets_of(const PrescribedStep& step, Side side) {
    return step.work.sets + (side == Side::left ? step.extra.left : step.extra.right);
}

/// All sets of one side, then all sets of the other: LLRR.
std::vector<SetKey> side_by_side(const PrescribedStep& step, int number) {
    std::vector<SetKey> keys;
    for (const Side side : {step.first, other(step.first)}) {
        for (int set = 1; set <= sets_of(step, side); ++set) keys.push_back({number, set, side});
    }
    return keys;
}

/// The sets of a step in the order in which they are done.
std::vector<SetKey> order_of_sets(const PrescribedStep& step, int number) {
    std::vector<SetKey> keys;
    if (step.work.sides != Sides::each) {
        for (int set = 1; set <= step.work.sets; ++set) keys.push_back({number, set, Side::both});
        return keys;
    }
    keys = side_by_side(step, number);
    if (step.order == SideOrder::each_side) return keys;
    // LRLR: by set, keeping the order of the sides.
    std::stable_sort(keys.begin(), keys.end(),
                     [](const SetKey& a, const SetKey& b) { return a.set < b.set; });
    return keys;
}

class Compiler {
   public:
    Compiler(const Prescription& prescription, AskPeak ask, const Hearing& hearing)
        : prescription_(prescription), ask_(ask), hearing_(hearing) {}

    Timeline run() {
        std::optional<std::size_t> too_long_in;
        for (std::size_t i = 0; i < prescription_.steps.size(); ++i) {
            add_step(i);
            if (timeline_.total > longest_session && !too_long_in) too_long_in = i;
        }
        if (too_long_in) {
            throw TooLong(fmt::format("'{}' would take {}; a session may last 3 hours at most. "
                                      "Split it into two routines.",
                                      prescription_.routine, spell_duration(timeline_.total)),
                          *too_long_in);
        }
        return std::move(timeline_);
    }

   private:
    void add_step(std::size_t index) {
        const PrescribedStep& step = prescription_.steps[index];
        std::optional<SetKey> before;
        bool changed = false;
        for (const SetKey& key : order_of_sets(step, static_cast<int>(index) + 1)) {
            const std::size_t lead_in = timeline_.segments.size();
            if (!before) {
                add_gap_before_step(index, key);
            } else if (before->side == key.side) {
                add_gap(SegmentKind::rest, key, step.gap);
            } else {
                add_side_change(key, !changed, step.work);
                changed = true;
            }
            add_set(step.work, key, lead_in);
            before = key;
        }
        if (ask_ == AskPeak::after_each_exercise && before) {
            timeline_.segments.push_back({SegmentKind::ask, *before, 0, Side::both, 0ms, true});
        }
    }

    /// Before a new exercise: time to take its position, if it is another one, and to get ready;
    /// never shorter than the words that explain it.
    void add_gap_before_step(std::size_t index, const SetKey& key) {
        const Work& work = prescription_.steps[index].work;
        const bool moves = index == 0 || prescription_.steps[index - 1].work.exercise.position !=
                                             work.exercise.position;
        const Millis change = moves ? prescription_.gaps.position.value_or(15s) : 0ms;
        const Millis ready = prescription_.gaps.ready.value_or(10s);
        const Millis opening = opening_length(index == 0 ? Tone::get_ready : Tone::end, hearing_);
        const Millis more =
            missing(lead_in_words(work, key.side, opening, hearing_).least, change + ready);
        add_gap(SegmentKind::position_change, key, change);
        add_gap(SegmentKind::ready, key, ready + more);
    }

    void add_side_change(const SetKey& key, bool first_time, const Work& work) {
        const Millis gap = prescription_.gaps.side.value_or(5s);
        // Without a gap the side is told behind the start signal.
        const Millis opening =
            opening_length(gap == 0ms ? Tone::start : Tone::switch_sides, hearing_);
        const Millis first = work.cap.value_or(work.hold.value_or(work.pace));
        const Millis least =
            side_change_words(key.side, first_time, gap, first, opening, hearing_).least;
        add_gap(SegmentKind::side_change, key, gap + missing(least, gap));
    }

    /// How much a gap is too short for its words, in whole seconds.
    Millis missing(Millis least, Millis gap) {
        const Millis more =
            std::max<Millis>(std::chrono::ceil<std::chrono::seconds>(least - gap), 0ms);
        timeline_.lengthened += more;
        return more;
    }

    void add_gap(SegmentKind kind, const SetKey& key, Millis duration) {
        if (duration > 0ms) add({kind, key, 0, key.side, duration, false});
    }

    void add_set(const Work& work, const SetKey& key, std::size_t lead_in) {
        PlannedSet set{key, lead_in, timeline_.segments.size(), 0, 0ms, std::nullopt};
        if (work.cap) {
            add({SegmentKind::hold, key, 1, key.side, *work.cap, true});
        } else if (!work.reps) {
            add({SegmentKind::hold, key, 1, key.side, work.hold.value_or(0ms), false});
        } else {
            set.reps = work.reps;
            add_reps(work, key);
        }
        set.last = timeline_.segments.size();
        for (std::size_t i = set.first; i < set.last; ++i) {
            const Segment& segment = timeline_.segments[i];
            if (is_work(segment.kind) && !segment.open_ended) set.work += segment.duration;
        }
        timeline_.work += set.work;
        timeline_.sets.push_back(set);
    }

    void add_reps(const Work& work, const SetKey& key) {
        const PrescribedStep& step = step_of(prescription_, key);
        const auto kind = work.hold ? SegmentKind::hold : SegmentKind::rep;
        for (int rep = 1; rep <= *work.reps; ++rep) {
            const bool in_turn = work.sides == Sides::alternate;
            const Side turn = rep % 2 == 1 ? step.first : other(step.first);
            add({kind, key, rep, in_turn ? turn : key.side, work.hold.value_or(work.pace), false});
            const bool lets_go = work.hold && work.release > 0ms && rep < *work.reps;
            if (lets_go) add({SegmentKind::release, key, rep, key.side, work.release, false});
        }
    }

    void add(Segment segment) {
        timeline_.total += segment.duration;
        timeline_.segments.push_back(segment);
    }

    const Prescription& prescription_;
    AskPeak ask_;
    const Hearing& hearing_;
    Timeline timeline_;
};

}  // namespace

std::string path(const SetKey& key) {
    return fmt::format("{}/{}/{}", key.step, key.set, letter(key.side));
}

std::string path(const Segment& segment) {
    if (segment.rep > 0 && segment.kind != SegmentKind::release) {
        return fmt::format("{}/{}", path(segment.key), segment.rep);
    }
    if (segment.kind == SegmentKind::release) {
        return fmt::format("{}/{}/release", path(segment.key), segment.rep);
    }
    return fmt::format("{}/{}", path(segment.key), word(segment.kind));
}

const PrescribedStep& step_of(const Prescription& prescription, const SetKey& key) {
    return prescription.steps.at(static_cast<std::size_t>(key.step) - 1);
}

std::vector<Millis> Timeline::starts() const {
    std::vector<Millis> starts;
    starts.reserve(segments.size());
    Millis at{};
    for (const auto& segment : segments) {
        starts.push_back(at);
        at += segment.duration;
    }
    return starts;
}

std::size_t Timeline::set_at(std::size_t segment) const {
    std::size_t index = 0;
    while (index + 1 < sets.size() && segment >= sets[index + 1].lead_in) ++index;
    return index;
}

std::optional<std::size_t> Timeline::find(const SetKey& key) const {
    const auto found = std::find_if(sets.begin(), sets.end(),
                                    [&](const PlannedSet& set) { return set.key == key; });
    if (found == sets.end()) return std::nullopt;
    return static_cast<std::size_t>(found - sets.begin());
}

Timeline compile(const Prescription& prescription, AskPeak ask, const Hearing& hearing) {
    return Compiler(prescription, ask, hearing).run();
}

PerformedSet set_row(const PlannedSet& set, const Work& work, const std::string& planned_exercise) {
    PerformedSet row;
    row.step = set.key.step;
    row.planned_exercise = planned_exercise;
    row.exercise = work.exercise.id;
    row.level = work.exercise.level;
    row.set_no = set.key.set;
    row.side = set.key.side;
    row.planned = set.work;
    row.planned_reps = set.reps;
    return row;
}

PerformedSet not_reached(const PlannedSet& planned, const Prescription& prescription) {
    const PrescribedStep& step = step_of(prescription, planned.key);
    PerformedSet set = set_row(planned, step.work, step.planned_exercise);
    if (planned.reps) set.actual_reps = 0;
    return set;
}

PerformedSet as_planned(const PlannedSet& planned, const Prescription& prescription) {
    PerformedSet set = not_reached(planned, prescription);
    set.actual = set.planned;
    set.actual_reps = set.planned_reps;
    set.status = SetStatus::done;
    return set;
}

}  // namespace hipflow::session
