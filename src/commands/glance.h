// SPDX-License-Identifier: MIT
#pragma once
#include "cli/command.h"

namespace hipflow::commands {

// hipflow without a command: today at a glance.

struct GlanceOptions {
    cli::Format format = cli::Format::text;
};

void declare_glance(cli::Options& options, GlanceOptions& values);
int show_glance(cli::Context& context, const GlanceOptions& values);

}  // namespace hipflow::commands
