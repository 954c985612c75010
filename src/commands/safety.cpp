// SPDX-License-Identifier: MIT
#include "commands/safety.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

#include "coach/ending.h"
#include "coach/safety.h"
#include "commands/json_answer.h"
#include "text/wrap.h"

namespace hipflow {
namespace {

std::string safety_text(const Style& style, std::string_view number) {
    const int columns = style.columns;
    std::string text = paragraph(about_words(), columns) + '\n';
    for (const auto& list : safety_lists(number)) {
        text += style.heading(paragraph(list.heading, columns));
        for (const auto& item : list.items) text += labelled("  - ", item, columns);
        text += '\n';
    }
    return text + paragraph(ask_first_words(), columns) + '\n' +
           paragraph(
               "Having none of these does not mean that nothing is wrong. When in doubt, ask.",
               columns);
}

Json safety_json(const std::string& number) {
    Json answer = json_answer();
    answer["emergency_number"] = number.empty() ? Json(nullptr) : Json(number);
    answer["words"] = {about_words(), ask_first_words()};
    for (const auto& list : safety_lists(number)) {
        answer["lists"].push_back(
            {{"tier", word(list.tier)}, {"heading", list.heading}, {"items", list.items}});
    }
    return answer;
}

}  // namespace

namespace {

/// The signs are shown whatever faults the configuration has.
std::string emergency_number(Context& context) {
    try {
        return context.settings().emergency_number;
    } catch (const Error&) {
        return {};
    }
}

}  // namespace

void answer_severe(Context& context, std::optional<PainScore> highest, Instant felt) {
    constexpr auto still_news = std::chrono::hours(24);
    const Settings& settings = context.settings();
    if (!highest || !is_severe(*highest, settings.pain)) return;
    if (context.clock().wall() - felt > still_news) return;
    const std::string text = severe_words(*highest, Moment::checkin, settings.emergency_number);
    context.print(wrapped_lines(fmt::format("\n{}{}\n", text, last_words(Ending::severe_pain)),
                                context.style().columns));
}

void answer_severe(Context& context, const Change& entered, Instant felt) {
    std::optional<PainScore> highest;
    for (const auto& record : entered.put) {
        const auto* reading = std::get_if<PainReading>(&record);
        if (reading != nullptr) highest = std::max(highest, std::optional(reading->score));
    }
    answer_severe(context, highest, felt);
}

void add_safety(CLI::App& app, Action& action) {
    auto json = std::make_shared<bool>(false);
    app.add_flag("--json", *json, "Print JSON");
    app.callback([json, &action] {
        action = [json](Context& context) {
            const std::string number = emergency_number(context);
            if (*json) {
                print_json(context, safety_json(number));
            } else {
                context.print(safety_text(context.style(), number));
            }
            return code(ExitCode::done);
        };
    });
}

}  // namespace hipflow
