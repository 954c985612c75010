// SPDX-License-Identifier: MIT
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <span>

// peak PROGRAM ARGUMENTS...: the program's peak memory in KiB. A process begins with the peak of
// the one that started it, so the starter must be small: no Python.
int main(int count, char** arguments) {
    const std::span<char*> words(arguments, static_cast<std::size_t>(count));
    if (words.size() < 2) return 2;
    const pid_t child = fork();
    if (child == 0) {
        if (std::freopen("/dev/null", "w", stdout) == nullptr) _exit(126);
        execv(words[1], words.subspan(1).data());
        _exit(127);
    }
    rusage usage{};
    int status = 0;
    if (wait4(child, &status, 0, &usage) != child || status != 0) return 1;
    std::printf("%ld\n", usage.ru_maxrss);
    return 0;
}
