// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <compare>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/error.h"
#include "domain/prescription.h"
#include "domain/records.h"
#include "domain/settings.h"
#include "session/hearing.h"
#include "session/passage.h"
#include "session/set_key.h"

namespace hipflow::session {

/// hold, rep, move (for a time, at one's own rhythm): work, which counts. release: letting go
/// between two holds. ready, rest, side_change, position_change: gaps before a set. ask: a
/// question, as long as it takes.
enum class SegmentKind { ready, hold, rep, release, rest, side_change, position_change, ask, move };
constexpr auto words_of(SegmentKind /*unused*/) {
    return std::to_array<std::string_view>({"ready", "hold", "rep", "release", "rest",
                                            "side-change", "position-change", "ask", "move"});
}

constexpr bool is_work(SegmentKind kind) {
    return kind == SegmentKind::hold || kind == SegmentKind::rep || kind == SegmentKind::move;
}
constexpr bool is_gap(SegmentKind kind) {
    return !is_work(kind) && kind != SegmentKind::release && kind != SegmentKind::ask;
}

/// A stretch of time with one thing to do. A gap belongs to the set that it leads to.
struct Segment {
    SegmentKind kind = SegmentKind::ready;
    SetKey key;
    int rep = 0;             // from 1 in work and release
    Side side = Side::both;  // the one moving now; for alternating reps the one whose turn it is
    Millis duration{};       // for an open-ended hold: its cap
    bool open_ended = false;
    bool operator==(const Segment&) const = default;
};

/// True for a stretch of work without reps to count: a hold, or movement for a time.
constexpr bool is_stretch(const Segment& segment) {
    return segment.kind == SegmentKind::hold || segment.kind == SegmentKind::move;
}

/// "3/2/L/5" in work, "3/2/L/rest" in a gap: stable from run to run.
std::string path(const Segment& segment);

/// A set as planned: the segments [first, last) after its gaps.
struct PlannedSet {
    SetKey key;
    std::size_t lead_in = 0;  // its first gap; equal to `first` if there is none
    std::size_t first = 0;
    std::size_t last = 0;
    Millis work{};            // as planned; zero if open-ended
    std::optional<int> reps;  // nullopt for a single hold
    bool as_many = false;     // as one can: a key ends it before all of its reps
    bool open_ended = false;  // a key ends it
    int more_reps = 0;        // of these, the ones that somebody asked for beyond the plan
    bool operator==(const PlannedSet&) const = default;
};

/// Reps that somebody asked for beyond the plan, by set.
using MoreReps = std::map<SetKey, int>;

/// The reps of a set without those asked for in the session; nullopt for a single hold, and where
/// nobody can know how many they will be.
std::optional<int> planned_reps(const PlannedSet& set);

/// The step that a set belongs to.
const PrescribedStep& step_of(const Prescription& prescription, const SetKey& key);

/// A prescription as a flat list of timed segments: the basis of preview, player, cues, record and
/// recovery.
struct Timeline {
    std::vector<Segment> segments;
    std::vector<PlannedSet> sets;
    Millis total{};       // all segments, without questions
    Millis work{};        // the work as planned, which counts
    Millis lengthened{};  // how much gaps grew beyond what the routine writes, for their words

    /// When each segment starts, relative to the first.
    std::vector<Millis> starts() const;
    /// Index of the set that a segment belongs to or leads to.
    std::size_t set_at(std::size_t segment) const;
    std::optional<std::size_t> find(const SetKey& key) const;
};

/// A session exceeds the limit of three hours.
class TooLong : public Error {
   public:
    TooLong(const std::string& message, std::size_t step) : Error(message), step_(step) {}
    /// The step of the prescription, from 0, in which the limit is passed.
    std::size_t step() const { return step_; }

   private:
    std::size_t step_;
};

/// A timeline, and what is heard before each of its sets.
struct Layout {
    Timeline timeline;
    std::vector<Passage> passages;  // by set
};

/// Lays out a session, with more reps than planned where they were asked for. Throws TooLong.
Layout lay_out(const Prescription& prescription, AskPeak ask, const Hearing& hearing,
               const MoreReps& more = {});

/// The timeline alone. Throws TooLong.
Timeline compile(const Prescription& prescription, AskPeak ask, const Hearing& hearing);

/// The place of a set in its session, for what is said before it.
SetPlace place_of(const Prescription& prescription, const Timeline& timeline, std::size_t set);

// Sets of a timeline as rows of the record, without id and session, which the caller sets.

/// A set with nothing done of it, of an exercise that may have taken another's place.
PerformedSet set_row(const PlannedSet& set, const Work& work, const std::string& planned_exercise);

/// A planned set that was never begun.
PerformedSet not_reached(const PlannedSet& planned, const Prescription& prescription);

/// A set done exactly as planned.
PerformedSet as_planned(const PlannedSet& planned, const Prescription& prescription);

}  // namespace hipflow::session
