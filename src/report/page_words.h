// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "domain/body.h"
#include "domain/time.h"

namespace hipflow::report {

// Words that the pages of the report share.

/// "29 Aug"; "29 Aug 2025" where the year is not that of `made`.
std::string page_day(Day day, Day made);

/// "1 Sep to 12 Oct"; one day alone is only itself.
std::string page_span(Day from, Day to, Day made);

/// A symptom in words: "tingling or numbness".
std::string_view sign_words(SymptomKind kind);

/// When a symptom was told: "in the exercise", "morning after".
std::string_view told_when(Moment moment);

/// Whether a symptom has to be looked at before anybody goes on.
bool is_red_flag(SymptomKind kind);

/// "a", "a and b", "a, b and c".
std::string listed(const std::vector<std::string>& words);

/// With its first letter as a capital, if that is one of a to z.
std::string capitalised(std::string words);

}  // namespace hipflow::report
