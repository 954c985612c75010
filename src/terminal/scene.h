// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "session/player.h"
#include "terminal/caption.h"
#include "terminal/figure_moment.h"
#include "terminal/frame.h"

namespace hipflow::terminal {

/// A key and what it does at this moment.
struct KeyHint {
    std::string key;
    std::string what;
    bool operator==(const KeyHint&) const = default;
};

/// The progress of something, in seconds.
struct Share {
    int done = 0;
    int of = 0;  // 0: not shown
    bool operator==(const Share&) const = default;
};

/// The content of the live screen during a session, in words and numbers; not where or how it is
/// drawn.
struct Scene {
    std::string name;      // the exercise
    std::string state;     // "HOLD", "REP 3 OF 10", "PAUSED"
    Share pace;            // of the rep, so that when to move is seen
    std::string big;       // remaining seconds, or the rep: digits as large as fit
    std::string big_room;  // the widest text that `big` may become before it changes its size
    std::string word;      // as large: LEFT, RIGHT, PAUSE, or what is to be done on both sides
    Stroke stroke = Stroke::solid;  // solid in work alone
    std::vector<std::string> cue;   // paragraphs, which take turns if they do not fit together
    Share reading;                  // of the time in which they do
    double progress = 0;            // of the session, 0 to 1
    std::string left;               // in the session
    std::string next;
    std::string notice;  // what a key did, or can undo
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

/// Returns when the scene changes by itself, on the session's clock: at the next second that is
/// shown. Returns nullopt while the clock stands still, unless an explanation is read meanwhile.
std::optional<Millis> next_change(const session::Player& player, Millis now,
                                  const Caption& caption = {});

// The words of the live screen.

/// Says what is to be done: "HOLD", "REP 3 OF 10, SET 2 OF 2", "PAUSED: HOLD, LEFT".
std::string state_words(const session::Player& player);

/// Returns the word beside the digits: a side, in gaps the one that comes next, or else what is to
/// be done.
std::string large_word(const session::Player& player);

/// Says what a gap leads to, or what comes after work.
std::string next_words(const session::Player& player);

/// Says in minutes what is left of the session: "9 min left", "1 h 5 min left".
std::string left_words(Millis left);

/// Lists the keys that do something now, the most important first.
std::vector<KeyHint> key_hints(const session::Player& player);

/// Returns whether the clock of the session stands still: paused, or waiting for a key.
bool stands_still(const session::Player& player);

/// Returns whether the set under way, or led to, is the first of its step.
bool is_first_of_step(const session::Player& player);

}  // namespace hipflow::terminal
