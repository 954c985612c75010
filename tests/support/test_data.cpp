// SPDX-License-Identifier: MIT
#include "support/test_data.h"

#include <filesystem>

namespace hipflow::support {

std::filesystem::path test_data() { return HIPFLOW_TEST_DATA; }

}  // namespace hipflow::support
