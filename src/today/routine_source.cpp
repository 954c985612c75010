// SPDX-License-Identifier: MIT
#include "today/routine_source.h"

#include <algorithm>
#include <map>
#include <memory>
#include <utility>

#include "coach/allowed.h"
#include "domain/dose.h"
#include "today/hearing.h"
#include "today/person.h"
#include "today/todays_session.h"

namespace hipflow::today {

catalog::RoutineFile find_routine(const catalog::Library& library, const std::string& name) {
    const bool is_file = name.ends_with(".toml") || name.find('/') != std::string::npos;
    return is_file ? library.open_routine(name) : library.routine_source(name);
}

void require_length(const catalog::Library& library, const Settings& settings,
                    const catalog::RoutineFile& source) {
    constexpr int beyond_any_band = 1000;
    coach::Today top;
    for (const auto& step : source.routine.steps) {
        top.standings[step.exercise] = {step.exercise, beyond_any_band, false, false};
    }
    const Prescription session = prescription_of(library, settings, source, top);
    timeline_of(source, session, hearing_for(settings, library, session),
                "at the top of its bands ");
}

void require_whole(const catalog::Library& library, const catalog::RoutineFile& source) {
    if (auto faults = library.check(source); !faults.empty()) throw FileError(std::move(faults));
}

coach::ExerciseLookup lookup_of(const catalog::Library& library,
                                const catalog::RoutineFile& source) {
    const auto cut = [&](std::optional<std::string>& link) {
        if (link && !library.has_exercise(source.routine, *link)) link.reset();
    };
    if (library.is_as_shipped()) {
        return [&library, &source](const std::string& id) -> const Exercise& {
            return library.exercise_of(source.routine, id);
        };
    }
    // Copies, since links to exercises that are gone or faulty are cut.
    return [&library, &source, cut, mended = std::make_shared<std::map<std::string, Exercise>>()](
               const std::string& id) -> const Exercise& {
        const Exercise& exercise = library.exercise_of(source.routine, id);
        const auto [found, fresh] = mended->try_emplace(id, exercise);
        if (fresh) {
            cut(found->second.easier);
            cut(found->second.harder);
        }
        return found->second;
    };
}

std::vector<std::string> usable_exercises(const catalog::Library& library,
                                          const catalog::RoutineFile& source) {
    const auto& drills = source.routine.inline_exercises;
    std::vector<std::string> ids;
    ids.reserve(drills.size() + library.exercises().size());
    for (const auto& drill : drills) {
        if (lack(drill.dose).empty()) ids.push_back(drill.id);  // else steps alone give it
    }
    for (const auto& entry : library.exercises()) {
        const bool own = std::ranges::find(drills, entry.id, &Exercise::id) != drills.end();
        if (!own && library.has_exercise(source.routine, entry.id)) ids.push_back(entry.id);
    }
    return ids;
}

session::Timeline timeline_of(const catalog::RoutineFile& source, const Prescription& prescription,
                              const session::Hearing& hearing, const std::string& when) {
    try {
        return session::compile(prescription, AskPeak::at_the_end, hearing);
    } catch (const session::TooLong& error) {
        const std::string& planned = prescription.steps.at(error.step()).planned_exercise;
        const auto& steps = source.routine.steps;
        const auto step = std::ranges::find(steps, planned, &Step::exercise);
        if (step == steps.end()) throw;
        const auto at = static_cast<std::size_t>(step - steps.begin());
        const auto place = source.steps.at(at).step;
        throw FileError({{source.file, place.line, place.column, when + error.what()}});
    }
}

session::Timeline timeline_of(const catalog::Library& library, const Settings& settings,
                              const catalog::RoutineFile& source,
                              const Prescription& prescription) {
    return timeline_of(source, prescription, hearing_for(settings, library, prescription));
}

Prescription prescription_of(const catalog::Library& library, const Settings& settings,
                             const catalog::RoutineFile& source, const coach::Today& today) {
    require_whole(library, source);
    library.speak(language_for(settings, source.routine));
    coach::Today whole = today;
    whole.gaps = settings.gaps;
    whole.breath = settings.breath;
    if (coach::leaves_out_anything(today.person)) whole.others = usable_exercises(library, source);
    Prescription session = coach::prescribe(source.routine, lookup_of(library, source), whole);
    coach::guide(session, plan_for_known(settings, source.routine));
    return session;
}

namespace {

RoutineToday routine_for(Desk& desk, const catalog::RoutineFile& source, const Person& person) {
    RoutineToday today;
    today.session = prescription_of(desk.library(), desk.settings(), source,
                                    {Gate::none, std::nullopt, person});
    coach::guide(today.session, plan_for_today(desk, source.routine, today.session));
    const session::Hearing hearing = hearing_for(desk, today.session);
    today.timeline = timeline_of(source, today.session, hearing);
    today.total_once_known = total_once_known(today.session, hearing);
    return today;
}

}  // namespace

RoutineToday routine_today(Desk& desk, const catalog::RoutineFile& source) {
    const Person person = person_of(desk);
    RoutineToday today = routine_for(desk, source, person);
    coach::Today now;
    now.person = person;
    TodaysSession given = todays_session(desk, source, std::move(now));
    today.waiting = std::move(given.waiting);
    today.begins = given.prescription.has_value();
    return today;
}

RoutineToday routine_as_written(Desk& desk, const catalog::RoutineFile& source) {
    RoutineToday written = routine_for(desk, source, {});
    written.begins = false;
    return written;
}

namespace {

/// Returns nullopt for an exercise that is gone, or whose file has faults by now.
std::optional<Figure> figure_for(const std::string& id, const catalog::Library& library,
                                 const Routine& routine) {
    if (!library.has_exercise(routine, id)) return std::nullopt;
    const Figure* figure = library.figure_of(routine, library.exercise_of(routine, id));
    return figure == nullptr ? std::nullopt : std::optional(*figure);
}

}  // namespace

void set_figures(Prescription& prescription, const catalog::Library& library,
                 const catalog::RoutineFile& source, bool wanted) {
    const auto set = [&](Work& work) {
        Exercise& exercise = work.exercise;
        exercise.figure = wanted ? figure_for(exercise.id, library, source.routine) : std::nullopt;
        if (exercise.figure) exercise.figure->scene.bed = exercise.on == Surface::bed;
    };
    for (auto& step : prescription.steps) {
        set(step.work);
        for (auto& easier : step.easier) set(easier);
        for (auto& other : step.alternatives) set(other);
    }
    if (prescription.closing) set(*prescription.closing);
}

}  // namespace hipflow::today
