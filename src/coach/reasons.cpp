// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <cstddef>

#include "coach/amounts.h"
#include "coach/day_facts.h"
#include "coach/ladder.h"
#include "domain/dose.h"
#include "domain/names.h"

namespace hipflow::coach {
namespace {

/// Finds the sentence for each step.
class Explainer {
   public:
    explicit Explainer(const DayFacts& day) : day_(day) {}

    CoachReason reason_for(const Slot& now, const Slot& was) const {
        CoachReason reason;
        reason.exercise = now.planned;
        if (day_.made_easier.contains(now.planned)) {
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
        const Verdict* told = verdict_of(day_, was.rung);
        if (told != nullptr && told->rule != CoachRule::stays) return told_by(*told, now, was);
        if (after_gap(now, was)) {
            reason.rule = CoachRule::gap;
            reason.text = fmt::format("{}: an easy start again.", name(now.rung));
            return reason;
        }
        return unchanged(now, was, told);
    }

   private:
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
        const auto known = day_.knowledge.exercises.find(now.rung);
        const ExerciseState* state = state_of(day_, now.rung);
        if (known == day_.knowledge.exercises.end() || state == nullptr) return false;
        const ExerciseState& before = known->second.state;
        const auto words = [&](int place, bool half) {
            const Exercise& rung = day_.exercise(now.rung);
            Work work = work_at(rung, dose_of(day_, now.planned, rung), rung.sides, place,
                                day_.today.coach);
            return amount_words(half ? halved(std::move(work)) : work);
        };
        return words(state->place, state->half || now.half) != words(before.place, before.half);
    }

    bool after_gap(const Slot& now, const Slot& was) const {
        if (!day_.now.days_off || *day_.now.days_off < days_to_bottom(day_.now)) return false;
        const auto known = day_.knowledge.exercises.find(was.rung);
        return now.rung != was.rung ||
               (known != day_.knowledge.exercises.end() && known->second.state.place > 0);
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
        const ExerciseState* known = state_of(day_, now.rung);
        if (known == nullptr || !known->stood) {
            reason.rule = CoachRule::begins;
            reason.text = fmt::format("{} begins.", name(now.rung));
            if (now.rung != now.planned && is_easier_rung(now.rung, now.planned, day_.exercise)) {
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

    const std::string& name(const std::string& id) const { return day_.exercise(id).name; }

    const DayFacts& day_;
};

}  // namespace

std::vector<CoachReason> explained(const DayFacts& day) {
    const Explainer explainer(day);
    std::vector<CoachReason> reasons;
    reasons.reserve(day.slots.size());
    for (std::size_t i = 0; i < day.slots.size(); ++i) {
        reasons.push_back(explainer.reason_for(day.slots[i], day.was.at(i)));
    }
    return reasons;
}

std::vector<CoachReason> reasons_for_all(const DayFacts& day) {
    std::vector<CoachReason> reasons;
    if (day.now.days_off && *day.now.days_off >= days_to_lower(day.now)) {
        reasons.push_back({"",
                           CoachRule::gap,
                           {},
                           true,
                           fmt::format("It has been {} days, so everything starts a step easier. "
                                       "It comes back quickly.",
                                       *day.now.days_off)});
    }
    if (day.lighter && day.knowledge.last) {
        reasons.push_back({"",
                           CoachRule::lighter,
                           {},
                           true,
                           fmt::format("A little less of everything today: the morning after {} "
                                       "was sorer than usual.",
                                       short_day(day.knowledge.last->day))});
    }
    return reasons;
}

}  // namespace hipflow::coach
