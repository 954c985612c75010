// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>

#include "platform/environment.h"

namespace hipflow {

/// Where the desktop of this user listens: what the environment says, else the socket of the
/// session, which cron does not tell of. Nothing if there is none that belongs to the user.
std::optional<std::string> session_bus(const Environment& environment);

/// Shows a notification on the desktop. False if that cannot be done, or was refused: without a
/// bus, a server that shows it, or notify-send.
bool notify_desktop(const Environment& environment, const std::string& title,
                    const std::string& text);

}  // namespace hipflow
