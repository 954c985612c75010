// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <vector>

#include "domain/error.h"

namespace hipflow::catalog {

using Lines = std::vector<std::string>;

/// Diagnostics as the user sees them, in the order of the file.
inline Lines texts_of(const std::vector<Diagnostic>& faults) {
    Lines lines;
    const FileError sorted(faults);
    for (const auto& fault : sorted.faults()) lines.push_back(fault.text());
    return lines;
}

}  // namespace hipflow::catalog
