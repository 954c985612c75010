// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <vector>

#include "today/desk.h"

namespace hipflow::today {

/// A routine of the user's that can go.
struct RemovableRoutine {
    std::string id;
    std::vector<std::string> avoided;  // says which drills of it the settings avoid
};

/// Finds a routine that is named so or was. Throws Error for one that is none of the user's, and
/// for one that the settings, a program or another routine of the user's names, unless the bundled
/// one with the same id takes over.
RemovableRoutine require_removable(Desk& desk, const std::string& name);

/// A routine of the user's that is gone, and what else there is to say of it.
struct RemovedRoutine {
    std::string id;
    std::string file;               // where it was
    std::string copy;               // where it is kept
    bool by_add = false;            // 'routine add COPY --as ID' brings it back, as it was
    bool uncovers_bundled = false;  // the bundled one of this id is back
};

/// Takes the file of a routine away, and keeps it in the folder `removed`. What was done stays in
/// the history. Throws as require_removable() does.
RemovedRoutine remove_routine(Desk& desk, const std::string& name);

}  // namespace hipflow::today
