// SPDX-License-Identifier: MIT
#include "commands/coach_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "coach/refer.h"
#include "commands/person.h"
#include "commands/routine_source.h"
#include "exchange/or_null.h"
#include "report/glance_text.h"
#include "report/library_text.h"
#include "schedule/adherence.h"
#include "stats/function.h"

namespace hipflow {
namespace {

constexpr auto course_window =
    std::chrono::days(35);  // four weeks, and the seven days at its start
constexpr auto practice_window = std::chrono::days(28);
constexpr auto flare_window = std::chrono::days(7);

bool asked_for_rest(const Session& session) {
    return session.gate == Gate::flare || session.gate == Gate::rest ||
           session.gate == Gate::refused;
}

std::optional<std::string> hint(Context& context, const Store& store, Day today) {
    const auto days = store.day_totals({.since = today - course_window, .until = today});
    Course course = course_of(days, today);
    const Day since = today - practice_window;
    const DayPlan plan =
        plan_of(store.schedules(), store.excuses(since), context.settings().week_starts);
    course.adherence = adherence(plan, days, since, today - std::chrono::days(1), today).ratio();
    const auto measured = function_series(store.measurements(Measured::function, {.until = today}),
                                          store.activities());
    if (const auto change = function_change_over(measured, today, practice_window)) {
        course.function = change->change();
    }
    std::vector<Day> flares;
    for (const auto& session :
         store.sessions({.since = today - flare_window + std::chrono::days(1), .until = today})) {
        if (asked_for_rest(session)) flares.push_back(session.started.local_day);
    }
    flares.erase(std::ranges::unique(flares).begin(), flares.end());
    course.flare_days = static_cast<int>(flares.size());
    return refer_words(course, context.settings().coach);
}

}  // namespace

CoachBrief coach_brief(Context& context, const Store* store, const RoutineFile& source,
                       std::optional<int> cap) {
    Today today;
    today.person = person_of(context);
    today.cap = cap;
    CoachBrief brief;
    brief.session = todays_session(context, source, std::move(today), store);
    const auto& prescription = brief.session.prescription;
    if (prescription) brief.timeline = timeline_of(source, *prescription);
    brief.changes = changes_of(brief.session);
    if (store != nullptr) brief.hint = hint(context, *store, context.now().local_day);
    return brief;
}

std::string coach_words(const CoachBrief& brief, const Style& style) {
    std::string text;
    if (const auto& prescription = brief.session.prescription; prescription && brief.timeline) {
        text += glance_line("Today",
                            fmt::format("{}, {}, {} exercises", prescription->name,
                                        total_text(*brief.timeline), prescription->steps.size()),
                            style);
    } else {
        text += glance_line("Today", brief.session.nothing_left, style);
    }
    for (const auto& change : brief.changes) text += glance_line("", change, style);
    if (brief.hint) text += glance_line("Worth asking", *brief.hint, style);
    return text;
}

Json brief_json(const CoachBrief& brief) {
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
    json["hint"] = or_null(brief.hint);
    return json;
}

}  // namespace hipflow
