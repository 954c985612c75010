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

namespace hipflow::session {

/// The session's clock, read once per turn of the loop. `time` is monotonic and stands still while
/// the machine sleeps; `asleep` is the total time slept since any fixed origin.
struct Now {
    Millis time{};
    Millis asleep{};
};

/// The compiled session that is played. Immutable, so that states can share it.
struct Script {
    Prescription prescription;
    Timeline timeline;
    std::vector<Cue> cues;
    Hearing hearing;     // as it was laid out; another exercise is laid out alike
    MoreReps more_reps;  // beyond the plan
};
std::shared_ptr<const Script> make_script(Prescription prescription, AskPeak ask, Hearing hearing,
                                          MoreReps more_reps = {});

enum class Key {
    pause,
    next,
    back,
    more_time,
    easier,
    hurts,
    time_left,
    undo,
    quit,
    explain,
    swap,
    go_to  // does nothing by itself: the caller asks where to, see go_to()
};
enum class PauseReason { asked, hurts, question, slept, stopped };
enum class Phase { waiting, running, getting_ready, paused, finished };

/// Progress of a set. `credit` grows only while its work runs.
struct SetProgress {
    Millis credit{};
    int reps = 0;
    SetStatus status = SetStatus::not_reached;
    std::optional<StopReason> reason;
    std::optional<Millis> started;  // on the session's clock
    std::string exercise;           // id; an easier one may take its place within the set
    bool operator==(const SetProgress&) const = default;
};

// A segment starts, or goes on after a get-ready.
struct SegmentStarted {
    std::size_t segment;
};
struct CueDue {
    Cue cue;
    /// Its index among the cues of the script; nullopt for one that a key brought about.
    std::optional<std::size_t> planned = std::nullopt;
};
struct SetEnded {
    PlannedSet set;
    Work work;
    std::string planned_exercise;
    SetProgress progress;
    bool passed_over = false;  // by somebody who goes on to a later exercise
};
struct Paused {
    PauseReason reason;
};
struct Resumed {
    Millis get_ready;
};  // the wait before work; zero in a gap
/// Work was left before its end.
struct Skipped {
    std::size_t segment;
};  // can be undone for five seconds, unless the session is over
/// What comes before a set is left out, up to its count-in.
struct ToCountIn {};
struct Undone {
    std::size_t segment;
};
struct NothingToUndo {};
struct WentBack {
    std::size_t set;
};
/// The set begins before its count-in is over.
struct BeginsNow {};
struct MoreTime {
    Millis added;
};
/// The set under way has more reps than planned.
struct MoreRepsAdded {
    int added;
};
/// There is no room for more in a session.
struct NothingMore {};
/// A gap was made longer: words that must be said in it have not been heard yet.
struct GapHeld {
    Millis added;
};
struct Easier {
    std::size_t step;
};  // an easier exercise took this step's place
struct NothingEasier {};
struct Swapped {
    std::size_t step;
};  // an exercise for the same purpose took this step's place
struct NothingToSwap {};
/// Somebody chose an exercise of the session.
struct GoneTo {
    std::size_t set;
    int passed_over = 0;  // sets on the way that are skipped
    bool back = false;
};
struct TimeLeft {
    Millis segment;
    Millis session;
};
/// What is said of a key, or before the work that it leads to: tones and words, timed from now on.
/// They are one sound. Each is a CueDue at its moment as well, for those who read.
struct Announced {
    std::vector<Cue> lines;
};
/// The exercise is about to be explained; without a voice the session is paused for that.
struct Explained {};
/// A pause has lasted for two minutes.
struct StillPaused {};
struct PainAsked {};  // the clock has stopped, and the caller asks
struct PeakAsked {
    int step;
};
struct Finished {
    bool completed;
};
using Happening =
    std::variant<SegmentStarted, CueDue, SetEnded, Paused, Resumed, Skipped, ToCountIn, Undone,
                 NothingToUndo, WentBack, BeginsNow, MoreTime, MoreRepsAdded, NothingMore, GapHeld,
                 Easier, NothingEasier, Swapped, NothingToSwap, GoneTo, TimeLeft, Announced,
                 Explained, StillPaused, PainAsked, PeakAsked, Finished>;

/// Something that happened, at an exact point of the session's clock.
struct Event {
    Millis at{};
    Happening what;
};

/// The state of a running session, as a value. Made by begin(); changed only by the functions
/// below.
struct Player {
    std::shared_ptr<const Script> script;
    Phase phase = Phase::waiting;
    std::size_t segment = 0;
    Millis position{};  // in the segment, as of `since`
    Millis since{};     // while running or getting ready: the clock at `position`
    Millis extended{};  // how much "more time" added to the segment
    Millis held{};      // until then the clock of a gap stands still for words, as it is shown
    std::size_t next_cue = 0;
    SetProgress attempt;                  // at the current set
    std::map<SetKey, SetProgress> ended;  // the best attempt at each set that has ended
    struct LastDone {
        int step = 0;
        std::string exercise;  // id
    };
    std::optional<LastDone> last_done;  // the newest set that ended with some of it done
    std::vector<int> easier_taken;      // per step
    Millis active{};                    // time the clock ran, gaps included, as of `since`
    Millis seen{};                      // the last time anybody looked
    Millis asleep{};
    /// Looked at this often during work, so that a stop is noticed to the second.
    Millis pulse{1'000};
    /// What is being said while getting ready; what of it was cut short, in a pause.
    struct Announcement {
        std::vector<Cue> lines{};  // timed from `begin` on
        Millis begin{};
        Millis length{};
        std::size_t next = 0;  // the first line that has not been given
        Millis moved{};        // when the body has moved to a new position; zero if it has
        BodyPlace from{};      // where it moves from
    };
    Announcement announced;
    std::optional<Millis> remind_at;  // in a pause: when to say that it still is one
    std::optional<Millis> went_back;
    bool winding_down = false;  // broken off: only what closes the session is still to come
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

/// A session about to begin at `start`, the index of a set; nothing runs before resume(). A session
/// that is taken up again gives in `ended` how the sets before that one ended.
Player begin(std::shared_ptr<const Script> script, std::size_t start = 0,
             std::map<SetKey, SetProgress> ended = {});

/// The session after time has passed. Everything due until `now` happens at its own deadline, so
/// that lateness never adds up. If the machine slept or the process was stopped, the session is
/// paused at the last moment that was seen: nobody is credited for a closed lid.
Turn advance(Player player, Now now);

/// The session after a key. Time passes up to `now` first.
Turn press(Player player, Key key, Now now);

/// Goes to the first set of a step, from 0, through an introduction. Going on, the sets between are
/// skipped, which can be undone as a skip can; going back, they are done again.
Turn go_to(Player player, std::size_t step, Now now);

/// Ends a pause. In a gap the sentence that it interrupted comes again; before work that was under
/// way there is time to get ready.
Turn resume(Player player, Now now);

/// Stops the clock: for a question, or since the process is about to be stopped.
Turn pause(Player player, PauseReason reason, Now now);

/// Makes the current gap longer, or the get-ready; work is never stretched. This is not a key
/// press, so what could be undone still can be.
Turn hold_gap(Player player, Millis by, Now now);

/// Pauses after the process was stopped for a while, however short; nobody knows when that began.
/// Of work only what was seen counts; a gap went on to its end at most.
Turn pause_after_stop(Player player, Now now);

/// Ends the current exercise, and all of its sets that are still to come, for pain.
Turn stop_exercise(Player player, Now now);

/// Breaks the session off for pain: what is left of it ends, and its closing exercise follows, if
/// it has one.
Turn wind_down(Player player, Now now);

/// Ends the session where it is, with a reason if there is one.
Turn finish(Player player, std::optional<StopReason> reason, Now now);

/// When to look again, on the session's clock; nullopt while it stands still.
std::optional<Millis> next_deadline(const Player& player);

// When a cue falls due on the session's clock, as things stand. nullopt while the clock stands
// still, and for a cue of an earlier segment.
std::optional<Millis> due_time(const Player& player, std::size_t cue);
const Segment& current_segment(const Player& player);
const PlannedSet& current_set(const Player& player);
const Work& current_work(const Player& player);
/// Time left in the segment at `now`, or in the get-ready before it.
Millis left_in_segment(const Player& player, Millis now);
Millis left_in_session(const Player& player, Millis now);
/// How long the time left is shown as it is: a held gap goes on after what was added to it.
Millis left_to_hold(const Player& player, Millis now);
Millis active_time(const Player& player, Millis now);

}  // namespace hipflow::session
