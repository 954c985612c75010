// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "figure/image.h"

namespace hipflow::figure {
namespace {

/// The codes of a block of deflate with fixed codes (RFC 1951, 3.2.6). A picture of few colours has
/// long runs, and rows that are like the row before: it needs no codes of its own.
class FixedBlock {
   public:
    FixedBlock() {
        constexpr unsigned last_and_fixed = 0b011;
        add(last_and_fixed, 3);
    }
    void literal(std::uint8_t byte) { symbol(byte); }
    /// Repeats `length` bytes, 3 to 258, from `distance` bytes before, 1 to 32768.
    void repeat(int length, int distance) {
        add_length(length);
        add_distance(distance);
    }
    std::string done() {
        symbol(256);
        if (filled_ > 0) bytes_ += static_cast<char>(held_);
        return bytes_;
    }

   private:
    void add(unsigned bits, int count) {
        held_ |= bits << filled_;
        filled_ += count;
        for (; filled_ >= 8; filled_ -= 8, held_ >>= 8U) bytes_ += static_cast<char>(held_ & 255U);
    }
    /// Codes begin with their highest bit, all else with the lowest.
    void add_code(unsigned code, int count) {
        unsigned turned = 0;
        for (int i = 0; i < count; ++i) turned |= (code >> i & 1U) << (count - 1 - i);
        add(turned, count);
    }
    void symbol(unsigned value) {
        if (value < 144) {
            add_code(0x30 + value, 8);
        } else if (value < 256) {
            add_code(0x190 + value - 144, 9);
        } else if (value < 280) {
            add_code(value - 256, 7);
        } else {
            add_code(0xC0 + value - 280, 8);
        }
    }
    /// From the ninth on, four lengths each share a number of extra bits; 258 has a code alone.
    void add_length(int length) {
        if (length == 258) return symbol(285);
        int extra = 0;
        int base = 3;
        unsigned code = 257;
        while (length >= base + (1 << extra)) {
            base += 1 << extra;
            ++code;
            if (code >= 265) extra = static_cast<int>(code - 261) / 4;
        }
        symbol(code);
        add(static_cast<unsigned>(length - base), extra);
    }
    /// The same with two distances each, from the fifth on.
    void add_distance(int distance) {
        int extra = 0;
        int base = 1;
        unsigned code = 0;
        while (distance >= base + (1 << extra)) {
            base += 1 << extra;
            ++code;
            if (code >= 4) extra = static_cast<int>(code) / 2 - 1;
        }
        add_code(code, 5);
        add(static_cast<unsigned>(distance - base), extra);
    }

    std::string bytes_;
    unsigned held_ = 0;
    int filled_ = 0;
};

struct Match {
    int length = 0;
    int distance = 0;
};

/// Finds what has come before, by its first three bytes.
class Matcher {
   public:
    static constexpr int shortest = 3;

    explicit Matcher(std::string_view data)
        : data_(data), size_(static_cast<int>(data.size())), before_(data.size(), -1) {
        newest_.fill(-1);
    }
    /// Returns the longest repetition at a place; of two, the nearer one.
    Match at(int place) const {
        constexpr int longest = 258;
        constexpr int farthest = 32768;
        constexpr int most_tries = 32;
        Match best;
        const int most = std::min(longest, size_ - place);
        if (most < shortest) return best;
        int tries = 0;
        for (int from = newest_.at(key(place)); from >= 0 && place - from <= farthest;
             from = before_[index(from)]) {
            const int length = same(from, place, most);
            if (length > best.length) best = {length, place - from};
            if (length == most || ++tries == most_tries) break;
        }
        return best;
    }
    /// Notes the places from one up to another.
    void pass(int from, int to) {
        for (int place = from; place < std::min(to, size_ - shortest + 1); ++place) {
            int& newest = newest_.at(key(place));
            before_[index(place)] = newest;
            newest = place;
        }
    }

   private:
    static constexpr std::size_t keys = 1U << 14U;
    static std::size_t index(int place) { return static_cast<std::size_t>(place); }
    std::size_t key(int place) const {
        std::size_t key = 0;
        for (int i = 0; i < shortest; ++i) {
            key = key * 127 + static_cast<unsigned char>(data_[index(place + i)]);
        }
        return key % keys;
    }
    int same(int from, int place, int most) const {
        int length = 0;
        while (length < most && data_[index(from + length)] == data_[index(place + length)]) {
            ++length;
        }
        return length;
    }

    std::string_view data_;
    int size_;
    std::array<int, keys> newest_{};
    std::vector<int> before_;  // the place before with the same key
};

std::string deflated(std::string_view data) {
    FixedBlock block;
    Matcher matcher(data);
    const int size = static_cast<int>(data.size());
    for (int at = 0; at < size;) {
        const Match match = matcher.at(at);
        matcher.pass(at, at + 1);
        // A byte by itself is worth it where a longer repetition begins right behind.
        const bool repeats = match.length >= Matcher::shortest &&
                             (at + 1 == size || matcher.at(at + 1).length <= match.length);
        if (repeats) {
            block.repeat(match.length, match.distance);
            matcher.pass(at + 1, at + match.length);
            at += match.length;
        } else {
            block.literal(static_cast<std::uint8_t>(data[static_cast<std::size_t>(at)]));
            ++at;
        }
    }
    return block.done();
}

std::string big_endian(std::uint32_t value) {
    std::string bytes;
    for (int shift = 24; shift >= 0; shift -= 8) {
        bytes += static_cast<char>(value >> static_cast<unsigned>(shift) & 255U);
    }
    return bytes;
}

std::uint32_t adler32(std::string_view data) {
    constexpr std::uint32_t prime = 65521;
    std::uint32_t low = 1;
    std::uint32_t high = 0;
    for (const char c : data) {
        low = (low + static_cast<unsigned char>(c)) % prime;
        high = (high + low) % prime;
    }
    return high << 16U | low;
}

std::uint32_t crc32(std::string_view data) {
    std::uint32_t crc = 0xFFFFFFFF;
    for (const char c : data) {
        crc ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1U) ^ ((crc & 1U) * 0xEDB88320U);
    }
    return ~crc;
}

std::string chunk(std::string_view name, std::string_view data) {
    const std::string content = std::string(name) + std::string(data);
    return big_endian(static_cast<std::uint32_t>(data.size())) + content +
           big_endian(crc32(content));
}

/// The rows of an image, each behind its filter: none.
std::string rows_of(const Image& image) {
    std::string rows;
    rows.reserve(image.pixels.size() + static_cast<std::size_t>(image.height));
    for (auto row = image.pixels.begin(); row != image.pixels.end(); row += image.width) {
        rows += '\0';
        rows.append(row, row + image.width);
    }
    return rows;
}

}  // namespace

std::string png_of(const Image& image) {
    using namespace std::string_literals;
    std::string palette;
    for (const Rgb& colour : image.colours) {
        for (const auto part : {colour.red, colour.green, colour.blue}) {
            palette += static_cast<char>(part);
        }
    }
    const std::string rows = rows_of(image);
    // Eight bits a pixel, numbers of a palette.
    const std::string header = big_endian(static_cast<std::uint32_t>(image.width)) +
                               big_endian(static_cast<std::uint32_t>(image.height)) +
                               "\x08\x03\0\0\0"s;
    const std::string data = "\x78\x01" + deflated(rows) + big_endian(adler32(rows));
    return "\x89PNG\r\n\x1a\n" + chunk("IHDR", header) + chunk("PLTE", palette) +
           chunk("tRNS", "\0"s) + chunk("IDAT", data) + chunk("IEND", {});
}

}  // namespace hipflow::figure
