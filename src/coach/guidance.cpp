// SPDX-License-Identifier: MIT
#include "coach/guidance.h"

#include <algorithm>

namespace hipflow::coach {
namespace {

/// Visits the work of every step, each with what may take its place, then the closing work.
template <typename P, typename Visit>
void for_each_work(P& prescription, const Visit& visit) {
    for (auto& step : prescription.steps) {
        visit(step.work);
        for (auto& easier : step.easier) visit(easier);
        for (auto& other : step.alternatives) visit(other);
    }
    if (prescription.closing) visit(*prescription.closing);
}

bool is_at(const PrescribedStep& step, Guidance level) { return step.work.guidance == level; }

}  // namespace

Guidance level_for(const Practice& practice, Day today) {
    const bool is_new = practice.times < first_times || !practice.last;
    if (is_new || practice.stopped_for_pain) return Guidance::full;
    return today - *practice.last >= forgotten_after ? Guidance::full : Guidance::brief;
}

std::vector<std::string> exercises_of(const Prescription& prescription) {
    std::vector<std::string> ids;
    for_each_work(prescription, [&](const Work& work) { ids.push_back(work.exercise.id); });
    std::ranges::sort(ids);
    ids.erase(std::ranges::unique(ids).begin(), ids.end());
    return ids;
}

void guide(Prescription& prescription, const GuidancePlan& plan) {
    prescription.language = plan.language;
    prescription.safety = plan.sessions < first_times;
    for_each_work(prescription, [&](Work& work) {
        const auto known = plan.practices.find(work.exercise.id);
        const Practice practice = known == plan.practices.end() ? Practice{} : known->second;
        work.times = practice.times;
        work.guidance = plan.level.value_or(level_for(practice, plan.today));
    });
}

std::optional<Prescription> once_known(const Prescription& prescription) {
    const bool any = std::ranges::any_of(
        prescription.steps, [](const PrescribedStep& step) { return is_at(step, Guidance::full); });
    if (!any) return std::nullopt;
    Prescription known = prescription;
    known.safety = false;
    for_each_work(known, [](Work& work) {
        if (work.guidance == Guidance::full) work.guidance = Guidance::brief;
    });
    return known;
}

bool explains_everything(const Prescription& prescription) {
    return std::ranges::all_of(
        prescription.steps, [](const PrescribedStep& step) { return is_at(step, Guidance::full); });
}

bool is_wordless(const Prescription& prescription) {
    return std::ranges::all_of(
        prescription.steps, [](const PrescribedStep& step) { return is_at(step, Guidance::off); });
}

std::vector<TimesDone> times_of(const Prescription& prescription) {
    std::vector<TimesDone> all;
    for_each_work(prescription, [&](const Work& work) {
        const auto& id = work.exercise.id;
        const bool told = std::ranges::find(all, id, &TimesDone::exercise) != all.end();
        if (work.times > 0 && !told) all.push_back({id, work.times});
    });
    return all;
}

void set_times(Prescription& prescription, const std::vector<TimesDone>& times) {
    for_each_work(prescription, [&](Work& work) {
        const auto known = std::ranges::find(times, work.exercise.id, &TimesDone::exercise);
        work.times = known == times.end() ? 0 : known->times;
    });
}

}  // namespace hipflow::coach
