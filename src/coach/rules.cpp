// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <ranges>
#include <utility>

#include "coach/day.h"
#include "coach/gate.h"
#include "coach/ladder.h"
#include "domain/names.h"

namespace hipflow::coach {
namespace {

constexpr auto memory_of_reds = std::chrono::days(28);
constexpr std::size_t counted_kept = 4;  // on each side; A3 looks at three
constexpr std::size_t ambers_looked_at = 3;
constexpr std::size_t mornings_kept = 4;

constexpr auto both_sides = std::to_array<std::pair<Side, SideState ExerciseState::*>>(
    {{Side::left, &ExerciseState::left}, {Side::right, &ExerciseState::right}});

template <typename T>
void keep_last(std::vector<T>& values, std::size_t most) {
    if (values.size() > most) values.erase(values.begin(), values.end() - std::ptrdiff_t(most));
}

int rise(PainScore before, PainScore peak) { return std::max(0, peak.value() - before.value()); }

bool counts(Colour colour) { return colour != Colour::grey; }

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

/// Returns whether the exercise has to rest: numbness and symptoms that travel are not met with
/// less of the same (docs/design/care.md, "Rules", A1).
bool asks_for_rest(const Exposure& exposure) {
    const bool travelled =
        exposure.further ||
        (exposure.distance_before && exposure.distance_after &&
         *exposure.distance_after > *exposure.distance_before && *exposure.distance_after > 2);
    return travelled || exposure.numbness;
}

/// One exercise on its way through the rules.
class Case {
   public:
    Case(ExerciseState state, const Past* last, const ExerciseLookup& exercise,
         const Circumstances& now)
        : state_(std::move(state)), last_(last), exercise_(exercise), now_(now) {}

    Decision run(std::optional<Instant> allowed) && {
        const ExerciseState before = state_;
        rung_ = &exercise_(state_.rung);
        name_ = rung_->name;
        if (last_ != nullptr) state_ = taken_in(std::move(state_), *last_, *rung_, now_);
        const bool spoke = by_retirement(allowed) || by_red() || by_rest() || by_morning(before) ||
                           by_amber() || by_choice();
        by_gap(spoke);
        if (!decided_) stays_or_is_ready();
        reason_.exercise = state_.exercise;
        return {std::move(state_), std::move(reason_), ready_};
    }

   private:
    bool say(CoachRule rule, bool change, std::string text, std::optional<Side> side = {}) {
        reason_ = {state_.exercise, rule, side, change, std::move(text)};
        decided_ = true;
        return true;
    }

    Instant last_start() const {
        return last_ == nullptr ? Instant::min() : last_->session.started.at;
    }
    std::string last_day() const { return short_day(last_->session.started.local_day); }

    /// After a change, earlier exposures do not count towards the next one.
    void start_anew() {
        state_.left.counted.clear();
        state_.right.counted.clear();
    }

    std::string now_words(std::string_view why) const {
        const Exercise& rung = exercise_(state_.rung);
        if (rung.id != rung_->id) {
            return fmt::format("{} in place of {}: {}.", rung.name, name_, why);
        }
        return fmt::format("{} with less: {}.", name_, why);
    }

    bool by_retirement(std::optional<Instant> allowed) {
        const auto reds = static_cast<int>(state_.reds.size());
        if (!state_.retired && reds >= now_.coach.reds_to_retire) {
            state_.retired = last_start();
            return say(CoachRule::retired, true,
                       fmt::format("{} is out of your sessions for now: it hurt too much {} times "
                                   "in four weeks. A physiotherapist or doctor could look at it "
                                   "with you; 'hipflow exercise allow {}' brings it back.",
                                   name_, reds, state_.exercise));
        }
        if (!state_.retired) return false;
        if (!allowed || *allowed <= *state_.retired) {
            return say(CoachRule::retired, false,
                       fmt::format("{} stays out; 'hipflow exercise allow {}' brings it back.",
                                   name_, state_.exercise));
        }
        state_.retired.reset();
        state_.reds.clear();
        to_level_one(state_, exercise_);
        state_.half = true;
        state_.resting = 0;
        start_anew();
        return say(CoachRule::returns, true,
                   fmt::format("{} is back, as you asked: half of it to begin with.",
                               exercise_(state_.rung).name));
    }

    bool by_red() {
        if (last_ == nullptr) return false;
        for (const auto& [side, member] : both_sides) {
            if (!newest_is(state_.*member, Colour::red, last_start()) &&
                !newest_is(state_.*member, Colour::black, last_start())) {
                continue;
            }
            return after_red(side);
        }
        return false;
    }

    bool after_red(Side side) {
        const Exercise& given = exercise_(state_.given.value_or(state_.rung));
        const Exposure told = exposure_of(*last_, state_.exercise, side, is_strenuous(given));
        const std::string peak = red_words(told);
        start_anew();
        if (given.level > 1 && given.easier && !asks_for_rest(told)) {
            state_.rung = given.id;
            step_down(state_, given);
            return say(CoachRule::red, true, now_words(peak), side);
        }
        state_.rung = given.id;
        to_level_one(state_, exercise_);
        state_.half = true;
        state_.resting = now_.coach.sessions_of_rest;
        by_rest();
        reason_.text =
            fmt::format("{} rests for {} sessions: {}.", name_, now_.coach.sessions_of_rest,
                        asks_for_rest(told)
                            ? fmt::format("something moved further or went numb on {}", last_day())
                            : peak);
        reason_.side = side;
        reason_.change = true;
        return true;
    }

    std::string red_words(const Exposure& told) const {
        if (told.giving_way) return fmt::format("a joint gave way or caught on {}", last_day());
        if (told.peak) return fmt::format("it reached {} on {}", told.peak->value(), last_day());
        return fmt::format("it was stopped for pain on {}", last_day());
    }

    bool by_rest() {
        if (state_.resting > 0) {
            --state_.resting;
            return say(CoachRule::rests, false,
                       state_.resting == 0
                           ? fmt::format("{} rests once more.", name_)
                           : fmt::format("{} rests, {} sessions more.", name_, state_.resting + 1));
        }
        // Left out last time, and back now.
        if (state_.given || !state_.half || last_ == nullptr) return false;
        return say(CoachRule::returns, true,
                   fmt::format("{} is back after its rest: half of it to begin with.",
                               exercise_(state_.rung).name));
    }

    /// Mornings that became known since the rules last looked.
    std::vector<DayAfter> news(const ExerciseState& before) const {
        std::vector<DayAfter> fresh;
        for (const auto& morning : state_.mornings) {
            const auto known = std::ranges::find(before.mornings, morning.day, &DayAfter::day);
            const bool was_known = known != before.mornings.end() && known->colour;
            if (morning.colour && !was_known) fresh.push_back(morning);
        }
        return fresh;
    }

    bool amber_twice() const {
        const auto& all = state_.mornings;
        return all.size() >= 2 && all.back().colour == MorningColour::amber &&
               all[all.size() - 2].colour == MorningColour::amber;
    }

    bool by_morning(const ExerciseState& before) {
        const auto fresh = news(before);
        if (fresh.empty() || !is_strenuous(*rung_)) return false;
        const bool red = std::ranges::any_of(
            fresh, [](const DayAfter& d) { return d.colour == MorningColour::red; });
        const bool again = amber_twice();
        if (!red && !again) return false;
        step_down(state_, *rung_);
        start_anew();
        const std::string day = short_day(fresh.back().day);
        return say(CoachRule::morning, true,
                   now_words(red ? fmt::format("the morning after {} was well above the usual", day)
                                 : fmt::format("two mornings in a row were above the usual, the "
                                               "last after {}",
                                               day)));
    }

    bool by_amber() {
        if (last_ == nullptr) return false;
        for (const auto& [side, member] : both_sides) {
            if (!newest_is(state_.*member, Colour::amber, last_start())) continue;
            const auto ambers = recent_ambers(state_.*member);
            if (ambers >= static_cast<std::size_t>(now_.coach.ambers_to_lower)) {
                step_down(state_, *rung_);
                start_anew();
                return say(CoachRule::amber, true,
                           now_words(fmt::format("it hurt more than it should {} times lately, "
                                                 "the last on {}",
                                                 ambers, last_day())),
                           side);
            }
            return say(CoachRule::amber, true,
                       fmt::format("{} stays, in a smaller range: it hurt more than it should on "
                                   "{}.",
                                   name_, last_day()),
                       side);
        }
        return false;
    }

    /// An easier exercise that was taken during the session is where it goes on
    /// (docs/design/care.md, "Rules", A8).
    bool by_choice() {
        if (last_ == nullptr || last_->session.gate != Gate::none || !state_.given) return false;
        std::string taken;
        for (const auto& set : last_->sets) {
            const bool instead = set.planned_exercise == state_.exercise &&
                                 is_easier_rung(set.exercise, *state_.given, exercise_) &&
                                 set.actual > Millis{0};
            if (instead) taken = set.exercise;
        }
        if (taken.empty() || !is_known(taken, exercise_)) return false;
        state_.rung = taken;
        state_.place = 0;
        ++state_.lowered;
        start_anew();
        return say(CoachRule::by_hand, true,
                   fmt::format("{} again, the easier one that you took on {}.",
                               exercise_(taken).name, last_day()));
    }

    /// A break never leads to more than was decided otherwise (docs/design/care.md, "Rules", A6).
    void by_gap(bool spoke) {
        if (!now_.days_off || *now_.days_off < now_.coach.days_to_bottom) return;
        const bool is_out = reason_.rule == CoachRule::rests || reason_.rule == CoachRule::retired;
        const std::string before = state_.rung;
        const int place = std::exchange(state_.place, 0);
        if (*now_.days_off >= now_.coach.days_to_restart) {
            to_level_one(state_, exercise_);
        } else if (*now_.days_off >= now_.coach.days_to_lower && !is_lower(reason_.rule)) {
            if (rung_->easier) step_down(state_, *rung_);
        }
        if (state_.rung != before) start_anew();
        const bool restart = *now_.days_off >= now_.coach.days_to_restart;
        if (is_out || (spoke && is_lower(reason_.rule) && !restart)) return;
        const Exercise& rung = exercise_(state_.rung);
        const bool change = state_.rung != before || place > 0;
        say(CoachRule::gap, change,
            change ? fmt::format("{}: an easy start again.", rung.name)
                   : fmt::format("{} stays where it is.", rung.name));
    }

    static bool is_lower(CoachRule rule) {
        return rule == CoachRule::red || rule == CoachRule::morning || rule == CoachRule::rests ||
               rule == CoachRule::retired || rule == CoachRule::returns;
    }

    void stays_or_is_ready() {
        const auto needed = static_cast<std::size_t>(now_.coach.comfortable_sessions);
        for (const auto& [side, member] : both_sides) {
            const Readiness ready = readiness(state_.*member, state_.mornings, now_.coach);
            if (ready.comfortable.size() >= needed) continue;
            say(CoachRule::stays, false, needed_words(ready), side);
            return;
        }
        const auto from = next_step_from();
        if (from && now_.today < *from) {
            say(CoachRule::stays, false,
                fmt::format("{} stays: it stepped up on {}; the next step can come from {}.", name_,
                            short_day(*state_.stepped_up), short_day(*from)));
            return;
        }
        ready_ = true;
        say(CoachRule::stays, false, fmt::format("{} stays.", name_));
    }

    std::optional<Day> next_step_from() const {
        if (!state_.stepped_up) return std::nullopt;
        return *state_.stepped_up + std::chrono::days(now_.coach.days_between_steps);
    }

    std::string needed_words(const Readiness& ready) const {
        constexpr auto numbers = std::to_array<std::string_view>({"no", "one", "two", "three"});
        const auto number = [&](std::size_t n) {
            return n < numbers.size() ? std::string(numbers.at(n)) : std::to_string(n);
        };
        std::string days;
        for (const Day day : ready.comfortable | std::views::reverse) {
            days += (days.empty() ? "" : ", ") + short_day(day);
        }
        std::string text =
            fmt::format("{} stays: {} comfortable sessions and mornings are needed; you have {}",
                        name_, number(static_cast<std::size_t>(now_.coach.comfortable_sessions)),
                        ready.comfortable.empty() ? "none" : number(ready.comfortable.size()));
        if (!days.empty()) text += fmt::format(" ({})", days);
        if (ready.spoilt_by) text += fmt::format(": {}", *ready.spoilt_by);
        return text + '.';
    }

    ExerciseState state_;
    const Past* last_;
    const ExerciseLookup& exercise_;
    const Circumstances& now_;
    const Exercise* rung_ = nullptr;
    std::string name_;
    CoachReason reason_;
    bool decided_ = false;
    bool ready_ = false;
};

void take_side(SideState& state, const Exposure& exposure, const Past& last,
               const PainThresholds& pain, bool replaced) {
    const Colour colour = colour_of(exposure, pain);
    // That something else was comfortable says nothing of the exercise that was given.
    if (!counts(colour) || (replaced && colour == Colour::green)) return;
    Counted counted;
    counted.at = last.session.started.at;
    counted.day = last.session.started.local_day;
    counted.colour = colour;
    counted.before = exposure.before;
    counted.effort = last.session.effort;
    if (exposure.peak && exposure.before) counted.rise = rise(*exposure.before, *exposure.peak);
    state.counted.push_back(counted);
    keep_last(state.counted, counted_kept);
}

}  // namespace

ExerciseState taken_in(ExerciseState state, const Past& last, const Exercise& rung,
                       const Circumstances& now) {
    const Day day = last.session.started.local_day;
    if (state.given && was_met(last, state.exercise)) {
        const bool strenuous = is_strenuous(rung);
        const bool replaced = was_replaced(last, state.exercise, *state.given);
        bool red = false;
        for (const auto& [side, member] : both_sides) {
            take_side(state.*member, exposure_of(last, state.exercise, side, strenuous), last,
                      now.pain, replaced);
            red = red || newest_is(state.*member, Colour::red, last.session.started.at);
        }
        if (red) state.reds.push_back(day);
        const bool same_day = !state.mornings.empty() && state.mornings.back().day == day;
        if (!same_day)
            state.mornings.push_back(
                {day, score_at(last, Moment::before), distance_at(last, Moment::before), {}});
        keep_last(state.mornings, mornings_kept);
    }
    for (auto& morning : state.mornings) {
        if (!morning.colour) morning.colour = morning_colour(morning, now.mornings, now.pain);
    }
    std::erase_if(state.reds, [&](Day red) { return now.today - red >= memory_of_reds; });
    return state;
}

Decision decide(const ExerciseState& before, const Past* last, const ExerciseLookup& exercise,
                std::optional<Instant> allowed, const Circumstances& now) {
    return Case(before, last, exercise, now).run(allowed);
}

}  // namespace hipflow::coach
