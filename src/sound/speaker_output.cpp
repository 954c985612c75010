// SPDX-License-Identifier: MIT
#include <algorithm>
#include <utility>

#include "sound/mix.h"
#include "sound/speaker.h"

namespace hipflow::sound {
namespace {

using namespace std::chrono_literals;

constexpr Millis watchdog = 5s;  // after the end of a sound, its player hangs
constexpr Millis sample_answers = 2s;
constexpr int most_player_failures = 2;  // in a row, then the next player is tried

}  // namespace

Speaker::~Speaker() = default;

void Speaker::try_out(Millis real) {
    if (!can_be_heard()) {
        state_ = State::silent;
        return;
    }
    had_voice_ = ears().voice;
    prune(renderer_.folder());
    forget_failures(renderer_.folder());
    play_sample(real);
}

void Speaker::play_sample(Millis real) {
    sampling_ = true;
    const session::Hearing heard = ears();
    Reply sample;
    if (heard.tones) {
        sample.lines.push_back(
            {0, 0ms, session::CueKind::signal, "", language_, session::Tone::get_ready, true});
    }
    if (heard.voice) {
        sample.lines.push_back(
            {0, 280ms, session::CueKind::name, sample_word(language_), language_, {}, true});
    }
    answer_ = Pending{std::move(sample), real + sample_answers};
    start_answer(real);
}

/// Returns whether all sentences have been rendered, or never will be; has them rendered else.
bool Speaker::is_ready(std::span<const session::Sound> sounds) {
    bool ready = true;
    for (const session::Sound& sound : sounds) {
        const Phrase phrase = phrase_of(sound);
        const bool needs_none = phrase.text.empty() || is_said_by_itself(sound);
        if (needs_none || renderer_.length_of(phrase)) continue;
        if (renderer_.has_failed_at(phrase) || renderer_.cannot_write()) continue;
        renderer_.want(phrase, true);
        ready = false;
    }
    return ready;
}

bool Speaker::is_said_by_itself(const session::Sound& sound) const {
    if (sound.text.empty()) return false;
    const VoiceProgram* voice = renderer_.voices().of(phrase_of(sound));
    return voice != nullptr && !voice->renders();
}

void Speaker::begin(Playing what, Millis wake, Millis real) {
    playing_ = std::move(what);
    playing_.since = real + wake + settings_.audio_lead;
    pieces_.assign(playing_.sounds.begin(), playing_.sounds.end());
    begin_piece(wake, real);
}

/// Begins what one program can make heard of what is left: all that is played from a file, or one
/// sentence of a voice that speaks by itself.
void Speaker::begin_piece(Millis wake, Millis real) {
    if (pieces_.empty()) return;
    const session::Sound first = pieces_.front();
    if (is_said_by_itself(first)) {
        pieces_.pop_front();
        return speak(first, real);
    }
    if (!is_ready(std::span(&first, 1))) return;
    if (real < playing_.since + first.at - settings_.audio_lead - wake) return;
    std::vector<session::Sound> sounds;
    while (!pieces_.empty() && !is_said_by_itself(pieces_.front())) {
        sounds.push_back(std::move(pieces_.front()));
        sounds.back().at -= first.at;
        pieces_.pop_front();
    }
    if (output_.can_play()) play(std::move(sounds), wake, real);
}

void Speaker::speak(const session::Sound& sound, Millis real) {
    const VoiceProgram* voice = renderer_.voices().of(phrase_of(sound));
    if (voice == nullptr) return;
    spoken_ = sound;
    const Millis until = real + sound.length + longest_answer;
    if (!output_.speak(speaking(*voice, sound.text, ""), real, until)) {
        voice_failed("cannot be started", real);
    }
}

void Speaker::play(std::vector<session::Sound> sounds, Millis wake, Millis real) {
    const auto source = [this](const Phrase& phrase) { return renderer_.load(phrase); };
    const auto file =
        renderer_.write(mixed(sounds, source, settings_.volume, wake), title_of(sounds));
    if (!file) return;
    const Millis length = sounds.back().at + sounds.back().length;
    const Millis until = real + wake + settings_.audio_lead + length + watchdog;
    if (!output_.play(*file, real, until)) player_failed(real);
}

void Speaker::hush(Millis real) {
    pieces_.clear();
    output_.cut(real);
}

/// Notices what has ended.
void Speaker::reap(Millis real) {
    if (!output_.is_busy()) return;
    const auto ending = output_.ended(real);
    const bool goes_on = !ending && real >= output_.started() + Output::fails_within;
    if (ending == Output::Ending::badly) {
        if (output_.is_voice()) return voice_failed(output_.how_it_ended(), real);
        return player_failed(real);
    }
    if (!ending && !goes_on) return;
    sampling_ = false;
    if (state_ == State::trying) state_ = State::heard;
    if (!ending) return;
    failures_ = 0;
    if (ending == Output::Ending::well && output_.is_voice()) {
        renderer_.voices().succeeded(phrase_of(spoken_));
    }
}

/// Has another voice try what one that speaks by itself could not say.
void Speaker::voice_failed(const std::string& how, Millis real) {
    const Phrase phrase = phrase_of(spoken_);
    renderer_.fail(phrase, how);
    if (!renderer_.has_failed_at(phrase) && output_.can_play()) pieces_.push_front(spoken_);
    look_at_voice(real);
}

/// Gives up a player that fails at the sample, or twice in a row in a session.
void Speaker::player_failed(Millis real) {
    session_.go_back_before_set(playing_.sounds);
    pieces_.clear();
    ++failures_;
    if (!sampling_ && failures_ < most_player_failures) return;
    failures_ = 0;
    output_.drop_player();
    if (!can_be_heard()) {
        state_ = State::silent;
        answer_.reset();
        return;
    }
    if (sampling_) play_sample(real);
}

/// Goes on with tones alone when nobody speaks the language of the session any more.
void Speaker::look_at_voice(Millis real) {
    const bool has_voice = ears().voice;
    if (has_voice == had_voice_) return;
    had_voice_ = has_voice;
    if (has_voice) return;
    if (!can_be_heard()) {
        state_ = State::silent;
        pieces_.clear();
        answer_.reset();
    } else if (sampling_ && !output_.is_busy()) {
        play_sample(real);
    }
}

/// Goes on without files: with a voice that speaks by itself, or in silence.
void Speaker::give_up_files(Millis real) {
    output_.drop_players();
    pieces_.clear();
    answer_.reset();
    if (!can_be_heard()) {
        state_ = State::silent;
    } else if (sampling_ && !output_.is_busy()) {
        play_sample(real);
    }
}

}  // namespace hipflow::sound
