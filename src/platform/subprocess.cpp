// SPDX-License-Identifier: MIT
#include "platform/subprocess.h"

#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <memory>
#include <system_error>

#include "domain/error.h"
#include "platform/exit_status.h"

namespace hipflow {
namespace {

/// Texts as the system takes them; they point into the texts.
std::vector<char*> pointers_to(std::vector<std::string>& texts) {
    std::vector<char*> pointers;
    pointers.reserve(texts.size() + 1);
    for (auto& text : texts) pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

[[noreturn]] void cannot_start(const std::string& program, int fault) {
    throw Error(
        fmt::format("'{}' cannot be started: {}", program, std::generic_category().message(fault)));
}

int status_of(pid_t child) {
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return exit_status(status);
}

struct CloseFile {
    // NOLINTNEXTLINE(cppcoreguidelines-owning-memory): the pointer that calls it is the owner
    void operator()(std::FILE* file) const { std::fclose(file); }
};
using TemporaryFile = std::unique_ptr<std::FILE, CloseFile>;

/// Gone when closed. A file and no pipe: nobody has to wait for anybody.
TemporaryFile temporary_file() {
    TemporaryFile file(std::tmpfile());
    if (!file)
        throw Error(fmt::format("no temporary file can be made: {}",
                                std::generic_category().message(errno)));
    return file;
}

std::string text_of(std::FILE* file) {
    std::string text;
    std::array<char, 4096> block{};
    std::rewind(file);
    for (std::size_t count = 1; count > 0;) {
        count = std::fread(block.data(), 1, block.size(), file);
        text.append(block.data(), count);
    }
    return text;
}

/// The environment with some variables in place of their old values.
std::vector<std::string> environment_with(
    const std::vector<std::pair<std::string, std::string>>& variables) {
    std::vector<std::string> all;
    all.reserve(variables.size());
    for (const auto& [name, value] : variables) all.push_back(fmt::format("{}={}", name, value));
    // NOLINTNEXTLINE(cppcoreguidelines-pro-bounds-pointer-arithmetic): as the system has it
    for (char** entry = environ; entry != nullptr && *entry != nullptr; ++entry) {
        const std::string text(*entry);
        const std::string name = text.substr(0, text.find('='));
        bool replaced = false;
        for (const auto& variable : variables) replaced = replaced || variable.first == name;
        if (!replaced) all.push_back(text);
    }
    return all;
}

}  // namespace

int run_program(const std::vector<std::string>& arguments) {
    std::vector<std::string> copies = arguments;
    pid_t child = 0;
    const int fault = posix_spawnp(&child, copies.front().c_str(), nullptr, nullptr,
                                   pointers_to(copies).data(), environ);
    if (fault != 0) cannot_start(arguments.front(), fault);
    return status_of(child);
}

Outcome run_unseen(const std::vector<std::string>& arguments, std::string_view input,
                   const std::vector<std::pair<std::string, std::string>>& variables) {
    const std::array files = {temporary_file(), temporary_file(), temporary_file()};
    std::fwrite(input.data(), 1, input.size(), files[0].get());
    std::fflush(files[0].get());
    std::rewind(files[0].get());
    posix_spawn_file_actions_t actions{};
    posix_spawn_file_actions_init(&actions);
    for (int stream = 0; stream < 3; ++stream) {
        posix_spawn_file_actions_adddup2(
            &actions, fileno(files.at(static_cast<std::size_t>(stream)).get()), stream);
    }
    std::vector<std::string> copies = arguments;
    std::vector<std::string> environment = environment_with(variables);
    pid_t child = 0;
    const int fault = posix_spawnp(&child, copies.front().c_str(), &actions, nullptr,
                                   pointers_to(copies).data(), pointers_to(environment).data());
    posix_spawn_file_actions_destroy(&actions);
    if (fault != 0) cannot_start(arguments.front(), fault);
    Outcome outcome;
    outcome.status = status_of(child);
    outcome.output = text_of(files[1].get());
    outcome.errors = text_of(files[2].get());
    return outcome;
}

}  // namespace hipflow
