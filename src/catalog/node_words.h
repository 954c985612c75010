// SPDX-License-Identifier: MIT
#pragma once
#include <string>

#include "catalog/document.h"

namespace hipflow {

/// A value as the file has it, for messages, with its kind where that could surprise: "5
/// (integer)".
std::string node_words(const Node& node);

}  // namespace hipflow
