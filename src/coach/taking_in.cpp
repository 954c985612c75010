// SPDX-License-Identifier: MIT
#include <algorithm>
#include <vector>

#include "coach/gate.h"
#include "coach/rules.h"

namespace hipflow::coach {
namespace {

using std::chrono::days;

constexpr auto memory_of_reds = days(28);
constexpr auto forgiven_after = days(56);  // one step that was taken back
constexpr std::size_t counted_kept = 9;    // on each side: the most that a step up takes, and one
constexpr std::size_t mornings_kept = 18;  // grey days take a place as well

template <typename T>
void keep_last(std::vector<T>& values, std::size_t most) {
    if (values.size() > most) values.erase(values.begin(), values.end() - std::ptrdiff_t(most));
}

int rise(PainScore before, PainScore peak) { return std::max(0, peak.value() - before.value()); }

bool counts(Colour colour) { return colour != Colour::grey; }

/// Returns the colour of the exposure.
Colour take_side(SideState& state, const Exposure& exposure, const Past& last,
                 const PainThresholds& pain, bool replaced) {
    const Colour colour = colour_of(exposure, pain);
    // That something else was comfortable says nothing of the exercise that was given.
    if (!counts(colour) || (replaced && colour == Colour::green)) return colour;
    Counted counted;
    counted.at = last.session.started.at;
    counted.day = last.session.started.local_day;
    counted.colour = colour;
    counted.before = exposure.before;
    counted.effort = last.session.effort;
    counted.steady = is_steady(exposure, pain);
    if (exposure.peak && exposure.before) counted.rise = rise(*exposure.before, *exposure.peak);
    state.counted.push_back(counted);
    keep_last(state.counted, counted_kept);
    return colour;
}

void take_session(ExerciseState& state, const std::string& planned, const Past& last,
                  const Exercise& exercise, const Circumstances& now) {
    const Day day = last.session.started.local_day;
    const bool strenuous = is_strenuous(exercise);
    const bool replaced = was_replaced(last, planned, state.exercise);
    state.stood = true;
    state.returning = false;
    const bool red = take_side(state.left, exposure_of(last, planned, Side::left, strenuous), last,
                               now.pain, replaced) == Colour::red;
    const bool red_too = take_side(state.right, exposure_of(last, planned, Side::right, strenuous),
                                   last, now.pain, replaced) == Colour::red;
    if (red || red_too) state.reds.push_back(day);
    const bool same_day = !state.mornings.empty() && state.mornings.back().day == day;
    if (same_day) return;
    state.mornings.push_back(
        {day, score_at(last, Moment::before), distance_at(last, Moment::before), {}});
    keep_last(state.mornings, mornings_kept);
}

/// The morning as told, or else as the start of the next session lets it be inferred.
void take_morning(DayAfter& morning, const Circumstances& now) {
    if (morning.colour) return;
    morning.colour = morning_colour(morning, now.mornings, now.pain);
    if (morning.colour) return;
    morning.colour = inferred_morning(morning, now.starts, now.mornings, now.pain);
    morning.inferred = morning.colour.has_value();
}

}  // namespace

int rhythm_of(std::span<const Start> starts) {
    constexpr std::size_t looked_at = 6;
    std::vector<Day> on;
    for (const auto& start : starts) {
        if (on.empty() || on.back() != start.day) on.push_back(start.day);
    }
    if (on.size() > looked_at) on.erase(on.begin(), on.end() - std::ptrdiff_t(looked_at));
    if (on.size() < 3) return 1;
    std::vector<int> gaps;
    gaps.reserve(on.size());
    for (std::size_t i = 1; i < on.size(); ++i) {
        gaps.push_back(static_cast<int>((on[i] - on[i - 1]).count()));
    }
    std::ranges::sort(gaps);
    return gaps[gaps.size() / 2];
}

int days_to_bottom(const Circumstances& now) {
    return std::max(now.coach.days_to_bottom, 2 * now.rhythm + 1);
}
int days_to_lower(const Circumstances& now) {
    return std::max(now.coach.days_to_lower, 3 * now.rhythm + 1);
}
int days_to_restart(const Circumstances& now) {
    return std::max(now.coach.days_to_restart, 6 * now.rhythm);
}

ExerciseState taken_in(ExerciseState state, const Past& last, const Exercise& exercise,
                       const Circumstances& now) {
    if (state.held && was_met(last, *state.held)) {
        take_session(state, *state.held, last, exercise, now);
    }
    for (auto& morning : state.mornings) take_morning(morning, now);
    std::erase_if(state.reds, [&](Day red) { return now.today - red >= memory_of_reds; });
    if (state.failures > 0 && state.taken_back && now.today - *state.taken_back >= forgiven_after) {
        --state.failures;
        state.taken_back = now.today;
    }
    return state;
}

}  // namespace hipflow::coach
