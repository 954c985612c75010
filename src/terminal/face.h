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

namespace hipflow {

/// A signal, or the end of input, came where an answer was expected: tidy up and end.
struct Interrupted {
    std::optional<int> signal;  // none: the terminal is gone
};

/// A question and how it may be answered.
struct Question {
    std::string text;
    std::string letters = {};               // one of these keys; empty: a line, ended by Enter
    std::vector<std::string> options = {};  // "x stop this exercise": the key, and what it means
    std::string large = {};                 // capitals to be seen from a chair, where there is room
    /// A list to choose from: each option has a line of its own, or its short form where that is
    /// what there is room for.
    std::vector<std::string> short_options = {};
    /// All of it in one line or more.
    std::string words() const;
};

/// Splits a text at its line breaks; one at its end adds no line.
std::vector<std::string_view> lines_in(std::string_view text);

/// Removes spaces and tabs at both ends.
std::string without_spaces_around(std::string_view text);

struct KeyPressed {
    Key key;
};
/// TimeIsUp also says that something happened which the face has seen to itself.
using Wake = std::variant<KeyPressed, EndOfInput, SignalCame, TimeIsUp>;

/// Does what must be done beside the terminal, and says when it wants to be called again.
using Attendant = std::function<std::optional<std::chrono::nanoseconds>()>;

/// How a session shows itself and is answered: in plain lines, or on the live screen.
class Face {
   public:
    Face() = default;
    virtual ~Face() = default;
    Face(const Face&) = delete;
    Face& operator=(const Face&) = delete;

    /// Lines to be read before whatever comes next.
    virtual void say(std::string_view text) = 0;
    /// Lines that are to be read before the clock runs on. Where lines stay, nobody has to wait.
    virtual void tell(std::string_view text) { say(text); }
    /// The rows of a screen that is gone when the face is; nothing where lines stay.
    virtual std::optional<int> passing_rows() const { return std::nullopt; }
    /// The answer without spaces around it; empty for Enter alone. Throws Interrupted.
    virtual std::string ask(const Question& question) = 0;

    /// Listens: what happened, and the state after it.
    virtual void show(const Event& event, const Player& player) = 0;
    /// Brings what is on show up to date.
    virtual void draw(const Player& player, Millis now) = 0;
    /// When draw() has something new to draw.
    virtual std::optional<Millis> next_draw(const Player& player, Millis now) const = 0;

    /// Waits for a key, a signal, or the end of `patience`; without patience for ever.
    virtual Wake wait(std::optional<std::chrono::nanoseconds> patience) = 0;

    /// Stops the process, as Ctrl-Z wants; returns when it goes on.
    virtual void stop() = 0;
    /// After SIGCONT that did not come through stop().
    virtual void continued() = 0;

    /// Called before every wait, in a session and in a question.
    void attend_with(Attendant attendant) { attendant_ = std::move(attendant); }
    /// Whether signals are given here: by the bell, and where digits are shown by a flash of them.
    /// Not where they are heard.
    void give_signals(bool on) { gives_signals_ = on; }

   protected:
    bool gives_signals() const { return gives_signals_; }
    /// Lets the attendant work; how long to wait then.
    std::optional<std::chrono::nanoseconds> attended(
        std::optional<std::chrono::nanoseconds> patience) const;

   private:
    Attendant attendant_;
    bool gives_signals_ = true;
};

}  // namespace hipflow
