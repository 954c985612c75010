// SPDX-License-Identifier: MIT
#include "commands/beats.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "platform/environment.h"
#include "platform/signals.h"
#include "sound/mix.h"
#include "sound/output.h"
#include "sound/renderer.h"
#include "sound/speaker.h"

namespace hipflow::commands {
namespace {

using namespace std::chrono_literals;

constexpr int beats = 3;
constexpr Millis apart = 1s;
constexpr Millis flash_length = 150ms;
constexpr Millis least_wake = 1s;  // a player that fails has said so by then
constexpr Millis until_hung = 5s;

/// Keeps a player company while it plays the beats.
class Flashes {
   public:
    Flashes(cli::Context& context, sound::Output& output) : context_(context), output_(output) {}

    /// `first` is when the first beat should be heard. Returns whether the player has played all.
    bool show(Millis first) {
        const bool played = flash(first);
        context_.write("\r\x1b[K");
        return played;
    }

    /// The signal that ended it.
    std::optional<int> signal() const { return signal_; }

   private:
    bool flash(Millis first) {
        for (int i = 0; i < beats; ++i) {
            if (!wait_until(first + i * apart)) return false;
            context_.write(fmt::format("\r  {}  \x1b[7m{:12}\x1b[0m", i + 1, ""));
            if (!wait_until(first + i * apart + flash_length)) return false;
            context_.write(fmt::format("\r  {}  {:12}", i + 1, ""));
        }
        while (output_.is_busy()) {
            if (!goes_on(10ms)) return false;
        }
        return true;
    }

    Millis real() { return context_.clock().real(); }

    /// Waits a moment. Returns false if the player has failed, or a signal has come.
    bool goes_on(Millis moment) {
        if (output_.ended(real()) == sound::Output::Ending::badly) return false;
        platform::wait_for({}, moment);
        signal_ = signals_.take_ending();
        return !signal_;
    }

    /// Returns false if the player has failed meanwhile, or a signal has come.
    bool wait_until(Millis moment) {
        while (real() < moment) {
            if (!goes_on(std::clamp<Millis>(moment - real(), 1ms, 10ms))) return false;
        }
        return true;
    }

    cli::Context& context_;
    sound::Output& output_;
    platform::SignalWatch signals_;
    std::optional<int> signal_;
};

sound::Wav beat_sounds(int volume, Millis wake) {
    std::array<session::Sound, beats> sounds{};
    for (int i = 0; i < beats; ++i) {
        session::Sound& sound = sounds.at(static_cast<std::size_t>(i));
        sound.at = i * apart;
        sound.tone = session::Tone::count;
        sound.length = session::length_of(session::Tone::count);
    }
    return sound::mixed(sounds, {}, volume, wake);
}

}  // namespace

int play_beats(cli::Context& context) {
    if (isatty(fileno(context.streams().out)) == 0) {
        throw Error("--sound flashes on the terminal, and standard output is none");
    }
    const platform::Environment& environment = context.environment();
    const sound::SoundSettings settings = sound::sound_settings(context.settings());
    const Millis wake = std::max(settings.wake, least_wake);
    sound::Output output(sound::find_players(sound::finder_in(environment)));
    sound::Renderer files(sound::Voices(), platform::cache_folder(environment) / "sound");
    while (output.can_play()) {
        const auto file = files.write(beat_sounds(settings.volume, wake), "beats");
        if (!file) break;
        const std::string player = output.player();
        const Millis now = context.clock().real();
        const Millis first = now + wake + settings.audio_lead;
        Flashes flashes(context, output);
        const bool plays =
            output.play(*file, now, first + beats * apart + until_hung) && flashes.show(first);
        if (const auto signal = flashes.signal()) return 128 + *signal;
        if (!plays) {
            output.drop_player();
            continue;
        }
        context.print(fmt::format(
            "Three beats, played by {}. Where each came after its flash, make 'audio_lead' longer; "
            "where\nit came before, shorter. It is \"{}ms\" now, under [session] in {}.\n",
            player, settings.audio_lead.count(), context.config_path()));
        return cli::code(ExitCode::done);
    }
    context.note("No beats: no player could be heard. 'hipflow doctor' says more.\n");
    return cli::code(ExitCode::nothing);
}

}  // namespace hipflow::commands
