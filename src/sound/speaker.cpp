// SPDX-License-Identifier: MIT
#include "sound/speaker.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace hipflow::sound {
namespace {

using namespace std::chrono_literals;

constexpr Millis most_late = 300ms;     // later than this a block is left out
constexpr Millis most_over = 600ms;     // an announcement may last longer than its time
constexpr Millis most_overdue = 400ms;  // a player may go on after its sound has ended
constexpr Millis while_changing = 5ms;  // how often to look while one sound gives way
constexpr Millis answers_late = 2s;     // how long an answer may take to be rendered
constexpr Millis sink_sleeps_after = 4s;
constexpr Millis shortest_wake = 300ms;
constexpr int speaks_longer = 115;  // per cent: a voice that speaks by itself is never measured

std::optional<Millis> earlier(std::optional<Millis> one, std::optional<Millis> other) {
    if (!one || (other && *other < *one)) return other;
    return one;
}

Voices voices_for(const SoundSettings& settings, const Finder& find) {
    return settings.voice ? Voices(settings.speech, find) : Voices();
}

/// The length of a sentence that has not been measured.
Millis estimated(const Voices& voices, int rate, std::string_view text, std::string_view language) {
    const VoiceProgram* voice = voices.of_language(std::string(language));
    const bool by_itself = voice != nullptr && !voice->renders();
    return spoken_length(text, rate) * (by_itself ? speaks_longer : 100) / 100;
}

}  // namespace

SoundSettings sound_settings(const Settings& settings, std::optional<bool> voice,
                             std::optional<bool> tones) {
    SoundSettings sound;
    sound.voice = voice.value_or(settings.voice);
    sound.tones = tones.value_or(settings.tones);
    sound.volume = settings.volume;
    sound.speech = speech_settings(settings);
    sound.audio_lead = settings.audio_lead;
    sound.wake = settings.wake;
    return sound;
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
      output_(find_players(find)),
      renderer_(voices_for(settings_, find), std::move(cache)),
      language_(base_language(settings_.speech.language)) {}

session::Hearing Speaker::ears() const {
    session::Hearing hearing;
    const VoiceProgram* voice = renderer_.voices().of_language(language_);
    hearing.voice =
        settings_.voice && voice != nullptr && (!voice->renders() || output_.can_play());
    hearing.tones = settings_.tones && output_.can_play();
    hearing.length = [this](std::string_view text, std::string_view language) {
        const auto known = renderer_.known_length(text, language);
        if (known) return *known;
        return estimated(renderer_.voices(), settings_.speech.rate, text, language);
    };
    return hearing;
}

bool Speaker::can_be_heard() const {
    const session::Hearing heard = ears();
    return heard.voice || heard.tones;
}

session::Hearing Speaker::hearing() const {
    session::Hearing hearing = ears();
    hearing.length = renderer_.lengths([voices = renderer_.voices(), rate = settings_.speech.rate](
                                           std::string_view text, std::string_view language) {
        return estimated(voices, rate, text, language);
    });
    return hearing;
}

std::string Speaker::words() const {
    if (!settings_.voice && !settings_.tones) return "Sound: the bell of the terminal, as set.";
    if (is_silent()) {
        std::string why = output_.found_players() ? "no player could be heard"
                                                  : "no player was found (pw-play, paplay, aplay)";
        if (renderer_.cannot_write()) {
            why = fmt::format("sounds cannot be written to {}", renderer_.folder().string());
        }
        return fmt::format("Sound: the bell of the terminal; {}. 'hipflow doctor' says more.", why);
    }
    const session::Hearing heard = ears();
    const VoiceProgram* voice = heard.voice ? renderer_.voices().of_language(language_) : nullptr;
    const bool plays = heard.tones || (voice != nullptr && voice->renders());
    return sound_words(voice, heard.tones, plays ? output_.player() : "", settings_.voice);
}

bool Speaker::has_fallen_silent() { return is_silent() && !std::exchange(told_, true); }

std::optional<std::string> Speaker::news_of_voice() {
    const auto& failures = renderer_.voices().failures();
    if (failures.empty() || std::exchange(told_of_voice_, true)) return std::nullopt;
    const VoiceFailure& failure = failures.front();
    const VoiceProgram* other = renderer_.voices().of({failure.text, failure.language});
    const std::string instead = other != nullptr
                                    ? fmt::format("{} says it instead", other->name())
                                    : std::string("what it cannot say is on the screen");
    return fmt::format("Voice: {}; {}. 'hipflow doctor' says more.", failure_words(failure),
                       instead);
}

void Speaker::speak(const std::string& language, Millis real) {
    language_ = base_language(language);
    if (is_silent() && can_be_heard()) {
        state_ = State::trying;
        try_out(real);
    } else if (!can_be_heard()) {
        state_ = State::silent;
    }
    had_voice_ = ears().voice;
}

void Speaker::leave_out_words() {
    settings_.voice = false;
    had_voice_ = false;
    if (!can_be_heard()) state_ = State::silent;
}

void Speaker::prepare(const std::vector<Phrase>& sentences) {
    if (is_silent() || !settings_.voice || !output_.can_play()) return;
    for (const auto& sentence : sentences) renderer_.want(sentence, false);
}

void Speaker::listen(std::span<const session::Event> events, const session::Player& player,
                     Millis session, double speed, Millis real) {
    if (is_silent()) return;
    // An easier exercise has come, with words of its own.
    if (session_.take_over(player, session, speed, real)) {
        prepare(phrases_of(*player.script));
        playing_.sounds.clear();
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
    if (says && answer_) {
        append(answer_->answer.lines, std::move(answer->lines), ears());
    } else if (says) {
        answer_ = Pending{*std::move(answer), real + answers_late};
    }
    start_what_is_due(real);
}

/// After a key has cut a block short: says again what must be said before a set, and goes on with
/// what has not begun.
void Speaker::take_back_interrupted(Millis real) {
    if (!is_sounding() || output_.is_being_cut() || playing_.sounds.empty()) return;
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
    if (const auto ready = session_.ready_at()) return holds_get_ready(*ready, real);
    const auto boundary = session_.boundary();
    if (!boundary || real < boundary->due - settings_.audio_lead) return false;
    if (answer_) return true;
    // What is being heard ends by itself, before the count-in: that is not counted over it.
    return is_sounding() || owes_words(boundary->cue);
}

/// Returns whether something that must be said before a set, up to a cue, has not been begun.
bool Speaker::owes_words(std::size_t until) const {
    const auto& cues = session_.player().script->cues;
    const session::Hearing heard = ears();
    for (std::size_t i = session_.next_cue(); i < until; ++i) {
        if (cues[i].must && session_.is_before_set(i) &&
            session::words_length(cues[i], heard) > 0ms &&
            !renderer_.has_failed_at({cues[i].text, cues[i].language})) {
            return true;
        }
    }
    return false;
}

/// What leads to the work is one sound with its count-in, begun at the key: it is late by what a
/// player takes to start. Only more than that holds the work.
bool Speaker::holds_get_ready(Millis ready, Millis real) const {
    if (real < ready - settings_.audio_lead) return false;
    if (answer_) return true;
    if (!is_sounding() || output_.is_being_cut() || !playing_.must) return false;
    const Millis left = playing_.since + playing_.length - real;
    return left > most_over || left < -most_overdue;
}

void Speaker::be_quiet(Millis real) {
    if (is_silent()) return;
    hush(real);
    answer_.reset();
}

void Speaker::remind(const Phrase& phrase, Millis real) {
    if (!ears().voice || phrase.text.empty()) return;
    say({{0, 0ms, session::CueKind::name, phrase.text, phrase.language, {}, true}}, real);
}

void Speaker::say(std::vector<session::Cue> lines, Millis real) {
    if (is_silent()) return;
    hush(real);
    answer_ = Pending{Reply{std::move(lines), true}, real + answers_late};
    start_what_is_due(real);
}

/// Returns the next block, without what is too late to be of use.
std::optional<session::Block> Speaker::coming(Millis real) {
    if (!session_.has_script()) return std::nullopt;
    const session::Hearing heard = ears();
    while (true) {
        session::BlockCut cut;
        cut.single = !session_.at_full_speed() || renderer_.voices().any_speaks_by_itself();
        auto block = session::block_from(session_.player(), session_.next_cue(), heard, cut);
        if (!block) return std::nullopt;
        const bool late = real > session_.in_world(block->due) - settings_.audio_lead + most_late;
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

/// Returns the next block if it is due and all its sentences are there, or never will be. Lengths
/// that are found meanwhile lay it out anew.
std::optional<session::Block> Speaker::ready_block(Millis real) {
    std::optional<session::Block> laid_out;
    while (true) {
        auto block = coming(real);
        if (!block || (laid_out && laid_out->sounds == block->sounds)) return block;
        const Millis begin = session_.in_world(block->due) - settings_.audio_lead;
        if (real < begin - wake_for(begin)) return std::nullopt;
        if (!is_ready(block->sounds)) return std::nullopt;
        laid_out = std::move(block);
    }
}

/// Returns how much noise to play before a sound, for a device that may be asleep.
Millis Speaker::wake_for(Millis real) const {
    return real - output_.silent_since() >= sink_sleeps_after ? settings_.wake : 0ms;
}

void Speaker::start_what_is_due(Millis real) {
    if (output_.is_busy()) return;
    if (!pieces_.empty()) return begin_piece(0ms, real);
    if (answer_) return start_answer(real);
    if (is_silent()) return;
    const auto block = ready_block(real);
    if (!block) return;
    const Millis begins = session_.in_world(block->due) - settings_.audio_lead;
    Millis wake = wake_for(begins);
    if (wake > 0ms) wake = std::clamp(begins - real, std::min(shortest_wake, wake), wake);
    session_.go_on_from(block->next);
    begin({{}, block->length(), block->sounds, block->must}, wake, real);
}

void Speaker::start_answer(Millis real) {
    if (!answer_) return;
    auto sounds = sounds_of(answer_->answer, ears());
    if (!sounds.empty() && !is_ready(sounds)) {
        renderer_.attend(real);
        if (!is_ready(sounds) && real < answer_->until) return;
        sounds = sounds_of(answer_->answer, ears());
    }
    answer_.reset();
    if (sounds.empty()) return;
    const Millis length = sounds.back().at + sounds.back().length;
    const Millis wake = std::min(wake_for(real), shortest_wake);
    begin({{}, length, std::move(sounds), true}, wake, real);
    playing_.sounds.clear();  // no cue of the script
}

std::optional<Millis> Speaker::attend(Millis real) {
    if (is_silent()) return std::nullopt;
    auto next = renderer_.attend(real);
    if (renderer_.cannot_write() && output_.can_play()) give_up_files(real);
    look_at_voice(real);
    reap(real);
    start_what_is_due(real);
    if (is_silent()) return std::nullopt;
    if (answer_ || output_.is_being_cut()) return earlier(next, real + while_changing);
    if (output_.is_busy()) {
        next = earlier(next, std::max(output_.gives_up(), real + while_changing));
    } else if (!pieces_.empty()) {
        next = earlier(next, real + while_changing);
    }
    if (output_.is_busy() && sampling_) {
        next = earlier(next,
                       std::max({playing_.since + playing_.length,
                                 output_.started() + Output::fails_within, real + while_changing}));
    }
    return session_.has_script() ? earlier(next, next_look(real)) : next;
}

/// Returns when the next block is due to start, or a gap may have to be held.
std::optional<Millis> Speaker::next_look(Millis real) {
    std::optional<Millis> next;
    if (const auto block = is_sounding() ? std::nullopt : coming(real)) {
        const Millis begin = session_.in_world(block->due) - settings_.audio_lead;
        next = std::max(begin - wake_for(begin), real + while_changing);
    }
    // Whether to hold a gap is decided just before its count-in.
    const auto boundary = session_.boundary();
    const auto due = boundary ? std::optional(boundary->due) : session_.ready_at();
    if (!due) return next;
    const Millis look = *due - settings_.audio_lead;
    return look > real ? earlier(next, look) : next;
}

}  // namespace hipflow::sound
