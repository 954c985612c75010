// SPDX-License-Identifier: MIT
#include "commands/doctor.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>

#include "commands/findings.h"
#include "commands/json_answer.h"
#include "commands/rescued.h"
#include "text/utf8.h"

namespace hipflow {
namespace {

struct DoctorOptions {
    bool repair = false;
    bool json = false;
};

std::string findings_text(const std::vector<Finding>& found, const Style& style) {
    constexpr std::size_t line_length = 800;
    std::string text;
    for (const auto& finding : found) {
        const std::string mark =
            finding.well ? style.paint(Tint::green, "ok   ") : style.paint(Tint::red, "wrong");
        text +=
            fmt::format("{} {}: {}\n", mark, finding.subject, shown(finding.state, line_length));
        if (!finding.advice.empty()) text += fmt::format("      {}\n", finding.advice);
    }
    return text;
}

Json findings_json(const std::vector<Finding>& found) {
    Json answer = json_answer();
    answer["findings"] = Json::array();
    for (const auto& finding : found) {
        answer["findings"].push_back(
            {{"subject", finding.subject},
             {"ok", finding.well},
             {"state", finding.state},
             {"advice", finding.advice.empty() ? Json(nullptr) : Json(finding.advice)}});
    }
    return answer;
}

void repair(Context& context, Store& store) {
    const Repaired repaired = store.repair();
    context.note(fmt::format("A copy of the database is kept as {}.\n", repaired.copy.string()));
    for (const auto& change : repaired.changes) {
        context.note(fmt::format("Changed: {}.\n", shown(change, 200)));
    }
}

void repair(Context& context) {
    const bool there = context.existing_store().has_value();
    if (!there && rescued_files(context).empty()) {
        throw Error("there is no database yet: nothing to repair", ExitCode::nothing);
    }
    // Not by context.store(), which needs a clock that is right.
    Store store = Store::open(context.database());
    if (there) repair(context, store);
    for (const auto& line : bring_in_rescued(context, store)) context.note(line + '\n');
}

int examine(Context& context, const DoctorOptions& options) {
    if (options.repair) repair(context);
    const auto found = findings(context);
    if (options.json) {
        print_json(context, findings_json(found));
    } else {
        context.print(findings_text(found, context.style()));
    }
    const bool well = std::ranges::all_of(found, &Finding::well);
    return code(well ? ExitCode::done : ExitCode::nothing);
}

}  // namespace

void add_doctor(CLI::App& app, Action& action) {
    auto options = std::make_shared<DoctorOptions>();
    app.add_flag("--repair", options->repair,
                 "Keep a copy of the database, make its tables anew from the journal, and bring in "
                 "what a session put aside");
    app.add_flag("--json", options->json, "Print JSON");
    app.callback([options, &action] {
        action = [options](Context& context) { return examine(context, *options); };
    });
}

}  // namespace hipflow
