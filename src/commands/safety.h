// SPDX-License-Identifier: MIT
#pragma once
#include <optional>

#include "commands/command.h"
#include "domain/pain.h"
#include "domain/time.h"

namespace hipflow {

/// Answers a score of nine or ten that was entered, if it was felt within the last day; nothing is
/// said to any other.
void answer_severe(Context& context, std::optional<PainScore> highest, Instant felt);
/// The same of all scores of a change.
void answer_severe(Context& context, const Change& entered, Instant felt);

void add_safety(CLI::App& app, Action& action);

}  // namespace hipflow
