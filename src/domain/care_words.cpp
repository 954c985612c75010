// SPDX-License-Identifier: MIT
#include "domain/care_words.h"

#include <algorithm>
#include <cmath>

namespace hipflow {
namespace {

/// Replaces in one pass: a value that has braces stays as it is. A name without a value stays too.
std::string filled(std::string_view text, CareValues values) {
    std::string result;
    while (!text.empty()) {
        const auto open = text.find('{');
        const auto close = open == std::string_view::npos ? open : text.find('}', open);
        if (close == std::string_view::npos) break;
        const std::string_view name = text.substr(open + 1, close - open - 1);
        const auto* const value =
            std::ranges::find(values, name, [](const auto& v) { return v.first; });
        result += text.substr(0, open);
        result += value == values.end() ? text.substr(open, close - open + 1) : value->second;
        text.remove_prefix(close + 1);
    }
    return result += text;
}

}  // namespace

std::string CareWords::say(Care key, CareValues values) const {
    const auto& entries = list(key);
    return entries.empty() ? std::string() : filled(entries.front(), values);
}

std::string usual_words(double usual, const CareWords& words) {
    const int low = static_cast<int>(std::floor(usual));
    const int high = static_cast<int>(std::ceil(usual));
    if (low == high) return std::to_string(low);
    return words.say(Care::usual_between,
                     {{"low", std::to_string(low)}, {"high", std::to_string(high)}});
}

}  // namespace hipflow
