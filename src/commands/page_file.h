// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "cli/context.h"
#include "cli/options.h"

namespace hipflow::commands {

/// Where a page of HTML goes, and whether it is looked at then.
struct PageOptions {
    std::optional<std::string> out;
    bool open = false;
    bool force = false;
};

/// Declares --out, --force and --open. `out_meaning` is what help says of --out.
void declare_page(cli::Options& options, PageOptions& values, std::string_view out_meaning);

/// Writes a page to the file that the options name, else to `usual`, or to standard output for "-".
/// Names the file that it wrote. Throws Error if the file is there and --force was not given.
void deliver_page(const cli::Context& context, const PageOptions& options, std::string_view usual,
                  const std::string& page);

}  // namespace hipflow::commands
