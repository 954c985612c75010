// SPDX-License-Identifier: MIT
#include "report/stats_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <utility>

#include "domain/names.h"

namespace hipflow::report {

std::string score_text(double score) {
    const double tenths = std::round(score * 10) / 10;
    return tenths == std::floor(tenths) ? fmt::format("{:.0f}", tenths)
                                        : fmt::format("{:.1f}", tenths);
}

std::string signed_text(double change) {
    const double tenths = std::round(change * 10) / 10;
    return tenths == 0 ? "0.0" : fmt::format("{:+.1f}", tenths);
}

std::string work_words(Millis work) {
    const auto minutes = std::lround(std::chrono::duration<double, std::ratio<60>>(work).count());
    if (minutes < 60) return fmt::format("{} min", minutes);
    return fmt::format("{} h {} min", minutes / 60, minutes % 60);
}

std::string share_words(Millis done, Millis planned) {
    if (planned == Millis{0}) return "-";
    return fmt::format("{:.0f} %", 100.0 * static_cast<double>(done.count()) /
                                       static_cast<double>(planned.count()));
}

std::string mean_words(const ScoreSum& scores) {
    if (scores.n == 0) return "-";
    return fmt::format("{:.1f}", static_cast<double>(scores.sum) / scores.n);
}

std::string coming_day(Day day, Day today) {
    const auto ahead = (day - today).count();
    if (ahead == 0) return "today";
    if (ahead == 1) return "tomorrow";
    if (ahead > 1 && ahead < 7) {
        return fmt::format("on {}", weekday_name(std::chrono::weekday(day)));
    }
    return fmt::format("on {}", format_day(day));
}

std::string adherence_words(const schedule::Adherence& adherence) {
    const int planned = adherence.planned();
    std::string text = fmt::format("{} of {} kept", adherence.kept, planned);
    if (planned == 0) text = adherence.pending > 0 ? "none kept yet" : "none due so far";
    if (const auto interval = adherence.interval()) {
        text +=
            fmt::format(" ({:.0f} %, range {:.0f} to {:.0f} %)", 100.0 * adherence.kept / planned,
                        interval->low * 100, interval->high * 100);
    }
    const std::array<std::pair<int, std::string_view>, 5> beside = {{
        {adherence.partial, "partly"},
        {adherence.excused, "excused"},
        {adherence.paused, "paused"},
        {adherence.pending, "still open"},
        {adherence.extra, "extra"},
    }};
    for (const auto& [count, name] : beside) {
        if (count > 0) text += fmt::format(", {} {}", count, name);
    }
    return text;
}

std::string misses_words(const schedule::Adherence& adherence, std::optional<Day> next, Day today) {
    if (adherence.misses_in_a_row < 2) return "";
    if (!next) return fmt::format("{} missed.", adherence.misses_in_a_row);
    return fmt::format("{} missed; the next one is {}.", adherence.misses_in_a_row,
                       coming_day(*next, today));
}

std::string change_words(const ChangeSum& changes) {
    if (changes.n == 0) {
        return "not known: it takes a score before a session and one after, given at the time";
    }
    const auto mean = stats::mean_change(changes);
    if (!mean) {
        return fmt::format("{} with both scores; a mean needs {}", plural(changes.n, "session"),
                           stats::fewest_for_mean);
    }
    std::string text = signed_text(mean->mean) + " points";
    if (mean->interval) {
        text += fmt::format(" (range {} to {}, n {})", signed_text(mean->interval->low),
                            signed_text(mean->interval->high), mean->n);
    } else {
        text += fmt::format(" in each (n {})", mean->n);
    }
    return text + fmt::format("; worse by {} or more in {}", worse_from, mean->worse);
}

std::string trend_words(const stats::Trend& trend, long days) {
    std::string recorded = fmt::format("scored on {} of {} days", trend.scored_days, days);
    if (trend.judged_days < trend.scored_days) {
        recorded += fmt::format(", judged by the newest {}", trend.judged_days);
    }
    if (trend.unconfirmed) {
        return fmt::format(
            "no verdict yet: what shows so far can still be chance, as a trend looked at week by "
            "week has to be surer; {}.",
            recorded);
    }
    if (!trend.verdict) {
        return fmt::format("no verdict before {} scored days; {}", stats::days_for_verdict,
                           recorded);
    }
    if (*trend.verdict == stats::Verdict::no_clear_change) {
        return fmt::format("no clear change; {}. A small change can hide in that.", recorded);
    }
    const bool falling = *trend.verdict == stats::Verdict::falling;
    // NOLINTNEXTLINE(bugprone-unchecked-optional-access): a verdict has a slope
    const double points = std::abs(*trend.per_four_weeks);
    constexpr double least = 0.1;  // a tenth is what is printed
    std::string text =
        fmt::format("{}, {}{:.1f} points in four weeks; {}.", falling ? "falling" : "rising",
                    points < least ? "less than " : "", std::max(points, least), recorded);
    if (trend.first && trend.last) {
        text += fmt::format(" The middle score went from {} to {}{}.", score_text(*trend.first),
                            score_text(*trend.last),
                            trend.important ? ": a change most people notice" : "");
    }
    if (falling) text += " Part of an early fall comes by itself: people start when it hurts most.";
    return text;
}

std::string place_words(const std::optional<stats::PainPlace>& place) {
    if (!place) return "all, the highest";
    if (!place->site && !place->side) return "place not given";
    std::string text = place->site ? std::string(word(*place->site)) : "somewhere";
    if (place->side) text += fmt::format(", {}", word(*place->side));
    return text;
}

std::string moment_words(const std::optional<stats::MomentMean>& mean) {
    return mean ? fmt::format("{:.1f} (n {})", mean->mean, mean->days) : "-";
}

std::string slope_words(const stats::Trend& trend) {
    if (trend.unconfirmed) return "none yet";
    if (!trend.verdict) return fmt::format("none before {} days", stats::days_for_verdict);
    if (*trend.verdict == stats::Verdict::no_clear_change) return "no clear change";
    // NOLINTNEXTLINE(bugprone-unchecked-optional-access): a verdict has a slope
    return fmt::format("{} in four weeks", signed_text(*trend.per_four_weeks));
}

std::string exercise_change_words(const ChangeSum& change) {
    if (change.n == 0) return "-";
    return fmt::format("{} (n {}{})", signed_text(static_cast<double>(change.sum) / change.n),
                       change.n, change.n < stats::fewest_for_mean ? ", few" : "");
}

std::optional<std::string> kept_in_week(std::span<const today::PlanKept> plans, Day week) {
    const auto [kept, planned] = today::kept_in(plans, week);
    if (planned == 0) return std::nullopt;
    return fmt::format("{} of {}", kept, planned);
}

}  // namespace hipflow::report
