// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "today/routine_check.h"
#include "today/routine_files.h"
#include "today/routine_source.h"

namespace hipflow::today {

/// A file that is to become a routine of the user's, before anything is written.
struct RoutineToAdd {
    std::string id;                      // that it would get
    std::optional<std::string> taken{};  // the id after its file, if another routine has it
    catalog::RoutineFile source;
    CheckedRoutine checked;  // without faults
    RoutineToday today;
    std::string nothing_left{};          // then why, and `today` is the routine as it is written
    std::vector<std::string> dropped{};  // earlier ids in the file that are not taken over
    std::vector<std::string> untested;   // tags that nothing but the file speaks for
    std::string text;
};

/// Reads and checks a file that somebody handed out. Its id is `id`, or follows from the name of
/// the file; where a routine has that, a number is added. Throws FileError with every fault, and
/// Error if `id` cannot be the name of a new routine.
RoutineToAdd routine_to_add(Desk& desk, const std::string& file,
                            const std::optional<std::string>& id);

/// Writes it among the routines of the user.
MadeRoutine add_routine(Desk& desk, const RoutineToAdd& wanted);

/// A routine of the user's with another id.
struct RenamedRoutine {
    std::string path;
    bool uncovers_bundled = false;  // the old id means the bundled one again
};

/// Gives a routine of the user's another id. It goes on being found by the old one, and the history
/// of both is one. Throws Error if it cannot be named so.
RenamedRoutine rename_routine(Desk& desk, const std::string& name, const std::string& new_id);

/// A routine as one file, to be handed on.
struct RoutineAsFile {
    std::string text;
    std::vector<std::string> cut;  // links to routines that only the user has: 'easier', 'harder'
};

/// Puts every exercise of the user's that a routine needs into its text. Throws FileError, and
/// Error if no file comes of it that can be read.
RoutineAsFile as_one_file(const catalog::Library& library, const catalog::RoutineFile& source);

}  // namespace hipflow::today
