// SPDX-License-Identifier: MIT
#include "coach/prescribe.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

#include "coach/allowed.h"
#include "coach/amounts.h"
#include "coach/fitting.h"
#include "coach/ladder.h"
#include "coach/prescribe_words.h"
#include "coach/rounds.h"
#include "session/timeline.h"

namespace hipflow::coach {
namespace {

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
          fitting_(routine, exercise, today) {
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
        const std::vector<Slot> slots = chosen();
        for (const auto& slot : slots) result.steps.push_back(prescribed(slot));
        // Alternates come last, so that none keeps a step from its own exercise.
        for (std::size_t i = 0; i < slots.size(); ++i) {
            result.steps[i].easier = alternates(result.steps[i], *slots[i].step);
        }
        if (today_.alternatives) {
            const auto needs = needs_of(result);
            for (std::size_t i = 0; i < slots.size(); ++i) {
                result.steps[i].alternatives = alternatives(result.steps[i], *slots[i].step, needs);
            }
        }
        result.closing = closing();
        warn(result);
        result.steps = with_rounds(std::move(result.steps), blocks_of(slots), routine_.blocks);
        result.reasons = std::move(reasons_);
        if (result.steps.empty()) {
            throw NothingLeft(nothing_left_words(routine_, today_, result.reasons));
        }
        if (leaves_out_anything(today_.person)) tell_too_little(result);
        note_person(result);
        return result;
    }

   private:
    /// A step on the way to what is given in it.
    struct Slot {
        const Step* step = nullptr;
        const Exercise* rung = nullptr;   // where the person stands
        const Exercise* given = nullptr;  // null: left out, if nothing else is found
        std::optional<std::string> why;   // `rung` is not given
        bool leaves_out = false;          // since the person leaves it out
    };

    Gaps gaps() const {
        constexpr Gaps usual{std::nullopt, std::nullopt, std::nullopt, usual_set_gap};
        return or_else(or_else(routine_.gaps, today_.gaps), usual);
    }

    /// Finds what is given in each step: its own rung, else one below, and only then, once every
    /// step has had its choice of those, something else for the same purpose.
    std::vector<Slot> chosen() {
        std::vector<Slot> slots;
        slots.reserve(routine_.steps.size());
        for (const auto& step : routine_.steps) {
            const Standing standing = standing_of(step.exercise);
            if (standing.left_out) continue;
            Slot& slot = slots.emplace_back(slot_of(step, exercise_(standing.rung)));
            slot.given = slot.why ? lower_rung(slot) : slot.rung;
            if (slot.given != nullptr) take(*slot.given);
        }
        for (auto& slot : slots) {
            if (slot.given == nullptr) give_something_else(slot);
        }
        std::erase_if(slots, [](const Slot& slot) { return slot.given == nullptr; });
        const bool moved = std::ranges::any_of(slots, [&](const Slot& slot) {
            return fitting_.is_moved_to_bed(*slot.step, *slot.given);
        });
        if (moved) reasons_.emplace(reasons_.begin(), moved_to_bed);
        return slots;
    }

    /// Gives a step something else for the same purpose, or says why it has nothing.
    void give_something_else(Slot& slot) {
        if (slot.leaves_out) slot.given = for_the_same(slot);
        if (slot.given != nullptr) return take(*slot.given);
        reasons_.push_back(dropped_words(*slot.rung, slot.why.value_or(""), slot.leaves_out));
    }

    /// The block of each step that is given.
    static std::vector<std::optional<std::size_t>> blocks_of(const std::vector<Slot>& slots) {
        std::vector<std::optional<std::size_t>> blocks;
        blocks.reserve(slots.size());
        for (const auto& slot : slots) blocks.push_back(slot.step->block);
        return blocks;
    }

    Slot slot_of(const Step& step, const Exercise& rung) const {
        Slot slot{&step, &rung, nullptr, fitting_.objection_in(step, rung), false};
        slot.leaves_out = slot.why.has_value();
        if (!slot.why) slot.why = fitting_.limit_on(rung, fitting_.surface_in(step, rung));
        if (!slot.why && rung.id != step.exercise && is_another_steps(rung.id, step)) {
            slot.why = "it is in this session already";
        }
        return slot;
    }

    PrescribedStep prescribed(const Slot& slot) const {
        const Step& step = *slot.step;
        const Standing standing = standing_of(step.exercise);
        const Surface on = fitting_.surface_in(step, *slot.given);
        PrescribedStep result;
        result.planned_exercise = step.exercise;
        const Standing given =
            slot.given->id == standing.rung ? standing : standing_of(slot.given->id);
        result.work = work_of(*slot.given, step, given.steps);
        put_on(result.work.exercise, on);
        result.work = for_today(std::move(result.work), standing.half || given.half);
        if (slot.why) {
            result.reasons.push_back(replaced_words(*slot.given, *slot.rung, *slot.why));
        }
        if (step.agreed && slot.given->id == step.exercise) {
            auto words = agreed_words(*slot.given, today_.person, on, *step.agreed);
            if (!words.empty()) result.reasons.push_back(std::move(words));
        }
        result.only = step.only;
        if (today_.gate != Gate::gentle && result.work.sides == Sides::each && !step.only) {
            result.extra = step.extra;
        }
        result.first = step.only.value_or(first_side(step.first, today_.sore_side));
        result.order = step.order.value_or(change_of(result.work.exercise) == SideChange::stay
                                               ? SideOrder::each_set
                                               : SideOrder::each_side);
        result.rest_before = step.rest_before.value_or(Millis{});
        result.gap = step.gap.value_or(gaps().set.value_or(usual_set_gap));
        result.gap_in_turn = step.gap.has_value();
        result.optional = step.optional;
        return result;
    }

    Standing standing_of(const std::string& exercise) const {
        const auto found = today_.standings.find(exercise);
        if (found != today_.standings.end()) return found->second;
        return Standing{.rung = exercise};
    }

    /// The routine's own exercise gets the routine's dose, any other rung its own.
    Work work_of(const Exercise& rung, const Step& step, int steps) const {
        if (rung.id != step.exercise) {
            return work_at(rung, rung.dose, rung.sides, steps, today_.coach, today_.breath);
        }
        return as_in_step(work_at(rung, dose_in(step, rung), sides_in(step, rung), steps,
                                  today_.coach, today_.breath),
                          step);
    }

    Work for_today(Work work, bool half) const {
        if (half) return half_dose(std::move(work));
        if (today_.gate == Gate::gentle) return halved(std::move(work));
        if (today_.lighter) return lightened(std::move(work), today_.coach.lighter_percent);
        return work;
    }

    bool is_another_steps(const std::string& id, const Step& step) const {
        return given_.contains(id) || std::ranges::any_of(routine_.steps, [&](const Step& other) {
                   return other.exercise == id && other.exercise != step.exercise;
               });
    }

    /// The nearest free lower rung that fits in the step's place, preferably on the floor or off it
    /// as the planned exercise is. Never a rung above: a person who is kept from an exercise is not
    /// to be given more. Null if there is none.
    const Exercise* lower_rung(const Slot& slot) const {
        const Step& step = *slot.step;
        auto rungs = easier_rungs(*slot.rung, exercise_);
        const bool off_floor = is_off_floor(exercise_(step.exercise).position);
        std::ranges::stable_partition(
            rungs, [&](const Exercise* rung) { return is_off_floor(rung->position) == off_floor; });
        const auto found = std::ranges::find_if(rungs, [&](const Exercise* rung) {
            return rung->level <= slot.rung->level && may_stand_in(*rung, step);
        });
        return found == rungs.end() ? nullptr : *found;
    }

    /// Whether an exercise fits in a step, and no other has it.
    bool may_stand_in(const Exercise& exercise, const Step& step) const {
        return !fitting_.objection_in(step, exercise) &&
               !fitting_.limit_on(exercise, fitting_.surface_in(step, exercise)) &&
               is_free(exercise, step.exercise);
    }

    /// The exercise that comes nearest to what somebody leaves out: for the same purpose, no harder
    /// than planned, with what the routine needs or every household has. The same position goes
    /// first, then the same height (low, or on a chair and standing), then what shares more of the
    /// purpose. Rest is replaced by rest alone. Null if there is none.
    const Exercise* for_the_same(const Slot& slot) const {
        const Step& step = *slot.step;
        const Exercise& planned = exercise_(step.exercise);
        const int level = std::min(planned.level, slot.rung->level);
        const auto order = [&](const Exercise& other) {
            return std::tuple(other.position != planned.position,
                              is_off_floor(other.position) != is_off_floor(planned.position),
                              -shared_targets(other, planned), level - other.level, other.id);
        };
        const Exercise* best = nullptr;
        for (const auto& id : today_.others) {
            if (!is_known(id, exercise_)) continue;
            const Exercise& other = exercise_(id);
            const bool suits = fitting_.has_same_purpose(other, planned, level) &&
                               (settles(other) || !settles(planned)) && may_stand_in(other, step) &&
                               !is_above_a_sore_one(other) && fitting_.is_at_hand(other, step);
            if (suits && (best == nullptr || order(other) < order(*best))) best = &other;
        }
        return best;
    }

    /// Returns whether no other step has it, and it does not rest. A step may return to its own.
    bool is_free(const Exercise& rung, const std::string& planned) const {
        if (standing_of(rung.id).left_out) return false;
        const bool own = rung.id == planned && !given_.contains(rung.id);
        return own || !taken_.contains(rung.id);
    }

    /// Returns whether a rung below an exercise rests, is halved, or was come down from.
    bool is_above_a_sore_one(const Exercise& exercise) const {
        return std::ranges::any_of(easier_rungs(exercise, exercise_), [&](const Exercise* rung) {
            const Standing below = standing_of(rung->id);
            return below.left_out || below.half;
        });
    }

    void take(const Exercise& rung) {
        taken_.insert(rung.id);
        given_.insert(rung.id);
    }

    std::optional<Work> closing() const {
        if (!today_.closing) return std::nullopt;
        const Exercise& rest = *today_.closing;
        const Surface on = fitting_.surface_of(rest);
        if (fitting_.is_too_low(rest, on) || objection(rest, today_.person, on)) {
            return std::nullopt;
        }
        return on_its_surface(work_at(rest, rest.dose, rest.sides, 0, today_.coach, today_.breath),
                              on);
    }

    static Work on_its_surface(Work work, Surface on) {
        put_on(work.exercise, on);
        return work;
    }

    /// An exercise in place of a step's, at the bottom of its own band.
    Work work_instead(const Exercise& exercise, const Step& step) const {
        const Work work =
            work_at(exercise, exercise.dose, exercise.sides, 0, today_.coach, today_.breath);
        return for_today(on_its_surface(work, fitting_.surface_in(step, exercise)), false);
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

    /// Says so if less than half of the work that others would get today is left.
    void tell_too_little(Prescription& prescription) const {
        Today others = today_;
        others.person = {};
        others.alternatives = false;
        try {
            const Prescription whole = Prescriber(routine_, exercise_, others).run();
            const Millis left = work_in(prescription);
            const Millis all = work_in(whole);
            if (left * 2 >= all) return;
            prescription.too_little = true;
            prescription.reasons.push_back(too_little_words(left, all));
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

    /// The free lower rungs, the nearest first. No exercise is given twice in a session.
    std::vector<Work> alternates(const PrescribedStep& of, const Step& step) {
        std::vector<Work> easier;
        for (const Exercise* rung : easier_rungs(of.work.exercise, exercise_)) {
            if (!may_stand_in(*rung, step)) continue;
            take(*rung);
            easier.push_back(work_instead(*rung, step));
        }
        return easier;
    }

    /// Free exercises for the same purpose, no harder and with what is at hand: those in the same
    /// position first, then those that share more of the purpose. None of its own ladder, where
    /// `easier` leads.
    std::vector<Work> alternatives(const PrescribedStep& of, const Step& step,
                                   const std::set<std::string>& needs) {
        constexpr std::size_t most = 2;
        const Exercise& own = of.work.exercise;
        std::vector<const Exercise*> found;
        for (const auto& id : today_.others) {
            if (!is_known(id, exercise_)) continue;
            const Exercise& other = exercise_(id);
            const bool suits =
                fitting_.has_same_purpose(other, own, own.level) && may_stand_in(other, step) &&
                !is_above_a_sore_one(other) &&
                is_off_floor(other.position) == is_off_floor(own.position) &&
                std::ranges::all_of(other.needs, [&](const auto& need) {
                    return needs.contains(need) ||
                           (need == "mat" && fitting_.surface_in(step, other) == Surface::bed);
                });
            if (suits) found.push_back(&other);
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
            works.push_back(work_instead(*other, step));
        }
        return works;
    }

    const Routine& routine_;
    const ExerciseLookup& exercise_;
    const Today& today_;
    Fitting fitting_;
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
