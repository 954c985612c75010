// SPDX-License-Identifier: MIT
#include "terminal/caption.h"

#include <algorithm>

#include "session/work_cues.h"

namespace hipflow::terminal {
namespace {

using namespace std::chrono_literals;
using session::CueKind;

constexpr Millis stays = 4s;  // after its end

/// Returns whether a cue is words to be read: the digits of the screen say the others.
bool is_read(const session::Cue& cue) {
    switch (cue.kind) {
        case CueKind::start:
        case CueKind::end:
        case CueKind::count:
        case CueKind::signal:
            return false;
        case CueKind::name:
        case CueKind::side:
        case CueKind::tick:
        case CueKind::beat:
        case CueKind::set_up:
        case CueKind::half:
        case CueKind::guidance:
        case CueKind::safety:
        case CueKind::finish:
        case CueKind::dose:
        case CueKind::cue:
        case CueKind::left:
        case CueKind::fill:
            break;
    }
    return !cue.text.empty();
}

bool goes_on(const session::Happening& what) {
    return std::holds_alternative<session::Resumed>(what) ||
           std::holds_alternative<session::SegmentStarted>(what) ||
           std::holds_alternative<session::Announced>(what);
}

/// Returns whether what was said is left behind by a key.
bool moves_on(const session::Happening& what) {
    return std::holds_alternative<session::Announced>(what) ||
           std::holds_alternative<session::Skipped>(what) ||
           std::holds_alternative<session::ToCountIn>(what) ||
           std::holds_alternative<session::BeginsNow>(what);
}

}  // namespace

Caption after(Caption caption, const session::Event& event, const session::Player& player) {
    const session::Hearing& hearing = player.script->hearing;
    if (goes_on(event.what)) caption.explains_since.reset();
    if (!hearing.voice) {
        if (std::holds_alternative<session::Explained>(event.what))
            caption.explains_since = event.at;
        return caption;
    }
    // What is said from now on is about something else.
    if (moves_on(event.what)) return {};
    const auto* due = std::get_if<session::CueDue>(&event.what);
    if (due == nullptr || !is_read(due->cue)) return caption;
    return {due->cue.text, due->cue.segment,
            event.at + session::sound_length(due->cue, hearing) + stays, std::nullopt};
}

bool is_shown(const Caption& caption, const session::Player& player, Millis now) {
    if (caption.text.empty()) return false;
    const bool paused = player.phase == session::Phase::paused;
    if (paused) now = std::min(now, player.since);
    if (now < caption.until) return true;
    const bool ready = player.phase == session::Phase::getting_ready ||
                       (paused && !player.announced.lines.empty());
    const bool works = !ready && session::is_work(session::current_segment(player).kind);
    return !works && caption.segment >= session::current_set(player).lead_in;
}

bool is_announced(const session::Happening& what, const session::Player& player) {
    const auto& lines = player.announced.lines;
    if (lines.empty() || !player.script->hearing.voice) return false;
    const bool denies = std::holds_alternative<session::NothingToUndo>(what) ||
                        std::holds_alternative<session::NothingEasier>(what) ||
                        std::holds_alternative<session::NothingToSwap>(what);
    if (denies) return player.phase == session::Phase::getting_ready;
    return std::holds_alternative<session::WentBack>(what) ||
           std::holds_alternative<session::Undone>(what) ||
           std::holds_alternative<session::BeginsNow>(what);
}

}  // namespace hipflow::terminal
