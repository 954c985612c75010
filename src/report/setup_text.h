// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "catalog/settings.h"
#include "text/style.h"
#include "today/askers.h"
#include "today/findings.h"

namespace hipflow::report {

// How the program is set up: settings, the findings of the doctor, and what asks for what is due.

/// Every setting and where it comes from, below the files that are used.
std::string settings_text(std::string_view file, std::string_view database,
                          const std::vector<catalog::SettingLine>& lines, const Style& style);

/// A line for each thing that a person notices, and for each that is not well, with what to do
/// below it; `verbose`: a line for each thing that was looked at.
std::string findings_text(const today::Findings& found, const Style& style, bool verbose);

/// A line for each program that may ask what is due.
std::string askers_text(const std::vector<today::Asker>& askers);

/// The lines before a change, each behind '-', and those after it, each behind '+'.
std::string change_lines(std::string_view before, std::string_view after);

}  // namespace hipflow::report
