// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/restriction.h"
#include "guide/recorder.h"
#include "store/store.h"
#include "terminal/face.h"

namespace hipflow {

/// Asks once, at first run, what has to be left out. Enter alone skips it for good; an answer is
/// journalled, for each restriction whether it holds.
void ask_restrictions(Face& face, Recorder& recorder, const Store& store,
                      const RestrictionTable& table);

/// "2 5" or "2, 5": whole numbers from 1 to `most`, in any order; 0 alone for none of them. Nothing
/// if it is anything else.
std::optional<std::vector<std::size_t>> parse_choices(std::string_view text, std::size_t most);

}  // namespace hipflow
