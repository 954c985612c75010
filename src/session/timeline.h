// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <compare>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/error.h"
#include "domain/prescription.h"

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

/// A prescription as a flat list of timed segments: what preview, player, cues, record and resume
/// read.
struct Timeline {
    std::vector<Segment> segments;
    std::vector<PlannedSet> sets;
    Millis total{};       // segments and all, questions aside
    Millis work{};        // what counts
    Millis lengthened{};  // by how much gaps grew so that the spoken set-up fits

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

/// How fast espeak-ng speaks unless told otherwise: its own unit, roughly words a minute.
inline constexpr int usual_rate = 160;

/// How long it takes to say a text aloud, estimated from its characters and pauses. Fitted to
/// espeak-ng: over a whole session within one per cent of what is measured. Zero for no text.
Millis spoken_length(std::string_view text, int rate = usual_rate);

/// Gives the length of a text, spoken: measured where it has been rendered, else estimated.
using Lengths = std::function<Millis(std::string_view)>;

/// How a session is heard; gaps are as long as what must be said in them.
struct Hearing {
    bool voice = true;  // without one nothing is said, and no gap grows
    bool tones = true;  // without them words stand for what they tell: "Begin.", "Done."
    Lengths length = [](std::string_view text) { return spoken_length(text); };
};

/// Heard by a voice of that rate, with every length estimated.
Hearing estimated_at(int rate);

/// The timeline of a session. Throws TooLong.
Timeline compile(const Prescription& prescription, AskPeak ask = AskPeak::at_the_end,
                 const Hearing& hearing = {});

/// What is said to name an exercise: "Figure four, left side."
std::string name_words(const Work& work, Side side);

/// What is said to set up an exercise in the middle of its sets: its name, side and starting
/// position, and how it goes where the screen cannot be seen.
std::string set_up_words(const Work& work, Side side);

/// The side in words for the ear and the page: "left side"; nothing for both.
std::string side_words(Side side);

}  // namespace hipflow
