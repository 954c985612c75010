// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "commands/command.h"

namespace hipflow {

/// DESIGN 7: what is told of the history where nobody says how far back.
inline constexpr int usual_weeks = 12;

/// The options by which a part of the history is chosen.
struct RangeOptions {
    std::optional<std::string> since;
    std::optional<std::string> until;
    std::optional<std::string> last;
    std::optional<std::string> routine;
    bool all = false;
};

/// Adds --since, --until, --last and --all.
void add_day_options(CLI::App& app, RangeOptions& options);
/// The same, and --routine.
void add_range_options(CLI::App& app, RangeOptions& options);

/// What they mean on the day `today`; without any of them, the last `weeks` weeks up to today.
/// Throws Error for a date that cannot be read, a range that ends before it begins, or a routine
/// that is neither in the library nor in the history.
Filter filter_of(Context& context, const RangeOptions& options, Day today, int weeks);

/// Throws Error for a date, with a time or not, that lies outside of what can be recorded.
void require_in_range(const std::string& option, std::string_view text);

/// "today", "yesterday", a weekday (the last one, today included), or an ISO date.
std::optional<Day> parse_day_word(std::string_view text, Day today);

/// A day to come: "today", "tomorrow", a weekday (the next one, today included), or an ISO date.
/// Throws Error naming the option.
Day coming_day_in(const std::string& option, const std::string& text, Day today);

}  // namespace hipflow
