// SPDX-License-Identifier: MIT
#include "coach/prescribe.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "coach/allowed.h"
#include "coach/amounts.h"
#include "coach/ladder.h"
#include "domain/dose.h"
#include "session/timeline.h"

namespace hipflow::coach {
namespace {

constexpr int highest_of_all = 3;

Side first_side(First first, std::optional<Side> sore_side) {
    switch (first) {
        case First::left:
            return Side::left;
        case First::right:
            return Side::right;
        case First::better:
            return sore_side ? other(*sore_side) : Side::left;
        case First::worse:
            return sore_side.value_or(Side::left);
    }
    return Side::left;
}

constexpr std::string_view ask_somebody =
    "Your physiotherapist or doctor can tell you which movements suit you.";

std::string too_little_words(Millis left, Millis all) {
    return fmt::format(
        "With what you leave out, {} of {} of work are left: too little for a session. 'hipflow "
        "routine list' shows what there is for you. {}",
        spell_duration(left), spell_duration(all), ask_somebody);
}

/// The work of a session, which its words do not change.
Millis work_in(const Prescription& prescription) {
    session::Hearing wordless;
    wordless.voice = false;
    return session::compile(prescription, AskPeak::at_the_end, wordless).work;
}

class Prescriber {
   public:
    Prescriber(const Routine& routine, const ExerciseLookup& exercise, const Today& today)
        : routine_(routine),
          exercise_(exercise),
          today_(today),
          off_floor_(stays_off_floor(routine, exercise)) {
        for (const auto& step : routine.steps) {
            taken_.insert(step.exercise);
            taken_.insert(standing_of(step.exercise).rung);
        }
    }

    Prescription run() {
        Prescription result;
        result.routine = routine_.id;
        result.name = routine_.name;
        result.counts = routine_.counts;
        result.gaps = gaps();
        for (const auto& step : routine_.steps) {
            if (auto prescribed = prescribe_step(step)) {
                result.steps.push_back(std::move(*prescribed));
            }
        }
        // Alternates come last, so that none keeps a step from its own exercise.
        for (auto& step : result.steps) step.easier = alternates(step);
        const std::set<std::string> needs = needs_of(result);
        for (auto& step : result.steps) step.alternatives = alternatives(step, needs);
        result.closing = closing();
        warn(result);
        result.reasons = std::move(reasons_);
        if (result.steps.empty()) throw NothingLeft(nothing_left(result.reasons));
        if (leaves_out_anything()) tell_too_little(result);
        note_person(result);
        return result;
    }

   private:
    Gaps gaps() const {
        constexpr Gaps usual{std::nullopt, std::nullopt, std::nullopt, usual_set_gap};
        return or_else(or_else(routine_.gaps, today_.gaps), usual);
    }

    std::optional<PrescribedStep> prescribe_step(const Step& step) {
        const Standing standing = standing_of(step.exercise);
        if (standing.left_out) return std::nullopt;
        const Exercise& rung = exercise_(standing.rung);
        PrescribedStep result;
        result.planned_exercise = step.exercise;
        if (const auto words = why_not(rung, step)) {
            if (!replace(result, rung, step, *words)) return std::nullopt;
        } else {
            take(rung);
            result.work = work_of(rung, step, standing.steps);
        }
        result.work = for_today(std::move(result.work), standing.half);
        if (today_.gate != Gate::gentle && result.work.sides == Sides::each) {
            result.extra = step.extra;
        }
        result.first = first_side(step.first, today_.sore_side);
        result.order = step.order.value_or(change_of(result.work.exercise) == SideChange::stay
                                               ? SideOrder::each_set
                                               : SideOrder::each_side);
        result.gap = step.gap.value_or(gaps().set.value_or(usual_set_gap));
        result.optional = step.optional;
        return result;
    }

    Standing standing_of(const std::string& exercise) const {
        const auto found = today_.standings.find(exercise);
        if (found != today_.standings.end()) return found->second;
        Standing standing;
        standing.rung = exercise;
        return standing;
    }

    /// The routine's own exercise gets the routine's dose, any other rung its own.
    Work work_of(const Exercise& rung, const Step& step, int steps) const {
        if (rung.id != step.exercise) {
            return work_at(rung, rung.dose, rung.sides, steps, today_.coach);
        }
        return work_at(rung, merged(step.dose, rung.dose), step.sides.value_or(rung.sides), steps,
                       today_.coach);
    }

    Work for_today(Work work, bool half) const {
        if (half || today_.gate == Gate::gentle) return halved(std::move(work));
        if (today_.lighter) return lightened(std::move(work), today_.coach.lighter_percent);
        return work;
    }

    /// Returns whether the exercise may be given at all, here and today.
    bool fits(const Exercise& exercise) const {
        return exercise.level <= highest_level() && !is_too_low(exercise) &&
               !objection(exercise, today_.person);
    }

    /// A routine for a chair or a corridor takes nobody down to the floor.
    bool is_too_low(const Exercise& exercise) const {
        return off_floor_ && !is_off_floor(exercise.position);
    }

    int highest_level() const {
        if (today_.gate == Gate::gentle) return 1;
        return today_.cap.value_or(highest_of_all);
    }

    /// Why a rung is not given in a step, as a clause; nullopt if it is.
    std::optional<std::string> why_not(const Exercise& rung, const Step& step) const {
        if (auto words = objection(rung, today_.person)) return words;
        if (is_too_low(rung)) return "it is done on the floor, and this routine is not";
        if (today_.gate == Gate::gentle && rung.level > 1) return "it is more than today calls for";
        if (rung.level > highest_level()) {
            return fmt::format("it is level {}, and this week of the program goes up to {}",
                               rung.level, highest_level());
        }
        if (rung.id != step.exercise && is_another_steps(rung.id, step)) {
            return "it is in this session already";
        }
        return std::nullopt;
    }

    bool is_another_steps(const std::string& id, const Step& step) const {
        return given_.contains(id) || std::ranges::any_of(routine_.steps, [&](const Step& other) {
                   return other.exercise == id && other.exercise != step.exercise;
               });
    }

    /// Puts the nearest free lower rung that fits in the step's place, preferably on the floor or
    /// off it as the planned exercise is. Never a rung above: a person who is kept from an exercise
    /// is not to be given more. Returns false if there is none.
    bool replace(PrescribedStep& result, const Exercise& planned, const Step& step,
                 const std::string& why) {
        auto rungs = easier_rungs(planned);
        std::erase_if(rungs, [&](const Exercise* rung) { return rung->level > planned.level; });
        const bool off_floor = is_off_floor(exercise_(step.exercise).position);
        std::ranges::stable_partition(
            rungs, [&](const Exercise* rung) { return is_off_floor(rung->position) == off_floor; });
        for (const Exercise* rung : rungs) {
            if (!fits(*rung) || !is_free(*rung, step.exercise)) continue;
            take(*rung);
            result.work = work_of(*rung, step, standing_of(step.exercise).steps);
            result.reasons.push_back(
                fmt::format("{} takes the place of {}: {}.", rung->name, planned.name, why));
            return true;
        }
        reasons_.push_back(
            fmt::format("{} is left out: {}, and nothing else on its ladder is free for you today.",
                        planned.name, why));
        return false;
    }

    /// Returns whether no other step has it. A step may always return to the routine's own
    /// exercise.
    bool is_free(const Exercise& rung, const std::string& planned) const {
        const bool own = rung.id == planned && !given_.contains(rung.id);
        return own || !taken_.contains(rung.id);
    }

    void take(const Exercise& rung) {
        taken_.insert(rung.id);
        given_.insert(rung.id);
    }

    std::optional<Work> closing() const {
        if (!today_.closing || is_too_low(*today_.closing)) return std::nullopt;
        if (objection(*today_.closing, today_.person)) return std::nullopt;
        return work_at(*today_.closing, today_.closing->dose, today_.closing->sides, 0,
                       today_.coach);
    }

    void warn(const Prescription& prescription) {
        const auto warn_of_untagged = [&](const Exercise& exercise) {
            if (is_unknown_to(exercise, today_.person)) {
                reasons_.push_back(untagged_words(exercise));
            }
        };
        for (const auto& step : prescription.steps) {
            if (auto words = caution(step.work.exercise, today_.person)) {
                reasons_.push_back(*std::move(words));
            }
            warn_of_untagged(step.work.exercise);
            for (const auto& easier : step.easier) warn_of_untagged(easier.exercise);
        }
    }

    bool leaves_out_anything() const {
        return !today_.person.restrictions.empty() || !today_.person.avoided.empty();
    }

    /// Says so if less than half of the work that others would get today is left.
    void tell_too_little(Prescription& prescription) const {
        Today others = today_;
        others.person = {};
        try {
            const Prescription whole = Prescriber(routine_, exercise_, others).run();
            const Millis left = work_in(prescription);
            const Millis all = work_in(whole);
            if (left * 2 < all) prescription.reasons.push_back(too_little_words(left, all));
        } catch (const Error&) {
            return;  // too long, or nothing for anybody: there is nothing to compare with
        }
    }

    void note_person(Prescription& prescription) const {
        const Person& person = today_.person;
        std::vector<std::string> ids;
        ids.reserve(person.restrictions.size());
        for (const auto& restriction : person.restrictions) ids.push_back(restriction.id);
        prescription.restrictions = std::move(ids);
        prescription.avoid.emplace(person.avoided.begin(), person.avoided.end());
    }

    std::string nothing_left(const std::vector<std::string>& reasons) const {
        std::string text = fmt::format("nothing of '{}' is left for today.", routine_.id);
        for (const auto& reason : reasons) text += ' ' + reason;
        text += " 'hipflow routine list' shows other routines.";
        if (!today_.person.restrictions.empty()) text += fmt::format(" {}", ask_somebody);
        return text;
    }

    /// The free lower rungs, the nearest first. No exercise is given twice in a session.
    std::vector<Work> alternates(const PrescribedStep& of) {
        std::vector<Work> easier;
        for (const Exercise* rung : easier_rungs(of.work.exercise)) {
            if (!fits(*rung) || !is_free(*rung, of.planned_exercise)) continue;
            take(*rung);
            easier.push_back(
                for_today(work_at(*rung, rung->dose, rung->sides, 0, today_.coach), false));
        }
        return easier;
    }

    /// What the exercises of a session need: no more is at hand in it.
    static std::set<std::string> needs_of(const Prescription& prescription) {
        std::set<std::string> needs;
        for (const auto& step : prescription.steps) {
            const auto& own = step.work.exercise.needs;
            needs.insert(own.begin(), own.end());
        }
        return needs;
    }

    /// Free exercises for the same purpose, no harder and with what is at hand: those in the same
    /// position first, then those that share more of the purpose. None of its own ladder, where
    /// `easier` leads.
    std::vector<Work> alternatives(const PrescribedStep& of, const std::set<std::string>& needs) {
        constexpr std::size_t most = 2;
        const Exercise& own = of.work.exercise;
        std::vector<const Exercise*> found;
        for (const auto& id : today_.others) {
            if (!is_known(id, exercise_)) continue;
            const Exercise& other = exercise_(id);
            if (is_alternative(other, own, needs) && is_free(other, of.planned_exercise)) {
                found.push_back(&other);
            }
        }
        const auto order = [&](const Exercise* other) {
            return std::tuple(other->position != own.position, -shared_targets(*other, own),
                              own.level - other->level, other->id);
        };
        std::ranges::sort(found, {}, order);
        if (found.size() > most) found.resize(most);
        std::vector<Work> works;
        works.reserve(found.size());
        for (const Exercise* other : found) {
            take(*other);
            works.push_back(
                for_today(work_at(*other, other->dose, other->sides, 0, today_.coach), false));
        }
        return works;
    }

    bool is_alternative(const Exercise& other, const Exercise& own,
                        const std::set<std::string>& needs) const {
        const bool fitting = other.level <= own.level && fits(other) &&
                             !is_unknown_to(other, today_.person) &&
                             is_off_floor(other.position) == is_off_floor(own.position);
        const bool at_hand = std::ranges::all_of(
            other.needs, [&](const std::string& need) { return needs.contains(need); });
        const bool related = other.id == own.id || is_easier_rung(other.id, own.id, exercise_) ||
                             is_easier_rung(own.id, other.id, exercise_);
        return fitting && at_hand && !related && shared_targets(other, own) > 0;
    }

    static int shared_targets(const Exercise& a, const Exercise& b) {
        return static_cast<int>(std::ranges::count_if(a.target, [&](const std::string& target) {
            return std::ranges::find(b.target, target) != b.target.end();
        }));
    }

    /// The easier rungs of an exercise, the nearest first.
    std::vector<const Exercise*> easier_rungs(const Exercise& from) const {
        std::vector<const Exercise*> rungs;
        std::set<std::string> seen = {from.id};
        for (auto id = from.easier; id && seen.insert(*id).second; id = rungs.back()->easier) {
            rungs.push_back(&exercise_(*id));
        }
        return rungs;
    }

    const Routine& routine_;
    const ExerciseLookup& exercise_;
    const Today& today_;
    bool off_floor_;               // all that the routine names
    std::set<std::string> taken_;  // exercises that the session has, or holds as alternates
    std::set<std::string> given_;  // of these, the ones that are no longer only planned
    std::vector<std::string> reasons_;
};

}  // namespace

bool stays_off_floor(const Routine& routine, const ExerciseLookup& exercise) {
    return std::ranges::all_of(routine.steps, [&](const Step& step) {
        return is_off_floor(exercise(step.exercise).position);
    });
}

Prescription prescribe(const Routine& routine, const ExerciseLookup& exercise, const Today& today) {
    return Prescriber(routine, exercise, today).run();
}

}  // namespace hipflow::coach
