// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "session/player.h"
#include "terminal/caption.h"
#include "terminal/figure_moment.h"
#include "terminal/frame.h"
#include "terminal/scene_words.h"

namespace hipflow::terminal {

/// The progress of something, in seconds.
struct Share {
    int done = 0;
    int of = 0;  // 0: not shown
    bool operator==(const Share&) const = default;
};

/// The side that works, in words for large letters: "LEFT LEG".
struct SideWords {
    Side side = Side::both;  // both: no words
    std::string words;
    std::string room;  // the longer of its two forms, so that both are drawn in one size
    bool operator==(const SideWords&) const = default;
};

/// The content of the live screen during a session, in words and numbers; not where or how it is
/// drawn.
struct Scene {
    std::string name;           // the exercise
    std::string count;          // "3 of 8"
    std::string time;           // of the session: "4 min"
    double progress = 0;        // of the session, 0 to 1
    std::vector<double> ticks;  // where each exercise ends, as a share of the session
    std::string digits;         // seconds, or the number of the rep; empty where a headline stands
    std::string digits_room;    // the widest text that they may become without changing their size
    std::string unit;           // of the digits: "seconds", "of 8"
    std::string headline;       // "LIE ON YOUR BACK", "REST", "PAUSED"
    SideWords side;
    std::string state;             // "HOLD", "REP 3 OF 10", "PAUSED: HOLD"
    std::optional<double> bar;     // of the hold, the rep or the gap, 0 to 1
    std::string clock;             // what is left of a gap: "12 s"
    std::vector<std::string> cue;  // paragraphs, which take turns if they do not fit together
    Share reading;                 // of the time in which they do
    std::string next;
    std::vector<std::string> road;  // the exercises after this one
    std::string notice;             // what a key did, or can undo
    std::vector<KeyHint> keys;
    Ink ink = Ink::normal;
    bool flash = false;        // a signal for those who do not hear it: digits reversed
    bool figure_room = false;  // kept throughout the session if any of it has a figure
    std::optional<FigureMoment> figure;
    bool operator==(const Scene&) const = default;
};

/// Makes the scene of a state at a time. `notice` is shown as it is; `caption` is what was heard
/// last.
Scene scene_of(const session::Player& player, Millis now, const std::string& notice,
               const Caption& caption = {});

/// Returns when the scene changes by itself, on the session's clock: at the next step of the bar,
/// or the next second. Returns nullopt while the clock stands still, unless an explanation is read
/// meanwhile.
std::optional<Millis> next_change(const session::Player& player, Millis now,
                                  const Caption& caption = {});

}  // namespace hipflow::terminal
