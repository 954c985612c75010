// SPDX-License-Identifier: MIT
#pragma once
#include <string>

#include "domain/care_words.h"
#include "domain/time.h"

namespace hipflow {

/// Names a day near today as people do: "today", "yesterday", "on Friday" for up to six days ago,
/// "12 days ago", "tomorrow"; a later day by its date.
std::string near_day(Day day, Day today);

/// Names a time in the same way, with the part of its day: "this morning", "yesterday evening",
/// "last night", "on Friday afternoon". From a week on it names the day alone.
std::string near_time(const Stamp& time, Day today);

/// A moment by the clock on the wall, with the date on which that time was: "2026-06-11 01:30". Of
/// a night that still counts for the day before, the date is not `time.local_day`.
std::string clock_moment(const Stamp& time);

/// The same as people name it: "today 01:30", "yesterday 19:30", "on Friday 07:30". What happened
/// in the night that has not ended yet is of today.
std::string near_moment(const Stamp& time, const Stamp& now);

/// ", counts for 2026-06-10" where that is not the date on the clock; else nothing.
std::string counts_for(const Stamp& time);

/// The same in the language of the sentences about pain and safety.
std::string near_day(Day day, Day today, const CareWords& words);
std::string near_time(const Stamp& time, Day today, const CareWords& words);

}  // namespace hipflow
