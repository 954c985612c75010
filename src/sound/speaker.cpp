// SPDX-License-Identifier: MIT
#include "sound/speaker.h"

#include <fmt/format.h>

#include <algorithm>
#include <csignal>
#include <utility>

namespace hipflow {
namespace {

using namespace std::chrono_literals;

constexpr Millis output_latency = 150ms;  // between a player's start and its first sound
constexpr Millis watchdog = 5s;           // TERMINAL 4.2: then a player hangs
constexpr Millis until_killed = 100ms;    // for a player that will not end
constexpr Millis while_changing = 5ms;    // how often to look while one sound gives way
constexpr Millis answers_late = 2s;       // what a key asked for may take to be rendered
constexpr Millis plays_by_then = 700ms;   // a player that cannot play says so sooner (TERMINAL 4.1)
constexpr Millis sink_sleeps_after = 4s;  // PulseAudio and PipeWire suspend after five
constexpr Millis wake_ahead = 600ms;
constexpr int most_failures = 2;  // in a row, then the next player is tried

std::optional<Millis> earlier(std::optional<Millis> one, std::optional<Millis> other) {
    if (!one || (other && *other < *one)) return other;
    return one;
}

Utterance sample(const Ears& ears) {
    return {ears.tones && ears.joined ? std::optional(Tone::get_ready) : std::nullopt,
            ears.voice ? "Ready." : "", Rank::answer, 0ms, true};
}

Millis patience(const Utterance& utterance) {
    return utterance.rank == Rank::answer ? answers_late : most_late;
}

}  // namespace

Speaker::Speaker(SoundSettings settings, const Finder& find, std::filesystem::path cache)
    : settings_(std::move(settings)),
      voice_(settings_.voice ? find_voice(settings_.speech, find) : std::nullopt),
      players_(find_players(find)),
      found_players_(!players_.empty()),
      renderer_(voice_ && voice_->renders ? voice_ : std::nullopt, settings_.volume,
                std::move(cache)) {}

Ears Speaker::ears() const {
    Ears ears;
    ears.voice = voice_.has_value() && (!voice_->renders || !players_.empty());
    ears.tones = settings_.tones && !players_.empty();
    ears.joined = !voice_ || voice_->renders;
    return ears;
}

bool Speaker::speaks_itself(const Utterance& utterance) const {
    return voice_ && !voice_->renders && !utterance.text.empty();
}

void Speaker::try_out(Millis real) {
    if (!ears().voice && !ears().tones) {
        state_ = State::silent;
        return;
    }
    renderer_.prune();
    play_sample(real);
}

void Speaker::play_sample(Millis real) {
    sampling_ = true;
    say(sample(ears()), real);
}

std::string Speaker::words() const {
    if (!settings_.voice && !settings_.tones) return "Sound: the bell of the terminal, as set.";
    if (is_silent()) {
        std::string why = found_players_ ? "no player could be heard"
                                         : "no player was found (pw-play, paplay, aplay)";
        if (renderer_.cannot_write()) {
            why = fmt::format("sounds cannot be written to {}", renderer_.folder().string());
        }
        return fmt::format("Sound: the bell of the terminal; {}. 'hipflow doctor' says more.", why);
    }
    std::string words = "Sound: ";
    const Ears heard = ears();
    // NOLINTNEXTLINE(bugprone-unchecked-optional-access): what is heard is there
    if (heard.voice) words += fmt::format("voice ({})", voice_->name());
    if (heard.tones) words += heard.voice ? " and tones" : "tones";
    if (!players_.empty()) words += fmt::format(", played by {}", program_name(players_.front()));
    if (settings_.voice && !heard.voice) {
        words += "; no voice: espeak-ng cannot be used, 'hipflow doctor' says more";
    }
    return words + '.';
}

bool Speaker::has_fallen_silent() { return is_silent() && !std::exchange(told_, true); }

void Speaker::prepare(const std::shared_ptr<const Plan>& plan) {
    plan_ = plan;
    if (is_silent()) return;
    for (auto& utterance : foreseeable(plan, ears())) {
        if (!speaks_itself(utterance)) renderer_.want(utterance, false);
    }
    renderer_.want({std::nullopt, "", Rank::waking, 0ms, true}, false);
}

void Speaker::listen(std::span<const Event> events, const Player& player, Millis session,
                     double speed, Millis real) {
    if (is_silent()) return;
    // An easier exercise has come, with words of its own.
    if (plan_ && player.plan != plan_) prepare(player.plan);
    const auto in_session = [&](Millis time) {
        return Millis(static_cast<Millis::rep>(static_cast<double>(time.count()) * speed));
    };
    const auto in_world = [&](Millis time) {
        return Millis(static_cast<Millis::rep>(static_cast<double>(time.count()) / speed));
    };
    const auto next = next_cue_due(player);
    next_cue_ = next ? std::optional(real + in_world(*next - session)) : std::nullopt;
    auto utterance = utterance_for(events, player, ears(), session - in_session(most_late));
    if (utterance) say(*std::move(utterance), real);
}

void Speaker::remind(const std::string& text, Millis real) {
    if (ears().voice) say({std::nullopt, text, Rank::answer, 0ms, true}, real);
}

void Speaker::hush(Millis real) {
    if (!child_ || asked_to_end_) return;
    child_->send(SIGTERM);
    asked_to_end_ = real;
}

/// Decides between what is heard and what is to be heard; of two that wait for one that ends, the
/// more important stays.
void Speaker::say(Utterance utterance, Millis real) {
    if (pending_ && pending_->utterance.rank < utterance.rank) return;
    const bool silences =
        !utterance.tone && utterance.text.empty() && utterance.rank != Rank::waking;
    if (child_ && !asked_to_end_) {
        const TurnVerdict decided = verdict(heard_, utterance.rank, real);
        if (decided == TurnVerdict::drop) return;
        if (decided == TurnVerdict::interrupt) hush(real);
    }
    pending_.reset();
    if (silences) return;
    const Millis until = real + patience(utterance);
    pending_ = Pending{std::move(utterance), until};
    start_pending(real);
}

void Speaker::start_pending(Millis real) {
    if (!pending_) return;
    if (child_) {
        // What was waited for is over, though its player may not have noticed.
        if (!asked_to_end_ && heard_.until <= real) hush(real);
        if (real > pending_->until + until_killed) pending_.reset();
        return;
    }
    if (start(pending_->utterance, real) || real >= pending_->until) pending_.reset();
}

/// Whether it is heard now; if not, it is being rendered.
bool Speaker::start(const Utterance& utterance, Millis real) {
    Millis length{};
    std::optional<Child> child;
    by_voice_ = speaks_itself(utterance);
    if (by_voice_) {
        length = spoken_length(utterance.text) * 160 / settings_.speech.rate;
        // NOLINTNEXTLINE(bugprone-unchecked-optional-access): only a voice speaks itself
        child = Child::start(speaking(*voice_, utterance.text, ""));
    } else {
        auto recording = renderer_.find(utterance);
        if (!recording) {
            renderer_.want(utterance, true);
            renderer_.attend(real);
            recording = renderer_.find(utterance);  // a tone is there at once
        }
        if (!recording) return false;
        length = recording->length;
        child = Child::start(playing(players_.front(), recording->file));
    }
    if (!child) {
        player_failed(real);
        return true;
    }
    child_ = std::move(child);
    started_ = real;
    heard_ = {utterance.rank, real + length + output_latency};
    give_up_ = real + length + watchdog;
    return true;
}

std::optional<Millis> Speaker::attend(Millis real) {
    if (is_silent()) return std::nullopt;
    auto next = renderer_.attend(real);
    if (renderer_.cannot_write() && !players_.empty()) give_up_files(real);
    if (renderer_.has_failed() && voice_ && voice_->renders) give_up_voice(real);
    reap(real);
    start_pending(real);
    wake_sink(real);
    if (pending_ || asked_to_end_) next = earlier(next, real + while_changing);
    if (child_) next = earlier(next, give_up_);
    if (sampling_ && child_) next = earlier(next, heard_.until);
    if (next_cue_ && !child_ && silent_since_ + sink_sleeps_after < *next_cue_ - wake_ahead) {
        next = earlier(next, std::max(real, *next_cue_ - wake_ahead));
    }
    return next;
}

/// What cannot be rendered is not spoken; the tones stay.
void Speaker::give_up_voice(Millis real) {
    voice_.reset();
    pending_.reset();
    if (sampling_ && !child_) play_sample(real);
    if (!ears().tones) state_ = State::silent;
}

/// Without a place for sounds a voice that speaks by itself is left, or nothing.
void Speaker::give_up_files(Millis real) {
    players_.clear();
    pending_.reset();
    if (voice_ && voice_->renders) voice_.reset();
    if (!ears().voice) {
        state_ = State::silent;
    } else if (sampling_ && !child_) {
        play_sample(real);
    }
}

/// Takes note of a player that has ended, or will not.
void Speaker::reap(Millis real) {
    if (!child_) return;
    if (real >= give_up_ || (asked_to_end_ && real >= *asked_to_end_ + until_killed)) {
        child_->send(SIGKILL);
    }
    const auto status = child_->ended();
    if (!status) {
        const bool plays = real >= started_ + plays_by_then;
        if (sampling_ && plays) sampling_ = false;
        if (plays && state_ == State::trying) state_ = State::heard;
        return;
    }
    child_.reset();
    silent_since_ = real;
    const bool by_us = std::exchange(asked_to_end_, std::nullopt).has_value();
    if (*status == 0 || by_us) {
        failures_ = 0;
        if (state_ == State::trying) state_ = State::heard;
        sampling_ = false;
        return;
    }
    player_failed(real);
}

/// What fails at the sample is not tried again; in a session once may be chance.
void Speaker::player_failed(Millis real) {
    ++failures_;
    if (!sampling_ && failures_ < most_failures) return;
    failures_ = 0;
    if (by_voice_) {
        voice_.reset();
    } else if (!players_.empty()) {
        players_.erase(players_.begin());
    }
    if (!ears().voice && !ears().tones) {
        state_ = State::silent;
        pending_.reset();
        return;
    }
    if (sampling_) play_sample(real);
}

/// A sink that has gone to sleep swallows the first word: silence wakes it in time.
void Speaker::wake_sink(Millis real) {
    if (!next_cue_ || child_ || pending_) return;
    const bool sleeps = real >= silent_since_ + sink_sleeps_after;
    const bool soon = real >= *next_cue_ - wake_ahead;
    if (soon) next_cue_.reset();
    if (!sleeps || !soon || players_.empty()) return;
    const Utterance waking{std::nullopt, "", Rank::waking, 0ms, true};
    if (renderer_.find(waking)) start(waking, real);
}

}  // namespace hipflow
