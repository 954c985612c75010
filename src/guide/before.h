// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>

#include "domain/settings.h"
#include "guide/questions.h"
#include "guide/recorder.h"
#include "store/store.h"
#include "terminal/face.h"

namespace hipflow {

/// What was learnt before the session, and what it makes of today.
struct Before {
    std::optional<PainScore> pain;
    std::optional<Side> sore_side;  // if it is one of the two
    Gate gate = Gate::none;         // as decided
    bool override_gate = false;     // rest was due; the session goes on all the same
    std::string unsaid;             // what the gate says, where no question led up to it
    bool session() const { return gate == Gate::none || gate == Gate::gentle || override_gate; }
};

/// The text at first run, shown until it has been acknowledged.
void show_first_run(Face& face, Recorder& recorder, const Store& store, bool ask);

/// The day whose morning score is owed: that of a session which ended within the last 36 hours, on
/// an earlier day, with no score entered yet.
std::optional<Day> morning_owed(const Store& store, const Stamp& now);
void ask_morning(Face& face, Recorder& recorder, Day for_day);

/// Pain now, and what the gate says to it, in words and with the choice that it leaves.
Before ask_before(Face& face, Recorder& recorder, const Store& store, const GivenAnswers& given,
                  const PainThresholds& thresholds, const Stamp& now);

}  // namespace hipflow
