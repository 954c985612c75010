// SPDX-License-Identifier: MIT
#include "today/referral.h"

#include <algorithm>
#include <set>
#include <vector>

#include "coach/gate.h"
#include "coach/safety.h"
#include "schedule/adherence.h"
#include "stats/function.h"
#include "store/coach_record.h"
#include "today/mornings.h"
#include "today/plans.h"
#include "today/plans_in_force.h"

namespace hipflow::today {
namespace {

using std::chrono::days;

constexpr auto course_window = days(35);  // four weeks, and the seven days at their start
constexpr auto practice_window = days(28);
constexpr auto flare_window = days(7);
constexpr auto between_usuals = days(7);  // each is of two weeks
constexpr auto said_again_after = days(14);
constexpr int least_of_a_flare = 4;  // no lower score calls for rest
constexpr int least_planned = 8;     // sessions: two a week
/// Below it, pain that stays as it is may be as good as it gets. A mean of 3.5 is four as people
/// tell it.
constexpr double least_unchanged = 3.5;

bool asked_for_rest(const Session& session) {
    return session.gate == Gate::flare || session.gate == Gate::rest ||
           session.gate == Gate::refused;
}

/// Returns whether a sign, and no pain, called for rest.
bool was_for_a_sign(const store::Store& store, const Session& session) {
    const auto readings = store.readings_of(session.id);
    const bool hurt = std::ranges::any_of(readings, [](const PainReading& reading) {
        return reading.moment == Moment::before && reading.score.value() >= least_of_a_flare;
    });
    if (hurt) return false;
    if (session.gate == Gate::refused) return true;  // until the sign is cleared
    const auto signs = store.symptoms_since(session.started.local_day);
    return std::ranges::any_of(signs, [&](const Symptom& sign) {
        return sign.moment == Moment::before && sign.felt.local_day == session.started.local_day;
    });
}

int flare_days(const store::Store& store, Day today) {
    std::vector<Day> flares;
    const Day since = today - flare_window + days(1);
    for (const auto& session : store.sessions({.since = since, .until = today})) {
        if (asked_for_rest(session) && !was_for_a_sign(store, session)) {
            flares.push_back(session.started.local_day);
        }
    }
    flares.erase(std::ranges::unique(flares).begin(), flares.end());
    return static_cast<int>(flares.size());
}

/// Sessions kept of those planned, in all plans, or of two a week if that is more. Where nothing is
/// planned, every session that counts is kept.
double regularity(Desk& desk, const store::Store& store, const std::vector<DayTotals>& totals,
                  Day today) {
    const Day since = today - practice_window;
    const Day yesterday = today - days(1);
    const auto plans = plans_in_force(desk, store, since);
    const auto work =
        plan_work(desk.library(), store,
                  {.since = schedule::with_whole_weeks_from(since), .until = yesterday});
    int planned = 0;
    int kept = 0;
    for (const auto& [plan, sessions] : planned_days_of(plans, work)) {
        const auto adherence = schedule::adherence(plan, sessions, since, yesterday, today);
        planned += adherence.planned();
        kept += adherence.kept + adherence.extra;
    }
    if (plans.empty()) {
        for (const auto& day : totals) {
            if (day.local_day >= since && day.local_day < today) kept += day.kept;
        }
    }
    return static_cast<double>(kept) / std::max(planned, least_planned);
}

/// The usual score of these weeks, as long as it has been: the lower of now and a week ago.
std::optional<double> usual_of_weeks(const store::Store& store, Day today) {
    const auto mornings = recent_mornings(store, today);
    const auto now = coach::usual_before(today, mornings);
    const auto then = coach::usual_before(today - between_usuals, mornings);
    if (!now || !then) return std::nullopt;
    return std::min(*now, *then);
}

/// The exercises that are left out of sessions, by the user or the coach.
std::set<std::string> avoided_exercises(const store::Store& store) {
    std::set<std::string> avoided;
    for (const auto& preference : store.preferences()) {
        if (preference.subject == PreferenceSubject::exercise &&
            preference.rule == PreferenceRule::avoid) {
            avoided.insert(preference.name);
        }
    }
    return avoided;
}

/// What the coach kept of a session; nothing if another version wrote it.
coach::CoachRecord record_of(const Session& session) {
    try {
        return store::coach_record(session).value_or(coach::CoachRecord{});
    } catch (const Error&) {
        return {};
    }
}

/// The exercise that a session of the last four weeks found retired, if it still is.
std::optional<std::string> retired_exercise(const store::Store& store, const Stamp& now) {
    const auto avoided = avoided_exercises(store);
    if (avoided.empty()) return std::nullopt;
    for (const auto& session : store.sessions({.since = now.local_day - practice_window})) {
        for (const auto& state : record_of(session).states) {
            const bool lately = state.retired && now.at - *state.retired <= practice_window;
            if (lately && avoided.contains(state.exercise)) return state.exercise;
        }
    }
    return std::nullopt;
}

std::string name_of(Desk& desk, const std::string& exercise) {
    try {
        return desk.library().exercise_or_drill(exercise).name;
    } catch (const Error&) {
        return exercise;  // its file is gone, or has faults by now
    }
}

/// True if a start ended with the suggestion within 14 days.
bool told_lately(const store::Store& store, Instant now) {
    const auto said = store.last_acknowledged(referral_text);
    return said && now - *said < said_again_after;
}

}  // namespace

std::optional<Referral> referral(Desk& desk) {
    const store::Store* store = desk.history();
    if (store == nullptr) return std::nullopt;
    const Day today = desk.now().local_day;
    const auto totals = store->day_totals({.since = today - course_window, .until = today});
    coach::Course course = coach::course_of(totals, today);
    course.regularity = regularity(desk, *store, totals, today);
    const auto measured = stats::function_series(
        store->measurements(Measured::function, {.until = today}), store->activities());
    if (const auto change = stats::function_change_over(measured, today, practice_window)) {
        course.function = change->change();
    }
    course.flare_days = flare_days(*store, today);
    course.usual = usual_of_weeks(*store, today);
    if (const auto retired = retired_exercise(*store, desk.now())) {
        course.retired = name_of(desk, *retired);
    }
    // The sentences are read only where one is needed: this runs before every glance.
    const auto why = coach::referral_for(course, desk.settings().coach);
    if (!why) return std::nullopt;
    const bool unchanged = *why == Care::refer_unchanged;
    const double usual = course.usual.value_or(course.pain_now.value_or(0));
    if (unchanged && usual < least_unchanged) return std::nullopt;
    auto words = coach::refer_words(course, desk.settings().coach, desk.care());
    if (!words) return std::nullopt;
    return Referral{*std::move(words), unchanged && told_lately(*store, desk.now().at)};
}

std::optional<std::string> referral_due(Desk& desk) {
    const store::Store* store = desk.history();
    if (store == nullptr) return std::nullopt;
    if (told_lately(*store, desk.now().at)) return std::nullopt;
    auto found = referral(desk);
    if (!found) return std::nullopt;
    return std::move(found->words);
}

}  // namespace hipflow::today
