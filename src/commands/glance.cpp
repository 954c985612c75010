// SPDX-License-Identifier: MIT
#include "commands/glance.h"

#include <fmt/format.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

#include "commands/json_answer.h"
#include "commands/range.h"
#include "commands/schedule_json.h"
#include "exchange/or_null.h"
#include "exchange/program_json.h"
#include "guide/before.h"
#include "report/glance_text.h"
#include "terminal/plain_face.h"
#include "today/glance.h"
#include "today/mornings.h"
#include "today/rescued.h"

namespace hipflow {
namespace {

/// Asks for the morning score that is owed. Throws Interrupted, and Error where the score cannot be
/// saved.
void ask_owed(Context& context, Day day) {
    SignalWatch signals;
    LineInput input(fileno(context.streams().in), signals);
    PlainFace face(context.streams().out, context.style(), input);
    Recorder recorder(context.desk().store(), context.clock(), context.settings().day_starts,
                      spare_folder(context.environment()),
                      [&face](const std::string& text) { face.say(text + '\n'); });
    ask_morning(face, recorder, context.settings(), day);
    try {
        recorder.settle();
    } catch (const Error& error) {
        throw Error(fmt::format("{}\n{}", error.what(),
                                unsaved_text(recorder.unwritten(), recorder.aside())),
                    error.code());
    }
}

Json brief_json(const SessionBrief& brief) {
    Json json = {
        {"routine", nullptr}, {"name", nullptr}, {"total_ms", nullptr}, {"exercises", nullptr}};
    if (const auto& prescription = brief.session.prescription; prescription && brief.timeline) {
        json["routine"] = prescription->routine;
        json["name"] = prescription->name;
        json["total_ms"] = brief.timeline->total.count();
        json["exercises"] = prescription->steps.size();
    }
    json["nothing_left"] =
        brief.session.prescription ? Json(nullptr) : Json(brief.session.nothing_left);
    json["changes"] = brief.changes;
    json["hint"] = or_null(brief.advice);
    return json;
}

Json glance_json(const Glance& glance) {
    Json answer = json_answer();
    answer["today"] = glance.session ? brief_json(*glance.session) : Json(nullptr);
    answer["last_session"] = glance.last ? to_json(*glance.last) : Json(nullptr);
    answer["pain_scores"] = Json::array();
    for (const auto& reading : glance.readings) answer["pain_scores"].push_back(to_json(reading));
    answer["unfinished"] = glance.unfinished.has_value();
    answer["morning_owed"] =
        glance.morning_owed ? Json(format_day(*glance.morning_owed)) : Json(nullptr);
    answer["program"] = glance.program ? to_json(glance.program->today) : Json(nullptr);
    answer["schedule"] = glance.schedule ? schedule_json(*glance.schedule) : Json(nullptr);
    answer["no_session"] = or_null(glance.no_session);
    return answer;
}

/// The day of the morning score to ask for: it is owed, and somebody can answer.
std::optional<Day> morning_to_ask(Context& context) {
    if (!context.may_ask() || isatty(fileno(context.streams().out)) == 0) return std::nullopt;
    const Store* history = context.desk().history();
    return history != nullptr ? morning_owed(*history, context.now()) : std::nullopt;
}

int show_glance(Context& context, bool json) {
    if (!json) {
        try {
            if (const auto day = morning_to_ask(context)) ask_owed(context, *day);
        } catch (const Interrupted& interrupted) {
            if (interrupted.signal) return 128 + *interrupted.signal;
        }
    }
    const Glance seen = glance(context.desk(), usual_weeks);
    if (seen.left_aside && !seen.no_session) {
        context.note(fmt::format("hipflow: {}\n", *seen.left_aside));
    }
    if (json) {
        print_json(context, glance_json(seen));
    } else {
        context.print(glance_text(seen, context.style()));
    }
    return code(ExitCode::done);
}

}  // namespace

void add_glance(CLI::App& app, Action& action) {
    auto json = std::make_shared<bool>(false);
    app.add_flag("--json", *json, "Today at a glance, as JSON");
    app.callback([json, &action] {
        action = [json](Context& context) { return show_glance(context, *json); };
    });
}

}  // namespace hipflow
