// SPDX-License-Identifier: MIT
#include "sound/wav.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <limits>

namespace hipflow::sound {
namespace {

constexpr std::size_t header_size = 12;  // "RIFF", size, "WAVE"
constexpr std::size_t chunk_header = 8;  // name, size
constexpr unsigned uncompressed = 1;
constexpr unsigned extensible = 0xfffe;  // says more further on; with 16 bits it is uncompressed
constexpr unsigned bits = 16;

/// Appends a number, little-endian as the whole format is.
void put(std::string& file, std::uint32_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) file += static_cast<char>((value >> (8 * i)) & 0xffU);
}

std::uint32_t get(std::string_view file, std::size_t at, int bytes) {
    std::uint32_t value = 0;
    for (int i = 0; i < bytes; ++i) {
        const auto byte = static_cast<unsigned char>(file[at + static_cast<std::size_t>(i)]);
        value |= static_cast<std::uint32_t>(byte) << (8 * i);
    }
    return value;
}

/// Makes a chunk, padded to an even length.
std::string chunk(std::string_view name, std::string_view body) {
    std::string text(name);
    put(text, static_cast<std::uint32_t>(body.size()), 4);
    text += body;
    if (body.size() % 2 != 0) text += '\0';
    return text;
}

std::string bytes_of(const Samples& samples) {
    std::string bytes;
    bytes.reserve(2 * samples.size());
    for (const auto sample : samples) put(bytes, static_cast<std::uint16_t>(sample), 2);
    return bytes;
}

Samples samples_of(std::string_view bytes) {
    Samples samples(bytes.size() / 2);
    for (std::size_t i = 0; i < samples.size(); ++i) {
        samples[i] = static_cast<std::int16_t>(get(bytes, 2 * i, 2));
    }
    return samples;
}

Samples mean_of_pairs(const Samples& samples) {
    Samples means(samples.size() / 2);
    for (std::size_t i = 0; i < means.size(); ++i) {
        means[i] = static_cast<std::int16_t>((samples[2 * i] + samples[2 * i + 1]) / 2);
    }
    return means;
}

struct Format {
    unsigned channels = 0;
    int rate = 0;
};

std::optional<Format> format_of(std::string_view body) {
    if (body.size() < 16) return std::nullopt;
    const auto rate = get(body, 4, 4);
    const auto tag = get(body, 0, 2);
    const bool readable = (tag == uncompressed || tag == extensible) && get(body, 14, 2) == bits &&
                          rate > 0 && rate <= 192'000;
    if (!readable) return std::nullopt;
    return Format{get(body, 2, 2), static_cast<int>(rate)};
}

}  // namespace

Samples silence(Millis length, int rate) {
    Samples still(static_cast<std::size_t>(length.count() * rate / 1000), 0);
    return still;
}

std::optional<Millis> length_of_file(std::string_view beginning, std::uintmax_t size) {
    constexpr std::size_t format_at = header_size + chunk_header;
    const bool is_wav = beginning.size() >= format_at + 16 && beginning.substr(0, 4) == "RIFF" &&
                        beginning.substr(header_size, 4) == "fmt ";
    const auto format = is_wav ? format_of(beginning.substr(format_at)) : std::nullopt;
    if (!format) return std::nullopt;
    // The title is counted in: a few milliseconds too many.
    const std::uintmax_t bytes_a_second =
        std::uintmax_t{2} * format->channels * static_cast<unsigned>(format->rate);
    if (bytes_a_second == 0) return std::nullopt;
    return Millis(static_cast<Millis::rep>(size * 1000 / bytes_a_second));
}

Millis length_of(const Samples& samples, int rate) {
    return Millis(static_cast<Millis::rep>(samples.size()) * 1000 / rate);
}

std::string encode(const Wav& wav, std::string_view title) {
    std::string format;
    put(format, uncompressed, 2);
    put(format, 1, 2);
    put(format, static_cast<std::uint32_t>(wav.rate), 4);
    put(format, static_cast<std::uint32_t>(wav.rate) * 2, 4);
    put(format, 2, 2);
    put(format, bits, 2);
    const std::string name = std::string(title) + '\0';
    const std::string body = "WAVE" + chunk("fmt ", format) +
                             chunk("LIST", "INFO" + chunk("INAM", name)) +
                             chunk("data", bytes_of(wav.samples));
    return chunk("RIFF", body);
}

std::optional<Wav> decode(std::string_view file) {
    if (file.size() < header_size || file.substr(0, 4) != "RIFF" || file.substr(8, 4) != "WAVE") {
        return std::nullopt;
    }
    std::optional<Format> format;
    for (std::size_t at = header_size; at + chunk_header <= file.size();) {
        const std::string_view name = file.substr(at, 4);
        const std::size_t size = get(file, at + 4, 4);
        // A program that writes into a pipe cannot know the size: what is there counts.
        const std::string_view body = file.substr(at + chunk_header, size);
        if (name == "fmt ") format = format_of(body);
        if (name == "data") {
            if (!format || format->channels < 1 || format->channels > 2) return std::nullopt;
            const Samples samples = samples_of(body);
            return Wav{format->rate, format->channels == 1 ? samples : mean_of_pairs(samples)};
        }
        at += chunk_header + size + size % 2;
    }
    return std::nullopt;
}

Samples trimmed(const Samples& samples, int rate) {
    constexpr int audible = 100;  // of 32767: the noise of a renderer is below that
    // So that no consonant is cut.
    const auto margin = static_cast<std::ptrdiff_t>(silence(Millis{20}, rate).size());
    const auto heard = [](std::int16_t sample) {
        return std::abs(static_cast<int>(sample)) > audible;
    };
    const auto first = std::find_if(samples.begin(), samples.end(), heard);
    if (first == samples.end()) return {};
    const auto last = std::find_if(samples.rbegin(), samples.rend(), heard).base();
    return {first - std::min(margin, first - samples.begin()),
            last + std::min(margin, samples.end() - last)};
}

Samples resampled(const Samples& samples, int from, int to) {
    if (from == to || samples.empty()) return samples;
    const double step = static_cast<double>(from) / to;
    Samples result(static_cast<std::size_t>(static_cast<double>(samples.size()) / step));
    for (std::size_t i = 0; i < result.size(); ++i) {
        const double place = static_cast<double>(i) * step;
        const auto before = static_cast<std::size_t>(place);
        const std::size_t behind = std::min(before + 1, samples.size() - 1);
        const double share = place - static_cast<double>(before);
        result[i] = static_cast<std::int16_t>(
            std::lround((1 - share) * samples[before] + share * samples[behind]));
    }
    return result;
}

namespace {

struct Loudness {
    double power = 0;  // mean of the squares over all frames that are not silent
    double peak = 0;
};

/// Measures frames of 20 ms; those below `silent` do not count.
Loudness loudness_of(const Samples& samples, int rate, double silent) {
    constexpr double full = 32'768;
    const std::size_t frame = std::max<std::size_t>(1, silence(Millis{20}, rate).size());
    Loudness loudness;
    std::size_t frames = 0;
    for (std::size_t at = 0; at < samples.size(); at += frame) {
        const std::size_t end = std::min(at + frame, samples.size());
        double sum = 0;
        for (std::size_t i = at; i < end; ++i) {
            const double value = samples[i] / full;
            sum += value * value;
            loudness.peak = std::max(loudness.peak, std::abs(value));
        }
        const double mean = sum / static_cast<double>(end - at);
        if (mean < silent * silent) continue;
        loudness.power += mean;
        ++frames;
    }
    if (frames > 0) loudness.power /= static_cast<double>(frames);
    return loudness;
}

}  // namespace

Samples levelled(Samples samples, int rate) {
    constexpr double aim = 0.1;        // -20 dBFS
    constexpr double highest = 0.891;  // -1 dBFS
    constexpr double silent = 0.01;    // -40 dBFS
    Loudness loudness = loudness_of(samples, rate, silent);
    // All of a very faint voice would count as silence: it counts as if it were as loud as can be.
    if (loudness.power == 0) {
        loudness = loudness_of(samples, rate, silent * loudness.peak / highest);
    }
    if (loudness.peak == 0) return samples;
    const double gain = std::min(aim / std::sqrt(loudness.power), highest / loudness.peak);
    for (auto& sample : samples) {
        sample = static_cast<std::int16_t>(std::lround(sample * gain));
    }
    return samples;
}

Samples at_volume(Samples samples, int volume) {
    for (auto& sample : samples) sample = static_cast<std::int16_t>(sample * volume / 100);
    return samples;
}

}  // namespace hipflow::sound
