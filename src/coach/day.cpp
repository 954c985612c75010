// SPDX-License-Identifier: MIT
#include "coach/day.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "coach/amounts.h"
#include "coach/day_facts.h"
#include "coach/fitting.h"
#include "coach/gate.h"
#include "coach/ladder.h"
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

Circumstances circumstances_of(const Today& today, Day day, const Knowledge& knowledge,
                               const PainThresholds& pain, std::span<const Start> starts) {
    Circumstances now;
    now.today = day;
    now.mornings = knowledge.mornings;
    now.starts = starts;
    now.rhythm = rhythm_of(knowledge.starts);
    now.pain = pain;
    now.coach = today.coach;
    if (knowledge.last) now.days_off = static_cast<int>((day - knowledge.last->day).count());
    return now;
}

void take_in(DayFacts& day) {
    for (const auto& [id, known] : day.knowledge.exercises) {
        if (!is_known(id, day.exercise)) continue;
        const Past& last = day.knowledge.sessions.at(known.session);
        day.states[id] = taken_in(known.state, last, day.exercise(id), day.now);
    }
}

/// The sessions that were hard since the last one that was not, as the exercises remember them.
int hard_in_a_row(const States& states) {
    std::map<Instant, bool> hard;  // by the start of a session
    for (const auto& [id, state] : states) {
        for (const SideState* side : {&state.left, &state.right}) {
            for (const auto& counted : side->counted) {
                hard[counted.at] = counted.effort == Effort::hard;
            }
        }
    }
    int in_a_row = 0;
    for (const auto& [at, was_hard] : hard) in_a_row = was_hard ? in_a_row + 1 : 0;
    return in_a_row;
}

/// When the user last brought the exercise back.
std::optional<Instant> allowed(const DayFacts& day, const std::string& id) {
    const auto found = day.knowledge.allowed.find(id);
    return found == day.knowledge.allowed.end() ? std::nullopt : std::optional(found->second);
}

/// The steps as the last sessions left them: what those told does not change them yet.
std::vector<Slot> assigned_before(DayFacts& day) {
    States now = std::exchange(day.states, {});
    for (const auto& [id, known] : day.knowledge.exercises) {
        day.states[id] = known.state;
        if (const auto found = now.find(id); found != now.end()) {
            day.states[id].stood = found->second.stood;
        }
    }
    std::vector<Slot> slots = assigned(day);
    day.states = std::move(now);
    return slots;
}

/// The exercises that are known, those further down on their ladder first: what is told of them
/// must be heard before an exercise above falls back to them.
std::vector<std::string> from_the_bottom(const DayFacts& day) {
    std::vector<std::pair<std::size_t, std::string>> all;
    for (const auto& [id, known] : day.knowledge.exercises) {
        if (is_known(id, day.exercise)) {
            all.emplace_back(rungs_below(id, day.exercise).size(), id);
        }
    }
    std::ranges::sort(all);
    std::vector<std::string> ids;
    ids.reserve(all.size());
    for (auto& [height, id] : all) ids.push_back(std::move(id));
    return ids;
}

void judge_all(DayFacts& day) {
    for (const auto& id : from_the_bottom(day)) {
        const Known& known = day.knowledge.exercises.at(id);
        const Past& last = day.knowledge.sessions.at(known.session);
        day.verdicts[id] =
            judge(day.states, known.state, last, day.exercise, allowed(day, id), day.now);
    }
}

/// Returns whether a rule has lowered an exercise already.
bool was_lowered(const DayFacts& day, const std::string& id) {
    const Verdict* told = verdict_of(day, id);
    return told != nullptr && told->sore && told->change;
}

void to_the_bottom(ExerciseState& state) {
    if (state.place > 0) state.stepped_up.reset();
    state.place = 0;
}

/// A break never leads to more than was decided otherwise (docs/design/care.md, "Rules", A6).
void come_down_after_gap(DayFacts& day) {
    for (auto& known : day.states) {
        if (break_since(day, known.first) >= days_to_bottom(day.now)) to_the_bottom(known.second);
    }
    for (const auto& slot : assigned(day)) {
        const int days_off = break_since(day, slot.rung);
        if (days_off < days_to_lower(day.now)) continue;
        const bool lowest = day.exercise(slot.rung).level <= 1;
        if (slot.waits || lowest || was_lowered(day, slot.rung)) continue;
        if (days_off >= days_to_restart(day.now)) {
            to_level_one(day.states, slot.rung, day.exercise);
        } else {
            step_down(day.states, slot.rung, day.exercise);
        }
    }
}

void require_known(const Routine& routine, const std::vector<std::string>& names) {
    std::vector<std::string> known;
    known.reserve(routine.steps.size());
    for (const auto& step : routine.steps) known.push_back(step.exercise);
    for (const auto& name : names) {
        if (std::ranges::find(known, name) != known.end()) continue;
        throw Error(fmt::format("'{}' is not in the routine '{}'.{}", name, routine.id,
                                did_you_mean(name, known)));
    }
}

void make_easier(DayFacts& day, const std::vector<std::string>& steps) {
    for (const auto& planned : steps) {
        const bool less = step_down(day.states, slot_of(day, planned).rung, day.exercise);
        day.made_easier[planned] = less;
    }
    day.slots = assigned(day);
}

constexpr std::string_view plain_word(CoachRule rule) {
    return rule == CoachRule::begins ? " begins" : " stays";
}

/// Returns whether an exercise is not to be given: it rests, is retired, or has to be earned again.
/// A rest goes on by one session.
bool is_out(ExerciseState& known, bool closed_counts) {
    if (known.retired || (closed_counts && known.closed)) return true;
    if (known.resting == 0) return false;
    --known.resting;
    known.returning = known.resting == 0;
    return true;
}

/// An exercise without a step of its own has its standing too: it may take the place of another.
Standings standings_of(DayFacts& day) {
    std::set<std::string> rungs;
    for (const auto& now : day.slots) rungs.insert(now.rung);
    Standings standings;
    for (auto& [id, known] : day.states) {
        const Standing standing{id, known.place, known.half, false};
        standings[id] = standing;
        if (!rungs.contains(id)) standings[id].left_out = is_out(known, true);
    }
    for (const auto& now : day.slots) {
        ExerciseState& known = state_in(day.states, now.rung);
        const bool out = now.waits || is_out(known, false);
        standings[now.planned] = {now.rung, known.place, known.half || now.half, out};
    }
    return standings;
}

bool is_newly_retired(const DayFacts& day, const ExerciseState& state) {
    if (!state.retired) return false;
    const auto before = day.knowledge.exercises.find(state.exercise);
    return before == day.knowledge.exercises.end() || before->second.state.retired != state.retired;
}

DayDecision decision_of(DayFacts& day, std::vector<CoachReason> reasons) {
    DayDecision decision;
    decision.lighter = day.lighter;
    decision.standings = standings_of(day);
    decision.record.cap = day.today.cap;
    for (const auto& slot : day.slots) {
        if (slot.waits) decision.waiting.push_back(slot.planned);
    }
    for (auto& reason : reasons) {
        const auto standing = decision.standings.find(reason.exercise);
        if (standing != decision.standings.end() && standing->second.left_out) {
            standing->second.why = reason.text;
        }
        if (!reason.exercise.empty()) reason.given = slot_of(day, reason.exercise).rung;
        decision.record.reasons.push_back(std::move(reason));
    }
    for (auto& reason : reasons_for_all(day)) {
        decision.record.reasons.push_back(std::move(reason));
    }
    for (auto& entry : day.states) {
        if (is_newly_retired(day, entry.second)) decision.retired.push_back(entry.first);
        entry.second.held.reset();
        decision.record.states.push_back(std::move(entry.second));
    }
    return decision;
}

/// Lets a reason that changes nothing speak of what the session holds, where restrictions or the
/// day have put something else in its place, or nothing.
void tell_given(CoachReason& reason, const CoachRecord& record, const Prescription& prescription) {
    const auto step =
        std::ranges::find(prescription.steps, reason.exercise, &PrescribedStep::planned_exercise);
    const bool plain = reason.rule == CoachRule::begins || reason.rule == CoachRule::stays;
    if (step == prescription.steps.end()) {
        const auto end =
            std::min(reason.text.find(plain_word(reason.rule)), reason.text.find(", half of it,"));
        const auto name = reason.text.substr(0, end);
        if (plain && end != std::string::npos)
            reason.text = fmt::format("{} is left out today.", name);
        return;
    }
    const Exercise& given = step->work.exercise;
    if (plain && reason.given != given.id) {
        const auto known = std::ranges::find(record.states, given.id, &ExerciseState::exercise);
        const bool stood = known != record.states.end() && known->stood;
        reason.rule = stood ? CoachRule::stays : CoachRule::begins;
        reason.text = fmt::format("{}{}.", given.name, plain_word(reason.rule));
    }
    const bool names_another = reason.rule == CoachRule::limit && reason.given != given.id;
    if (names_another) reason.text = fmt::format("{} stays.", given.name);
    reason.given = given.id;
}

}  // namespace

const Slot& slot_of(const DayFacts& day, const std::string& planned) {
    return *std::ranges::find(day.slots, planned, &Slot::planned);
}

const Verdict* verdict_of(const DayFacts& day, const std::string& id) {
    const auto found = day.verdicts.find(id);
    return found == day.verdicts.end() ? nullptr : &found->second;
}

const ExerciseState* state_of(const DayFacts& day, const std::string& id) {
    const auto found = day.states.find(id);
    return found == day.states.end() ? nullptr : &found->second;
}

int break_since(const DayFacts& day, const std::string& id) {
    int longest = day.now.days_off.value_or(0);
    const auto known = day.knowledge.exercises.find(id);
    if (known == day.knowledge.exercises.end()) return longest;
    const Past& last = day.knowledge.sessions.at(known->second.session);
    const Day since = last.session.started.local_day;
    const auto& starts = day.knowledge.starts;
    for (std::size_t i = 1; i < starts.size(); ++i) {
        if (starts[i - 1].day < since) continue;
        longest = std::max(longest, static_cast<int>((starts[i].day - starts[i - 1].day).count()));
    }
    return longest;
}

bool is_left_out(const DayFacts& day, const Slot& slot) {
    const Fitting fitting(day.routine, day.exercise, day.today);
    const Step& step = *std::ranges::find(day.routine.steps, slot.planned, &Step::exercise);
    return fitting.objection_in(step, day.exercise(slot.rung)).has_value();
}

std::optional<std::string> substitute_of(const DayFacts& day, const Slot& slot) {
    if (!is_left_out(day, slot)) return std::nullopt;
    for (const auto& [id, known] : day.knowledge.exercises) {
        if (known.state.held == slot.planned && id != slot.rung) return id;
    }
    return std::nullopt;
}

Dose dose_of(const DayFacts& day, const std::string& planned, const Exercise& rung) {
    if (rung.id != planned) return rung.dose;
    return dose_in(*std::ranges::find(day.routine.steps, planned, &Step::exercise), rung);
}

int entry_level(const DayFacts& day) {
    const bool long_off = day.now.days_off && *day.now.days_off >= days_to_lower(day.now);
    return day.today.newcomer || long_off ? 1 : usual_entry_level;
}

std::vector<Slot> assigned(const DayFacts& day) {
    return assign(day.routine, day.states, day.exercise, entry_level(day), day.day,
                  !day.today.calm);
}

DayDecision decide_day(const Routine& routine, const ExerciseLookup& exercise, const Today& today,
                       Day day, const Knowledge& knowledge, const PainThresholds& pain,
                       const Wishes& wishes) {
    std::vector<Start> starts = knowledge.starts;
    if (today.at) starts.push_back({*today.at, day, today.before});
    DayFacts facts{routine, exercise, today, day, knowledge};
    facts.now = circumstances_of(today, day, knowledge, pain, starts);
    take_in(facts);
    const auto morning = last_morning(knowledge, day, pain);
    facts.sorer_morning = morning == MorningColour::amber;
    facts.bad_morning = morning == MorningColour::red;
    facts.hard_in_a_row = hard_in_a_row(facts.states);
    facts.lighter = facts.sorer_morning || facts.hard_in_a_row >= hard_to_lighten;
    facts.was = assigned_before(facts);
    judge_all(facts);
    come_down_after_gap(facts);
    require_known(routine, wishes.easier);
    require_known(routine, wishes.harder);
    facts.slots = assigned(facts);
    make_easier(facts, wishes.easier);
    std::vector<CoachReason> reasons = explained(facts);
    for (const auto& planned : wishes.harder) {
        make_harder(facts, *std::ranges::find(reasons, planned, &CoachReason::exercise));
    }
    let_step_up(facts, reasons, static_cast<int>(wishes.harder.size()));
    return decision_of(facts, std::move(reasons));
}

std::vector<std::string> on_ladders_of(const Routine& routine, const ExerciseLookup& exercise) {
    std::set<std::string> ids;
    std::vector<std::string> open;
    open.reserve(routine.steps.size());
    for (const auto& step : routine.steps) open.push_back(step.exercise);
    // What lies below a rung above may be on no other ladder of the routine.
    while (!open.empty()) {
        const std::string id = std::move(open.back());
        open.pop_back();
        if (!ids.insert(id).second) continue;
        for (auto& rung : rungs_below(id, exercise)) open.push_back(std::move(rung));
        for (auto& rung : rungs_above(id, exercise)) open.push_back(std::move(rung));
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
    }
    for (auto& reason : record.reasons) {
        if (!reason.exercise.empty()) tell_given(reason, record, prescription);
    }
}

}  // namespace hipflow::coach
