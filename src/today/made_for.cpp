// SPDX-License-Identifier: MIT
#include "today/made_for.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "coach/prescribe.h"
#include "domain/error.h"
#include "today/routine_source.h"
#include "today/todays_session.h"

namespace hipflow::today {
namespace {

constexpr const char* on_a_chair = "chair-session";

/// Most of it is left for the person, whatever else they named.
bool is_enough(Desk& desk, const std::string& routine) {
    try {
        return !prescription_for(desk, find_routine(desk.library(), routine), {}).too_little;
    } catch (const Error& error) {
        if (error.code() == ExitCode::storage) throw;
        return false;
    }
}

}  // namespace

std::vector<std::string> routines_for(const std::string& restriction) {
    if (restriction == "pregnancy") return {"expecting"};
    if (restriction == "balance") return {"steady-feet", on_a_chair};
    if (restriction == "no-floor") return {"on-the-bed", on_a_chair};
    constexpr auto seated = std::to_array<std::string_view>({"lying-flat", "vertigo", "knees"});
    if (std::ranges::find(seated, restriction) != seated.end()) return {on_a_chair};
    return {};
}

std::optional<std::string> routine_made_for(Desk& desk,
                                            const std::vector<std::string>& restrictions,
                                            const std::string& chosen) {
    std::vector<std::string> all;
    for (const auto& restriction : restrictions) {
        for (auto& routine : routines_for(restriction)) all.push_back(std::move(routine));
    }
    if (std::ranges::find(all, chosen) != all.end()) return std::nullopt;
    for (const auto& routine : all) {
        if (!is_enough(desk, routine)) continue;
        return fmt::format("There is a routine for this: 'hipflow start {}'.", routine);
    }
    return std::nullopt;
}

}  // namespace hipflow::today
