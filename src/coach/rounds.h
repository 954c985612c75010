// SPDX-License-Identifier: MIT
#pragma once
#include <cstddef>
#include <optional>
#include <vector>

#include "domain/prescription.h"

namespace hipflow::coach {

/// The steps of a session as they are done, with one of its own for each round of a block, or,
/// where a block is done on one side and then on the other, for each round of each side. `blocks`
/// tells the block of each step; those of one block follow each other. What is told of a step is
/// told in its first round.
std::vector<PrescribedStep> with_rounds(std::vector<PrescribedStep> steps,
                                        const std::vector<std::optional<std::size_t>>& blocks,
                                        const std::vector<Block>& of_routine);

}  // namespace hipflow::coach
