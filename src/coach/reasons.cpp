// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
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

    /// Where the person leaves out what a step holds, it speaks of what was given in its place.
    CoachReason reason_for(Slot now, Slot was) const {
        const std::string waiting = now.waits ? waiting_words(now) : "";
        if (const auto instead = substitute_of(day_, was)) now.rung = was.rung = *instead;
        CoachReason reason;
        reason.exercise = now.planned;
        if (const auto wish = day_.made_easier.find(now.planned); wish != day_.made_easier.end()) {
            reason.rule = CoachRule::by_hand;
            reason.change = true;
            reason.text =
                fmt::format("{}{}", name(now.rung),
                            wish->second ? ": easier, as you asked." : " is at its least already.");
            return reason;
        }
        if (now.waits) {
            reason.rule = CoachRule::limit;
            reason.text = waiting;
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
    /// Why a step is not given yet, and what leads to it.
    std::string waiting_words(const Slot& now) const {
        if (now.because != now.rung) {
            return fmt::format("{} waits until {} is comfortable at its full amount.",
                               name(now.planned), name(now.because));
        }
        const int level = day_.exercise(now.rung).level;
        const int entry = entry_level(day_);
        if (level > usual_entry_level) {
            return fmt::format(
                "{} is of level {}, and no easier exercise leads up to it, so it is not given. If "
                "somebody who knows you has given it to you, 'level = {}' in its file lets it "
                "begin.",
                name(now.planned), level, entry);
        }
        return fmt::format("{} is of level {}, and nothing new begins above level {} {}",
                           name(now.planned), level, entry,
                           day_.today.newcomer
                               ? "while this is new to you. 'hipflow start --experience used' says "
                                 "that you are used to it."
                               : "after so long a break.");
    }

    /// What a rule decided, in the words of what is given.
    CoachReason told_by(const Verdict& told, const Slot& now, const Slot& was) const {
        CoachReason reason{now.planned, told.rule, told.side, told.change, told.text};
        if (!told.text.empty()) return reason;
        if (told.rule == CoachRule::rests) {
            reason.text = fmt::format("{} rests {}.", name(now.planned), told.why);
        } else if (told.rule == CoachRule::returns) {
            const bool less = amount(now, 0, true) != amount(now, 0, false);
            const bool same = now.rung == now.planned;
            reason.text = fmt::format("{} is back {}{}{}.", name(now.planned), told.why,
                                      same ? "" : ", as " + name(now.rung),
                                      less ? ": half of it to begin with" : "");
        } else if (now.rung != was.rung) {
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
        return amount(now, state->place, state->half || now.half) !=
               amount(now, before.place, before.half);
    }

    std::string amount(const Slot& now, int place, bool half) const {
        const Exercise& rung = day_.exercise(now.rung);
        Work work = work_at(rung, dose_of(day_, now.planned, rung), rung.sides, place,
                            day_.today.coach, day_.today.breath);
        return amount_words(half ? half_dose(std::move(work)) : work);
    }

    bool after_gap(const Slot& now, const Slot& was) const {
        if (break_since(day_, was.rung) < days_to_bottom(day_.now)) return false;
        const auto known = day_.knowledge.exercises.find(was.rung);
        return now.rung != was.rung ||
               (known != day_.knowledge.exercises.end() && known->second.state.place > 0);
    }

    /// What a rule has told of an exercise below one, or beside it on its way down.
    std::string sore_below(const std::string& rung) const {
        for (const auto& id : rungs_below(rung, day_.exercise)) {
            const Verdict* told = verdict_of(day_, id);
            if (told != nullptr && told->sore && !told->why.empty()) {
                return fmt::format("with {} {}", name(id), told->why);
            }
        }
        for (const auto& [id, told] : day_.verdicts) {
            if (told.sore && told.change && !told.why.empty()) {
                return fmt::format("with {} {}", name(id), told.why);
            }
        }
        return "what comes before it was too much";
    }

    CoachReason unchanged(const Slot& now, const Slot& was, const Verdict* told) const {
        CoachReason reason;
        reason.exercise = now.planned;
        if (now.rung != was.rung) {
            reason.rule = CoachRule::amber;
            reason.change = true;
            reason.text = fmt::format("{} in place of {}: {}.", name(now.rung), name(was.rung),
                                      sore_below(was.rung));
            return reason;
        }
        if (now.half) {
            reason.change = !was.half;
            reason.text = fmt::format("{}, half of it, until {} is comfortable.", name(now.rung),
                                      name(now.because));
            return reason;
        }
        const ExerciseState* known = state_of(day_, now.rung);
        if (known == nullptr || !known->stood) {
            reason.rule = CoachRule::begins;
            reason.text = fmt::format("{} begins.", name(now.rung));
            if (now.rung != now.planned && !is_left_out(day_, {now.planned, now.planned}) &&
                is_easier_rung(now.rung, now.planned, day_.exercise)) {
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

/// One line in place of many where a morning lowered most of a session.
std::optional<CoachReason> summed_up(std::vector<CoachReason>& reasons) {
    constexpr int many = 3;
    int lowered = 0;
    std::string why;
    for (const auto& reason : reasons) {
        if (reason.rule != CoachRule::morning || !reason.change) continue;
        ++lowered;
        why = reason.text.substr(reason.text.rfind(": ") + 2);
    }
    if (lowered < many) return std::nullopt;
    for (auto& reason : reasons) {
        if (reason.rule == CoachRule::morning) reason.change = false;
    }
    return CoachReason{"",
                       CoachRule::morning,
                       {},
                       true,
                       fmt::format("{} exercises are a step easier: {}", lowered, why)};
}

/// Returns whether the routine is done for the first time, and most of it has to be earned yet.
bool is_mostly_easier(const DayFacts& day) {
    const auto held = [&](const Past& past) {
        const auto& formerly = day.routine.formerly;
        return past.session.routine == day.routine.id ||
               std::ranges::find(formerly, past.session.routine) != formerly.end();
    };
    if (std::ranges::any_of(day.knowledge.sessions, held)) return false;
    const auto easier = std::ranges::count_if(day.slots, [&](const Slot& now) {
        return now.waits || is_easier_rung(now.rung, now.planned, day.exercise);
    });
    return 2 * static_cast<std::size_t>(easier) >= day.slots.size();
}

std::string gap_words(const DayFacts& day) {
    const int days_off = day.now.days_off.value_or(0);
    const bool changes = std::ranges::any_of(
        day.was, [&](const Slot& was) { return slot_of(day, was.planned).rung != was.rung; });
    if (days_off >= days_to_lower(day.now) && !changes) {
        return fmt::format("It has been {} days. Nothing is more than last time; go easy.",
                           days_off);
    }
    if (days_off >= days_to_restart(day.now)) {
        return fmt::format(
            "It has been {} days, so everything starts gently again. What you had comes back "
            "step by step.",
            days_off);
    }
    if (days_off >= days_to_lower(day.now)) {
        return fmt::format(
            "It has been {} days, so everything starts a step easier. It comes back "
            "quickly.",
            days_off);
    }
    const bool less = std::ranges::any_of(day.slots, [&](const Slot& now) {
        const auto known = day.knowledge.exercises.find(now.rung);
        return known != day.knowledge.exercises.end() && known->second.state.place > 0;
    });
    if (days_off >= days_to_bottom(day.now) && less) {
        return fmt::format("It has been {} days, so everything starts with a little less.",
                           days_off);
    }
    int earlier = 0;
    for (const auto& was : day.was) earlier = std::max(earlier, break_since(day, was.rung));
    if (earlier < days_to_lower(day.now)) return {};
    return fmt::format(
        "There was a break of {} days, so what you have not done since starts a step easier. It "
        "comes back quickly.",
        earlier);
}

std::string lighter_words(const DayFacts& day) {
    if (day.sorer_morning && day.knowledge.last) {
        return fmt::format("A little less of everything today: the morning after {} was sorer.",
                           short_day(day.knowledge.last->day));
    }
    if (day.hard_in_a_row >= hard_to_lighten) {
        return fmt::format("A little less of everything today: the last {} sessions were hard.",
                           day.hard_in_a_row);
    }
    if (day.hard_in_a_row == 2) {
        return "The last two sessions were hard, so nothing grows until two feel all right.";
    }
    return {};
}

}  // namespace

std::vector<CoachReason> explained(const DayFacts& day) {
    const Explainer explainer(day);
    std::vector<CoachReason> reasons;
    reasons.reserve(day.slots.size());
    for (std::size_t i = 0; i < day.slots.size(); ++i) {
        reasons.push_back(explainer.reason_for(day.slots[i], day.was.at(i)));
    }
    if (auto summary = summed_up(reasons)) reasons.push_back(*std::move(summary));
    return reasons;
}

std::vector<CoachReason> reasons_for_all(const DayFacts& day) {
    std::vector<CoachReason> reasons;
    if (auto words = gap_words(day); !words.empty()) {
        reasons.push_back({"", CoachRule::gap, {}, true, std::move(words)});
    }
    if (is_mostly_easier(day)) {
        reasons.push_back({"",
                           CoachRule::begins,
                           {},
                           true,
                           "Most of this is a step easier than the routine has it. It grows as "
                           "sessions get comfortable."});
    }
    if (auto words = lighter_words(day); !words.empty()) {
        reasons.push_back({"", CoachRule::lighter, {}, true, std::move(words)});
    }
    return reasons;
}

}  // namespace hipflow::coach
