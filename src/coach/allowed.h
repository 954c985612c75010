// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>

#include "domain/exercise.h"
#include "domain/restriction.h"

namespace hipflow {

/// What keeps an exercise from a person: a restriction of theirs with the tag that it is about, or
/// that they avoid it.
struct Against {
    const Restriction* restriction = nullptr;  // none: it is avoided
    std::string tag;
};

/// Nothing if the exercise may be given to this person. Whatever a session may hold goes through
/// here: what the routine names, what takes its place, alternates, harder variants, users' own
/// files. An exercise without tags is judged by its position alone. What its `avoid` tells
/// somebody with that restriction to leave out is left out, however small the movement.
std::optional<Against> against(const Exercise& exercise, const Person& person);

/// The same as a sentence about "it".
std::optional<std::string> objection(const Exercise& exercise, const Person& person);

/// The same in a word or two: "osteoporosis", "avoided".
std::optional<std::string> short_objection(const Exercise& exercise, const Person& person);

/// What the exercise itself says to somebody with a restriction that leaves it in, because it stays
/// in the middle of the range: "Knee to chest, with osteoporosis: draw the knee only …".
std::optional<std::string> caution(const Exercise& exercise, const Person& person);

/// Whether nothing is known of what the exercise asks of the body, although that matters here.
bool is_unknown_to(const Exercise& exercise, const Person& person);

/// "Bridge has no risk tags, so hipflow cannot tell …".
std::string untagged_words(const Exercise& exercise);

}  // namespace hipflow
