// SPDX-License-Identifier: MIT
#include "sound/speaker.h"

#include <fmt/format.h>

#include <algorithm>
#include <csignal>
#include <utility>

#include "sound/mix.h"

namespace hipflow::sound {
namespace {

using namespace std::chrono_literals;

constexpr Millis audio_lead = 150ms;     // from a player's start to its first sound
constexpr Millis most_late = 300ms;      // later than this a block is left out
constexpr Millis watchdog = 5s;          // after the end of a sound, its player hangs
constexpr Millis until_killed = 100ms;   // for a player that will not end
constexpr Millis while_changing = 5ms;   // how often to look while one sound gives way
constexpr Millis answers_late = 2s;      // how long an answer may take to be rendered
constexpr Millis plays_by_then = 700ms;  // a player that cannot play says so sooner
constexpr Millis sink_sleeps_after = 4s;
constexpr Millis longest_wake = 500ms;
constexpr Millis shortest_wake = 300ms;
constexpr int most_failures = 2;    // in a row, then the next player is tried
constexpr int speaks_longer = 115;  // per cent: a voice that speaks by itself is never measured

std::optional<Millis> earlier(std::optional<Millis> one, std::optional<Millis> other) {
    if (!one || (other && *other < *one)) return other;
    return one;
}

}  // namespace

SoundSettings sound_settings(const Settings& settings, std::optional<bool> voice,
                             std::optional<bool> tones) {
    return {voice.value_or(settings.voice), tones.value_or(settings.tones), settings.volume,
            speech_settings(settings)};
}

session::Hearing expected_hearing(const SoundSettings& settings) {
    session::Hearing hearing;
    hearing.length = estimated_lengths(settings.speech.rate);
    hearing.voice = settings.voice;
    hearing.tones = settings.tones;
    return hearing;
}

Speaker::Speaker(SoundSettings settings, const Finder& find, std::filesystem::path cache)
    : settings_(std::move(settings)),
      voice_(settings_.voice ? find_voice(settings_.speech, find) : std::nullopt),
      players_(find_players(find)),
      found_players_(!players_.empty()),
      renderer_(voice_ && voice_->renders ? voice_ : std::nullopt, std::move(cache)) {}

/// A voice that speaks by itself leaves no room for tones beside its words.
session::Hearing Speaker::ears() const {
    session::Hearing hearing;
    hearing.voice = voice_.has_value() && (!voice_->renders || !players_.empty());
    hearing.tones = settings_.tones && !players_.empty() && !speaks_itself();
    hearing.length = [this, estimate = estimates()](std::string_view text,
                                                    std::string_view language) {
        return renderer_.known_length(text).value_or(estimate(text, language));
    };
    return hearing;
}

bool Speaker::can_be_heard() const {
    const session::Hearing heard = ears();
    return heard.voice || heard.tones;
}

Lengths Speaker::estimates() const {
    return [rate = settings_.speech.rate, per_cent = speaks_itself() ? speaks_longer : 100](
               std::string_view text, std::string_view /*language*/) {
        return spoken_length(text, rate) * per_cent / 100;
    };
}

void Speaker::leave_out_words() {
    settings_.voice = false;
    voice_.reset();
}

session::Hearing Speaker::hearing() const {
    session::Hearing hearing = ears();
    hearing.length = renderer_.lengths(estimates());
    return hearing;
}

Speaker::~Speaker() { end_child(); }

void Speaker::try_out(Millis real) {
    if (!can_be_heard()) {
        state_ = State::silent;
        return;
    }
    renderer_.prune();
    play_sample(real);
}

void Speaker::play_sample(Millis real) {
    sampling_ = true;
    const session::Hearing heard = ears();
    Reply sample;
    if (heard.tones) {
        sample.lines.push_back(
            {0, 0ms, session::CueKind::signal, "", "en", session::Tone::get_ready, true});
    }
    if (heard.voice) {
        sample.lines.push_back({0, 280ms, session::CueKind::name, "Ready.", "en", {}, true});
    }
    answer_ = Pending{std::move(sample), real + answers_late};
    start_answer(real);
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
    const session::Hearing heard = ears();
    const bool plays = !players_.empty() && !speaks_itself();
    return sound_words(heard.voice && voice_ ? &*voice_ : nullptr, heard.tones,
                       plays ? program_name(players_.front()) : "", settings_.voice);
}

bool Speaker::has_fallen_silent() { return is_silent() && !std::exchange(told_, true); }

void Speaker::prepare(const std::vector<Phrase>& sentences) {
    if (is_silent() || speaks_itself()) return;
    for (const auto& sentence : sentences) renderer_.want(sentence.text, false);
}

void Speaker::listen(std::span<const session::Event> events, const session::Player& player,
                     Millis session, double speed, Millis real) {
    if (is_silent()) return;
    // An easier exercise has come, with words of its own.
    if (session_.take_over(player, session, speed, real)) {
        prepare(phrases_of(*player.script));
        playing_.sounds.clear();
        playing_.next = 0;
    }
    auto answer = reply_to(events, player);
    if (answer && answer->interrupts) {
        take_back_interrupted(real);
        hush(real);
    }
    session_.follow(events);
    if (!answer) return;
    const bool says = !answer->lines.empty();
    // A newer one takes the place of one that only waits.
    if (answer->interrupts || (says && answer_ && !answer_->answer.interrupts)) answer_.reset();
    if (says && !answer_) answer_ = Pending{*std::move(answer), real + answers_late};
    start_what_is_due(real);
}

/// After a key has cut a block short: says again what must be said before a set, and goes on with
/// what has not begun.
void Speaker::take_back_interrupted(Millis real) {
    if (!child_ || asked_to_end_ || playing_.sounds.empty()) return;
    for (const session::Sound& sound : playing_.sounds) {
        if (playing_.since + sound.at + sound.length <= real) continue;
        const bool to_come = playing_.since + sound.at > real;
        if (!session_.is_before_set(sound.cue) && !to_come) continue;
        session_.go_back_to(sound.cue);
        return;
    }
}

bool Speaker::needs_hold(Millis real) {
    if (is_silent()) return false;
    const auto boundary = session_.boundary();
    if (!boundary || real < boundary->due - audio_lead) return false;
    if (answer_) return true;
    // What is being heard goes up to the count-in, and holds no part of it.
    if (child_ && !asked_to_end_) {
        return playing_.must && (playing_.sounds.empty() || playing_.next <= boundary->cue);
    }
    const auto& cues = session_.player().script->cues;
    for (std::size_t i = session_.next_cue(); i < boundary->cue; ++i) {
        if (cues[i].must && session_.is_before_set(i) &&
            session::words_length(cues[i], ears()) > 0ms &&
            !renderer_.has_failed_at(cues[i].text)) {
            return true;
        }
    }
    return false;
}

void Speaker::remind(const std::string& text, Millis real) {
    if (!ears().voice || is_silent()) return;
    hush(real);
    answer_ = Pending{Reply{{{0, 0ms, session::CueKind::name, text, "en", {}, true}}, true},
                      real + answers_late};
    start_what_is_due(real);
}

/// Returns the next block, without what is too late to be of use.
std::optional<session::Block> Speaker::coming(Millis real) {
    if (!session_.has_script()) return std::nullopt;
    const session::Hearing heard = ears();
    while (true) {
        session::BlockCut cut;
        cut.single = !session_.at_full_speed() || speaks_itself();
        auto block = session::block_from(session_.player(), session_.next_cue(), heard, cut);
        if (!block) return std::nullopt;
        const bool late = real > session_.in_world(block->due) - audio_lead + most_late;
        if (!late) return block;
        if (block->must && session_.at_full_speed()) {
            // The count-in is on time whatever comes before it.
            cut.before_count = true;
            return session::block_from(session_.player(), session_.next_cue(), heard, cut);
        }
        // Only its first sound is late for certain.
        session_.go_on_from(block->sounds.front().cue + 1);
    }
}

/// Returns whether all sentences of a block have been rendered, or never will be.
bool Speaker::is_ready(const session::Block& block) {
    bool ready = true;
    for (const session::Sound& sound : block.sounds) {
        if (sound.text.empty() || renderer_.length_of(sound.text)) continue;
        if (renderer_.has_failed_at(sound.text) || renderer_.has_failed()) continue;
        renderer_.want(sound.text, true);
        ready = false;
    }
    return ready;
}

/// Returns how much noise to play before a sound, for a device that may be asleep.
Millis Speaker::wake_for(Millis real) const {
    return real - silent_since_ >= sink_sleeps_after ? longest_wake : 0ms;
}

void Speaker::start_what_is_due(Millis real) {
    if (child_) return;
    if (answer_) return start_answer(real);
    if (is_silent()) return;
    const auto block = coming(real);
    if (!block) return;
    const Millis begin = session_.in_world(block->due) - audio_lead;
    Millis wake = wake_for(begin);
    if (real < begin - wake) return;
    if (!speaks_itself() && !is_ready(*block)) return;
    if (wake > 0ms) wake = std::clamp(begin - real, shortest_wake, longest_wake);
    session_.go_on_from(block->next);
    play({{}, block->length(), block->sounds, block->next, block->must, {}}, wake, real);
}

void Speaker::start_answer(Millis real) {
    if (!answer_) return;
    const Reply& answer = answer_->answer;
    bool ready = true;
    for (const session::Cue& line : answer.lines) {
        const bool renders = !speaks_itself() && !line.text.empty();
        if (!renders || renderer_.length_of(line.text)) continue;
        renderer_.want(line.text, true);
        renderer_.attend(real);
        ready = ready && renderer_.has_failed_at(line.text);
    }
    if (!ready && real < answer_->until) return;
    auto sounds = sounds_of(answer, ears());
    if (sounds.empty()) {
        answer_.reset();
        return;
    }
    const Millis length = sounds.back().at + sounds.back().length;
    answer_.reset();
    const Millis wake = wake_for(real) > 0ms ? shortest_wake : 0ms;
    play({{}, length, std::move(sounds), 0, true, {}}, wake, real);
    playing_.sounds.clear();  // no cue of the script
}

void Speaker::play(Playing what, Millis wake, Millis real) {
    std::optional<platform::Child> child;
    by_voice_ = speaks_itself();
    if (by_voice_ && voice_) {
        std::string text;
        for (const session::Sound& sound : what.sounds) text += sound.text;
        if (text.empty()) return;
        child = platform::Child::start(speaking(*voice_, text, ""));
    } else {
        const auto source = [this](const std::string& text) { return renderer_.load(text); };
        const auto file = renderer_.write(mixed(what.sounds, source, settings_.volume, wake),
                                          title_of(what.sounds));
        if (!file) return;
        what.file = *file;
        child = platform::Child::start(playing(players_.front(), *file));
    }
    what.since = real + wake + audio_lead;
    playing_ = std::move(what);
    if (!child) {
        end_child();
        return player_failed(real);
    }
    child_ = std::move(child);
    started_ = real;
    give_up_ = playing_.since + playing_.length + watchdog;
}

void Speaker::hush(Millis real) {
    if (!child_ || asked_to_end_) return;
    child_->send(SIGTERM);
    asked_to_end_ = real;
}

std::optional<Millis> Speaker::attend(Millis real) {
    if (is_silent()) return std::nullopt;
    auto next = renderer_.attend(real);
    if (renderer_.cannot_write() && !players_.empty()) give_up_files(real);
    if (renderer_.has_failed() && voice_ && voice_->renders) give_up_voice(real);
    reap(real);
    start_what_is_due(real);
    if (is_silent()) return std::nullopt;
    if (answer_ || asked_to_end_) return earlier(next, real + while_changing);
    if (child_) next = earlier(next, std::max(give_up_, real + while_changing));
    if (child_ && sampling_) {
        next = earlier(next, std::max({playing_.since + playing_.length, started_ + plays_by_then,
                                       real + while_changing}));
    }
    return session_.has_script() ? earlier(next, next_look(real)) : next;
}

/// Returns when the next block is due to start, or a gap may have to be held.
std::optional<Millis> Speaker::next_look(Millis real) {
    std::optional<Millis> next;
    if (const auto block = child_ ? std::nullopt : coming(real)) {
        const Millis begin = session_.in_world(block->due) - audio_lead;
        next = std::max(begin - wake_for(begin), real + while_changing);
    }
    // Whether to hold a gap is decided just before its count-in.
    const auto boundary = session_.boundary();
    if (!boundary) return next;
    const Millis look = boundary->due - audio_lead;
    return look > real ? earlier(next, look) : next;
}

/// Goes on with tones alone.
void Speaker::give_up_voice(Millis real) {
    voice_.reset();
    answer_.reset();
    if (sampling_ && !child_) play_sample(real);
    if (!ears().tones) state_ = State::silent;
}

/// Goes on without files: with a voice that speaks by itself, or in silence.
void Speaker::give_up_files(Millis real) {
    players_.clear();
    answer_.reset();
    if (voice_ && voice_->renders) voice_.reset();
    if (!ears().voice) {
        state_ = State::silent;
    } else if (sampling_ && !child_) {
        play_sample(real);
    }
}

void Speaker::end_child() {
    child_.reset();
    if (playing_.file.empty()) return;
    std::error_code gone;
    std::filesystem::remove(playing_.file, gone);
    playing_.file.clear();
}

/// Notices a player that has ended, and kills one that hangs.
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
    end_child();
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

/// Gives up a player that fails at the sample, or twice in a row in a session.
void Speaker::player_failed(Millis real) {
    session_.go_back_before_set(playing_.sounds);
    ++failures_;
    if (!sampling_ && failures_ < most_failures) return;
    failures_ = 0;
    if (by_voice_) {
        voice_.reset();
    } else if (!players_.empty()) {
        players_.erase(players_.begin());
    }
    if (!can_be_heard()) {
        state_ = State::silent;
        answer_.reset();
        return;
    }
    if (sampling_) play_sample(real);
}

}  // namespace hipflow::sound
