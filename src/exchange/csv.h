// SPDX-License-Identifier: MIT
#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "exchange/json.h"

namespace hipflow {

/// One row of CSV as RFC 4180 has it: quoted where it must be, ended by CR LF.
std::string csv_line(const std::vector<std::string>& cells);

/// Rows of an answer as a table (RFC 4180): a header, then the rows. Members of members get both
/// names, "pain_before_n". What is not known is empty. `blank` is a row as any other; its names are
/// the header, so that a table without rows has one.
std::string csv_of(const Json& rows, const Json& blank);

}  // namespace hipflow
