// SPDX-License-Identifier: MIT
#pragma once
#include <vector>

#include "coach/program_week.h"

namespace hipflow {

/// What the program asks to have measured by now, and has not been yet: at the start of a week from
/// its first day on, at its end from its last session or sixth day on. The first range of a program
/// is taken on two days, which tell how far one's own readings differ (CONTENT 5.1). A week that
/// comes again does not ask anew for what is fresh: range is not measured more often than every
/// three weeks (CONTENT 2.2). When the weeks are over, range again every six weeks.
std::vector<Measured> due_measurements(const Program& program,
                                       const std::vector<MeasuredDay>& measured,
                                       const ProgramToday& today, Day day);

}  // namespace hipflow
