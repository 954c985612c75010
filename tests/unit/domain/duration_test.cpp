// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <map>
#include <string>

#include "domain/time.h"

namespace hipflow {
namespace {

using namespace std::chrono_literals;

TEST(ParseDuration, ReadsEveryUnit) {
    const std::map<std::string, Millis> readings = {
        {"40s", 40s}, {"1m30s", 90s},           {"2m", 2min}, {"1.5s", 1500ms}, {"500ms", 500ms},
        {"1h", 1h},   {"1h2m3s4ms", 3723004ms}, {"0s", 0s},   {"90s", 90s},     {"90m", 90min},
        {"24h", 24h}, {"1m0.25s", 60250ms}};
    for (const auto& [text, value] : readings) EXPECT_EQ(parse_duration(text), value) << text;
}

TEST(ParseDuration, RefusesWhatIsNoDuration) {
    for (const std::string text :
         {"",        "40",   "s",     "1:30",     "1m75s", "1h60m",
          "30s1m",   "1s1s", "-5s",   "-0s",      "+5s",   " 5s",
          "5s ",     "5 s",  "5S",    "1.5m",     "1.s",   ".5s",
          "1.2345s", "1d",   "fives", "5sec",     "1e3s",  "99999999999999999999s",
          "24h1ms",  "25h",  "1ms1s", "1.5s500ms"}) {
        EXPECT_EQ(parse_duration(text), std::nullopt) << text;
    }
}

TEST(FormatDuration, IsAsShortAsItCanBe) {
    EXPECT_EQ(format_duration(90s), "1m30s");
    EXPECT_EQ(format_duration(40s), "40s");
    EXPECT_EQ(format_duration(500ms), "500ms");
    EXPECT_EQ(format_duration(2h), "2h");
    EXPECT_EQ(format_duration(1500ms), "1s500ms");
    EXPECT_EQ(format_duration(0s), "0s");
}

TEST(SpellDuration, IsForPeople) {
    EXPECT_EQ(spell_duration(40s), "40 s");
    EXPECT_EQ(spell_duration(90s), "1 min 30 s");
    EXPECT_EQ(spell_duration(9min), "9 min");
    EXPECT_EQ(spell_duration(59'600ms), "1 min");
    EXPECT_EQ(spell_duration(0s), "0 s");
}

TEST(ClockFace, RoundsUpSoThatZeroIsTheEnd) {
    EXPECT_EQ(clock_face(9min + 58s), "9:58");
    EXPECT_EQ(clock_face(40s), "0:40");
    EXPECT_EQ(clock_face(1ms), "0:01");
    EXPECT_EQ(clock_face(0s), "0:00");
    EXPECT_EQ(clock_face(59'001ms), "1:00");
}

}  // namespace
}  // namespace hipflow
