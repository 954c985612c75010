// SPDX-License-Identifier: MIT
#include "platform/notification.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

#include "domain/error.h"
#include "platform/program.h"

namespace hipflow {
namespace {

bool is_own_socket(const std::string& path) {
    struct stat info {};
    return lstat(path.c_str(), &info) == 0 && S_ISSOCK(info.st_mode) && info.st_uid == getuid();
}

}  // namespace

std::optional<std::string> session_bus(const Environment& environment) {
    if (auto address = environment.get("DBUS_SESSION_BUS_ADDRESS")) return address;
    const std::string run =
        environment.get("XDG_RUNTIME_DIR").value_or(fmt::format("/run/user/{}", getuid()));
    const std::string socket = run + "/bus";
    if (!is_own_socket(socket)) return std::nullopt;
    return "unix:path=" + socket;
}

bool notify_desktop(const Environment& environment, const std::string& title,
                    const std::string& text) {
    const auto bus = session_bus(environment);
    if (!bus) return false;
    try {
        const Outcome outcome =
            run_unseen({"notify-send", "-a", "hipflow", "-u", "normal", "--", title, text}, {},
                       {{"DBUS_SESSION_BUS_ADDRESS", *bus}});
        return outcome.status == 0;
    } catch (const Error&) {
        return false;  // there is no notify-send
    }
}

}  // namespace hipflow
