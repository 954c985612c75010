// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/restriction.h"
#include "guide/recorder.h"
#include "store/store.h"
#include "terminal/face.h"

namespace hipflow::guide {

/// The content of an answer to the question about restrictions.
struct NamedRestrictions {
    std::vector<std::string> ids;      // in the order of the table
    bool none = false;                 // 0, or a word for it
    bool several = false;              // a word may mean several, as `trouble` says
    std::string trouble;               // what could not be understood, in sentences; else empty
    std::vector<std::string> guesses;  // "osteoperosis: osteoporosis", nearest to what was typed
};

/// Reads numbers of the list, ids, names, unique beginnings and single words of them, in any order:
/// "6 17", "osteoporosis, the floor". If `trouble` says that something is not understood, nothing
/// of the answer should count.
NamedRestrictions named_restrictions(std::string_view text, const RestrictionTable& table);

/// Returns what words name, each for itself or, as in "outer hip pain", together. Throws Error for
/// one that names none, or may mean several: nobody is there to be asked back, so a guess does not
/// count.
std::vector<std::string> ids_named(const std::vector<std::string>& words,
                                   const RestrictionTable& table);

/// Asks what has to be left out until the answer is understood and confirmed. `now` is what holds
/// so far. Returns nullopt if the question is left open.
std::optional<std::vector<std::string>> ask_restrictions(terminal::Face& face,
                                                         const RestrictionTable& table,
                                                         const std::vector<std::string>& now);

/// Turns the answer into rules for the journal: whether each restriction holds.
std::vector<std::pair<std::string, PreferenceRule>> rules_for(const std::vector<std::string>& ids,
                                                              const RestrictionTable& table);

/// Makes the record that the list was gone through, so that it is not asked about again.
Acknowledgement restrictions_asked(std::string id, Instant at);

/// Asks at the first run. Enter skips it for good; 'hipflow me' can change it at any time.
void ask_restrictions_once(terminal::Face& face, Recorder& recorder, const store::Store& store,
                           const RestrictionTable& table);

}  // namespace hipflow::guide
