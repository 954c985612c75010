// SPDX-License-Identifier: MIT
#pragma once
#include "commands/command.h"
#include "domain/exercise.h"

namespace hipflow {

/// `exercise show --figure`: plays it on a terminal; elsewhere prints a still picture and its
/// words.
int show_figure(Context& context, const Exercise& exercise);

/// `exercise show --frames`.
int print_frames(Context& context, const Exercise& exercise, bool json);

}  // namespace hipflow
