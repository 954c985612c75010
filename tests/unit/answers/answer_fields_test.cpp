// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "answers/answer.h"
#include "exchange/plan_fields.h"
#include "exchange/stats_fields.h"

namespace hipflow::answers {
namespace {

using namespace std::chrono_literals;

/// An answer with the members that `list` gives to its visitor.
template <typename List>
struct Written {
    const List& list;
};

template <typename List, typename Visitor>
void fields(const Written<List>& answer, Visitor& visit) {
    answer.list(visit);
}

template <typename List>
std::string written(const List& list) {
    return json_line(Written<List>{list});
}

TEST(AnswerFields, SayWhyANumberIsMissing) {
    EXPECT_EQ(json_line(ChangeSum{.n = 4, .sum = 2, .squares = 4, .worse = 1}),
              R"({"schema":1,"n":4,"mean":null,"reason":"n<5","low":null,"high":null,"worse":1})"
              "\n");
    const std::string enough = json_line(ChangeSum{.n = 5, .sum = 5, .squares = 5, .worse = 0});
    EXPECT_NE(enough.find(R"("mean":1.0,"reason":null)"), std::string::npos) << enough;
}

TEST(AnswerFields, OfAPlanBeginWithItsNameItsAdherenceAndItsWeeks) {
    schedule::Adherence adherence;
    adherence.kept = 1;
    adherence.missed = 3;
    adherence.work_planned = 90s;
    EXPECT_EQ(written([&](auto& visit) {
                  exchange::plan_fields(schedule::unnamed_plan, adherence, {2, 3}, visit);
              }),
              R"({"schema":1,"name":"schedule","adherence":{"kept":1,"planned":4,"partial":0,)"
              R"("missed":3,"excused":0,"paused":0,"pending":0,"extra":0,"misses_in_a_row":0,)"
              R"("work_planned_ms":90000,"work_done_ms":0,"ratio":0.25,"low":null,"high":null},)"
              R"("weeks":{"on_plan":2,"of":3}})"
              "\n");
}

TEST(AnswerFields, ListNoneOrOne) {
    std::optional<schedule::WeeksOnPlan> weeks;
    const auto list = [&](auto& visit) { visit("plans", exchange::as_list(weeks)); };
    EXPECT_EQ(written(list), "{\"schema\":1,\"plans\":[]}\n");
    weeks = schedule::WeeksOnPlan{1, 2};
    EXPECT_EQ(written(list), "{\"schema\":1,\"plans\":[{\"on_plan\":1,\"of\":2}]}\n");
}

TEST(AnswerFields, TellAllPlacesFromOneThatWasNotSaid) {
    const auto place = [](const std::optional<stats::PainPlace>& found) {
        return written([&](auto& visit) { exchange::place_fields(found, visit); });
    };
    EXPECT_EQ(place(std::nullopt), "{\"schema\":1,\"site\":\"all\",\"side\":null}\n");
    EXPECT_EQ(place(stats::PainPlace{}), "{\"schema\":1,\"site\":null,\"side\":null}\n");
    EXPECT_EQ(place(stats::PainPlace{Site::outer_hip, Side::left}),
              "{\"schema\":1,\"site\":\"outer-hip\",\"side\":\"left\"}\n");
}

TEST(AnswerFields, OfARangeAreARowForEachSideAndMovement) {
    stats::RotationTest test{.local_day = *parse_day("2026-11-24")};
    test.means[0][1] = stats::RotationMean{.trials = 4, .sum = 125, .lowest = 30, .highest = 33};
    test.pain = PainScore::from(2);
    const std::vector<stats::RotationSeries> all{
        {RotationPosition::seated, "phone", std::nullopt, std::vector{test}}};
    EXPECT_EQ(
        csv_text(exchange::rotation_rows(all)),
        "position,instrument,scale_version,local_day,side,movement,mean,trials,lowest,highest,"
        "pain\r\nseated,phone,,2026-11-24,left,external,31.25,4,30,33,2\r\n");
}

}  // namespace
}  // namespace hipflow::answers
