// SPDX-License-Identifier: MIT
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "coach/safety.h"
#include "report/library_text.h"
#include "today/sheet.h"

namespace hipflow::report {

/// One self-contained HTML document to pin on a wall: each exercise with its figure, its amount and
/// how it goes, when to stop, and four weeks to tick. Without script, and with nothing to load. It
/// prints on one sheet of A4 or Letter paper where that takes no type under 9 points, else on two;
/// then the title stands on both.
std::string sheet_page(const today::SheetValues& values);

// Its parts.

/// How large a sheet is set, and how much of what it could say it has room for.
struct SheetFit {
    double points = 12;       // of its type; nothing is smaller than 9
    int picture = 36;         // the width of a pose, in millimetres
    std::size_t avoid = 100;  // for each exercise, at most
    int columns = 1;          // of exercises
    bool feel = true;         // there is room for what to feel
    bool on_one_page = true;
    std::size_t second_page = 0;  // the step that it begins with, from 0; 0: there is none
    /// Texts follow each other without a new line.
    bool is_tight() const { return points < 11; }
    bool operator==(const SheetFit&) const = default;
};

/// A step on the sheet.
struct SheetStep {
    StepLine line;
    int number = 1;
    const today::SheetExercise* exercise = nullptr;
    int told_at = 1;  // the number of the step that tells the exercise
};
std::vector<SheetStep> sheet_steps(const today::SheetValues& values);

/// Chooses the largest type with which all of it fits, by how much text there is: on one page if it
/// can, in two columns if need be.
SheetFit fit_of(const today::SheetValues& values, const std::vector<SheetStep>& steps);

/// What several steps say to look out for: "In 1, 2 and 5, look out for:", and what.
struct SharedWords {
    std::string where;
    Phrase what;
};
std::vector<SharedWords> shared_words(const today::SheetValues& values,
                                      const std::vector<SheetStep>& steps);

/// When to stop an exercise of this session.
coach::SafetyList stops_of(const today::SheetValues& values);

/// The style sheet, sheet.css, which is compiled in.
std::string_view sheet_style();

}  // namespace hipflow::report
