// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "domain/time.h"
#include "platform/program.h"
#include "sound/programs.h"

namespace hipflow::sound {

/// The one program at a time that is heard: a player of a file, or a voice that speaks by itself.
/// Nothing waits for it; it ends with this object. Times are in the world.
class Output {
   public:
    enum class Ending { well, cut, badly };
    /// A player that cannot play says so sooner.
    static constexpr Millis fails_within{700};

    /// Players in the order in which they are tried.
    explicit Output(std::vector<std::string> players)
        : players_(std::move(players)), found_players_(!players_.empty()) {}
    ~Output() { forget(); }
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;

    bool can_play() const { return !players_.empty(); }
    /// Returns whether there ever was a player.
    bool found_players() const { return found_players_; }
    /// Its name without its folder; empty without one.
    std::string player() const;
    void drop_player();
    void drop_players() { players_.clear(); }

    /// Plays a file, and removes it afterwards. `until` is when it ends at the latest; after that
    /// its player hangs. Returns false if it cannot be started.
    bool play(std::string file, Millis real, Millis until);
    /// Has a voice speak by itself.
    bool speak(const Invocation& call, Millis real, Millis until);
    /// Asks what is heard to end.
    void cut(Millis real);
    /// Notices an end, once, and kills what hangs.
    std::optional<Ending> ended(Millis real);

    /// Says how the last sound that ended badly did: "ends with 3".
    std::string how_it_ended() const;

    bool is_busy() const { return child_.has_value(); }
    bool is_being_cut() const { return asked_to_end_.has_value(); }
    bool is_voice() const { return by_voice_; }
    Millis started() const { return started_; }
    Millis gives_up() const { return give_up_; }
    /// When the last sound ended; only while nothing is heard.
    Millis silent_since() const { return silent_since_; }

   private:
    bool take(std::optional<platform::Child> child, Millis real, Millis until);
    void forget();

    std::vector<std::string> players_;  // the first is used; those that failed are gone
    bool found_players_;
    std::optional<platform::Child> child_;
    std::string file_;
    bool by_voice_ = false;
    bool hangs_ = false;
    int status_ = 0;
    Millis started_{};
    Millis give_up_{};
    std::optional<Millis> asked_to_end_;
    Millis silent_since_{};
};

}  // namespace hipflow::sound
