// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <ranges>
#include <span>
#include <vector>

#include "answers/answer.h"
#include "domain/history.h"
#include "exchange/library_fields.h"
#include "today/listed_sessions.h"
#include "today/past_sessions.h"

namespace hipflow::answers {

// The answers about past sessions.

template <typename Visitor>
void pain_fields(const today::ListedSession& session, Visitor& visit) {
    visit("pain_before", session.pain_before);
    visit("pain_peak", session.pain_peak);
    visit("pain_after", session.pain_after);
    visit("pain_morning", session.pain_morning);
}

template <typename Visitor>
void fields(const today::ListedSession& session, Visitor& visit) {
    exchange::fields(static_cast<const Session&>(session), visit);
    pain_fields(session, visit);
}

/// A session as a row of a table, without what only programs read.
struct SessionRow : today::ListedSession {};
template <typename Visitor>
void fields(const SessionRow& session, Visitor& visit) {
    visit("id", session.id);
    visit("routine", session.routine);
    visit("started_at", session.started.at);
    visit("ended_at", session.ended_at);
    visit("local_day", session.started.local_day);
    visit("status", session.status);
    visit("reason", session.reason);
    visit("source", session.source);
    visit("planned_ms", session.planned);
    visit("done_ms", session.done);
    visit("active_ms", session.active);
    visit("effort", session.effort);
    visit("hurt_more", session.hurt_more);
    pain_fields(session, visit);
    visit("note", session.note);
}

struct SessionList {
    std::span<const today::ListedSession> sessions;
};
template <typename Visitor>
void fields(const SessionList& list, Visitor& visit) {
    visit("sessions", list.sessions);
}

/// A record, and when it was recorded.
template <typename R>
struct Recorded {
    const R& record;
    std::optional<Instant> at;
};
template <typename R, typename Visitor>
void fields(const Recorded<R>& recorded, Visitor& visit) {
    fields(recorded.record, visit);
    visit("recorded_at", recorded.at);
}

template <typename Visitor>
void fields(const today::SessionRecord& record, Visitor& visit) {
    const auto offset = record.session.started.utc_offset;
    const auto with_time = [&record]<typename R>(const R& one) {
        const auto time = record.recorded_at.find(one.id);
        const bool known = time != record.recorded_at.end();
        return Recorded<R>{one, known ? std::optional(time->second) : std::nullopt};
    };
    const auto shown = [&](const auto& records) {
        return records | std::views::transform(with_time);
    };
    visit("session", exchange::at_offset(with_time(record.session), offset));
    visit("sets", exchange::at_offset(shown(record.sets), offset));
    visit("pain_scores", exchange::at_offset(shown(record.readings), offset));
    visit("symptoms", exchange::at_offset(shown(record.symptoms), offset));
    visit("prescription", record.prescription);
    visit("morning_after", exchange::at_offset(shown(record.morning_after), offset));
}

template <typename Visitor>
void fields(const RecordChange& change, Visitor& visit) {
    const Record* const newest = change.newest();
    visit("kind", newest != nullptr ? std::optional(exchange::kind_of(*newest)) : std::nullopt);
    visit("before", change.before);
    visit("after", change.after);
}

template <typename Visitor>
void fields(const HistoryStep& step, Visitor& visit) {
    visit("change_id", step.change_id);
    visit("undoes", step.undoes);
    visit("device", step.device);
    visit("recorded_at", step.recorded_at);
    std::vector<RecordChange> changes = step.changes;
    std::erase_if(changes, [](const RecordChange& change) { return change.newest() == nullptr; });
    visit("changes", changes);
}

/// A session with every version of it.
struct SessionHistory {
    const today::SessionRecord& record;
    std::span<const HistoryStep> history;
};
template <typename Visitor>
void fields(const SessionHistory& session, Visitor& visit) {
    fields(session.record, visit);
    visit("history", session.history);
}

}  // namespace hipflow::answers
