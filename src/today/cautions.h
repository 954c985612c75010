// SPDX-License-Identifier: MIT
#pragma once
#include <cstddef>
#include <vector>

#include "domain/messages.h"

namespace hipflow::today {

/// What to look out for in several exercises of a sheet.
struct SharedCaution {
    Phrase text;
    std::vector<std::size_t> exercises;  // those of the sheet, from 0
};

/// How much it matters that something to look out for is read: 0 an operation or a fracture, 1 leg
/// signs and numbness, 2 all else. By the words before its colon, in English and in German.
int caution_rank(const Phrase& caution);

/// Puts what matters most first; else the order stays.
void order_cautions(std::vector<Phrase>& cautions);

/// Takes out the cautions of rank 0 and 1 that three exercises or more have in the same words; each
/// is returned once. `all` has those of each exercise.
std::vector<SharedCaution> take_shared(const std::vector<std::vector<Phrase>*>& all);

}  // namespace hipflow::today
