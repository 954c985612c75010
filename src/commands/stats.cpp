// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>

#include "commands/all_commands.h"
#include "commands/day_options.h"
#include "exchange/answer.h"
#include "exchange/view_answers.h"
#include "report/calendar.h"
#include "report/measured_text.h"
#include "report/stats_screen.h"
#include "report/stats_views.h"
#include "text/layout.h"
#include "today/views.h"

namespace hipflow {
namespace {

/// What stats and each of its views may be asked for. They share the values, so that days given
/// before the name of a view are the view's as well.
struct StatsOptions {
    DayRange days;
    Format format = Format::text;
    PainChoice pain;
};

// Each view: what it reads, whether that is nothing, and its table.

Filter usual_days(Context& context, const StatsOptions& options) {
    return filter_of(context.desk(), options.days, context.now().local_day, usual_weeks);
}

/// As many weeks as fit beside the blocks of the screen.
int weeks_of_calendar(const Style& style) {
    constexpr int beside_it = 40;
    constexpr int most_weeks = 26;
    const int room = style.columns > 2 * beside_it - 12 ? style.columns - beside_it : style.columns;
    return std::clamp(calendar_weeks(room), 1, most_weeks);
}

StatsScreen overview(Context& context, const StatsOptions& options) {
    return read_stats(context.desk(), usual_days(context, options),
                      weeks_of_calendar(context.style()));
}
bool is_empty(const StatsScreen& view) { return view.weeks.empty(); }
std::string table_of(const StatsScreen& view) { return csv_text(view.weeks); }

SessionsView sessions(Context& context, const StatsOptions& options) {
    return read_sessions(context.desk(), usual_days(context, options));
}
bool is_empty(const SessionsView& view) { return view.weeks.empty(); }
std::string table_of(const SessionsView& view) { return csv_text(view.weeks); }

PainView pain(Context& context, const StatsOptions& options) {
    return read_pain(context.desk(), usual_days(context, options), options.pain);
}
bool is_empty(const PainView& view) { return view.days.empty(); }
std::string table_of(const PainView& view) { return csv_text(view.days); }

ExercisesView exercises(Context& context, const StatsOptions& options) {
    return read_exercises(context.desk(), usual_days(context, options));
}
bool is_empty(const ExercisesView& view) { return view.uses.empty(); }
std::string table_of(const ExercisesView& view) { return csv_text(view.uses); }

WeekView week(Context& context, const StatsOptions& options) {
    const Filter days = week_filter(context.desk(), options.days, context.now().local_day);
    return read_week(context.desk(), days);
}
bool is_empty(const WeekView& view) { return view.empty(); }
std::string table_of(const WeekView& view) {
    return csv_text(view.empty() ? std::vector<DayLine>{} : view.days);
}

Filter days_measured(Context& context, const StatsOptions& options) {
    return measured_filter(context.desk(), options.days, context.now().local_day);
}

HipRotationView hip_rotation(Context& context, const StatsOptions& options) {
    return read_hip_rotation(context.desk(), days_measured(context, options));
}
bool is_empty(const HipRotationView& view) { return view.series.empty(); }
std::string table_of(const HipRotationView& view) { return csv_text(range_rows(view.series)); }
std::string hip_rotation_text(const HipRotationView& view, const Style& style) {
    return range_text(view.series, style);
}

FunctionView function(Context& context, const StatsOptions& options) {
    return read_function(context.desk(), days_measured(context, options));
}
bool is_empty(const FunctionView& view) { return view.empty(); }
std::string table_of(const FunctionView& view) { return csv_text(function_rows(view.activities)); }
std::string activities_text(const FunctionView& view, const Style& style) {
    return function_text(view.activities, style);
}

std::string nothing_recorded(Context& context) {
    const Store* store = context.desk().history();
    const auto last = store != nullptr ? store->last_session() : std::nullopt;
    if (!last) {
        return "Nothing recorded yet. 'hipflow start' leads through a first session; what was done "
               "and how it felt shows here afterwards.";
    }
    return fmt::format(
        "Nothing recorded in this range. The last session was on {}; '--all' shows the whole "
        "history.",
        format_day(last->started.local_day));
}

std::string no_rotation(Context& /*context*/) {
    return "No range measured here yet. 'hipflow measure range' leads through it.";
}

std::string no_function(Context& /*context*/) {
    return "No activity scored here yet. 'hipflow measure function' asks about three.";
}

/// Reads a view and prints it in the format asked for.
template <auto read, auto text, auto nothing>
int show_view(Context& context, const StatsOptions& options) {
    const auto view = read(context, options);
    const bool empty = is_empty(view);
    if (options.format == Format::json) {
        context.print(json_text(view));
    } else if (options.format == Format::csv) {
        context.print(table_of(view));
    } else if (empty) {
        context.print(paragraph(nothing(context), context.style().columns));
    } else {
        context.print(text(view, context.style()));
    }
    return code(empty ? ExitCode::nothing : ExitCode::done);
}

void declare_view(Options& options, StatsOptions& values) {
    declare_days_and_routine(options, values.days);
    options.json_or_csv(values.format);
}

void declare_pain(Options& options, StatsOptions& values) {
    declare_view(options, values);
    options.add("--site", values.pain.site, "SITE", "Only at this place");
    options.add("--side", values.pain.side, "SIDE", "Only on this side");
    options.flag("--on-time", values.pain.on_time, "Without what was entered late");
}

/// What is measured belongs to no routine.
void declare_measured(Options& options, StatsOptions& values) {
    declare_days(options, values.days);
    options.json_or_csv(values.format);
}

constexpr std::array overview_examples = {
    Example{"hipflow stats", "the last twelve weeks"},
    Example{"hipflow stats --last 4w --json", "for a script"},
    Example{"hipflow stats pain", "one part of it, in full"},
};
constexpr std::array sessions_examples = {
    Example{"hipflow stats sessions --all", "every week there was"},
    Example{"hipflow stats sessions --csv", "for a spreadsheet"},
};
constexpr std::array pain_examples = {
    Example{"hipflow stats pain --last 3m", "three months"},
    Example{"hipflow stats pain --on-time", "without what was entered late"},
};
constexpr std::array exercises_examples = {
    Example{"hipflow stats exercises --last 4w", "the last four weeks"},
};
constexpr std::array week_examples = {
    Example{"hipflow stats week", "since Monday"},
    Example{"hipflow stats week --last 10d", "the last ten days"},
};
constexpr std::array rotation_examples = {Example{"hipflow stats range", "every test day"}};
constexpr std::array function_examples = {Example{"hipflow stats function", "what one can do"}};

// The views: name, what is read, its text, and what is said where there is nothing.

constexpr Command sessions_view_command{
    .name = "sessions",
    .summary = "Sessions by week: how many, how much, and how they went",
    .examples = sessions_examples,
    .bind = bind<&declare_view, &show_view<sessions, sessions_view, nothing_recorded>>,
};
constexpr Command pain_view_command{
    .name = "pain",
    .summary = "Pain by place: before, after, mornings, and the trend",
    .examples = pain_examples,
    .bind = bind<&declare_pain, &show_view<pain, pain_view, nothing_recorded>>,
};
constexpr Command exercises_view_command{
    .name = "exercises",
    .summary = "Each exercise and side: work, level, and the pain at it",
    .examples = exercises_examples,
    .bind = bind<&declare_view, &show_view<exercises, exercises_view, nothing_recorded>>,
};
constexpr Command week_view_command{
    .name = "week",
    .summary = "This week, or the days of a range, day by day",
    .examples = week_examples,
    .bind = bind<&declare_view, &show_view<week, week_view, nothing_recorded>>,
};
constexpr Command rotation_view_command{
    .name = "range",
    .summary = "Show how far the hips turn, test by test",
    .examples = rotation_examples,
    .bind = bind<&declare_measured, &show_view<hip_rotation, hip_rotation_text, no_rotation>>,
};
constexpr Command function_view_command{
    .name = "function",
    .summary = "Show how a few activities go, over time",
    .examples = function_examples,
    .bind = bind<&declare_measured, &show_view<function, activities_text, no_function>>,
};

constexpr std::array stats_views = {
    &sessions_view_command, &pain_view_command,     &exercises_view_command,
    &week_view_command,     &rotation_view_command, &function_view_command,
};

}  // namespace

constinit const Command stats_command{
    .name = "stats",
    .summary = "Show the history, week by week",
    .examples = overview_examples,
    .bind = bind<&declare_view, &show_view<overview, stats_screen, nothing_recorded>>,
    .parts = stats_views,
};

}  // namespace hipflow
