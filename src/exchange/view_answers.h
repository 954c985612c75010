// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <ranges>
#include <string_view>
#include <vector>

#include "exchange/fields.h"
#include "exchange/plan_fields.h"
#include "exchange/stats_fields.h"
#include "today/past_sessions.h"
#include "today/views.h"

namespace hipflow::exchange {

// The answers of stats, session and measure.

/// The plan of a view as a list of none or one; `more(kept, plan)` adds to it.
template <typename More, typename Visitor>
void plans_fields(const std::optional<today::PlanKept>& plan, const More& more, Visitor& visit) {
    std::vector<today::PlanKept> plans;
    if (plan) plans.push_back(*plan);
    const auto write = [&more](const today::PlanKept& kept) {
        return members([&](auto& inner) {
            plan_fields(only_plan, kept.days, kept.weeks, inner);
            more(kept, inner);
        });
    };
    visit("plans", plans | std::views::transform(write));
}

template <typename Visitor>
void fields(const today::StatsScreen& screen, Visitor& visit) {
    visit("range", screen.days);
    visit("weeks", screen.weeks);
    visit("this_week", screen.this_week);
    plans_fields(
        screen.plan,
        [](const today::PlanKept& kept, auto& plan) { plan("this_week", kept.this_week); }, visit);
    visit("change", screen.days.sums.change);
    visit("trend", screen.trend);
    const auto change = [](const std::optional<today::NamedChange>& exercise) {
        return exercise ? std::optional(exercise->change) : std::nullopt;
    };
    visit("exercises", members([&](auto& exercises) {
              exercises("best", change(screen.best));
              exercises("worst", change(screen.worst));
          }));
}

template <typename Visitor>
void fields(const today::SessionsView& view, Visitor& visit) {
    visit("from", view.from);
    visit("to", view.to);
    visit("weeks", view.weeks);
    plans_fields(
        view.plan, [&](const today::PlanKept&, auto& plan) { plan("by_week", view.by_week); },
        visit);
}

template <typename Visitor>
void fields(const today::PlacePain& pain, Visitor& visit) {
    place_fields(pain.place, visit);
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
    day_fields(day.totals, word(day.mark), visit);
}

template <typename Visitor>
void fields(const today::WeekView& view, Visitor& visit) {
    visit("days", view.days);
    plans_fields(
        view.plan, [](const today::PlanKept&, auto& /*plan*/) {}, visit);
}

template <typename Visitor>
void fields(const today::HipRotationView& view, Visitor& visit) {
    visit("series", view.series);
}

template <typename Visitor>
void fields(const today::FunctionView& view, Visitor& visit) {
    function_fields(view.activities, visit);
}

// One session.

template <typename Visitor>
void fields(const today::SessionRecord& record, Visitor& visit) {
    const auto offset = record.session.started.utc_offset;
    const auto with_time = [&record](const auto& one) {
        return members([&record, &one](auto& inner) {
            fields(one, inner);
            const auto time = record.recorded_at.find(one.id);
            if (time != record.recorded_at.end()) inner("recorded_at", time->second);
        });
    };
    visit("session", at_offset(with_time(record.session), offset));
    visit("sets", at_offset(record.sets | std::views::transform(with_time), offset));
    visit("pain_scores", at_offset(record.readings | std::views::transform(with_time), offset));
    visit("symptoms", at_offset(record.symptoms | std::views::transform(with_time), offset));
    visit("prescription", record.prescription);
}

template <typename Visitor>
void fields(const RecordChange& change, Visitor& visit) {
    const Record* const newest = change.newest();
    visit("kind", newest != nullptr ? std::optional(kind_of(*newest)) : std::nullopt);
    visit("before", change.before);
    visit("after", change.after);
}

template <typename Visitor>
void fields(const HistoryStep& step, Visitor& visit) {
    visit("change_id", step.change_id);
    visit("undoes", step.undoes);
    visit("device", step.device);
    visit("recorded_at", step.recorded_at);
    std::vector<RecordChange> changes = step.changes;
    std::erase_if(changes, [](const RecordChange& change) { return change.newest() == nullptr; });
    visit("changes", changes);
}

}  // namespace hipflow::exchange
