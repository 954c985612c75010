// SPDX-License-Identifier: MIT
#include "answers/answer.h"

#include <gtest/gtest.h>

#include <array>

#include "exchange/stats_fields.h"

namespace hipflow::answers {
namespace {

using namespace std::chrono_literals;

enum class Weather { fine, rainy };

constexpr auto words_of(Weather) { return std::to_array<std::string_view>({"fine", "rainy"}); }

struct Walk {
    Day day{};
    std::optional<double> length;
    Weather weather = Weather::fine;
    bool operator==(const Walk&) const = default;
};

struct Steps {
    int n = 2;
};

template <typename Visitor>
void fields(const Steps& steps, Visitor& visit) {
    visit("n", steps.n);
}

template <typename Visitor>
void fields(const Walk& walk, Visitor& visit) {
    visit("day", walk.day);
    visit("length", walk.length);
    visit("reason", walk.length ? std::nullopt : std::optional("not measured"));
    visit("weather", walk.weather);
    visit("of", Steps{});
}

/// An answer with the members that `list` gives to its visitor.
template <typename List>
struct AnyAnswer {
    const List& list;
};

template <typename List, typename Visitor>
void fields(const AnyAnswer<List>& answer, Visitor& visit) {
    answer.list(visit);
}

template <typename List>
std::string line_of(const List& list) {
    return json_line(AnyAnswer<List>{list});
}

TEST(Answer, BeginsWithTheVersionOfItsShape) {
    EXPECT_EQ(
        json_text(Walk{*parse_day("2026-11-24"), 2.5, Weather::rainy}),
        "{\n  \"schema\": 1,\n  \"day\": \"2026-11-24\",\n  \"length\": 2.5,\n"
        "  \"reason\": null,\n  \"weather\": \"rainy\",\n  \"of\": {\n    \"n\": 2\n  }\n}\n");
}

TEST(Answer, WritesEveryKindOfValue) {
    const Instant at = parse_instant("2026-11-22T06:30:00Z")->at;
    EXPECT_EQ(line_of([&](auto& visit) {
                  visit("span", Millis(90s));
                  visit("days", std::chrono::days(3));
                  visit("count", std::size_t{7});
                  visit("yes", true);
                  visit("text", std::string_view("a"));
                  visit("literal", "b");
                  visit("list", std::vector<Side>{Side::left, Side::both});
                  visit("none", std::vector<int>{});
                  visit("band", Band<int>{1, 2});
                  visit("score", PainScore::from(4));
                  visit("at", at);
                  visit("there", exchange::at_offset(at, -3h - 30min));
                  visit("stamp", Stamp{at, 1h, {}});
              }),
              R"({"schema":1,"span":90000,"days":3,"count":7,"yes":true,"text":"a","literal":"b",)"
              R"("list":["left","both"],"none":[],"band":[1,2],"score":4,)"
              R"("at":"2026-11-22T06:30:00.000+00:00","there":"2026-11-22T03:00:00.000-03:30",)"
              R"("stamp":"2026-11-22T07:30:00.000+01:00"})"
              "\n");
}

TEST(Answer, ShowsARecordAtItsOwnOffset) {
    PainReading reading;
    reading.felt = {parse_instant("2026-11-22T06:30:00Z")->at, 1h, *parse_day("2026-11-22")};
    const std::string text = line_of([&](auto& visit) { visit("readings", std::array{reading}); });
    EXPECT_NE(text.find(R"("at":"2026-11-22T07:30:00.000+01:00")"), std::string::npos) << text;
}

TEST(Answer, ReplacesBytesThatAreNotUtf8) {
    EXPECT_EQ(line_of([](auto& visit) { visit("note", "a\xff"); }),
              "{\"schema\":1,\"note\":\"a\xEF\xBF\xBD\"}\n");
}

TEST(Answer, IsATableOfTheSameMembers) {
    EXPECT_EQ(csv_text(std::vector<Walk>{}), "day,length,reason,weather,of_n\r\n");
    EXPECT_EQ(csv_text(std::vector{Walk{*parse_day("2026-11-24"), 2.5, Weather::fine}}),
              "day,length,reason,weather,of_n\r\n2026-11-24,2.5,,fine,2\r\n");
}

struct Cells {
    std::string text;
    std::optional<int> number;
    bool kept = false;
    ScoreSum pain;
};

struct Moments {
    ScoreSum before;
};

template <typename Visitor>
void fields(const Moments& moments, Visitor& visit) {
    visit("before", moments.before);
}

template <typename Visitor>
void fields(const Cells& cells, Visitor& visit) {
    visit("text", cells.text);
    visit("number", cells.number);
    visit("kept", cells.kept);
    visit("pain", Moments{cells.pain});
}

constexpr const char* header = "text,number,kept,pain_before_n,pain_before_sum\r\n";

TEST(Csv, HasAHeaderAndLinesThatEndInCrLf) {
    EXPECT_EQ(csv_text(std::vector{Cells{"a", 3, true, {2, 5}}, Cells{"b", 4, false, {}}}),
              std::string(header) + "a,3,true,2,5\r\nb,4,false,0,0\r\n");
}

TEST(Csv, OfNothingIsItsHeader) { EXPECT_EQ(csv_text(std::vector<Cells>{}), header); }

TEST(Csv, LeavesEmptyWhatIsNotKnown) {
    EXPECT_EQ(csv_text(std::vector{Cells{}}), std::string(header) + ",,false,0,0\r\n");
}

TEST(Csv, QuotesWhatWouldBreakALine) {
    EXPECT_EQ(csv_text(std::vector{Cells{"x,y", {}, {}, {}}, Cells{"say \"ah\"", {}, {}, {}},
                                   Cells{"two\nlines", {}, {}, {}}, Cells{"plain", {}, {}, {}}}),
              std::string(header) +
                  "\"x,y\",,false,0,0\r\n\"say \"\"ah\"\"\",,false,0,0\r\n"
                  "\"two\nlines\",,false,0,0\r\nplain,,false,0,0\r\n");
}

}  // namespace
}  // namespace hipflow::answers
