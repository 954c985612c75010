// SPDX-License-Identifier: MIT
#include "commands/library_filter.h"

namespace hipflow::commands {

void declare_filter(cli::Options& options, today::LibraryFilter& filter) {
    options.add("--level", filter.level, "1-3", "Of this level: 1 gentle, 2 standard, 3 strong")
        .range(1, 3);
    options
        .add("--position", filter.positions, "POSITION", "In these positions only, such as chair")
        .separated(',');
    std::vector<std::string_view> at_hand(things.begin(), things.end());
    at_hand.emplace_back("none");
    options
        .add("--needs", filter.needs, "none|THING",
             "Needing no more than these things, or none; mat and cushion do not count, since "
             "a blanket will do")
        .separated(',')
        .among(at_hand);
}

}  // namespace hipflow::commands
