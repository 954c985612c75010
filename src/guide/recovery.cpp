// SPDX-License-Identifier: MIT
#include "guide/recovery.h"

#include <fmt/format.h>

#include <map>
#include <utility>

#include "guide/questions.h"

namespace hipflow {
namespace {

SetKey key_of(const PerformedSet& set) { return {set.step, set.set_no, set.side}; }

}  // namespace

Recovery ask_recovery(Face& face, const Unfinished& unfinished) {
    face.say(fmt::format("Not finished: {}.\n", description(unfinished)));
    const auto letter = ask_letter(face, "",
                                   {"r resume here", "k keep it as it is and start anew",
                                    "d discard it and start anew", "Enter alone resumes"});
    if (letter == 'k') return Recovery::keep_partial;
    if (letter == 'd') return Recovery::discard;
    return Recovery::resume;
}

std::optional<Unfinished> find_fresh_unfinished(Face& face, Store& store, Instant now) {
    auto unfinished = find_unfinished(store);
    if (!unfinished || !is_too_old(*unfinished, now)) return unfinished;
    close_unfinished(store, *unfinished, SessionStatus::partial, now);
    face.say(
        fmt::format("Kept as partial, more than four hours old: {}.\n", description(*unfinished)));
    return std::nullopt;
}

void keep_partial(Face& face, Store& store, const Unfinished& unfinished, Instant now) {
    close_unfinished(store, unfinished, SessionStatus::partial, now);
    face.say(fmt::format("Kept as partial: {}.\n", description(unfinished)));
}

Player player_of(const Unfinished& unfinished, AskPeak ask, Hearing hearing) {
    const auto plan = make_plan(as_swapped(unfinished), ask, std::move(hearing));
    const Checkpoint& place = unfinished.checkpoint;
    const auto& steps = plan->prescription.steps;
    std::map<SetKey, SetProgress> ended;
    for (const auto& set : unfinished.sets) {
        // An attempt at the harder exercise does not count for the easier one in its place.
        if (set.exercise != steps.at(static_cast<std::size_t>(set.step) - 1).work.exercise.id) {
            continue;
        }
        ended[key_of(set)] = {set.actual,   set.actual_reps.value_or(0),
                              set.status,   set.reason,
                              std::nullopt, set.exercise};
    }
    const auto start = plan->timeline.find({place.step, place.set_no, place.side});
    Player player = begin(plan, start.value_or(0), std::move(ended));
    player.easier_taken = place.easier_taken;
    player.easier_taken.resize(steps.size());
    player.active = place.active;
    player.winding_down = is_winding_down(unfinished);
    return player;
}

}  // namespace hipflow
