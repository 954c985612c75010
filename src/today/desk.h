// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>

#include "catalog/library.h"
#include "domain/settings.h"
#include "platform/clock.h"
#include "platform/environment.h"
#include "store/store.h"

namespace hipflow::today {

/// The files that the command line names; else they are found as the environment says.
struct NamedFiles {
    std::optional<std::string> config;
    std::optional<std::string> db;
};

/// Everything that a use case works with: settings, library, history and clock. Each is opened when
/// it is first asked for, and once. Knows no terminal and no command line.
class Desk {
   public:
    Desk(const platform::Environment& environment, NamedFiles files)
        : environment_(environment), files_(std::move(files)), clock_(environment) {}

    const platform::Environment& environment() const { return environment_; }
    const NamedFiles& named_files() const { return files_; }
    platform::Clock& clock() { return clock_; }

    /// Throws FileError if the configuration has faults.
    const Settings& settings();
    std::string config_path() const;

    const catalog::Library& library();
    /// The same without its figures, which are most of the reading: for commands that draw none.
    /// Call it before the first exercise is read.
    const catalog::Library& library_without_figures();

    /// The sentences about pain and safety, in the language of the settings; in English if those
    /// have faults, since what is urgent is said all the same.
    const CareWords& care();

    /// Now, on the user's calendar.
    Stamp now();

    store::DatabaseFile database() const;
    /// The history for reading; null where there is none yet.
    store::Store* history();
    /// The history for recording; creates the file where there is none, and else is the same as
    /// history(). Throws Error if the clock shows a day that cannot be recorded.
    store::Store& store();

   private:
    platform::Environment environment_;
    NamedFiles files_;
    platform::Clock clock_;
    std::optional<Settings> settings_;
    std::optional<catalog::Library> library_;
    std::optional<CareWords> care_;
    std::optional<store::Store> store_;
    bool sought_ = false;      // the store, by history()
    bool recordable_ = false;  // so is the store
};

}  // namespace hipflow::today
