// SPDX-License-Identifier: MIT
#include "report/measured_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "domain/names.h"
#include "report/stats_words.h"
#include "text/dumbbell.h"
#include "text/layout.h"
#include "text/utf8.h"

namespace hipflow::report {
namespace {

constexpr int scale_cells = 11;  // one for each score
constexpr double best_score = 10;

std::string single_change_text(int change) {
    const auto verdict = stats::activity_verdict(change);
    const std::string number = change == 0 ? "0" : fmt::format("{:+}", change);
    if (verdict == stats::FunctionVerdict::better) return number + " better";
    if (verdict == stats::FunctionVerdict::harder) return number + " harder";
    return number + " no clear change";
}

std::vector<std::string> cells_of(const stats::FunctionSeries& one, bool unicode) {
    if (one.scores.empty()) return {"", "-", "-", "0", ""};
    const int first = one.scores.front().score;
    const int last = one.scores.back().score;
    const auto count = one.scores.size();
    if (count == 1) {
        return {dumbbell({}, last, best_score, scale_cells, unicode), fmt::format("{}", first), "-",
                "1", ""};
    }
    return {dumbbell(first, last, best_score, scale_cells, unicode), fmt::format("{}", first),
            fmt::format("{}", last), fmt::format("{}", count), single_change_text(last - first)};
}

std::string means_text(const std::vector<stats::FunctionMean>& means) {
    std::string text;
    for (const auto& mean : means) {
        text += fmt::format("{}  {:>4.1f}  of {}\n", format_day(mean.local_day), mean.mean,
                            plural(mean.activities, "activity", "activities"));
    }
    return text;
}

std::string change_sentence(const std::vector<stats::FunctionSeries>& series) {
    const auto change = stats::function_change(series);
    if (!change) {
        return "One test day: a change needs a second one, over the same activities.";
    }
    return fmt::format(
        "From {} to {}, {}: {}. It takes 2 points of the mean, or 3 of one activity.",
        format_day(change->from), format_day(change->to), asked_on_both_days(*change),
        function_change_text(*change));
}

constexpr std::array sides = {Side::left, Side::right};
constexpr std::array rotations = {Rotation::internal, Rotation::external};
constexpr double widest_rotation = 60;  // of the drawn line
constexpr int wide_terminal = 80;

std::string mean_text(const std::optional<stats::RotationMean>& mean) {
    return mean ? score_text(mean->degrees()) : "-";
}

std::string trials_text(const stats::RotationTest& test) {
    int trials = 0;
    for (const Side side : sides) {
        for (const Rotation movement : rotations) {
            const auto& mean = test.of(side, movement);
            if (mean) trials += mean->trials;
        }
    }
    return fmt::format("{}", trials);
}

std::string tests_table(const stats::RotationSeries& series, int columns) {
    const bool wide = columns >= wide_terminal;
    const std::string internal = wide ? "internal" : "int";
    const std::string external = wide ? "external" : "ext";
    Rows rows = {{"", "left", "", "", "right", "", "", "", ""},
                 {"day", internal, external, "arc", internal, external, "arc", "n", "pain"}};
    for (const auto& test : series.tests) {
        rows.push_back(
            {format_day(test.local_day), mean_text(test.of(Side::left, Rotation::internal)),
             mean_text(test.of(Side::left, Rotation::external)), arc_text(test, Side::left),
             mean_text(test.of(Side::right, Rotation::internal)),
             mean_text(test.of(Side::right, Rotation::external)), arc_text(test, Side::right),
             trials_text(test), test.pain ? fmt::format("{}", test.pain->value()) : "-"});
    }
    return table(rows,
                 {{Align::left},
                  {Align::right},
                  {Align::right},
                  {Align::right, 3},
                  {Align::right},
                  {Align::right},
                  {Align::right, 3},
                  {Align::right, 1},
                  {Align::right, 2}},
                 columns, 2);
}

std::optional<double> first_of(const stats::RotationSeries& series, Side side, Rotation movement) {
    for (const auto& test : series.tests) {
        const auto& mean = test.of(side, movement);
        if (mean) return mean->degrees();
    }
    return std::nullopt;
}

std::optional<double> last_of(const stats::RotationSeries& series, Side side, Rotation movement) {
    std::optional<double> last;
    for (const auto& test : series.tests) {
        const auto& mean = test.of(side, movement);
        if (mean) last = mean->degrees();
    }
    return last;
}

/// Words behind a line, on a line of their own where they do not fit; without the last newline.
std::string beside_or_below(std::string_view line, const std::string& words, int columns) {
    if (width(line) + 2 + width(words) <= columns) return "  " + words;
    std::string below = '\n' + labelled("  ", words, columns);
    below.pop_back();
    return below;
}

/// A line for each side and movement: where it was and is, and what that amounts to.
std::string lines_text(const stats::RotationSeries& series, const Style& style) {
    const int cells = style.columns >= wide_terminal ? 31 : 16;
    std::string text;
    for (const Side side : sides) {
        for (const Rotation movement : rotations) {
            const auto last = last_of(series, side, movement);
            if (!last) continue;
            std::string line =
                fmt::format("{:<5} {}  ", word(side), padded(foot_words(movement), 8));
            line += dumbbell(first_of(series, side, movement), *last, widest_rotation, cells,
                             style.unicode);
            const auto change = stats::rotation_change(series, side, movement);
            line += fmt::format("{:>5}", score_text(*last));
            text += line;
            if (change) text += beside_or_below(line, rotation_change_text(*change), style.columns);
            text += '\n';
        }
    }
    return text;
}

std::string series_text(const stats::RotationSeries& series, const Style& style) {
    const auto days = series.tests.size();
    std::string text = style.heading(fmt::format("Hip rotation range, {}", way_text(series)));
    text += '\n';
    text +=
        paragraph(fmt::format("{}. Degrees, the mean of the n trials of a day; more is more range.",
                              plural(days, "test day")),
                  style.columns);
    text += '\n' + tests_table(series, style.columns) + '\n';
    text += lines_text(series, style);
    text += paragraph(fmt::format("0 to {:.0f} degrees; {}", widest_rotation,
                                  dumbbell_legend(style.unicode)),
                      style.columns) +
            '\n';
    for (const auto& sentence : rotation_sentences(series))
        text += paragraph(sentence, style.columns);
    return text;
}

std::string unequal_sentence(Side lesser, Rotation movement) {
    return fmt::format(
        "On the last two test days the {} side turned {} less than the {}, by 10 degrees or more. "
        "That is common in people without pain.",
        word(lesser), movement == Rotation::internal ? "in" : "out", word(other(lesser)));
}

std::string error_sentence(const stats::RotationError& error) {
    if (error.sem) {
        return fmt::format(
            "From {:.1f} degrees on, a change is more than measurement error: your own, from the "
            "first two test days (standard error {:.1f}).",
            error.degrees, *error.sem);
    }
    return fmt::format(
        "From {:.0f} degrees on, a change counts as more than measurement error. Two whole tests "
        "within a week of each other, at the beginning, give your own.",
        error.degrees);
}

std::string reference_sentence(RotationPosition position) {
    const auto in = stats::rotation_reference(position, Rotation::internal);
    const auto out = stats::rotation_reference(position, Rotation::external);
    const auto span = [](const stats::RotationReference& means) {
        return means.lowest_mean == means.highest_mean
                   ? fmt::format("about {:.0f}", means.lowest_mean)
                   : fmt::format("{:.0f} to {:.0f}", means.lowest_mean, means.highest_mean);
    };
    return fmt::format(
        "To compare: groups of healthy adults had means of {} internal and {} external in this "
        "position. People differ widely, two in five are unequal, and range falls with age; it is "
        "no pass mark.",
        span(in), span(out));
}

}  // namespace

std::string activity_name(const Activity& activity) {
    const std::string text = shown(activity.text, std::numeric_limits<std::size_t>::max());
    return activity.to_day ? text + " (dropped)" : text;
}

std::string mean_on_day(const stats::FunctionMean& mean) {
    return fmt::format("{:.1f} of 10 on {}", mean.mean, format_day(mean.local_day));
}

std::string asked_on_both_days(const stats::FunctionChange& change) {
    return fmt::format("over the {} asked on both days",
                       plural(change.activities, "activity", "activities"));
}

std::string function_change_text(const stats::FunctionChange& change) {
    return fmt::format("{:.1f} to {:.1f}, {:+.1f}: {}", change.before(), change.after(),
                       change.change(),
                       stats::verdict_words(stats::function_verdict(change.change())));
}

std::optional<std::string> function_line(const std::vector<stats::FunctionSeries>& series) {
    const auto means = stats::function_means(series);
    if (means.empty()) return std::nullopt;
    if (const auto change = stats::function_change(series)) return function_change_text(*change);
    return mean_on_day(means.back()) + "; up is better";
}

std::string function_test_text(const std::vector<stats::FunctionSeries>& series, Day day,
                               const Style& style) {
    std::vector<std::vector<std::string>> rows;
    for (const auto& one : series) {
        const auto found = std::ranges::find(one.scores, day, &stats::FunctionScore::local_day);
        if (one.activity.to_day && found == one.scores.end()) continue;
        const bool answered = found != one.scores.end();
        rows.push_back(
            {activity_name(one.activity), answered ? fmt::format("{}", found->score) : "-"});
    }
    return table(rows, {{Align::left}, {Align::right}}, style.columns);
}

namespace {

/// The line yields where it would leave no room for the activities.
std::vector<Column> function_columns(int columns) {
    constexpr int for_the_line = 60;
    Column line;
    if (columns < for_the_line) line.yields = 2;
    return {{Align::left},
            line,
            {Align::right},
            {Align::right},
            {Align::right, columns < for_the_line ? 1 : 0},
            {Align::left, columns < for_the_line ? 3 : 0, true}};
}

}  // namespace

std::string function_view(const today::FunctionView& view, const Style& style) {
    const auto& series = view.activities;
    Rows rows = {{"activity", "0 to 10", "first", "last", "n", "change"}};
    for (const auto& one : series) {
        auto cells = cells_of(one, style.unicode);
        cells.insert(cells.begin(), activity_name(one.activity));
        rows.push_back(std::move(cells));
    }
    std::string text = style.heading("What you can do (PSFS)");
    text += '\n' + paragraph(function_scale_words, style.columns) + '\n';
    text += table(rows, function_columns(style.columns), style.columns, 1);
    text += fmt::format("{}\n\nMean of each test day:\n", dumbbell_legend(style.unicode));
    text += means_text(stats::function_means(series)) + '\n';
    text += paragraph(change_sentence(series), style.columns);
    return text;
}

std::string_view foot_words(Rotation movement) {
    return movement == Rotation::internal ? "foot out" : "foot in";
}

std::string arc_text(const stats::RotationTest& test, Side side) {
    const auto arc = test.arc(side);
    return arc ? score_text(*arc) : "-";
}

std::string way_text(const stats::RotationSeries& series) {
    std::string text = "position not known";
    if (series.position == RotationPosition::seated) text = "sitting";
    if (series.position == RotationPosition::prone) text = "face down";
    if (series.instrument) text += ", " + shown(*series.instrument);
    return text;
}

std::string rotation_change_text(const stats::RotationChange& change) {
    const std::string amount = score_text(std::abs(change.degrees));
    if (amount == "0") return "as at first";
    return fmt::format("{} {} than at first: {} measurement error", amount,
                       change.degrees > 0 ? "more" : "less",
                       change.beyond_error ? "more than" : "within");
}

std::vector<std::string> rotation_sentences(const stats::RotationSeries& series) {
    std::vector<std::string> sentences = {
        "Internal: the foot swings out, the thigh turns in. External: the foot swings in, the "
        "thigh turns out. Arc: both together.",
        error_sentence(stats::rotation_error(series))};
    for (const Rotation movement : rotations) {
        const auto lesser = stats::lesser_side(series, movement);
        if (lesser) sentences.push_back(unequal_sentence(*lesser, movement));
    }
    if (series.position) sentences.push_back(reference_sentence(*series.position));
    return sentences;
}

std::string rotation_line(const stats::RotationSeries& series) {
    const stats::RotationTest& test = series.tests.back();
    int compared = 0;
    int beyond = 0;
    for (const Side side : sides) {
        for (const Rotation movement : rotations) {
            const auto change = stats::rotation_change(series, side, movement);
            if (change) ++compared;
            if (change && change->beyond_error) ++beyond;
        }
    }
    std::string text = fmt::format("left {}, right {} degrees on {}", arc_text(test, Side::left),
                                   arc_text(test, Side::right), format_day(test.local_day));
    if (compared == 0) return text;
    if (beyond == 0) return text + "; change within measurement error";
    return text + fmt::format("; {} of {} changed more than the error", beyond, compared);
}

std::string rotation_test_text(const stats::RotationTest& test, const Style& style) {
    const bool wide = style.columns >= wide_terminal;
    Rows rows = {{"", wide ? "internal (foot out)" : "foot out",
                  wide ? "external (foot in)" : "foot in", "arc"}};
    const auto cell = [](const std::optional<stats::RotationMean>& mean) {
        if (!mean) return std::string("-");
        if (mean->trials == 1) return fmt::format("{} (n 1)", mean->sum);
        return fmt::format("{} ({}-{}, n {})", score_text(mean->degrees()), mean->lowest,
                           mean->highest, mean->trials);
    };
    for (const Side side : sides) {
        rows.push_back({std::string(word(side)), cell(test.of(side, Rotation::internal)),
                        cell(test.of(side, Rotation::external)), arc_text(test, side)});
    }
    return table(rows, {{Align::left}, {Align::right}, {Align::right}, {Align::right, 1}},
                 style.columns, 1);
}

std::string hip_rotation_view(const today::HipRotationView& view, const Style& style) {
    const auto& all = view.series;
    std::string text;
    for (const auto& series : all) {
        if (!text.empty()) text += '\n';
        text += series_text(series, style);
    }
    if (all.size() > 1) {
        text += '\n' + paragraph(
                           "Another position or instrument reads differently: each has its "
                           "own series, and they are not compared.",
                           style.columns);
    }
    return text;
}

}  // namespace hipflow::report
