// SPDX-License-Identifier: MIT
#pragma once
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "domain/records.h"
#include "session/score.h"
#include "session/timeline.h"

namespace hipflow {

/// The session's clock, read once per turn of the loop. `time` is monotonic and stands still while
/// the machine sleeps; `asleep` is how long it has slept in all, since whatever origin.
struct Now {
    Millis time{};
    Millis asleep{};
};

/// What is performed: today's session compiled. Immutable, so that states can share it.
struct Plan {
    Prescription prescription;
    Timeline timeline;
    std::vector<Cue> cues;
    Hearing hearing;  // as it was laid out; an easier exercise is laid out alike
};
std::shared_ptr<const Plan> make_plan(Prescription prescription, AskPeak ask = AskPeak::at_the_end,
                                      Hearing hearing = {});

enum class Key { pause, next, back, more_time, easier, hurts, time_left, undo, quit };
enum class PauseReason { asked, hurts, question, slept, stopped };
enum class Phase { waiting, running, getting_ready, paused, finished };

/// How far a set has come. `credit` grows only while its work runs.
struct SetProgress {
    Millis credit{};
    int reps = 0;
    SetStatus status = SetStatus::not_reached;
    std::optional<StopReason> reason;
    std::optional<Millis> started;  // on the session's clock
    std::string exercise;           // by id: an easier one may take its place in the same set
    bool operator==(const SetProgress&) const = default;
};

// The one event stream: screen, plain text, voice, tones and journal listen to it.
/// A segment begins, or goes on after a get-ready.
struct SegmentStarted {
    std::size_t segment;
};
struct CueDue {
    Cue cue;
    /// Its place among the cues of the plan; nothing for one that a key brought about.
    std::optional<std::size_t> planned = std::nullopt;
};
struct SetEnded {
    PlannedSet set;
    Work work;
    std::string planned_exercise;
    SetProgress progress;
};
struct Paused {
    PauseReason reason;
};
struct Resumed {
    Millis get_ready;
};  // before the work goes on; zero in a gap
struct Skipped {
    std::size_t segment;
};  // can be undone for five seconds
struct Undone {
    std::size_t segment;
};
struct WentBack {
    std::size_t set;
};
struct MoreTime {
    Millis added;
};
/// A gap goes on for that long: what must be said in it has not been heard yet.
struct GapHeld {
    Millis added;
};
struct Easier {
    std::size_t step;
};  // an easier exercise took this step's place
struct NothingEasier {};
struct TimeLeft {
    Millis segment;
    Millis session;
};
struct PainAsked {};  // the clock has stopped; whoever conducts asks
struct PeakAsked {
    int step;
};
struct Finished {
    bool completed;
};
using Happening = std::variant<SegmentStarted, CueDue, SetEnded, Paused, Resumed, Skipped, Undone,
                               WentBack, MoreTime, GapHeld, Easier, NothingEasier, TimeLeft,
                               PainAsked, PeakAsked, Finished>;

/// The sentence on an event that ear and screen share; empty where each has its own, or nothing is
/// said. `duration` puts a time into words for the one or the other.
std::string event_words(const Happening& what, const std::function<std::string(Millis)>& duration);

/// Something that happened, at an exact point of the session's clock.
struct Event {
    Millis at{};
    Happening what;
};

/// The state of a running session: a value. Made by begin(), changed only by the functions below.
struct Player {
    std::shared_ptr<const Plan> plan;
    Phase phase = Phase::waiting;
    std::size_t segment = 0;
    Millis position{};  // in the segment, as of `since`
    Millis since{};     // when running or getting ready: the clock at `position`
    Millis extended{};  // by how much "more time" stretched the segment
    std::size_t next_cue = 0;
    SetProgress attempt;                  // at the set under way
    std::map<SetKey, SetProgress> ended;  // the best attempt at each set that has ended
    std::vector<int> easier_taken;        // per step
    Millis active{};                      // clock running, gaps included, as of `since`
    Millis seen{};                        // the last time that anybody looked
    Millis asleep{};
    Millis pulse{1'000};  // looked at this often in work, so that a stop is noticed to the second
    std::optional<Millis> went_back;
    bool winding_down = false;  // broken off, with only what closes the session still to come
    struct Undo {
        std::shared_ptr<const Player> before;
        Millis until{};
    };
    std::optional<Undo> undo;
};

struct Turn {
    Player player;
    std::vector<Event> events;
};

/// A session about to begin at `start` (the index of a set); nothing runs before resume(). One that
/// is taken up again says in `ended` how its sets before that ended.
Player begin(std::shared_ptr<const Plan> plan, std::size_t start = 0,
             std::map<SetKey, SetProgress> ended = {});

/// The session after time has passed. Whatever was due until `now` happens at its own deadline, not
/// at `now`, so that lateness never adds up. A machine that slept, or a process that was stopped,
/// pauses the session at the last moment that was seen: nobody is credited for a closed lid.
Turn advance(Player player, Now now);

/// The session after a key. Time first passes up to `now`.
Turn press(Player player, Key key, Now now);

/// From a pause: on with it, after a get-ready where work was under way.
Turn resume(Player player, Now now);

/// Stops the clock: for a question, or because the process is about to be stopped.
Turn pause(Player player, PauseReason reason, Now now);

/// Makes the gap under way longer, and nothing else: work is never stretched. A key is not pressed
/// by this, so that what it could undo still can be.
Turn hold_gap(Player player, Millis by, Now now);

/// Ends the exercise under way, and all its sets that are still to come, for pain.
Turn stop_exercise(Player player, Now now);

/// Breaks the session off for pain: what is left of it ends, and what closes it comes, or the end.
Turn wind_down(Player player, Now now);

/// Ends the session where it is, with a reason if there is one.
Turn finish(Player player, std::optional<StopReason> reason, Now now);

/// When somebody should look again, on the session's clock; nothing while it stands still.
std::optional<Millis> next_deadline(const Player& player);

/// When the next cue falls due, or its segment ends; nothing while the clock stands still.
std::optional<Millis> next_cue_due(const Player& player);

// What a listener may want to know.
/// When a cue falls due on the session's clock, as things stand: the end of what comes before it,
/// and its own distance. Nothing while the clock stands still, or for a cue of an earlier segment.
std::optional<Millis> due_time(const Player& player, std::size_t cue);
const Segment& current_segment(const Player& player);
const PlannedSet& current_set(const Player& player);
const Work& current_work(const Player& player);
/// Left in the segment at `now`; of a get-ready, what is left of that.
Millis left_in_segment(const Player& player, Millis now);
Millis left_in_session(const Player& player, Millis now);
Millis active_time(const Player& player, Millis now);

}  // namespace hipflow
