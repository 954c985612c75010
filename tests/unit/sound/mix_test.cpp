// SPDX-License-Identifier: MIT
#include "sound/mix.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace hipflow::sound {
namespace {

using namespace std::chrono_literals;

/// A second of one value at a rate.
std::optional<Wav> sentence(std::int16_t value, int rate = sample_rate) {
    return Wav{rate, Samples(static_cast<std::size_t>(rate), value)};
}

std::size_t first_of(const Wav& wav, int least) {
    const auto found =
        std::ranges::find_if(wav.samples, [&](int sample) { return std::abs(sample) >= least; });
    return static_cast<std::size_t>(found - wav.samples.begin());
}

TEST(Mix, PutsEverySoundAtItsPlaceToTheSample) {
    const std::vector<session::Sound> sounds = {
        {0ms, session::Tone::end, "", "en", 0, session::length_of(session::Tone::end)},
        {500ms, std::nullopt, "One.", "en", 1, 1s},
        {2s, std::nullopt, "Two.", "en", 2, 1s}};
    const Wav wav = mixed(
        sounds,
        [](const Phrase& phrase) { return sentence(phrase.text == "One." ? 1'000 : 20'000); }, 100,
        0ms);
    EXPECT_EQ(wav.samples[silence(499ms).size()], 0);
    EXPECT_EQ(wav.samples[silence(500ms).size()], 1'000);
    EXPECT_EQ(first_of(wav, 20'000), silence(2s).size());
    EXPECT_EQ(length_of(wav.samples), 3s);
}

TEST(Mix, WakesWithNoiseThatNobodyHears) {
    const std::vector<session::Sound> sounds = {{0ms, std::nullopt, "One.", "en", 0, 1s}};
    const Wav wav = mixed(
        sounds, [](const Phrase&) { return sentence(1'000); }, 50, 500ms);
    EXPECT_EQ(first_of(wav, 2), silence(500ms).size());
    EXPECT_TRUE(std::all_of(wav.samples.begin(), wav.samples.begin() + 1'000,
                            [](int sample) { return std::abs(sample) == 1; }));
    EXPECT_EQ(wav.samples.back(), 500) << "at half the volume";
}

TEST(Mix, BringsVoicesOfAllRatesTogether) {
    const std::vector<session::Sound> sounds = {{0ms, std::nullopt, "One.", "en", 0, 1s},
                                                {1s, std::nullopt, "Two.", "en", 1, 1s}};
    const Wav wav = mixed(
        sounds,
        [](const Phrase& phrase) { return sentence(300, phrase.text == "One." ? 8'000 : 44'100); },
        100, 0ms);
    EXPECT_EQ(wav.rate, 44'100);
    EXPECT_EQ(length_of(wav.samples, wav.rate), 2s);
}

TEST(Mix, LeavesSilenceForASentenceThatIsMissing) {
    const std::vector<session::Sound> sounds = {
        {0ms, std::nullopt, "One.", "en", 0, 1s},
        {1s, session::Tone::start, "", "en", 1, session::length_of(session::Tone::start)}};
    const Wav wav = mixed(
        sounds, [](const Phrase&) { return std::nullopt; }, 100, 0ms);
    EXPECT_EQ(wav.samples[silence(500ms).size()], 0);
    EXPECT_GT(length_of(wav.samples), 1s);
}

TEST(Mix, NeverClipsInsideOut) {
    const std::vector<session::Sound> sounds = {{0ms, std::nullopt, "One.", "en", 0, 1s},
                                                {0ms, std::nullopt, "Two.", "en", 1, 1s}};
    const Wav wav = mixed(
        sounds, [](const Phrase&) { return sentence(30'000); }, 100, 0ms);
    EXPECT_EQ(wav.samples[100], 32'767);
}

TEST(Levelled, BringsQuietAndLoudVoicesToOneLoudness) {
    const auto loudness = [](const Samples& samples) {
        double sum = 0;
        for (const double sample : samples) sum += sample * sample;
        return 20 * std::log10(std::sqrt(sum / static_cast<double>(samples.size())) / 32'768);
    };
    for (const double amplitude : {1'500.0, 6'000.0, 25'000.0}) {
        Samples samples = silence(1s);
        for (std::size_t i = 0; i < samples.size(); ++i) {
            samples[i] =
                static_cast<std::int16_t>(amplitude * std::sin(static_cast<double>(i) / 9));
        }
        EXPECT_NEAR(loudness(levelled(std::move(samples))), -20, 0.2) << amplitude;
    }
    EXPECT_EQ(levelled(silence(1s)), silence(1s));
}

TEST(Levelled, HearsVoicesEightDecibelsApartAlike) {
    // Two voices with pauses: bursts of a wave, the second 8 dB louder.
    const auto voice = [](double amplitude) {
        Samples samples;
        for (int i = 0; i < sample_rate; ++i) {
            const bool pause = i / (sample_rate / 8) % 2 == 1;
            const double wave = amplitude * std::sin(i / 15.0);
            samples.push_back(pause ? 3 : static_cast<std::int16_t>(wave));
        }
        return samples;
    };
    const auto loudness = [](const Samples& samples) {
        double sum = 0;
        int frames = 0;
        for (std::size_t at = 0; at + 441 <= samples.size(); at += 441) {
            double frame = 0;
            for (std::size_t i = at; i < at + 441; ++i) frame += samples[i] * samples[i];
            frame /= 441.0 * 32'768 * 32'768;
            if (frame < 1e-4) continue;
            sum += frame;
            ++frames;
        }
        return 10 * std::log10(sum / frames);
    };
    const Samples quiet = voice(2'000);
    const Samples louder = voice(2'000 * std::pow(10, 8 / 20.0));
    EXPECT_NEAR(loudness(louder) - loudness(quiet), 8, 0.3);
    EXPECT_NEAR(loudness(levelled(quiet)), -20, 0.3);
    EXPECT_NEAR(loudness(levelled(louder)), loudness(levelled(quiet)), 0.3);
    // Even one that as a whole lies where others are silent.
    EXPECT_NEAR(loudness(levelled(voice(300))), -20, 0.5);
}

TEST(Levelled, KeepsPeaksBelowFull) {
    Samples samples(4'410, 400);
    samples[2'000] = 20'000;
    const Samples level = levelled(std::move(samples));
    EXPECT_LE(*std::ranges::max_element(level), 29'200);
}

TEST(Titles, TellWhatIsHeard) {
    const std::vector<session::Sound> sounds = {
        {0ms, session::Tone::end, "", "en", 0, 0ms},
        {0ms, std::nullopt, "Change sides: right.", "en", 0, 0ms}};
    EXPECT_EQ(title_of(sounds), "[end] Change sides: right.");
}

}  // namespace
}  // namespace hipflow::sound
