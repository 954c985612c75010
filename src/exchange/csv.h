// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <vector>

namespace hipflow {

/// One row of CSV as RFC 4180 has it: quoted where it must be, ended by CR LF.
std::string csv_line(const std::vector<std::string>& cells);

}  // namespace hipflow
