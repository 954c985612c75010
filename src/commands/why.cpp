// SPDX-License-Identifier: MIT
#include "commands/why.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>

#include "coach/morning.h"
#include "commands/json_answer.h"
#include "domain/spelling.h"
#include "exchange/coach_json.h"
#include "report/why_text.h"
#include "text/utf8.h"
#include "today/enrolment.h"
#include "today/mornings.h"
#include "today/person.h"
#include "today/routine_source.h"
#include "today/signs.h"
#include "today/todays_session.h"

namespace hipflow {
namespace {

struct WhyOptions {
    std::string what;  // an exercise, or a session; empty: today
    bool json = false;
};

/// What is explained, and how it is called.
struct Explained {
    std::string title;
    std::optional<std::string> session;  // the id of a past one
    std::string routine;
    CoachRecord record;
    std::optional<double> usual;         // of the mornings, for today's
    std::optional<std::string> against;  // why there is no session today
};

Explained today_explained(Context& context) {
    const ChosenRoutine chosen = choose_routine(context.desk(), "", context.now().local_day);
    if (chosen.left_aside) context.note(fmt::format("hipflow: {}\n", *chosen.left_aside));
    const RoutineFile source = find_routine(context.library(), chosen.name);
    Today today;
    today.person = person_of(context.desk());
    today.cap = chosen.cap();
    auto session = todays_session(context.desk(), source, std::move(today));
    Explained explained;
    explained.title = fmt::format("Today, {}", source.routine.name);
    explained.routine = source.routine.id;
    explained.record = std::move(session.record);
    const Store* store = context.desk().history();
    if (store == nullptr) return explained;
    const Stamp now = context.now();
    explained.usual = usual_before(now.local_day, recent_mornings(*store, now.local_day));
    explained.against = against_today(*store, now, context.settings().pain);
    return explained;
}

Explained session_explained(const Store& store, const Session& session) {
    Explained explained;
    explained.title =
        fmt::format("{}, {} {}", session.routine, format_day(session.started.local_day),
                    format_time_of_day(session.started.at, session.started.utc_offset));
    explained.session = session.id;
    explained.routine = session.routine;
    if (session.reasons) explained.record = coach_record_from(*session.reasons);
    if (!session.reasons || explained.record.reasons.empty()) {
        const auto prescription = store.prescription(session.prescription_hash.value_or(""));
        if (!prescription) return explained;
        for (const auto& text : all_reasons(*prescription)) {
            explained.record.reasons.push_back({"", CoachRule::limit, {}, true, text});
        }
    }
    return explained;
}

/// The name that the routine has for an exercise which is today, or was, in its place.
std::optional<std::string> planned_name(const CoachRecord& record, const std::string& id) {
    for (const auto& state : record.states) {
        if (state.exercise == id || state.rung == id || state.given == id) return state.exercise;
    }
    return std::nullopt;
}

Json explained_json(const Explained& explained, const std::optional<std::string>& exercise) {
    Json answer = json_answer();
    answer["session"] = explained.session ? Json(*explained.session) : Json(nullptr);
    answer["routine"] = explained.routine;
    answer["usual"] = explained.usual ? Json(*explained.usual) : Json(nullptr);
    const auto& record = explained.record;
    answer["gate"] = record.gate ? Json(*record.gate) : Json(nullptr);
    answer["before"] = record.before ? Json(record.before->value()) : Json(nullptr);
    answer["cap"] = record.cap ? Json(*record.cap) : Json(nullptr);
    answer["reasons"] = Json::array();
    for (const auto& reason : record.reasons) {
        if (!exercise || reason.exercise == *exercise) answer["reasons"].push_back(to_json(reason));
    }
    answer["states"] = Json::array();
    for (const auto& state : record.states) {
        if (!exercise || state.exercise == *exercise) answer["states"].push_back(to_json(state));
    }
    return answer;
}

int answer(Context& context, const Explained& explained, const WhyOptions& options,
           const std::optional<std::string>& exercise) {
    if (options.json) {
        print_json(context, explained_json(explained, exercise));
        return code(ExitCode::done);
    }
    const Style style = context.style();
    std::string text = explained.title + '\n';
    if (exercise) {
        text += why_exercise_text(explained.record, *exercise, style);
    } else {
        if (explained.usual) {
            text += fmt::format("In the mornings pain is usually {:g}.\n", *explained.usual);
        }
        text += why_text(explained.record, style);
    }
    if (explained.record.reasons.empty() && !explained.record.gate) {
        text += "No reasons were recorded for it.\n";
    }
    context.print(text);
    return code(ExitCode::done);
}

/// The last session that held an exercise which is not in today's.
std::optional<Explained> last_explained(const Store* store, const std::string& id) {
    if (store == nullptr) return std::nullopt;
    const auto session = store->last_coached(id);
    if (!session) return std::nullopt;
    return session_explained(*store, *session);
}

int explain_exercise(Context& context, const WhyOptions& options) {
    const Explained today = today_explained(context);
    if (const auto planned = planned_name(today.record, options.what)) {
        return answer(context, today, options, planned);
    }
    if (const auto last = last_explained(context.desk().history(), options.what)) {
        return answer(context, *last, options, options.what);
    }
    throw Error(fmt::format("'{}' is not in '{}', and no session has held it yet", options.what,
                            today.routine),
                ExitCode::nothing);
}

int why(Context& context, const WhyOptions& options) {
    context.library_without_figures();
    if (options.what.empty()) {
        Explained today = today_explained(context);
        if (today.against) {
            today.record = {};
            today.record.gate = today.against;
        }
        return answer(context, today, options, std::nullopt);
    }
    const auto& known = context.library().exercises();
    const bool is_exercise =
        std::ranges::any_of(known, [&](const auto& entry) { return entry.id == options.what; });
    if (is_exercise) return explain_exercise(context, options);
    if (const Store* store = context.desk().history()) {
        const Session session = store->find_session(options.what);
        return answer(context, session_explained(*store, session), options, std::nullopt);
    }
    std::vector<std::string> ids;
    ids.reserve(known.size());
    for (const auto& entry : known) ids.push_back(entry.id);
    throw Error(fmt::format("'{}' is neither an exercise nor a session.{}", shown(options.what),
                            did_you_mean(options.what, ids)));
}

}  // namespace

void add_why(CLI::App& app, Action& action) {
    auto options = std::make_shared<WhyOptions>();
    app.add_option("what", options->what,
                   "An exercise; or a session: last, a date, or its id; else today's")
        ->type_name("EXERCISE|SESSION");
    app.add_flag("--json", options->json, "Print JSON");
    app.callback([options, &action] {
        action = [options](Context& context) { return why(context, *options); };
    });
}

}  // namespace hipflow
