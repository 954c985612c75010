// SPDX-License-Identifier: MIT
#include "sound/mix.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <vector>

namespace hipflow::sound {
namespace {

using namespace std::chrono_literals;

struct Note {
    double hertz;
    Millis length;
};

constexpr double c5 = 523.25;
constexpr double e5 = 659.26;
constexpr double g5 = 783.99;
constexpr double a5 = 880.0;
constexpr double c6 = 1046.5;
constexpr double g4 = 392.0;

/// A tone before words takes at most 300 ms with the pause behind it.
std::vector<Note> notes_of(session::Tone tone) {
    switch (tone) {
        case session::Tone::get_ready:
            return {{c5, 110ms}, {c5, 110ms}};
        case session::Tone::count:
            return {{a5, 80ms}};
        case session::Tone::start:
            return {{g5, 80ms}, {c6, 220ms}};
        case session::Tone::half:
            return {{e5, 80ms}, {e5, 80ms}};
        case session::Tone::switch_sides:
            return {{g5, 70ms}, {c5, 70ms}, {g5, 80ms}};
        case session::Tone::rest:
            return {{g5, 70ms}, {c5, 70ms}, {g4, 80ms}};
        case session::Tone::end:
            return {{g5, 80ms}, {c5, 150ms}};
        case session::Tone::all_done:
            return {{c5, 120ms}, {e5, 120ms}, {g5, 120ms}, {c6, 400ms}};
    }
    return {};
}

constexpr double loudness = 0.25;
constexpr double fade = 0.005;  // seconds

void add(Samples& samples, const Note& note, int rate) {
    const auto count = silence(note.length, rate).size();
    const double whole = static_cast<double>(count) / rate;
    for (std::size_t i = 0; i < count; ++i) {
        const double at = static_cast<double>(i) / rate;
        const double edge = std::clamp(std::min(at, whole - at) / fade, 0.0, 1.0);
        const double wave = std::sin(2 * std::numbers::pi * note.hertz * at);
        samples.push_back(static_cast<std::int16_t>(std::lround(32'767 * loudness * edge * wave)));
    }
}

}  // namespace

Samples samples_of(session::Tone tone, int rate) {
    constexpr Millis between = 15ms;
    Samples samples;
    for (const Note& note : notes_of(tone)) {
        if (!samples.empty()) samples.resize(samples.size() + silence(between, rate).size());
        add(samples, note, rate);
    }
    return samples;
}

namespace {

/// Makes noise of one bit: not audible through any amplifier, but not silence either.
Samples faint_noise(Millis length, int rate) {
    Samples noise = silence(length, rate);
    std::uint32_t state = 1;
    for (auto& sample : noise) {
        state = state * 1'664'525U + 1'013'904'223U;
        sample = static_cast<std::int16_t>((state >> 31U) != 0U ? 1 : -1);
    }
    return noise;
}

void add_at(Samples& samples, std::size_t begin, const Samples& more) {
    samples.resize(std::max(samples.size(), begin + more.size()));
    for (std::size_t i = 0; i < more.size(); ++i) {
        const int sum = samples[begin + i] + more[i];
        samples[begin + i] =
            static_cast<std::int16_t>(std::clamp<int>(sum, std::numeric_limits<std::int16_t>::min(),
                                                      std::numeric_limits<std::int16_t>::max()));
    }
}

}  // namespace

std::string title_of(std::span<const session::Sound> sounds) {
    std::string title;
    for (const session::Sound& sound : sounds) {
        if (!title.empty()) title += ' ';
        title += sound.tone ? fmt::format("[{}]", word(*sound.tone)) : sound.text;
    }
    return title;
}

Wav mixed(std::span<const session::Sound> sounds, const SentenceSource& sentence, int volume,
          Millis wake) {
    std::vector<Wav> said;
    said.reserve(sounds.size());
    int rate = 0;
    for (const session::Sound& sound : sounds) {
        const bool speaks = !sound.text.empty();
        said.push_back(speaks ? sentence(phrase_of(sound)).value_or(Wav{0, {}}) : Wav{0, {}});
        rate = std::max(rate, said.back().rate);
    }
    if (rate == 0) rate = sample_rate;
    Samples samples;
    for (std::size_t i = 0; i < sounds.size(); ++i) {
        const std::size_t begin = silence(sounds[i].at, rate).size();
        if (const auto tone = sounds[i].tone) add_at(samples, begin, samples_of(*tone, rate));
        if (said[i].rate > 0)
            add_at(samples, begin, resampled(said[i].samples, said[i].rate, rate));
    }
    Samples whole = faint_noise(wake, rate);
    const Samples loud = at_volume(std::move(samples), volume);
    whole.insert(whole.end(), loud.begin(), loud.end());
    return {rate, std::move(whole)};
}

}  // namespace hipflow::sound
