// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <span>
#include <string>

#include "answers/answer.h"
#include "session/rehearsal.h"
#include "session/timeline.h"

namespace hipflow::answers {

template <typename Visitor>
void fields(const session::RehearsedEvent& event, Visitor& visit) {
    visit("at_ms", event.at);
    visit("path", event.path);
    visit("kind", event.kind);
    visit("text", event.text);
}

/// A session as it would run: its events, and sentences on why it is as it is.
struct Rehearsal {
    std::string routine;
    const session::Timeline& timeline;
    std::optional<Millis> total_once_known;
    std::span<const session::RehearsedEvent> events;
    std::span<const std::string> reasons;
};
template <typename Visitor>
void fields(const Rehearsal& rehearsal, Visitor& visit) {
    visit("routine", rehearsal.routine);
    visit("total_ms", rehearsal.timeline.total);
    visit("known_total_ms", rehearsal.total_once_known);
    visit("work_ms", rehearsal.timeline.work);
    visit("events", rehearsal.events);
    visit("reasons", rehearsal.reasons);
}

}  // namespace hipflow::answers
