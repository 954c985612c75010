// SPDX-License-Identifier: MIT
#include "guide/asking.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "domain/number.h"
#include "text/utf8.h"

namespace hipflow::guide {
namespace {

/// Repeats a question, with what was wrong about the answer above it.
std::string again(std::string_view wrong, std::string_view question) {
    return fmt::format("{}{}{}", wrong, question.empty() ? "" : "\n", question);
}

std::string in_small(std::string text) {
    for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    return text;
}

/// Reads a number, a word for one or, if it is among the letters, x for ten and n for none.
std::optional<long> number_of(const std::string& answer, std::string_view letters) {
    if (const auto value = parse_number<long>(answer)) return value;
    const std::string small = in_small(answer);
    const bool has_ten = letters.find('x') != std::string_view::npos;
    const bool has_none = letters.find('n') != std::string_view::npos;
    if (has_ten && small == "x") return ten;
    if (has_none && (small == "n" || small == "no" || small == "none")) return 0;
    constexpr auto number_words = std::to_array<std::string_view>(
        {"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"});
    const auto* found = std::ranges::find(number_words, small);
    if (found == number_words.end()) return std::nullopt;
    return found - number_words.begin();
}

/// Returns the letters of the options, in their order.
std::string letters_of(const std::vector<std::string>& options) {
    std::string letters;
    for (const auto& option : options) {
        if (option.find(' ') == 1) letters += option.front();
    }
    return letters;
}

/// Puts its number before each option that has a letter.
std::vector<std::string> numbered(const std::vector<std::string>& options) {
    std::vector<std::string> result;
    result.reserve(options.size());
    int number = 0;
    for (const auto& option : options) {
        const bool has_letter = option.find(' ') == 1;
        result.push_back(has_letter ? fmt::format("{}/{}", ++number, option) : option);
    }
    return result;
}

/// Returns whether a word of the meaning begins with what was typed: "low" of "low back".
bool names(std::string_view meaning, std::string_view typed) {
    for (std::size_t at = meaning.find(typed); at != std::string_view::npos;
         at = meaning.find(typed, at + 1)) {
        if (at == 0 || meaning[at - 1] == ' ') return true;
    }
    return false;
}

/// Returns the letter that an answer stands for: by itself, by its number, or by words that only
/// one of the options has.
std::optional<char> letter_of(const std::string& answer, const std::string& letters,
                              const std::vector<std::string>& options) {
    if (const auto number = parse_number<std::size_t>(answer)) {
        const bool listed = *number >= 1 && *number <= letters.size();
        return listed ? std::optional(letters[*number - 1]) : std::nullopt;
    }
    const std::string typed = in_small(answer);
    if (typed.size() == 1) {
        const bool listed = letters.find(typed.front()) != std::string::npos;
        return listed ? std::optional(typed.front()) : std::nullopt;
    }
    std::optional<char> found;
    for (const auto& option : options) {
        if (option.find(' ') != 1 || !names(std::string_view(option).substr(2), typed)) continue;
        if (found) return std::nullopt;
        found = option.front();
    }
    return found;
}

}  // namespace

std::optional<long> ask_in_range(terminal::Face& face, const terminal::Question& question,
                                 std::string_view enter_gives) {
    terminal::Question asked = question;
    const terminal::NumberRange range = question.numbers.value_or(terminal::NumberRange{0, ten});
    std::string answer = face.ask(asked);
    while (!answer.empty()) {
        const auto value = number_of(answer, question.letters);
        if (value && *value >= range.least && *value <= range.most) return value;
        asked.text =
            again(fmt::format("Please type a whole number from {} to {}, or press Enter {}.",
                              range.least, range.most, enter_gives),
                  question.text);
        answer = face.ask(asked);
    }
    return std::nullopt;
}

std::optional<long> ask_number(terminal::Face& face, std::string_view question, long least,
                               long most, const std::vector<std::string>& options) {
    const terminal::Question asked{.text = std::string(question),
                                   .letters = most == ten ? "x" : "",
                                   .options = options,
                                   .numbers = terminal::NumberRange{least, most}};
    return ask_in_range(face, asked, for_none);
}

std::optional<char> ask_letter(terminal::Face& face, std::string_view question,
                               const std::vector<std::string>& options) {
    const std::string letters = letters_of(options);
    terminal::Question asked{
        .text = std::string(question),
        .letters = letters,
        .options = numbered(options),
        .numbers = terminal::NumberRange{1, static_cast<long>(letters.size())}};
    std::string answer = face.ask(asked);
    while (!answer.empty()) {
        if (const auto letter = letter_of(answer, letters, options)) return letter;
        asked.text = again("Please type one of the letters or numbers, or press Enter.", question);
        answer = face.ask(asked);
    }
    return std::nullopt;
}

std::optional<std::string> ask_text(terminal::Face& face, std::string_view question) {
    const std::string first(question);
    std::string note = face.ask({first});
    while (!is_plain_text(note)) {
        note = face.ask({again(
            "Please type letters, digits and signs only, or just press Enter for none.", first)});
    }
    if (note.empty()) return std::nullopt;
    return note;
}

}  // namespace hipflow::guide
