// SPDX-License-Identifier: MIT
#include "report/stats_text.h"

#include <fmt/format.h>

#include "text/table.h"

namespace hipflow {
namespace {

std::vector<std::string> row(std::string name, const DayTotals& sums, const Style& style) {
    const double minutes = std::chrono::duration<double, std::ratio<60>>(sums.active).count();
    return {std::move(name), fmt::format("{}", sums.sessions), fmt::format("{:.1f}", minutes),
            share_text(sums), pain_change(sums.pair, style)};
}

}  // namespace

std::string share_text(const DayTotals& sums) {
    const auto share = work_share(sums);
    return share ? fmt::format("{:.0f} %", *share * 100) : "-";
}

std::string pain_change(const PairedScores& scores, const Style& style) {
    const auto means = mean_pair(scores);
    if (!means) return "-";
    return fmt::format("{:.1f} {} {:.1f} (n {})", means->before, style.unicode ? "→" : "->",
                       means->after, means->n);
}

std::string stats_text(const std::vector<Period>& weeks, const Period& all, const Style& style) {
    std::vector<std::vector<std::string>> rows;
    rows.push_back({"week of", "sessions", "minutes", "work done", "pain before, after"});
    for (const auto& week : weeks) rows.push_back(row(format_day(week.from), week.sums, style));
    rows.push_back(row("in all", all.sums, style));
    std::string text =
        style.heading(fmt::format("{} to {}", format_day(all.from), format_day(all.to)));
    text += "\n\n";
    text += table(rows, {Align::left, Align::right, Align::right, Align::right, Align::left});
    text +=
        "\nWork done: of what was planned in the sessions begun. Pain: the mean over the n "
        "sessions\nwith a score before and one after, 0 to 10.\n";
    return text;
}

}  // namespace hipflow
