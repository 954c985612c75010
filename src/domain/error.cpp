// SPDX-License-Identifier: MIT
#include "domain/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace hipflow {
namespace {

std::vector<Diagnostic> sorted(std::vector<Diagnostic> faults) {
    std::stable_sort(faults.begin(), faults.end(), [](const auto& a, const auto& b) {
        return std::tie(a.file, a.line, a.column) < std::tie(b.file, b.line, b.column);
    });
    return faults;
}

std::string joined(const std::vector<Diagnostic>& faults) {
    std::string text;
    for (const auto& fault : faults) {
        if (!text.empty()) text += '\n';
        text += fault.text();
    }
    return text;
}

}  // namespace

std::string Diagnostic::text() const {
    if (line == 0) return fmt::format("{}: {}", file, message);
    return fmt::format("{}:{}:{}: {}", file, line, column, message);
}

FileError::FileError(std::vector<Diagnostic> faults)
    : Error(joined(sorted(faults)), ExitCode::usage), faults_(sorted(std::move(faults))) {}

}  // namespace hipflow
