// SPDX-License-Identifier: MIT
#include "platform/clock.h"

#include <fmt/format.h>

#include <cmath>
#include <ctime>
#include <filesystem>
#include <system_error>
#include <utility>

#include "domain/error.h"
#include "domain/number.h"

namespace hipflow::platform {
namespace {

using namespace std::chrono;

nanoseconds read(clockid_t id) {
    timespec value{};
    clock_gettime(id, &value);
    return seconds(value.tv_sec) + nanoseconds(value.tv_nsec);
}

double read_speed(const Environment& environment) {
    const auto text = environment.get("HIPFLOW_SPEED");
    if (!text) return 1;
    const auto speed = parse_number<double>(*text);
    if (speed && *speed >= 1 && *speed <= 1000) return *speed;
    throw Error(fmt::format("HIPFLOW_SPEED is '{}'; expected a number from 1 to 1000", *text));
}

std::optional<Instant> read_now(const Environment& environment) {
    const auto text = environment.get("HIPFLOW_NOW");
    if (!text) return std::nullopt;
    if (const auto instant = parse_instant(*text)) return instant->at;
    throw Error(fmt::format(
        "HIPFLOW_NOW is '{}'; expected a time with offset, such as 2026-11-22T07:30:00+01:00",
        *text));
}

}  // namespace

Clock::Clock(const Environment& environment, Source source)
    : source_(std::move(source)),
      speed_(read_speed(environment)),
      started_(source_()),
      pretended_start_(read_now(environment)) {
    if (speed_ != 1 && !pretended_start_) {
        pretended_start_ = time_point_cast<Millis>(system_clock::now());
    }
}

Clock::Source Clock::monotonic_source() {
    return [] { return read(CLOCK_MONOTONIC); };
}

nanoseconds Clock::running() const { return source_() - started_; }

Instant Clock::wall() const {
    if (pretended_start_) return *pretended_start_ + monotonic();
    return time_point_cast<Millis>(system_clock::now());
}

Millis Clock::monotonic() const {
    const double nanos = std::floor(static_cast<double>(running().count()) * speed_);
    return duration_cast<Millis>(nanoseconds(static_cast<std::int64_t>(nanos)));
}

Millis Clock::real() const { return duration_cast<Millis>(running()); }

Millis Clock::asleep() {
#ifdef CLOCK_BOOTTIME
    return duration_cast<Millis>(read(CLOCK_BOOTTIME) - read(CLOCK_MONOTONIC));
#else
    return Millis{0};
#endif
}

nanoseconds Clock::until(Millis deadline) const {
    const double real = std::ceil(static_cast<double>(nanoseconds(deadline).count()) / speed_);
    const nanoseconds left = nanoseconds(static_cast<std::int64_t>(real)) - running();
    return std::max(left, nanoseconds(0));
}

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

bool is_zone_of_machine(const std::string& zone, const std::filesystem::path& folder,
                        const std::filesystem::path& localtime) {
    const std::string name = zone.starts_with(':') ? zone.substr(1) : zone;
    std::error_code none;
    if (!std::filesystem::exists(localtime, none)) return name == "UTC" || name == "Etc/UTC";
    return std::filesystem::equivalent(folder / name, localtime, none);
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

}  // namespace hipflow::platform
