// SPDX-License-Identifier: MIT
#pragma once
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "support/test_data.h"
#include "text/utf8.h"

namespace hipflow::report::golden {

/// Compares a text with tests/golden/NAME.txt; with HIPFLOW_UPDATE_GOLDEN=1 writes that.
inline void expect_file(const std::string& name, const std::string& text) {
    const auto path = support::test_data() / ".." / "golden" / (name + ".txt");
    if (std::getenv("HIPFLOW_UPDATE_GOLDEN") != nullptr) {  // NOLINT(concurrency-mt-unsafe)
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path) << text;
        return;
    }
    std::ifstream file(path);
    std::stringstream expected;
    expected << file.rdbuf();
    EXPECT_EQ(text, expected.str()) << name << ": HIPFLOW_UPDATE_GOLDEN=1 accepts this";
}

/// The same of what stands in the folder `report`.
inline void expect_text(const std::string& name, const std::string& text) {
    expect_file("report/" + name, text);
}

/// No line is wider than `columns`, and none ends in a space.
inline void expect_fits(const std::string& text, int columns) {
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        EXPECT_LE(width(line), columns) << line;
        EXPECT_FALSE(line.ends_with(' ')) << line;
    }
}

}  // namespace hipflow::report::golden
