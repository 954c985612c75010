// SPDX-License-Identifier: MIT
#include "report/function_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "domain/names.h"
#include "text/dumbbell.h"
#include "text/table.h"
#include "text/utf8.h"
#include "text/wrap.h"

namespace hipflow {
namespace {

constexpr int scale_cells = 11;  // one for each score
constexpr double best_score = 10;

std::string activity_name(const Activity& activity) {
    const std::string text = shown(activity.text, std::numeric_limits<std::size_t>::max());
    return activity.to_day ? text + " (dropped)" : text;
}

std::string single_change_text(int change) {
    const auto verdict = activity_verdict(change);
    const std::string number = change == 0 ? "0" : fmt::format("{:+}", change);
    if (verdict == FunctionVerdict::better) return number + " better";
    if (verdict == FunctionVerdict::harder) return number + " harder";
    return number + " no clear change";
}

/// The first line of an activity's words stands in the row, the others below it.
void add_rows(std::vector<std::vector<std::string>>& rows, const std::string& name, int columns,
              std::vector<std::string> cells) {
    const auto lines = wrapped(name, columns);
    cells.insert(cells.begin(), lines.front());
    rows.push_back(std::move(cells));
    for (std::size_t i = 1; i < lines.size(); ++i) {
        rows.push_back({"  " + lines[i], "", "", "", "", ""});
    }
}

std::vector<std::string> cells_of(const FunctionSeries& one, bool unicode) {
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

std::string means_text(const std::vector<FunctionMean>& means) {
    std::string text;
    for (const auto& mean : means) {
        text += fmt::format("{}  {:>4.1f}  of {}\n", format_day(mean.local_day), mean.mean,
                            plural(mean.activities, "activity", "activities"));
    }
    return text;
}

std::string change_sentence(const std::vector<FunctionSeries>& series) {
    const auto change = function_change(series);
    if (!change) {
        return "One test day: a change needs a second one, over the same activities.";
    }
    return fmt::format(
        "From {} to {}, over the {} asked on both days: {}. It takes 2 points of the mean, or 3 "
        "of one activity.",
        format_day(change->from), format_day(change->to),
        plural(change->activities, "activity", "activities"), function_change_text(*change));
}

}  // namespace

std::string function_change_text(const FunctionChange& change) {
    return fmt::format("{:.1f} to {:.1f}, {:+.1f}: {}", change.before(), change.after(),
                       change.change(), verdict_words(function_verdict(change.change())));
}

std::optional<std::string> function_line(const std::vector<FunctionSeries>& series) {
    const auto means = function_means(series);
    if (means.empty()) return std::nullopt;
    if (const auto change = function_change(series)) return function_change_text(*change);
    return fmt::format("{:.1f} of 10 on {}; up is better", means.back().mean,
                       format_day(means.back().local_day));
}

std::string function_test_text(const std::vector<FunctionSeries>& series, Day day) {
    std::vector<std::vector<std::string>> rows;
    for (const auto& one : series) {
        const auto found = std::ranges::find(one.scores, day, &FunctionScore::local_day);
        if (one.activity.to_day && found == one.scores.end()) continue;
        const bool answered = found != one.scores.end();
        rows.push_back(
            {activity_name(one.activity), answered ? fmt::format("{}", found->score) : "-"});
    }
    return table(rows, {Align::left, Align::right});
}

std::string function_text(const std::vector<FunctionSeries>& series, const Style& style) {
    // Beside the name: the line, two scores, how many, the change; two spaces between each.
    constexpr int beside = scale_cells + 5 + 4 + 2 + 18 + 5 * 2;
    const int name_columns = std::max(style.columns - beside - 1, 12);
    std::vector<std::vector<std::string>> rows = {
        {"activity", "0 to 10", "first", "last", "n", "change"}};
    for (const auto& one : series) {
        add_rows(rows, activity_name(one.activity), name_columns, cells_of(one, style.unicode));
    }
    std::string text = style.heading("What you can do (PSFS)");
    text += fmt::format("\n{}\n\n", function_scale_words);
    text += table(
        rows, {Align::left, Align::left, Align::right, Align::right, Align::right, Align::left});
    text += fmt::format("{}\n\nMean of each test day:\n", dumbbell_legend(style.unicode));
    text += means_text(function_means(series)) + '\n';
    text += paragraph(change_sentence(series), style.columns);
    return text;
}

}  // namespace hipflow
