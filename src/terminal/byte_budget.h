// SPDX-License-Identifier: MIT
#pragma once
#include <algorithm>

#include "domain/time.h"

namespace hipflow::terminal {

/// Bytes that may be spent over time: a token bucket that one picture may overdraw. The next one
/// then waits until that is made up for, so expensive pictures are drawn less often.
class ByteBudget {
   public:
    /// `rate` in bytes a second; at most `burst` are saved.
    ByteBudget(double rate, double burst) : rate_(rate), burst_(burst), saved_(burst) {}

    /// Returns when something may be spent again, `now` or later.
    Millis ready(Millis now) const {
        const double owed = -saved_at(now);
        if (owed <= 0) return now;
        return now + Millis(static_cast<Millis::rep>(owed / rate_ * 1000) + 1);
    }
    void spend(double bytes, Millis now) {
        saved_ = saved_at(now) - bytes;
        since_ = now;
    }

   private:
    double saved_at(Millis now) const {
        const double seconds = static_cast<double>((now - since_).count()) / 1000;
        return std::min(burst_, saved_ + rate_ * std::max(seconds, 0.0));
    }

    double rate_;
    double burst_;
    double saved_;
    Millis since_{};
};

}  // namespace hipflow::terminal
