// SPDX-License-Identifier: MIT
#pragma once
#include "cli/command.h"

namespace hipflow {

extern const Command doctor_command;

}  // namespace hipflow
