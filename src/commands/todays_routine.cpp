// SPDX-License-Identifier: MIT
#include "commands/todays_routine.h"

#include <fmt/format.h>

#include "commands/enrolled.h"
#include "report/program_status_text.h"

namespace hipflow {
namespace {

std::optional<Enrolled> followed(Context& context, const Store& store, Day today) {
    try {
        return enrolled(context.library(), store, today);
    } catch (const Error& error) {
        if (error.code() == ExitCode::storage) throw;
        context.note(fmt::format("hipflow: your program is left aside: {}\n", error.what()));
        return std::nullopt;
    }
}

}  // namespace

TodaysRoutine todays_routine(Context& context, const std::string& named, Day day) {
    TodaysRoutine result;
    result.name = named.empty() ? context.settings().routine : named;
    const auto store = context.existing_store();
    if (!store) return result;
    const auto status = followed(context, *store, day);
    if (!status) return result;
    result.program = status->program.id;
    result.week = status->today.week;
    result.cap = status->today.cap;
    result.news = program_news(status->program, status->today);
    result.news.insert(result.news.begin(),
                       program_place_words(status->program, status->today) + '.');
    result.schedule_due = schedule_due(status->today, store->schedules(), day);
    if (named.empty() && status->routine && *status->routine != any_routine) {
        result.name = *status->routine;
    }
    return result;
}

}  // namespace hipflow
