// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "answers/views.h"
#include "commands/all_commands.h"
#include "commands/shared_options.h"
#include "exchange/stats_fields.h"
#include "report/measured_text.h"
#include "report/nothing_text.h"
#include "report/stats_views.h"
#include "text/layout.h"
#include "today/recorded.h"
#include "today/signs.h"
#include "today/views.h"

namespace hipflow::commands {
namespace {

/// Options of stats and of each of its views. They share the values, so that days given
/// before the name of a view are the view's as well.
struct StatsOptions {
    today::DayRange days;
    cli::Format format = cli::Format::text;
    today::PainChoice pain;
};

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

/// Options of the views of measurements, which belong to no routine.
void declare_measured(cli::Options& options, StatsOptions& values) {
    declare_days(options, values.days);
    options.json_or_csv(values.format);
}

/// The source of a view: the history, and the days that were asked for.
struct Asked {
    cli::Context& context;
    const StatsOptions& options;

    today::Desk& desk() const { return context.desk(); }
    store::Filter usual_days() const {
        return today::filter_of(desk(), options.days, context.now().local_day, today::usual_weeks);
    }
    store::Filter days_of_week() const {
        return today::week_filter(desk(), options.days, context.now().local_day);
    }
    store::Filter days_measured() const {
        return today::measured_filter(desk(), options.days, context.now().local_day);
    }
};

/// A view of the history: a model, and how it is told. Its JSON is its list of fields.
template <typename Model>
struct View {
    std::string_view name;
    std::string_view summary;
    std::array<cli::Example, 3> examples;
    void (*declare)(cli::Options&, StatsOptions&) = nullptr;
    Model (*read)(const Asked&) = nullptr;
    std::string (*text)(const Model&, const Style&) = nullptr;
    std::string (*table)(const Model&) = nullptr;  // for --csv
    /// What is missing where it has nothing to show, and on which days.
    report::Missing missing = report::Missing::anything;
    store::Filter (*days)(const Asked&) = [](const Asked& asked) { return asked.usual_days(); };
    /// Said instead of that.
    std::string_view nothing_yet = {};
};

/// The weeks of a view, with what was kept of the plans.
template <typename Model>
std::string weeks_csv(const Model& view) {
    return answers::csv_text(answers::weeks_with_plans(view.weeks, view.plans));
}

/// The overview, and the views of one part: adding one is a row here.
constexpr std::tuple views = {
    View<today::StatsScreen>{
        .name = "stats",
        .summary = "Show the history, week by week",
        .examples = {{{"hipflow stats", "the last twelve weeks"},
                      {"hipflow stats --last 4w --json", "for a script"},
                      {"hipflow stats pain", "one part of it, in full"}}},
        .declare = declare_view,
        .read =
            [](const Asked& asked) {
                return today::read_stats(asked.desk(), asked.usual_days(),
                                         report::weeks_beside_blocks(asked.context.style()));
            },
        .text = report::stats_screen,
        .table = weeks_csv<today::StatsScreen>,
    },
    View<today::SessionsView>{
        .name = "sessions",
        .summary = "Sessions by week: how many, how much, and how they went",
        .examples = {{{"hipflow stats sessions --all", "every week there was"},
                      {"hipflow stats sessions --csv", "for a spreadsheet"}}},
        .declare = declare_view,
        .read =
            [](const Asked& asked) {
                return today::read_sessions(asked.desk(), asked.usual_days());
            },
        .text = report::sessions_view,
        .table = weeks_csv<today::SessionsView>,
        .missing = report::Missing::session,
    },
    View<today::PainView>{
        .name = "pain",
        .summary = "Pain by place: before, after, mornings, and the trend",
        .examples = {{{"hipflow stats pain --last 3m", "three months"},
                      {"hipflow stats pain --on-time", "without what was entered late"}}},
        .declare = declare_pain,
        .read =
            [](const Asked& asked) {
                return today::read_pain(asked.desk(), asked.usual_days(), asked.options.pain);
            },
        .text = report::pain_view,
        .table = [](const today::PainView& view) { return answers::csv_text(view.days); },
        .missing = report::Missing::score,
    },
    View<today::ExercisesView>{
        .name = "exercises",
        .summary = "Each exercise and side: work, level, and the pain at it",
        .examples = {{{"hipflow stats exercises --last 4w", "the last four weeks"}}},
        .declare = declare_view,
        .read =
            [](const Asked& asked) {
                return today::read_exercises(asked.desk(), asked.usual_days());
            },
        .text = report::exercises_view,
        .table = [](const today::ExercisesView& view) { return answers::csv_text(view.uses); },
        .missing = report::Missing::exercise,
    },
    View<today::WeekView>{
        .name = "week",
        .summary = "This week, or the days of a range, day by day",
        .examples = {{{"hipflow stats week", "since Monday"},
                      {"hipflow stats week --last 10d", "the last ten days"}}},
        .declare = declare_view,
        .read =
            [](const Asked& asked) { return today::read_week(asked.desk(), asked.days_of_week()); },
        .text = report::week_view,
        .table =
            [](const today::WeekView& view) {
                return answers::csv_text(view.empty() ? std::vector<today::DayLine>{} : view.days);
            },
        .days = [](const Asked& asked) { return asked.days_of_week(); },
    },
    View<today::HipRotationView>{
        .name = "range",
        .summary = "Show how far the hips turn, test by test",
        .examples = {{{"hipflow stats range", "every test day"}}},
        .declare = declare_measured,
        .read =
            [](const Asked& asked) {
                return today::read_hip_rotation(asked.desk(), asked.days_measured());
            },
        .text = report::hip_rotation_view,
        .table =
            [](const today::HipRotationView& view) {
                return answers::csv_text(exchange::rotation_rows(view.series));
            },
        .nothing_yet = "No range measured here yet. 'hipflow measure range' leads through it.",
    },
    View<today::FunctionView>{
        .name = "function",
        .summary = "Show how a few activities go, over time",
        .examples = {{{"hipflow stats function", "what you can do"}}},
        .declare = declare_measured,
        .read =
            [](const Asked& asked) {
                return today::read_function(asked.desk(), asked.days_measured());
            },
        .text = report::function_view,
        .table =
            [](const today::FunctionView& view) {
                return answers::csv_text(exchange::function_rows(view.activities));
            },
        .nothing_yet = "No activity scored here yet. 'hipflow measure function' asks about three.",
    },
};

template <std::size_t row>
constexpr const auto& view_of = std::get<row>(views);

/// Reads a view and prints it in the format asked for.
template <std::size_t row>
int show_view(cli::Context& context, const StatsOptions& options) {
    const auto& view = view_of<row>;
    const auto model = view.read({context, options});
    if (options.format == cli::Format::json) {
        context.print(answers::json_text(model), cli::Format::json);
    } else if (options.format == cli::Format::csv) {
        context.print(view.table(model), cli::Format::csv);
    } else if (!model.empty()) {
        context.print(view.text(model, context.style()));
    } else {
        const bool invites = !today::against_today(context.desk());
        const auto& days = options.days;
        if (view.nothing_yet.empty()) {
            const auto recorded = today::recorded_on(context.desk(), view.days({context, options}));
            context.print(report::nothing_text(view.missing, recorded, invites, context.style()));
        } else if (invites && (days.since || days.until || days.last)) {
            context.print("Nothing measured in these days.\n");
        } else {
            context.print(invites ? paragraph(view.nothing_yet, context.style().columns)
                                  : "Nothing recorded here.\n");
        }
    }
    return cli::code(model.empty() ? ExitCode::nothing : ExitCode::done);
}

template <std::size_t row>
constexpr cli::Command command_of(std::span<const cli::Command* const> parts = {}) {
    const auto& view = view_of<row>;
    const auto last = std::ranges::find(view.examples, std::string_view(), &cli::Example::line);
    return {
        .name = view.name,
        .summary = view.summary,
        .examples = {view.examples.begin(), last},
        .bind = cli::bind<view_of<row>.declare, &show_view<row>>,
        .parts = parts,
    };
}

template <std::size_t row>
constexpr cli::Command view_command = command_of<row>();

/// The commands of all views but the overview.
constexpr std::array stats_parts = []<std::size_t... rows>(std::index_sequence<rows...>) {
    return std::array{&view_command<rows + 1>...};
}(std::make_index_sequence<std::tuple_size_v<decltype(views)> - 1>());

}  // namespace

constinit const cli::Command stats_command = command_of<0>(stats_parts);

}  // namespace hipflow::commands
