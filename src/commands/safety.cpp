// SPDX-License-Identifier: MIT
#include "commands/safety.h"

#include <fmt/format.h>

#include <array>

#include "answers/safety.h"
#include "coach/ending.h"
#include "coach/safety.h"
#include "commands/all_commands.h"
#include "report/care_text.h"
#include "text/layout.h"
#include "today/signs.h"

namespace hipflow::commands {
namespace {

/// The signs are shown whatever faults the configuration has.
std::string emergency_number(cli::Context& context) {
    try {
        return context.settings().emergency_number;
    } catch (const Error&) {
        return {};
    }
}

struct SafetyOptions {
    cli::Format format = cli::Format::text;
};

void declare_safety(cli::Options& options, SafetyOptions& values) { options.json(values.format); }

int show_safety(cli::Context& context, const SafetyOptions& values) {
    const std::string number = emergency_number(context);
    const CareWords& words = context.desk().care();
    context.print(values.format == cli::Format::json
                      ? answers::json_text(answers::SafetySigns{number, words})
                      : report::safety_text(number, words, context.style()),
                  values.format);
    return cli::code(ExitCode::done);
}

constexpr std::array safety_examples = {
    cli::Example{"hipflow safety", "read it before the first session"},
};

}  // namespace

void answer_severe(cli::Context& context, std::optional<PainScore> highest, Instant felt) {
    const Settings& settings = context.settings();
    const auto severe = today::severe_news(highest, felt, context.clock().wall(), settings.pain);
    if (!severe) return;
    const CareWords& words = context.desk().care();
    const std::string text =
        coach::severe_words(*severe, Moment::checkin, settings.emergency_number, words);
    context.print(wrapped_lines(
        fmt::format("\n{}{}\n", text, coach::last_words(coach::Ending::severe_pain, words)),
        context.style().columns));
}

void answer_severe(cli::Context& context, const store::Change& entered, Instant felt) {
    answer_severe(context, today::highest_score(entered), felt);
}

constinit const cli::Command safety_command{
    .name = "safety",
    .summary = "Show the signs that need medical help",
    .examples = safety_examples,
    .bind = cli::bind<&declare_safety, &show_safety>,
};

}  // namespace hipflow::commands
