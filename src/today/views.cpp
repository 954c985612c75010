// SPDX-License-Identifier: MIT
#include "today/views.h"

#include <algorithm>
#include <set>
#include <span>
#include <string>
#include <utility>

#include "domain/error.h"
#include "schedule/occurrence.h"
#include "schedule/plan.h"
#include "today/desk.h"
#include "today/library_lists.h"
#include "today/signs.h"

namespace hipflow::today {
namespace {

using std::chrono::days;

/// Enough to tell exercises apart, and the same work at any age and pace of the history.
constexpr int most_sessions_compared = 200;

/// The days that a view really spans, both included.
struct DaySpan {
    Day from{};
    Day to{};
};

/// An open end is today, an open beginning `first`.
DaySpan span_of(const store::Filter& chosen, Day first, Day today) {
    const Day to = chosen.until.value_or(today);
    return {chosen.since.value_or(std::min(first, to)), to};
}

/// A plan speaks of no single routine: nullopt where one is asked for, or there is no schedule.
std::optional<schedule::DayPlan> plan_for(Desk& desk, const store::Store& store,
                                          const store::Filter& chosen) {
    if (chosen.routine) return std::nullopt;
    auto versions = store.schedules();
    if (versions.empty()) return std::nullopt;
    const Day since = chosen.since.value_or(Day{});
    return schedule::plan_of(std::move(versions), store.excuses(since),
                             desk.settings().week_starts);
}

PlanKept kept_of(const schedule::DayPlan& plan, std::span<const DayTotals> all, const DaySpan& span,
                 Day today) {
    const Day week = week_of(span.to, plan.week_starts);
    const auto weeks = schedule::adherence_by_week(plan, all, span.from, span.to, today);
    return {schedule::adherence(plan, all, week, week + days(6), today),
            schedule::adherence(plan, all, span.from, span.to, today),
            schedule::weeks_on_plan(weeks, today)};
}

/// The exercise that the library has today; null if its file is gone or has faults.
const Exercise* find_exercise(Desk& desk, const std::string& id) {
    try {
        return &desk.library().exercise_or_drill(id);
    } catch (const Error&) {
        return nullptr;
    }
}

std::string exercise_name(Desk& desk, const std::string& id) {
    const Exercise* exercise = find_exercise(desk, id);
    return exercise == nullptr ? id : exercise->name;
}

PlacePain pain_at(const std::vector<stats::PainDay>& all,
                  const std::optional<stats::PainPlace>& place) {
    return {place, stats::mean_at(all, place, Moment::before),
            stats::mean_at(all, place, Moment::after), stats::mean_at(all, place, Moment::morning),
            stats::trend(stats::daily_scores(all, place))};
}

bool chosen_by(const PainChoice& choice, const stats::PainRow& row) {
    return (!choice.site || row.site == choice.site) && (!choice.side || row.side == choice.side) &&
           !(choice.on_time && row.late);
}

/// Those of `all` from `from` to `to`.
std::span<const DayTotals> part_of(const std::vector<DayTotals>& all, Day from, Day to) {
    const auto first = std::ranges::lower_bound(all, from, {}, &DayTotals::local_day);
    const auto last = std::ranges::upper_bound(all, to, {}, &DayTotals::local_day);
    return {first, std::max(first, last)};
}

std::optional<NamedChange> named_change(Desk& desk,
                                        const std::optional<stats::ExerciseChange>& change) {
    if (!change) return std::nullopt;
    return NamedChange{exercise_name(desk, change->exercise), *change};
}

void add_exercises(StatsScreen& screen, Desk& desk, const store::Store& store,
                   store::Filter chosen) {
    chosen.limit = most_sessions_compared;
    stats::ExerciseUses uses;
    store.each_exercise_row(chosen, [&](const stats::ExerciseRow& row) { uses.add(row); });
    const stats::Tolerance compared = stats::tolerance(stats::changes_of(uses.all()));
    screen.best = named_change(desk, compared.best);
    screen.worst = named_change(desk, compared.worst);
}

}  // namespace

SessionsView read_sessions(Desk& desk, const store::Filter& chosen) {
    SessionsView view;
    const store::Store* store = desk.history();
    if (store == nullptr) return view;
    const Day today = desk.now().local_day;
    const auto counted = store->session_counts(chosen);
    const DaySpan span = span_of(chosen, counted.empty() ? today : counted.front().from, today);
    view.from = span.from;
    view.to = span.to;
    view.weeks = stats::by_week(counted, desk.settings().week_starts);
    for (const auto& week : view.weeks) stats::add(view.all, week.counts);
    if (const auto plan = plan_for(desk, *store, chosen)) {
        const auto totals = store->day_totals(chosen);
        view.plan = kept_of(*plan, totals, span, today);
        view.by_week = schedule::adherence_by_week(*plan, totals, span.from, span.to, today);
    }
    return view;
}

PainView read_pain(Desk& desk, const store::Filter& chosen, const PainChoice& choice) {
    PainView view;
    const store::Store* store = desk.history();
    if (store == nullptr) return view;
    stats::PainDays scores;
    store->each_pain_row(chosen, [&](const stats::PainRow& row) {
        if (chosen_by(choice, row)) scores.add(row);
    });
    view.days = scores.finish();
    const Day today = desk.now().local_day;
    const DaySpan span =
        span_of(chosen, view.days.empty() ? today : view.days.front().local_day, today);
    view.from = span.from;
    view.to = span.to;
    view.week_starts = desk.settings().week_starts;
    if (view.days.empty()) return view;
    view.places.push_back(pain_at(view.days, std::nullopt));
    for (const auto& place : stats::places_in(view.days)) {
        view.places.push_back(pain_at(view.days, place));
    }
    if (view.places.front().trend.line)
        view.line = stats::smoothed(stats::daily_scores(view.days, std::nullopt));
    view.change = stats::summed(store->day_totals(chosen)).change;
    return view;
}

ExercisesView read_exercises(Desk& desk, const store::Filter& chosen) {
    ExercisesView view;
    view.name = [&desk](const std::string& id) { return exercise_name(desk, id); };
    const store::Store* store = desk.history();
    if (store == nullptr) return view;
    const Day today = desk.now().local_day;
    stats::ExerciseUses uses;
    Day first = today;
    store->each_exercise_row(chosen, [&](const stats::ExerciseRow& row) {
        first = std::min(first, row.day);
        uses.add(row);
    });
    const DaySpan span = span_of(chosen, first, today);
    view.from = span.from;
    view.to = span.to;
    view.uses = uses.all();
    view.tolerance = stats::tolerance(stats::changes_of(view.uses));
    return view;
}

bool WeekView::empty() const {
    return std::ranges::all_of(days, [](const DayLine& day) {
        return day.mark == schedule::DayMark::blank &&
               day.totals == DayTotals{.local_day = day.totals.local_day};
    });
}

WeekView read_week(Desk& desk, const store::Filter& chosen) {
    WeekView view;
    const store::Store* store = desk.history();
    if (store == nullptr) return view;
    const Day today = desk.now().local_day;
    const auto totals = store->day_totals(chosen);
    const DaySpan span = span_of(chosen, totals.empty() ? today : totals.front().local_day, today);
    view.sums = stats::summed(totals);
    std::vector<schedule::Occurrence> planned;
    if (const auto plan = plan_for(desk, *store, chosen)) {
        planned = schedule::occurrences(*plan, totals, span.from, span.to, today);
        view.plan = kept_of(*plan, totals, span, today);
    }
    const auto marks = schedule::day_marks(planned, totals, span.from, span.to);
    auto next = totals.begin();
    for (Day day = span.from; day <= span.to; day += std::chrono::days(1)) {
        DayLine line{marks[view.days.size()], {}};
        line.totals.local_day = day;
        if (next != totals.end() && next->local_day == day) line.totals = *next++;
        view.days.push_back(line);
    }
    return view;
}

StatsScreen read_stats(Desk& desk, const store::Filter& chosen, int calendar_weeks) {
    const Day today = desk.now().local_day;
    const auto week_starts = desk.settings().week_starts;
    DaySpan span = span_of(chosen, today, today);
    const Day week = week_of(span.to, week_starts);
    StatsScreen screen;
    screen.week_starts = week_starts;
    screen.calendar_from = week - days(7 * (calendar_weeks - 1));
    // The calendar and this week may begin before the days asked for.
    store::Filter wider = chosen;
    if (wider.since) wider.since = std::min(*wider.since, screen.calendar_from);
    std::vector<DayTotals> totals;
    std::optional<schedule::DayPlan> plan;
    if (const store::Store* store = desk.history()) {
        totals = store->day_totals(wider);
        plan = plan_for(desk, *store, wider);
        add_exercises(screen, desk, *store, chosen);
        screen.hip_rotation = read_hip_rotation(desk, {.until = span.to}).series;
        screen.function = read_function(desk, {.until = span.to}).activities;
    }
    if (!totals.empty()) span = span_of(chosen, totals.front().local_day, today);
    const auto inside = part_of(totals, span.from, span.to);
    screen.days = {span.from, span.to, stats::summed(inside)};
    screen.weeks = stats::by_week(inside, week_starts);
    screen.this_week = {week, span.to, stats::summed(part_of(totals, week, span.to))};
    screen.week_is_current = week == week_of(today, week_starts);
    std::vector<schedule::Occurrence> planned;
    if (plan) {
        screen.plan = kept_of(*plan, totals, span, today);
        planned = schedule::occurrences(*plan, totals, screen.calendar_from, span.to, today);
    }
    screen.calendar = schedule::day_marks(planned, totals, screen.calendar_from, span.to);
    screen.trend = stats::trend(stats::daily_scores(inside));
    return screen;
}

HipRotationView read_hip_rotation(Desk& desk, const store::Filter& chosen) {
    const store::Store* store = desk.history();
    if (store == nullptr) return {};
    return {stats::rotation_series(store->measurements(Measured::rotation, chosen))};
}

bool FunctionView::empty() const { return stats::function_means(activities).empty(); }

FunctionView read_function(Desk& desk, const store::Filter& chosen) {
    const store::Store* store = desk.history();
    if (store == nullptr) return {};
    return {stats::function_series(store->measurements(Measured::function, chosen),
                                   store->activities())};
}

std::optional<Day> last_day_recorded(Desk& desk) {
    const store::Store* store = desk.history();
    const auto last = store != nullptr ? store->last_session() : std::nullopt;
    return last ? std::optional(last->started.local_day) : std::nullopt;
}

bool ReportValues::empty() const {
    return days.empty() && hip_rotation.empty() && stats::function_means(function).empty();
}

namespace {

/// The exercises that were done on a bed in the newest sessions.
std::set<std::string> done_on_bed(const store::Store& store, const std::vector<Session>& sessions) {
    constexpr std::size_t most = 20;  // what is prescribed differs little from day to day
    std::set<std::string> hashes;
    std::set<std::string> exercises;
    for (const auto& session : sessions) {
        const auto& hash = session.prescription_hash;
        if (hashes.size() == most) break;
        if (!hash || !hashes.insert(*hash).second) continue;
        const auto prescription = store.prescription(*hash);
        if (!prescription) continue;
        for (const auto& step : prescription->steps) {
            const Exercise& exercise = step.work.exercise;
            if (exercise.on == Surface::bed) exercises.insert(exercise.id);
        }
    }
    return exercises;
}

std::vector<DrawnExercise> figures_of(Desk& desk, const std::vector<stats::ExerciseUse>& uses,
                                      const std::set<std::string>& on_bed) {
    std::vector<DrawnExercise> drawn;
    const std::string* last = nullptr;
    for (const auto& use : uses) {
        if (last != nullptr && *last == use.exercise) continue;  // its other side
        last = &use.exercise;
        const Exercise* exercise = find_exercise(desk, use.exercise);
        if (exercise == nullptr) continue;
        const auto drill = desk.library().drill(use.exercise);
        const Routine routine = drill ? drill->source.routine : Routine{};
        const Figure* figure = desk.library().figure_of(routine, *exercise);
        if (figure == nullptr || !is_drawn(*figure)) continue;
        Figure placed = *figure;
        placed.scene.bed = on_bed.contains(use.exercise) || exercise->on == Surface::bed;
        placed.text = figure_words(desk.library(), *exercise, *figure, use.side, routine);
        drawn.push_back({exercise->name, use.side, std::move(placed)});
    }
    return drawn;
}

}  // namespace

ReportValues read_report(Desk& desk, const store::Filter& chosen) {
    ReportValues values;
    const store::Store* store = desk.history();
    if (store == nullptr) return values;
    values.made = desk.now().local_day;
    values.routine = chosen.routine;
    values.no_session = against_today(desk);
    values.week_starts = desk.settings().week_starts;
    values.days = store->day_totals(chosen);
    values.sessions = store->sessions(chosen);
    values.hip_rotation = read_hip_rotation(desk, {.until = chosen.until}).series;
    values.function = read_function(desk, {.until = chosen.until}).activities;
    values.places = read_pain(desk, chosen).places;
    values.exercises = read_exercises(desk, chosen);
    values.drawn = figures_of(desk, values.exercises.uses, done_on_bed(*store, values.sessions));
    const Day first =
        values.days.empty() ? chosen.until.value_or(values.made) : values.days.front().local_day;
    const DaySpan span = span_of(chosen, first, values.made);
    values.from = span.from;
    values.to = span.to;
    if (const auto plan = plan_for(desk, *store, chosen)) {
        values.plan = schedule::adherence(*plan, values.days, span.from, span.to, values.made);
    }
    return values;
}

}  // namespace hipflow::today
