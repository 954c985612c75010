// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <array>
#include <filesystem>

#include "commands/all_commands.h"
#include "commands/shared_options.h"
#include "platform/files.h"
#include "platform/program.h"
#include "report/report_page.h"
#include "text/utf8.h"
#include "today/views.h"

namespace hipflow::commands {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view standard_output = "-";

struct ReportOptions {
    today::DayRange days;
    std::optional<std::string> out;
    bool open = false;
    bool force = false;
};

/// Opens a file in the browser, on this system.
#ifdef __APPLE__
constexpr const char* opener = "open";
#else
constexpr const char* opener = "xdg-open";
#endif

void write_page(const fs::path& path, const std::string& page, bool force) {
    if (force) return platform::write_through(path, page);
    if (fs::exists(fs::symlink_status(path))) {
        throw Error(
            fmt::format("{} already exists. --force overwrites it, --out names another file.",
                        shown(path.string(), 200)));
    }
    platform::write_new_file(path, page);
}

void open_page(const cli::Context& context, const fs::path& path) {
    const int status = platform::run_program({opener, fs::absolute(path).string()});
    if (status == 0) return;
    context.note(fmt::format("{} could not open it (exit code {}). Open the file in a browser.\n",
                             opener, status));
}

int write_report(cli::Context& context, const ReportOptions& options) {
    const store::Filter days =
        today::filter_of(context.desk(), options.days, context.now().local_day, today::usual_weeks);
    const today::ReportValues values = today::read_report(context.desk(), days);
    if (values.empty()) {
        context.note(values.no_session
                         ? "Nothing recorded in this range yet.\n"
                         : "Nothing recorded in this range yet. 'hipflow start' begins a "
                           "session.\n");
        return cli::code(ExitCode::nothing);
    }
    const std::string page = report::report_page(values);
    const fs::path path =
        options.out.value_or(fmt::format("hipflow-report-{}.html", format_day(values.made)));
    if (path == standard_output) {
        context.write(page);
        return cli::code(ExitCode::done);
    }
    write_page(path, page, options.force);
    context.write(fmt::format("{}\n", shown(path.string(), 4096)));
    if (options.open) open_page(context, path);
    return cli::code(ExitCode::done);
}

void declare_report(cli::Options& options, ReportOptions& values) {
    declare_days_and_routine(options, values.days);
    options
        .add("--out", values.out, "FILE",
             "The file; - for standard output; default: hipflow-report-DAY.html here")
        .takes(cli::ValueKind::file);
    options.flag("--force", values.force, "Overwrite an existing file");
    options.flag("--open", values.open, "Open it in the browser");
}

constexpr std::array report_examples = {
    cli::Example{"hipflow report", "the last twelve weeks, into a file"},
    cli::Example{"hipflow report --last 6m --out - > report.html", "half a year"},
};

}  // namespace

constinit const cli::Command report_command{
    .name = "report",
    .summary = "Write an HTML report to read, print or take with you",
    .examples = report_examples,
    .bind = cli::bind<&declare_report, &write_report>,
};

}  // namespace hipflow::commands
