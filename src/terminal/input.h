// SPDX-License-Identifier: MIT
#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "domain/time.h"
#include "platform/signals.h"

namespace hipflow::terminal {

// The events that end a wait, apart from keys and lines.
struct EndOfInput {};
struct SignalCame {
    int signal;
};
struct TimeIsUp {};

/// A key is a character in UTF-8, or one of these names in angle brackets, which no keyboard types
/// as one character.
inline constexpr std::string_view key_enter = "<enter>";
inline constexpr std::string_view key_backspace = "<backspace>";
inline constexpr std::string_view key_left = "<left>";
inline constexpr std::string_view key_right = "<right>";
inline constexpr std::string_view key_up = "<up>";
inline constexpr std::string_view key_down = "<down>";
inline constexpr std::string_view key_escape = "<escape>";

/// Tells whether a key is a character that can be typed into a line.
inline bool is_character(std::string_view key) {
    return key.size() == 1 || (!key.empty() && key.front() != '<');
}

/// Tells whether a key is a digit.
inline bool is_digit(std::string_view key) {
    return key.size() == 1 && key.front() >= '0' && key.front() <= '9';
}

struct KeyPress {
    std::string key;
    bool pasted = false;                     // text for a line, never a command
    std::optional<Millis> again_after = {};  // since the last key, if that was the same
    Millis at{};                             // on the clock of feed()
    bool operator==(const KeyPress&) const = default;
};

/// Makes keys of what a terminal sends. Escape sequences that are not keys, such as late replies to
/// another program's questions, are dropped; so is a lone Escape, unless it is asked for. See
/// docs/design/terminal.md, "Keys".
class KeyParser {
   public:
    /// Takes bytes as they come. `now` is on any clock that does not jump.
    std::vector<KeyPress> feed(std::string_view bytes, Millis now);
    /// Returns when an Escape that came last will be known to be a key; nullopt without one.
    std::optional<Millis> escape_at() const;
    /// Takes an Escape that by `now` nothing has followed. Returns whether there was one.
    bool take_escape(Millis now);

   private:
    enum class State { ground, escape, csi, ss3, string, string_escape };
    void byte(char c, std::vector<KeyPress>& keys);
    static State after_escape(char c);
    void in_csi(char c, std::vector<KeyPress>& keys);
    void plain(char c, std::vector<KeyPress>& keys);
    void end_csi(char final_byte, std::vector<KeyPress>& keys);

    State state_ = State::ground;
    std::string parameters_;  // of the CSI under way
    std::string character_;   // of UTF-8, incomplete
    bool pasting_ = false;
    Millis last_{};
};

struct LineTyped {
    std::string text;
};
using LineWake = std::variant<LineTyped, EndOfInput, SignalCame, TimeIsUp>;

/// Reads lines from a terminal in its ordinary (cooked) mode, together with signals and a deadline.
class LineInput {
   public:
    /// In place of a descriptor: neither lines nor the end of input ever come.
    static constexpr int nothing = -1;  // which poll ignores

    LineInput(int descriptor, platform::SignalWatch& signals)
        : descriptor_(descriptor), signals_(&signals) {}

    /// Waits for the first of: a line, the end of input, a signal, and the end of `patience`;
    /// without patience, for ever. Signals come first.
    LineWake wait(std::optional<std::chrono::nanoseconds> patience);

   private:
    std::optional<LineTyped> take_line();
    void read_more();

    int descriptor_;
    platform::SignalWatch* signals_;
    std::string buffered_;
    bool ended_ = false;
};

}  // namespace hipflow::terminal
