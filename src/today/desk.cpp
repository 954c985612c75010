// SPDX-License-Identifier: MIT
#include "today/desk.h"

#include <fmt/format.h>

#include "catalog/care.h"
#include "catalog/settings.h"
#include "platform/clock.h"
#include "platform/environment.h"

namespace hipflow::today {

const Settings& Desk::settings() {
    if (!settings_) {
        const bool named = files_.config || environment_.get("HIPFLOW_CONFIG");
        const auto languages = [this] { return library().spoken_languages(); };
        settings_ = named ? catalog::read_settings(config_path(), languages)
                          : catalog::read_settings_if_present(config_path(), languages);
    }
    return *settings_;
}

std::string Desk::config_path() const { return platform::config_file(environment_, files_.config); }

const catalog::Library& Desk::library() {
    if (!library_) library_.emplace(platform::config_folder(environment_));
    return *library_;
}

const catalog::Library& Desk::library_without_figures() {
    if (!library_) library_.emplace(platform::config_folder(environment_));
    library_->leave_out_figures();
    return *library_;
}

const CareWords& Desk::care() {
    if (care_) return *care_;
    std::string language = "en";
    try {
        language = settings().language;
    } catch (const FileError&) {  // told by whoever needs the settings
    }
    return care_.emplace(catalog::care_words(platform::config_folder(environment_), language));
}

Stamp Desk::now() { return platform::stamp(clock_.wall(), settings().day_starts); }

store::DatabaseFile Desk::database() const {
    const platform::DatabasePath path = platform::database_path(environment_, files_.db);
    return {path.path, path.given_by_user};
}

store::Store* Desk::history() {
    if (!store_ && !sought_) {
        store_ = store::Store::open_existing(database());
        sought_ = true;
    }
    return store_ ? &*store_ : nullptr;
}

store::Store& Desk::store() {
    if (recordable_ && store_) return *store_;
    const Stamp today = now();
    if (!is_recordable(today.at, today.utc_offset) || !is_recordable(today.local_day)) {
        throw Error(
            fmt::format("the clock of this machine says {}, which falls on {}, and the "
                        "history holds the days from {} to {}. Nothing was recorded: set "
                        "date and time, and repeat it.",
                        format_instant(today.at, today.utc_offset), format_day(today.local_day),
                        format_day(earliest_day), format_day(latest_day)),
            ExitCode::storage);
    }
    if (store_) {
        store_->prepare_recording();
    } else {
        store_ = store::Store::open(database());
    }
    recordable_ = true;
    return *store_;
}

}  // namespace hipflow::today
