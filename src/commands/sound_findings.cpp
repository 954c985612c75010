// SPDX-License-Identifier: MIT
#include "commands/sound_findings.h"

#include <fmt/format.h>

#include <chrono>
#include <csignal>
#include <filesystem>

#include "commands/sound.h"
#include "platform/child.h"
#include "platform/paths.h"
#include "platform/wait.h"
#include "sound/renderer.h"

namespace hipflow {
namespace {

using namespace std::chrono_literals;

constexpr Millis longest_trial = 3s;

/// Its exit status; nothing for one that hangs, or cannot be started.
std::optional<int> tried(const std::vector<std::string>& arguments) {
    auto child = Child::start(arguments);
    if (!child) return std::nullopt;
    for (Millis waited{}; waited < longest_trial; waited += 10ms) {
        if (const auto status = child->ended()) return status;
        wait_for({}, 10ms);
    }
    return std::nullopt;
}

std::string outcome(const std::optional<int>& status) {
    return status ? fmt::format("ends with {}", *status) : "does not end";
}

/// Whether the voice renders a word.
bool speaks(Renderer& renderer) {
    const std::string text = "Ready.";
    renderer.want(text, true);
    for (Millis waited{}; waited < longest_trial; waited += 10ms) {
        renderer.attend(waited);
        if (renderer.length_of(text)) return true;
        if (renderer.has_failed_at(text)) return false;
        wait_for({}, 10ms);
    }
    return false;
}

Finding look_at_player(Context& context, Renderer& renderer) {
    const Settings& settings = context.settings();
    if (!settings.voice && !settings.tones) return {"player", true, "off, as configured", ""};
    const auto players = find_players(finder(context.environment()));
    if (players.empty()) {
        return {"player", true, "none found; the terminal's bell is used, and the digits flash",
                "for voice and tones, install one: pipewire-bin (pw-play), pulseaudio-utils "
                "(paplay) or alsa-utils (aplay)"};
    }
    const auto silent = renderer.write({sample_rate, silence(300ms)}, "");
    if (!silent) {
        return {"player", false,
                fmt::format("{}: nothing can be written there",
                            (cache_folder(context.environment()) / "sound").string()),
                "make that folder writable"};
    }
    std::string failed;
    for (const auto& player : players) {
        const auto status = tried(playing(player, *silent));
        if (status == 0) return {"player", true, fmt::format("{}: plays", player), ""};
        failed += fmt::format("{}{}: {}", failed.empty() ? "" : "; ", player, outcome(status));
    }
    return {"player", false, failed + "; the terminal's bell is used, and the digits flash",
            "for voice and tones, see that this machine has a sound device and its sound server "
            "runs: the player's own message tells more"};
}

Finding look_at_voice(Context& context, Renderer& renderer,
                      const std::optional<VoiceProgram>& voice) {
    const Settings& settings = context.settings();
    if (!settings.voice) return {"voice", true, "off, as configured", ""};
    if (!voice && !settings.voice_command.empty()) {
        return {"voice", false, fmt::format("'{}' is not found", settings.voice_command.front()),
                "correct 'voice_command' in the configuration"};
    }
    if (!voice) {
        return {"voice", true, "none found; tones are used", "for a voice, install espeak-ng"};
    }
    if (!voice->renders)
        return {"voice", true, fmt::format("{}: found", voice->command.front()), ""};
    if (speaks(renderer)) {
        return {"voice", true, fmt::format("{}: speaks", voice->command.front()), ""};
    }
    return {"voice", false, fmt::format("{}: writes no sound", voice->command.front()),
            settings.voice_command.empty()
                ? "try it by hand; 'language' and 'voice_name' must be ones that it knows"
                : "correct 'voice_command' in the configuration"};
}

}  // namespace

void look_at_sound(Context& context, std::vector<Finding>& found) {
    try {
        const SpeechSettings speech = speech_settings(context.settings());
        const auto voice = find_voice(speech, finder(context.environment()));
        // In a folder of its own: what an earlier session rendered says nothing of the voice today.
        const auto folder = cache_folder(context.environment()) / "sound" / "trial";
        Renderer renderer(voice && voice->renders ? voice : std::nullopt, folder);
        found.push_back(look_at_player(context, renderer));
        found.push_back(look_at_voice(context, renderer, voice));
        std::error_code unremoved;
        std::filesystem::remove_all(folder, unremoved);
    } catch (const Error&) {  // told by the configuration's own line
        return;
    }
}

}  // namespace hipflow
