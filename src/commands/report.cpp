// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <array>

#include "commands/all_commands.h"
#include "commands/page_file.h"
#include "commands/shared_options.h"
#include "report/nothing_text.h"
#include "report/report_page.h"
#include "today/recorded.h"
#include "today/signs.h"
#include "today/views.h"

namespace hipflow::commands {
namespace {

struct ReportOptions {
    today::DayRange days;
    PageOptions page;
    std::optional<std::string> person;
};

int write_report(cli::Context& context, const ReportOptions& options) {
    const store::Filter days =
        today::filter_of(context.desk(), options.days, context.now().local_day, today::usual_weeks);
    today::ReportValues values = today::read_report(context.desk(), days);
    values.person = options.person;
    if (values.empty()) {
        context.note(report::nothing_text(report::Missing::anything,
                                          today::recorded_on(context.desk(), days),
                                          !today::against_today(context.desk()), context.style()));
        return cli::code(ExitCode::nothing);
    }
    deliver_page(context, options.page,
                 fmt::format("hipflow-report-{}.html", format_day(values.made)),
                 report::report_page(values));
    return cli::code(ExitCode::done);
}

void declare_report(cli::Options& options, ReportOptions& values) {
    declare_days_and_routine(options, values.days);
    options.add("--person", values.person, "TEXT",
                "Who it is about, on top of it, such as a name; nothing else names you");
    declare_page(options, values.page,
                 "The file; - for standard output; default: hipflow-report-DAY.html here");
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
