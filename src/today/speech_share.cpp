// SPDX-License-Identifier: MIT
#include "today/speech_share.h"

#include <fmt/format.h>

#include <array>
#include <cmath>

#include "coach/guidance.h"
#include "session/score.h"
#include "today/hearing.h"

namespace hipflow::today {

double speech_share(const Prescription& session, const session::Hearing& hearing) {
    const session::Score score = session::score(session, AskPeak::at_the_end, hearing);
    Millis spoken{};
    for (const auto& cue : score.cues) spoken += session::words_length(cue, hearing);
    const Millis total = score.timeline.total;
    if (total <= Millis{0}) return 0;
    return static_cast<double>(spoken.count()) / static_cast<double>(total.count());
}

std::vector<std::string> wordy_levels(const catalog::Library& library, const Settings& settings,
                                      Prescription session) {
    std::vector<std::string> warnings;
    coach::GuidancePlan plan;
    plan.language = session.language;
    for (const Guidance level : {Guidance::full, Guidance::brief, Guidance::counts}) {
        plan.level = level;
        coach::guide(session, plan);
        double share = 0;
        try {
            share = speech_share(session, hearing_for(settings, library, session, {.voice = true}));
        } catch (const session::TooLong&) {
            continue;  // that is told where the routine is laid out at its own level
        }
        if (share <= most_speech) continue;
        warnings.push_back(fmt::format(
            "at guidance \"{}\" {} % of the time is speech, expected at most {} %; shorten its "
            "texts, or make its sets longer",
            word(level), std::lround(std::ceil(100 * share)), std::lround(100 * most_speech)));
    }
    return warnings;
}

}  // namespace hipflow::today
