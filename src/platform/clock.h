// SPDX-License-Identifier: MIT
#pragma once
#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "domain/time.h"
#include "platform/environment.h"

namespace hipflow::platform {

/// The machine's clocks; see docs/design/architecture.md, "Time". For tests, HIPFLOW_NOW (RFC 3339)
/// sets the wall clock to that instant at the start of the program, and HIPFLOW_SPEED (1 to 1000)
/// makes both clocks run that many times as fast. The constructor throws Error if either cannot be
/// read.
class Clock {
   public:
    /// Returns the time since an arbitrary origin. It never jumps.
    using Source = std::function<std::chrono::nanoseconds()>;

    explicit Clock(const Environment& environment) : Clock(environment, monotonic_source()) {}
    /// A clock that runs as fast as `source` does: a test lets time pass by itself.
    Clock(const Environment& environment, Source source);

    /// Time of day, for records only: it may jump.
    Instant wall() const;

    /// Time since the start of the program. It never jumps, and stands still while the machine
    /// sleeps.
    Millis monotonic() const;

    /// Real time since the start of the program, at whatever speed the clock runs.
    Millis real() const;

    /// How long the machine has slept, in real time, since an arbitrary origin.
    static Millis asleep();

    /// Real time left until monotonic() reaches `deadline`; zero if it has.
    std::chrono::nanoseconds until(Millis deadline) const;

    double speed() const { return speed_; }
    void set_speed(double speed) { speed_ = speed; }

   private:
    static Source monotonic_source();
    std::chrono::nanoseconds running() const;

    Source source_;
    double speed_ = 1;
    std::chrono::nanoseconds started_{};
    std::optional<Instant> pretended_start_;  // of the wall clock
};

// Nothing else knows the time zone of the machine. See docs/design/data.md, "Days and times".

/// Returns how far the local clock is ahead of UTC at an instant, in the zone in force now.
std::chrono::seconds utc_offset(Instant at);

/// Returns whether `zone`, a value of TZ, is a zone installed in `folder` (by default that of the
/// system), or a rule such as CET-1CEST.
bool is_known_zone(const std::string& zone, const std::optional<std::string>& folder);

/// Returns whether `zone`, a value of TZ, is the one that programs use which know no TZ. `folder`
/// is where zones are installed, `localtime` the file of the machine's own; without one it is UTC.
bool is_zone_of_machine(const std::string& zone,
                        const std::filesystem::path& folder = "/usr/share/zoneinfo",
                        const std::filesystem::path& localtime = "/etc/localtime");

/// Stamps an instant with the local offset and day; a day begins `day_starts` after midnight.
Stamp stamp(Instant at, std::chrono::minutes day_starts);

/// Returns the instant at which local clocks show that time of that calendar day: the first of two
/// where they were put back, nullopt where they were put forward over it.
std::optional<Instant> local_instant(Day day, Millis time_of_day);

/// Returns the same, but the first instant after the gap where local clocks never show that time.
Instant local_instant_or_next(Day day, Millis time_of_day);

}  // namespace hipflow::platform
