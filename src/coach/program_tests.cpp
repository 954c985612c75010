// SPDX-License-Identifier: MIT
#include "coach/program_tests.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <set>

namespace hipflow {
namespace {

using std::chrono::days;

constexpr days ahead{3};             // CONTENT 2.2: two or three days before the first week
constexpr days fresh_range{14};      // three weeks, but for the days by which test days may shift
constexpr days fresh_function{4};    // a week has a start and an end
constexpr days between_later{42};    // six weeks
constexpr int near_the_end = 6;      // day of the week
constexpr int first_range_days = 2;  // CONTENT 5.1

std::set<Day> days_of(const std::vector<MeasuredDay>& measured, Measured what) {
    std::set<Day> found;
    for (const auto& one : measured) {
        if (one.what == what) found.insert(one.day);
    }
    return found;
}

/// What is looked at: one kind of measurement, with the days on which it was taken.
struct Taken {
    Measured what;
    std::set<Day> on;
    int since(Day day) const {
        return static_cast<int>(std::distance(on.lower_bound(day), on.end()));
    }
    bool is_fresh(Day today) const {
        const days fresh = what == Measured::range ? fresh_range : fresh_function;
        return since(today - fresh) > 0;
    }
};

bool due_at_start(const Taken& taken, const ProgramToday& today, Day day) {
    if (today.repeat) return false;
    const bool first_of_all = today.week == 1 && taken.what == Measured::range;
    const int wanted = first_of_all ? first_range_days : 1;
    return taken.since(today.begins - ahead) < wanted && !taken.on.contains(day);
}

bool due_at_end(const Taken& taken, const ProgramToday& today, Day day) {
    const bool is_near = today.left.size() <= 1 || today.day >= near_the_end;
    return is_near && !taken.is_fresh(day);
}

}  // namespace

std::vector<Measured> due_measurements(const Program& program,
                                       const std::vector<MeasuredDay>& measured,
                                       const ProgramToday& today, Day day) {
    std::vector<Measured> due;
    for (const Measured what : {Measured::range, Measured::function}) {
        const Taken taken{what, days_of(measured, what)};
        const auto asks = [&](const std::vector<Measured>& test) {
            return std::find(test.begin(), test.end(), what) != test.end();
        };
        bool is_due = false;
        if (today.week) {
            const auto& week = program.weeks[static_cast<std::size_t>(*today.week) - 1];
            is_due = (asks(week.test_at_start) && due_at_start(taken, today, day)) ||
                     (asks(week.test_at_end) && due_at_end(taken, today, day));
        } else if (what == Measured::range && !taken.on.empty()) {
            is_due = day - *taken.on.rbegin() >= between_later;
        }
        if (is_due) due.push_back(what);
    }
    return due;
}

}  // namespace hipflow
