// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <filesystem>

#include "answers/setup.h"
#include "commands/all_commands.h"
#include "commands/sound.h"
#include "platform/environment.h"
#include "platform/program.h"
#include "platform/signals.h"
#include "sound/renderer.h"
#include "terminal/capabilities.h"
#include "text/utf8.h"
#include "today/findings.h"
#include "today/rescued.h"

namespace hipflow::commands {
namespace {

today::Finding look_at_terminal(cli::Context& context) {
    const auto plain = terminal::why_plain(context.streams(), context.environment());
    const Style style = context.style();
    const std::string looks = fmt::format("{}, {}", style.colour ? "colour" : "no colour",
                                          style.unicode ? "Unicode" : "ASCII");
    if (!plain) return {"terminal", true, fmt::format("live screen, {}", looks), ""};
    return {"terminal", true, fmt::format("plain lines, {}: {}", looks, *plain), ""};
}

using namespace std::chrono_literals;

constexpr Millis longest_trial = 3s;

/// Runs a program and returns its exit status; nullopt for one that hangs, or cannot be started.
std::optional<int> exit_status_of(const std::vector<std::string>& arguments) {
    auto child = platform::Child::start(arguments);
    if (!child) return std::nullopt;
    for (Millis waited{}; waited < longest_trial; waited += 10ms) {
        if (const auto status = child->ended()) return status;
        platform::wait_for({}, 10ms);
    }
    return std::nullopt;
}

std::string outcome(const std::optional<int>& status) {
    return status ? fmt::format("ends with {}", *status) : "does not end";
}

/// Does the voice render a word?
bool speaks(sound::Renderer& renderer) {
    const std::string text = "Ready.";
    renderer.want(text, true);
    for (Millis waited{}; waited < longest_trial; waited += 10ms) {
        renderer.attend(waited);
        if (renderer.length_of(text)) return true;
        if (renderer.has_failed_at(text)) return false;
        platform::wait_for({}, 10ms);
    }
    return false;
}

today::Finding look_at_player(cli::Context& context, sound::Renderer& renderer) {
    const Settings& settings = context.settings();
    if (!settings.voice && !settings.tones) return {"player", true, "off, as configured", ""};
    const auto players = sound::find_players(finder(context.environment()));
    if (players.empty()) {
        return {"player", true, "none found; the terminal's bell is used, and the digits flash",
                "for voice and tones, install one: pipewire-bin (pw-play), pulseaudio-utils "
                "(paplay) or alsa-utils (aplay)"};
    }
    const auto silent = renderer.write({sound::sample_rate, sound::silence(300ms)}, "");
    if (!silent) {
        return {"player", false,
                fmt::format("{}: nothing can be written there",
                            (platform::cache_folder(context.environment()) / "sound").string()),
                "make that folder writable"};
    }
    std::string failed;
    for (const auto& player : players) {
        const auto status = exit_status_of(sound::playing(player, *silent));
        if (status == 0) return {"player", true, fmt::format("{}: plays", player), ""};
        failed += fmt::format("{}{}: {}", failed.empty() ? "" : "; ", player, outcome(status));
    }
    return {"player", false, failed + "; the terminal's bell is used, and the digits flash",
            "for voice and tones, check that this machine has a sound device and that its sound "
            "server is running: the player's own message says more"};
}

today::Finding look_at_voice(cli::Context& context, sound::Renderer& renderer,
                             const std::optional<sound::VoiceProgram>& voice) {
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

/// Can something be heard here? Tries player and voice, without a sound.
void look_at_sound(cli::Context& context, today::Findings& found) {
    try {
        const sound::SpeechSettings speech = speech_settings(context.settings());
        const auto voice = sound::find_voice(speech, finder(context.environment()));
        // In a folder of its own: what an earlier session rendered says nothing of the voice today.
        const auto folder = platform::cache_folder(context.environment()) / "sound" / "trial";
        sound::Renderer renderer(voice && voice->renders ? voice : std::nullopt, folder);
        found.push_back(look_at_player(context, renderer));
        found.push_back(look_at_voice(context, renderer, voice));
        std::error_code unremoved;
        std::filesystem::remove_all(folder, unremoved);
    } catch (const Error&) {  // told by the configuration's own line
        return;
    }
}

/// Looks at everything, and tries what can be tried.
today::Findings findings(cli::Context& context) {
    today::Desk& desk = context.desk();
    today::Findings found;
    today::look_at_configuration(desk, found);
    today::look_at_library(desk, found);
    today::look_at_history(desk, found);
    if (const auto note = today::look_at_what_is_named(desk, found)) {
        context.note(fmt::format("hipflow: {}\n", *note));
    }
    found.push_back(look_at_terminal(context));
    today::look_at_cache(desk, found);
    look_at_sound(context, found);
    today::look_at_clock(desk, found);
    today::look_at_reminders(desk, found);
    return found;
}

std::string findings_text(const today::Findings& found, const Style& style) {
    constexpr std::size_t line_length = 800;
    std::string text;
    for (const auto& finding : found) {
        const std::string mark =
            finding.well ? style.paint(Tint::green, "ok   ") : style.paint(Tint::red, "wrong");
        text +=
            fmt::format("{} {}: {}\n", mark, finding.subject, shown(finding.state, line_length));
        if (!finding.advice.empty()) text += fmt::format("      {}\n", finding.advice);
    }
    return text;
}

void rebuild(const cli::Context& context, store::Store& store) {
    const store::Repaired repaired = store.repair();
    context.note(fmt::format("A copy of the database is kept as {}.\n", repaired.copy.string()));
    for (const auto& change : repaired.changes) {
        context.note(fmt::format("Changed: {}.\n", shown(change, 200)));
    }
}

void repair(cli::Context& context) {
    const bool there = store::Store::open_existing(context.database()).has_value();
    if (!there && today::rescued_files(context.desk()).empty()) {
        throw Error("there is no database yet: nothing to repair", ExitCode::nothing);
    }
    // Not by desk().store(), which needs a clock that is right, nor by history(), which would keep
    // a database open that is made anew.
    store::Store store = store::Store::open(context.database());
    if (there) rebuild(context, store);
    for (const auto& line : today::bring_in_rescued(context.desk(), store))
        context.note(line + '\n');
}

struct DoctorOptions {
    bool repair = false;
    cli::Format format = cli::Format::text;
};

void declare_doctor(cli::Options& options, DoctorOptions& values) {
    options.flag("--repair", values.repair,
                 "Keep a copy of the database, rebuild its tables from the journal, and bring in "
                 "what a session put aside");
    options.json(values.format);
}

int examine(cli::Context& context, const DoctorOptions& values) {
    if (values.repair) repair(context);
    const today::Findings found = findings(context);
    context.print(values.format == cli::Format::json
                      ? answers::json_text(answers::DoctorFindings{found})
                      : findings_text(found, context.style()));
    const bool well = std::ranges::all_of(found, &today::Finding::well);
    return cli::code(well ? ExitCode::done : ExitCode::nothing);
}

constexpr std::array doctor_examples = {
    cli::Example{"hipflow doctor", "is everything in order?"},
    cli::Example{"hipflow doctor --repair", "rebuild the tables, keeping a copy"},
};

}  // namespace

constinit const cli::Command doctor_command{
    .name = "doctor",
    .summary = "Check files, database and terminal, and say what to do",
    .examples = doctor_examples,
    .bind = cli::bind<&declare_doctor, &examine>,
};

}  // namespace hipflow::commands
