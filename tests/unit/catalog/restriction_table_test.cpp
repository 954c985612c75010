// SPDX-License-Identifier: MIT
#include "catalog/restriction_table.h"

#include <gtest/gtest.h>

#include <set>

#include "texts_of.h"

namespace hipflow::catalog {
namespace {

Lines complaints(std::string_view text) {
    std::vector<Diagnostic> faults;
    parse_restrictions(text, "f", faults);
    return texts_of(faults);
}

TEST(RestrictionTable, OfTheProgramHasWordsForEveryTagAndUseForEveryTag) {
    const RestrictionTable& table = shipped_restrictions();
    for (const auto tag : risk_tags) EXPECT_TRUE(table.risk_words.contains(tag)) << tag;
    std::set<std::string> used;
    for (const auto& restriction : table.restrictions) {
        EXPECT_FALSE(restriction.name.empty());
        EXPECT_FALSE(restriction.risks.empty());
        EXPECT_LE(restriction.short_name.size(), 23U) << restriction.id;  // two columns of 60
        used.insert(restriction.risks.begin(), restriction.risks.end());
    }
    EXPECT_EQ(used, std::set<std::string>(risk_tags.begin(), risk_tags.end()));
}

TEST(RestrictionTable, RefusesWhatItDoesNotKnow) {
    EXPECT_EQ(complaints("format = 1\n").size(), 2U);
    std::string risks = "format = 1\n[risk]\n";
    for (const auto tag : risk_tags) risks += std::string(tag) + " = \"x\"\n";
    EXPECT_EQ(complaints(risks + "[restriction.a]\nname = \"a\"\nrisks = [\"floor\"]\n"), Lines{});
    const auto faults =
        complaints(risks + "[restriction.a]\nname = \"a\"\nrisks = [\"lava\"]\nhow = 1\n");
    ASSERT_EQ(faults.size(), 2U);
    EXPECT_NE(faults[0].find("unknown \"lava\" in 'risks'"), std::string::npos) << faults[0];
    EXPECT_NE(faults[1].find("'how'"), std::string::npos) << faults[1];
}

}  // namespace
}  // namespace hipflow::catalog
