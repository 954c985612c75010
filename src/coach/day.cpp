// SPDX-License-Identifier: MIT
#include "coach/day.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "coach/allowed.h"
#include "coach/amounts.h"
#include "coach/assignment.h"
#include "coach/gate.h"
#include "coach/ladder.h"
#include "coach/readiness.h"
#include "domain/dose.h"
#include "domain/names.h"
#include "domain/spelling.h"

namespace hipflow::coach {
namespace {

/// In this time from the first session on, one exercise steps up on a day at most.
constexpr auto settling_in = std::chrono::days(14);

/// Colour of the morning after the last day of exercise; nullopt if it is not known, or that day is
/// today.
std::optional<MorningColour> last_morning(const Knowledge& knowledge, Day today,
                                          const PainThresholds& pain) {
    if (!knowledge.last || knowledge.last->day >= today) return std::nullopt;
    return morning_colour(*knowledge.last, knowledge.mornings, pain);
}

/// Rest and breathing, where there is nothing to make harder.
bool is_settling(const Exercise& exercise) {
    return std::ranges::find(exercise.target, "settling") != exercise.target.end();
}

/// A day's decisions: exercise by exercise, then step by step.
class DayCoach {
   public:
    DayCoach(const Routine& routine, const ExerciseLookup& exercise, const Today& today, Day day,
             const Knowledge& knowledge, const PainThresholds& pain)
        : routine_(routine),
          exercise_(exercise),
          today_(today),
          day_(day),
          knowledge_(knowledge),
          starts_(knowledge.starts) {
        if (today.at) starts_.push_back({*today.at, day, today.before});
        now_.today = day;
        now_.mornings = knowledge.mornings;
        now_.starts = starts_;
        now_.rhythm = rhythm_of(knowledge.starts);
        now_.pain = pain;
        now_.coach = today.coach;
        if (knowledge.last) {
            now_.days_off = static_cast<int>((day - knowledge.last->day).count());
        }
        lighter_ = last_morning(knowledge, day, pain) == MorningColour::amber;
    }

    DayDecision run(const Wishes& wishes) && {
        take_in();
        was_ = assigned();
        judge_all();
        come_down_after_gap();
        require_known(wishes.easier);
        require_known(wishes.harder);
        slots_ = assigned();
        for (const auto& name : wishes.easier) make_easier(name);
        slots_ = assigned();
        explain();
        for (const auto& name : wishes.harder) make_harder(reason_of(name));
        let_step_up();
        return collected();
    }

   private:
    void take_in() {
        for (const auto& [id, known] : knowledge_.exercises) {
            if (!is_known(id, exercise_)) continue;
            const Past& last = knowledge_.sessions.at(known.session);
            states_[id] = taken_in(known.state, last, exercise_(id), now_);
        }
    }

    std::vector<Slot> assigned() const {
        return assign(routine_, states_, exercise_, entry_level(), day_);
    }

    int entry_level() const {
        const bool long_off = now_.days_off && *now_.days_off >= days_to_lower(now_);
        return today_.newcomer || long_off ? 1 : usual_entry_level;
    }

    void judge_all() {
        for (const auto& [id, known] : knowledge_.exercises) {
            if (!is_known(id, exercise_)) continue;
            const Past& last = knowledge_.sessions.at(known.session);
            verdicts_[id] = judge(states_, known.state, last, exercise_, allowed(id), now_);
        }
    }

    /// When the user last brought the exercise back, by whatever name of its ladder.
    std::optional<Instant> allowed(const std::string& id) const {
        std::vector<std::string> names = rungs_above(id, exercise_);
        const auto below = rungs_below(id, exercise_);
        names.insert(names.end(), below.begin(), below.end());
        names.push_back(id);
        std::optional<Instant> newest;
        for (const auto& name : names) {
            const auto found = knowledge_.allowed.find(name);
            if (found == knowledge_.allowed.end()) continue;
            newest = std::max(newest.value_or(found->second), found->second);
        }
        return newest;
    }

    /// A break never leads to more than was decided otherwise (docs/design/care.md, "Rules", A6).
    void come_down_after_gap() {
        if (!now_.days_off || *now_.days_off < days_to_bottom(now_)) return;
        for (auto& [id, state] : states_) {
            if (std::exchange(state.place, 0) > 0) state.stepped_up.reset();
        }
        const bool restart = *now_.days_off >= days_to_restart(now_);
        const bool lower = *now_.days_off >= days_to_lower(now_);
        if (!lower) return;
        for (const auto& slot : assigned()) {
            const Exercise& rung = exercise_(slot.rung);
            if (slot.waits || rung.level <= 1 || changed(slot.rung)) continue;
            if (restart) {
                to_level_one(states_, rung.id, exercise_);
            } else {
                step_down(states_, rung.id, exercise_);
            }
        }
    }

    /// Returns whether a rule has lowered an exercise already.
    bool changed(const std::string& id) const {
        const auto found = verdicts_.find(id);
        return found != verdicts_.end() && found->second.sore && found->second.change;
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

    const Slot& slot(const std::string& planned) const {
        return *std::ranges::find(slots_, planned, &Slot::planned);
    }

    CoachReason& reason_of(const std::string& planned) {
        return *std::ranges::find(reasons_, planned, &CoachReason::exercise);
    }

    void make_easier(const std::string& planned) {
        step_down(states_, slot(planned).rung, exercise_);
        made_easier_.insert(planned);
    }

    // Sentences.

    const Verdict* verdict(const std::string& id) const {
        const auto found = verdicts_.find(id);
        return found == verdicts_.end() ? nullptr : &found->second;
    }

    const ExerciseState* state(const std::string& id) const {
        const auto found = states_.find(id);
        return found == states_.end() ? nullptr : &found->second;
    }

    const std::string& name(const std::string& id) const { return exercise_(id).name; }

    void explain() {
        reasons_.reserve(slots_.size());
        for (std::size_t i = 0; i < slots_.size(); ++i) {
            reasons_.push_back(reason_for(slots_[i], was_[i]));
        }
    }

    CoachReason reason_for(const Slot& now, const Slot& was) const {
        CoachReason reason;
        reason.exercise = now.planned;
        if (made_easier_.contains(now.planned)) {
            reason.rule = CoachRule::by_hand;
            reason.change = true;
            reason.text = fmt::format("{}: easier, as you asked.", name(now.rung));
            return reason;
        }
        if (now.waits) {
            reason.rule = CoachRule::limit;
            reason.text = fmt::format("{} waits until {} is comfortable at its full amount.",
                                      name(now.planned), name(now.because));
            return reason;
        }
        const Verdict* told = verdict(was.rung);
        if (told != nullptr && told->rule != CoachRule::stays) return told_by(*told, now, was);
        if (after_gap(now, was)) {
            reason.rule = CoachRule::gap;
            reason.text = fmt::format("{}: an easy start again.", name(now.rung));
            return reason;
        }
        return unchanged(now, was, told);
    }

    /// What a rule decided, in the words of what is given.
    CoachReason told_by(const Verdict& told, const Slot& now, const Slot& was) const {
        CoachReason reason{now.planned, told.rule, told.side, told.change, told.text};
        if (!told.text.empty()) return reason;
        if (now.rung != was.rung) {
            reason.text =
                fmt::format("{} in place of {}: {}.", name(now.rung), name(was.rung), told.why);
        } else {
            reason.text = fmt::format("{} {}: {}.", name(now.rung),
                                      is_less(now) ? "with less" : "stays", told.why);
        }
        return reason;
    }

    /// Returns whether the slot holds less of its exercise than the last session did.
    bool is_less(const Slot& now) const {
        const auto known = knowledge_.exercises.find(now.rung);
        const ExerciseState* state = this->state(now.rung);
        if (known == knowledge_.exercises.end() || state == nullptr) return false;
        const ExerciseState& before = known->second.state;
        const auto words = [&](int place, bool half) {
            const Exercise& rung = exercise_(now.rung);
            Work work = work_at(rung, dose_of(now.planned, rung), rung.sides, place, today_.coach);
            return amount_words(half ? halved(std::move(work)) : work);
        };
        return words(state->place, state->half || now.half) != words(before.place, before.half);
    }

    bool after_gap(const Slot& now, const Slot& was) const {
        if (!now_.days_off || *now_.days_off < days_to_bottom(now_)) return false;
        const auto known = knowledge_.exercises.find(was.rung);
        return now.rung != was.rung ||
               (known != knowledge_.exercises.end() && known->second.state.place > 0);
    }

    CoachReason unchanged(const Slot& now, const Slot& was, const Verdict* told) const {
        CoachReason reason;
        reason.exercise = now.planned;
        if (now.rung != was.rung) {
            reason.rule = CoachRule::amber;
            reason.change = true;
            reason.text = fmt::format(
                "{} in place of {}: what is below it on its ladder has been "
                "sore.",
                name(now.rung), name(was.rung));
            return reason;
        }
        if (now.half) {
            reason.text =
                fmt::format("{} by half: {} has been sore.", name(now.rung), name(now.because));
            return reason;
        }
        const ExerciseState* known = state(now.rung);
        if (known == nullptr || !known->stood) {
            reason.rule = CoachRule::begins;
            reason.text = fmt::format("{} begins.", name(now.rung));
            if (now.rung != now.planned && is_easier_rung(now.rung, now.planned, exercise_)) {
                reason.text += fmt::format(" {} follows when it is comfortable at its full amount.",
                                           name(now.planned));
            }
            return reason;
        }
        reason.side = told == nullptr ? std::nullopt : told->side;
        const std::string why = told == nullptr ? "" : told->why;
        reason.text = why.empty() ? fmt::format("{} stays.", name(now.rung))
                                  : fmt::format("{} stays: {}.", name(now.rung), why);
        return reason;
    }

    // Steps up.

    /// One step up, only if the last exposure does not speak against it and pain now is low.
    void make_harder(CoachReason& reason) {
        const Slot& now = slot(reason.exercise);
        const bool calm = reason.rule == CoachRule::stays || reason.rule == CoachRule::begins ||
                          reason.rule == CoachRule::limit;
        const std::string rung = name(now.rung);
        if (today_.gate != Gate::none || lighter_ || !calm || now.waits || now.half ||
            last_was_sore(now.rung)) {
            throw Error(fmt::format("{} cannot be made harder today: {}", rung,
                                    calm && !now.waits ? "today calls for less" : reason.text));
        }
        if (auto against = raise(reason)) {
            throw Error(fmt::format("{} cannot be made harder: {}", rung, *against));
        }
        reason.rule = CoachRule::by_hand;
        reason.text = fmt::format("{}: harder, as you asked.", name(slot(reason.exercise).rung));
        ++steps_taken_;
    }

    bool last_was_sore(const std::string& id) const {
        const ExerciseState* known = state(id);
        if (known == nullptr) return false;
        const auto sore = [](const SideState& side) {
            return !side.counted.empty() && side.counted.back().colour != Colour::green;
        };
        return sore(known->left) || sore(known->right);
    }

    const Step& step_of(const std::string& planned) const {
        return *std::ranges::find(routine_.steps, planned, &Step::exercise);
    }

    Dose dose_of(const std::string& planned, const Exercise& rung) const {
        if (rung.id != planned) return rung.dose;
        return merged(step_of(planned).dose, rung.dose);
    }

    /// What was given in place of a rung that the person leaves out, and grows by itself.
    std::optional<std::string> substitute_of(const Slot& now) const {
        if (!objection(exercise_(now.rung), today_.person)) return std::nullopt;
        for (const auto& [id, known] : knowledge_.exercises) {
            if (known.state.held == now.planned && id != now.rung) return id;
        }
        return std::nullopt;
    }

    /// Takes the step up, or returns why not, as a clause.
    std::optional<std::string> raise(CoachReason& reason) {
        const Slot now = slot(reason.exercise);
        const auto substitute = substitute_of(now);
        const std::string id = substitute.value_or(now.rung);
        const Exercise& rung = exercise_(id);
        const auto next = rung_after(id, now.planned, exercise_);
        ExerciseState& state = state_in(states_, id);
        const bool at_top = state.place >= steps_in_band(dose_of(now.planned, rung), today_.coach);
        const bool comes_back = next && !substitute && state_in(states_, *next).closed;
        std::string grown = id;
        if (state.half) {
            state.half = false;
        } else if (is_settling(rung)) {
            return "there is nothing harder on its ladder";
        } else if (next && !substitute && (comes_back || at_top)) {
            if (at_top) state.topped = true;
            if (auto against = against_rung(*next, now)) {
                if (at_top) return against;
                ++state.place;
            } else {
                climb(state, *next, now.planned);
                grown = *next;
            }
        } else if (at_top) {
            state.topped = true;
            return "there is nothing harder on its ladder";
        } else {
            if (auto out = against_growth(rung)) return out;
            ++state.place;
        }
        settle(state, grown);
        slots_ = assigned();
        reason.rule = CoachRule::steps_up;
        reason.side.reset();
        reason.change = true;
        reason.text = up_words(rung, grown, now.planned);
        return std::nullopt;
    }

    void climb(ExerciseState& from, const std::string& to, const std::string& planned) {
        if (!is_easier_rung(from.exercise, planned, exercise_)) from.mastered = true;
        ExerciseState& next = state_in(states_, to);
        next.closed = false;
        next.place = 0;
        if (from.topped) return;
        next.stood = true;  // it was earned before
    }

    void settle(ExerciseState& from, const std::string& to) {
        for (ExerciseState* state : {&from, &state_in(states_, to)}) {
            state->left.counted.clear();
            state->right.counted.clear();
        }
        state_in(states_, to).stepped_up = day_;
    }

    /// Why a rung cannot grow: what was not given cannot have been shown to be easy.
    std::optional<std::string> against_growth(const Exercise& rung) const {
        if (today_.cap && rung.level > *today_.cap) return "it is above this week's level";
        return std::nullopt;
    }

    std::optional<std::string> against_rung(const std::string& id, const Slot& now) const {
        const Exercise& next = exercise_(id);
        if (today_.cap && next.level > *today_.cap) {
            return fmt::format("{} is above this week's level", next.name);
        }
        if (auto words = objection(next, today_.person)) {
            return fmt::format("{} is left out, {}", next.name, *words);
        }
        if (!is_off_floor(next.position) && stays_off_floor(routine_, exercise_)) {
            return fmt::format("{} is done on the floor, and this routine is not", next.name);
        }
        if (const ExerciseState* known = state(id); known != nullptr && known->failures >= 3) {
            if (known->taken_back && day_ - *known->taken_back < std::chrono::days(56)) {
                return fmt::format("{} is your level for now, and a good one", name(now.rung));
            }
        }
        for (const auto& other : slots_) {
            if (other.planned == now.planned) continue;
            if (other.planned == id || other.rung == id) {
                return fmt::format("{} comes next, and stands in this session already", next.name);
            }
        }
        return std::nullopt;
    }

    std::string up_words(const Exercise& before, const std::string& grown,
                         const std::string& planned) const {
        constexpr std::string_view because = "comfortable sessions and mornings";
        const Exercise& rung = exercise_(grown);
        if (rung.id != before.id) {
            return fmt::format("{} in place of {}: {}.", rung.name, before.name, because);
        }
        const Step& step = step_of(planned);
        const Sides sides = rung.id == planned ? step.sides.value_or(rung.sides) : rung.sides;
        const int place = state(grown)->place;
        const Work work = work_at(rung, dose_of(planned, rung), sides, place, today_.coach);
        return fmt::format("{} a little more, {}: {}.", rung.name, amount_words(work), because);
    }

    bool climbs(const CoachReason& reason) const {
        const Exercise& planned = exercise_(reason.exercise);
        return planned.harder || planned.easier;
    }

    bool is_ready(const CoachReason& reason) const {
        const Slot& now = slot(reason.exercise);
        if (reason.rule != CoachRule::stays || now.waits || now.half) return false;
        const Verdict* told = verdict(substitute_of(now).value_or(now.rung));
        return told != nullptr && told->ready;
    }

    /// Why nothing steps up today, as a clause.
    std::optional<std::string> against_any_step() const {
        if (today_.gate != Gate::none || lighter_) return "today calls for less";
        const bool sore = std::ranges::any_of(slots_,
                                              [&](const Slot& now) {
                                                  const Verdict* told = verdict(now.rung);
                                                  return told != nullptr && told->sore;
                                              }) ||
                          std::ranges::any_of(was_, [&](const Slot& was) {
                              const Verdict* told = verdict(was.rung);
                              return told != nullptr && told->sore;
                          });
        if (sore) return "something was sore last time";
        const auto usual = usual_before(day_, knowledge_.mornings);
        if (usual && today_.before && today_.before->value() > std::ceil(*usual)) {
            return "pain is above your usual today";
        }
        return std::nullopt;
    }

    int steps_allowed() const {
        const bool settling = knowledge_.first && day_ - *knowledge_.first < settling_in;
        return settling ? std::min(1, today_.coach.steps_per_session)
                        : today_.coach.steps_per_session;
    }

    /// Lets a limited number step up (docs/design/care.md, "Rules", A4): those on a ladder before
    /// those that only settle, then in the order of the routine.
    void let_step_up() {
        std::vector<CoachReason*> ready;
        for (auto& reason : reasons_) {
            if (is_ready(reason)) ready.push_back(&reason);
        }
        std::ranges::stable_partition(ready, [&](const CoachReason* r) { return climbs(*r); });
        const auto against_all = against_any_step();
        for (CoachReason* reason : ready) {
            const std::string rung = name(slot(reason->exercise).rung);
            std::optional<std::string> against = against_all;
            if (!against && steps_taken_ >= steps_allowed()) {
                against =
                    steps_allowed() == 1
                        ? "at most one exercise steps up on one day in the first two weeks"
                        : fmt::format("at most {} exercises step up on one day", steps_allowed());
            }
            if (!against) against = raise(*reason);
            if (!against) {
                ++steps_taken_;
                continue;
            }
            reason->rule = CoachRule::limit;
            reason->text = fmt::format("{} stays: {}.", rung, *against);
        }
    }

    // The record.

    /// Returns whether the step's exercise rests or is retired; a rest goes on by one session.
    bool is_left_out(const Slot& now) {
        if (now.waits) return true;
        const auto found = states_.find(now.rung);
        if (found == states_.end()) return false;
        ExerciseState& known = found->second;
        if (known.retired) return true;
        if (known.resting == 0) return false;
        --known.resting;
        known.returning = known.resting == 0;
        return true;
    }

    DayDecision collected() {
        DayDecision day;
        day.lighter = lighter_;
        day.record.cap = today_.cap;
        for (auto& [id, known] : states_) {
            day.standings[id] = {id, known.place, known.half, false};
        }
        for (auto& reason : reasons_) {
            const Slot now = slot(reason.exercise);
            const bool out = is_left_out(now);
            const ExerciseState& known = state_in(states_, now.rung);
            day.standings[now.planned] = {now.rung, known.place, known.half || now.half, out};
            if (reason.rule == CoachRule::retired && reason.change) day.retired.push_back(now.rung);
            day.record.reasons.push_back(std::move(reason));
        }
        for (auto& [id, known] : states_) {
            known.held.reset();
            day.record.states.push_back(std::move(known));
        }
        add_for_all(day.record);
        return day;
    }

    /// The reasons that concern the whole session.
    void add_for_all(CoachRecord& record) const {
        const auto add = [&](CoachRule rule, std::string text) {
            record.reasons.push_back({"", rule, {}, true, std::move(text)});
        };
        if (now_.days_off && *now_.days_off >= days_to_lower(now_)) {
            add(CoachRule::gap,
                fmt::format("It has been {} days, so everything starts a step easier. It comes "
                            "back quickly.",
                            *now_.days_off));
        }
        if (lighter_) {
            // NOLINTNEXTLINE(bugprone-unchecked-optional-access): lighter is so for the last day
            const std::string last = short_day(knowledge_.last->day);
            add(CoachRule::lighter,
                fmt::format("A little less of everything today: the morning after {} was sorer "
                            "than usual.",
                            last));
        }
    }

    const Routine& routine_;
    const ExerciseLookup& exercise_;
    const Today& today_;
    Day day_;
    const Knowledge& knowledge_;
    std::vector<Start> starts_;
    Circumstances now_;
    bool lighter_ = false;
    States states_;
    std::map<std::string, Verdict, std::less<>> verdicts_;
    std::vector<Slot> was_;    // as the last session left it
    std::vector<Slot> slots_;  // of today
    std::vector<CoachReason> reasons_;
    std::set<std::string, std::less<>> made_easier_;
    int steps_taken_ = 0;
};

}  // namespace

DayDecision decide_day(const Routine& routine, const ExerciseLookup& exercise, const Today& today,
                       Day day, const Knowledge& knowledge, const PainThresholds& pain,
                       const Wishes& wishes) {
    return DayCoach(routine, exercise, today, day, knowledge, pain).run(wishes);
}

std::vector<std::string> on_ladders_of(const Routine& routine, const ExerciseLookup& exercise) {
    std::set<std::string> ids;
    for (const auto& step : routine.steps) {
        ids.insert(step.exercise);
        for (auto& rung : rungs_below(step.exercise, exercise)) ids.insert(std::move(rung));
        for (auto& rung : rungs_above(step.exercise, exercise)) ids.insert(std::move(rung));
    }
    return {ids.begin(), ids.end()};
}

void note_given(CoachRecord& record, const Prescription& prescription) {
    for (auto& state : record.states) state.held.reset();
    for (const auto& step : prescription.steps) {
        const std::string& id = step.work.exercise.id;
        auto state = std::ranges::find(record.states, id, &ExerciseState::exercise);
        if (state == record.states.end()) {
            record.states.emplace_back().exercise = id;
            state = std::prev(record.states.end());
        }
        state->held = step.planned_exercise;
        const auto reason =
            std::ranges::find(record.reasons, step.planned_exercise, &CoachReason::exercise);
        if (reason != record.reasons.end()) reason->given = id;
    }
}

}  // namespace hipflow::coach
