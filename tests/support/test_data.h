// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>

namespace hipflow::support {

/// The folder tests/data of the source tree. Its path is compiled into one file only, so that a
/// compiler cache knows the others again in another checkout.
std::filesystem::path test_data();

}  // namespace hipflow::support
