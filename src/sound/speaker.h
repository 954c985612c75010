// SPDX-License-Identifier: MIT
#pragma once
#include <deque>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "domain/settings.h"
#include "session/blocks.h"
#include "sound/follower.h"
#include "sound/output.h"
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
    Millis audio_lead{150};  // from a player's start to its first sound
    Millis wake{500};        // of noise before a sound that follows a silence
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
/// or the end cuts a block short. Each sentence is said by the voice of its language. Times are
/// arguments: `real` is time in the world, `session` that of the session's clock. The program that
/// speaks ends with this object.
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

    /// Returns once, when a voice has failed, what it could not say, in a sentence.
    std::optional<std::string> news_of_voice();

    /// Speaks no more from now on: tones alone are left.
    void leave_out_words();
    /// Has the voice of a language speak, which is that of the session to come.
    void speak(const std::string& language, Millis real);
    /// Has sentences rendered ahead.
    void prepare(const std::vector<Phrase>& sentences);
    /// Returns whether all that was wanted has been rendered, as far as it can be.
    bool is_prepared() const { return is_silent() || renderer_.is_idle(); }
    /// Returns how far that has come.
    Progress progress() const { return renderer_.progress(); }
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
    void remind(const Phrase& phrase, Millis real);
    /// Has lines heard that are timed from their beginning on, as one sound, in place of what is
    /// being heard. They wait for their sentences to be rendered, for two seconds at most.
    void say(std::vector<session::Cue> lines, Millis real);
    /// Ends what is being said: somebody has answered it.
    void be_quiet(Millis real);
    /// To be called before every wait: time has passed, or a program may have ended. Returns when
    /// to call it again at the latest.
    std::optional<Millis> attend(Millis real);
    /// Returns whether something is being heard, or about to be.
    bool is_busy() const { return !is_silent() && (is_sounding() || answer_.has_value()); }

   private:
    enum class State { trying, heard, silent };
    struct Pending {
        Reply answer;
        Millis until{};
    };
    /// What is being heard.
    struct Playing {
        Millis since{};  // of its first sound, in real time
        Millis length{};
        std::vector<session::Sound> sounds{};  // of a block; none of an answer
        bool must = false;
    };

    // speaker.cpp: what is to be heard, and when.
    session::Hearing ears() const;  // with lengths as they are known at the moment of asking
    bool can_be_heard() const;
    bool is_sounding() const { return output_.is_busy() || !pieces_.empty(); }
    void take_back_interrupted(Millis real);
    std::optional<session::Block> coming(Millis real);
    std::optional<session::Block> ready_block(Millis real);
    Millis wake_for(Millis real) const;
    std::optional<Millis> next_look(Millis real);
    bool owes_words(std::size_t until) const;
    bool holds_get_ready(Millis ready, Millis real) const;
    void start_what_is_due(Millis real);
    void start_answer(Millis real);

    // speaker_output.cpp: how it is made to sound.
    bool is_ready(std::span<const session::Sound> sounds);
    bool is_said_by_itself(const session::Sound& sound) const;
    void begin(Playing what, Millis wake, Millis real);
    void begin_piece(Millis wake, Millis real);
    void speak(const session::Sound& sound, Millis real);
    void play(std::vector<session::Sound> sounds, Millis wake, Millis real);
    void hush(Millis real);
    void reap(Millis real);
    void voice_failed(const std::string& how, Millis real);
    void player_failed(Millis real);
    void play_sample(Millis real);
    void look_at_voice(Millis real);
    void give_up_files(Millis real);

    SoundSettings settings_;
    Output output_;
    Renderer renderer_;
    State state_ = State::trying;
    bool told_ = false;
    bool told_of_voice_ = false;
    bool had_voice_ = false;
    int failures_ = 0;

    Follower session_;
    std::string language_;  // of the session

    Playing playing_;
    std::deque<session::Sound> pieces_;  // what is still to be begun of it
    session::Sound spoken_;              // by a voice that speaks by itself
    bool sampling_ = false;
    std::optional<Pending> answer_;
};

}  // namespace hipflow::sound
