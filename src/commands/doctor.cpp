// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "answers/setup.h"
#include "commands/all_commands.h"
#include "commands/beats.h"
#include "platform/environment.h"
#include "report/setup_text.h"
#include "sound/trial.h"
#include "terminal/capabilities.h"
#include "terminal/inquiry.h"
#include "terminal/theme.h"
#include "text/utf8.h"
#include "today/findings.h"
#include "today/rescued.h"

namespace hipflow::commands {
namespace {

/// Says what the live screen is coloured for, and why.
std::string colour_words(cli::Context& context, const Style& style) {
    if (!style.colour) return "no colour";
    ThemeChoice choice = ThemeChoice::automatic;
    try {
        choice = context.settings().display.theme;
    } catch (const Error&) {  // told by the configuration's own line
    }
    const auto found = terminal::inquire(context.streams(), context.environment(), style, {choice});
    const auto theme = terminal::theme_for(context.environment(), choice, found.background);
    return fmt::format("colour for {}", terminal::theme_words(theme));
}

today::Finding look_at_terminal(cli::Context& context) {
    const auto plain = terminal::why_plain(context.streams(), context.environment());
    const Style style = context.style();
    const std::string_view characters = style.unicode ? "Unicode" : "ASCII";
    if (!plain) {
        return {"terminal", true,
                fmt::format("live screen, {}, {}", characters, colour_words(context, style)), "",
                "A session fills the screen."};
    }
    return {"terminal", true,
            fmt::format("plain lines, {}, {}: {}", style.colour ? "colour" : "no colour",
                        characters, *plain),
            "", fmt::format("A session is told in plain lines: {}.", *plain)};
}

today::Finding finding(std::string subject, const sound::Trial& trial) {
    return {std::move(subject), trial.well, trial.state, trial.advice};
}

/// Can something be heard here? Tries player and voice. Returns nullopt where the configuration
/// cannot be read, which is reported on its line.
std::optional<sound::Trials> try_sound(cli::Context& context) {
    const platform::Environment& environment = context.environment();
    try {
        return sound::try_sound(sound::sound_settings(context.settings()),
                                sound::finder_in(environment),
                                platform::cache_folder(environment) / "sound");
    } catch (const Error&) {
        return std::nullopt;
    }
}

/// What is heard in a session.
std::string heard_words(const sound::Trials& tried, const Settings& settings) {
    if (!tried.player.well || (!settings.voice && !settings.tones)) return {};
    if (!tried.player.advice.empty())
        return "You will hear the terminal's bell: no player is installed.";
    const bool speaks = !tried.voices.empty() && tried.voices.front().second.well &&
                        tried.voices.front().second.advice.empty();
    const bool voice = settings.voice && speaks;
    if (voice)
        return settings.tones ? "You will hear a voice, and tones." : "You will hear a voice.";
    return settings.tones ? "You will hear tones." : "";
}

void tell_of_sound(const sound::Trials& tried, const Settings& settings, today::Findings& found) {
    found.push_back(finding("player", tried.player));
    found.back().noticed = heard_words(tried, settings);
    for (const auto& [language, trial] : tried.voices) {
        const bool own = language == tried.voices.front().first;
        found.push_back(finding(own ? "voice" : "voice " + language, trial));
    }
}

/// Looks at everything else, and tries what can be tried.
today::Findings findings(cli::Context& context, const std::optional<sound::Trials>& tried) {
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
    if (tried) tell_of_sound(*tried, context.settings(), found);
    today::look_at_clock(desk, found);
    today::look_at_reminders(desk, found);
    return found;
}

void rebuild(const cli::Context& context, store::Store& store) {
    const store::Repaired repaired = store.repair();
    context.note(fmt::format("A copy of the database is kept as {}.\n", repaired.copy.string()));
    for (const auto& change : repaired.changes) {
        context.note(fmt::format("Changed: {}.\n", shown(change, 200)));
    }
}

void repair(cli::Context& context) {
    today::HistoryToRepair history = today::open_to_repair(context.desk());
    if (history.existed) rebuild(context, history.store);
    for (const auto& line : today::bring_in_rescued(context.desk(), history.store))
        context.note(line + '\n');
}

struct DoctorOptions {
    bool repair = false;
    bool sound = false;
    bool verbose = false;
    cli::Format format = cli::Format::text;
};

void declare_doctor(cli::Options& options, DoctorOptions& values) {
    options.flag("--repair", values.repair,
                 "Keep a copy of the database, rebuild its tables from the journal, and bring in "
                 "what a session put aside");
    options.flag("--sound", values.sound,
                 "Play three beats with flashes on the terminal, to set 'audio_lead' by");
    options.flag("--verbose", values.verbose, "Everything that was looked at, with its files");
    options.json(values.format);
}

int examine(cli::Context& context, const DoctorOptions& values) {
    if (values.sound) return play_beats(context);
    if (values.repair) repair(context);
    const auto tried = try_sound(context);
    if (tried && tried->signal) return 128 + *tried->signal;
    const today::Findings found = findings(context, tried);
    context.print(values.format == cli::Format::json
                      ? answers::json_text(answers::DoctorFindings{found})
                      : report::findings_text(found, context.style(), values.verbose),
                  values.format);
    const bool well = std::ranges::all_of(found, &today::Finding::well);
    return cli::code(well ? ExitCode::done : ExitCode::nothing);
}

constexpr std::array doctor_examples = {
    cli::Example{"hipflow doctor", "is everything in order?"},
    cli::Example{"hipflow doctor --verbose", "with everything that was looked at"},
    cli::Example{"hipflow doctor --repair", "rebuild the tables, keeping a copy"},
};

}  // namespace

constinit const cli::Command doctor_command{
    .name = "doctor",
    .summary = "Check that everything works, and say what to do",
    .examples = doctor_examples,
    .bind = cli::bind<&declare_doctor, &examine>,
};

}  // namespace hipflow::commands
