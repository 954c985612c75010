// SPDX-License-Identifier: MIT
#pragma once
#include <string>

#include "report/html.h"
#include "today/views.h"

namespace hipflow::report {

/// One self-contained HTML document: a page of summary, then the details. It has no script and
/// loads nothing; it is made for the screen, light and dark, and for paper (A4 and Letter).
std::string report_page(const today::ReportValues& values);

}  // namespace hipflow::report
