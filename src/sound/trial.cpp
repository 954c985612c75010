// SPDX-License-Identifier: MIT
#include "sound/trial.h"

#include <fmt/format.h>

#include <chrono>
#include <optional>
#include <system_error>
#include <vector>

#include "platform/program.h"
#include "platform/signals.h"
#include "sound/renderer.h"
#include "sound/wav.h"

namespace hipflow::sound {
namespace {

using namespace std::chrono_literals;

constexpr Millis longest_program_trial = 3s;

constexpr Millis moment = 10ms;

/// Where and how programs are tried.
class Trying {
   public:
    Trying(const Finder& find, const std::filesystem::path& cache, Millis patience)
        : find_(find), cache_(cache), patience_(patience) {}

    const Finder& find() const { return find_; }
    const std::filesystem::path& cache() const { return cache_; }
    std::filesystem::path folder() const { return cache_ / "trial"; }
    Millis patience() const { return patience_; }
    std::optional<int> signal() const { return signal_; }

    /// Waits a moment for a program. Returns false once a signal has come that ends this one.
    bool wait() {
        if (!signal_) platform::wait_for({}, moment);
        if (!signal_) signal_ = signals_.take_ending();
        return !signal_;
    }

   private:
    const Finder& find_;
    const std::filesystem::path& cache_;
    Millis patience_;
    platform::SignalWatch signals_;
    std::optional<int> signal_;
};

/// Runs a program and returns its exit status; nullopt for one that hangs, or cannot be started.
std::optional<int> exit_status_of(const Invocation& call, Millis longest, Trying& trying) {
    auto child = platform::Child::start(call.arguments, call.input);
    if (!child) return std::nullopt;
    for (Millis waited{}; waited < longest; waited += moment) {
        if (const auto status = child->ended()) return status;
        if (!trying.wait()) break;
    }
    return child->ended();
}

std::string trial_outcome(const std::optional<int>& status) {
    return status ? fmt::format("ends with {}", *status) : "does not end";
}

Trial try_player(const SoundSettings& settings, Renderer& renderer, Trying& trying) {
    if (!settings.voice && !settings.tones) return {true, "off, as configured", ""};
    const auto players = find_players(trying.find());
    if (players.empty()) {
        return {true, "none found; the terminal's bell is used, and the digits flash",
                "for voice and tones, install one: pipewire-bin (pw-play), pulseaudio-utils "
                "(paplay) or alsa-utils (aplay)"};
    }
    const auto silent = renderer.write({sample_rate, silence(300ms)}, "");
    if (!silent) {
        return {false, fmt::format("{}: nothing can be written there", trying.cache().string()),
                "make that folder writable"};
    }
    std::string failed;
    for (const auto& player : players) {
        const auto status =
            exit_status_of({playing(player, *silent), ""}, longest_program_trial, trying);
        if (status == 0) return {true, fmt::format("{}: plays", player), ""};
        failed +=
            fmt::format("{}{}: {}", failed.empty() ? "" : "; ", player, trial_outcome(status));
    }
    return {false, failed + "; the terminal's bell is used, and the digits flash",
            "for voice and tones, check that this machine has a sound device and that its sound "
            "server is running: the player's own message says more"};
}

/// What to do about a voice that fails: to try its command by hand, as a session starts it.
std::string remedy(const SpeechSettings& settings, const VoiceProgram& voice,
                   const std::string& text) {
    const Invocation call = speaking(voice, text, "/tmp/voice.wav");
    std::string line = typed(call.arguments);
    if (!call.input.empty()) line = fmt::format("echo {} | {}", typed({text}), line);
    const std::string_view then =
        command_for(settings, voice.language) != nullptr
            ? "correct 'command' under [voice] in the configuration"
            : "'language', and 'name' under [voice], must be ones that it knows";
    return fmt::format("try it by hand: {}; {}", line, then);
}

/// Returns what the first voice of a language cannot do; empty if it renders a word.
std::string rendering_fault(const Phrase& word, const SpeechSettings& settings, Trying& trying) {
    Renderer renderer(Voices(settings, trying.find()), trying.folder());
    renderer.want(word, true);
    for (Millis waited{}; !renderer.is_idle() && renderer.voices().failures().empty();
         waited += moment) {
        renderer.attend(waited);
        if (!renderer.is_idle() && !trying.wait()) return {};  // nobody will be told
    }
    const auto& failures = renderer.voices().failures();
    if (!failures.empty()) return failures.front().what;
    return renderer.length_of(word) ? "" : "writes no sound";
}

/// Returns what a voice that speaks at once cannot do; empty if it says a word.
std::string speaking_fault(const Phrase& word, const VoiceProgram& voice, Trying& trying) {
    const auto status = exit_status_of(speaking(voice, word.text, ""), trying.patience(), trying);
    if (status == 0) return {};
    if (status) return trial_outcome(status);
    return fmt::format("does not end within {:.3g} seconds",
                       std::chrono::duration<double>(trying.patience()).count());
}

/// Returns what that voice could not say in the last session.
std::optional<VoiceFailure> failed_last(const VoiceProgram& voice, const std::string& language,
                                        const std::filesystem::path& cache) {
    for (const auto& failure : last_failures(cache)) {
        if (failure.language == language && failure.program == voice.name()) return failure;
    }
    return std::nullopt;
}

Trial try_voice(const SoundSettings& settings, const std::string& language, Trying& trying) {
    if (!settings.voice) return {true, "off, as configured", ""};
    const auto voice = find_voice(settings.speech, language, trying.find());
    const auto* configured = command_for(settings.speech, language);
    if (!voice && configured != nullptr) {
        return {false, fmt::format("'{}' is not found", configured->front()),
                "correct 'command' under [voice] in the configuration"};
    }
    if (!voice) return {true, "none found; tones are used", "for a voice, install espeak-ng"};
    const std::string& program = voice->command.front();
    const Phrase word{sample_word(language), language};
    const std::string fault = voice->renders() ? rendering_fault(word, settings.speech, trying)
                                               : speaking_fault(word, *voice, trying);
    if (!fault.empty()) {
        return {false, fmt::format("{}: {} at \"{}\"", program, fault, word.text),
                remedy(settings.speech, *voice, word.text)};
    }
    if (const auto failure = failed_last(*voice, language, trying.cache())) {
        return {false,
                fmt::format("{}: speaks; at \"{}\" in the last session: {}", program, failure->text,
                            failure->what),
                remedy(settings.speech, *voice, failure->text)};
    }
    return {true, fmt::format("{}: speaks", program), ""};
}

/// The language of sessions, then those of tables of their own.
std::vector<std::string> languages_of(const SpeechSettings& settings) {
    const std::string own = base_language(settings.language);
    std::vector<std::string> languages = {own};
    for (const auto& [language, voice] : settings.voices) {
        if (!language.empty() && language != own) languages.push_back(language);
    }
    return languages;
}

}  // namespace

Trials try_sound(const SoundSettings& settings, const Finder& find,
                 const std::filesystem::path& cache, Millis patience) {
    Trying trying(find, cache, patience);
    Trials trials;
    prune(cache);
    {
        Renderer renderer(Voices(), trying.folder());
        trials.player = try_player(settings, renderer, trying);
    }
    for (const auto& language : languages_of(settings.speech)) {
        if (trying.signal()) break;
        trials.voices.emplace_back(language, try_voice(settings, language, trying));
    }
    std::error_code unremoved;
    std::filesystem::remove_all(trying.folder(), unremoved);
    trials.signal = trying.signal();
    return trials;
}

}  // namespace hipflow::sound
