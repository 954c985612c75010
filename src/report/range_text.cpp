// SPDX-License-Identifier: MIT
#include "report/range_text.h"

#include <fmt/format.h>

#include <array>
#include <cmath>

#include "domain/names.h"
#include "text/dumbbell.h"
#include "text/table.h"
#include "text/utf8.h"
#include "text/wrap.h"

namespace hipflow {
namespace {

constexpr std::array sides = {Side::left, Side::right};
constexpr std::array rotations = {Rotation::internal, Rotation::external};
constexpr double widest_range = 60;  // of the drawn line
constexpr int wide_terminal = 80;

using Rows = std::vector<std::vector<std::string>>;

std::string mean_text(const std::optional<RangeMean>& mean) {
    return mean ? degree_text(mean->degrees()) : "-";
}

std::string arc_text(const RangeTest& test, Side side) {
    const auto arc = test.arc(side);
    return arc ? degree_text(*arc) : "-";
}

std::string trials_text(const RangeTest& test) {
    int trials = 0;
    for (const Side side : sides) {
        for (const Rotation movement : rotations) {
            const auto& mean = test.of(side, movement);
            if (mean) trials += mean->trials;
        }
    }
    return fmt::format("{}", trials);
}

std::string tests_table(const RangeSeries& series, bool wide) {
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
    std::vector<Align> alignment(rows[0].size(), Align::right);
    alignment[0] = Align::left;
    return table(rows, alignment);
}

std::optional<double> first_of(const RangeSeries& series, Side side, Rotation movement) {
    for (const auto& test : series.tests) {
        const auto& mean = test.of(side, movement);
        if (mean) return mean->degrees();
    }
    return std::nullopt;
}

std::optional<double> last_of(const RangeSeries& series, Side side, Rotation movement) {
    std::optional<double> last;
    for (const auto& test : series.tests) {
        const auto& mean = test.of(side, movement);
        if (mean) last = mean->degrees();
    }
    return last;
}

/// A line for each side and movement: where it was and is, and what that amounts to.
std::string lines_text(const RangeSeries& series, const Style& style) {
    const int cells = style.columns >= wide_terminal ? 31 : 16;
    std::string text;
    for (const Side side : sides) {
        for (const Rotation movement : rotations) {
            const auto last = last_of(series, side, movement);
            if (!last) continue;
            text += fmt::format("{:<5} {}  ", word(side), padded(foot_words(movement), 8));
            text += dumbbell(first_of(series, side, movement), *last, widest_range, cells,
                             style.unicode);
            const auto change = range_change(series, side, movement);
            const std::string words = fmt::format("{:>4}{}", degree_text(*last),
                                                  change ? "  " + range_change_text(*change) : "");
            if (change && style.columns < wide_terminal) {
                text += fmt::format("{:>5}\n", degree_text(*last));
                text += fmt::format("  {}\n", range_change_text(*change));
            } else {
                text += words + '\n';
            }
        }
    }
    return text;
}

std::string series_text(const RangeSeries& series, const Style& style) {
    const auto days = series.tests.size();
    std::string text = style.heading(fmt::format("Hip rotation range, {}", way_text(series)));
    text += '\n';
    text +=
        paragraph(fmt::format("{}. Degrees, the mean of the n trials of a day; more is more range.",
                              plural(days, "test day")),
                  style.columns);
    text += '\n' + tests_table(series, style.columns >= wide_terminal) + '\n';
    text += lines_text(series, style);
    text +=
        fmt::format("0 to {:.0f} degrees; {}\n\n", widest_range, dumbbell_legend(style.unicode));
    for (const auto& sentence : range_sentences(series)) text += paragraph(sentence, style.columns);
    return text;
}

std::string unequal_sentence(Side lesser, Rotation movement) {
    return fmt::format(
        "On the last two test days the {} side turned {} less than the {}, by 10 degrees or more. "
        "That is common in people without pain.",
        word(lesser), movement == Rotation::internal ? "in" : "out", word(other(lesser)));
}

std::string error_sentence(const RangeError& error) {
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

std::string reference_sentence(RangePosition position) {
    const auto in = range_reference(position, Rotation::internal);
    const auto out = range_reference(position, Rotation::external);
    const auto span = [](const RangeReference& means) {
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

std::string_view foot_words(Rotation movement) {
    return movement == Rotation::internal ? "foot out" : "foot in";
}

std::string degree_text(double degrees) {
    const double tenths = std::round(degrees * 10) / 10;
    return std::floor(tenths) == tenths ? fmt::format("{:.0f}", tenths)
                                        : fmt::format("{:.1f}", tenths);
}

std::string way_text(const RangeSeries& series) {
    std::string text = "position not known";
    if (series.position == RangePosition::seated) text = "sitting";
    if (series.position == RangePosition::prone) text = "face down";
    if (series.instrument) text += ", " + shown(*series.instrument);
    return text;
}

std::string range_change_text(const RangeChange& change) {
    const std::string amount = degree_text(std::abs(change.degrees));
    if (amount == "0") return "as at first";
    return fmt::format("{} {} than at first: {} measurement error", amount,
                       change.degrees > 0 ? "more" : "less",
                       change.beyond_error ? "more than" : "within");
}

std::vector<std::string> range_sentences(const RangeSeries& series) {
    std::vector<std::string> sentences = {
        "Internal: the foot swings out, the thigh turns in. External: the foot swings in, the "
        "thigh turns out. Arc: both together.",
        error_sentence(range_error(series))};
    for (const Rotation movement : rotations) {
        const auto lesser = lesser_side(series, movement);
        if (lesser) sentences.push_back(unequal_sentence(*lesser, movement));
    }
    if (series.position) sentences.push_back(reference_sentence(*series.position));
    return sentences;
}

std::string range_line(const RangeSeries& series) {
    const RangeTest& test = series.tests.back();
    int compared = 0;
    int beyond = 0;
    for (const Side side : sides) {
        for (const Rotation movement : rotations) {
            const auto change = range_change(series, side, movement);
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

std::string range_test_text(const RangeTest& test) {
    Rows rows = {{"", "internal (foot out)", "external (foot in)", "arc"}};
    const auto cell = [](const std::optional<RangeMean>& mean) {
        if (!mean) return std::string("-");
        if (mean->trials == 1) return fmt::format("{} (n 1)", mean->sum);
        return fmt::format("{} ({}-{}, n {})", degree_text(mean->degrees()), mean->lowest,
                           mean->highest, mean->trials);
    };
    for (const Side side : sides) {
        rows.push_back({std::string(word(side)), cell(test.of(side, Rotation::internal)),
                        cell(test.of(side, Rotation::external)), arc_text(test, side)});
    }
    return table(rows, {Align::left, Align::right, Align::right, Align::right});
}

std::string range_text(const std::vector<RangeSeries>& all, const Style& style) {
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

}  // namespace hipflow
