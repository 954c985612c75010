// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

#include "schedule/adherence.h"
#include "schedule/due.h"
#include "unit/schedule/plans.h"

namespace hipflow::schedule {
namespace {

using std::chrono::days;

const Day monday = day("2026-06-01");

std::vector<DayTotals> kept_on(const std::set<Day>& kept_days) {
    std::vector<DayTotals> totals;
    for (const Day on : kept_days) totals.push_back({.local_day = on, .sessions = 1, .kept = 1});
    return totals;
}

/// Monday, Tuesday and Wednesday of each week from `monday` on.
std::set<Day> three_a_week(int weeks) {
    std::set<Day> kept_days;
    for (int week = 0; week < weeks; ++week) {
        for (int i = 0; i < 3; ++i) kept_days.insert(monday + days(7 * week + i));
    }
    return kept_days;
}

TEST(WholeWeeks, ARangeThatCutsAWeekMissesNothingThatWasKeptOutsideIt) {
    const DayPlan open = plan({{"2026-06-01", "3 per week"}});
    const auto totals = kept_on(three_a_week(20));
    for (int weekday = 0; weekday < 7; ++weekday) {
        const Day today = monday + days(7 * 19 + weekday);
        const Day from = today - days(83);
        const auto sum = adherence(open, totals, from, today, today);
        EXPECT_EQ(sum.missed, 0) << weekday;
        EXPECT_EQ(sum.kept, sum.planned()) << weekday;
        const auto weeks = weeks_on_plan(open, totals, from, today, today);
        EXPECT_EQ(weeks.on_plan, weeks.weeks) << weekday;
        EXPECT_EQ(weeks.weeks, 12 - (weekday == 6 ? 1 : 0)) << weekday;
    }
}

TEST(WholeWeeks, AFridayAsksForWhatItsRangeHolds) {
    const DayPlan open = plan({{"2026-06-01", "3 per week"}});
    const Day friday = monday + days(7 * 19 + 4);
    const auto totals = kept_on(three_a_week(20));
    const auto sum = adherence(open, totals, friday - days(83), friday, friday);
    EXPECT_EQ(sum.kept, 36);
    EXPECT_EQ(sum.planned(), 36);
    const auto rows = adherence_by_week(open, totals, friday - days(83), friday, friday);
    ASSERT_EQ(rows.size(), 13U);
    EXPECT_TRUE(rows.front().part_of_week);
    EXPECT_EQ(rows.front().adherence.planned(), 0);
    EXPECT_FALSE(rows[1].part_of_week);
    EXPECT_TRUE(rows.back().part_of_week);
}

TEST(WholeWeeks, APartMissesItsShareOfWhatTheWeekMisses) {
    const DayPlan open = plan({{"2026-06-01", "3 per week"}});
    const Day later = monday + days(30);
    const auto part = [&](const std::set<Day>& kept_days, int from, int to) {
        return adherence(open, kept_on(kept_days), monday + days(from), monday + days(to), later);
    };
    EXPECT_EQ(part({}, 5, 6).missed, 1);  // 6/7
    EXPECT_EQ(part({}, 0, 4).missed, 2);  // 15/7
    EXPECT_EQ(part({monday, monday + days(1)}, 5, 6).missed, 1);
    EXPECT_EQ(part({monday, monday + days(1), monday + days(2)}, 5, 6).planned(), 0);
    // Kept in the part: the week has room for it, whatever its share.
    EXPECT_EQ(part({monday, monday + days(1), monday + days(2)}, 0, 2).kept, 3);
    // Kept after it, as the plan allows: nothing is missed before.
    EXPECT_EQ(part({monday + days(4), monday + days(5), monday + days(6)}, 0, 3).planned(), 0);
}

TEST(WholeWeeks, APartOfTheCurrentWeekMissesNothingThatCanStillBeDone) {
    const DayPlan open = plan({{"2026-06-01", "3 per week"}});
    const auto until_thursday = [&](int today) {
        return adherence(open, {}, monday, monday + days(3), monday + days(today));
    };
    EXPECT_EQ(until_thursday(4).planned(), 0);  // Friday to Sunday hold all three
    EXPECT_EQ(until_thursday(5).missed, 1);
}

TEST(WholeWeeks, AWeekThatTheRangeCutsIsOnPlanAsAWhole) {
    const DayPlan weekdays = plan({{"2026-06-01", "mon,wed,fri"}});
    const auto totals = kept_on({monday, monday + days(2), monday + days(4)});
    const Day later = monday + days(30);
    // Of the part from Friday on alone, nothing could be told of the week.
    EXPECT_EQ(weeks_on_plan(weekdays, totals, monday + days(5), monday + days(13), later),
              (WeeksOnPlan{1, 2}));
    EXPECT_EQ(weeks_on_plan(weekdays, totals, monday, monday + days(1), later),
              (WeeksOnPlan{1, 1}));
}

/// Counted without laying out any day: what a part of past weeks, or of the current one, asks for.
class Oracle {
   public:
    Oracle(int per_week, const std::set<Day>& kept_days, Day today)
        : per_week_(per_week), kept_(kept_days), today_(today) {}

    Adherence of(Day from, Day to) const {
        Adherence sum;
        for (Day week = monday; week <= to; week += days(7)) {
            const Day first = std::max(from, week);
            const Day last = std::min(to, week + days(6));
            if (first <= last) add_part(sum, week, first, last);
        }
        return sum;
    }

   private:
    int kept_in(Day from, Day to) const {
        return static_cast<int>(std::distance(kept_.lower_bound(from), kept_.upper_bound(to)));
    }

    void add_part(Adherence& sum, Day week, Day first, Day last) const {
        const Day end = week + days(6);
        const int inside = kept_in(first, last);
        const int outside = kept_in(week, end) - inside;
        const double share =
            static_cast<double>(per_week_) * static_cast<double>((last - first).count() + 1) / 7;
        const int planned = static_cast<int>(share + 0.5);
        const int kept = std::min(inside, std::max(planned, per_week_ - outside));
        int chances = 0;  // of the week, today included
        for (Day left = std::max(week, today_); left <= end; left += days(1)) {
            if (!kept_.contains(left)) ++chances;
        }
        const int missed = std::max(0, per_week_ - kept_in(week, end) - chances);
        sum.kept += kept;
        sum.extra += inside - kept;
        sum.missed += std::min(missed, std::max(0, planned - kept));
    }

    int per_week_;
    const std::set<Day>& kept_;
    Day today_;
};

TEST(WholeWeeks, AgreeWithCountingOverRandomDays) {
    std::mt19937 chance(20);
    const auto below = [&](unsigned n) { return static_cast<int>(chance() % n); };
    for (int i = 0; i < 3000; ++i) {
        const int per_week = 1 + below(7);
        const DayPlan open =
            plan({{"2026-06-01", (std::to_string(per_week) + " per week").c_str()}});
        const Day today = monday + days(28 + below(21));
        std::set<Day> kept_days;
        const int often = 1 + below(9);
        for (Day on = monday; on <= today; on += days(1)) {
            if (below(10) < often) kept_days.insert(on);
        }
        const Day from = monday + days(below(28));
        const Day to = from + days(below(static_cast<unsigned>((today - from).count())));
        ASSERT_LT(to, today);
        const auto found = adherence(open, kept_on(kept_days), from, to, today);
        const auto counted = Oracle(per_week, kept_days, today).of(from, to);
        EXPECT_EQ(found.kept, counted.kept) << i;
        EXPECT_EQ(found.missed, counted.missed) << i;
        EXPECT_EQ(found.extra, counted.extra) << i;
        EXPECT_EQ(found.pending, 0) << i;
        // Two parts of a range never miss more than the whole.
        const Day cut = from + days(below(static_cast<unsigned>((to - from).count()) + 1));
        const auto before = adherence(open, kept_on(kept_days), from, cut, today);
        const auto after = adherence(open, kept_on(kept_days), cut + days(1), to, today);
        EXPECT_LE(before.missed + (cut < to ? after.missed : 0), found.missed + 1) << i;
    }
}

// A program joined on a Wednesday: its weeks, and those of its plan, begin on Wednesdays.
DayPlan joined_on_wednesday() {
    return plan_of({{"1", monday + days(2), "5 per week", ScheduleSource::program}}, {},
                   std::chrono::Monday);
}

TEST(WholeWeeks, OfAProgramBeginOnTheDayItWasJoined) {
    const DayPlan program = joined_on_wednesday();
    std::set<Day> kept_days;
    for (int i = 2; i < 7; ++i) kept_days.insert(monday + days(i));  // five of five by Sunday
    const Day tuesday = monday + days(8);
    const auto sum = adherence(program, kept_on(kept_days), monday, tuesday, tuesday);
    EXPECT_EQ(sum.kept, 5);
    EXPECT_EQ(sum.planned() + sum.pending, 5);
    EXPECT_EQ(whole_stretch(program, tuesday).from, monday + days(2));
    EXPECT_EQ(whole_stretch(program, tuesday).to, tuesday);
    EXPECT_EQ(planned_days(program, monday, tuesday).size(), 5U);
}

TEST(WholeWeeks, OfAProgramStayWhenItsNumberChanges) {
    const DayPlan program =
        plan_of({{"1", monday + days(2), "5 per week", ScheduleSource::program},
                 {"2", monday + days(11), "4 per week", ScheduleSource::program},
                 {"3", monday + days(20), "3 per week", ScheduleSource::own}},
                {}, std::chrono::Monday);
    EXPECT_EQ(whole_stretch(program, monday + days(12)).from, monday + days(11));
    EXPECT_EQ(whole_stretch(program, monday + days(12)).to, monday + days(15));
    EXPECT_EQ(whole_stretch(program, monday + days(17)).from, monday + days(16));
    EXPECT_EQ(whole_stretch(program, monday + days(17)).to, monday + days(19));
    EXPECT_EQ(whole_stretch(program, monday + days(22)).from, monday + days(21));
    EXPECT_EQ(whole_stretch(program, monday).version, nullptr);
}

TEST(WholeWeeks, APlannedWeekWithoutASessionIsNamed) {
    const DayPlan open = plan({{"2026-06-01", "3 per week"}});
    const Day today = monday + days(22);
    const auto rows = adherence_by_week(open, kept_on({monday}), monday, today, today);
    EXPECT_EQ(planned_weeks(rows), (std::vector{monday, monday + days(7), monday + days(14)}));
}

}  // namespace
}  // namespace hipflow::schedule
