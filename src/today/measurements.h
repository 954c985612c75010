// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/measurement.h"
#include "stats/function.h"
#include "stats/hip_rotation.h"
#include "store/change.h"

namespace hipflow::today {

class Desk;

// Hip rotation and function as they are measured. One test is one command to the history, however
// many changes it takes. See docs/design/statistics.md, "Hip rotation" and "Function".

/// The greatest rotation of a hip that is believed, in degrees; more is a slip of the finger.
inline constexpr int most_degrees = 90;
/// Readings of each side and movement when led through.
inline constexpr int rotation_trials = 3;
/// From this pain on, measuring stops.
inline constexpr int rotation_stop_pain = 4;

/// One side and movement.
struct HipMovement {
    Side side = Side::left;
    Rotation movement = Rotation::internal;
};
/// All four, one leg through and then the other, so that the phone moves once.
inline constexpr std::array hip_movements = {
    HipMovement{Side::left, Rotation::internal}, HipMovement{Side::left, Rotation::external},
    HipMovement{Side::right, Rotation::internal}, HipMovement{Side::right, Rotation::external}};

/// The readings of one side and movement, as far as they were given; degrees.
struct RotationReadings {
    Side side = Side::left;
    Rotation movement = Rotation::internal;
    std::vector<int> degrees;
    std::optional<PainScore> pain;  // during them
};

/// Readings as people type them: "32,33,31".
struct Trials {
    static constexpr std::string_view wanted =
        "whole degrees from 0 to 90, one for each of at most 9 trials, such as 32,33,31";
    static std::optional<Trials> from_text(std::string_view text);

    std::vector<int> degrees;
};

/// How hip rotation is measured. Tests taken in different ways are different series.
struct RotationWay {
    RotationPosition position = RotationPosition::seated;
    std::string instrument = "phone";
};

/// The way asked for; for what is not said, that of the last test. Throws Error for an instrument
/// without a name that can be shown.
RotationWay rotation_way(Desk& desk, std::optional<RotationPosition> position,
                         const std::optional<std::string>& instrument);

/// A test of hip rotation under way.
class RotationTaking {
   public:
    RotationTaking(Desk& desk, RotationWay way);

    const RotationWay& way() const { return way_; }
    void set_position(RotationPosition position) { way_.position = position; }

    /// The day from which on another test tells more; nullopt if that is past.
    std::optional<Day> too_early_until() const { return too_early_until_; }

    /// Adds readings taken at `at`; the change is the caller's to commit.
    store::Change add(std::span<const RotationReadings> all, const Stamp& at);

    const std::vector<Measurement>& taken() const { return taken_; }
    /// The test as a series of its own. Requires that something was taken.
    stats::RotationSeries series() const { return stats::rotation_series(taken_).front(); }
    /// The strongest pain during it.
    std::optional<PainScore> worst() const;

   private:
    Desk& desk_;
    RotationWay way_;
    std::optional<Day> too_early_until_;
    std::string change_id_;
    std::vector<Measurement> taken_;
};

/// Means whose lowest and highest reading lie further apart than a steady pelvis and phone allow.
struct WideSpread {
    HipMovement where;
    int degrees = 0;  // between lowest and highest
};
std::vector<WideSpread> wide_spreads(const stats::RotationTest& test);

/// How many activities are asked about at most, and from how many on their mean is steady.
inline constexpr std::size_t most_activities = 5;
inline constexpr std::size_t usual_activities = 3;

/// The objection to the words for an activity, among those that are asked already. Returns nullopt
/// if they will do.
std::optional<std::string> objection_to(const std::string& text,
                                        const std::vector<Activity>& activities);

/// The activity meant by a number in the list or by its words. Throws Error that names the option
/// it was given by, and what there is.
const Activity& activity_named(const std::vector<Activity>& activities, const std::string& name,
                               std::string_view option);

/// "tie my shoes=4" or "1=4": what stands before the last '=', and a score from 0 to 10.
struct ActivityScore {
    static constexpr std::string_view wanted =
        "an activity and a whole number from 0 (unable to do it) to 10 (as well as before), such "
        "as 1=4 or 'tie my shoes=4'";
    static std::optional<ActivityScore> from_text(std::string_view text);

    std::string name;
    int score = 0;
};

/// Answers to a round of questions on activities, as typed.
struct FunctionAnswers {
    std::vector<std::string> add{};   // words for activities to ask about
    std::vector<std::string> drop{};  // activities to ask about no more, by number or words
    std::vector<ActivityScore> scores{};
};

/// A round of questions on how activities go, under way.
class FunctionTaking {
   public:
    FunctionTaking(Desk& desk, const Stamp& at);

    const Stamp& at() const { return at_; }
    /// The activities that are asked.
    std::vector<Activity> asked() const;
    /// The last score of each activity, by its id.
    std::map<std::string, int> previous() const;
    std::vector<stats::FunctionSeries> series() const {
        return stats::function_series(known_, all_);
    }
    bool changed() const { return changes_ > 0; }

    // A change to fill, then to be committed by the caller.

    store::Change empty_change() const;
    Activity add(store::Change& change, const std::string& text);
    void drop(store::Change& change, const Activity& activity);
    void score(store::Change& change, const Activity& activity, int value);

    /// Drops, then adds, then scores, so that what is added may be scored; the change is the
    /// caller's to commit. Throws Error that names the option for what cannot be understood.
    store::Change take(const FunctionAnswers& answers);

   private:
    Desk& desk_;
    Stamp at_;
    std::vector<Activity> all_;
    std::vector<Measurement> known_;
    std::string change_id_;
    int changes_ = 0;
};

}  // namespace hipflow::today
