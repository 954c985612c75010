// SPDX-License-Identifier: MIT
#include "commands/session.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

#include "commands/amend.h"
#include "commands/json_answer.h"
#include "commands/range.h"
#include "exchange/kind.h"
#include "report/history_text.h"
#include "report/session_text.h"

namespace hipflow {
namespace {

struct SessionOptions {
    RangeOptions range;
    std::string name = "last";
    bool history = false;
    bool json = false;
};

int list_sessions(Context& context, const SessionOptions& options) {
    const Filter filter = filter_of(context, options.range, context.now().local_day, usual_weeks);
    std::vector<Session> sessions;
    if (const auto store = context.existing_store()) sessions = store->sessions(filter);
    if (options.json) {
        Json answer = json_answer();
        answer["sessions"] = Json::array();
        for (const auto& session : sessions) answer["sessions"].push_back(to_json(session));
        print_json(context, answer);
    } else if (sessions.empty()) {
        context.print("No session in this range yet. 'hipflow start' begins one.\n");
    } else {
        context.print(session_table(sessions, context.style()));
    }
    return code(sessions.empty() ? ExitCode::nothing : ExitCode::done);
}

SessionRecord load(const Store& store, const Session& session) {
    SessionRecord record{session,
                         store.sets_of(session.id),
                         store.readings_of(session.id),
                         store.symptoms_of(session.id),
                         std::nullopt,
                         store.recorded_times(session.id)};
    if (session.prescription_hash) {
        record.prescription = store.prescription(*session.prescription_hash);
    }
    return record;
}

Json session_json(const SessionRecord& record) {
    const auto offset = record.session.started.utc_offset;
    const auto with_time = [&](Json json, const std::string& id) {
        const auto time = record.recorded_at.find(id);
        if (time != record.recorded_at.end()) {
            json["recorded_at"] = format_instant(time->second, offset);
        }
        return json;
    };
    Json answer = json_answer();
    answer["session"] = with_time(to_json(record.session), record.session.id);
    answer["sets"] = Json::array();
    for (const auto& set : record.sets) {
        answer["sets"].push_back(with_time(to_json(set, offset), set.id));
    }
    answer["pain_scores"] = Json::array();
    for (const auto& reading : record.readings) {
        answer["pain_scores"].push_back(with_time(to_json(reading), reading.id));
    }
    answer["symptoms"] = Json::array();
    for (const auto& symptom : record.symptoms) {
        answer["symptoms"].push_back(with_time(to_json(symptom), symptom.id));
    }
    answer["prescription"] = record.prescription ? to_json(*record.prescription) : Json(nullptr);
    return answer;
}

Json record_json(const std::optional<Record>& record) {
    return record ? Json::parse(body_of(*record)) : Json(nullptr);
}

Json history_json(const std::vector<HistoryStep>& history) {
    Json steps = Json::array();
    for (const auto& step : history) {
        Json changes = Json::array();
        for (const auto& change : step.changes) {
            const Record* const newest = change.newest();
            if (newest == nullptr) continue;
            changes.push_back({{"kind", kind_of(*newest)},
                               {"before", record_json(change.before)},
                               {"after", record_json(change.after)}});
        }
        steps.push_back({{"change_id", step.change_id},
                         {"undoes", step.undoes ? Json(*step.undoes) : Json(nullptr)},
                         {"device", step.device},
                         {"recorded_at", format_instant(step.recorded_at, {})},
                         {"changes", std::move(changes)}});
    }
    return steps;
}

int show_session(Context& context, const SessionOptions& options) {
    const auto store = context.existing_store();
    if (!store) throw Error("no session is recorded yet", ExitCode::nothing);
    const SessionRecord record = load(*store, named_session(context, *store, options.name));
    std::vector<HistoryStep> history;
    if (options.history) history = store->history_of(record.session.id);
    if (options.json) {
        Json answer = session_json(record);
        if (options.history) answer["history"] = history_json(history);
        print_json(context, answer);
    } else {
        context.print(session_details(record, context.style()));
        if (options.history) {
            context.print(
                '\n' + history_text(history, record.session.started.utc_offset, context.style()));
        }
    }
    return code(ExitCode::done);
}

}  // namespace

void add_session(CLI::App& app, Action& action) {
    auto options = std::make_shared<SessionOptions>();
    app.require_subcommand(1);
    CLI::App* list = app.add_subcommand("list", "List past sessions, the newest first");
    add_range_options(*list, options->range);
    list->add_flag("--json", options->json, "Print JSON");
    list->callback([options, &action] {
        action = [options](Context& context) { return list_sessions(context, *options); };
    });
    CLI::App* show = app.add_subcommand("show", "Show all that was recorded of a session");
    show->add_option("session", options->name, "last, a date, or the start of its id")
        ->type_name("SESSION");
    show->add_flag("--history", options->history, "Every version of it, with its time");
    show->add_flag("--json", options->json, "Print JSON");
    show->callback([options, &action] {
        action = [options](Context& context) { return show_session(context, *options); };
    });
    add_amend(app, action);
    add_remove(app, action);
}

}  // namespace hipflow
