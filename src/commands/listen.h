// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <vector>

#include "catalog/library.h"
#include "cli/context.h"

namespace hipflow::commands {

/// Speaks what a session says before each set of a routine, in full, with the pauses of a session
/// but without the work. The sentences are printed as they begin. Returns the exit code: 1 where
/// nothing is heard. A signal ends it.
int listen_to_routine(cli::Context& context, const catalog::RoutineFile& source);

/// Does the same with one exercise, by its id or its file. Throws Error if there is none.
int listen_to_exercise(cli::Context& context, const std::string& name);

/// Does so with each of them, until one is not heard. Returns the last exit code.
template <typename Listen>
int listen_to_each(const std::vector<std::string>& names, const Listen& listen) {
    int code = cli::code(ExitCode::done);
    for (const auto& name : names) {
        if (code == cli::code(ExitCode::done)) code = listen(name);
    }
    return code;
}

}  // namespace hipflow::commands
