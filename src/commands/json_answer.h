// SPDX-License-Identifier: MIT
#pragma once
#include "commands/command.h"
#include "exchange/json.h"

namespace hipflow {

/// The start of every JSON answer: {"schema": 1}.
Json json_answer();

/// Prints it as one document.
void print_json(const Context& context, const Json& answer);

}  // namespace hipflow
