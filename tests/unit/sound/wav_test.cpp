// SPDX-License-Identifier: MIT
#include "sound/wav.h"

#include <gtest/gtest.h>

#include "sound/mix.h"

namespace hipflow::sound {
namespace {

using namespace std::chrono_literals;

TEST(Wav, ReadsBackWhatItWrites) {
    const Wav wav{16'000, {0, 1, -1, 32'767, -32'768}};
    EXPECT_EQ(decode(encode(wav, "five samples")), wav);
    EXPECT_EQ(decode(encode({}, "")), Wav{});
}

TEST(Wav, CarriesItsTitleWherePeopleCanReadIt) {
    const std::string file = encode({sample_rate, {1, 2}}, "[end] Well done.");
    EXPECT_NE(file.find("INAM"), std::string::npos);
    EXPECT_NE(file.find("[end] Well done."), std::string::npos);
}

TEST(Wav, ReadsWhatIsThereOfAFileOfUnknownSize) {
    std::string file = encode({sample_rate, {7, 8}}, "");
    for (const std::size_t at : {std::size_t{4}, file.size() - 8}) {
        for (std::size_t i = 0; i < 4; ++i) file[at + i] = '\xff';
    }
    EXPECT_EQ(decode(file), (Wav{sample_rate, {7, 8}}));
}

TEST(Wav, ReadsNothingElse) {
    const std::string file = encode({sample_rate, Samples(100, 5)}, "title");
    EXPECT_FALSE(decode("").has_value());
    EXPECT_FALSE(decode("FORM....AIFF").has_value());
    // However it is cut, there is nothing or part of it, and never a crash.
    for (std::size_t size = 0; size < file.size(); ++size) {
        const auto wav = decode(std::string_view(file).substr(0, size));
        if (wav) {
            EXPECT_LE(wav->samples.size(), 100U);
        }
    }
    std::string four_channels = file;
    four_channels[22] = 4;
    EXPECT_FALSE(decode(four_channels).has_value());
}

TEST(Wav, TakesTheMeanOfTwoChannels) {
    std::string stereo = encode({sample_rate, {100, 300, -20, -40}}, "");
    stereo[22] = 2;
    EXPECT_EQ(decode(stereo), (Wav{sample_rate, {200, -30}}));
}

TEST(Wav, KnowsALengthByTheBeginningOfAFile) {
    const std::string file = encode({sample_rate, silence(2s)}, "two seconds");
    const auto length = length_of_file(std::string_view(file).substr(0, 64), file.size());
    ASSERT_TRUE(length.has_value());
    EXPECT_GE(*length, 2s);
    EXPECT_LE(*length, 2s + 5ms);
    EXPECT_FALSE(length_of_file("short", 5).has_value());
}

TEST(Wav, TrimsSilenceAndKeepsAMargin) {
    Samples samples = silence(1s);
    samples.insert(samples.end(), 1000, 5'000);
    samples.resize(samples.size() + silence(1s).size());
    EXPECT_EQ(trimmed(samples).size(), 1000U + 2 * 441U);
    EXPECT_EQ(trimmed(silence(1s)), Samples{});
    EXPECT_EQ(trimmed({}), Samples{});
    EXPECT_EQ(trimmed({500}), Samples{500});
}

TEST(Wav, IsAsLoudAsWanted) {
    EXPECT_EQ(at_volume({100, -32'768, 32'767}, 50), (Samples{50, -16'384, 16'383}));
    EXPECT_EQ(at_volume({100}, 0), Samples{0});
    EXPECT_EQ(at_volume({-32'768}, 100), Samples{-32'768});
}

}  // namespace
}  // namespace hipflow::sound
