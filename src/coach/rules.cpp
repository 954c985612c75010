// SPDX-License-Identifier: MIT
#include "coach/rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <ranges>
#include <utility>

#include "coach/gate.h"
#include "coach/ladder.h"
#include "coach/readiness.h"
#include "domain/names.h"
#include "domain/wording.h"

namespace hipflow::coach {
namespace {

using std::chrono::days;

constexpr auto worn_out_again_within = days(28);
constexpr auto taken_back_within = days(28);  // of the step up
constexpr int most_failures = 3;
constexpr std::size_t ambers_looked_at = 3;
constexpr std::size_t first_exposures = 2;  // after a step up

constexpr auto both_sides = std::to_array<std::pair<Side, SideState ExerciseState::*>>(
    {{Side::left, &ExerciseState::left}, {Side::right, &ExerciseState::right}});

bool newest_is(const SideState& side, Colour colour, Instant at) {
    return !side.counted.empty() && side.counted.back().at == at &&
           side.counted.back().colour == colour;
}

std::size_t recent_ambers(const SideState& side) {
    const auto& counted = side.counted;
    const std::size_t from = counted.size() - std::min(counted.size(), ambers_looked_at);
    return static_cast<std::size_t>(
        std::count_if(counted.begin() + std::ptrdiff_t(from), counted.end(),
                      [](const Counted& c) { return c.colour == Colour::amber; }));
}

/// One exercise on its way through the rules.
class Case {
   public:
    Case(States& states, const ExerciseState& before, const Past& last,
         const ExerciseLookup& exercise, const Circumstances& now)
        : states_(states),
          state_(state_in(states, before.exercise)),
          before_(before),
          last_(last),
          exercise_(exercise),
          own_(exercise(before.exercise)),
          now_(now) {}

    Verdict run(std::optional<Instant> allowed) && {
        const bool decided = by_retirement(allowed) || by_red() || by_rest() || by_morning() ||
                             by_amber() || by_choice();
        if (!decided) stays_or_is_ready();
        return std::move(verdict_);
    }

   private:
    bool was_held() const { return before_.held.has_value(); }

    bool say(Verdict verdict) {
        verdict_ = std::move(verdict);
        return true;
    }

    Instant last_start() const { return last_.session.started.at; }
    std::string last_day() const { return short_day(last_.session.started.local_day); }

    bool by_retirement(std::optional<Instant> allowed) {
        const auto reds = static_cast<int>(state_.reds.size());
        if (!state_.retired && was_held() && reds >= now_.coach.reds_to_retire) {
            return retire(fmt::format("{} times in four weeks it was too sore", reds));
        }
        if (!state_.retired) return false;
        if (!allowed || *allowed <= *state_.retired) {
            return say(
                {.rule = CoachRule::retired,
                 .text = fmt::format("{} stays out; 'hipflow exercise allow {}' brings it back.",
                                     own_.name, own_.id)});
        }
        state_.retired.reset();
        state_.reds.clear();
        state_.resting = 0;
        state_.worn_out.reset();
        state_in(states_, to_level_one(states_, own_.id, exercise_)).half = true;
        start_anew(state_);
        return say({.rule = CoachRule::returns,
                    .text = fmt::format("{} is back, as you asked: half of it to begin with.",
                                        exercise_(level_one_rung(own_.id, exercise_)).name),
                    .change = true});
    }

    bool retire(const std::string& because) {
        state_.retired = last_start();
        return say(
            {.rule = CoachRule::retired,
             .text = fmt::format("{} is out of your sessions for now: {}. A physiotherapist or "
                                 "doctor could look at it with you; 'hipflow exercise allow {}' "
                                 "brings it back.",
                                 own_.name, because, own_.id),
             .change = true,
             .sore = true});
    }

    bool by_red() {
        if (!was_held()) return false;
        for (const auto& [side, member] : both_sides) {
            if (newest_is(state_.*member, Colour::red, last_start()) ||
                newest_is(state_.*member, Colour::black, last_start())) {
                return after_red(side);
            }
        }
        return false;
    }

    bool after_red(Side side) {
        const Exposure told =
            exposure_of(last_, before_.held.value_or(own_.id), side, is_strenuous(own_));
        const bool rests = travelled(told) || told.numbness;
        const std::string why = red_words(told);
        note_failure();
        if (own_.level > 1 && own_.easier && !rests) {
            step_down(states_, own_.id, exercise_);
            return say(
                {.rule = CoachRule::red, .side = side, .why = why, .change = true, .sore = true});
        }
        return rest(why, side);
    }

    /// Rests at the rung of level 1, and comes back with half of it.
    bool rest(const std::string& why, std::optional<Side> side) {
        ExerciseState& lowest = state_in(states_, to_level_one(states_, own_.id, exercise_));
        lowest.half = true;
        lowest.resting = now_.coach.sessions_of_rest;
        start_anew(lowest);
        start_anew(state_);
        return say({.rule = CoachRule::rests,
                    .side = side,
                    .why = why,
                    .text = fmt::format("{} rests for {} sessions: {}.", own_.name,
                                        now_.coach.sessions_of_rest, why),
                    .change = true,
                    .sore = true});
    }

    std::string red_words(const Exposure& told) const {
        if (travelled(told)) {
            return fmt::format("you felt it further down the leg on {}", last_day());
        }
        if (told.numbness) {
            return fmt::format("you had tingling or numbness on {}", last_day());
        }
        if (told.giving_way) return fmt::format("a joint gave way or caught on {}", last_day());
        if (told.weakness) return fmt::format("a leg was weaker on {}", last_day());
        if (told.sharp) return fmt::format("it was sharp on {}", last_day());
        if (told.peak) return fmt::format("it reached {} on {}", told.peak->value(), last_day());
        return fmt::format("it was stopped for pain on {}", last_day());
    }

    /// A step up that does not hold costs patience (docs/design/care.md, "Rules", A4).
    void note_failure() {
        const Day day = last_.session.started.local_day;
        if (!state_.stepped_up || day - *state_.stepped_up > taken_back_within) return;
        state_.failures = std::min(state_.failures + 1, most_failures);
        state_.taken_back = day;
        state_.stepped_up.reset();
    }

    bool by_rest() {
        if (state_.resting > 0) {
            return say({.rule = CoachRule::rests,
                        .why = state_.resting == 1
                                   ? "once more"
                                   : fmt::format("for {} sessions more", state_.resting)});
        }
        if (!state_.returning) return false;
        return say({.rule = CoachRule::returns, .why = "after its rest", .change = true});
    }

    /// Mornings that became known since the rules last looked.
    std::vector<DayAfter> news() const {
        std::vector<DayAfter> fresh;
        for (const auto& morning : state_.mornings) {
            const auto known = std::ranges::find(before_.mornings, morning.day, &DayAfter::day);
            const bool was_known = known != before_.mornings.end() && known->colour;
            if (morning.colour && !was_known) fresh.push_back(morning);
        }
        return fresh;
    }

    bool amber_twice() const {
        const auto& all = state_.mornings;
        return all.size() >= 2 && all.back().colour == MorningColour::amber &&
               all[all.size() - 2].colour == MorningColour::amber;
    }

    bool by_morning() {
        const auto fresh = news();
        if (fresh.empty() || !is_strenuous(own_)) return false;
        const bool red = std::ranges::any_of(
            fresh, [](const DayAfter& d) { return d.colour == MorningColour::red; });
        if (!red && !amber_twice()) return false;
        const std::string day = short_day(fresh.back().day);
        const bool further = std::ranges::any_of(
            fresh, [&](const DayAfter& d) { return is_further(d, now_.mornings); });
        note_failure();
        std::string why =
            fmt::format("two mornings in a row were sorer than usual, the last after {}", day);
        if (red) why = fmt::format("the morning after {} was much sorer than usual", day);
        if (further) why = fmt::format("you felt it further down on the morning after {}", day);
        return lower(CoachRule::morning, why, {});
    }

    /// One rung down, or to less; where there is nothing less, it rests, and the second time within
    /// four weeks it goes.
    bool lower(CoachRule rule, const std::string& why, std::optional<Side> side) {
        if (step_down(states_, own_.id, exercise_)) {
            return say({.rule = rule, .side = side, .why = why, .change = true, .sore = true});
        }
        const Day day = last_.session.started.local_day;
        const bool again = state_.worn_out && day - *state_.worn_out <= worn_out_again_within;
        state_.worn_out = day;
        return again ? retire("the least of it was still too much") : rest(why, side);
    }

    bool by_amber() {
        if (!was_held()) return false;
        for (const auto& [side, member] : both_sides) {
            if (newest_is(state_.*member, Colour::amber, last_start())) {
                return after_amber(side, state_.*member);
            }
        }
        return false;
    }

    bool after_amber(Side side, const SideState& told) {
        const auto ambers = recent_ambers(told);
        if (ambers >= static_cast<std::size_t>(now_.coach.ambers_to_lower)) {
            note_failure();
            return lower(CoachRule::amber,
                         fmt::format("it was sorer than at the start {} times lately, the last on "
                                     "{}",
                                     ambers, last_day()),
                         side);
        }
        const std::string why = fmt::format("it was sorer than at the start on {}", last_day());
        if (state_.stepped_up && told.counted.size() <= first_exposures && take_step_back()) {
            return say(
                {.rule = CoachRule::amber, .side = side, .why = why, .change = true, .sore = true});
        }
        return say({.rule = CoachRule::amber,
                    .side = side,
                    .text = fmt::format("{} stays, in a smaller range: {}.", own_.name, why),
                    .change = true,
                    .sore = true});
    }

    /// Takes back exactly the last step up. Returns false if it was no step that can be taken back.
    bool take_step_back() {
        const bool within = state_.place > 0;
        if (!within && (!own_.easier || !is_known(*own_.easier, exercise_))) return false;
        note_failure();
        if (within) {
            --state_.place;
            state_.topped = false;
            return true;
        }
        close_rung(state_);
        ExerciseState& below = state_in(states_, *own_.easier);
        below.mastered = false;
        start_anew(below);
        return true;
    }

    /// An easier exercise that was taken during the session is where it goes on
    /// (docs/design/care.md, "Rules", A8).
    bool by_choice() {
        if (!before_.held || last_.session.gate != Gate::none) return false;
        std::string taken;
        for (const auto& set : last_.sets) {
            const bool instead = set.planned_exercise == *before_.held &&
                                 is_easier_rung(set.exercise, own_.id, exercise_) &&
                                 set.actual > Millis{0};
            if (instead) taken = set.exercise;
        }
        if (taken.empty()) return false;
        for (std::string rung = own_.id; rung != taken;) {
            close_rung(state_in(states_, rung));
            rung = exercise_(rung).easier.value_or(taken);
        }
        fall_back_to(states_, taken);
        return say({.rule = CoachRule::by_hand,
                    .text = fmt::format("{} again, the easier one that you took on {}.",
                                        exercise_(taken).name, last_day()),
                    .change = true});
    }

    void stays_or_is_ready() {
        for (const auto& [side, member] : both_sides) {
            const Readiness ready =
                readiness(state_.*member, state_.mornings, now_.coach, now_.today);
            const std::size_t needed = comfortable_needed(ready, failures(), now_.coach);
            if (ready.comfortable.size() >= needed) continue;
            say({.rule = CoachRule::stays,
                 .side = side,
                 .why = needed_words(ready, needed, failures())});
            return;
        }
        if (const auto from = next_step_from(); from && now_.today < *from) {
            say({.rule = CoachRule::stays,
                 .why = fmt::format("it stepped up on {}; the next step can come from {}",
                                    short_day(*from - days(now_.coach.days_between_steps)),
                                    short_day(*from))});
            return;
        }
        verdict_.ready = true;
    }

    /// Of it and of what comes next: a step up to that needs the patience as well.
    int failures() const {
        int most = state_.failures;
        for (const auto& [id, other] : states_) {
            const bool is_next = is_known(id, exercise_) && exercise_(id).easier == own_.id;
            if (is_next) most = std::max(most, other.failures);
        }
        return most;
    }

    std::optional<Day> next_step_from() const {
        if (!state_.stepped_up) return std::nullopt;
        return *state_.stepped_up + days(now_.coach.days_between_steps);
    }

    /// Says how many are needed, why more than usual, which of them there are, and what the newest
    /// session lacks.
    static std::string needed_words(const Readiness& ready, std::size_t needed, int failures) {
        const auto& days = ready.waits ? ready.behind : ready.comfortable;
        std::string on;
        for (const Day day : days | std::views::reverse) {
            on += (on.empty() ? "" : ", ") + short_day(day);
        }
        std::string text = fmt::format(
            "{} comfortable sessions and mornings are needed{}; you "
            "have {}",
            number_word(needed), more_words(ready, failures),
            days.empty() ? "none" : number_word(days.size()));
        if (!on.empty()) text += fmt::format(" ({})", on);
        if (!ready.spoilt_by) return text;
        return fmt::format("{}{} {}", text, ready.waits && !days.empty() ? ", and" : ":",
                           *ready.spoilt_by);
    }

    static std::string_view more_words(const Readiness& ready, int failures) {
        if (failures > 0) return " after a step up that was taken back";
        if (ready.inferred) return ", as one morning is known from the next start alone";
        return "";
    }

    States& states_;
    ExerciseState& state_;
    const ExerciseState& before_;
    const Past& last_;
    const ExerciseLookup& exercise_;
    const Exercise& own_;
    const Circumstances& now_;
    Verdict verdict_;
};

}  // namespace

Verdict judge(States& states, const ExerciseState& before, const Past& last,
              const ExerciseLookup& exercise, std::optional<Instant> allowed,
              const Circumstances& now) {
    return Case(states, before, last, exercise, now).run(allowed);
}

}  // namespace hipflow::coach
