// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <span>
#include <vector>

#include "answers/answer.h"
#include "exchange/plan_fields.h"
#include "exchange/stats_fields.h"
#include "today/measurements.h"
#include "today/views.h"

namespace hipflow::answers {

// The answers of stats and measure.

/// How a plan was kept, for answers that add nothing to it.
template <typename Visitor>
void fields(const today::PlanKept& kept, Visitor& visit) {
    exchange::plan_fields(kept.name, kept.days, kept.weeks, visit);
}

/// The same with the week that is going on.
struct PlanThisWeek {
    const today::PlanKept& kept;
};
template <typename Visitor>
void fields(const PlanThisWeek& plan, Visitor& visit) {
    fields(plan.kept, visit);
    visit("this_week", plan.kept.this_week);
}

/// The same with every week.
struct PlanByWeek {
    const today::PlanKept& kept;
};
template <typename Visitor>
void fields(const PlanByWeek& plan, Visitor& visit) {
    fields(plan.kept, visit);
    visit("by_week", plan.kept.by_week);
}

/// Each plan with more than the common fields.
template <typename More>
std::vector<More> each(const std::vector<today::PlanKept>& plans) {
    std::vector<More> all;
    all.reserve(plans.size());
    for (const auto& plan : plans) all.push_back({plan});
    return all;
}

/// The exercises at which pain changed for the better and for the worse.
struct BestAndWorst {
    std::optional<stats::ExerciseChange> best;
    std::optional<stats::ExerciseChange> worst;
};
template <typename Visitor>
void fields(const BestAndWorst& exercises, Visitor& visit) {
    visit("best", exercises.best);
    visit("worst", exercises.worst);
}

/// A week, or other days, with what was kept of what the plans asked for.
template <typename Days>
struct WithPlans {
    Days days{};
    today::KeptOfPlans of_plans{};
};
template <typename Days, typename Visitor>
void fields(const WithPlans<Days>& with, Visitor& visit) {
    exchange::fields(with.days, visit);
    visit("kept_of_plan", with.of_plans.kept);
    visit("planned", with.of_plans.planned);
}

template <typename Week>
std::vector<WithPlans<Week>> weeks_with_plans(const std::vector<Week>& weeks,
                                              std::span<const today::PlanKept> plans) {
    std::vector<WithPlans<Week>> all;
    all.reserve(weeks.size());
    for (const auto& week : weeks) all.push_back({week, today::kept_in(plans, week.from)});
    return all;
}

template <typename Visitor>
void fields(const today::StatsScreen& screen, Visitor& visit) {
    const auto change = [](const std::optional<today::NamedChange>& exercise) {
        return exercise ? std::optional(exercise->change) : std::nullopt;
    };
    using Sums = WithPlans<stats::Period>;
    const auto& plans = screen.plans;
    visit("range", Sums{screen.days, today::kept_on(plans, &today::PlanKept::days)});
    visit("weeks", weeks_with_plans(screen.weeks, plans));
    visit("this_week", Sums{screen.this_week, today::kept_on(plans, &today::PlanKept::this_week)});
    visit("plans", each<PlanThisWeek>(screen.plans));
    visit("change", screen.days.sums.change);
    visit("trend", screen.trend);
    visit("exercises", BestAndWorst{change(screen.best), change(screen.worst)});
}

template <typename Visitor>
void fields(const today::SessionsView& view, Visitor& visit) {
    visit("from", view.from);
    visit("to", view.to);
    visit("weeks", weeks_with_plans(view.weeks, view.plans));
    visit("plans", each<PlanByWeek>(view.plans));
}

template <typename Visitor>
void fields(const today::PlacePain& pain, Visitor& visit) {
    exchange::place_fields(pain.place, visit);
    visit("before", pain.before.value_or(stats::MomentMean{}));
    visit("after", pain.after.value_or(stats::MomentMean{}));
    visit("morning", pain.morning.value_or(stats::MomentMean{}));
    visit("trend", pain.trend);
}

template <typename Visitor>
void fields(const today::PainView& view, Visitor& visit) {
    visit("from", view.from);
    visit("to", view.to);
    visit("days", view.days);
    visit("places", view.places);
    visit("change", view.change);
}

template <typename Visitor>
void fields(const today::ExercisesView& view, Visitor& visit) {
    const stats::SideWork work = stats::side_work(view.uses);
    visit("from", view.from);
    visit("to", view.to);
    visit("exercises", view.uses);
    visit("best", view.tolerance.best);
    visit("worst", view.tolerance.worst);
    visit("left_ms", work.left);
    visit("right_ms", work.right);
}

template <typename Visitor>
void fields(const today::DayLine& day, Visitor& visit) {
    exchange::day_fields(day.totals, word(day.mark), visit);
}

template <typename Visitor>
void fields(const today::WeekView& view, Visitor& visit) {
    visit("days", view.days);
    visit("plans", view.plans);
}

template <typename Visitor>
void fields(const today::HipRotationView& view, Visitor& visit) {
    visit("series", view.series);
}

template <typename Visitor>
void fields(const today::FunctionView& view, Visitor& visit) {
    exchange::function_fields(view.activities, visit);
}

/// A measurement just taken: the test with its means, and every reading.
template <typename Visitor>
void fields(const today::RotationTaking& taking, Visitor& visit) {
    visit("test", taking.series().tests.back());
    visit("measurements", taking.taken());
}

}  // namespace hipflow::answers
