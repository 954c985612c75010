// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "terminal/face.h"
#include "terminal/input.h"

namespace hipflow::terminal {

/// How long a number may go on: 1 may become 10.
inline constexpr Millis number_goes_on = std::chrono::milliseconds(500);

/// What a key made of an answer.
struct AnswerStep {
    std::optional<std::string> answer;  // the question is answered
    std::string typed;                  // else the beginning of a number that may go on
};

/// Takes a key in answer to a question that keys answer. `typed` is what the keys before it left
/// over. Pasted text, and a key held down behind its own number, change nothing; a key that cannot
/// go on with a number takes it back. Letters may be capitals.
AnswerStep take_answer_key(const Question& question, std::string_view typed, const KeyPress& press);

}  // namespace hipflow::terminal
