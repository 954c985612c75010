// SPDX-License-Identifier: MIT
#pragma once
#include <vector>

#include "domain/error.h"

namespace hipflow {

/// Files that a list cannot show for their faults: it shows the others, and ends with these.
class FaultyFiles {
   public:
    /// Does the work for one entry of the list, and keeps the faults of its file.
    template <typename Work>
    void in(const Work& work) {
        try {
            work();
        } catch (const FileError& error) {
            add(error.faults());
        }
    }
    void add(const std::vector<Diagnostic>& faults);
    /// Throws FileError if there are any.
    void refuse_any() const;

   private:
    std::vector<Diagnostic> faults_;  // each once
};

}  // namespace hipflow
