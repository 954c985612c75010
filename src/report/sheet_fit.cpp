// SPDX-License-Identifier: MIT
// How large a sheet can be set. A page of HTML cannot measure itself without a script, so its
// height is reckoned here from the lengths of its texts, on the safe side: with a wide face, and on
// both papers. The sizes are those of sheet.css.

#include <algorithm>
#include <array>
#include <cmath>

#include "coach/safety.h"
#include "report/sheet_page.h"
#include "text/utf8.h"

namespace hipflow::report {
namespace {

/// Paper without its margins, in millimetres as all lengths here.
struct Paper {
    double width = 0;
    double height = 0;
};
constexpr std::array papers = {Paper{190, 277}, Paper{195.9, 259.4}};
constexpr double point = 25.4 / 72;

/// The height of a text in type of a size, set in lines of that width.
double text_height(double characters, double size, double line_width) {
    constexpr double mean_character = 0.52;  // of the size
    constexpr double leading = 1.28;
    const double lines = std::ceil(characters * mean_character * size * point / line_width);
    return lines * leading * size * point;
}

double length_of(const std::vector<Phrase>& phrases, std::size_t most) {
    double length = 0;
    for (std::size_t i = 0; i < std::min(phrases.size(), most); ++i) {
        length += width(phrases[i].text) + 1;
    }
    return length;
}

double length_of(const std::vector<std::string>& texts) {
    double length = 0;
    for (const auto& text : texts) length += width(text) + 2;
    return length;
}

/// The height of what is said of how an exercise goes, and of what to avoid.
double told_height(const today::SheetExercise& exercise, const SheetFit& fit, double line_width) {
    constexpr std::size_t all = 100;
    double how = length_of(exercise.start, all) + length_of(exercise.movement, all);
    if (exercise.other_side) how += width(other_side) + 1;
    if (!exercise.feel.text.empty()) how += width(exercise.feel.text) + 7;
    double avoid = length_of(exercise.avoid, fit.avoid);
    if (avoid > 0) avoid += 8;
    if (fit.is_tight()) return text_height(how + 0.95 * avoid, fit.points, line_width);
    return text_height(how, fit.points, line_width) +
           text_height(avoid, 0.95 * fit.points, line_width);
}

double step_height(const SheetStep& step, const SheetFit& fit, const Paper& paper) {
    constexpr double large = 1.25;  // of the name and the amount, which are bold as well
    constexpr double bold = 1.1;
    constexpr double padding = 2.7;
    const double size = fit.points;
    const bool is_told = step.told_at == step.number;
    const bool is_drawn = is_told && step.exercise->figure;
    const double line_width = is_drawn ? paper.width - 2 * fit.picture - 3 : paper.width;
    const double top = width(step.exercise->name.text) + width(step.line.amount) + 5;
    double height =
        text_height(bold * large * top + length_of(step.line.details), size, line_width);
    height += (large - 1) * 1.3 * size * point + padding;
    if (is_told) height += told_height(*step.exercise, fit, line_width);
    return std::max(height, is_drawn ? fit.picture * 2.0 / 3 + padding : 0);
}

/// The height of what stands below the exercises.
double foot_height(const today::SheetValues& values, double points, const Paper& paper) {
    constexpr double ticks_height = 37;
    const double stop_width = paper.width - 111;  // beside the days to tick
    const double size = std::clamp(0.9 * points, 7.8, 9.9);
    double stop = 3;
    double help = 0;
    for (const auto& list : coach::safety_lists(values.emergency_number, values.care)) {
        if (list.tier == coach::Tier::session) {
            stop += text_height(1.2 * width(list.heading), size, stop_width);
            for (const auto& sign : list.items) {
                stop += text_height(width(sign) + 2.0, size, stop_width);
            }
        }
        if (list.tier == coach::Tier::now) {
            help = text_height(1.2 * width(list.heading), size, paper.width) +
                   text_height(length_of(list.items), 0.95 * size, paper.width);
        }
    }
    constexpr double end_note = 200;
    return std::max(stop, ticks_height) + help + text_height(end_note, 0.85 * size, paper.width) +
           5;
}

double header_height(const today::SheetValues& values, double size, double line_width) {
    constexpr double labels = 24;  // "About 12 min. You need: "
    const double about = width(values.summary) + length_of(values.needs) + labels;
    const double ask = width(values.care.say(Care::ask_first));
    return 2.1 * size * point + 2 + text_height(about, size, line_width) +
           text_height(ask, size, line_width);
}

/// How many pages of a paper a sheet takes, if `spare` of each stays empty. Neither an exercise nor
/// the foot is cut.
int pages_of(const today::SheetValues& values, const std::vector<SheetStep>& steps,
             const SheetFit& fit, const Paper& paper, double spare) {
    int pages = 1;
    double used = header_height(values, fit.points, paper.width);
    const auto place = [&](double height) {
        used += height;
        if (used <= paper.height - spare) return;
        ++pages;
        used = height;
    };
    for (const auto& step : steps) {
        const double rounds = step.line.rounds.empty() ? 0 : 2 * fit.points * point + 4;
        place(rounds + step_height(step, fit, paper));
    }
    place(foot_height(values, fit.points, paper));
    return pages;
}

bool fits_on(int pages, const today::SheetValues& values, const std::vector<SheetStep>& steps,
             const SheetFit& fit) {
    // What is reckoned is not exact, and over two pages more of that adds up.
    const double spare = pages == 1 ? 4 : 12;
    return std::ranges::all_of(papers, [&](const Paper& paper) {
        return pages_of(values, steps, fit, paper, spare) <= pages;
    });
}

/// From the largest to the smallest.
constexpr auto sheet_fits = std::to_array<SheetFit>({
    {14, 46, 100},
    {13, 44, 100},
    {12, 42, 100},
    {11.5, 40, 100},
    {11, 38, 100},
    {10.5, 36, 100},
    {10, 34, 100},
    {10.5, 34, 3},
    {10, 34, 3},
    {10.5, 32, 2},
    {10, 32, 2},
    {9.5, 30, 2},
    {9, 28, 2},
    {9, 26, 1},
    {8.5, 24, 1},
    {8, 22, 1},
});

/// The smallest type on one page: for more exercises two pages of larger type are better.
double smallest_on_one_page(std::size_t steps) {
    if (steps <= 6) return 0;
    return steps <= 8 ? 8.5 : 10.5;
}

}  // namespace

SheetFit fit_of(const today::SheetValues& values, const std::vector<SheetStep>& steps) {
    const double smallest = smallest_on_one_page(steps.size());
    for (const SheetFit& fit : sheet_fits) {
        if (fit.points >= smallest && fits_on(1, values, steps, fit)) return fit;
    }
    SheetFit fit = sheet_fits.back();
    for (const SheetFit& smaller : sheet_fits) {
        if (!fits_on(2, values, steps, smaller)) continue;
        fit = smaller;
        break;
    }
    fit.on_one_page = false;
    return fit;
}

}  // namespace hipflow::report
