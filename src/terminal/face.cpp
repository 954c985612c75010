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

std::optional<std::chrono::nanoseconds> Face::attended(
    std::optional<std::chrono::nanoseconds> patience) const {
    if (!attendant_) return patience;
    const auto wanted = attendant_();
    return wanted && (!patience || *wanted < *patience) ? wanted : patience;
}

}  // namespace hipflow
