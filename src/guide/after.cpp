// SPDX-License-Identifier: MIT
#include "guide/after.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "coach/ending.h"
#include "coach/exposure.h"
#include "store/coach_record.h"

namespace hipflow::guide {
namespace {

/// Adds what was done of a step before another exercise took its place.
void add_left(const PrescribedStep& begun, std::size_t step, const std::string& performed,
              const std::vector<PerformedSet>& sets, std::vector<const Exercise*>& done) {
    const auto add = [&](const Exercise& exercise) {
        const bool left =
            exercise.id != performed && std::ranges::any_of(sets, [&](const PerformedSet& set) {
                return set.step == static_cast<int>(step) + 1 && set.exercise == exercise.id &&
                       set.actual > Millis{0};
            });
        if (left) done.push_back(&exercise);
    };
    add(begun.work.exercise);
    for (const auto& easier : begun.easier) add(easier.exercise);
    for (const auto& other : begun.alternatives) add(other.exercise);
}

/// Returns the exercises of which something was done, in order. `begun` outlives them.
std::vector<const Exercise*> done_exercises(const Prescription& begun,
                                            const Prescription& performed,
                                            const std::vector<PerformedSet>& sets) {
    std::vector<const Exercise*> done;
    for (std::size_t i = 0; i < performed.steps.size(); ++i) {
        const Exercise& exercise = performed.steps[i].work.exercise;
        if (i < begun.steps.size()) add_left(begun.steps[i], i, exercise.id, sets, done);
        const bool any = std::any_of(sets.begin(), sets.end(), [&](const PerformedSet& set) {
            return set.exercise == exercise.id && set.actual > Millis{0};
        });
        if (any) done.push_back(&exercise);
    }
    return done;
}

/// Records the scores. Returns the exercises without one.
std::vector<std::string> record_peaks(
    Recorder& recorder,
    const std::vector<std::pair<std::string, std::optional<PainScore>>>& peaks) {
    std::vector<std::string> unscored;
    for (const auto& [exercise, score] : peaks) {
        if (score) {
            recorder.pain(Moment::peak, *score, std::nullopt, std::nullopt, exercise);
        } else {
            unscored.push_back(exercise);
        }
    }
    return unscored;
}

struct Peaks {
    std::vector<std::string> unscored;
    std::optional<PainScore> highest;
};

/// Returns whether one of the exercises told of hurt more than the start of the session did.
bool hurt_more_than(const std::vector<PainReading>& peaks, std::optional<PainScore> before) {
    const int start = before ? before->value() : 0;
    return std::ranges::any_of(peaks,
                               [&](const PainReading& peak) { return peak.score.value() > start; });
}

/// Asks for all exercises that were not told of, and answers for the others what was told.
Peaks ask_peaks(terminal::Face& face, const CareWords& words, Recorder& recorder,
                std::vector<const Exercise*> done, const Told& told,
                std::optional<PainScore> before) {
    std::erase_if(done, [&](const Exercise* exercise) {
        return std::ranges::any_of(
            told.peaks, [&](const PainReading& peak) { return peak.exercise == exercise->id; });
    });
    std::vector<std::string> names;
    names.reserve(done.size());
    for (const auto* exercise : done) names.push_back(exercise->name);
    HurtMoreAnswer answer{HurtMore::none, {}};
    if (!names.empty()) answer = ask_hurt_more(face, words, names, !told.peaks.empty());
    if (!answer.hurt_more) return {};
    if (hurt_more_than(told.peaks, before)) answer.hurt_more = HurtMore::some;
    std::vector<std::pair<std::string, std::optional<PainScore>>> peaks;
    peaks.reserve(answer.peaks.size());
    for (const auto& [index, score] : answer.peaks) peaks.emplace_back(done[index]->id, score);
    Peaks result;
    for (const auto& [exercise, score] : peaks) result.highest = std::max(result.highest, score);
    result.unscored = record_peaks(recorder, peaks);
    recorder.amend([&](Session& session) { session.hurt_more = answer.hurt_more; });
    return result;
}

}  // namespace

Close close_of(coach::Ending during, std::optional<PainScore> worst, const After& after,
               coach::Ending calm, std::string_view number, const CareWords& words) {
    if (during == coach::Ending::severe_pain && worst) {
        return {during, coach::severe_words(*worst, Moment::peak, number, words)};
    }
    if (coach::asks_for_help(during)) return {during, coach::ending_words(during, number, words)};
    if (after.severe) {
        return {coach::Ending::severe_pain,
                coach::severe_words(*after.severe, Moment::after, number, words)};
    }
    return {calm, after.words};
}

namespace {

void take_effort_and_note(terminal::Face& face, Recorder& recorder,
                          const session::GivenAnswers& given, bool ask) {
    auto effort = given.effort;
    auto note = given.note;
    if (!effort && ask) {
        EffortAnswer answer = ask_effort(face, !note);
        effort = answer.effort;
        if (!note) note = std::move(answer.note);
    } else if (!note && ask) {
        note = ask_note(face);
    }
    if (effort) recorder.amend([&](Session& session) { session.effort = effort; });
    if (note && !note->empty()) recorder.amend([&](Session& session) { session.note = note; });
}

/// Keeps for the coach which exercises hurt more by an amount that was not answered: a missing
/// answer is no zero.
void note_unscored(Recorder& recorder, const std::vector<std::string>& unscored) {
    if (unscored.empty()) return;
    auto record = store::coach_record(recorder.session());
    if (!record) return;
    record->unscored = unscored;
    recorder.amend([&](Session& session) { store::set_coach_record(session, *record); });
}

void record_after(Recorder& recorder, const PainAnswer& after) {
    if (!after.score) return;
    recorder.pain(Moment::after, *after.score, after.site, after.side, std::nullopt,
                  after.furthest);
}

/// How far from the spine it is felt; nullopt if not answered.
std::optional<int> distance_of(const PainAnswer& pain) {
    if (!pain.score) return std::nullopt;
    PainReading reading;
    reading.score = *pain.score;
    reading.site = pain.site;
    reading.furthest = pain.furthest;
    return coach::distance_of(reading);
}

/// Returns whether it is felt further down than before, beyond the hip.
bool is_further(const PainAnswer& after, const PainAnswer& before) {
    const auto then = distance_of(before);
    const auto now = distance_of(after);
    return then && now && *now > std::max(*then, 1);
}

/// What is felt further down than before counts only if it is still there after a minute; else it
/// is as far as it was.
void settle_furthest(terminal::Face& face, const CareWords& words, PainAnswer& after,
                     const PainAnswer& before) {
    if (!is_further(after, before) || ask_stays_further(face, words)) return;
    const auto known = before.furthest ? before.furthest : before.site;
    const bool hurt = before.score && before.score->value() > 0;
    after.furthest = hurt ? known : std::optional(Site::low_back);
}

/// Takes what has just been told, and says so; else asks. A score that is told is kept even if the
/// question for its place is interrupted.
PainAnswer pain_after(terminal::Face& face, const CareWords& words, Recorder& recorder,
                      const Told& told) {
    if (told.just_now) {
        face.say(words.say(Care::just_said, {{"pain", pain_words(*told.just_now, words)}}) + '\n');
        PainAnswer just_now = *told.just_now;
        settle_furthest(face, words, just_now, told.before);
        return just_now;
    }
    Offer place;
    place.told = {{}, told.before.site, told.before.side};
    place.furthest = told.below_back ? AskFurthest::always : AskFurthest::below_back;
    PainAnswer answer;
    try {
        ask_pain_into(answer, face, words, words.say(Care::ask_pain_after), place, {});
        settle_furthest(face, words, answer, told.before);
    } catch (const terminal::Interrupted&) {
        record_after(recorder, answer);
        throw;
    }
    return answer;
}

}  // namespace

void note_stop_reason(Recorder& recorder) {
    std::optional<StopReason> reason;
    for (const auto& set : recorder.sets()) {
        if (!set.reason) continue;
        if (!reason || *set.reason == StopReason::pain) reason = set.reason;
    }
    recorder.amend([&](Session& session) { session.reason = reason; });
}

After ask_after(terminal::Face& face, const CareWords& words, Recorder& recorder,
                const session::GivenAnswers& given, const Prescription& begun,
                const Prescription& performed, std::optional<PainScore> pain_before,
                const PainThresholds& thresholds, const Told& told) {
    After result;
    std::vector<std::string> unscored;
    bool ask = given.ask;
    const auto notice = [&](std::optional<PainScore> score) {
        if (!score || !coach::is_severe(*score, thresholds)) return;
        result.severe = std::max(result.severe.value_or(*score), *score);
        ask = false;
    };
    PainAnswer after{given.pain_after, given.site, given.side, given.furthest};
    if (!after.score && ask) {
        after = pain_after(face, words, recorder, told);
    }
    record_after(recorder, after);
    notice(after.score);
    Prescription asked = performed;
    // The position in which somebody rested is none that hurt.
    if (told.just_now) asked.steps.resize(std::min(asked.steps.size(), begun.steps.size()));
    const auto done = done_exercises(begun, asked, recorder.sets());
    if (given.hurt_more) {
        for (const auto& [exercise, score] : given.peaks) notice(score);
        unscored = record_peaks(recorder, given.peaks);
        recorder.amend([&](Session& session) { session.hurt_more = given.hurt_more; });
    } else if (ask && !done.empty()) {
        auto peaks = ask_peaks(face, words, recorder, done, told, pain_before);
        unscored = std::move(peaks.unscored);
        notice(peaks.highest);
    }
    take_effort_and_note(face, recorder, given, ask);
    note_unscored(recorder, unscored);
    if (result.severe) return result;
    if (is_further(after, told.before)) {
        result.words = words.say(Care::stays_further) + '\n';
    } else if (coach::colour_after(pain_before, after.score, thresholds) == coach::Colour::amber) {
        result.words = words.say(Care::more_than_before) + '\n';
    }
    return result;
}

}  // namespace hipflow::guide
