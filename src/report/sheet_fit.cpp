// SPDX-License-Identifier: MIT
// How large a sheet can be set. A page of HTML cannot measure itself without a script, so its
// height is reckoned here from the lengths of its texts, on the safe side: with a wide face, and on
// both papers. The sizes are those of sheet.css.

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>
#include <span>

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
constexpr double smallest_type = 9;

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

/// The mean length of a word of what the exercises say, with the space after it.
double word_length(const today::SheetValues& values) {
    double length = 0;
    double words = 0;
    for (const auto& exercise : values.exercises) {
        for (const auto& phrase : exercise.movement) {
            length += width(phrase.text) + 1;
            words += static_cast<double>(std::ranges::count(phrase.text, ' ')) + 1;
        }
    }
    return words > 0 ? length / words : 0;
}

/// Reckons with one way to set a sheet on one paper.
class Reckoner {
   public:
    Reckoner(const today::SheetValues& values, const std::vector<SheetStep>& steps,
             const SheetFit& fit, const Paper& paper)
        : values_(values),
          steps_(steps),
          fit_(fit),
          paper_(paper),
          ragged_(std::clamp(2 * word_length(values) - 7.7, 2.0, 5.0)) {}

    double header_height() const {
        constexpr double labels = 24;  // "About 12 min. You need: "
        const double size = fit_.points;
        const double about = width(values_.summary) + length_of(values_.needs) + labels;
        const double ask = width(values_.care.say(Care::ask_first));
        double height = title_height() + text_height(about, size, paper_.width) +
                        text_height(ask, size, paper_.width);
        for (const auto& shared : shared_words(values_, steps_)) {
            constexpr double bold = 1.1;
            const double length = bold * width(shared.where) + width(shared.what.text) + 2;
            height += text_height(length, size, paper_.width);
        }
        return height;
    }

    double title_height() const { return 2.1 * fit_.points * point + 2; }

    std::vector<double> step_heights() const {
        std::vector<double> heights;
        heights.reserve(steps_.size());
        for (const auto& step : steps_) {
            const double rounds = step.line.rounds.empty() ? 0 : 2 * fit_.points * point + 4;
            heights.push_back(rounds +
                              (is_in_columns() ? height_in_column(step) : height_alone(step)));
        }
        return heights;
    }

    /// The height of what stands below the exercises.
    double foot_height() const {
        const double ticks_height = is_in_columns() ? 29 : 37;
        const double stop_width = paper_.width - (is_in_columns() ? 87 : 111);
        const double size = std::clamp(0.9 * fit_.points, smallest_type, 9.9);
        double stop = 3;
        const auto stops = stops_of(values_);
        stop += text_height(1.2 * width(stops.heading), size, stop_width);
        for (const auto& sign : stops.items) {
            // A line of its own has no end that stays empty.
            stop += text_height(0.96 * (width(sign) + 2.0), size, stop_width);
        }
        double help = 0;
        for (const auto& list : coach::safety_lists(values_.emergency_number, values_.care)) {
            if (list.tier != coach::Tier::now) continue;
            const double heading = 1.2 * width(list.heading);
            const double items = length_of(list.items);
            help = is_in_columns() ? text_height(heading + items, size, paper_.width)
                                   : text_height(heading, size, paper_.width) +
                                         text_height(items, size, paper_.width);
        }
        constexpr double end_note = 200;
        return std::max(stop, ticks_height) + help +
               text_height(end_note, smallest_type, paper_.width) + 5;
    }

   private:
    bool is_in_columns() const { return fit_.columns > 1; }
    double column_width() const {
        constexpr double gap = 5;
        return (paper_.width - gap) / 2;
    }

    /// The height of a text in type of a size, set in lines of that width.
    double text_height(double characters, double size, double line_width) const {
        const double mean_character = is_in_columns() ? 0.496 : 0.52;  // of the size
        const double ragged = is_in_columns() ? ragged_ : 0;
        const double leading = is_in_columns() ? 1.18 : 1.28;
        const double in_a_line = line_width / (mean_character * size * point) - ragged;
        return std::ceil(characters / std::max(in_a_line, 1.0)) * leading * size * point;
    }

    /// The height of what is said of how an exercise goes, and of what to avoid.
    double told_height(const today::SheetExercise& exercise, double line_width) const {
        constexpr std::size_t all = 100;
        double how = length_of(exercise.start, all) + length_of(exercise.movement, all);
        if (exercise.other_side) how += width(other_side) + 1;
        if (fit_.feel && !exercise.feel.text.empty()) how += width(exercise.feel.text) + 7;
        double avoid = length_of(exercise.avoid, fit_.avoid);
        if (avoid > 0) avoid += 9;
        if (fit_.is_tight()) return text_height(how + avoid, fit_.points, line_width);
        return text_height(how, fit_.points, line_width) +
               text_height(avoid, fit_.points, line_width);
    }

    /// The height of the name and the amount.
    double top_height(const SheetStep& step, double line_width) const {
        const double large = is_in_columns() ? 1 : 1.25;  // both, which are bold as well
        constexpr double bold = 1.1;
        const double length = width(step.exercise->name.text) + width(step.line.amount) + 5;
        return text_height(bold * large * length + length_of(step.line.details), fit_.points,
                           line_width);
    }

    double height_alone(const SheetStep& step) const {
        constexpr double padding = 2.7;
        const double size = fit_.points;
        const bool is_told = step.told_at == step.number;
        const bool is_drawn = is_told && step.exercise->figure;
        const double line_width = is_drawn ? paper_.width - 2 * fit_.picture - 3 : paper_.width;
        double height = top_height(step, line_width);
        height += 0.25 * 1.3 * size * point + padding;
        if (is_told) height += told_height(*step.exercise, line_width);
        return std::max(height, is_drawn ? fit_.picture * 2.0 / 3 + padding : 0);
    }

    /// In a column, name and amount stand beside the pictures, and all else below them.
    double height_in_column(const SheetStep& step) const {
        constexpr double padding = 2.4;
        const bool is_told = step.told_at == step.number;
        const bool is_drawn = is_told && step.exercise->figure;
        const double line_width = column_width();
        const double pictures = is_drawn ? 2 * fit_.picture + 2 : 0;
        double height = top_height(step, line_width - pictures);
        if (is_drawn) height = std::max(height, fit_.picture * 2.0 / 3);
        if (is_told) height += told_height(*step.exercise, line_width);
        return height + padding;
    }

    const today::SheetValues& values_;
    const std::vector<SheetStep>& steps_;
    const SheetFit& fit_;
    const Paper& paper_;
    /// How many characters of a line stay empty at its end: more with longer words, as measured for
    /// English and German texts in columns.
    double ragged_;
};

double sum_of(std::span<const double> heights) {
    return std::accumulate(heights.begin(), heights.end(), 0.0);
}

/// The height of two columns, parted where the higher one is lowest.
double height_of_columns(std::span<const double> heights) {
    double least = sum_of(heights);
    for (std::size_t i = 1; i < heights.size(); ++i) {
        least = std::min(least, std::max(sum_of(heights.first(i)), sum_of(heights.subspan(i))));
    }
    return least;
}

bool fits_on_one_page(const today::SheetValues& values, const std::vector<SheetStep>& steps,
                      const SheetFit& fit) {
    constexpr double spare = 3;  // what is reckoned is not exact
    return std::ranges::all_of(papers, [&](const Paper& paper) {
        const Reckoner reckon(values, steps, fit, paper);
        const auto heights = reckon.step_heights();
        const double exercises = fit.columns > 1 ? height_of_columns(heights) : sum_of(heights);
        return reckon.header_height() + exercises + reckon.foot_height() <= paper.height - spare;
    });
}

/// The step that the second page begins with, so that both are about as full; nullopt if they do
/// not hold it all. Neither an exercise nor the foot is cut.
std::optional<std::size_t> second_page(const today::SheetValues& values,
                                       const std::vector<SheetStep>& steps, const SheetFit& fit) {
    constexpr double spare = 10;
    std::optional<std::size_t> best;
    double fewest = std::numeric_limits<double>::max();
    for (std::size_t split = 1; split <= steps.size(); ++split) {
        double most = 0;
        for (const Paper& paper : papers) {
            const Reckoner reckon(values, steps, fit, paper);
            const auto heights = reckon.step_heights();
            const std::span<const double> all = heights;
            const double first = reckon.header_height() + sum_of(all.first(split));
            const double second =
                reckon.title_height() + sum_of(all.subspan(split)) + reckon.foot_height();
            most = std::max(most, std::max(first, second) + spare - paper.height);
        }
        if (most > 0 || most >= fewest) continue;
        fewest = most;
        best = split;
    }
    return best;
}

/// From the largest to the smallest.
constexpr auto sheet_fits = std::to_array<SheetFit>({
    {14, 46, 100},        {13, 44, 100},        {12, 42, 100},        {11.5, 40, 100},
    {11, 38, 100},        {10.5, 36, 100},      {10, 34, 100},        {10.5, 34, 3},
    {10, 34, 3},          {10, 24, 3, 2},       {10.5, 32, 2},        {10, 32, 2},
    {10, 24, 2, 2},       {9.5, 23, 3, 2},      {9.5, 30, 2},         {9.5, 23, 2, 2},
    {9, 22, 2, 2},        {9, 28, 2},           {9.5, 22, 1, 2},      {9, 22, 1, 2},
    {9, 26, 1},           {9, 20, 1, 2},        {9, 20, 2, 2, false}, {9, 20, 1, 2, false},
    {9, 18, 1, 2, false}, {9, 16, 1, 2, false},
});

/// The smallest there is. What does not fit then runs on to more pages, wherever they end.
SheetFit smallest_fit() {
    SheetFit fit{smallest_type, 26, 1};
    fit.on_one_page = false;
    return fit;
}

}  // namespace

SheetFit fit_of(const today::SheetValues& values, const std::vector<SheetStep>& steps) {
    for (const SheetFit& fit : sheet_fits) {
        if (fits_on_one_page(values, steps, fit)) return fit;
    }
    for (SheetFit fit : sheet_fits) {
        if (fit.columns > 1) continue;
        const auto split = second_page(values, steps, fit);
        if (!split) continue;
        fit.on_one_page = false;
        fit.second_page = *split;
        return fit;
    }
    return smallest_fit();
}

}  // namespace hipflow::report
