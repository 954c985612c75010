// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>

#include "answers/views.h"
#include "commands/all_commands.h"
#include "commands/shared_options.h"
#include "exchange/stats_fields.h"
#include "report/calendar.h"
#include "report/measured_text.h"
#include "report/stats_screen.h"
#include "report/stats_views.h"
#include "text/layout.h"
#include "today/signs.h"
#include "today/views.h"

namespace hipflow::commands {
namespace {

/// What stats and each of its views may be asked for. They share the values, so that days given
/// before the name of a view are the view's as well.
struct StatsOptions {
    today::DayRange days;
    cli::Format format = cli::Format::text;
    today::PainChoice pain;
};

// Each view: what it reads, whether that is nothing, and its table.

store::Filter usual_days(cli::Context& context, const StatsOptions& options) {
    return today::filter_of(context.desk(), options.days, context.now().local_day,
                            today::usual_weeks);
}

/// As many weeks as fit beside the blocks of the screen.
int weeks_of_calendar(const Style& style) {
    constexpr int beside_it = 40;
    constexpr int most_weeks = 26;
    const int room = style.columns > 2 * beside_it - 12 ? style.columns - beside_it : style.columns;
    return std::clamp(report::calendar_weeks(room), 1, most_weeks);
}

today::StatsScreen overview(cli::Context& context, const StatsOptions& options) {
    return today::read_stats(context.desk(), usual_days(context, options),
                             weeks_of_calendar(context.style()));
}
bool is_empty(const today::StatsScreen& view) { return view.weeks.empty(); }
std::string table_of(const today::StatsScreen& view) { return answers::csv_text(view.weeks); }

today::SessionsView sessions(cli::Context& context, const StatsOptions& options) {
    return today::read_sessions(context.desk(), usual_days(context, options));
}
bool is_empty(const today::SessionsView& view) { return view.weeks.empty(); }
std::string table_of(const today::SessionsView& view) { return answers::csv_text(view.weeks); }

today::PainView pain(cli::Context& context, const StatsOptions& options) {
    return today::read_pain(context.desk(), usual_days(context, options), options.pain);
}
bool is_empty(const today::PainView& view) { return view.days.empty(); }
std::string table_of(const today::PainView& view) { return answers::csv_text(view.days); }

today::ExercisesView exercises(cli::Context& context, const StatsOptions& options) {
    return today::read_exercises(context.desk(), usual_days(context, options));
}
bool is_empty(const today::ExercisesView& view) { return view.uses.empty(); }
std::string table_of(const today::ExercisesView& view) { return answers::csv_text(view.uses); }

today::WeekView week(cli::Context& context, const StatsOptions& options) {
    const store::Filter days =
        today::week_filter(context.desk(), options.days, context.now().local_day);
    return today::read_week(context.desk(), days);
}
bool is_empty(const today::WeekView& view) { return view.empty(); }
std::string table_of(const today::WeekView& view) {
    return answers::csv_text(view.empty() ? std::vector<today::DayLine>{} : view.days);
}

store::Filter days_measured(cli::Context& context, const StatsOptions& options) {
    return today::measured_filter(context.desk(), options.days, context.now().local_day);
}

today::HipRotationView hip_rotation(cli::Context& context, const StatsOptions& options) {
    return today::read_hip_rotation(context.desk(), days_measured(context, options));
}
bool is_empty(const today::HipRotationView& view) { return view.series.empty(); }
std::string table_of(const today::HipRotationView& view) {
    return answers::csv_text(exchange::range_rows(view.series));
}
std::string hip_rotation_text(const today::HipRotationView& view, const Style& style) {
    return report::rotation_text(view.series, style);
}

today::FunctionView function(cli::Context& context, const StatsOptions& options) {
    return today::read_function(context.desk(), days_measured(context, options));
}
bool is_empty(const today::FunctionView& view) { return view.empty(); }
std::string table_of(const today::FunctionView& view) {
    return answers::csv_text(exchange::function_rows(view.activities));
}
std::string activities_text(const today::FunctionView& view, const Style& style) {
    return report::function_text(view.activities, style);
}

std::string nothing_recorded(cli::Context& context) {
    const store::Store* store = context.desk().history();
    const auto last = store != nullptr ? store->last_session() : std::nullopt;
    if (!last) {
        if (today::against_today(context.desk())) return "Nothing recorded yet.";
        return "Nothing recorded yet. 'hipflow start' leads through a first session; what was done "
               "and how it felt shows here afterwards.";
    }
    return fmt::format(
        "Nothing recorded in this range. The last session was on {}; '--all' shows the whole "
        "history.",
        format_day(last->started.local_day));
}

std::string no_rotation(cli::Context& context) {
    if (today::against_today(context.desk())) return "No range measured here yet.";
    return "No range measured here yet. 'hipflow measure range' leads through it.";
}

std::string no_function(cli::Context& /*context*/) {
    return "No activity scored here yet. 'hipflow measure function' asks about three.";
}

/// Reads a view and prints it in the format asked for.
template <auto read, auto text, auto nothing>
int show_view(cli::Context& context, const StatsOptions& options) {
    const auto view = read(context, options);
    const bool empty = is_empty(view);
    if (options.format == cli::Format::json) {
        context.print(answers::json_text(view));
    } else if (options.format == cli::Format::csv) {
        context.print(table_of(view));
    } else if (empty) {
        context.print(paragraph(nothing(context), context.style().columns));
    } else {
        context.print(text(view, context.style()));
    }
    return cli::code(empty ? ExitCode::nothing : ExitCode::done);
}

void declare_view(cli::Options& options, StatsOptions& values) {
    declare_days_and_routine(options, values.days);
    options.json_or_csv(values.format);
}

void declare_pain(cli::Options& options, StatsOptions& values) {
    declare_view(options, values);
    options.add("--site", values.pain.site, "SITE", "Only at this place");
    options.add("--side", values.pain.side, "SIDE", "Only on this side");
    options.flag("--on-time", values.pain.on_time, "Without what was entered late");
}

/// What is measured belongs to no routine.
void declare_measured(cli::Options& options, StatsOptions& values) {
    declare_days(options, values.days);
    options.json_or_csv(values.format);
}

constexpr std::array overview_examples = {
    cli::Example{"hipflow stats", "the last twelve weeks"},
    cli::Example{"hipflow stats --last 4w --json", "for a script"},
    cli::Example{"hipflow stats pain", "one part of it, in full"},
};
constexpr std::array sessions_examples = {
    cli::Example{"hipflow stats sessions --all", "every week there was"},
    cli::Example{"hipflow stats sessions --csv", "for a spreadsheet"},
};
constexpr std::array pain_examples = {
    cli::Example{"hipflow stats pain --last 3m", "three months"},
    cli::Example{"hipflow stats pain --on-time", "without what was entered late"},
};
constexpr std::array exercises_examples = {
    cli::Example{"hipflow stats exercises --last 4w", "the last four weeks"},
};
constexpr std::array week_examples = {
    cli::Example{"hipflow stats week", "since Monday"},
    cli::Example{"hipflow stats week --last 10d", "the last ten days"},
};
constexpr std::array rotation_examples = {cli::Example{"hipflow stats range", "every test day"}};
constexpr std::array function_examples = {
    cli::Example{"hipflow stats function", "what you can do"}};

// The views: name, what is read, its text, and what is said where there is nothing.

constexpr cli::Command sessions_view_command{
    .name = "sessions",
    .summary = "Sessions by week: how many, how much, and how they went",
    .examples = sessions_examples,
    .bind = cli::bind<&declare_view, &show_view<sessions, report::sessions_view, nothing_recorded>>,
};
constexpr cli::Command pain_view_command{
    .name = "pain",
    .summary = "Pain by place: before, after, mornings, and the trend",
    .examples = pain_examples,
    .bind = cli::bind<&declare_pain, &show_view<pain, report::pain_view, nothing_recorded>>,
};
constexpr cli::Command exercises_view_command{
    .name = "exercises",
    .summary = "Each exercise and side: work, level, and the pain at it",
    .examples = exercises_examples,
    .bind =
        cli::bind<&declare_view, &show_view<exercises, report::exercises_view, nothing_recorded>>,
};
constexpr cli::Command week_view_command{
    .name = "week",
    .summary = "This week, or the days of a range, day by day",
    .examples = week_examples,
    .bind = cli::bind<&declare_view, &show_view<week, report::week_view, nothing_recorded>>,
};
constexpr cli::Command rotation_view_command{
    .name = "range",
    .summary = "Show how far the hips turn, test by test",
    .examples = rotation_examples,
    .bind = cli::bind<&declare_measured, &show_view<hip_rotation, hip_rotation_text, no_rotation>>,
};
constexpr cli::Command function_view_command{
    .name = "function",
    .summary = "Show how a few activities go, over time",
    .examples = function_examples,
    .bind = cli::bind<&declare_measured, &show_view<function, activities_text, no_function>>,
};

constexpr std::array stats_views = {
    &sessions_view_command, &pain_view_command,     &exercises_view_command,
    &week_view_command,     &rotation_view_command, &function_view_command,
};

}  // namespace

constinit const cli::Command stats_command{
    .name = "stats",
    .summary = "Show the history, week by week",
    .examples = overview_examples,
    .bind = cli::bind<&declare_view, &show_view<overview, report::stats_screen, nothing_recorded>>,
    .parts = stats_views,
};

}  // namespace hipflow::commands
