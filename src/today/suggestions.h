// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace hipflow::today {

class Desk;

/// The kind of thing that a value on the command line names.
enum class ValueKind {
    other,
    routine,
    routine_or_file,
    exercise,
    exercise_or_file,
    exercise_or_none,
    exercise_or_session,
    program,
    restriction,
    activity,
    session,
    day,         // that has passed
    coming_day,  // today or later
    span,        // of days
    scored_place,
    file,
    command,
};

/// Something that may be typed, and what it stands for.
struct Suggestion {
    std::string text;
    std::string description;
};

/// Offers what library and history hold for a value of this kind; empty for a kind without a
/// source. Reads, and writes nothing. Throws where library or history cannot be read.
std::vector<Suggestion> suggestions(Desk& desk, ValueKind kind);

/// The place of a pain question in plain words, such as "between hip and knee" for "thigh"; empty
/// for a word that is no place.
std::string_view place_in_words(std::string_view site);

}  // namespace hipflow::today
