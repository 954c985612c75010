// SPDX-License-Identifier: MIT
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "session/player.h"

namespace hipflow::session {

/// Something that happens in a rehearsal: a cue, the beginning of a segment, or the end.
struct RehearsedEvent {
    Millis at{};       // on the session's clock
    std::string path;  // of the segment; empty at the end
    std::string kind;  // of the cue; else "segment" or "finished"
    std::string text;  // of the cue; for a segment its kind and duration
    bool operator==(const RehearsedEvent&) const = default;
};

/// Runs the player over the whole session on a virtual clock, where questions and pauses take no
/// time, and returns the events in order: the timeline of a live run in which no key is pressed.
std::vector<RehearsedEvent> rehearse(const std::shared_ptr<const Script>& script);

}  // namespace hipflow::session
