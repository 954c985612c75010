// SPDX-License-Identifier: MIT
#pragma once
#include <sys/wait.h>

namespace hipflow {

/// What waitpid() told, as a shell says it: the exit code, or 128 and the signal that ended it.
inline int exit_status(int wait_status) {
    return WIFSIGNALED(wait_status) ? 128 + WTERMSIG(wait_status) : WEXITSTATUS(wait_status);
}

}  // namespace hipflow
