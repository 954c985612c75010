// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <vector>

namespace hipflow {

enum class Align { left, right };

/// Rows of cells in columns two spaces apart, each row ended by a newline, nothing behind the last
/// cell. The first row is as good as any other.
std::string table(const std::vector<std::vector<std::string>>& rows,
                  const std::vector<Align>& alignment);

}  // namespace hipflow
