// SPDX-License-Identifier: MIT
#include "coach/program_week.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <set>

namespace hipflow::coach {
namespace {

using std::chrono::days;

constexpr int days_a_week = 7;
constexpr double pain_rise = 2.0;  // points above the seven days before
/// A mean of seven days usually takes four scores; a week under way may have three sessions and no
/// other score.
constexpr int scored_days_needed = 3;

/// Mean of the scores before sessions, else of the check-ins.
std::optional<double> pain_of(const DayTotals& day) {
    const ScoreSum& scores = day.before.n > 0 ? day.before : day.checkin;
    if (scores.n == 0) return std::nullopt;
    return static_cast<double>(scores.sum) / scores.n;
}

/// Sums of seven days.
struct Seven {
    int kept = 0;  // days with a session that was kept
    int scored = 0;
    double pain_sum = 0;
    std::optional<double> pain() const {
        if (scored < scored_days_needed) return std::nullopt;
        return pain_sum / scored;
    }
};

/// The seven days from `first` on; `all` are in order.
Seven seven_from(const std::vector<DayTotals>& all, Day first) {
    Seven seven;
    auto day = std::lower_bound(all.begin(), all.end(), first,
                                [](const DayTotals& d, Day at) { return d.local_day < at; });
    for (; day != all.end() && day->local_day < first + days(days_a_week); ++day) {
        if (day->kept > 0) ++seven.kept;
        if (const auto pain = pain_of(*day)) {
            ++seven.scored;
            seven.pain_sum += *pain;
        }
    }
    return seven;
}

bool covers(const Excuse& excuse, Day day) {
    return excuse.from_day <= day && (!excuse.to_day || day <= *excuse.to_day);
}

/// Returns whether a day was paused or excused, other than by a token.
bool is_away(const std::vector<Excuse>& excuses, Day day) {
    return std::any_of(excuses.begin(), excuses.end(), [&](const Excuse& excuse) {
        return excuse.kind != ExcuseKind::token && covers(excuse, day);
    });
}

bool is_away_all_week(const std::vector<Excuse>& excuses, Day first) {
    for (int i = 0; i < days_a_week; ++i) {
        if (!is_away(excuses, first + days(i))) return false;
    }
    return true;
}

/// Days skipped on a token, from `first` to before `end`.
int tokens_used(const std::vector<Excuse>& excuses, Day first, Day end) {
    int used = 0;
    for (const Excuse& excuse : excuses) {
        if (excuse.kind != ExcuseKind::token) continue;
        const Day from = std::max(excuse.from_day, first);
        const Day to = std::min(excuse.to_day.value_or(excuse.from_day) + days(1), end);
        used += std::max(static_cast<int>((to - from).count()), 0);
    }
    return used;
}

/// Why the week comes again after these seven days; nullopt if it does not.
std::optional<Repeat> repeat_after(const Program& program, const ProgramHistory& history,
                                   const Seven& seven, const std::optional<Seven>& before,
                                   Day first) {
    Repeat repeat{RepeatCause::too_few_kept, seven.kept, seven.pain(), std::nullopt};
    if (before) repeat.pain_before = before->pain();
    if (seven.kept < program.repeat_below) {
        if (is_away_all_week(history.excuses, first)) repeat.cause = RepeatCause::away;
        return repeat;
    }
    const bool rose =
        repeat.pain && repeat.pain_before && *repeat.pain - *repeat.pain_before >= pain_rise;
    if (!rose) return std::nullopt;
    repeat.cause = RepeatCause::more_pain;
    return repeat;
}

/// Sessions of a week, or of the time after the weeks.
std::vector<std::string> planned_sessions(const Program& program, std::size_t index) {
    return index < program.weeks.size() ? program.weeks[index].sessions : program.after.sessions;
}

/// Removes the sessions done: each takes its own place, else that of a free choice, else the next.
void strike_out(std::vector<std::string>& left, const std::vector<ProgramSession>& kept) {
    std::set<Day> counted;
    for (const ProgramSession& session : kept) {
        if (left.empty() || !counted.insert(session.day).second) continue;
        auto found = std::find(left.begin(), left.end(), session.routine);
        if (found == left.end()) found = std::find(left.begin(), left.end(), any_routine);
        if (found == left.end()) found = left.begin();
        left.erase(found);
    }
}

constexpr days ahead{3};                // measured before the first week
constexpr days fresh_rotation{14};      // three weeks, less the days by which test days may shift
constexpr days fresh_function{4};       // a week has a start and an end
constexpr days between_later{42};       // six weeks
constexpr int near_the_end = 6;         // day of the week
constexpr int first_rotation_days = 2;  // they tell how far readings of one person differ

std::set<Day> days_of(const std::vector<MeasuredDay>& measured, Measured what) {
    std::set<Day> found;
    for (const auto& one : measured) {
        if (one.what == what) found.insert(one.day);
    }
    return found;
}

/// One kind of measurement, with the days on which it was taken.
struct Taken {
    Measured what;
    std::set<Day> on;
    int since(Day day) const {
        return static_cast<int>(std::distance(on.lower_bound(day), on.end()));
    }
    bool is_fresh(Day today) const {
        const days fresh = what == Measured::rotation ? fresh_rotation : fresh_function;
        return since(today - fresh) > 0;
    }
};

bool due_at_start(const Taken& taken, const ProgramToday& today, Day day) {
    if (today.repeat) return false;
    const bool first_of_all = today.week == 1 && taken.what == Measured::rotation;
    const int wanted = first_of_all ? first_rotation_days : 1;
    return taken.since(today.begins - ahead) < wanted && !taken.on.contains(day);
}

bool due_at_end(const Taken& taken, const ProgramToday& today, Day day) {
    const bool is_near = today.left.size() <= 1 || today.day >= near_the_end;
    return is_near && !taken.is_fresh(day);
}

/// Returns what the program asks to have measured by now, and has not been yet: at the start of a
/// week from its first day on, at its end from its last session or sixth day on. The first range of
/// a program is taken on two days, which tell how far readings of one person differ. A week that
/// comes again does not ask anew for what is fresh: range is not measured more often than every
/// three weeks. When the weeks are over, range is asked for every six weeks.
std::vector<Measured> due_measurements(const Program& program,
                                       const std::vector<MeasuredDay>& measured,
                                       const ProgramToday& today, Day day) {
    std::vector<Measured> due;
    for (const Measured what : {Measured::rotation, Measured::function}) {
        const Taken taken{what, days_of(measured, what)};
        const auto asks = [&](const std::vector<Measured>& test) {
            return std::find(test.begin(), test.end(), what) != test.end();
        };
        bool is_due = false;
        if (today.week) {
            const auto& week = program.weeks[static_cast<std::size_t>(*today.week) - 1];
            is_due = (asks(week.test_at_start) && due_at_start(taken, today, day)) ||
                     (asks(week.test_at_end) && due_at_end(taken, today, day));
        } else if (what == Measured::rotation && !taken.on.empty()) {
            is_due = day - *taken.on.rbegin() >= between_later;
        }
        if (is_due) due.push_back(what);
    }
    return due;
}

}  // namespace

int most_tokens(const Program& program) {
    constexpr int saved_up = 2;
    return std::max(saved_up, program.tokens);
}

Day program_week_begins(Day from, Day today) { return today - (today - from) % days(days_a_week); }

ProgramToday program_today(const Program& program, const ProgramHistory& history, Day today) {
    ProgramToday result;
    result.begins = program_week_begins(history.from, today);
    result.day = static_cast<int>((today - result.begins).count()) + 1;

    std::size_t index = 0;
    std::optional<Seven> before;
    Day over = history.from;
    for (Day first = history.from;; first += days(days_a_week)) {
        result.tokens = std::min(result.tokens + program.tokens, most_tokens(program));
        // Tokens for skips made in advance are used already.
        const Day end = first == result.begins ? Day::max() : first + days(days_a_week);
        result.tokens = std::max(result.tokens - tokens_used(history.excuses, first, end), 0);
        if (first == result.begins) break;
        if (index >= program.weeks.size()) continue;
        const Seven seven = seven_from(history.days, first);
        result.repeat = repeat_after(program, history, seven, before, first);
        if (!result.repeat) ++index;
        over = first + days(days_a_week);
        before = seven;
    }

    result.kept = seven_from(history.days, result.begins).kept;
    result.left = planned_sessions(program, index);
    result.planned = static_cast<int>(result.left.size());
    strike_out(result.left, history.kept);
    result.done_today = std::any_of(history.kept.begin(), history.kept.end(),
                                    [&](const auto& session) { return session.day == today; });
    result.second_half = result.kept >= std::max(1, result.planned / 2);
    result.since = over;
    if (index < program.weeks.size()) {
        result.since = result.begins;
        const Band<int>& cap = program.weeks[index].cap;
        result.week = static_cast<int>(index) + 1;
        result.cap = result.second_half ? cap.top : cap.bottom;
    }
    result.measure = due_measurements(program, history.measured, result, today);
    return result;
}

std::optional<std::string> program_routine(const Program& program, const ProgramToday& today) {
    if (!today.left.empty()) return today.left.front();
    const auto index =
        today.week ? static_cast<std::size_t>(*today.week) - 1 : program.weeks.size();
    const auto sessions = planned_sessions(program, index);
    if (sessions.empty()) return std::nullopt;
    return sessions.front();
}

}  // namespace hipflow::coach
