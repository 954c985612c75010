// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <functional>

#include "catalog/content_files.h"
#include "catalog/settings.h"
#include "catalog/text_file.h"
#include "support/test_data.h"
#include "text/utf8.h"

// Any content of a file leads to diagnostics that a terminal can show, and never to a crash.

namespace hipflow::catalog {
namespace {

/// Parses the text as everything that a file can be, and holds the answers together with the
/// faults. Returns how many of the three took it.
int accepted(std::string_view text, const std::string& file) {
    int count = 0;
    const std::vector<std::function<bool(std::vector<Diagnostic>&)>> parsers = {
        [&](auto& faults) { return parse_exercise(text, "x", file, faults).has_value(); },
        [&](auto& faults) { return parse_routine(text, "x", file, faults).has_value(); },
        [&](auto& faults) { return parse_settings(text, file, faults).has_value(); },
    };
    for (const auto& parse : parsers) {
        std::vector<Diagnostic> faults;
        const bool fits = parse(faults);
        EXPECT_EQ(fits, faults.empty()) << file;
        count += fits ? 1 : 0;
        for (const auto& fault : faults) EXPECT_TRUE(is_plain_text(fault.text())) << fault.text();
    }
    return count;
}

TEST(HostileFiles, EndInDiagnostics) {
    std::size_t count = 0;
    for (const auto& entry :
         std::filesystem::directory_iterator(support::test_data() / "hostile")) {
        std::vector<Diagnostic> faults;
        const auto text = read_text_file(entry.path(), faults);
        ASSERT_TRUE(text.has_value());
        EXPECT_EQ(accepted(*text, entry.path().filename()), 0) << entry.path();
        ++count;
    }
    EXPECT_GT(count, 50U);
}

TEST(HostileFiles, MayBeHugeInMemory) {
    std::string dotted = "a";
    for (int dots = 0; dots < 131'072; ++dots) dotted += ".a";
    EXPECT_EQ(accepted(dotted + " = 1\n", "dotted"), 0);
    EXPECT_EQ(accepted(std::string(1 << 24, '['), "brackets"), 0);
}

TEST(HostileFiles, MayEndAnywhere) {
    const std::string text =
        "format = 1\nname = \"Hüfte\"\n[[step]]\nexercise = 'x'\nhold = [\"20s\", "
        "\"40s\"]\nextra = { left = 1 }\nsumary = \"\"\"x\"\"\"\n";
    for (std::size_t size = 0; size <= text.size(); ++size) {
        EXPECT_LE(accepted(text.substr(0, size), "cut"), 1);
    }
}

}  // namespace
}  // namespace hipflow::catalog
