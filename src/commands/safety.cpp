// SPDX-License-Identifier: MIT
#include "commands/safety.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

#include "coach/safety.h"
#include "commands/json_answer.h"
#include "text/wrap.h"

namespace hipflow {
namespace {

std::string safety_text(const Style& style) {
    std::string text;
    for (const auto& paragraph_text : first_run_words()) {
        text += paragraph(paragraph_text, style.columns) + '\n';
    }
    for (const auto& list : safety_lists()) {
        text += style.heading(paragraph(list.heading, style.columns));
        for (const auto& item : list.items) text += "  - " + paragraph(item, style.columns, 4);
        text += '\n';
    }
    return text + paragraph(
                      "Having none of these does not mean that nothing is wrong. When in doubt, "
                      "ask.",
                      style.columns);
}

Json safety_json() {
    Json answer = json_answer();
    answer["words"] = first_run_words();
    for (const auto& list : safety_lists()) {
        answer["lists"].push_back({{"heading", list.heading}, {"items", list.items}});
    }
    return answer;
}

}  // namespace

void add_safety(CLI::App& app, Action& action) {
    auto json = std::make_shared<bool>(false);
    app.add_flag("--json", *json, "Print JSON");
    app.callback([json, &action] {
        action = [json](Context& context) {
            if (*json) {
                print_json(context, safety_json());
            } else {
                context.print(safety_text(context.style()));
            }
            return code(ExitCode::done);
        };
    });
}

}  // namespace hipflow
