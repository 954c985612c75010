// SPDX-License-Identifier: MIT
#pragma once
#include <optional>

#include "cli/command.h"
#include "domain/body.h"
#include "domain/time.h"
#include "store/change.h"

namespace hipflow::commands {

/// Prints what to do about a severe score that was entered, if it was felt within the last day;
/// prints nothing for any other.
void answer_severe(cli::Context& context, std::optional<PainScore> highest, Instant felt);
/// The same for the highest score of a change.
void answer_severe(cli::Context& context, const store::Change& entered, Instant felt);

}  // namespace hipflow::commands
