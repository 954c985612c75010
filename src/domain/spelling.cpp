// SPDX-License-Identifier: MIT
#include "domain/spelling.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <vector>

namespace hipflow {

std::size_t edit_distance(std::string_view a, std::string_view b) {
    // Three rows of the dynamic-programming table suffice: a swap looks two rows back.
    std::vector<std::size_t> before_last(b.size() + 1);
    std::vector<std::size_t> last(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(last.begin(), last.end(), 0U);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replace = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, replace});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
        }
        std::swap(before_last, last);
        std::swap(last, row);
    }
    return last[b.size()];
}

std::optional<std::string> nearest(std::string_view word, std::span<const std::string> known) {
    constexpr std::size_t most_edits = 2;
    constexpr std::size_t longest = 64;  // longer ones are not typing errors
    if (word.empty() || word.size() > longest) return {};
    std::optional<std::string> best;
    std::size_t best_distance = most_edits + 1;
    for (const auto& candidate : known) {
        const std::size_t distance = edit_distance(word, candidate);
        if (distance < best_distance && 2 * distance < std::max(word.size(), candidate.size())) {
            best = candidate;
            best_distance = distance;
        }
    }
    if (best_distance <= 1) return best;
    // The beginning of a name is a better hint than two typing errors: '--pai', 'figure-4'.
    const auto begins = std::find_if(known.begin(), known.end(), [&](const std::string& candidate) {
        return word.size() >= 3 && candidate.starts_with(word);
    });
    return begins == known.end() ? best : std::optional(*begins);
}

std::string did_you_mean(std::string_view word, std::span<const std::string> known) {
    const auto meant = nearest(word, known);
    return meant ? fmt::format(" Did you mean '{}'?", *meant) : std::string();
}

}  // namespace hipflow
