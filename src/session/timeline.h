// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/error.h"
#include "domain/prescription.h"
#include "domain/records.h"
#include "session/hearing.h"

namespace hipflow {

/// hold, rep: the work that counts. release: the letting-go between two holds. ready to
/// position_change: the gap before a set. ask: a question, as long as it takes.
enum class SegmentKind { ready, hold, rep, release, rest, side_change, position_change, ask };
template <>
inline constexpr auto words<SegmentKind> = std::to_array<std::string_view>(
    {"ready", "hold", "rep", "release", "rest", "side-change", "position-change", "ask"});

constexpr bool is_work(SegmentKind kind) {
    return kind == SegmentKind::hold || kind == SegmentKind::rep;
}
constexpr bool is_gap(SegmentKind kind) {
    return !is_work(kind) && kind != SegmentKind::release && kind != SegmentKind::ask;
}

/// Names one set of a session, the same before and after an exercise was swapped in it.
struct SetKey {
    int step = 1;  // from 1, as set is
    int set = 1;
    Side side = Side::both;
    auto operator<=>(const SetKey&) const = default;
};

/// "3/2/L"; side B is both.
std::string path(const SetKey& key);

/// A stretch of time with one thing to do. A gap belongs to the set that it leads to.
struct Segment {
    SegmentKind kind = SegmentKind::ready;
    SetKey key;
    int rep = 0;             // from 1 in work and release
    Side side = Side::both;  // that moves now; of alternating reps the one whose turn it is
    Millis duration{};       // of an open-ended hold its cap
    bool open_ended = false;
    bool operator==(const Segment&) const = default;
};

/// Whether it is a hold of a set length, at least that long.
constexpr bool is_long_hold(const Segment& segment, Millis least) {
    return segment.kind == SegmentKind::hold && !segment.open_ended && segment.duration >= least;
}

/// "3/2/L/5" in work, "3/2/L/rest" in a gap: stable from run to run.
std::string path(const Segment& segment);

/// One set as planned: the stretch of segments [first, last) after its gaps.
struct PlannedSet {
    SetKey key;
    std::size_t lead_in = 0;  // its first gap, or `first` where there is none
    std::size_t first = 0;
    std::size_t last = 0;
    Millis work{};            // zero for as long as one likes
    std::optional<int> reps;  // none for a single hold
    bool operator==(const PlannedSet&) const = default;
};

/// The step that a set belongs to.
const PrescribedStep& step_of(const Prescription& prescription, const SetKey& key);

/// A prescription as a flat list of timed segments: what preview, player, cues, record and resume
/// read.
struct Timeline {
    std::vector<Segment> segments;
    std::vector<PlannedSet> sets;
    Millis total{};       // segments and all, questions aside
    Millis work{};        // what counts
    Millis lengthened{};  // by how much gaps grew so that the spoken set-up fits

    /// When each segment begins, in the time since the first.
    std::vector<Millis> starts() const;
    /// The index of the set that a segment belongs to or leads to.
    std::size_t set_at(std::size_t segment) const;
    std::optional<std::size_t> find(const SetKey& key) const;
};

enum class AskPeak { at_the_end, after_each_exercise };

/// A session lasts longer than the three hours that one may have.
class TooLong : public Error {
   public:
    TooLong(const std::string& message, std::size_t step) : Error(message), step_(step) {}
    /// The step of the prescription, from 0, in which the three hours are over.
    std::size_t step() const { return step_; }

   private:
    std::size_t step_;
};

/// The timeline of a session. Throws TooLong.
Timeline compile(const Prescription& prescription, AskPeak ask = AskPeak::at_the_end,
                 const Hearing& hearing = {});

// A set of a timeline as a row of the record; its id and its session are the caller's to give.

/// A set as planned, with nothing done of it: of an exercise that may have taken another's place.
PerformedSet set_row(const PlannedSet& set, const Work& work, const std::string& planned_exercise);

/// Planned, and never begun.
PerformedSet not_reached(const PlannedSet& planned, const Prescription& prescription);

/// Done just as planned.
PerformedSet as_planned(const PlannedSet& planned, const Prescription& prescription);

}  // namespace hipflow
