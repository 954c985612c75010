// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "today/desk.h"
#include "today/routine_check.h"

namespace hipflow::today {

/// A routine of the user's to be made.
struct NewRoutine {
    std::string id{};
    std::optional<std::string> from{};  // a routine or a file to copy
    bool force = false;                 // may take the place of a bundled one
};

/// A file that was written.
struct MadeRoutine {
    std::string path;
    bool overrides_bundled = false;
    std::optional<std::string> without_schema;  // why editors cannot help with the file
};

/// Returns the nearest name that a new routine may have: "Morning flow.toml" becomes
/// "morning-flow". Empty if nothing is left.
std::string nearest_id(std::string_view wanted);

/// Throws Error if a new routine cannot be named so: small letters, digits and '-', at most 64.
/// `command` is the one in which the message proposes another name.
void require_new_name(const std::string& id, std::string_view command);

/// Throws Error if a routine has the name. `otherwise` says at the end of the message what else can
/// be done about one that comes with the program.
void require_free(const catalog::Library& library, const std::string& id,
                  std::string_view otherwise = ".");

/// Returns the text of a routine: of its file, or the bundled one. Throws FileError.
std::string text_of(const catalog::Library& library, const catalog::RoutineFile& source);

/// Writes a new file of the user's, and beside it the schemas by which editors complete it.
MadeRoutine write_routine(Desk& desk, const std::string& id, std::string_view text);

/// Writes a file of the user's, a copy or a short example, that passes check_routine(), and beside
/// it the schemas by which editors complete it. Throws Error if it cannot be named so, or is there.
MadeRoutine make_routine(Desk& desk, const NewRoutine& wanted);

/// Lets the user edit a routine of their own in $VISUAL, $EDITOR or vi, on this terminal, then
/// reads everything anew and checks it. Throws Error for an unknown or a bundled routine and for an
/// editor that fails, FileError for faults of the file.
CheckedRoutine edit_routine(Desk& desk, const std::string& id);

/// The user's file of this id, to be edited. Throws Error for an unknown or a bundled routine.
std::string own_routine_file(Desk& desk, const std::string& name);

/// The entry of a user's file among those of the library; null if there is none.
const catalog::LibraryEntry* own_entry(const std::vector<catalog::LibraryEntry>& entries,
                                       const std::string& id);

/// Removes a file of which there is a copy; if it cannot be removed, the copy instead. Throws
/// Error.
void remove_own_file(const std::filesystem::path& file, const std::filesystem::path& copy);

/// Checks a file of the library after it was edited: reads everything anew.
CheckedRoutine check_edited(Desk& desk, const std::string& file);

}  // namespace hipflow::today
