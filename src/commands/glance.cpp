// SPDX-License-Identifier: MIT
#include "commands/glance.h"

#include <fmt/format.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

#include "commands/coach_words.h"
#include "commands/enrolled.h"
#include "commands/json_answer.h"
#include "commands/range.h"
#include "commands/rescued.h"
#include "commands/routine_source.h"
#include "commands/schedule_json.h"
#include "commands/schedule_state.h"
#include "commands/todays_routine.h"
#include "exchange/or_null.h"
#include "exchange/program_json.h"
#include "guide/before.h"
#include "guide/mornings.h"
#include "guide/recovery.h"
#include "guide/signs.h"
#include "report/glance_text.h"
#include "report/program_status_text.h"
#include "report/schedule_text.h"
#include "terminal/plain_face.h"
#include "text/utf8.h"

namespace hipflow {
namespace {

/// Where somebody stands in their program, if they are in one; a program whose file cannot be used
/// is said by those commands that are about it.
std::optional<Enrolled> standing(Context& context, const std::optional<Store>& store,
                                 const Stamp& now) {
    if (!store) return std::nullopt;
    try {
        return enrolled(context.library(), *store, now.local_day);
    } catch (const Error& error) {
        if (error.code() == ExitCode::storage) throw;
        return std::nullopt;
    }
}

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

std::optional<ScheduleState> planned(Context& context, const std::optional<Store>& store,
                                     Day today) {
    if (!store) return std::nullopt;
    return schedule_state(*store, context.settings(), today, usual_weeks);
}

Json glance_json(const Glance& glance, const std::optional<Enrolled>& program,
                 const std::optional<ScheduleState>& schedule) {
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
    answer["program"] = program ? to_json(program->today) : Json(nullptr);
    answer["plans"] = plans_json(schedule);
    return answer;
}

/// Today's session, or what keeps it from being told.
struct Brief {
    std::optional<CoachBrief> session;
    std::string trouble;
};

Brief brief_of(Context& context, const std::optional<Store>& store) {
    std::string routine;
    try {
        const TodaysRoutine today = todays_routine(context, "", context.now().local_day);
        routine = today.name;
        const RoutineFile source = find_routine(context.library_without_figures(), routine);
        return {coach_brief(context, store ? &*store : nullptr, source, today.cap), ""};
    } catch (const FileError& error) {
        return {std::nullopt, fmt::format("'{}' cannot be done: {}. 'hipflow routine check {}' "
                                          "shows all that is wrong.",
                                          shown(routine), shown(error.faults().front().text(), 400),
                                          shown(routine))};
    } catch (const Error& error) {
        if (error.code() == ExitCode::storage) throw;
        return {std::nullopt, shown(error.what(), 400)};
    }
}

void print_glance_json(Context& context, const std::optional<Store>& store, const Glance& glance,
                       const std::optional<ScheduleState>& schedule, const Stamp& now) {
    Json answer = glance_json(glance, standing(context, store, now), schedule);
    const auto against = store ? against_today(*store, now, context.settings().pain) : std::nullopt;
    const Brief brief = against ? Brief{} : brief_of(context, store);
    answer["today"] = brief.session ? brief_json(*brief.session) : Json(nullptr);
    answer["no_session"] = or_null(against);
    print_json(context, answer);
}

/// Today's session, or why there is none.
std::string today_text(Context& context, const std::optional<Store>& store, const Glance& glance) {
    if (glance.no_session) return glance_line("Today", *glance.no_session, context.style());
    const Brief brief = brief_of(context, store);
    return brief.session ? coach_words(*brief.session, context.style())
                         : glance_line("Today", brief.trouble, context.style());
}

int show_glance(Context& context, bool json) {
    const Stamp now = context.now();
    const auto store = context.existing_store();
    Glance glance = look(store, now);
    const auto schedule = planned(context, store, now.local_day);
    if (json) {
        print_glance_json(context, store, glance, schedule, now);
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
    if (const auto program = standing(context, store, now)) {
        glance.program = program_news(program->program, program->today);
        glance.program.insert(glance.program.begin(),
                              program_place_words(program->program, program->today) + '.');
    }
    if (schedule) {
        glance.planned = next_words(*schedule);
        glance.kept = adherence_words(schedule->adherence);
    }
    if (store) glance.no_session = against_today(*store, now, context.settings().pain);
    context.print(today_text(context, store, glance));
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
