// SPDX-License-Identifier: MIT
#include <fmt/format.h>
#include <unistd.h>

#include "catalog/settings.h"
#include "commands/command.h"
#include "platform/paths.h"
#include "platform/zone.h"
#include "terminal/tty.h"

namespace hipflow {

Style Context::style() const {
    return style_for(streams_.out, environment_, options_.color, options_.charset);
}

std::string Context::config_path() const { return config_file(environment_, options_.config); }

const Settings& Context::settings() {
    if (!settings_) {
        const bool named = options_.config || environment_.get("HIPFLOW_CONFIG");
        settings_ = named ? read_settings(config_path()) : read_settings_if_present(config_path());
    }
    return *settings_;
}

const Library& Context::library() {
    if (!library_) library_.emplace(config_folder(environment_));
    return *library_;
}

const Library& Context::library_without_figures() {
    if (!library_) library_.emplace(config_folder(environment_));
    library_->leave_out_figures();
    return *library_;
}

DatabaseFile Context::database() const {
    const DatabasePath path = database_path(environment_, options_.db);
    return {path.path, path.given_by_user};
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

Stamp Context::now() { return stamp(clock_.wall(), settings().day_starts); }

// Not by fmt, which throws: run() looks at the end whether the answer arrived, and that nobody
// hears a note is no reason to break off what it tells of.
void Context::print(std::string_view text) const {
    std::fwrite(text.data(), 1, text.size(), streams_.out);
}

void Context::note(std::string_view text) const {
    std::fwrite(text.data(), 1, text.size(), streams_.err);
}

bool Context::may_ask() const { return !options_.no_input && isatty(fileno(streams_.in)) != 0; }

}  // namespace hipflow
