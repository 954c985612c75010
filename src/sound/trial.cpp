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

/// Runs a program and returns its exit status; nullopt for one that hangs, or cannot be started.
std::optional<int> exit_status_of(const std::vector<std::string>& arguments) {
    auto child = platform::Child::start(arguments);
    if (!child) return std::nullopt;
    for (Millis waited{}; waited < longest_program_trial; waited += 10ms) {
        if (const auto status = child->ended()) return status;
        platform::wait_for({}, 10ms);
    }
    return std::nullopt;
}

std::string trial_outcome(const std::optional<int>& status) {
    return status ? fmt::format("ends with {}", *status) : "does not end";
}

Trial try_player(const SoundSettings& settings, const Finder& find, Renderer& renderer,
                 const std::filesystem::path& cache) {
    if (!settings.voice && !settings.tones) return {true, "off, as configured", ""};
    const auto players = find_players(find);
    if (players.empty()) {
        return {true, "none found; the terminal's bell is used, and the digits flash",
                "for voice and tones, install one: pipewire-bin (pw-play), pulseaudio-utils "
                "(paplay) or alsa-utils (aplay)"};
    }
    const auto silent = renderer.write({sample_rate, silence(300ms)}, "");
    if (!silent) {
        return {false, fmt::format("{}: nothing can be written there", cache.string()),
                "make that folder writable"};
    }
    std::string failed;
    for (const auto& player : players) {
        const auto status = exit_status_of(playing(player, *silent));
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

/// Returns what the first voice of a language cannot do; nullopt if it renders a word.
std::optional<VoiceFailure> failure_at(const Phrase& word, Voices voices,
                                       const std::filesystem::path& folder) {
    Renderer renderer(std::move(voices), folder);
    renderer.want(word, true);
    for (Millis waited{}; !renderer.is_idle() && renderer.voices().failures().empty();
         waited += 10ms) {
        renderer.attend(waited);
        if (!renderer.is_idle()) platform::wait_for({}, 10ms);
    }
    const auto& failures = renderer.voices().failures();
    if (!failures.empty()) return failures.front();
    if (renderer.length_of(word)) return std::nullopt;
    return VoiceFailure{word.language, "", "writes no sound", word.text};
}

/// Returns what that voice could not say in the last session.
std::optional<VoiceFailure> failed_last(const VoiceProgram& voice, const std::string& language,
                                        const std::filesystem::path& cache) {
    for (const auto& failure : last_failures(cache)) {
        if (failure.language == language && failure.program == voice.name()) return failure;
    }
    return std::nullopt;
}

Trial try_voice(const SoundSettings& settings, const std::string& language, const Finder& find,
                const std::filesystem::path& cache) {
    if (!settings.voice) return {true, "off, as configured", ""};
    const auto voice = find_voice(settings.speech, language, find);
    const auto* configured = command_for(settings.speech, language);
    if (!voice && configured != nullptr) {
        return {false, fmt::format("'{}' is not found", configured->front()),
                "correct 'command' under [voice] in the configuration"};
    }
    if (!voice) return {true, "none found; tones are used", "for a voice, install espeak-ng"};
    const std::string& program = voice->command.front();
    const Phrase word{sample_word(language), language};
    if (voice->renders()) {
        const auto failure = failure_at(word, Voices(settings.speech, find), cache / "trial");
        if (failure) {
            return {false, fmt::format("{}: {} at \"{}\"", program, failure->what, failure->text),
                    remedy(settings.speech, *voice, word.text)};
        }
    }
    const std::string_view state = voice->renders() ? "speaks" : "found";
    if (const auto failure = failed_last(*voice, language, cache)) {
        return {false,
                fmt::format("{}: {}; at \"{}\" in the last session: {}", program, state,
                            failure->text, failure->what),
                remedy(settings.speech, *voice, failure->text)};
    }
    return {true, fmt::format("{}: {}", program, state), ""};
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
                 const std::filesystem::path& cache) {
    const auto folder = cache / "trial";
    Trials trials;
    {
        Renderer renderer(Voices(), folder);
        trials.player = try_player(settings, find, renderer, cache);
    }
    for (const auto& language : languages_of(settings.speech)) {
        trials.voices.emplace_back(language, try_voice(settings, language, find, cache));
    }
    std::error_code unremoved;
    std::filesystem::remove_all(folder, unremoved);
    return trials;
}

}  // namespace hipflow::sound
