// SPDX-License-Identifier: MIT
#include "coach/day.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "coach/allowed.h"
#include "coach/gate.h"
#include "coach/ladder.h"
#include "domain/dose.h"
#include "domain/names.h"
#include "domain/spelling.h"

namespace hipflow::coach {
namespace {

/// Colour of the morning after the last day of exercise; nullopt if it is not known, or that day is
/// today.
std::optional<MorningColour> last_morning(const Knowledge& knowledge, Day today,
                                          const PainThresholds& pain) {
    if (!knowledge.last || knowledge.last->day >= today) return std::nullopt;
    return morning_colour(*knowledge.last, knowledge.mornings, pain);
}

/// A day's decisions: exercise by exercise, then between them.
class DayCoach {
   public:
    DayCoach(const Routine& routine, const ExerciseLookup& exercise, const Today& today, Day day,
             const Knowledge& knowledge, const PainThresholds& pain)
        : routine_(routine), exercise_(exercise), today_(today), day_(day), knowledge_(knowledge) {
        now_.today = day;
        now_.mornings = knowledge.mornings;
        now_.pain = pain;
        now_.coach = today.coach;
        if (knowledge.last) {
            now_.days_off = static_cast<int>((day - knowledge.last->day).count());
        }
        lighter_ = last_morning(knowledge, day, pain) == MorningColour::amber;
    }

    DayDecision run(const Wishes& wishes) && {
        for (const auto& step : routine_.steps) decisions_.push_back(decided(step.exercise));
        require_known(wishes.easier);
        require_known(wishes.harder);
        for (const auto& name : wishes.easier) make_easier(at(name));
        for (const auto& name : wishes.harder) make_harder(at(name));
        let_step_up();
        return collected();
    }

   private:
    Decision decided(const std::string& exercise) const {
        const auto known = knowledge_.exercises.find(exercise);
        const auto allowed = knowledge_.allowed.find(exercise);
        const auto when =
            allowed == knowledge_.allowed.end() ? std::nullopt : std::optional(allowed->second);
        if (known == knowledge_.exercises.end()) return begun(exercise);
        ExerciseState state = known->second.state;
        if (!is_known(state.rung, exercise_)) state.rung = exercise;
        if (state.given && !is_known(*state.given, exercise_)) state.given.reset();
        return coach::decide(state, &knowledge_.sessions.at(known->second.session), exercise_, when,
                             now_);
    }

    /// A new exercise begins where the routine has it; after a break lower, after a long one at
    /// level 1.
    Decision begun(const std::string& exercise) const {
        Decision decision;
        ExerciseState& state = decision.state;
        state.exercise = exercise;
        state.rung = exercise;
        const bool restart = now_.days_off && *now_.days_off >= now_.coach.days_to_restart;
        const bool lower = now_.days_off && *now_.days_off >= now_.coach.days_to_lower;
        if (restart) {
            to_level_one(state, exercise_);
        } else if (lower && exercise_(exercise).easier) {
            step_down(state, exercise_(exercise));
        }
        decision.reason = {exercise,
                           CoachRule::begins,
                           {},
                           false,
                           fmt::format("{} begins.", exercise_(state.rung).name)};
        return decision;
    }

    void require_known(const std::vector<std::string>& names) const {
        std::vector<std::string> known;
        known.reserve(routine_.steps.size());
        for (const auto& step : routine_.steps) known.push_back(step.exercise);
        for (const auto& name : names) {
            if (std::ranges::find(known, name) != known.end()) continue;
            throw Error(fmt::format("'{}' is not in the routine '{}'.{}", name, routine_.id,
                                    did_you_mean(name, known)));
        }
    }

    Decision& at(const std::string& name) {
        return *std::ranges::find_if(decisions_,
                                     [&](const Decision& d) { return d.state.exercise == name; });
    }

    static bool is_out(const Decision& decision) {
        return decision.reason.rule == CoachRule::rests ||
               decision.reason.rule == CoachRule::retired ||
               (decision.reason.rule == CoachRule::red && decision.state.resting > 0);
    }

    void make_easier(Decision& decision) {
        const Exercise& rung = exercise_(decision.state.rung);
        step_down(decision.state, rung);
        decision.ready = false;
        decision.reason = {
            decision.state.exercise,
            CoachRule::by_hand,
            {},
            true,
            fmt::format("{}: easier, as you asked.", exercise_(decision.state.rung).name)};
    }

    /// One step up, only if the last exposure does not speak against it and pain now is low.
    void make_harder(Decision& decision) {
        const std::string name = exercise_(decision.state.rung).name;
        const bool calm =
            decision.reason.rule == CoachRule::stays || decision.reason.rule == CoachRule::begins;
        if (today_.gate != Gate::none || lighter_ || !calm || last_was_sore(decision.state)) {
            throw Error(fmt::format("{} cannot be made harder today: {}", name,
                                    calm ? "today calls for less" : decision.reason.text));
        }
        if (auto against = raise(decision)) {
            throw Error(fmt::format("{} cannot be made harder: {}", name, *against));
        }
        decision.reason.rule = CoachRule::by_hand;
        decision.reason.text =
            fmt::format("{}: harder, as you asked.", exercise_(decision.state.rung).name);
    }

    static bool last_was_sore(const ExerciseState& state) {
        const auto sore = [](const SideState& side) {
            return !side.counted.empty() && side.counted.back().colour != Colour::green;
        };
        return sore(state.left) || sore(state.right);
    }

    const Step& step_of(const std::string& exercise) const {
        return *std::ranges::find(routine_.steps, exercise, &Step::exercise);
    }

    Dose dose_of(const ExerciseState& state, const Exercise& rung) const {
        if (rung.id != state.exercise) return rung.dose;
        return merged(step_of(state.exercise).dose, rung.dose);
    }

    /// Takes the step up, or returns why not, as a clause.
    std::optional<std::string> raise(Decision& decision) {
        ExerciseState raised = decision.state;
        const Exercise& rung = exercise_(raised.rung);
        if (!step_up(raised, rung, dose_of(raised, rung), today_.coach)) {
            return "there is nothing harder on its ladder";
        }
        if (raised.rung != rung.id) {
            if (auto against = against_rung(raised.rung, decision.state)) return against;
        } else if (auto out = not_given(rung, decision.state)) {
            return out;
        }
        const bool variant = raised.rung != rung.id;
        decision.state = std::move(raised);
        decision.state.stepped_up = day_;
        decision.state.left.counted.clear();
        decision.state.right.counted.clear();
        decision.reason = {decision.state.exercise,
                           CoachRule::steps_up,
                           {},
                           true,
                           up_words(rung, variant, decision.state)};
        return std::nullopt;
    }

    /// Why a rung cannot grow: what was not given cannot have been shown to be easy.
    std::optional<std::string> not_given(const Exercise& rung, const ExerciseState& state) const {
        if (objection(rung, today_.person)) return std::nullopt;  // its substitute grows instead
        if (today_.cap && rung.level > *today_.cap) return "it is above this week's level";
        if (state.given && *state.given != rung.id) return "an easier one was done last time";
        return std::nullopt;
    }

    std::optional<std::string> against_rung(const std::string& id,
                                            const ExerciseState& state) const {
        if (!is_known(id, exercise_)) return fmt::format("there is no '{}'", id);
        const Exercise& next = exercise_(id);
        if (state.given && *state.given != state.rung) return "an easier one was done last time";
        if (today_.cap && next.level > *today_.cap) {
            return fmt::format("{} is above this week's level", next.name);
        }
        if (auto words = objection(next, today_.person)) {
            return fmt::format("{} is left out, {}", next.name, *words);
        }
        if (!is_off_floor(next.position) && stays_off_floor(routine_, exercise_)) {
            return fmt::format("{} is done on the floor, and this routine is not", next.name);
        }
        for (const auto& other : decisions_) {
            if (other.state.exercise == state.exercise) continue;
            if (other.state.exercise == id || other.state.rung == id) {
                return fmt::format("{} comes next, and is in this session already", next.name);
            }
        }
        return std::nullopt;
    }

    std::string up_words(const Exercise& before, bool variant, const ExerciseState& state) const {
        const Exercise& rung = exercise_(state.rung);
        if (variant) {
            return fmt::format("{} in place of {}: two comfortable sessions and mornings.",
                               rung.name, before.name);
        }
        const Step& step = step_of(state.exercise);
        const Sides sides =
            rung.id == state.exercise ? step.sides.value_or(rung.sides) : rung.sides;
        const Work work = work_at(rung, dose_of(state, rung), sides, state.place, today_.coach);
        return fmt::format("{} a little more, {}: two comfortable sessions and mornings.",
                           rung.name, amount_words(work));
    }

    bool climbs(const Decision& decision) const {
        const Exercise& planned = exercise_(decision.state.exercise);
        return planned.harder || planned.easier;
    }

    /// Lets a limited number step up (docs/design/care.md, "Rules", A4): those on a ladder before
    /// those that only settle, then in the order of the routine.
    void let_step_up() {
        std::vector<Decision*> ready;
        for (auto& decision : decisions_) {
            if (decision.ready) ready.push_back(&decision);
        }
        std::ranges::stable_partition(ready, [&](const Decision* d) { return climbs(*d); });
        int left = today_.coach.steps_per_session;
        for (auto& decision : decisions_) {
            if (decision.reason.rule == CoachRule::by_hand && decision.state.stepped_up == day_)
                --left;
        }
        for (Decision* decision : ready) {
            const std::string name = exercise_(decision->state.rung).name;
            std::optional<std::string> against;
            if (today_.gate != Gate::none || lighter_) {
                against = "today calls for less";
            } else if (left <= 0) {
                against = fmt::format("at most {} exercises step up on one day",
                                      today_.coach.steps_per_session);
            } else {
                against = raise(*decision);
            }
            if (!against) {
                --left;
                continue;
            }
            decision->reason.rule = CoachRule::limit;
            decision->reason.text = fmt::format("{} stays: {}.", name, *against);
        }
    }

    DayDecision collected() {
        DayDecision day;
        day.lighter = lighter_;
        day.record.cap = today_.cap;
        for (auto& decision : decisions_) {
            ExerciseState& state = decision.state;
            const bool out = is_out(decision);
            day.standings[state.exercise] = {state.rung, state.place, state.half, out};
            if (decision.reason.rule == CoachRule::retired && decision.reason.change) {
                day.retired.push_back(state.exercise);
            }
            state.given.reset();
            day.record.reasons.push_back(std::move(decision.reason));
            day.record.states.push_back(std::move(state));
        }
        if (lighter_) {
            // NOLINTNEXTLINE(bugprone-unchecked-optional-access): lighter is so for the last day
            const std::string last = short_day(knowledge_.last->day);
            day.record.reasons.push_back(
                {"",
                 CoachRule::lighter,
                 {},
                 true,
                 fmt::format("A little less of everything today: the morning after {} was above "
                             "the usual.",
                             last)});
        }
        return day;
    }

    const Routine& routine_;
    const ExerciseLookup& exercise_;
    const Today& today_;
    Day day_;
    const Knowledge& knowledge_;
    Circumstances now_;
    bool lighter_ = false;
    std::vector<Decision> decisions_;
};

}  // namespace

DayDecision decide_day(const Routine& routine, const ExerciseLookup& exercise, const Today& today,
                       Day day, const Knowledge& knowledge, const PainThresholds& pain,
                       const Wishes& wishes) {
    return DayCoach(routine, exercise, today, day, knowledge, pain).run(wishes);
}

void note_given(CoachRecord& record, const Prescription& prescription) {
    for (auto& state : record.states) {
        const auto step = std::ranges::find(prescription.steps, state.exercise,
                                            &PrescribedStep::planned_exercise);
        state.given.reset();
        if (step != prescription.steps.end()) state.given = step->work.exercise.id;
    }
}

}  // namespace hipflow::coach
