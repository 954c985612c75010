// SPDX-License-Identifier: MIT
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "catalog/library.h"
#include "domain/restriction.h"
#include "today/desk.h"

namespace hipflow::today {

/// The result of a check.
struct CheckedRoutine {
    std::string name;
    std::vector<Diagnostic> faults;
    std::size_t steps = 0;  // without faults
    Millis total{};
    std::vector<std::string> warnings;  // what can be done, and may surprise
};

/// Checks a routine, by id or file, as far as `start` would: it can be read, names what exists, and
/// does not take too long. `person` is asked for only where a step says what was agreed.
CheckedRoutine check_routine(
    const catalog::Library& library, const Settings& settings, const std::string& name,
    const std::function<Person()>& person = [] { return Person{}; });

/// The ids of all routines. `faults` gets those of the whole library, exercises and programs too.
std::vector<std::string> all_routines(const catalog::Library& library,
                                      std::vector<Diagnostic>& faults);

/// A routine of the user's to be made.
struct NewRoutine {
    std::string id{};
    std::optional<std::string> from{};  // a routine or a file to copy
    bool force = false;                 // may take the place of a bundled one
};

struct MadeRoutine {
    std::string path;
    bool overrides_bundled = false;
    std::optional<std::string> without_schema;  // why editors cannot help with the file
};

/// Writes a file of the user's, a copy or a short example, that passes check_routine(), and beside
/// it the schemas by which editors complete it. Throws Error if it cannot be named so, or is there.
MadeRoutine make_routine(Desk& desk, const NewRoutine& wanted);

/// Lets the user edit a routine of their own in $VISUAL, $EDITOR or vi, on this terminal, then
/// reads everything anew and checks it. Throws Error for an unknown or a bundled routine and for an
/// editor that fails, FileError for faults of the file.
CheckedRoutine edit_routine(Desk& desk, const std::string& id);

/// The user's file of this id, to be edited. Throws Error for an unknown or a bundled routine.
std::string own_routine_file(Desk& desk, const std::string& id);

/// Checks a file of the library after it was edited: reads everything anew.
CheckedRoutine check_edited(Desk& desk, const std::string& file);

}  // namespace hipflow::today
