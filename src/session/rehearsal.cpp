// SPDX-License-Identifier: MIT
#include "session/rehearsal.h"

#include <fmt/format.h>

#include <optional>
#include <utility>
#include <variant>

#include "domain/words.h"

namespace hipflow::session {
namespace {

/// Returns nullopt for events that only listeners care about.
std::optional<RehearsedEvent> rehearsed(const Event& event, const Timeline& timeline) {
    if (const auto* due = std::get_if<CueDue>(&event.what)) {
        return RehearsedEvent{event.at, path(timeline.segments[due->cue.segment]),
                              std::string(word(due->cue.kind)), due->cue.text};
    }
    if (const auto* started = std::get_if<SegmentStarted>(&event.what)) {
        const Segment& segment = timeline.segments[started->segment];
        return RehearsedEvent{
            event.at, path(segment), "segment",
            fmt::format("{} {}", word(segment.kind), format_duration(segment.duration))};
    }
    if (std::holds_alternative<Finished>(event.what))
        return RehearsedEvent{event.at, "", "finished", ""};
    return std::nullopt;
}

}  // namespace

std::vector<RehearsedEvent> rehearse(const std::shared_ptr<const Script>& script) {
    std::vector<RehearsedEvent> events;
    Millis now{};
    Turn turn = resume(begin(script), {});
    while (true) {
        for (const auto& event : turn.events) {
            if (auto shown = rehearsed(event, script->timeline))
                events.push_back(*std::move(shown));
        }
        if (turn.player.phase == Phase::finished) return events;
        if (const auto deadline = next_deadline(turn.player)) {
            now = *deadline;
            turn = advance(std::move(turn.player), {now});
        } else {
            turn = resume(std::move(turn.player), {now});
        }
    }
}

}  // namespace hipflow::session
