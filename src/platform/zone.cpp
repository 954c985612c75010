// SPDX-License-Identifier: MIT
#include "platform/zone.h"

#include <ctime>
#include <filesystem>
#include <system_error>

namespace hipflow {

std::chrono::seconds utc_offset(Instant at) {
    const auto seconds = std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count();
    const auto time = static_cast<std::time_t>(seconds);
    std::tm local{};
    if (localtime_r(&time, &local) == nullptr) return std::chrono::seconds(0);
    return std::chrono::seconds(local.tm_gmtoff);
}

bool is_known_zone(const std::string& zone, const std::optional<std::string>& folder) {
    const std::filesystem::path name = zone.starts_with(':') ? zone.substr(1) : zone;
    const std::filesystem::path file =
        std::filesystem::path(folder.value_or("/usr/share/zoneinfo")) / name;
    std::error_code unreadable;
    if (std::filesystem::is_regular_file(file, unreadable)) return true;
    if (name == "UTC" || name == "GMT") return true;
    // A rule has a name of three letters or more, or one in <>, and how far it is from UTC.
    const auto letters =
        zone.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
    const auto name_end = zone.starts_with('<') ? zone.find('>') : letters;
    if (name_end == std::string::npos || name_end < 3) return false;
    return zone.find_first_of("0123456789", name_end) != std::string::npos &&
           zone.find('/') == std::string::npos;
}

std::optional<Instant> local_instant(Day day, Millis time_of_day) {
    const Millis wanted = day.time_since_epoch() + time_of_day;
    // What the clocks show lies within a day of UTC; of two instants that fit, the earlier is
    // first.
    for (const auto offset : {utc_offset(Instant(wanted) - std::chrono::days(1)),
                              utc_offset(Instant(wanted) + std::chrono::days(1))}) {
        const Instant candidate(wanted - offset);
        if (utc_offset(candidate) == offset) return candidate;
    }
    return std::nullopt;
}

Instant local_instant_or_next(Day day, Millis time_of_day) {
    constexpr auto longest_gap = std::chrono::hours(24);  // a zone can leave out a day
    for (Millis later{}; later <= longest_gap; later += std::chrono::minutes(1)) {
        if (const auto at = local_instant(day, time_of_day + later)) return *at;
    }
    return Instant(day.time_since_epoch() + time_of_day);
}

Stamp stamp(Instant at, std::chrono::minutes day_starts) {
    const auto offset = utc_offset(at);
    return {at, offset, local_day(at, offset, day_starts)};
}

}  // namespace hipflow
