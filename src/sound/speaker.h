// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "platform/child.h"
#include "sound/programs.h"
#include "sound/renderer.h"
#include "sound/turn_taking.h"

namespace hipflow {

/// What is wanted to be heard.
struct SoundSettings {
    bool voice = true;
    bool tones = true;
    int volume = 80;  // 0 to 100
    SpeechSettings speech;
};

/// Speaks and beeps what happens in a session, by one child at a time. Everything takes the time as
/// an argument: `real` runs with the world, `session` with the session's clock. Whoever speaks is
/// ended with it.
class Speaker {
   public:
    Speaker(SoundSettings settings, const Finder& find, std::filesystem::path cache);

    /// Plays a short sample, so that it is known before anybody lies down whether it can be heard.
    void try_out(Millis real);
    /// Whether that is known by now.
    bool has_tried() const { return state_ != State::trying; }
    /// What will be used, in one line.
    std::string words() const;
    /// Whether neither a voice nor tones can be heard: then the bell is for signals.
    bool is_silent() const { return state_ == State::silent; }
    /// Once, when what was heard so far no longer can be.
    bool has_fallen_silent();

    /// Renders ahead what this session will say.
    void prepare(const std::shared_ptr<const Plan>& plan);
    /// The clock of the session, `speed` times as fast as the world, stands at `session`.
    void listen(std::span<const Event> events, const Player& player, Millis session, double speed,
                Millis real);
    /// Something that no event tells of.
    void remind(const std::string& text, Millis real);
    /// Time has passed, or a child has ended: to be called whenever somebody is about to wait. When
    /// to be called again at the latest.
    std::optional<Millis> attend(Millis real);
    /// Whether something is being heard, or about to be.
    bool is_busy() const { return child_.has_value() || pending_.has_value(); }

   private:
    enum class State { trying, heard, silent };
    struct Pending {
        Utterance utterance;
        Millis until{};
    };

    Ears ears() const;
    bool speaks_itself(const Utterance& utterance) const;
    void say(Utterance utterance, Millis real);
    void start_pending(Millis real);
    bool start(const Utterance& utterance, Millis real);
    void hush(Millis real);
    void reap(Millis real);
    void player_failed(Millis real);
    void play_sample(Millis real);
    void give_up_voice(Millis real);
    void give_up_files(Millis real);
    void wake_sink(Millis real);

    SoundSettings settings_;
    std::optional<VoiceProgram> voice_;
    std::vector<std::string> players_;  // the first is used; those that failed are gone
    bool found_players_;
    Renderer renderer_;
    State state_ = State::trying;
    bool told_ = false;
    int failures_ = 0;
    std::shared_ptr<const Plan> plan_;

    std::optional<Child> child_;
    bool by_voice_ = false;  // which speaks by itself, without a player
    Millis started_{};
    Sounding heard_;
    Millis give_up_{};
    std::optional<Millis> asked_to_end_;
    bool sampling_ = false;
    Millis silent_since_{};
    std::optional<Pending> pending_;
    std::optional<Millis> next_cue_;  // in real time
};

}  // namespace hipflow
