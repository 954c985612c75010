// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/content_files.h"
#include "domain/error.h"

namespace hipflow::catalog {

/// An exercise or a routine, reduced to the links to its neighbours.
struct Rung {
    std::string id;
    std::string file;
    std::optional<std::string> easier;
    std::optional<std::string> harder;
    LadderPlaces places;
    bool must_answer = false;  // a bundled file, whose neighbours must name neighbours in return
};

/// Finds the faults of the links `easier` and `harder`: those that lead nowhere, those that lead in
/// a circle, and, between bundled files, those without a link back. Several rungs may lead to one
/// above them, as clamshell and clamshell-reverse do; that one must name one of them. `known` are
/// all ids of the library, sorted, including those of files that cannot be read. `kind` is
/// "exercise" or "routine".
std::vector<Diagnostic> check_ladders(const std::vector<Rung>& rungs,
                                      const std::vector<std::string>& known, std::string_view kind);

/// Words a complaint about a link that leads nowhere: "there is no exercise 'x'. Did you mean
/// 'y'?".
std::string no_such(std::string_view kind, std::string_view id,
                    const std::vector<std::string>& known);

}  // namespace hipflow::catalog
