// SPDX-License-Identifier: MIT
#include "session/timeline.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <span>
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

/// All sets of one side, then all sets of the other: LLRR.
std::vector<SetKey> side_by_side(const PrescribedStep& step, int number) {
    std::vector<SetKey> keys;
    for (const Side side : {step.first, other(step.first)}) {
        for (int set = 1; set <= sets_of(step, side); ++set) keys.push_back({number, set, side});
    }
    return keys;
}

/// The place of a set that follows others.
SetPlace place_after(const Prescription& prescription, std::span<const PlannedSet> done,
                     const SetKey& key) {
    SetPlace place;
    place.key = key;
    place.step = &step_of(prescription, key);
    for (const PlannedSet& set : done) {
        if (set.key.step == key.step) break;
        place.before = &step_of(prescription, set.key);
        place.before_side = set.key.side;
        const Stance stance = stance_of(place.before->work.exercise);
        if (!is_off_floor(stance.position)) place.low_on = stance.on;
    }
    return place;
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

/// Returns whether two sets of one step are done on different sides.
bool changes_side(const SetKey& one, const SetKey& other) {
    return one.step == other.step && one.side != other.side;
}

/// Returns whether a change of sides leads back to the side that began, with a rest of the routine
/// before it.
bool rests_in_turn(const PrescribedStep& step, const SetKey& before, const SetKey& key) {
    return step.gap_in_turn && changes_side(before, key) && key.set > before.set;
}

/// Returns whether a step of a block comes again in it, in a later round or on the other side.
bool comes_again(std::span<const PrescribedStep> steps, std::size_t index) {
    const PrescribedStep& step = steps[index];
    const auto is_same = [&](const PrescribedStep& later) {
        return later.block == step.block && later.place == step.place;
    };
    return step.block > 0 && std::ranges::any_of(steps.subspan(index + 1), is_same);
}

class Compiler {
   public:
    /// `minutes` is what the opening says of the length.
    Compiler(const Prescription& prescription, AskPeak ask, const Hearing& hearing,
             const MoreReps& more, int minutes)
        : prescription_(prescription),
          ask_(ask),
          hearing_(hearing),
          more_(more),
          minutes_(minutes) {}

    Layout run() {
        std::optional<std::size_t> too_long_in;
        for (std::size_t i = 0; i < prescription_.steps.size(); ++i) {
            add_step(i);
            if (timeline().total > longest_session && !too_long_in) too_long_in = i;
        }
        if (too_long_in) {
            throw TooLong(fmt::format("'{}' would take {}; a session may last 3 hours at most. "
                                      "Split it into two routines.",
                                      prescription_.routine, spell_duration(timeline().total)),
                          *too_long_in);
        }
        return std::move(layout_);
    }

   private:
    Timeline& timeline() { return layout_.timeline; }

    void add_step(std::size_t index) {
        const PrescribedStep& step = prescription_.steps[index];
        const auto keys = order_of_sets(step, static_cast<int>(index) + 1);
        for (std::size_t i = 0; i < keys.size(); ++i) {
            const std::size_t lead_in = timeline().segments.size();
            const auto before = i > 0 ? std::optional(keys[i - 1]) : std::nullopt;
            add_gap(before, keys[i]);
            add_set(step.work, keys[i], lead_in);
        }
        const bool asks = ask_ == AskPeak::after_each_exercise;
        if (asks && !keys.empty() && !comes_again(prescription_.steps, index)) {
            timeline().segments.push_back(
                {SegmentKind::ask, keys.back(), 0, Side::both, 0ms, true});
        }
    }

    /// Adds the gap before a set, as long as what is heard in it.
    void add_gap(const std::optional<SetKey>& before, const SetKey& key) {
        SetPlace place = place_after(prescription_, timeline().sets, key);
        if (!before) {
            changed_ = false;
            rested_ = false;
            Passage passage = session::rest_before(place, hearing_);
            add_segment(SegmentKind::rest, key, passage.length);
            const Passage next = lead_in(place, prescription_.gaps, opening(), hearing_);
            add_segment(SegmentKind::position_change, key, next.moved);
            add_segment(SegmentKind::ready, key, next.length - next.moved);
            passage.moved = passage.length + next.moved;
            passage.grown += next.grown;
            append(passage, next);
            return take(std::move(passage));
        }
        const bool changes = changes_side(*before, key);
        bool& repeated = changes ? changed_ : rested_;
        place.repeated = std::exchange(repeated, true);
        if (rests_in_turn(*place.step, *before, key)) {
            Passage passage = round_rest(place, prescription_.gaps, hearing_);
            add_segment(SegmentKind::rest, key, passage.length);
            return take(std::move(passage));
        }
        Passage passage = changes ? session::side_change(place, prescription_.gaps, hearing_)
                                  : session::rest(place, hearing_);
        add_segment(changes ? SegmentKind::side_change : SegmentKind::rest, key, passage.length);
        take(std::move(passage));
    }

    /// What the opening says; nullopt once the session is under way.
    std::optional<Opening> opening() const {
        if (!layout_.timeline.sets.empty()) return std::nullopt;
        return Opening{prescription_.name, static_cast<int>(steps_once(prescription_)), minutes_,
                       prescription_.safety};
    }

    void take(Passage passage) {
        timeline().lengthened += passage.grown;
        layout_.passages.push_back(std::move(passage));
    }

    void add_segment(SegmentKind kind, const SetKey& key, Millis duration) {
        if (duration > 0ms) add({kind, key, 0, key.side, duration, false});
    }

    void add_set(const Work& work, const SetKey& key, std::size_t lead_in) {
        PlannedSet set;
        set.key = key;
        set.lead_in = lead_in;
        set.first = timeline().segments.size();
        if (work.cap) {
            add({SegmentKind::hold, key, 1, key.side, *work.cap, true});
        } else if (work.duration) {
            add({SegmentKind::move, key, 1, key.side, *work.duration, false});
        } else if (!work.reps) {
            add({SegmentKind::hold, key, 1, key.side, work.hold.value_or(0ms), false});
        } else {
            const auto more = more_.find(key);
            set.more_reps = more == more_.end() ? 0 : more->second;
            set.reps = *work.reps + set.more_reps;
            set.as_many = work.as_many;
            add_reps(work, key, *set.reps);
        }
        set.last = timeline().segments.size();
        set.open_ended = work.cap.has_value() || work.as_many;
        for (std::size_t i = set.first; i < set.last; ++i) {
            const Segment& segment = timeline().segments[i];
            const bool planned = segment.rep <= planned_reps(set).value_or(segment.rep);
            if (is_work(segment.kind) && !segment.open_ended && planned) {
                set.work += segment.duration;
            }
        }
        timeline().work += set.work;
        timeline().sets.push_back(set);
    }

    void add_reps(const Work& work, const SetKey& key, int reps) {
        const PrescribedStep& step = step_of(prescription_, key);
        const auto kind = work.hold ? SegmentKind::hold : SegmentKind::rep;
        for (int rep = 1; rep <= reps; ++rep) {
            const bool in_turn = work.sides == Sides::alternate;
            const Side turn = rep % 2 == 1 ? step.first : other(step.first);
            add({kind, key, rep, in_turn ? turn : key.side, work.hold.value_or(work.pace),
                 work.as_many});
            const bool lets_go = work.hold && work.release > 0ms && rep < reps;
            if (lets_go) add({SegmentKind::release, key, rep, key.side, work.release, false});
        }
    }

    void add(Segment segment) {
        timeline().total += segment.duration;
        timeline().segments.push_back(segment);
    }

    const Prescription& prescription_;
    AskPeak ask_;
    const Hearing& hearing_;
    const MoreReps& more_;
    int minutes_;
    bool changed_ = false;  // sides have changed in it
    bool rested_ = false;   // there has been a rest in it
    Layout layout_;
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

std::optional<int> planned_reps(const PlannedSet& set) {
    return set.reps && !set.as_many ? std::optional(*set.reps - set.more_reps) : std::nullopt;
}

Layout lay_out(const Prescription& prescription, AskPeak ask, const Hearing& hearing,
               const MoreReps& more) {
    constexpr int about = 10;
    Layout layout = Compiler(prescription, ask, hearing, more, about).run();
    // The opening tells the length, which depends on it by a fraction of a second.
    const auto minutes = std::chrono::round<std::chrono::minutes>(layout.timeline.total).count();
    if (minutes == about) return layout;
    return Compiler(prescription, ask, hearing, more, std::max(1, static_cast<int>(minutes))).run();
}

Timeline compile(const Prescription& prescription, AskPeak ask, const Hearing& hearing) {
    return lay_out(prescription, ask, hearing).timeline;
}

SetPlace place_of(const Prescription& prescription, const Timeline& timeline, std::size_t set) {
    const auto& sets = timeline.sets;
    return place_after(prescription, std::span(sets).first(set), sets.at(set).key);
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
    row.planned_reps = planned_reps(set);
    row.load = work.load;
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
