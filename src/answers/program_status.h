// SPDX-License-Identifier: MIT
#pragma once
#include <optional>

#include "answers/answer.h"
#include "exchange/coach_fields.h"
#include "today/enrolment.h"

namespace hipflow::answers {

/// Where the user stands in a program; without one, every member is null.
struct ProgramStatus {
    const std::optional<today::Enrolled>& enrolled;
};

template <typename Visitor>
void fields(const today::Enrolled& enrolled, Visitor& visit) {
    visit("program", enrolled.program.id);
    visit("name", enrolled.program.name);
    visit("from_day", enrolled.enrolment.from_day);
    visit("weeks", enrolled.program.weeks.size());
    visit("routine", enrolled.routine);
    fields(enrolled.today, visit);
}

template <typename Visitor>
void fields(const ProgramStatus& status, Visitor& visit) {
    if (status.enrolled) {
        fields(*status.enrolled, visit);
    } else {
        const Unknown<Visitor> unknown{visit};
        fields(today::Enrolled{}, unknown);
    }
}

}  // namespace hipflow::answers
