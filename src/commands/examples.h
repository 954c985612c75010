// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <string_view>

namespace hipflow {

/// The examples at the top of a command's help, one to a line with what it does; empty, or with an
/// empty line behind it. `command` is its full name, such as "hipflow routine check".
std::string examples_text(std::string_view command);

}  // namespace hipflow
