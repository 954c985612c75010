// SPDX-License-Identifier: MIT
#include "today/hearing.h"

#include "session/timeline.h"

namespace hipflow::today {
namespace {

/// The level of all exercises; nullopt: by their practice.
std::optional<Guidance> level_of(GuidanceWish wish) {
    switch (wish) {
        case GuidanceWish::by_practice:
            break;
        case GuidanceWish::full:
            return Guidance::full;
        case GuidanceWish::brief:
            return Guidance::brief;
        case GuidanceWish::counts:
            return Guidance::counts;
        case GuidanceWish::off:
            return Guidance::off;
    }
    return std::nullopt;
}

std::optional<Guidance> configured_level(const Settings& settings, const Routine& routine) {
    return routine.guidance ? routine.guidance : settings.guidance;
}

}  // namespace

std::string language_for(const Settings& settings, const Routine& routine) {
    return catalog::text_language(routine.language.value_or(settings.language));
}

session::Hearing hearing_for(const Settings& settings, const catalog::Library& library,
                             const Prescription& session, const SoundWishes& wishes) {
    session::Hearing hearing;
    hearing.voice = wishes.voice.value_or(settings.voice) && !coach::is_wordless(session);
    hearing.tones = wishes.tones.value_or(settings.tones);
    hearing.length = estimated_lengths(settings.rate);
    hearing.phrases = library.phrases(session.language);
    hearing.changes = settings.changes;
    hearing.tempo_words = settings.tempo_words;
    return hearing;
}

session::Hearing hearing_for(Desk& desk, const Prescription& session, const SoundWishes& wishes) {
    return hearing_for(desk.settings(), desk.library(), session, wishes);
}

bool sounds_as_usual(const Settings& settings) {
    const Settings usual;
    const bool heard = settings.voice && settings.tones && settings.rate == usual.rate;
    const bool laid_out = settings.changes == usual.changes && settings.gaps == usual.gaps &&
                          settings.tempo_words == usual.tempo_words;
    const bool worded = !settings.guidance || *settings.guidance == Guidance::brief;
    return heard && laid_out && worded && language_for(settings, {}) == usual.language;
}

coach::GuidancePlan plan_for_known(const Settings& settings, const Routine& routine) {
    coach::GuidancePlan plan;
    plan.level = configured_level(settings, routine).value_or(Guidance::brief);
    plan.language = language_for(settings, routine);
    return plan;
}

coach::GuidancePlan plan_for_today(Desk& desk, const Routine& routine, const Prescription& session,
                                   std::optional<GuidanceWish> wish) {
    const Settings& settings = desk.settings();
    coach::GuidancePlan plan;
    plan.level = wish ? level_of(*wish) : configured_level(settings, routine);
    plan.language = language_for(settings, routine);
    plan.today = desk.now().local_day;
    plan.sessions = 0;
    if (const store::Store* history = desk.history()) {
        plan.practices = history->practice_of(coach::exercises_of(session));
        plan.sessions = history->timed_sessions(coach::first_times);
    }
    return plan;
}

std::optional<Millis> total_once_known(const Prescription& session,
                                       const session::Hearing& hearing) {
    const auto known = coach::once_known(session);
    if (!known || !hearing.voice) return std::nullopt;
    return session::compile(*known, AskPeak::at_the_end, hearing).total;
}

}  // namespace hipflow::today
