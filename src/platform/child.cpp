// SPDX-License-Identifier: MIT
#include "platform/child.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <filesystem>
#include <sstream>
#include <utility>

#include "platform/exit_status.h"

namespace hipflow {
namespace {

namespace fs = std::filesystem;

/// How the child begins (TERMINAL 4.2): with a blocked mask it would ignore being ended.
class Beginning {
   public:
    Beginning() {
        sigset_t none;
        sigset_t all;
        sigemptyset(&none);
        sigfillset(&all);
        posix_spawnattr_init(&attributes_);
        posix_spawnattr_setsigmask(&attributes_, &none);
        posix_spawnattr_setsigdefault(&attributes_, &all);
        posix_spawnattr_setpgroup(&attributes_, 0);
        posix_spawnattr_setflags(
            &attributes_, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
        posix_spawn_file_actions_init(&files_);
        for (int fd = 0; fd <= 2; ++fd) {
            posix_spawn_file_actions_addopen(&files_, fd, "/dev/null", O_RDWR, 0);
        }
    }
    ~Beginning() {
        posix_spawnattr_destroy(&attributes_);
        posix_spawn_file_actions_destroy(&files_);
    }
    Beginning(const Beginning&) = delete;
    Beginning& operator=(const Beginning&) = delete;

    const posix_spawnattr_t* attributes() const { return &attributes_; }
    const posix_spawn_file_actions_t* files() const { return &files_; }

   private:
    posix_spawnattr_t attributes_{};
    posix_spawn_file_actions_t files_{};
};

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
        // What lies in the working folder is nobody's player.
        const fs::path path = fs::path(folder) / name;
        if (path.is_absolute() && may_run(path)) return path.string();
    }
    return std::nullopt;
}

std::optional<Child> Child::start(const std::vector<std::string>& arguments) {
    std::vector<std::string> copies = arguments;
    std::vector<char*> argv;
    argv.reserve(copies.size() + 1);
    for (auto& argument : copies) argv.push_back(argument.data());
    argv.push_back(nullptr);
    const Beginning beginning;
    pid_t pid = 0;
    const int fault = posix_spawnp(&pid, argv.front(), beginning.files(), beginning.attributes(),
                                   argv.data(), environ);
    if (fault != 0) return std::nullopt;
    return Child(pid);
}

Child::Child(Child&& other) noexcept
    : pid_(std::exchange(other.pid_, 0)), status_(std::exchange(other.status_, std::nullopt)) {}

Child& Child::operator=(Child&& other) noexcept {
    std::swap(pid_, other.pid_);
    std::swap(status_, other.status_);
    return *this;
}

Child::~Child() {
    if (pid_ == 0 || ended()) return;
    send(SIGKILL);
    while (waitpid(pid_, nullptr, 0) < 0 && errno == EINTR) {
    }
}

std::optional<int> Child::ended() {
    if (status_ || pid_ == 0) return status_;
    int status = 0;
    const pid_t found = waitpid(pid_, &status, WNOHANG);
    if (found == pid_) status_ = exit_status(status);
    if (found < 0 && errno == ECHILD) status_ = 0;
    return status_;
}

void Child::send(int signal) const {
    if (pid_ != 0 && !status_) kill(-pid_, signal);
}

}  // namespace hipflow
