// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <vector>

#include "cli/command.h"

namespace hipflow::cli {

/// Are the arguments a question of a shell, "__complete N WORD…"? It asks what may stand in place
/// of word N (0 is the program) of the command line that the user is typing.
bool is_completion(const std::vector<std::string>& arguments);

/// Answers it: a line "candidate<TAB>description" for each, then ":n", a sum of `CompletionRule`.
/// The shell compares them with the word so far. Prints nothing else and never fails: nobody who
/// presses Tab asked for an error message. Writes nothing.
int complete(const Command& program, const std::vector<std::string>& arguments,
             const platform::Streams& streams, const platform::Environment& environment);

}  // namespace hipflow::cli
