// SPDX-License-Identifier: MIT
// A year of a thousand invented people under the coach's rules, printed as a table: how the levels
// of what they are given spread, and how often which rule speaks. The people are a rough model, to
// be looked at with common sense; nothing is claimed of real ones.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <random>

#include "catalog/library.h"
#include "coach/gate.h"
#include "coach/ladder.h"
#include "support/coach_story.h"

namespace {

using namespace hipflow;
using support::Story;
using support::Told;

constexpr int days_of_year = 365;
constexpr int people_of_a_kind = 200;
constexpr std::array weeks_shown = {1, 4, 12, 26, 52};

enum class Days { some, mon_wed_fri, saturday };

struct Kind {
    const char* name;
    double pain_at_first;  // usual pain, first and last day
    double pain_at_last;
    double per_week;  // of Days::some
    double mornings;  // share that is answered
    double answers;   // share of sessions with an answer before and after
    int flare_every;  // days; 0: never
    double careless;  // share of sessions that are cut short or overdone
    Days days = Days::some;
    int one_flare = 0;  // the day it begins; 0: none
    int away = 0;       // the first of thirty days without a session; 0: none
    bool calm = false;  // nothing is ever above their tolerance
};

constexpr std::array kinds = {
    Kind{"stable", 2.0, 2.0, 4.0, 0.9, 0.95, 0, 0.05},
    Kind{"improving", 4.0, 1.0, 4.0, 0.9, 0.95, 0, 0.05},
    Kind{"flaring", 3.0, 3.0, 4.0, 0.9, 0.95, 56, 0.05},
    Kind{"careless", 3.0, 3.0, 3.0, 0.4, 0.6, 90, 0.3},
    Kind{"no mornings", 2.0, 2.0, 4.0, 0.0, 0.95, 0, 0.05},
    Kind{"Mo We Fr", 2.0, 2.0, 0, 0.9, 1.0, 0, 0.0, Days::mon_wed_fri},
    Kind{"MWF, no morn", 2.0, 2.0, 0, 0.0, 1.0, 0, 0.0, Days::mon_wed_fri},
    Kind{"MWF, all green", 2.0, 2.0, 0, 0.0, 1.0, 0, 0.0, Days::mon_wed_fri, 0, 0, true},
    Kind{"weekly", 2.0, 2.0, 0, 0.0, 1.0, 0, 0.0, Days::saturday},
    Kind{"one flare", 2.0, 2.0, 4.0, 0.9, 0.95, 0, 0.0, Days::some, 180, 0, true},
    Kind{"a holiday", 2.0, 2.0, 4.0, 0.9, 0.95, 0, 0.0, Days::some, 0, 180, true},
    Kind{"steady 5", 5.0, 5.0, 4.0, 0.9, 0.95, 0, 0.05},
    Kind{"steady 7", 7.0, 7.0, 4.0, 0.9, 0.95, 0, 0.05},
};

/// What one kind of people add up to.
struct Sum {
    std::map<int, std::array<int, 4>> levels;  // week → exercises given on level 1, 2, 3; [0] all
    std::map<coach::CoachRule, int> rules;
    int sessions = 0;
    int rests = 0;
    int steps = 0;     // of all people, in their last session
    int left_out = 0;  // of these
    int below = 0;     // people with a step lower eight weeks after a flare or holiday than before
};

int score(double value) { return std::clamp(static_cast<int>(value + 0.5), 0, 10); }

class PersonModel {
   public:
    PersonModel(const Kind& kind, unsigned seed) : kind_(kind), random_(seed) {
        tolerance_ = 1.4 + 2.0 * uniform();
    }

    bool trains(int day) {
        const double chance = uniform();
        if (kind_.away > 0 && day >= kind_.away && day < kind_.away + 30) return false;
        const int weekday = day % 7;  // day 1 is a Sunday
        if (kind_.days == Days::mon_wed_fri) {
            return weekday == 2 || weekday == 4 || weekday == 6;
        }
        if (kind_.days == Days::saturday) return weekday == 0;
        return chance < kind_.per_week / 7.0;
    }
    bool answers() { return uniform() < kind_.answers; }
    bool tells_morning() { return uniform() < kind_.mornings; }
    bool is_careless() { return uniform() < kind_.careless; }

    double pain(int day) {
        const double share = static_cast<double>(day) / days_of_year;
        double pain = kind_.pain_at_first + share * (kind_.pain_at_last - kind_.pain_at_first);
        if (kind_.flare_every > 0 && day % kind_.flare_every < 6 && day > 6) pain += 4.0;
        if (kind_.one_flare > 0 && day >= kind_.one_flare && day < kind_.one_flare + 4) pain += 5.0;
        return std::max(0.0, pain + noise_(random_) * (kind_.calm ? 0.3 : 1.0));
    }

    /// How much an exercise of that level adds: what is above one's tolerance is felt. Tolerance
    /// grows a little with practice.
    double rise(int level, int day) {
        if (kind_.calm) return 0.0;
        const double able = tolerance_ + 0.6 * day / days_of_year;
        return std::max(0.0, 1.6 * (level - able) + noise_(random_));
    }

   private:
    double uniform() { return std::uniform_real_distribution<>(0.0, 1.0)(random_); }
    const Kind& kind_;
    std::mt19937 random_;
    std::normal_distribution<> noise_{0.0, 0.5};
    double tolerance_ = 2.0;
};

void count(Sum& sum, int day, const coach::DayDecision& done,
           const coach::ExerciseLookup& exercise) {
    ++sum.sessions;
    for (const auto& reason : done.record.reasons) ++sum.rules[reason.rule];
    const auto shown = std::ranges::find_if(
        weeks_shown, [&](int week) { return day >= 7 * (week - 1) && day < 7 * week; });
    if (shown == weeks_shown.end()) return;
    for (const auto& reason : done.record.reasons) {
        if (reason.exercise.empty()) continue;
        auto& levels = sum.levels[*shown];
        ++levels[0];
        if (done.standings.at(reason.exercise).left_out) continue;
        ++levels.at(static_cast<std::size_t>(exercise(*reason.given).level));
    }
}

/// What hurts most of what today holds, and by how much.
std::pair<std::string, double> sorest(PersonModel& person, const coach::DayDecision& plan,
                                      const coach::ExerciseLookup& exercise, int day) {
    std::pair<std::string, double> most{plan.record.reasons.front().exercise, 0.0};
    for (const auto& reason : plan.record.reasons) {
        if (reason.exercise.empty()) continue;
        const auto& standing = plan.standings.at(reason.exercise);
        if (standing.left_out) continue;
        const double rise = person.rise(exercise(standing.rung).level, day);
        if (rise > most.second) most = {reason.exercise, rise};
    }
    return most;
}

/// How far each step of a day has come: by its rung, then within its band.
std::map<std::string, int> heights(const coach::DayDecision& day,
                                   const coach::ExerciseLookup& exercise) {
    std::map<std::string, int> found;
    for (const auto& reason : day.record.reasons) {
        if (reason.exercise.empty()) continue;
        const auto& standing = day.standings.at(reason.exercise);
        const int rung = static_cast<int>(coach::rungs_below(standing.rung, exercise).size());
        found[reason.exercise] =
            standing.left_out ? -1 : 100 * rung + 2 * standing.steps - (standing.half ? 1 : 0);
    }
    return found;
}

bool any_below(const std::map<std::string, int>& now, const std::map<std::string, int>& before) {
    return std::ranges::any_of(before,
                               [&](const auto& was) { return now.at(was.first) < was.second; });
}

void live(const Kind& kind, unsigned seed, const Routine& routine,
          const coach::ExerciseLookup& exercise, Sum& sum) {
    PersonModel person(kind, seed);
    Story story(routine, exercise);
    std::vector<PainScore> mornings;  // newest first
    const int trouble = std::max(kind.one_flare, kind.away);
    const int recovered = trouble + (kind.away > 0 ? 30 : 4) + 56;
    std::map<std::string, int> before_trouble;
    coach::DayDecision last;
    for (int day = 1; day <= days_of_year; ++day) {
        if (trouble > 0 && day == trouble) before_trouble = heights(last, exercise);
        if (trouble > 0 && day == recovered && any_below(heights(last, exercise), before_trouble)) {
            ++sum.below;
        }
        if (!person.trains(day)) continue;
        const double pain = person.pain(day);
        const bool answers = person.answers();
        const auto before = answers ? std::optional(score(pain)) : std::nullopt;
        const auto told_before = before ? PainScore::from(*before) : std::nullopt;
        story.today.gate = coach::decide_gate(told_before, coach::usual_score(mornings), {}).gate;
        if (story.today.gate == Gate::rest || story.today.gate == Gate::refused) {
            ++sum.rests;
            continue;
        }
        const auto [name, rise] = sorest(person, story.decided(day), exercise, day);
        Told told;
        told.before = before;
        if (answers) told.peak = std::max(score(pain + rise), *before);
        if (answers) told.after = score(pain + rise / 2);
        if (person.is_careless()) {
            told.done = 0.7;
            told.why = StopReason::time;
        }
        last = story.session(day, told, name);
        count(sum, day, last, exercise);
        if (!person.tells_morning()) continue;
        const int morning = score(person.pain(day + 1) + (rise > 2.5 ? rise / 2 : 0.0));
        story.morning(day, morning);
        mornings.insert(mornings.begin(), *PainScore::from(morning));
        if (mornings.size() > 7) mornings.pop_back();
    }
    for (const auto& [step, height] : heights(last, exercise)) {
        ++sum.steps;
        if (height < 0) ++sum.left_out;
    }
}

void print(const Kind& kind, const Sum& sum) {
    fmt::print("{:<14}", kind.name);
    for (const int week : weeks_shown) {
        const auto found = sum.levels.find(week);
        if (found == sum.levels.end()) continue;
        const auto& levels = found->second;
        const auto percent = [&](int n) { return 100 * n / std::max(1, levels[0]); };
        fmt::print("  {:>3}/{:>2}/{:>2}", percent(levels[1]), percent(levels[2]),
                   percent(levels[3]));
    }
    const auto of = [&](coach::CoachRule rule) {
        const auto found = sum.rules.find(rule);
        return found == sum.rules.end() ? 0.0
                                        : static_cast<double>(found->second) / people_of_a_kind;
    };
    fmt::print("  {:>6.1f}{:>6.1f}{:>6.1f}{:>6.1f}{:>6.1f}{:>6.1f}{:>10.1f}{:>8.1f}{:>7}\n",
               of(coach::CoachRule::steps_up), of(coach::CoachRule::amber),
               of(coach::CoachRule::red), of(coach::CoachRule::morning),
               of(coach::CoachRule::rests), static_cast<double>(sum.rests) / people_of_a_kind,
               static_cast<double>(sum.sessions) / people_of_a_kind,
               100.0 * sum.left_out / std::max(1, sum.steps),
               kind.one_flare + kind.away > 0 ? std::to_string(sum.below) : "");
}

}  // namespace

int main() {
    const catalog::Library library{std::filesystem::path("no-such-folder")};
    const catalog::RoutineFile source = library.routine_source("hip-rotation");
    const coach::ExerciseLookup exercise = [&](const std::string& id) -> const Exercise& {
        return library.exercise_of(source.routine, id);
    };
    fmt::print("{} people of each kind, a year of {}: share (%) of its exercises on level 1/2/3\n",
               people_of_a_kind, source.routine.id);
    fmt::print("{:<14}", "week");
    for (const int week : weeks_shown) fmt::print("  {:>9}", week);
    fmt::print("  {:>6}{:>6}{:>6}{:>6}{:>6}{:>6}{:>10}{:>8}{:>7}\n", "up", "amber", "red", "morn",
               "out", "rest", "sessions", "gone %", "below");
    unsigned seed = 1;
    for (const auto& kind : kinds) {
        Sum sum;
        for (int i = 0; i < people_of_a_kind; ++i)
            live(kind, seed++, source.routine, exercise, sum);
        print(kind, sum);
    }
    return 0;
}
