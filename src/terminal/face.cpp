// SPDX-License-Identifier: MIT
#include "terminal/face.h"

namespace hipflow {

std::string Question::words() const {
    std::string all = text;
    bool first = true;
    for (const auto& option : options) {
        if (!all.empty()) all += first ? " " : ", ";
        all += option;
        first = false;
    }
    return all;
}

}  // namespace hipflow
