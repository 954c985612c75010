// SPDX-License-Identifier: MIT
#pragma once
#include <chrono>
#include <optional>
#include <string>

#include "domain/time.h"
#include "platform/environment.h"

namespace hipflow {

/// The machine's clocks. For tests, HIPFLOW_NOW (RFC 3339) sets the wall clock to that instant at
/// the start of the program, and HIPFLOW_SPEED (1 to 1000) makes both clocks run that many times as
/// fast. Throws Error if either cannot be read.
class Clock {
   public:
    explicit Clock(const Environment& environment);

    /// For records only: it may jump.
    Instant wall() const;

    /// Since the start of the program; stands still while the machine sleeps, and never jumps.
    Millis monotonic() const;

    /// In real time since the start of the program, at whatever speed the clock runs.
    Millis real() const;

    /// How long the machine has slept in all, in real time, since some origin.
    static Millis asleep();

    /// How long to wait, in real time, until monotonic() reaches `deadline`; zero if it has.
    std::chrono::nanoseconds until(Millis deadline) const;

    double speed() const { return speed_; }
    /// The same clock at another speed.
    void set_speed(double speed) { speed_ = speed; }

   private:
    std::chrono::nanoseconds running() const;

    double speed_ = 1;
    std::chrono::nanoseconds started_{};
    std::optional<Instant> pretended_start_;  // of the wall clock
};

// The only place that knows the time zone of the machine (TRACKING c0).

/// How far the local clock is ahead of UTC at that instant, in the zone in force now.
std::chrono::seconds utc_offset(Instant at);

/// Whether `zone`, a value of TZ, is a zone that is installed (in `folder`, or where the system has
/// them), or a rule such as CET-1CEST.
bool is_known_zone(const std::string& zone, const std::optional<std::string>& folder);

/// An instant as lived here, its day beginning `day_starts` after midnight.
Stamp stamp(Instant at, std::chrono::minutes day_starts);

/// The instant at which the clocks here show that time of that calendar day. Nothing if they never
/// do, because they were put forward over it; the first of two where they were put back.
std::optional<Instant> local_instant(Day day, Millis time_of_day);

/// The same, and where the clocks never show it, the first instant after the gap.
Instant local_instant_or_next(Day day, Millis time_of_day);

}  // namespace hipflow
