// SPDX-License-Identifier: MIT
#include "platform/program.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <sstream>
#include <system_error>
#include <utility>

#include "domain/error.h"

namespace hipflow::platform {
namespace {

namespace fs = std::filesystem;

int exit_status(int wait_status) {
    return WIFSIGNALED(wait_status) ? 128 + WTERMSIG(wait_status) : WEXITSTATUS(wait_status);
}

/// How a program begins: as this one runs, unless told otherwise.
class Beginning {
   public:
    Beginning() {
        posix_spawnattr_init(&attributes_);
        posix_spawn_file_actions_init(&files_);
    }
    ~Beginning() {
        posix_spawnattr_destroy(&attributes_);
        posix_spawn_file_actions_destroy(&files_);
    }
    Beginning(const Beginning&) = delete;
    Beginning& operator=(const Beginning&) = delete;

    /// Gives it standard streams of its own: input, output, errors.
    void with_streams(const std::array<int, 3>& descriptors) {
        for (int stream = 0; stream < 3; ++stream) {
            posix_spawn_file_actions_adddup2(
                &files_, descriptors.at(static_cast<std::size_t>(stream)), stream);
        }
    }
    /// Gives it /dev/null, but for its input if that is not negative.
    void without_streams(int input = -1) {
        for (int stream = input < 0 ? 0 : 1; stream < 3; ++stream) {
            posix_spawn_file_actions_addopen(&files_, stream, "/dev/null", O_RDWR, 0);
        }
        if (input >= 0) posix_spawn_file_actions_adddup2(&files_, input, 0);
    }
    /// Gives it a process group of its own and no blocked signal: with a blocked mask it would
    /// ignore being ended.
    void apart() {
        sigset_t none;
        sigset_t all;
        sigemptyset(&none);
        sigfillset(&all);
        posix_spawnattr_setsigmask(&attributes_, &none);
        posix_spawnattr_setsigdefault(&attributes_, &all);
        posix_spawnattr_setpgroup(&attributes_, 0);
        posix_spawnattr_setflags(
            &attributes_, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
    }

    const posix_spawnattr_t* attributes() const { return &attributes_; }
    const posix_spawn_file_actions_t* files() const { return &files_; }

   private:
    posix_spawnattr_t attributes_{};
    posix_spawn_file_actions_t files_{};
};

/// Texts as the system takes them. The pointers live as long as the texts.
std::vector<char*> pointers_to(std::vector<std::string>& texts) {
    std::vector<char*> pointers;
    pointers.reserve(texts.size() + 1);
    for (auto& text : texts) pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

struct Started {
    pid_t pid = 0;
    int fault = 0;  // errno; 0 if it was started
};

/// The one place that starts a program. `environment` holds "NAME=value" for each variable.
Started spawn(std::vector<std::string> arguments, const Beginning& beginning,
              char* const* environment) {
    Started started;
    const auto argv = pointers_to(arguments);
    started.fault = posix_spawnp(&started.pid, argv.front(), beginning.files(),
                                 beginning.attributes(), argv.data(), environment);
    return started;
}

int wait_for_end(const Started& started, const std::string& program) {
    if (started.fault != 0) {
        throw Error(fmt::format("'{}' cannot be started: {}", program,
                                std::generic_category().message(started.fault)));
    }
    int status = 0;
    while (waitpid(started.pid, &status, 0) < 0 && errno == EINTR) {
    }
    return exit_status(status);
}

struct CloseFile {
    // NOLINTNEXTLINE(cppcoreguidelines-owning-memory): the pointer that calls it is the owner
    void operator()(std::FILE* file) const { std::fclose(file); }
};
using TemporaryFile = std::unique_ptr<std::FILE, CloseFile>;

/// Makes a file that is gone when closed. A file and not a pipe: nobody has to wait for anybody.
TemporaryFile temporary_file() {
    TemporaryFile file(std::tmpfile());
    if (!file) {
        throw Error(fmt::format("cannot make a temporary file: {}",
                                std::generic_category().message(errno)));
    }
    return file;
}

/// Writes a text, to be read from its beginning. Returns false if it cannot be written.
bool fill(std::FILE* file, std::string_view text) {
    const bool written = std::fwrite(text.data(), 1, text.size(), file) == text.size();
    const bool flushed = std::fflush(file) == 0;
    std::rewind(file);
    return written && flushed;
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

std::optional<std::string> find_program(const std::string& name, const Environment& environment) {
    const auto may_run = [](const fs::path& path) {
        std::error_code unreadable;
        return fs::is_regular_file(path, unreadable) && access(path.c_str(), X_OK) == 0;
    };
    if (name.find('/') != std::string::npos) {
        return may_run(name) ? std::optional(fs::absolute(name).string()) : std::nullopt;
    }
    std::istringstream folders(environment.get("PATH").value_or("/usr/bin:/bin"));
    for (std::string folder; std::getline(folders, folder, ':');) {
        // A relative folder is passed over: what lies in the working folder is not to be run.
        const fs::path path = fs::path(folder) / name;
        if (path.is_absolute() && may_run(path)) return path.string();
    }
    return std::nullopt;
}

bool is_running(pid_t pid) { return pid > 0 && (kill(pid, 0) == 0 || errno != ESRCH); }

std::vector<std::string> editor(const Environment& environment) {
    const std::string line =
        environment.get("VISUAL").value_or(environment.get("EDITOR").value_or("vi"));
    std::vector<std::string> words;
    for (std::size_t at = 0; at < line.size();) {
        const auto space = std::min(line.find(' ', at), line.size());
        if (space > at) words.push_back(line.substr(at, space - at));
        at = space + 1;
    }
    if (words.empty()) words.emplace_back("vi");
    return words;
}

int run_program(const std::vector<std::string>& arguments) {
    return wait_for_end(spawn(arguments, Beginning(), environ), arguments.front());
}

Outcome run_unseen(const std::vector<std::string>& arguments, std::string_view input,
                   const std::vector<std::pair<std::string, std::string>>& variables) {
    const std::array files = {temporary_file(), temporary_file(), temporary_file()};
    fill(files[0].get(), input);
    Beginning beginning;
    beginning.with_streams(
        {fileno(files[0].get()), fileno(files[1].get()), fileno(files[2].get())});
    std::vector<std::string> environment = environment_with(variables);
    Outcome outcome;
    outcome.status = wait_for_end(spawn(arguments, beginning, pointers_to(environment).data()),
                                  arguments.front());
    outcome.output = text_of(files[1].get());
    outcome.errors = text_of(files[2].get());
    return outcome;
}

std::optional<Child> Child::start(const std::vector<std::string>& arguments,
                                  std::string_view input) {
    Beginning beginning;
    TemporaryFile file;
    if (input.empty()) {
        beginning.without_streams();
    } else {
        file = TemporaryFile(std::tmpfile());
        if (!file || !fill(file.get(), input)) return std::nullopt;
        // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): POSIX has no other way
        fcntl(fileno(file.get()), F_SETFD, FD_CLOEXEC);
        beginning.without_streams(fileno(file.get()));
    }
    beginning.apart();
    const Started started = spawn(arguments, beginning, environ);
    if (started.fault != 0) return std::nullopt;
    return Child(started.pid);
}

Child::Child(Child&& other) noexcept
    : pid_(std::exchange(other.pid_, 0)),
      was_told_(other.was_told_),
      status_(std::exchange(other.status_, std::nullopt)) {}

Child& Child::operator=(Child&& other) noexcept {
    std::swap(pid_, other.pid_);
    std::swap(was_told_, other.was_told_);
    std::swap(status_, other.status_);
    return *this;
}

Child::~Child() {
    if (pid_ == 0 || ended()) return;
    kill_group();
    while (waitpid(pid_, nullptr, 0) < 0 && errno == EINTR) {
    }
}

std::optional<int> Child::ended() {
    if (status_ || pid_ == 0) return status_;
    siginfo_t end{};
    const bool looked =
        waitid(P_PID, static_cast<id_t>(pid_), &end, WEXITED | WNOHANG | WNOWAIT) == 0;
    if (looked && end.si_signo == 0) return std::nullopt;  // it runs
    if (looked && (was_told_ || end.si_code != CLD_EXITED)) kill_group();
    int status = 0;
    const pid_t found = waitpid(pid_, &status, WNOHANG);
    if (found == pid_) status_ = exit_status(status);
    if (found < 0 && errno == ECHILD) status_ = 0;
    return status_;
}

void Child::send(int signal) {
    if (pid_ == 0 || status_) return;
    was_told_ = true;
    kill(-pid_, signal);
}

void Child::kill_group() const { kill(-pid_, SIGKILL); }

}  // namespace hipflow::platform
