// SPDX-License-Identifier: MIT
#include "sound/follower.h"

#include <algorithm>
#include <variant>

namespace hipflow::sound {
namespace {

bool is_extension(const session::Event& event) {
    return std::holds_alternative<session::MoreTime>(event.what) ||
           std::holds_alternative<session::GapHeld>(event.what) ||
           std::holds_alternative<session::Resumed>(event.what);
}

bool is_jump(const session::Event& event) {
    return std::holds_alternative<session::Skipped>(event.what) ||
           std::holds_alternative<session::ToCountIn>(event.what) ||
           std::holds_alternative<session::BeginsNow>(event.what) ||
           std::holds_alternative<session::Undone>(event.what) ||
           std::holds_alternative<session::WentBack>(event.what) ||
           std::holds_alternative<session::Easier>(event.what) ||
           std::holds_alternative<session::Swapped>(event.what) ||
           std::holds_alternative<session::GoneTo>(event.what) ||
           std::holds_alternative<session::MoreRepsAdded>(event.what) ||
           std::holds_alternative<session::Finished>(event.what);
}

std::optional<std::size_t> planned_cue(const session::Event& event) {
    const auto* due = std::get_if<session::CueDue>(&event.what);
    return due != nullptr ? due->planned : std::nullopt;
}

}  // namespace

bool Follower::take_over(const session::Player& player, Millis session, double speed, Millis real) {
    const bool other_script = !has_script() || player_.script != player.script;
    if (other_script) expected_cue_ = player.next_cue + 1;  // wherever it goes on is a jump
    player_ = player;
    session_ = session;
    real_ = real;
    speed_ = speed;
    return other_script;
}

void Follower::follow(std::span<const session::Event> events) {
    std::size_t given = 0;
    for (const session::Event& event : events) given += planned_cue(event) ? 1U : 0U;
    const bool extends = std::any_of(events.begin(), events.end(), is_extension);
    const bool jumps = std::any_of(events.begin(), events.end(), is_jump) ||
                       (!extends && player_.next_cue != expected_cue_ + given);
    if (jumps) {
        from_ = first_unsaid(events);
    } else if (extends) {
        go_back_to(first_unsaid(events));
    }
    expected_cue_ = player_.next_cue;
}

std::size_t Follower::first_unsaid(std::span<const session::Event> events) const {
    // What was due before the key was pressed is not what the session has gone to.
    std::size_t begin = 0;
    for (std::size_t i = 0; i < events.size(); ++i) {
        if (is_jump(events[i]) || is_extension(events[i])) begin = i;
    }
    for (const session::Event& event : events.subspan(begin)) {
        if (const auto cue = planned_cue(event)) return *cue;
    }
    return player_.next_cue;
}

Millis Follower::in_world(Millis session) const {
    const auto ahead = static_cast<double>((session - session_).count()) / speed_;
    return real_ + Millis(static_cast<Millis::rep>(ahead));
}

void Follower::go_back_to(std::size_t cue) { from_ = std::min(from_, cue); }

void Follower::go_back_before_set(std::span<const session::Sound> sounds) {
    for (const session::Sound& sound : sounds) {
        if (has_script() && is_before_set(sound.cue)) return go_back_to(sound.cue);
    }
}

bool Follower::is_before_set(std::size_t cue) const {
    const session::PlannedSet& set = session::current_set(player_);
    const std::size_t segment = player_.script->cues[cue].segment;
    return segment >= set.lead_in && segment < set.first && player_.segment < set.first;
}

std::optional<std::size_t> Follower::boundary_cue() const {
    const auto& cues = player_.script->cues;
    const session::PlannedSet& set = session::current_set(player_);
    for (std::size_t i = 0; i < cues.size(); ++i) {
        if (cues[i].segment < set.lead_in) continue;
        const bool ends = cues[i].kind == session::CueKind::start ||
                          (cues[i].kind == session::CueKind::count && is_before_set(i));
        // What has begun to be counted is not held.
        if (ends) return i >= from_ ? std::optional(i) : std::nullopt;
    }
    return std::nullopt;
}

std::optional<Follower::Boundary> Follower::boundary() const {
    const bool runs = has_script() && player_.phase == session::Phase::running && at_full_speed();
    if (!runs || !session::is_gap(session::current_segment(player_).kind)) return std::nullopt;
    const auto cue = boundary_cue();
    const auto due = cue ? session::due_time(player_, *cue) : std::nullopt;
    if (!cue || !due) return std::nullopt;
    return Boundary{*cue, in_world(*due)};
}

std::optional<Millis> Follower::ready_at() const {
    const bool waits = has_script() && player_.phase == session::Phase::getting_ready;
    return waits && at_full_speed() ? std::optional(in_world(player_.since)) : std::nullopt;
}

}  // namespace hipflow::sound
