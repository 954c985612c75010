// SPDX-License-Identifier: MIT
#include "platform/environment.h"

#include <unistd.h>

#include <string_view>

namespace hipflow {

Environment Environment::of_process() {
    std::map<std::string, std::string> variables;
    // NOLINTNEXTLINE(cppcoreguidelines-pro-bounds-pointer-arithmetic): that is how it ends
    for (char** entry = environ; entry != nullptr && *entry != nullptr; ++entry) {
        const std::string_view text = *entry;
        const auto equals = text.find('=');
        if (equals == std::string_view::npos) continue;
        variables.emplace(text.substr(0, equals), text.substr(equals + 1));
    }
    return Environment(std::move(variables));
}

std::optional<std::string> Environment::get(const std::string& name) const {
    const auto found = variables_.find(name);
    if (found == variables_.end() || found->second.empty()) return std::nullopt;
    return found->second;
}

}  // namespace hipflow
