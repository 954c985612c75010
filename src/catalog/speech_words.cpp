// SPDX-License-Identifier: MIT
#include "catalog/speech_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "catalog/listing.h"

namespace hipflow::catalog {
namespace {

constexpr auto hard_words = std::to_array<std::string_view>(
    {"pelvis",     "piriformis", "sacrum", "glute",     "glutes",     "gluteal",   "sternum",
     "breastbone", "lumbar",     "supine", "prone",     "abduct",     "abduction", "engage",
     "activate",   "core",       "groin",  "calf",      "calves",     "creases",   "kickstand",
     "patella",    "femur",      "quad",   "hamstring", "hamstrings", "neutral"});

constexpr auto limbs =
    std::to_array<std::string_view>({"leg", "foot", "knee", "ankle", "thigh", "hip", "side", "hand",
                                     "arm", "shin", "heel", "toes", "elbow", "shoulder"});

constexpr auto abbreviations =
    std::to_array<std::string_view>({"approx.", "etc.", "sec.", "min.", "max.", "deg.", "resp.",
                                     "incl.", "ca.", "bzw.", "usw.", "evtl.", "ggf."});

constexpr std::string_view bad_signs = "0123456789/()[]{}<>|&%+=*_#@\\";

bool is_letter(char c) {
    const bool ascii = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return ascii || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

/// The words of a text in small letters, without what stands between them.
std::vector<std::string> words_in(std::string_view text) {
    std::vector<std::string> words(1);
    for (const char c : text) {
        if (is_letter(c) || c == '\'') {
            words.back() += c;
        } else if (!words.back().empty()) {
            words.emplace_back();
        }
    }
    if (words.back().empty()) words.pop_back();
    for (auto& word : words) word = lower_case(std::move(word));
    return words;
}

bool has_abbreviation(std::string_view text) {
    const std::string small = lower_case(std::string(text));
    for (std::size_t i = 1; i + 1 < small.size(); ++i) {
        // "e.g." and "z.B.": no sentence begins right behind a full stop.
        if (small[i] == '.' && is_letter(small[i - 1]) && is_letter(small[i + 1])) return true;
    }
    return std::ranges::any_of(abbreviations, [&](std::string_view word) {
        const auto at = small.find(word);
        const bool whole = at == 0 || (at != std::string::npos && !is_letter(small[at - 1]));
        return at != std::string::npos && whole && at + word.size() < small.size();
    });
}

}  // namespace

std::size_t word_count(std::string_view text) {
    std::size_t count = 0;
    bool inside = false;
    for (const char c : text) {
        if (c != ' ' && !inside) ++count;
        inside = c != ' ';
    }
    return count;
}

std::string unspeakable(std::string_view text) {
    if (text.empty()) return {};
    if (!is_letter(text.front())) {
        return fmt::format("begins with '{}', expected a letter", text.front());
    }
    if (const auto at = text.find_first_of(bad_signs); at != std::string_view::npos) {
        const bool digit = text[at] >= '0' && text[at] <= '9';
        return fmt::format("has '{}', which voices read in different ways; write {}", text[at],
                           digit ? "the number in words" : "it in words");
    }
    if (has_abbreviation(text)) return "has an abbreviation; write it in full, as it is spoken";
    return {};
}

std::string unclear_side(std::string_view text) {
    const auto words = words_in(text);
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == "working") return words[i];
        if (words[i] != "other" || i + 1 == words.size()) continue;
        if (std::ranges::find(limbs, words[i + 1]) != limbs.end()) {
            return words[i] + ' ' + words[i + 1];
        }
    }
    return {};
}

std::string hard_word(std::string_view text) {
    for (const auto& word : words_in(text)) {
        if (std::ranges::find(hard_words, word) != hard_words.end()) return word;
    }
    return {};
}

}  // namespace hipflow::catalog
