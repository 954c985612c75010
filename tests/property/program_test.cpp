// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "catalog/library.h"
#include "catalog/restriction_table.h"
#include "coach/prescribe.h"
#include "coach/program_week.h"
#include "domain/error.h"
#include "session/timeline.h"
#include "support/generators.h"

namespace hipflow {
namespace {

using std::chrono::days;

const catalog::Library& library() {
    static const catalog::Library shipped("");
    return shipped;
}

const Program& program() { return library().program_source("steady-six").program; }

const Day first_day = *parse_day("2026-01-05");

/// One day of somebody in the program: whether they kept a session, and what it hurt before.
struct Lived {
    bool kept = false;
    std::optional<int> pain;
};

std::vector<Lived> any_life() {
    const auto length = *rc::gen::inRange(1, 120);
    std::vector<Lived> life;
    for (int i = 0; i < length; ++i) {
        Lived day;
        day.kept = *rc::gen::inRange(0, 10) < 6;
        if (day.kept && *rc::gen::arbitrary<bool>()) day.pain = *rc::gen::inRange(0, 11);
        life.push_back(day);
    }
    return life;
}

coach::ProgramToday after(const std::vector<Lived>& life, int day) {
    coach::ProgramHistory history;
    history.from = first_day;
    const Day today = first_day + days(day);
    for (int i = 0; i <= day; ++i) {
        const Lived& lived = life[static_cast<std::size_t>(i)];
        if (!lived.kept) continue;
        DayTotals totals;
        totals.local_day = first_day + days(i);
        totals.kept = 1;
        if (lived.pain) totals.before = {1, *lived.pain};
        history.days.push_back(totals);
        if (totals.local_day >= coach::program_week_begins(first_day, today)) {
            history.kept.push_back({totals.local_day, "gentle-day"});
        }
    }
    return coach::program_today(program(), history, today);
}

/// Weeks counted on past the last one, so that they can be compared.
int week_number(const coach::ProgramToday& today) {
    return today.week.value_or(static_cast<int>(program().weeks.size()) + 1);
}

RC_GTEST_PROP(ProgramProperty, MovesByOneWeekOrStaysAndNeverBack, ()) {
    const auto life = any_life();
    int before = 1;
    for (int day = 0; day < static_cast<int>(life.size()); ++day) {
        const coach::ProgramToday today = after(life, day);
        const int now = week_number(today);
        RC_ASSERT(now == before || (now == before + 1 && today.day == 1));
        RC_ASSERT(today.day == day % 7 + 1);
        before = now;
    }
}

RC_GTEST_PROP(ProgramProperty, SaysWhyAWeekComesAgainAndOnlyThen, ()) {
    const auto life = any_life();
    for (int day = 7; day < static_cast<int>(life.size()); day += 7) {
        const coach::ProgramToday today = after(life, day);
        const coach::ProgramToday last_week = after(life, day - 1);
        const bool again = today.week && today.week == last_week.week;
        RC_ASSERT(today.repeat.has_value() == again);
        if (last_week.week && last_week.kept < program().repeat_below) RC_ASSERT(again);
    }
}

RC_GTEST_PROP(ProgramProperty, NeverExceedsTheCapOfItsWeek, ()) {
    const auto life = any_life();
    const coach::ProgramToday today = after(life, static_cast<int>(life.size()) - 1);
    if (!today.week) {
        RC_ASSERT(!today.cap);
        return;
    }
    const ProgramWeek& week = program().weeks[static_cast<std::size_t>(*today.week) - 1];
    RC_ASSERT(today.cap >= week.cap.bottom && today.cap <= week.cap.top);
    if (today.kept == 0) RC_ASSERT(today.cap == week.cap.bottom);
}

RC_GTEST_PROP(ProgramProperty, HasAsManySessionsLeftAsAreNotKept, ()) {
    const auto life = any_life();
    const coach::ProgramToday today = after(life, static_cast<int>(life.size()) - 1);
    RC_ASSERT(static_cast<int>(today.left.size()) == std::max(0, today.planned - today.kept));
    RC_ASSERT(coach::program_routine(program(), today).has_value());
    RC_ASSERT(today.tokens >= 0 && today.tokens <= 2);
}

/// Each session of the program can be done under the cap of its week, by anybody, or says why not.
RC_GTEST_PROP(ProgramProperty, GivesNothingAboveTheCap, ()) {
    const RestrictionTable& table = catalog::shipped_restrictions();
    const ProgramWeek week = *rc::gen::elementOf(program().weeks);
    coach::Today today;
    today.cap = *rc::gen::element(week.cap.bottom, week.cap.top);
    today.gate = *rc::gen::element(Gate::none, Gate::gentle);
    if (*rc::gen::arbitrary<bool>()) {
        today.person.restrictions.push_back(*rc::gen::elementOf(table.restrictions));
    }
    const Routine& routine = library().routine(*rc::gen::elementOf(week.sessions));
    const coach::ExerciseLookup lookup = [](const std::string& id) -> const Exercise& {
        return library().exercise(id);
    };
    try {
        const Prescription session = coach::prescribe(routine, lookup, today);
        for (const auto& step : session.steps) {
            RC_ASSERT(step.work.exercise.level <= *today.cap);
            for (const auto& easier : step.easier) {
                RC_ASSERT(easier.exercise.level <= *today.cap);
            }
        }
    } catch (const coach::NothingLeft&) {
        RC_ASSERT(!today.person.restrictions.empty());
    }
}

// Fitting into the time there is.

Prescription any_session() {
    Prescription session = *support::any_prescription();
    for (auto& step : session.steps) step.optional = *rc::gen::arbitrary<bool>();
    return session;
}

int sets_on(const PrescribedStep& step, Side side) {
    return step.work.sets + (side == Side::left ? step.extra.left : step.extra.right);
}

RC_GTEST_PROP(FitProperty, TakesNoLongerAndNeverDropsOneSide, ()) {
    const Prescription whole = any_session();
    const Millis total = session::compile(whole, AskPeak::at_the_end, {}).total;
    const Millis longest{*rc::gen::inRange<std::int64_t>(1000, total.count() + 60000)};
    Prescription part;
    try {
        part = coach::fitted(whole, longest, {});
    } catch (const Error&) {
        RC_ASSERT(longest < total);
        return;
    }
    RC_ASSERT(session::compile(part, AskPeak::at_the_end, {}).total <= longest);
    if (total <= longest) RC_ASSERT(part == whole);
    auto planned = whole.steps.begin();
    for (const auto& step : part.steps) {
        while (planned->work.exercise != step.work.exercise) {
            RC_ASSERT(planned->optional);
            ++planned;
        }
        RC_ASSERT(step.work.sets >= 1);
        RC_ASSERT(step.work.sets <= planned->work.sets);
        const int tilt = sets_on(step, Side::left) - sets_on(step, Side::right);
        RC_ASSERT(tilt == 0 || tilt == planned->extra.left - planned->extra.right);
        ++planned;
    }
    RC_ASSERT((part.reasons.size() > whole.reasons.size()) == (total > longest));
}

RC_GTEST_PROP(FitProperty, FitsWheneverItFitsIntoLess, ()) {
    const Prescription whole = any_session();
    const Millis total = session::compile(whole, AskPeak::at_the_end, {}).total;
    const Millis less{*rc::gen::inRange<std::int64_t>(1000, total.count() + 1000)};
    const auto fits = [&](Millis longest) {
        try {
            coach::fitted(whole, longest, {});
            return true;
        } catch (const Error&) {
            return false;
        }
    };
    if (fits(less)) RC_ASSERT(fits(less + std::chrono::seconds(30)));
}

}  // namespace
}  // namespace hipflow
