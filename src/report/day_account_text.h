// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <vector>

#include "text/style.h"
#include "today/day_account.h"

namespace hipflow::report {

// What 'hipflow why' tells of a day, beside the sentences of the coach: in sentences for somebody
// who wants to know what today is, which facts are behind it, and what would change it.

/// What today is: the kind of day, how long the session takes and how much of the usual that is,
/// and what the plan and the program say. Empty where there is no session.
std::vector<std::string> what_today_is(const today::DayAccount& account);

/// The facts that it goes by: the last session, and how often there was one.
std::vector<std::string> facts_of(const today::DayAccount& account, const Style& style);

/// What would change it: what the coach waits for, and what the person can do. Empty where there is
/// no session.
std::vector<std::string> what_would_change_it(const today::DayAccount& account);

/// What an exercise is given as today, and what comfortable sessions would make of it; empty where
/// the session has none in its place. `begins`: no session has recorded it yet.
std::vector<std::string> outlook_sentences(const today::DayAccount& account,
                                           const std::string& planned, bool begins);

}  // namespace hipflow::report
