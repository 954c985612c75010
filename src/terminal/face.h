// SPDX-License-Identifier: MIT
#pragma once
#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "session/player.h"
#include "terminal/input.h"

namespace hipflow::terminal {

/// Thrown when a signal or the end of input comes where an answer is expected: tidy up and end.
struct Interrupted {
    std::optional<int> signal;  // none: the terminal is gone
};

/// The whole numbers that answer a question.
struct NumberRange {
    long least = 0;
    long most = 0;
};

/// A question and how it may be answered: by a line ended by Enter or, if letters or numbers are
/// given, by keys alone.
struct Question {
    std::string text;
    std::string letters = {};               // keys, one of which answers
    std::vector<std::string> options = {};  // "x stop this exercise": the key, and what it means
    std::string large = {};                 // capitals shown large where there is room
    /// Not empty for a list to choose from: each option has its own line, in its short form where
    /// there is little room.
    std::vector<std::string> short_options = {};
    std::optional<NumberRange> numbers = {};  // a number answers as soon as it is typed
    /// The question is in sight at once, though not all lines before it may fit above.
    bool comes_first = false;
    bool by_keys() const { return !letters.empty() || numbers; }
    /// Returns text and options, in one line or more.
    std::string words() const;
};

/// A list of which one entry is chosen, or none.
struct ChoiceList {
    struct Entry {
        std::string text;
        std::string note;  // a word or two about it; may be empty
    };
    std::string title;
    std::vector<Entry> entries;
    std::size_t chosen = 0;  // where the choice begins
};

/// Returns the key that chooses an entry, from 0: "1" to "9", then letters without g, which closes
/// the list. Empty where there are no more.
std::string key_of_entry(std::size_t index);

/// Splits a text at its line breaks. One at its end adds no line.
std::vector<std::string_view> lines_in(std::string_view text);

/// Removes spaces and tabs at both ends.
std::string without_spaces_around(std::string_view text);

struct KeyPressed {
    session::Key key;
};
/// TimeIsUp also stands for something that the face has dealt with itself.
using Wake = std::variant<KeyPressed, EndOfInput, SignalCame, TimeIsUp>;

/// Does the work that must go on while the terminal waits. Returns the time after which it wants to
/// be called again.
using Attendant = std::function<std::optional<std::chrono::nanoseconds>()>;

/// How a session shows itself and is answered: in plain lines, or on the live screen.
class Face {
   public:
    Face() = default;
    virtual ~Face() = default;
    Face(const Face&) = delete;
    Face& operator=(const Face&) = delete;

    /// Shows lines, to be read before what comes next.
    virtual void say(std::string_view text) = 0;
    /// Shows lines, to be read before the clock runs on. Does not wait where lines stay.
    virtual void tell(std::string_view text) { say(text); }
    /// Returns the rows of a screen that vanishes with the face, or nullopt where lines stay.
    virtual std::optional<int> passing_rows() const { return std::nullopt; }
    /// Returns the answer without spaces around it, empty for Enter alone. Throws Interrupted.
    virtual std::string ask(const Question& question) = 0;

    /// Returns the entry that is chosen, or nullopt for none. Throws Interrupted.
    virtual std::optional<std::size_t> choose(const ChoiceList& list) = 0;

    /// Shows what happened; `player` is the state after it.
    virtual void show(const session::Event& event, const session::Player& player) = 0;
    /// Brings the screen up to date.
    virtual void draw(const session::Player& player, Millis now) = 0;
    /// Returns when draw() will have something new to draw, on the session's clock.
    virtual std::optional<Millis> next_draw(const session::Player& player, Millis now) const = 0;

    /// Waits for a key, a signal, or the end of `patience`; without patience, for ever.
    virtual Wake wait(std::optional<std::chrono::nanoseconds> patience) = 0;

    /// Stops the process, as Ctrl-Z does. Returns when it is continued.
    virtual void stop() = 0;
    /// To be called after a SIGCONT. After one that stop() waited for it only redraws.
    virtual void continued() = 0;

    /// Has `attendant` called before every wait, in a session and in a question.
    void attend_with(Attendant attendant) { attendant_ = std::move(attendant); }
    /// Turns signals on or off: the bell, and a flash of the digits where they are shown. They are
    /// off where tones are heard.
    void give_signals(bool on) { gives_signals_ = on; }

   protected:
    bool gives_signals() const { return gives_signals_; }
    /// Calls the attendant. Returns how long to wait then.
    std::optional<std::chrono::nanoseconds> attended(
        std::optional<std::chrono::nanoseconds> patience) const;

   private:
    Attendant attendant_;
    bool gives_signals_ = true;
};

}  // namespace hipflow::terminal
