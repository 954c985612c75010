// SPDX-License-Identifier: MIT
#include "terminal/answer_keys.h"

#include "domain/number.h"

namespace hipflow::terminal {
namespace {

using namespace std::chrono_literals;

// The same digit twice, as in 11, is pressed twice if it comes between these times: the repeats of
// a key held down come faster, and the first of them later.
constexpr Millis fastest_second_press = 50ms;
constexpr Millis earliest_repeat = 250ms;

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

bool is_pressed_twice(const KeyPress& press) {
    return press.again_after && *press.again_after >= fastest_second_press &&
           *press.again_after < earliest_repeat;
}

/// Returns whether a number of the range begins with these digits and has more of them.
bool may_go_on(long value, const NumberRange& numbers) {
    return value > 0 && value * 10 <= numbers.most;
}

AnswerStep with_digit(const NumberRange& numbers, std::string_view typed, std::string_view digit) {
    std::string text = std::string(typed) + std::string(digit);
    const auto value = parse_number<long>(text);
    if (!value || *value > numbers.most) return {};
    if (may_go_on(*value, numbers)) return {std::nullopt, std::move(text)};
    if (*value < numbers.least) return {};
    return {std::move(text), {}};
}

AnswerStep go_on(const Question& question, std::string_view typed, const KeyPress& press) {
    if (press.key == key_enter) return {std::string(typed), {}};
    const bool repeats = typed.ends_with(press.key);
    if (repeats && !is_pressed_twice(press)) return {std::nullopt, std::string(typed)};
    if (!is_digit(press.key) || !question.numbers) return {};
    return with_digit(*question.numbers, typed, press.key);
}

}  // namespace

AnswerStep take_answer_key(const Question& question, std::string_view typed,
                           const KeyPress& press) {
    if (press.pasted) return {std::nullopt, std::string(typed)};
    if (!typed.empty()) return go_on(question, typed, press);
    if (press.key.size() != 1) return {};
    const char letter = small(press.key.front());
    if (question.letters.find(letter) != std::string::npos) return {std::string(1, letter), {}};
    if (!is_digit(press.key) || !question.numbers) return {};
    return with_digit(*question.numbers, {}, press.key);
}

}  // namespace hipflow::terminal
