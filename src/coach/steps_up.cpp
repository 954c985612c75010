// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "coach/amounts.h"
#include "coach/day_facts.h"
#include "coach/fitting.h"
#include "coach/gate.h"
#include "coach/ladder.h"
#include "domain/dose.h"
#include "domain/names.h"

namespace hipflow::coach {
namespace {

/// In this time from the first session on, one exercise steps up on a day at most.
constexpr auto settling_in = std::chrono::days(14);
/// After three steps up to an exercise that did not hold, it is offered again.
constexpr auto offered_again_after = std::chrono::days(56);
constexpr int steps_back_to_stay = 3;

/// Takes steps of a routine up.
class StepsUp {
   public:
    StepsUp(DayFacts& day, int taken)
        : day_(day), fitting_(day.routine, day.exercise, day.today), steps_taken_(taken) {}

    /// One step up, only if the last exposure does not speak against it and pain now is low.
    void wish(CoachReason& reason) {
        const Slot now = slot_of(day_, reason.exercise);
        const bool calm = reason.rule == CoachRule::stays || reason.rule == CoachRule::begins ||
                          reason.rule == CoachRule::limit;
        const std::string rung = name(now.rung);
        const auto refuse = [&](std::string_view why) {
            throw Error(fmt::format("{} cannot be made harder today: {}", rung, why));
        };
        if (!calm || now.waits) refuse(reason.text);
        if (day_.today.gate != Gate::none || day_.lighter || now.half) {
            refuse("today is a lighter day");
        }
        if (last_was_sore(now.rung)) refuse("it was sore last time");
        if (const auto& before = day_.today.before;
            before && before->value() > day_.today.coach.most_before) {
            refuse(fmt::format("pain now is {}", before->value()));
        }
        if (auto against = raise(reason)) {
            throw Error(fmt::format("{} cannot be made harder: {}", rung, *against));
        }
        reason.rule = CoachRule::by_hand;
        reason.text =
            fmt::format("{}: harder, as you asked.", name(slot_of(day_, reason.exercise).rung));
        ++steps_taken_;
    }

    bool last_was_sore(const std::string& id) const {
        const ExerciseState* known = state_of(day_, id);
        if (known == nullptr) return false;
        const auto sore = [](const SideState& side) {
            return !side.counted.empty() && side.counted.back().colour != Colour::green;
        };
        return sore(known->left) || sore(known->right);
    }

    /// Lets a state grow within its band, or returns why not, as a clause.
    std::optional<std::string> grow(ExerciseState& state, const Exercise& rung, bool at_top) const {
        if (settles(rung)) return "the full amount is reached";
        if (at_top) {
            state.topped = true;
            return "the full amount is reached";
        }
        if (auto out = against_growth(rung)) return out;
        ++state.place;
        return std::nullopt;
    }

    /// The rung that a state is ready to climb to: from the top of its band, or back to one that
    /// the person came down from. nullopt if there is none.
    std::optional<std::string> climbing_to(const ExerciseState& state, const Slot& now,
                                           bool at_top) const {
        const auto next = rung_above(state.exercise, now);
        if (!next || settles(day_.exercise(state.exercise))) return std::nullopt;
        const ExerciseState* above = state_of(day_, *next);
        const bool comes_back = above != nullptr && above->closed;
        return at_top || comes_back ? next : std::nullopt;
    }

    /// Climbs to the next rung and names it in `grown`, or grows within the band where that is not
    /// open. Returns why neither, as a clause.
    std::optional<std::string> climb_or_grow(ExerciseState& state, const Slot& now,
                                             bool substituted, std::string& grown) {
        const Exercise& rung = day_.exercise(state.exercise);
        const bool at_top =
            state.place >= steps_in_band(dose_of(day_, now.planned, rung), day_.today.coach);
        const auto next = substituted ? std::nullopt : climbing_to(state, now, at_top);
        const auto against = next ? against_rung(*next, now) : std::nullopt;
        if (next && !against) {
            if (at_top) state.topped = true;
            climb(state, *next, now.planned);
            grown = *next;
            return std::nullopt;
        }
        auto out = grow(state, rung, at_top);
        return out && against && at_top ? against : out;
    }

    /// Takes the step up, or returns why not, as a clause.
    std::optional<std::string> raise(CoachReason& reason) {
        const Slot now = slot_of(day_, reason.exercise);
        const auto substitute = substitute_of(day_, now);
        if (!substitute && is_left_out(day_, now)) return "you leave it out";
        const Exercise& rung = day_.exercise(substitute.value_or(now.rung));
        ExerciseState& state = state_in(day_.states, rung.id);
        const bool from_half = std::exchange(state.half, false);
        std::string grown = rung.id;
        if (!from_half) {
            if (auto out = climb_or_grow(state, now, substitute.has_value(), grown)) return out;
        }
        settle(state, grown);
        if (from_half) state.stepped_up.reset();  // it is back where it was
        day_.slots = assigned(day_);
        reason.rule = CoachRule::steps_up;
        reason.side.reset();
        reason.change = true;
        reason.text = up_words(rung, grown, now.planned);
        return std::nullopt;
    }

    /// The next rung for a step. One that another step holds or plans is passed on the way to the
    /// planned exercise once it has been comfortable there at the top of its band.
    std::optional<std::string> rung_above(const std::string& id, const Slot& now) const {
        for (std::string rung = id;;) {
            auto next = rung_after(rung, now.planned, day_.exercise);
            if (!next || !may_be_passed(*next, now)) return next;
            rung = *next;
        }
    }

    bool may_be_passed(const std::string& id, const Slot& now) const {
        const bool on_the_way = is_easier_rung(id, now.planned, day_.exercise);
        if (!on_the_way || !belongs_elsewhere(id, now)) return false;
        const ExerciseState* known = state_of(day_, id);
        return known != nullptr && (known->topped || known->mastered);
    }

    bool belongs_elsewhere(const std::string& id, const Slot& now) const {
        return std::ranges::any_of(day_.slots, [&](const Slot& other) {
            return other.planned != now.planned && (other.rung == id || other.planned == id);
        });
    }

    void climb(ExerciseState& from, const std::string& to, const std::string& planned) {
        if (!is_easier_rung(from.exercise, planned, day_.exercise)) from.mastered = true;
        ExerciseState& next = state_in(day_.states, to);
        if (std::exchange(next.closed, false) || !std::exchange(next.stood, true)) next.place = 0;
    }

    void settle(ExerciseState& from, const std::string& to) {
        ExerciseState& grown = state_in(day_.states, to);
        start_anew(from);
        start_anew(grown);
        grown.stepped_up = day_.day;
    }

    /// Why a rung cannot grow: what was not given cannot have been shown to be easy.
    std::optional<std::string> against_growth(const Exercise& rung) const {
        if (day_.today.cap && rung.level > *day_.today.cap) return "it grows in a later week";
        return std::nullopt;
    }

    std::optional<std::string> against_rung(const std::string& id, const Slot& now) const {
        const Exercise& next = day_.exercise(id);
        if (day_.today.calm && next.level > 1) return "this is a routine for sore days";
        if (day_.today.cap && next.level > *day_.today.cap) {
            return fmt::format("{} comes in a later week", next.name);
        }
        const Step& step = step_of(now.planned);
        if (auto words = fitting_.objection_in(step, next)) {
            return fmt::format("{} is left out, {}", next.name, *words);
        }
        if (const Surface on = fitting_.surface_in(step, next); fitting_.is_too_low(next, on)) {
            return fmt::format("{} is done on the {}, and this routine is not", next.name,
                               word(on));
        }
        if (has_failed_for_now(id)) {
            return fmt::format("{} is your level for now, and a good one", name(now.rung));
        }
        for (const auto& other : day_.slots) {
            if (other.planned == now.planned) continue;
            if (other.planned == id || other.rung == id) {
                return fmt::format("the full amount is reached, and {} has a place of its own here",
                                   next.name);
            }
        }
        return std::nullopt;
    }

    bool has_failed_for_now(const std::string& id) const {
        const ExerciseState* known = state_of(day_, id);
        return known != nullptr && known->failures >= steps_back_to_stay && known->taken_back &&
               day_.day - *known->taken_back < offered_again_after;
    }

    std::string up_words(const Exercise& before, const std::string& grown,
                         const std::string& planned) const {
        const std::string_view condition =
            day_.today.at || day_.today.before ? "" : ", if pain today is no more than usual";
        const Exercise& rung = day_.exercise(grown);
        if (rung.id != before.id) {
            return fmt::format("{} in place of {}{}: that one felt fine.", rung.name, before.name,
                               condition);
        }
        const Step& step = step_of(planned);
        const Sides sides = rung.id == planned ? sides_in(step, rung) : rung.sides;
        const int place = state_of(day_, grown)->place;
        const Work work = work_at(rung, dose_of(day_, planned, rung), sides, place,
                                  day_.today.coach, day_.today.breath);
        return fmt::format("{} a little more, {}{}: it felt fine.", rung.name, amount_words(work),
                           condition);
    }

    bool climbs(const CoachReason& reason) const {
        const Exercise& planned = day_.exercise(reason.exercise);
        return planned.harder || planned.easier;
    }

    bool is_ready(const CoachReason& reason) const {
        const bool calm = reason.rule == CoachRule::stays || reason.rule == CoachRule::begins;
        if (!calm || reason.exercise.empty()) return false;
        const Slot& now = slot_of(day_, reason.exercise);
        const auto instead = substitute_of(day_, now);
        if (now.waits || now.half || (is_left_out(day_, now) && !instead)) return false;
        const Verdict* told = verdict_of(day_, instead.value_or(now.rung));
        return told != nullptr && told->ready;
    }

    /// Why nothing steps up today, as a clause.
    std::optional<std::string> against_any_step() const {
        if (today_is_less()) return "today is a lighter day";
        const bool sore =
            std::ranges::any_of(day_.verdicts, [](const auto& told) { return told.second.sore; });
        if (day_.bad_morning) return "the last morning was well above your usual";
        if (sore) return "something was sore last time";
        if (const auto rest = recent_rest()) {
            return fmt::format("pain called for rest on {}", short_day(*rest));
        }
        if (const auto red = recent_red()) {
            return fmt::format("something was too much on {}", short_day(*red));
        }
        const auto usual = usual_before(day_.day, day_.knowledge.mornings);
        if (usual && day_.today.before && day_.today.before->value() > std::ceil(*usual)) {
            return "pain is a little above your usual";
        }
        return std::nullopt;
    }

    /// The day from which on the last two days with a session are. nullopt without any.
    std::optional<Day> lately_from() const {
        constexpr std::size_t looked_at = 2;
        std::vector<Day> on;
        for (const auto& start : day_.knowledge.starts) {
            if (start.day < day_.day && (on.empty() || on.back() != start.day)) {
                on.push_back(start.day);
            }
        }
        if (on.empty()) return std::nullopt;
        return on.at(on.size() - std::min(on.size(), looked_at));
    }

    /// A day among these on which pain called for rest.
    std::optional<Day> recent_rest() const {
        const auto from = lately_from();
        if (!from) return std::nullopt;
        std::optional<Day> newest;
        for (const auto& start : day_.knowledge.starts) {
            if (start.day < *from || start.day >= day_.day) continue;
            const auto usual = usual_before(start.day, day_.knowledge.mornings);
            const Gate gate = decide_gate(start.before, usual, day_.now.pain).gate;
            if (gate == Gate::rest || gate == Gate::refused) newest = start.day;
        }
        return newest;
    }

    /// A day among these on which an exercise was red.
    std::optional<Day> recent_red() const {
        const auto from = lately_from();
        if (!from) return std::nullopt;
        std::vector<Day> reds;
        for (const auto& entry : day_.states) {
            const auto& days = entry.second.reds;
            if (!days.empty() && days.back() >= *from) reds.push_back(days.back());
        }
        const auto newest = std::ranges::max_element(reds);
        return newest == reds.end() ? std::nullopt : std::optional(*newest);
    }

    /// Returns whether the day itself calls for less, which is told elsewhere.
    bool today_is_less() const {
        const bool after_gap = day_.now.days_off && *day_.now.days_off >= days_to_bottom(day_.now);
        return day_.today.gate != Gate::none || day_.lighter || after_gap;
    }

    int steps_allowed() const {
        const bool settling =
            day_.knowledge.first && day_.day - *day_.knowledge.first < settling_in;
        return settling ? std::min(1, day_.today.coach.steps_per_session)
                        : day_.today.coach.steps_per_session;
    }

    /// Lets a limited number step up (docs/design/care.md, "Rules", A4): those on a ladder before
    /// those that only settle, then in the order of the routine.
    void run(std::vector<CoachReason>& reasons) {
        std::vector<CoachReason*> ready;
        for (auto& reason : reasons) {
            if (is_ready(reason)) ready.push_back(&reason);
        }
        std::ranges::stable_partition(ready, [&](const CoachReason* r) { return climbs(*r); });
        if (const auto against = against_any_step()) {
            if (ready.empty() || today_is_less()) return;
            reasons.push_back({"",
                               CoachRule::limit,
                               {},
                               true,
                               fmt::format("Nothing grows today: {}.", *against)});
            return;
        }
        for (CoachReason* reason : ready) let_one(*reason);
    }

    void let_one(CoachReason& reason) {
        const Slot now = slot_of(day_, reason.exercise);
        const std::string rung = name(substitute_of(day_, now).value_or(now.rung));
        const auto against = steps_taken_ < steps_allowed() ? raise(reason) : too_many_words();
        if (!against) {
            ++steps_taken_;
            return;
        }
        reason.rule = CoachRule::limit;
        reason.text = fmt::format("{} stays: {}.", rung, *against);
    }

    std::optional<std::string> too_many_words() const {
        if (steps_allowed() == 1) {
            return "at most one exercise steps up on one day in the first two weeks";
        }
        return fmt::format("at most {} exercises step up on one day", steps_allowed());
    }

    const Step& step_of(const std::string& planned) const {
        return *std::ranges::find(day_.routine.steps, planned, &Step::exercise);
    }

    const std::string& name(const std::string& id) const { return day_.exercise(id).name; }

    DayFacts& day_;
    Fitting fitting_;
    int steps_taken_;
};

}  // namespace

void make_harder(DayFacts& day, CoachReason& reason) { StepsUp(day, 0).wish(reason); }

void let_step_up(DayFacts& day, std::vector<CoachReason>& reasons, int taken) {
    StepsUp(day, taken).run(reasons);
}

}  // namespace hipflow::coach
