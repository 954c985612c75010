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

/// The same in the language of the sentences about pain and safety.
std::string near_day(Day day, Day today, const CareWords& words);
std::string near_time(const Stamp& time, Day today, const CareWords& words);

}  // namespace hipflow
