// SPDX-License-Identifier: MIT
#include "guide/recovery.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "guide/questions.h"
#include "platform/random.h"
#include "session/set_row.h"

namespace hipflow {
namespace {

using namespace std::chrono_literals;

constexpr auto takes_up_until = 4h;

/// Returns whether it was broken off, with only what closes it still to come.
bool is_winding_down(const Unfinished& unfinished) {
    return unfinished.checkpoint.step > static_cast<int>(unfinished.prescription.steps.size());
}

/// Returns its prescription with the easier exercises that had been swapped in.
Prescription as_swapped(const Unfinished& unfinished) {
    Prescription prescription = unfinished.prescription;
    const auto& taken = unfinished.checkpoint.easier_taken;
    for (std::size_t step = 0; step < taken.size() && step < prescription.steps.size(); ++step) {
        for (int i = 0; i < taken[step]; ++i) {
            if (auto easier = with_easier(prescription, step)) prescription = std::move(*easier);
        }
    }
    return is_winding_down(unfinished) ? with_closing(prescription) : prescription;
}

SetKey key_of(const PerformedSet& set) { return {set.step, set.set_no, set.side}; }

}  // namespace

std::optional<Unfinished> find_unfinished(const Store& store) {
    auto checkpoint = store.checkpoint();
    if (!checkpoint) return std::nullopt;
    auto session = store.session(checkpoint->session_id);
    if (!session || session->status != SessionStatus::in_progress) return std::nullopt;
    auto prescription = store.prescription(session->prescription_hash.value_or(""));
    if (!prescription) return std::nullopt;
    auto sets = store.sets_of(session->id);
    return Unfinished{*std::move(session), *std::move(checkpoint), *std::move(prescription),
                      std::move(sets)};
}

bool is_too_old(const Unfinished& unfinished, Instant now) {
    return now - unfinished.checkpoint.at > takes_up_until;
}

std::string description(const Unfinished& unfinished) {
    const auto& session = unfinished.session;
    const auto all = compile(as_swapped(unfinished)).sets.size();
    const auto done =
        std::count_if(unfinished.sets.begin(), unfinished.sets.end(),
                      [](const PerformedSet& set) { return set.status == SetStatus::done; });
    return fmt::format("the session '{}' of {}, {} of {} sets done", session.routine,
                       format_time_of_day(session.started.at, session.started.utc_offset), done,
                       all);
}

Recovery ask_recovery(Face& face, const Unfinished& unfinished) {
    face.say(fmt::format("Not finished: {}.\n", description(unfinished)));
    const auto letter = ask_letter(face, "",
                                   {"r resume here", "k keep it as it is and start anew",
                                    "d discard it and start anew", "Enter alone resumes"});
    if (letter == 'k') return Recovery::keep_partial;
    if (letter == 'd') return Recovery::discard;
    return Recovery::resume;
}

void close_unfinished(Store& store, const Unfinished& unfinished, SessionStatus status,
                      Instant now) {
    const Prescription prescription = as_swapped(unfinished);
    Change change;
    change.now = now;
    for (const auto& planned : compile(prescription).sets) {
        const bool known =
            std::any_of(unfinished.sets.begin(), unfinished.sets.end(),
                        [&](const PerformedSet& set) { return key_of(set) == planned.key; });
        if (known) continue;
        PerformedSet set = not_reached(planned, prescription);
        set.id = new_id(now);
        set.session_id = unfinished.session.id;
        change.put.emplace_back(std::move(set));
    }
    Session session = unfinished.session;
    session.status = status;
    session.ended_at = unfinished.checkpoint.at;
    session.active = unfinished.checkpoint.active;
    change.put.emplace_back(std::move(session));
    change.checkpoint.emplace(std::nullopt);
    store.commit(change);
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
