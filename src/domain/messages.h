// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/body.h"
#include "domain/exercise.h"
#include "domain/words.h"

namespace hipflow {

/// What hipflow says by itself: the keys of messages/<language>.toml.
enum class Say {
    opening,
    safety,
    first,
    next,
    on_bed,
    on_floor,
    times,
    times_each,
    times_sets,
    times_sets_each,
    hold,
    hold_each,
    hold_sets,
    hold_sets_each,
    hold_breaths,
    hold_breaths_each,
    hold_breaths_sets,
    hold_breaths_sets_each,
    moving,
    moving_each,
    moving_sets,
    open_ended,
    as_many,
    enough,
    sets,
    sets_each,
    sets_by_side,
    in_turn,
    with_load,
    side_first,
    try_one,
    now_times,
    now_hold,
    now_breaths,
    now_moving,
    now_rest,
    change,
    change_brief,
    roll,
    turn,
    rest,
    set_of,
    round_of,
    block_side,
    take_time,
    three,
    two,
    one,
    begin,
    ended,
    release,
    beat_out,
    beat_hold,
    beat_back,
    last,
    five_more,
    half,
    ten_left,
    done,
    paused,
    still_paused,
    slept,
    stopped,
    going_on,
    on_side,
    again,
    skipped,
    begins_now,
    taken_back,
    no_undo,
    more,
    more_reps,
    no_more,
    easier,
    no_easier,
    swapped,
    no_swap,
    gone_to,
    left_here,
    hurts,
    ask_score,
    ask_peak,
    ask_site,
    ask_side,
    ask_kind,
    ask_saddle,
    choose_easier,
    choose_stop,
    choose_on,
    choose_rest,
    ask_stop,
    ask_go_to,
    choice,
    finished,
    questions,
    seconds,
    minute,
    minutes,
    minute_and,
    // The large words of the screen: a side, and the position to take.
    large_leg,
    large_side,
    large_arm,
    position_supine,
    position_prone,
    position_side_lying,
    position_all_fours,
    position_half_kneeling,
    position_floor_sitting,
    position_chair,
    position_standing
};
// clang-format off
constexpr auto words_of(Say /*unused*/) {
    return std::to_array<std::string_view>(
        {"opening", "safety", "first", "next", "on_bed", "on_floor", "times", "times_each",
         "times_sets", "times_sets_each", "hold", "hold_each", "hold_sets", "hold_sets_each",
         "hold_breaths", "hold_breaths_each", "hold_breaths_sets", "hold_breaths_sets_each",
         "moving", "moving_each", "moving_sets", "open_ended", "as_many", "enough", "sets", "sets_each",
         "sets_by_side", "in_turn", "with_load", "side_first", "try",
         "now_times", "now_hold", "now_breaths", "now_moving", "now_rest", "change",
         "change_brief", "roll", "turn", "rest", "set_of", "round_of", "block_side", "take_time", "three", "two",
         "one", "begin", "ended", "release", "beat_out", "beat_hold", "beat_back", "last",
         "five_more", "half", "ten_left", "done", "paused", "still_paused", "slept", "stopped",
         "going_on", "on_side", "again", "skipped", "begins_now", "taken_back", "no_undo", "more",
         "more_reps", "no_more", "easier", "no_easier", "swapped", "no_swap", "gone_to",
         "left_here", "hurts", "ask_score", "ask_peak", "ask_site", "ask_side", "ask_kind",
         "ask_saddle", "choose_easier", "choose_stop", "choose_on", "choose_rest", "ask_stop",
         "ask_go_to", "choice", "finished", "questions", "seconds", "minute", "minutes",
         "minute_and", "large_leg", "large_side", "large_arm", "position_supine", "position_prone",
         "position_side_lying", "position_all_fours", "position_half_kneeling",
         "position_floor_sitting", "position_chair", "position_standing"});
}
// clang-format on

/// The message that names a position in large letters, and the one that names a side of that part.
constexpr Say position_message(Position position) {
    return static_cast<Say>(static_cast<int>(Say::position_supine) + static_cast<int>(position));
}
constexpr Say side_message(Part part) {
    return static_cast<Say>(static_cast<int>(Say::large_leg) + static_cast<int>(part));
}
/// Returns whether a message is read from afar, in large letters. It is then short.
constexpr bool is_large(Say key) { return key >= Say::large_leg; }
inline constexpr std::size_t longest_large_message = 18;  // characters

/// A message, in the forms that a language needs for numbers. Only `other` is always there.
struct Message {
    std::string other;
    std::optional<std::string> one;
    std::optional<std::string> few;
    std::optional<std::string> many;
    bool operator==(const Message&) const = default;
};

/// The messages of one language. A message that is missing has an empty `other`.
struct Messages {
    std::string language;  // "en"
    /// "left" and "right", then the same at the beginning of a sentence.
    std::array<std::string, 2> side;
    std::array<std::string, 2> capital_side;
    std::array<std::string, 3>
        part;  // what the side of an exercise names, by Part, with placeholders
    std::array<Message, words_of(Say{}).size()> by_key;
    const Message& operator[](Say key) const { return by_key.at(static_cast<std::size_t>(key)); }
    Message& operator[](Say key) { return by_key.at(static_cast<std::size_t>(key)); }
};

/// Words to be heard, and the language that they are in.
struct Phrase {
    std::string text;
    std::string language = "en";
    bool operator==(const Phrase&) const = default;
};

/// The forms of numbers (CLDR's cardinal categories): few and many for Slavic languages, one alone
/// elsewhere.
enum class Plural { one, few, many, other };
Plural plural_of(std::string_view language, int n);

/// Puts the side into a text: {side} {other} {Side} {Other}, and {a|b}, which is `a` where the left
/// works and `b` where the right does. Leaves everything else in braces as it is. For Side::both
/// the left form stands.
std::string placed(std::string_view text, Side side, const Messages& messages);

/// True if a text says differently for the left and for the right.
bool names_side(std::string_view text);

/// Says what goes wrong with the placeholders of a text, or is empty: a brace that is never closed,
/// or a name that is none.
std::string placeholder_fault(std::string_view text);

/// The same for a text that may have these names and no others. "side" stands for all placeholders
/// of the side.
std::string placeholder_fault(std::string_view text, std::span<const std::string_view> names);

/// What takes the place of the names in a message: {name}, {time} and so on.
struct MessageValues {
    std::string_view name{};
    std::string_view routine{};
    std::string_view load{};
    std::optional<Millis> time{};
    std::optional<Millis> total{};  // from two minutes on in whole minutes, rounded up
    int n = 0;                      // also chooses the form of the message
    int sets = 0;
    int k = 0;
    std::string_view label{};  // in place of k, for what is chosen by a letter
    int minutes = 0;
    Side side = Side::both;
    Part part = Part::leg;
};

/// The messages of a session: those of its language, then English for what is missing there.
class Phrasebook {
   public:
    Phrasebook() = default;
    /// In the order of preference.
    explicit Phrasebook(std::vector<Messages> tables) : tables_(std::move(tables)) {}

    /// Returns a message with its names replaced, in the language of the first table that has it;
    /// an empty text if none has.
    Phrase say(Say key, const MessageValues& values = {}) const;
    /// Puts the side into a text of an exercise, with the words of its own language.
    Phrase place(const Phrase& text, Side side) const;

    /// The language that a session with it speaks; empty without tables.
    std::string_view language() const;
    const std::vector<Messages>& tables() const { return tables_; }

   private:
    const Messages* table_of(std::string_view language) const;

    std::vector<Messages> tables_;
};

/// "30 seconds", "one minute 30", "2 minutes", "2 minutes 30 seconds", rounded up to seconds.
std::string spoken_duration(Millis value, const Messages& messages);

}  // namespace hipflow
