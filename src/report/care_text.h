// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <string_view>

#include "domain/care_words.h"
#include "domain/restriction.h"
#include "text/style.h"
#include "today/preferences.h"

namespace hipflow::report {

/// Says what the user's sessions leave out, who says so, and how to change it. `table`: all
/// restrictions that there are.
std::string me_text(const today::Me& me, const RestrictionTable& table, const Style& style);

/// The signs that need medical help, the most urgent first. `number`: that of the emergency
/// services; may be empty.
std::string safety_text(std::string_view number, const CareWords& words, const Style& style);

}  // namespace hipflow::report
