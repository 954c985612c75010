// SPDX-License-Identifier: MIT
#pragma once
#include "sound/utterance.h"

namespace hipflow {

/// The longest that anything but an answer to a key may come late (TERMINAL 4.2).
inline constexpr Millis most_late{300};

/// What is being heard, in real time.
struct Sounding {
    Rank rank = Rank::answer;
    Millis until{};  // when its last sample is due
};

enum class TurnVerdict { interrupt, wait, drop };

/// What becomes of a sound that is due at `now` while another is being heard: it interrupts what is
/// no more important, waits for what ends in time, and else is dropped.
constexpr TurnVerdict verdict(const Sounding& heard, Rank next, Millis now) {
    const bool over = heard.until <= now || heard.rank == Rank::waking;
    if (next == Rank::answer || over) return TurnVerdict::interrupt;
    if (heard.until <= now + most_late) return TurnVerdict::wait;
    return next <= heard.rank ? TurnVerdict::interrupt : TurnVerdict::drop;
}

}  // namespace hipflow
