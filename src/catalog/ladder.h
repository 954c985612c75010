// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/content_files.h"
#include "domain/error.h"

namespace hipflow {

/// An exercise or a routine, as far as its neighbours are concerned.
struct Rung {
    std::string id;
    std::string file;
    std::optional<std::string> easier;
    std::optional<std::string> harder;
    LadderPlaces places;
    bool must_answer = false;  // a bundled file: its neighbours must name neighbours in return
};

/// Faults of the links `easier` and `harder`: those that lead nowhere (`known` are all ids of the
/// library, sorted, with files that cannot be read), those that lead in a circle, and, between
/// bundled files, those without a link back. A rung may have several below it that lead to it, as
/// clamshell and clamshell-reverse do, but must name one of them. `kind` is "exercise" or
/// "routine".
std::vector<Diagnostic> check_ladders(const std::vector<Rung>& rungs,
                                      const std::vector<std::string>& known, std::string_view kind);

/// For a link that leads nowhere: "there is no exercise 'x'. Did you mean 'y'?".
std::string no_such(std::string_view kind, std::string_view id,
                    const std::vector<std::string>& known);

}  // namespace hipflow
