// SPDX-License-Identifier: MIT
#include "commands/faulty_files.h"

#include <algorithm>

namespace hipflow {

void FaultyFiles::refuse_any() const {
    if (!faults_.empty()) throw FileError(faults_);
}

void FaultyFiles::add(const std::vector<Diagnostic>& faults) {
    for (const Diagnostic& fault : faults) {
        const bool is_new = std::find(faults_.begin(), faults_.end(), fault) == faults_.end();
        if (is_new) faults_.push_back(fault);
    }
}

}  // namespace hipflow
