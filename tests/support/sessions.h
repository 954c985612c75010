// SPDX-License-Identifier: MIT
#pragma once
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "session/player.h"

namespace hipflow::support {

using namespace std::chrono_literals;

/// Ten seconds to get ready, five to change sides, fifteen between sets, none to change position.
inline constexpr Gaps plain_gaps{10s, 5s, 0s, 15s};

Exercise exercise(const std::string& id);
PrescribedStep holds(const std::string& id, Millis hold, Sides sides = Sides::both, int sets = 1);
PrescribedStep reps(const std::string& id, int reps, Millis pace, Sides sides = Sides::both);
/// Reps of a hold with a release between.
PrescribedStep pulses(const std::string& id, int reps, Millis hold, Millis release);
/// Movement for a time.
PrescribedStep moving(const std::string& id, Millis duration, Sides sides = Sides::both);
PrescribedStep open_ended(const std::string& id, Millis cap);
/// The step with one more easier alternate.
PrescribedStep with_alternate(PrescribedStep step, PrescribedStep alternate);
/// The step with one more alternative.
PrescribedStep with_alternative(PrescribedStep step, PrescribedStep other);
Prescription session_of(std::vector<PrescribedStep> steps, Gaps gaps = plain_gaps);

/// A hearing of tones alone, with the words to be read: gaps are as long as they are written.
session::Hearing tones_alone();

/// A script or a timeline, of tones alone unless told otherwise.
std::shared_ptr<const session::Script> script_of(Prescription prescription,
                                                 AskPeak ask = AskPeak::at_the_end,
                                                 session::Hearing hearing = tones_alone());
session::Timeline timeline_of(const Prescription& prescription, AskPeak ask = AskPeak::at_the_end);

/// Words or a tone as they are heard, on the session's clock.
struct Said {
    Millis at{};
    Millis end{};
    session::Cue cue;
    bool answer = false;  // of an event, rather than a cue
    bool whole = true;    // no key came between
};

/// Performs a session: keeps the player, the clock and all that has happened.
class Performance {
   public:
    explicit Performance(Prescription prescription, AskPeak ask = AskPeak::at_the_end,
                         session::Hearing hearing = tones_alone())
        : Performance(hipflow::session::begin(
              script_of(std::move(prescription), ask, std::move(hearing)))) {}
    explicit Performance(session::Player at_first) : player(std::move(at_first)) {}

    /// Begins, or resumes after a pause.
    void resume() { take(hipflow::session::resume(player, now)); }
    void press(session::Key key) { take(hipflow::session::press(player, key, now)); }
    void go_to(std::size_t step) { take(hipflow::session::go_to(player, step, now)); }
    void stop_exercise() { take(hipflow::session::stop_exercise(player, now)); }
    void wind_down() { take(hipflow::session::wind_down(player, now)); }
    void finish(std::optional<StopReason> reason = {}) {
        take(hipflow::session::finish(player, reason, now));
    }
    void hold_gap(Millis by) { take(hipflow::session::hold_gap(player, by, now)); }
    /// Lets time pass as in the program, which looks at every deadline.
    void wait(Millis duration);
    /// Presses "next" until work runs.
    void skip_to_work();
    /// Lets time pass to the end of a get-ready, if one is under way.
    void wait_for_get_ready() {
        if (player.phase == session::Phase::getting_ready) wait(left());
    }
    /// Lets time pass until nothing is due any more: the end, or a pause.
    void run_out();
    /// Lets time pass until a cue with these words is half over. Fails the test if none comes.
    void wait_into(const std::string& words);
    /// Lets time pass to the end, through pauses and questions.
    void run_to_end();
    /// Lets time pass without looking, as when the process is stopped.
    void blink(Millis duration) {
        now.time += duration;
        take(hipflow::session::advance(player, now));
    }
    /// Stops the process for so long, and tells of it.
    void stop(Millis duration) {
        now.time += duration;
        take(hipflow::session::pause_after_stop(player, now));
    }
    /// Lets the machine sleep: its monotonic clock stands still.
    void sleep(Millis duration) {
        now.asleep += duration;
        take(hipflow::session::advance(player, now));
    }

    std::string place() const { return session::path(session::current_segment(player)); }
    Millis left() const { return session::left_in_segment(player, now.time); }
    Millis active() const { return session::active_time(player, now.time); }
    /// The words that were heard whole, from a time on.
    std::vector<std::string> words_since(Millis time) const;

    session::Player player;
    session::Now now{100s, 7s};  // clocks begin anywhere
    std::vector<session::Event> events;
    std::vector<Said> said;  // what a player of sounds gives that is never late
    Millis ran{};            // how long the clock ran
    Millis worked{};         // how long work did

   private:
    void take(session::Turn turn);
    /// Looks at a time up to which nothing changes.
    void look(Millis time);
    void hear(const session::Event& event);
    void hush(Millis at);
};

/// Returns what the history would hold: how each set of each exercise ended at last.
using Results = std::map<std::pair<session::SetKey, std::string>, session::SetProgress>;
Results results(const std::vector<session::Event>& events);
Millis credit(const Results& results);
/// Returns how the set of that path ended, whatever the exercise. Fails the test if it has not.
session::SetProgress result_of(const std::vector<session::Event>& events, const std::string& set);

/// Returns the events of one kind.
template <typename Kind>
std::vector<Kind> all(const std::vector<session::Event>& events) {
    std::vector<Kind> found;
    for (const session::Event& event : events) {
        if (const Kind* what = std::get_if<Kind>(&event.what)) found.push_back(*what);
    }
    return found;
}

/// Returns every event as a line of text, for comparing and for messages.
std::vector<std::string> told(const std::vector<session::Event>& events);
/// Returns every cue that was given, as "kind text at path+seconds".
std::vector<std::string> heard(const std::vector<session::Event>& events,
                               const session::Timeline& timeline);
/// Returns the cues of one segment, as "kind text at seconds".
std::vector<std::string> cues_of(const session::Script& script, const std::string& segment);

}  // namespace hipflow::support
