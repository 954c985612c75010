// SPDX-License-Identifier: MIT
#include "figure/image.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <stdexcept>

namespace hipflow::figure {
namespace {

unsigned byte_at(std::string_view data, std::size_t at) {
    return static_cast<unsigned char>(data.at(at));
}

unsigned big_endian_at(std::string_view data, std::size_t at) {
    unsigned value = 0;
    for (std::size_t i = 0; i < 4; ++i) value = value << 8U | byte_at(data, at + i);
    return value;
}

/// Reads a zlib stream of one block with fixed codes.
class Inflater {
   public:
    explicit Inflater(std::string_view data) : data_(data) {}

    std::string read() {
        if (byte_at(data_, 0) != 0x78 || big_endian_at(data_, 0) >> 16U != 0x7801) {
            throw std::runtime_error("not zlib");
        }
        at_ = 16;
        if (bits(1) != 1 || bits(2) != 1) throw std::runtime_error("not one fixed block");
        while (true) {
            const unsigned symbol = this->symbol();
            if (symbol == 256) break;
            if (symbol < 256) {
                out_ += static_cast<char>(symbol);
            } else {
                repeat(symbol - 257);
            }
        }
        return out_;
    }
    /// The bytes that are left behind the block.
    std::string_view rest() const { return data_.substr((at_ + 7) / 8); }

   private:
    unsigned bits(unsigned count) {
        unsigned value = 0;
        for (unsigned i = 0; i < count; ++i, ++at_) {
            value |= (byte_at(data_, at_ / 8) >> at_ % 8 & 1U) << i;
        }
        return value;
    }
    unsigned code(unsigned value, unsigned count) {
        for (unsigned i = 0; i < count; ++i) value = value << 1U | bits(1);
        return value;
    }
    unsigned symbol() {
        unsigned value = code(0, 7);
        if (value <= 23) return 256 + value;
        value = code(value, 1);
        if (value >= 0x30 && value <= 0xBF) return value - 0x30;
        if (value >= 0xC0 && value <= 0xC7) return 280 + value - 0xC0;
        return code(value, 1) - 0x190 + 144;
    }
    void repeat(unsigned length_code) {
        constexpr std::array<unsigned, 29> lengths = {3,  4,  5,  6,   7,   8,   9,   10,  11, 13,
                                                      15, 17, 19, 23,  27,  31,  35,  43,  51, 59,
                                                      67, 83, 99, 115, 131, 163, 195, 227, 258};
        constexpr std::array<unsigned, 29> more = {0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2,
                                                   2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0};
        constexpr std::array<unsigned, 30> distances = {
            1,   2,   3,   4,   5,   7,    9,    13,   17,   25,   33,   49,   65,    97,    129,
            193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577};
        const unsigned length = lengths.at(length_code) + bits(more.at(length_code));
        const unsigned distance_code = code(0, 5);
        const unsigned extra = distance_code < 4 ? 0 : distance_code / 2 - 1;
        const unsigned distance = distances.at(distance_code) + bits(extra);
        if (distance > out_.size()) throw std::runtime_error("before the beginning");
        for (unsigned i = 0; i < length; ++i) out_ += out_[out_.size() - distance];
    }

    std::string_view data_;
    std::size_t at_ = 0;  // in bits
    std::string out_;
};

/// Reads a PNG file as png_of() writes it. The sums are checked in tests/terminal/graphics_test.py.
Image image_in(std::string_view png) {
    Image image;
    if (png.substr(0, 8) != "\x89PNG\r\n\x1a\n") throw std::runtime_error("not PNG");
    std::string data;
    bool transparent = false;
    bool ended = false;
    for (std::size_t at = 8; at < png.size();) {
        const std::size_t length = big_endian_at(png, at);
        const auto name = png.substr(at + 4, 4);
        const auto content = png.substr(at + 8, length);
        if (name == "IHDR") {
            image.width = static_cast<int>(big_endian_at(content, 0));
            image.height = static_cast<int>(big_endian_at(content, 4));
        } else if (name == "PLTE") {
            for (std::size_t i = 0; i < length; i += 3) {
                const auto part = [&](std::size_t k) {
                    return static_cast<std::uint8_t>(byte_at(content, i + k));
                };
                image.colours.push_back({part(0), part(1), part(2)});
            }
        } else if (name == "tRNS") {
            transparent = content == std::string_view("\0", 1);
        } else if (name == "IDAT") {
            data = content;
        } else {
            ended = name == "IEND" && at + 12 == png.size();
        }
        at += 12 + length;
    }
    if (!transparent || !ended) throw std::runtime_error("incomplete");
    Inflater inflater(data);
    const std::string rows = inflater.read();
    if (inflater.rest().size() != 4) throw std::runtime_error("no sum");
    const auto stride = static_cast<std::size_t>(image.width) + 1;
    if (rows.size() != stride * static_cast<std::size_t>(image.height)) {
        throw std::runtime_error("rows");
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i % stride != 0) {
            image.pixels.push_back(static_cast<std::uint8_t>(rows[i]));
        } else if (rows[i] != 0) {
            throw std::runtime_error("filter");
        }
    }
    return image;
}

/// Reads sixel graphics onto an empty ground, as numbers of registers plus one.
class SixelReader {
   public:
    explicit SixelReader(std::string_view bytes) : bytes_(bytes) {}

    Image read() {
        expect("\x1bP0;1;0q\"1;1;");
        image.width = number();
        expect(";");
        image.height = number();
        image.pixels.resize(static_cast<std::size_t>(image.width * image.height));
        image.colours.push_back({});
        while (bytes_.front() != '\x1b') step();
        expect("\x1b\\");
        if (!bytes_.empty()) throw std::runtime_error("more behind");
        return image;
    }

   private:
    void step() {
        const char c = bytes_.front();
        if (c == '#') return colour();
        if (c == '!') {
            bytes_.remove_prefix(1);
            const int count = number();
            return draw(count);
        }
        if (c >= '?' && c <= '~') return draw(1);
        bytes_.remove_prefix(1);
        if (c != '$' && c != '-') throw std::runtime_error("no sixel");
        column_ = 0;
        if (c == '-') top_ += 6;
    }
    void colour() {
        expect("#");
        number_ = number() + 1;
        if (bytes_.front() != ';') return;
        expect(";2;");
        const int red = number();
        expect(";");
        const int green = number();
        expect(";");
        const int blue = number();
        if (static_cast<std::size_t>(number_) != image.colours.size()) {
            throw std::runtime_error("order of colours");
        }
        const auto part = [](int percent) { return static_cast<std::uint8_t>(percent); };
        image.colours.push_back({part(red), part(green), part(blue)});
    }
    void draw(int count) {
        const auto bits = static_cast<unsigned>(bytes_.front() - '?');
        bytes_.remove_prefix(1);
        for (int i = 0; i < count; ++i, ++column_) {
            if (column_ >= image.width) throw std::runtime_error("too wide");
            for (int row = 0; row < 6; ++row) {
                if ((bits >> static_cast<unsigned>(row) & 1U) == 0) continue;
                if (top_ + row >= image.height) throw std::runtime_error("too high");
                image.pixels.at(static_cast<std::size_t>((top_ + row) * image.width + column_)) =
                    static_cast<std::uint8_t>(number_);
            }
        }
    }
    int number() {
        int value = 0;
        while (bytes_.front() >= '0' && bytes_.front() <= '9') {
            value = 10 * value + bytes_.front() - '0';
            bytes_.remove_prefix(1);
        }
        return value;
    }
    void expect(std::string_view text) {
        if (!bytes_.starts_with(text)) throw std::runtime_error("expected " + std::string(text));
        bytes_.remove_prefix(text.size());
    }

    std::string_view bytes_;
    Image image;
    int number_ = 0;
    int column_ = 0;
    int top_ = 0;
};

constexpr int tones = 5;

Picture picture_of(int width, int height, const std::vector<Tint>& tints) {
    return {width, height, tints};
}

/// Pictures as figures are: stretches of few tints, rows like the row before.
Picture any_picture() {
    Picture picture{*rc::gen::inRange(1, 300), *rc::gen::inRange(1, 20), {}};
    std::vector<Tint> row;
    for (int y = 0; y < picture.height; ++y) {
        const bool anew = row.empty() || *rc::gen::inRange(0, 3) == 0;
        if (anew) row.clear();
        while (static_cast<int>(row.size()) < picture.width) {
            const int code = *rc::gen::inRange(-2, 16);
            const Tint tint =
                code < 0 ? Tint{} : Tint::of(static_cast<Material>(code), *rc::gen::inRange(0, 5));
            row.insert(row.end(), static_cast<std::size_t>(*rc::gen::inRange(1, 60)), tint);
        }
        row.resize(static_cast<std::size_t>(picture.width));
        picture.tints.insert(picture.tints.end(), row.begin(), row.end());
    }
    return picture;
}

TEST(Image, HasTheExactColoursOfAPictureAndNothingWhereNothingIs) {
    const Tint skin = Tint::of(Material::limb, 4);
    const Tint edge = Tint::of(Material::accent, Tint::outline);
    const Image image = image_of(picture_of(3, 1, {{}, skin, edge}), tones, Theme::dark);
    EXPECT_EQ(image.pixels, (std::vector<std::uint8_t>{0, 1, 2}));
    ASSERT_EQ(image.colours.size(), 3U);
    EXPECT_EQ(image.colours[1], true_colour(skin, tones, Theme::dark));
    EXPECT_EQ(image.colours[2], true_colour(edge, tones, Theme::dark));
}

TEST(Image, AllTintsTogetherHaveRoomInAPalette) {
    Picture picture{0, 1, {}};
    for (std::size_t material = 0; material < material_count; ++material) {
        for (const int tone : {0, 1, 2, 3, 4, Tint::outline}) {
            picture.tints.push_back(Tint::of(static_cast<Material>(material), tone));
        }
    }
    picture.width = static_cast<int>(picture.tints.size());
    const Image image = image_of(picture, tones, Theme::light);
    EXPECT_EQ(image.colours.size(), 97U);
    EXPECT_LE(image.colours.size(), most_colours);
    EXPECT_EQ(image_in(png_of(image)), image);
}

TEST(Image, MirroredHasItsRowsTurnedRound) {
    const Tint skin = Tint::of(Material::limb, 4);
    const Image image = image_of(picture_of(2, 2, {{}, skin, skin, skin}), tones, Theme::dark);
    EXPECT_EQ(mirrored(image).pixels, (std::vector<std::uint8_t>{1, 0, 1, 1}));
    EXPECT_EQ(mirrored(mirrored(image)), image);
}

TEST(Image, TwoPicturesStandBesideEachOther) {
    const Tint skin = Tint::of(Material::limb, 4);
    const Picture one{1, 2, {skin, {}}};
    const Picture both = beside(one, one, 2);
    EXPECT_EQ(both, (Picture{4, 2, {skin, {}, {}, skin, {}, {}, {}, {}}}));
}

TEST(Png, OfNothingIsSmall) {
    const Image image{380, 220, std::vector<std::uint8_t>(380U * 220U), {Rgb{}}};
    const std::string png = png_of(image);
    EXPECT_EQ(image_in(png), image);
    EXPECT_LT(png.size(), 1000U);
    EXPECT_TRUE(png.ends_with(std::string_view("\0\0\0\0IEND\xAE\x42\x60\x82", 12)));
}

RC_GTEST_PROP(Png, IsReadAsItWasWritten, ()) {
    const Image image = image_of(any_picture(), tones, Theme::dark);
    RC_ASSERT(image_in(png_of(image)) == image);
}

RC_GTEST_PROP(Sixel, IsReadAsItWasWritten, ()) {
    const Image image = image_of(any_picture(), tones, Theme::dark);
    const Image read = SixelReader(sixel_of(image)).read();
    RC_ASSERT(read.pixels == image.pixels);
    RC_ASSERT(read.colours.size() == image.colours.size());
    for (std::size_t i = 1; i < image.colours.size(); ++i) {
        RC_ASSERT(std::abs(read.colours[i].red * 255 - image.colours[i].red * 100) <= 128);
        RC_ASSERT(std::abs(read.colours[i].blue * 255 - image.colours[i].blue * 100) <= 128);
    }
}

}  // namespace
}  // namespace hipflow::figure
