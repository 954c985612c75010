// SPDX-License-Identifier: MIT
#pragma once
#include "cli/command.h"

namespace hipflow {

// hipflow without a command: today at a glance.

struct GlanceOptions {
    Format format = Format::text;
};

void declare_glance(Options& options, GlanceOptions& values);
int show_glance(Context& context, const GlanceOptions& values);

}  // namespace hipflow
