// SPDX-License-Identifier: MIT
#include "today/startable.h"

#include <fmt/format.h>

#include <utility>

#include "domain/error.h"
#include "text/utf8.h"
#include "today/enrolment.h"
#include "today/hearing.h"
#include "today/person.h"
#include "today/routine_source.h"
#include "today/todays_session.h"

namespace hipflow::today {
namespace {

constexpr int longest_trouble = 400;  // columns

std::string without_stop(std::string text) {
    if (text.ends_with('.')) text.pop_back();
    return text;
}

Startable startable(Desk& desk, const std::string& routine) {
    const catalog::RoutineFile source = find_routine(desk.library(), routine);
    const ChosenRoutine chosen = choose_routine(desk, routine, desk.now().local_day);
    coach::Today today;
    today.person = person_of(desk);
    today.cap = chosen.cap();
    const TodaysSession session = todays_session(desk, source, std::move(today));
    Startable found;
    found.rests = session.rests_for_pain();
    if (!session.prescription) {
        if (!found.rests)
            found.trouble = without_stop(shown(session.nothing_left, longest_trouble));
        return found;
    }
    const session::Hearing hearing = hearing_for(desk, *session.prescription);
    found.total = total_once_known(*session.prescription, hearing);
    if (!found.total) found.total = timeline_of(source, *session.prescription, hearing).total;
    return found;
}

}  // namespace

Startable look_at_session(Desk& desk, const std::string& routine) {
    Startable found;
    try {
        return startable(desk, routine);
    } catch (const FileError& error) {
        found.trouble = without_stop(shown(error.faults().front().text(), longest_trouble));
        found.advice = fmt::format("See: hipflow routine check {}", routine);
    } catch (const Error& error) {
        if (error.code() == ExitCode::storage) throw;
        found.trouble = without_stop(shown(error.what(), longest_trouble));
    }
    return found;
}

}  // namespace hipflow::today
