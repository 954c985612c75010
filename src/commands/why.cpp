// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "answers/today.h"
#include "commands/all_commands.h"
#include "domain/spelling.h"
#include "report/why_text.h"
#include "text/utf8.h"
#include "today/explained.h"

namespace hipflow::commands {
namespace {

struct WhyOptions {
    std::string what;  // an exercise, or a session; empty: today
    cli::Format format = cli::Format::text;
};

today::Explained todays(cli::Context& context) {
    today::Explained today = today::explain_today(context.desk());
    if (today.left_aside) context.note(fmt::format("hipflow: {}\n", *today.left_aside));
    return today;
}

/// Prints all of it, or what it says of one exercise.
int answer(cli::Context& context, today::Explained explained, const WhyOptions& options,
           const std::optional<std::string>& exercise) {
    if (options.format == cli::Format::json) {
        if (exercise) explained.record = today::only_of(std::move(explained.record), *exercise);
        context.print(answers::json_text(explained));
        return cli::code(ExitCode::done);
    }
    const Style style = context.style();
    std::string text = explained.title + '\n';
    if (exercise) {
        text += report::why_exercise_text(explained.record, *exercise, style);
    } else {
        if (explained.usual) {
            text += fmt::format("In the mornings pain is usually {:g}.\n", *explained.usual);
        }
        text += report::why_text(explained.record, style);
    }
    if (explained.record.reasons.empty() && !explained.record.gate) {
        text += "No reasons were recorded for it.\n";
    }
    context.print(text);
    return cli::code(ExitCode::done);
}

/// The last session that held an exercise which is not in today's.
std::optional<today::Explained> last_explained(const store::Store* store, const std::string& id) {
    if (store == nullptr) return std::nullopt;
    const auto session = store->last_coached(id);
    if (!session) return std::nullopt;
    return today::explain_session(*store, *session);
}

int explain_exercise(cli::Context& context, const WhyOptions& options) {
    const today::Explained today = todays(context);
    if (today.against) return answer(context, today, options, std::nullopt);
    if (const auto planned = today::planned_name(today.record, options.what)) {
        return answer(context, today, options, planned);
    }
    if (const auto last = last_explained(context.desk().history(), options.what)) {
        return answer(context, *last, options, options.what);
    }
    throw Error(fmt::format("'{}' is not in '{}', and no session has included it yet", options.what,
                            today.routine),
                ExitCode::nothing);
}

int why(cli::Context& context, const WhyOptions& options) {
    context.library_without_figures();
    if (options.what.empty()) return answer(context, todays(context), options, std::nullopt);
    const auto& known = context.library().exercises();
    const bool is_exercise =
        std::ranges::any_of(known, [&](const auto& entry) { return entry.id == options.what; });
    if (is_exercise) return explain_exercise(context, options);
    if (const store::Store* store = context.desk().history()) {
        const Session session = store->find_session(options.what);
        return answer(context, today::explain_session(*store, session), options, std::nullopt);
    }
    std::vector<std::string> ids;
    ids.reserve(known.size());
    for (const auto& entry : known) ids.push_back(entry.id);
    throw Error(fmt::format("'{}' is neither an exercise nor a session.{}", shown(options.what),
                            did_you_mean(options.what, ids)));
}

void declare_why(cli::Options& options, WhyOptions& values) {
    options.add("what", values.what, "EXERCISE|SESSION",
                "An exercise, or a session: last, a date, or its id; default: today's");
    options.json(values.format);
}

constexpr std::array why_examples = {
    cli::Example{"hipflow why", "why today's session is as it is"},
    cli::Example{"hipflow why figure-4-supine", "one exercise, with its readings"},
    cli::Example{"hipflow why last", "the newest session, as it was decided"},
};

}  // namespace

constinit const cli::Command why_command{
    .name = "why",
    .summary = "Explain today's session, or a past one",
    .examples = why_examples,
    .bind = cli::bind<&declare_why, &why>,
};

}  // namespace hipflow::commands
