// SPDX-License-Identifier: MIT
#pragma once
#include <functional>

#include "cli/command.h"
#include "terminal/face.h"

namespace hipflow {

/// Runs a dialogue on the live screen, or in plain lines, and gives the terminal back. The exit
/// code: done, or 128 + n where signal n broke it off, after saying that what was answered is kept.
int in_dialogue(Context& context, bool plain, const std::function<void(Face& face)>& dialogue);

}  // namespace hipflow
