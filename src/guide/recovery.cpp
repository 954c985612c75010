// SPDX-License-Identifier: MIT
#include "guide/recovery.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "coach/ending.h"
#include "coach/gate.h"
#include "guide/questions.h"
#include "today/mornings.h"

namespace hipflow::guide {
namespace {

session::SetKey key_of(const PerformedSet& set) { return {set.step, set.set_no, set.side}; }

}  // namespace

Recovery ask_recovery(terminal::Face& face, const today::Unfinished& unfinished, const Stamp& now) {
    face.say(fmt::format("Not finished: {}.\n", today::description(unfinished, now)));
    const auto letter = ask_letter(face, "",
                                   {"r resume here", "k keep it as it is and start a new one",
                                    "d discard it and start a new one", "Enter resume here"});
    if (letter == 'k') return Recovery::keep_partial;
    if (letter == 'd') return Recovery::discard;
    return Recovery::resume;
}

std::optional<today::Unfinished> find_fresh_unfinished(terminal::Face& face, store::Store& store,
                                                       const Stamp& now) {
    auto unfinished = today::find_unfinished(store);
    if (!unfinished || !today::is_too_old(*unfinished, now.at)) return unfinished;
    today::close_unfinished(store, *unfinished, SessionStatus::partial, now.at);
    face.say(fmt::format("Kept as partial, more than four hours old: {}.\n",
                         today::description(*unfinished, now)));
    return std::nullopt;
}

void keep_partial(terminal::Face& face, store::Store& store, const today::Unfinished& unfinished,
                  const Stamp& now) {
    today::close_unfinished(store, unfinished, SessionStatus::partial, now.at);
    face.say(fmt::format("Kept as partial: {}.\n", today::description(unfinished, now)));
}

bool speaks_against_resuming(const store::Store& store, const Session& session,
                             const session::GivenAnswers& given, const Settings& settings,
                             const Stamp& now) {
    if (given.news.value_or(session::News::none) != session::News::none) return true;
    const auto gate = today::gate_now(store, given.pain_before, now.local_day, settings.pain).gate;
    if (gate >= Gate::rest) return true;
    return std::ranges::any_of(store.readings_of(session.id), [&](const PainReading& reading) {
        return coach::is_severe(reading.score, settings.pain);
    });
}

session::Player player_of(const today::Unfinished& unfinished, AskPeak ask,
                          session::Hearing hearing) {
    const Checkpoint& place = unfinished.checkpoint;
    session::MoreReps more_reps;
    if (place.more_reps > 0) more_reps[{place.step, place.set_no, place.side}] = place.more_reps;
    const auto script = session::make_script(today::as_swapped(unfinished), ask, std::move(hearing),
                                             std::move(more_reps));
    const auto& steps = script->prescription.steps;
    std::map<session::SetKey, session::SetProgress> ended;
    std::optional<session::Player::LastDone> last_done;
    Instant newest = Instant::min();
    for (const auto& set : unfinished.sets) {
        const Instant started = set.started_at.value_or(Instant::min());
        if (set.actual > Millis{0} && started >= newest) {
            newest = started;
            last_done = {set.step, set.exercise};
        }
        const auto step = static_cast<std::size_t>(set.step) - 1;
        if (step >= steps.size()) continue;  // the closing exercise, of a session that went on
        // An attempt at the harder exercise does not count for the easier one in its place.
        if (set.exercise != steps[step].work.exercise.id) {
            continue;
        }
        ended[key_of(set)] = {set.actual,   set.actual_reps.value_or(0),
                              set.status,   set.reason,
                              std::nullopt, set.exercise};
    }
    const auto start = script->timeline.find({place.step, place.set_no, place.side});
    session::Player player = session::begin(script, start.value_or(0), std::move(ended));
    player.last_done = std::move(last_done);
    player.easier_taken = place.easier_taken;
    player.easier_taken.resize(steps.size());
    player.active = place.active;
    player.winding_down = today::is_winding_down(unfinished);
    return player;
}

}  // namespace hipflow::guide
