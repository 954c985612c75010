// SPDX-License-Identifier: MIT
#include "commands/coach_words.h"

#include <fmt/format.h>

#include <algorithm>

#include "coach/refer.h"
#include "commands/person.h"
#include "report/library_text.h"
#include "schedule/adherence.h"
#include "text/wrap.h"

namespace hipflow {
namespace {

constexpr int label_columns = 14;
constexpr auto course_window =
    std::chrono::days(35);  // four weeks, and the seven days at its start
constexpr auto adherence_window = std::chrono::days(28);
constexpr auto flare_window = std::chrono::days(7);

std::string line(std::string_view label, std::string_view text, const Style& style) {
    return padded(label, label_columns) + paragraph(text, style.columns, label_columns);
}

bool asked_for_rest(const Session& session) {
    return session.gate == Gate::flare || session.gate == Gate::rest ||
           session.gate == Gate::refused;
}

std::optional<std::string> hint(Context& context, const Store& store, Day today) {
    const auto days = store.day_totals({.since = today - course_window, .until = today});
    Course course = course_of(days, today);
    const Day since = today - adherence_window;
    const DayPlan plan =
        plan_of(store.schedules(), store.excuses(since), context.settings().week_starts);
    course.adherence = adherence(plan, days, since, today - std::chrono::days(1), today).ratio();
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

std::string coach_words(Context& context, const Store* store, const RoutineFile& source,
                        std::optional<int> cap) {
    const Style style = context.style();
    Today today;
    today.person = person_of(context);
    today.cap = cap;
    const auto session = todays_session(context, source, std::move(today), store);
    std::string text;
    if (session.prescription) {
        const auto& prescription = *session.prescription;
        text += line("Today",
                     fmt::format("{}, {}, {} exercises", prescription.name,
                                 total_text(compile(prescription)), prescription.steps.size()),
                     style);
    } else {
        text += line("Today", session.nothing_left, style);
    }
    for (const auto& change : changes_of(session)) text += line("", change, style);
    if (store != nullptr) {
        if (const auto words = hint(context, *store, context.now().local_day)) {
            text += line("Worth asking", *words, style);
        }
    }
    return text;
}

}  // namespace hipflow
