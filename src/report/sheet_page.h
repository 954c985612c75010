// SPDX-License-Identifier: MIT
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "report/library_text.h"
#include "today/sheet.h"

namespace hipflow::report {

/// One self-contained HTML document to pin on a wall: each exercise with its figure, its amount and
/// how it goes, when to stop, and four weeks to tick. Without script, and with nothing to load. It
/// prints on one sheet of A4 or Letter paper where type of a size to be read allows it, else on
/// two.
std::string sheet_page(const today::SheetValues& values);

// Its parts.

/// How large a sheet is set, and how much of what to avoid it has room for.
struct SheetFit {
    double points = 12;       // of its type
    int picture = 36;         // the width of a pose, in millimetres
    std::size_t avoid = 100;  // for each exercise, at most
    bool on_one_page = true;
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

/// Chooses the largest type with which all of it fits, by how much text there is.
SheetFit fit_of(const today::SheetValues& values, const std::vector<SheetStep>& steps);

/// The style sheet, sheet.css, which is compiled in.
std::string_view sheet_style();

}  // namespace hipflow::report
