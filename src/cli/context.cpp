// SPDX-License-Identifier: MIT
#include "cli/context.h"

#include <fmt/format.h>
#include <unistd.h>

#include "terminal/capabilities.h"

namespace hipflow {

Style Context::style() const {
    return style_for(streams_.out, environment(), options_.color, options_.charset);
}

Store Context::store() {
    const Stamp today = now();
    if (!is_recordable(today.at, today.utc_offset) || !is_recordable(today.local_day)) {
        throw Error(
            fmt::format("the clock of this machine says {}, which is of the day {}, and the "
                        "history holds the days from {} to {}. Nothing was recorded: set date "
                        "and time, and repeat it.",
                        format_instant(today.at, today.utc_offset), format_day(today.local_day),
                        format_day(earliest_day), format_day(latest_day)),
            ExitCode::storage);
    }
    return Store::open(database());
}

std::optional<Store> Context::existing_store() const { return Store::open_existing(database()); }

// Not by fmt, which throws: run() checks at the end that the answer arrived, and a note that cannot
// be written must not stop the work that it reports.
void Context::print(std::string_view text) const {
    std::fwrite(text.data(), 1, text.size(), streams_.out);
}

void Context::note(std::string_view text) const {
    std::fwrite(text.data(), 1, text.size(), streams_.err);
}

bool Context::may_ask() const { return !options_.no_input && isatty(fileno(streams_.in)) != 0; }

}  // namespace hipflow
