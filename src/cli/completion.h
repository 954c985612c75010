// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <vector>

#include "cli/command.h"

namespace hipflow::cli {

/// True if the arguments are a question from a shell, "__complete N WORD…": which words may replace
/// word N (0 is the program) of the command line that the user is typing.
bool is_completion(const std::vector<std::string>& arguments);

/// Prints the answer: a line "candidate<TAB>description" for each candidate, then ":n", a sum of
/// `CompletionRule`. The shell compares them with the word so far. Prints nothing else and never
/// fails: nobody who presses Tab asked for an error message. Writes nothing.
int complete(const Command& program, const std::vector<std::string>& arguments,
             const platform::Streams& streams, const platform::Environment& environment);

}  // namespace hipflow::cli
