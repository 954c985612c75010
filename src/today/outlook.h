// SPDX-License-Identifier: MIT
#pragma once
#include <map>
#include <string>

#include "today/day_account.h"

namespace hipflow::today {

/// What each exercise of a session that is set is given as, and what comfortable sessions would
/// make of it. Only where the coach's own rules decide: what a restriction, a rest or a week of a
/// program holds back has an amount and no more.
std::map<std::string, Outlook> outlooks_of(Desk& desk, const catalog::RoutineFile& source,
                                           const TodaysSession& result);

}  // namespace hipflow::today
