// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "domain/settings.h"
#include "platform/program.h"
#include "session/blocks.h"
#include "sound/follower.h"
#include "sound/programs.h"
#include "sound/renderer.h"
#include "sound/reply.h"

namespace hipflow::sound {

/// The sounds that the user wants to hear.
struct SoundSettings {
    bool voice = true;
    bool tones = true;
    int volume = 80;  // 0 to 100
    SpeechSettings speech;
};

/// Returns what is configured. `voice` and `tones`, where they are known, take the place of the
/// settings.
SoundSettings sound_settings(const Settings& settings, std::optional<bool> voice = std::nullopt,
                             std::optional<bool> tones = std::nullopt);

/// Returns how a session would be heard with these settings, whatever programs there are: lengths
/// are estimated.
session::Hearing expected_hearing(const SoundSettings& settings);

/// Speaks and beeps what happens in a session, by one program at a time. It plays the blocks of the
/// score when they are due, and the answers to keys at once. A block with something that must be
/// heard waits for the one before it; any other is dropped if it would be late. Only a key, a pause
/// or the end cuts a block short. Times are arguments: `real` is time in the world, `session` that
/// of the session's clock. The program that speaks ends with this object.
class Speaker {
   public:
    Speaker(SoundSettings settings, const Finder& find, std::filesystem::path cache);
    ~Speaker();
    Speaker(const Speaker&) = delete;
    Speaker& operator=(const Speaker&) = delete;

    /// Plays a short sample, to find out before anybody lies down whether it can be heard.
    void try_out(Millis real);
    /// Returns whether that is known by now.
    bool has_tried() const { return state_ != State::trying; }
    /// Says in one line what will be used.
    std::string words() const;
    /// Returns whether neither a voice nor tones can be heard: then the bell gives signals.
    bool is_silent() const { return state_ == State::silent; }
    /// Returns true once, when sound has failed.
    bool has_fallen_silent();

    /// Speaks no more from now on: tones alone are left.
    void leave_out_words();
    /// Has sentences rendered ahead.
    void prepare(const std::vector<Phrase>& sentences);
    /// Returns whether all that was wanted has been rendered, as far as it can be.
    bool is_prepared() const { return is_silent() || renderer_.is_idle(); }
    /// Returns how a session will be heard, with lengths as measured by now.
    session::Hearing hearing() const;

    /// Listens to what happened. The session's clock, `speed` times as fast as the world, stands at
    /// `session`.
    void listen(std::span<const session::Event> events, const session::Player& player,
                Millis session, double speed, Millis real);
    /// Returns whether the gap under way is about to end before what must be said in it has been
    /// heard.
    bool needs_hold(Millis real);
    /// Says something that no event tells of.
    void remind(const std::string& text, Millis real);
    /// To be called before every wait: time has passed, or a program may have ended. Returns when
    /// to call it again at the latest.
    std::optional<Millis> attend(Millis real);
    /// Returns whether something is being heard, or about to be.
    bool is_busy() const { return !is_silent() && (child_.has_value() || answer_.has_value()); }

   private:
    enum class State { trying, heard, silent };
    struct Pending {
        Reply answer;
        Millis until{};
    };
    /// The sound that is playing.
    struct Playing {
        Millis since{};  // of its first sound, in real time
        Millis length{};
        std::vector<session::Sound> sounds{};  // of a block; none of an answer
        std::size_t next = 0;                  // the first cue behind it
        bool must = false;
        std::string file{};  // played once, then removed
    };

    bool speaks_itself() const { return voice_ && !voice_->renders; }
    session::Hearing ears() const;  // with lengths as they are known at the moment of asking
    bool can_be_heard() const;
    Lengths estimates() const;
    void take_back_interrupted(Millis real);
    std::optional<session::Block> coming(Millis real);
    bool is_ready(const session::Block& block);
    Millis wake_for(Millis real) const;
    std::optional<Millis> next_look(Millis real);
    void start_what_is_due(Millis real);
    void start_answer(Millis real);
    void play(Playing what, Millis wake, Millis real);
    void hush(Millis real);
    void reap(Millis real);
    void end_child();
    void player_failed(Millis real);
    void play_sample(Millis real);
    void give_up_voice(Millis real);
    void give_up_files(Millis real);

    SoundSettings settings_;
    std::optional<VoiceProgram> voice_;
    std::vector<std::string> players_;  // the first is used; those that failed are gone
    bool found_players_;
    Renderer renderer_;
    State state_ = State::trying;
    bool told_ = false;
    int failures_ = 0;

    Follower session_;

    std::optional<platform::Child> child_;
    Playing playing_;
    bool by_voice_ = false;  // which speaks by itself, without a player
    Millis started_{};
    Millis give_up_{};
    std::optional<Millis> asked_to_end_;
    bool sampling_ = false;
    Millis silent_since_{};
    std::optional<Pending> answer_;
};

}  // namespace hipflow::sound
