// SPDX-License-Identifier: MIT
#include "platform/clock.h"

#include <fmt/format.h>

#include <cmath>
#include <ctime>

#include "domain/error.h"
#include "domain/number.h"

namespace hipflow {
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

Clock::Clock(const Environment& environment)
    : speed_(read_speed(environment)),
      started_(read(CLOCK_MONOTONIC)),
      pretended_start_(read_now(environment)) {
    if (speed_ != 1 && !pretended_start_) {
        pretended_start_ = time_point_cast<Millis>(system_clock::now());
    }
}

nanoseconds Clock::running() const { return read(CLOCK_MONOTONIC) - started_; }

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

}  // namespace hipflow
