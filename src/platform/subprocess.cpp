// SPDX-License-Identifier: MIT
#include "platform/subprocess.h"

#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "domain/error.h"

namespace hipflow {

int run_program(const std::vector<std::string>& arguments) {
    std::vector<std::string> copies = arguments;
    std::vector<char*> argv;
    argv.reserve(copies.size() + 1);
    for (auto& argument : copies) argv.push_back(argument.data());
    argv.push_back(nullptr);
    pid_t child = 0;
    const int fault = posix_spawnp(&child, argv.front(), nullptr, nullptr, argv.data(), environ);
    if (fault != 0) {
        throw Error(fmt::format("'{}' cannot be started: {}", arguments.front(),
                                std::generic_category().message(fault)));
    }
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

}  // namespace hipflow
