// SPDX-License-Identifier: MIT
#include "commands/glance.h"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

#include "commands/json_answer.h"
#include "guide/before.h"
#include "guide/recovery.h"
#include "report/glance_text.h"
#include "terminal/plain_face.h"

namespace hipflow {
namespace {

Glance look(const std::optional<Store>& store, const Stamp& now) {
    Glance glance;
    glance.now = now;
    if (!store) return glance;
    if (const auto session = store->last_session()) {
        glance.last = SessionRecord{*session, {}, store->readings_of(session->id), {}, {}, {}};
    }
    if (const auto unfinished = find_unfinished(*store)) {
        glance.unfinished = description(*unfinished);
    }
    glance.morning_owed = morning_owed(*store, now);
    return glance;
}

/// The score that is owed, asked for where somebody can answer.
void ask_owed(Context& context, Day day) {
    SignalWatch signals;
    LineInput input(fileno(context.streams().in), signals);
    PlainFace face(context.streams().out, context.style(), input);
    Store store = context.store();
    Recorder recorder(store, context.clock(), context.settings().day_starts,
                      [&face](const std::string& text) { face.say(text + '\n'); });
    ask_morning(face, recorder, day);
    recorder.settle();
}

Json glance_json(const Glance& glance) {
    Json answer = json_answer();
    answer["today"] = format_day(glance.now.local_day);
    answer["last_session"] = glance.last ? to_json(glance.last->session) : Json(nullptr);
    answer["pain_scores"] = Json::array();
    if (glance.last) {
        for (const auto& reading : glance.last->readings) {
            answer["pain_scores"].push_back(to_json(reading));
        }
    }
    answer["unfinished"] = glance.unfinished.has_value();
    answer["morning_owed"] =
        glance.morning_owed ? Json(format_day(*glance.morning_owed)) : Json(nullptr);
    return answer;
}

int show_glance(Context& context, bool json) {
    const Stamp now = context.now();
    const auto store = context.existing_store();
    Glance glance = look(store, now);
    if (json) {
        print_json(context, glance_json(glance));
        return code(ExitCode::done);
    }
    const bool asks =
        glance.morning_owed && context.may_ask() && isatty(fileno(context.streams().out)) != 0;
    if (asks) {
        try {
            ask_owed(context, *glance.morning_owed);
        } catch (const Interrupted& interrupted) {
            if (interrupted.signal) return 128 + *interrupted.signal;
        }
        glance = look(store, now);
    }
    context.print(glance_text(glance, context.style()));
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
