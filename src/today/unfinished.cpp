// SPDX-License-Identifier: MIT
#include "today/unfinished.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "coach/guidance.h"
#include "domain/error.h"
#include "domain/near_day.h"
#include "domain/prescription.h"
#include "platform/random.h"
#include "session/timeline.h"
#include "store/change.h"
#include "store/coach_record.h"

namespace hipflow::today {
namespace {

using namespace std::chrono_literals;

constexpr auto takes_up_until = 4h;

/// The sets of a session, which do not depend on its words.
std::vector<session::PlannedSet> sets_in(const Prescription& prescription) {
    session::Hearing wordless;
    wordless.voice = false;
    return session::compile(prescription, AskPeak::at_the_end, wordless).sets;
}

/// The counts with which the session chose its words, so that it goes on speaking as it began; none
/// if another version recorded them in a way that this one cannot read.
std::vector<coach::TimesDone> times_in(const Session& session) {
    try {
        return store::coach_record(session).value_or(coach::CoachRecord{}).times;
    } catch (const Error&) {
        return {};
    }
}

/// "07:31", "yesterday 07:31", "Sunday 07:31", "2026-11-10 07:31".
std::string begun_words(const Stamp& started, const Stamp& now) {
    constexpr std::string_view today = "today ";
    constexpr std::string_view on = "on ";
    if ((now.local_day - started.local_day).count() >= 7) return clock_moment(started);
    std::string words = near_moment(started, now);
    for (const auto front : {today, on}) {
        if (words.starts_with(front)) return words.substr(front.size());
    }
    return words;
}

}  // namespace

std::optional<Unfinished> find_unfinished(const store::Store& store) {
    auto checkpoint = store.checkpoint();
    if (!checkpoint) return std::nullopt;
    auto session = store.session(checkpoint->session_id);
    if (!session || session->status != SessionStatus::in_progress) return std::nullopt;
    auto prescription = store.prescription(session->prescription_hash.value_or(""));
    if (!prescription) return std::nullopt;
    coach::set_times(*prescription, times_in(*session));
    auto sets = store.sets_of(session->id);
    return Unfinished{*std::move(session), *std::move(checkpoint), *std::move(prescription),
                      std::move(sets)};
}

bool is_too_old(const Unfinished& unfinished, Instant now) {
    return now - unfinished.checkpoint.at > takes_up_until;
}

bool is_winding_down(const Unfinished& unfinished) {
    return unfinished.checkpoint.step > static_cast<int>(unfinished.prescription.steps.size());
}

namespace {

/// Puts an exercise in the place of a step, if it is one of the alternatives to it.
Prescription with_exercise(const Prescription& prescription, std::size_t step,
                           const std::string& exercise) {
    Prescription changed = prescription;
    const std::size_t most = prescription.steps.at(step).alternatives.size();
    for (std::size_t i = 0; i <= most; ++i) {
        if (changed.steps[step].work.exercise.id == exercise) return changed;
        if (auto swapped = with_swap(changed, step)) changed = *std::move(swapped);
    }
    return prescription;
}

}  // namespace

Prescription as_swapped(const Unfinished& unfinished) {
    Prescription prescription = unfinished.prescription;
    const auto& taken = unfinished.checkpoint.easier_taken;
    for (std::size_t step = 0; step < taken.size() && step < prescription.steps.size(); ++step) {
        for (int i = 0; i < taken[step]; ++i) {
            if (auto easier = with_easier(prescription, step)) prescription = std::move(*easier);
        }
    }
    const auto& exercises = unfinished.checkpoint.exercises;
    const std::size_t steps = std::min(exercises.size(), prescription.steps.size());
    for (std::size_t step = 0; step < steps; ++step) {
        prescription = with_exercise(prescription, step, exercises[step]);
    }
    return is_winding_down(unfinished) ? with_closing(prescription) : prescription;
}

void close_unfinished(store::Store& store, const Unfinished& unfinished, SessionStatus status,
                      Instant now) {
    const Prescription prescription = as_swapped(unfinished);
    store::Change change;
    change.now = now;
    for (const auto& planned : sets_in(prescription)) {
        const bool known = std::any_of(
            unfinished.sets.begin(), unfinished.sets.end(), [&](const PerformedSet& set) {
                return session::SetKey{set.step, set.set_no, set.side} == planned.key;
            });
        if (known) continue;
        PerformedSet set = session::not_reached(planned, prescription);
        set.id = platform::new_id(now);
        set.session_id = unfinished.session.id;
        change.put.emplace_back(std::move(set));
    }
    Session session = unfinished.session;
    session.status = status;
    session.ended_at = unfinished.checkpoint.at;
    session.active = unfinished.checkpoint.active;
    change.put.emplace_back(std::move(session));
    change.checkpoint = store::CheckpointRemoved{};
    store.commit(change);
}

std::string description(const Unfinished& unfinished, const Stamp& now) {
    const auto& session = unfinished.session;
    const auto all = sets_in(as_swapped(unfinished)).size();
    const auto done =
        std::count_if(unfinished.sets.begin(), unfinished.sets.end(),
                      [](const PerformedSet& set) { return set.status == SetStatus::done; });
    return fmt::format("the session '{}' of {}, {} of {} sets done", session.routine,
                       begun_words(session.started, now), done, all);
}

}  // namespace hipflow::today
