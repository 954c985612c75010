// SPDX-License-Identifier: MIT
#pragma once
#include <cstddef>
#include <optional>
#include <span>

#include "session/blocks.h"
#include "session/player.h"

namespace hipflow::sound {

/// Follows a session for the one who speaks: which cue comes next, and when that is in real time.
class Follower {
   public:
    /// Takes over the session as it is now: its clock, `speed` times as fast as the world, stands
    /// at `session`, and the world's at `real`. Returns whether it has another script than before:
    /// then no cue of the old one is to be heard.
    bool take_over(const session::Player& player, Millis session, double speed, Millis real);
    /// Moves to where events led: on, to another place, or on with more time.
    void follow(std::span<const session::Event> events);

    /// Without a script before the first session.
    const session::Player& player() const { return player_; }
    bool has_script() const { return player_.script != nullptr; }
    bool at_full_speed() const { return speed_ == 1.0; }
    /// When, in real time, the session's clock will show `session`.
    Millis in_world(Millis session) const;

    /// The first cue that has been neither heard nor dropped.
    std::size_t next_cue() const { return from_; }
    void go_on_from(std::size_t cue) { from_ = cue; }
    /// Has a cue said again, and what comes after it.
    void go_back_to(std::size_t cue);
    /// Has said again what must be said before a set, from the first of these sounds that belongs
    /// to it.
    void go_back_before_set(std::span<const session::Sound> sounds);

    /// True if a cue belongs to the gap before the set that is under way or comes next.
    bool is_before_set(std::size_t cue) const;

    /// Where the words of a gap have to be over.
    struct Boundary {
        std::size_t cue = 0;  // the first of the count-in, or the start of the set
        Millis due{};         // in real time
    };
    /// The boundary of the gap under way; nullopt outside of gaps, once the count-in has begun to
    /// be heard, while the clock stands still, and at any speed but that of the world.
    std::optional<Boundary> boundary() const;
    /// When the time to get ready is over, in real time; nullopt outside of it, and at any speed
    /// but that of the world.
    std::optional<Millis> ready_at() const;

   private:
    std::size_t first_unsaid(std::span<const session::Event> events) const;
    std::optional<std::size_t> boundary_cue() const;

    session::Player player_;
    std::size_t expected_cue_ = 0;  // where the player's next cue stands if nothing jumps
    std::size_t from_ = 0;
    Millis session_{};
    Millis real_{};
    double speed_ = 1.0;
};

}  // namespace hipflow::sound
