// SPDX-License-Identifier: MIT
#include "commands/report.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "commands/range.h"
#include "commands/stats_read.h"
#include "platform/files.h"
#include "platform/subprocess.h"
#include "report/report_page.h"
#include "text/utf8.h"

namespace hipflow {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view standard_output = "-";

struct ReportOptions {
    RangeOptions range;
    std::optional<std::string> out;
    bool open = false;
    bool force = false;
};

/// What a browser opens a file with, on this system.
#ifdef __APPLE__
constexpr const char* opener = "open";
#else
constexpr const char* opener = "xdg-open";
#endif

/// The first and the last day that the report is about.
void set_days(ReportValues& values, const Filter& filter) {
    values.to = filter.until.value_or(values.made);
    values.from = filter.since.value_or(values.to);
    if (!filter.since && !values.days.empty()) values.from = values.days.front().local_day;
}

ReportValues values_of(Context& context, const Store& store, const Filter& filter) {
    ReportValues values;
    values.made = context.now().local_day;
    values.routine = filter.routine;
    values.week_starts = context.settings().week_starts;
    values.days = store.day_totals(filter);
    values.sessions = store.sessions(filter);
    // What was measured is told from its beginning: changes count from there.
    const Filter measured{.until = filter.until};
    values.range = range_series(store.measurements(Measured::range, measured));
    values.function =
        function_series(store.measurements(Measured::function, measured), store.activities());
    values.places =
        read_pain(context, store, filter, values.made, [](const PainRow&) { return true; }).places;
    values.exercises = read_exercises(context, store, filter, values.made);
    set_days(values, filter);
    if (const auto plan = plan_for(store, filter, context)) {
        values.plan = adherence(*plan, values.days, values.from, values.to, values.made);
    }
    return values;
}

bool tells_anything(const ReportValues& values) {
    return !values.days.empty() || !values.range.empty() ||
           !function_means(values.function).empty();
}

void write_page(const fs::path& path, const std::string& page, bool force) {
    if (force) return replace_file(path, page);
    if (fs::exists(fs::symlink_status(path))) {
        throw Error(
            fmt::format("{}: is there already. --force writes over it, --out names another "
                        "file.",
                        shown(path.string(), 200)));
    }
    write_new_file(path, page);
}

void open_page(Context& context, const fs::path& path) {
    const int status = run_program({opener, fs::absolute(path).string()});
    if (status == 0) return;
    context.note(fmt::format("{} could not open it (exit code {}). Open the file in a browser.\n",
                             opener, status));
}

int write_report(Context& context, const ReportOptions& options) {
    const Filter filter = filter_of(context, options.range, context.now().local_day, usual_weeks);
    const auto store = context.existing_store();
    const auto values = store ? values_of(context, *store, filter) : ReportValues{};
    if (!tells_anything(values)) {
        context.note("Nothing recorded in this range yet. 'hipflow start' begins a session.\n");
        return code(ExitCode::nothing);
    }
    const std::string page = report_page(values);
    const fs::path path =
        options.out.value_or(fmt::format("hipflow-report-{}.html", format_day(values.made)));
    if (path == standard_output) {
        context.print(page);
        return code(ExitCode::done);
    }
    write_page(path, page, options.force);
    context.print(fmt::format("{}\n", shown(path.string(), 4096)));
    if (options.open) open_page(context, path);
    return code(ExitCode::done);
}

}  // namespace

void add_report(CLI::App& app, Action& action) {
    auto options = std::make_shared<ReportOptions>();
    add_range_options(app, options->range);
    app.add_option("--out", options->out,
                   "The file; - for standard output; else hipflow-report-DAY.html here")
        ->type_name("FILE");
    app.add_flag("--force", options->force, "Write over a file that is there");
    app.add_flag("--open", options->open, "Open it in the browser");
    app.callback([options, &action] {
        action = [options](Context& context) { return write_report(context, *options); };
    });
}

}  // namespace hipflow
