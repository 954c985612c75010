// SPDX-License-Identifier: MIT
#include "sound/mix.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <vector>

#include "sound/tone.h"

namespace hipflow {
namespace {

/// One bit of noise: no amplifier makes it audible, but it is no silence either.
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

std::string title_of(std::span<const Sound> sounds) {
    std::string title;
    for (const Sound& sound : sounds) {
        if (!title.empty()) title += ' ';
        title += sound.tone ? fmt::format("[{}]", word(*sound.tone)) : sound.text;
    }
    return title;
}

Wav mixed(std::span<const Sound> sounds, const SentenceSource& sentence, int volume, Millis wake) {
    std::vector<Wav> said;
    int rate = 0;
    for (const Sound& sound : sounds) {
        said.push_back(sound.text.empty() ? Wav{0, {}} : sentence(sound.text).value_or(Wav{0, {}}));
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

}  // namespace hipflow
