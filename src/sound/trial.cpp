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

/// Returns whether the voice renders a word.
bool renders_a_word(Renderer& renderer) {
    const std::string text = "Ready.";
    renderer.want(text, true);
    for (Millis waited{}; waited < longest_program_trial; waited += 10ms) {
        renderer.attend(waited);
        if (renderer.length_of(text)) return true;
        if (renderer.has_failed_at(text)) return false;
        platform::wait_for({}, 10ms);
    }
    return false;
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

Trial try_voice(const SoundSettings& settings, const std::optional<VoiceProgram>& voice,
                Renderer& renderer) {
    const auto& configured = settings.speech.command;
    if (!settings.voice) return {true, "off, as configured", ""};
    if (!voice && !configured.empty()) {
        return {false, fmt::format("'{}' is not found", configured.front()),
                "correct 'voice_command' in the configuration"};
    }
    if (!voice) return {true, "none found; tones are used", "for a voice, install espeak-ng"};
    const std::string& program = voice->command.front();
    if (!voice->renders) return {true, fmt::format("{}: found", program), ""};
    if (renders_a_word(renderer)) return {true, fmt::format("{}: speaks", program), ""};
    return {false, fmt::format("{}: writes no sound", program),
            configured.empty()
                ? "try it by hand; 'language' and 'voice_name' must be ones that it knows"
                : "correct 'voice_command' in the configuration"};
}

}  // namespace

Trials try_sound(const SoundSettings& settings, const Finder& find,
                 const std::filesystem::path& cache) {
    const auto voice = find_voice(settings.speech, find);
    const auto folder = cache / "trial";
    Renderer renderer(voice && voice->renders ? voice : std::nullopt, folder);
    Trials trials;
    trials.player = try_player(settings, find, renderer, cache);
    trials.voice = try_voice(settings, voice, renderer);
    std::error_code unremoved;
    std::filesystem::remove_all(folder, unremoved);
    return trials;
}

}  // namespace hipflow::sound
