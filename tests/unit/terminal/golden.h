// SPDX-License-Identifier: MIT
#pragma once
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "support/test_data.h"
#include "terminal/frame.h"

namespace hipflow::terminal::golden {

/// Compares a frame with tests/golden/screen/NAME.txt, or writes that file with
/// HIPFLOW_UPDATE_GOLDEN=1.
inline void expect_screen(const std::string& name, const Frame& frame) {
    const auto path = support::test_data() / ".." / "golden" / "screen" / (name + ".txt");
    std::string drawn;
    for (const auto& row : frame.rows()) drawn += row + '\n';
    if (std::getenv("HIPFLOW_UPDATE_GOLDEN") != nullptr) {  // NOLINT(concurrency-mt-unsafe)
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path) << drawn;
        return;
    }
    std::ifstream file(path);
    std::stringstream expected;
    expected << file.rdbuf();
    EXPECT_EQ(drawn, expected.str())
        << name << ": HIPFLOW_UPDATE_GOLDEN=1 accepts what is drawn now";
}

}  // namespace hipflow::terminal::golden
