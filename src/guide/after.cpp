// SPDX-License-Identifier: MIT
#include "guide/after.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "coach/colour.h"

namespace hipflow {
namespace {

/// The exercises of which something was done, in order.
std::vector<const Exercise*> done_exercises(const Prescription& performed,
                                            const std::vector<PerformedSet>& sets) {
    std::vector<const Exercise*> done;
    for (const auto& step : performed.steps) {
        const bool any = std::any_of(sets.begin(), sets.end(), [&](const PerformedSet& set) {
            return set.exercise == step.work.exercise.id && set.actual > Millis{0};
        });
        if (any) done.push_back(&step.work.exercise);
    }
    return done;
}

/// Returns those without a score.
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

std::vector<std::string> ask_peaks(Face& face, Recorder& recorder,
                                   const std::vector<const Exercise*>& done) {
    std::vector<std::string> names;
    names.reserve(done.size());
    for (const auto* exercise : done) names.push_back(exercise->name);
    const HurtMoreAnswer answer = ask_hurt_more(face, names);
    if (!answer.hurt_more) return {};
    std::vector<std::pair<std::string, std::optional<PainScore>>> peaks;
    peaks.reserve(answer.peaks.size());
    for (const auto& [index, score] : answer.peaks) peaks.emplace_back(done[index]->id, score);
    auto unscored = record_peaks(recorder, peaks);
    recorder.amend([&](Session& session) { session.hurt_more = answer.hurt_more; });
    return unscored;
}

}  // namespace

std::vector<std::string> ask_after(Face& face, Recorder& recorder, const GivenAnswers& given,
                                   const Prescription& performed,
                                   std::optional<PainScore> pain_before,
                                   const PainThresholds& thresholds) {
    PainAnswer after{given.pain_after, given.site, given.side};
    if (!after.score && given.ask) {
        after = ask_pain_now(face, "How strong is your pain now, from 0 to 10?");
    }
    if (after.score) {
        recorder.pain(Moment::after, *after.score, after.site, after.side, std::nullopt);
    }
    const auto done = done_exercises(performed, recorder.sets());
    std::vector<std::string> unscored;
    if (given.hurt_more) {
        unscored = record_peaks(recorder, given.peaks);
        recorder.amend([&](Session& session) { session.hurt_more = given.hurt_more; });
    } else if (given.ask && !done.empty()) {
        unscored = ask_peaks(face, recorder, done);
    }
    auto effort = given.effort;
    if (!effort && given.ask) effort = ask_effort(face);
    if (effort) recorder.amend([&](Session& session) { session.effort = effort; });
    auto note = given.note;
    if (!note && given.ask) note = ask_note(face);
    if (note && !note->empty()) recorder.amend([&](Session& session) { session.note = note; });
    if (colour_after(pain_before, after.score, thresholds) == Colour::amber) {
        face.say(
            "That is more than at the start. Note how it is tomorrow morning; if it stays "
            "higher, do less next time.\n");
    }
    return unscored;
}

}  // namespace hipflow
