// SPDX-License-Identifier: MIT
#include "today/views.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <span>
#include <string>
#include <utility>

#include "domain/error.h"
#include "schedule/occurrence.h"
#include "schedule/plan.h"
#include "today/desk.h"
#include "today/library_lists.h"
#include "today/plans_kept.h"
#include "today/signs.h"

namespace hipflow::today {
namespace {

using std::chrono::days;

/// Enough to tell exercises apart, and the same work at any age and pace of the history.
constexpr int most_sessions_compared = 200;

/// An open end is today, an open beginning `first`.
DaySpan span_of(const store::Filter& chosen, Day first, Day today) {
    const Day to = chosen.until.value_or(today);
    return {chosen.since.value_or(std::min(first, to)), to};
}

/// Returns whether the days are some of one week and not all.
bool lies_in_one_week(const DaySpan& span, std::chrono::weekday week_starts) {
    const Day week = week_of(span.from, week_starts);
    return week == week_of(span.to, week_starts) && span.to - span.from < days(6);
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
                  const std::optional<stats::PainPlace>& place, std::optional<Day> first) {
    return {place, stats::mean_at(all, place, Moment::before),
            stats::mean_at(all, place, Moment::after), stats::mean_at(all, place, Moment::morning),
            stats::trend(stats::daily_scores(all, place), first)};
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
                                        const std::optional<stats::ExerciseChange>& change,
                                        int too) {
    if (!change) return std::nullopt;
    return NamedChange{exercise_name(desk, change->exercise), *change, too};
}

void add_exercises(StatsScreen& screen, Desk& desk, const store::Store& store,
                   store::Filter chosen) {
    chosen.limit = most_sessions_compared;
    stats::ExerciseUses uses;
    store.each_exercise_row(chosen, [&](const stats::ExerciseRow& row) { uses.add(row); });
    const stats::Tolerance compared = stats::tolerance(stats::changes_of(uses.all()));
    screen.best = named_change(desk, compared.best, compared.best_too);
    screen.worst = named_change(desk, compared.worst, compared.worst_too);
}

}  // namespace

SessionsView read_sessions(Desk& desk, const store::Filter& chosen) {
    SessionsView view;
    const Day today = desk.now().local_day;
    const store::Store* store = desk.history();
    std::vector<stats::CountedPeriod> counted;
    std::vector<PlannedDays> plans;
    if (store != nullptr) {
        counted = store->session_counts(chosen);
        plans = plans_for(desk, *store, chosen);
    }
    const Day recorded = counted.empty() ? today : counted.front().from;
    const DaySpan span = span_of(chosen, first_day(plans, recorded), today);
    view.from = span.from;
    view.to = span.to;
    view.weeks = stats::by_week(counted, desk.settings().week_starts);
    for (const auto& week : view.weeks) stats::add(view.all, week.counts);
    view.plans = kept_of(plans, span, today);
    stats::complete_weeks(view.weeks, planned_weeks(view.plans), span.from, span.to);
    return view;
}

PainView read_pain(Desk& desk, const store::Filter& chosen, const PainChoice& choice) {
    PainView view;
    const store::Store* store = desk.history();
    stats::PainDays scores;
    if (store != nullptr) {
        store->each_pain_row(chosen, [&](const stats::PainRow& row) {
            if (chosen_by(choice, row)) scores.add(row);
        });
    }
    view.days = scores.finish();
    const Day today = desk.now().local_day;
    const DaySpan span =
        span_of(chosen, view.days.empty() ? today : view.days.front().local_day, today);
    view.from = span.from;
    view.to = span.to;
    view.week_starts = desk.settings().week_starts;
    if (view.days.empty() || store == nullptr) return view;
    const auto first = store->first_scored_day();
    view.places.push_back(pain_at(view.days, std::nullopt, first));
    for (const auto& place : stats::places_in(view.days)) {
        view.places.push_back(pain_at(view.days, place, first));
    }
    if (view.places.front().trend.line)
        view.line = stats::smoothed(stats::daily_scores(view.days, std::nullopt));
    view.change = stats::summed(store->day_totals(chosen)).change;
    return view;
}

ExercisesView read_exercises(Desk& desk, const store::Filter& chosen) {
    ExercisesView view;
    view.name = [&desk](const std::string& id) { return exercise_name(desk, id); };
    const Day today = desk.now().local_day;
    stats::ExerciseUses uses;
    Day first = today;
    if (const store::Store* store = desk.history()) {
        store->each_exercise_row(chosen, [&](const stats::ExerciseRow& row) {
            first = std::min(first, row.day);
            uses.add(row);
        });
    }
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
    const auto plans = plans_for(desk, *store, chosen);
    const Day recorded = totals.empty() ? today : totals.front().local_day;
    const DaySpan span = span_of(chosen, first_day(plans, recorded), today);
    view.sums = stats::summed(totals);
    view.plans = kept_of(plans, span, today);
    const auto marks =
        schedule::day_marks(occurrences_of(plans, span, today), totals, span.from, span.to);
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
    std::vector<PlannedDays> plans;
    std::optional<Day> first_scored;
    if (const store::Store* store = desk.history()) {
        totals = store->day_totals(with_whole_weeks(wider));
        plans = plans_for(desk, *store, wider);
        first_scored = store->first_scored_day();
        add_exercises(screen, desk, *store, chosen);
        screen.hip_rotation = read_hip_rotation(desk, {.until = span.to}).series;
        screen.function = read_function(desk, {.until = span.to}).activities;
    }
    const Day recorded = totals.empty() ? today : totals.front().local_day;
    span = span_of(chosen, first_day(plans, recorded), today);
    const auto inside = part_of(totals, span.from, span.to);
    screen.days = {span.from, span.to, stats::summed(inside), lies_in_one_week(span, week_starts)};
    screen.weeks = stats::by_week(inside, week_starts);
    screen.this_week = {week, span.to, stats::summed(part_of(totals, week, span.to))};
    screen.week_is_current = week == week_of(today, week_starts) && span.to >= today;
    screen.plans = kept_of(plans, span, today);
    screen.recorded = !inside.empty() || anything_due(screen.plans);
    stats::complete_weeks(screen.weeks, planned_weeks(screen.plans), span.from, span.to);
    screen.this_week.part_of_week = span.to < week + days(6);
    screen.calendar =
        schedule::day_marks(occurrences_of(plans, {screen.calendar_from, span.to}, today), totals,
                            screen.calendar_from, span.to);
    screen.trend = stats::trend(stats::daily_scores(inside), first_scored);
    return screen;
}

HipRotationView read_hip_rotation(Desk& desk, const store::Filter& chosen) {
    const store::Store* store = desk.history();
    if (store == nullptr) return {};
    HipRotationView view{stats::rotation_series(store->measurements(Measured::rotation, chosen))};
    if (!chosen.since) return view;
    stats::keep_errors(view.series, stats::rotation_series(store->measurements(
                                        Measured::rotation, {.until = chosen.until})));
    return view;
}

bool FunctionView::empty() const { return stats::function_means(activities).empty(); }

namespace {

/// The activities as they stood on that day: those named later are left out, and one that was
/// dropped later was still asked about.
std::vector<Activity> activities_until(const store::Store& store, std::optional<Day> until) {
    auto activities = store.activities();
    if (!until) return activities;
    std::erase_if(activities, [&](const Activity& one) { return one.from_day > *until; });
    for (auto& one : activities) {
        if (one.to_day && *one.to_day > *until) one.to_day.reset();
    }
    return activities;
}

}  // namespace

FunctionView read_function(Desk& desk, const store::Filter& chosen) {
    const store::Store* store = desk.history();
    if (store == nullptr) return {};
    return {stats::function_series(store->measurements(Measured::function, chosen),
                                   activities_until(*store, chosen.until))};
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

/// The first day with a session, a score or a measurement; nullopt without any.
std::optional<Day> first_recorded(const ReportValues& values) {
    std::optional<Day> first;
    const auto take = [&](Day day) { first = std::min(first.value_or(day), day); };
    if (!values.days.empty()) take(values.days.front().local_day);
    for (const auto& series : values.hip_rotation) take(series.tests.front().local_day);
    const auto means = stats::function_means(values.function);
    if (!means.empty()) take(means.front().local_day);
    return first;
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
    PainView pain = read_pain(desk, chosen);
    values.places = std::move(pain.places);
    values.pain_days = std::move(pain.days);
    values.first_scored = store->first_scored_day();
    values.exercises = read_exercises(desk, chosen);
    values.drawn = figures_of(desk, values.exercises.uses, done_on_bed(*store, values.sessions));
    const Day first = first_recorded(values).value_or(chosen.until.value_or(values.made));
    const auto plans = plans_for(desk, *store, chosen);
    const DaySpan span = span_of(chosen, first_day(plans, first), values.made);
    values.from = span.from;
    values.to = span.to;
    values.weeks = stats::by_week(values.days, values.week_starts);
    values.plans = kept_of(plans, span, values.made);
    stats::complete_weeks(values.weeks, planned_weeks(values.plans), span.from, span.to);
    values.first = read_first_page(desk, *store, chosen, values.sessions);
    return values;
}

}  // namespace hipflow::today
