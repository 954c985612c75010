// SPDX-License-Identifier: MIT
#include "terminal/pixels.h"

#include <gtest/gtest.h>

#include <map>

namespace hipflow::terminal {
namespace {

constexpr std::string_view kitty_yes = "\x1b_Gi=31;OK\x1b\\";
constexpr std::string_view attributes = "\x1b[?62;c";
constexpr std::string_view with_sixel = "\x1b[?62;4;22c";

std::string all(std::initializer_list<std::string_view> parts) {
    std::string bytes;
    for (const auto part : parts) bytes += part;
    return bytes;
}

using Variables = std::map<std::string, std::string>;

bool is_asked(Variables variables, Graphics wish, bool colour = true) {
    variables.emplace("TERM", "xterm-256color");
    return !why_not_asked(platform::Environment(std::move(variables)), wish, colour);
}

TEST(PixelQuestions, AreAskedWhereAProtocolIsWanted) {
    EXPECT_FALSE(is_asked({}, Graphics::cells));
    EXPECT_FALSE(is_asked({}, Graphics::off));
    EXPECT_TRUE(is_asked({}, Graphics::automatic));
    EXPECT_TRUE(is_asked({}, Graphics::kitty));
    EXPECT_TRUE(is_asked({}, Graphics::sixel));
}

TEST(PixelQuestions, AreNotAskedWhereNothingCanCome) {
    for (const auto wish : {Graphics::automatic, Graphics::kitty, Graphics::sixel}) {
        EXPECT_FALSE(is_asked({{"TERM", "dumb"}}, wish));
        EXPECT_FALSE(is_asked({{"TERM", "linux"}}, wish));
        EXPECT_FALSE(is_asked({{"TERM", "screen-256color"}}, wish));
        EXPECT_FALSE(is_asked({{"TERM", "tmux-256color"}}, wish));
        EXPECT_FALSE(is_asked({{"TMUX", "/tmp/tmux-0/default,1,0"}}, wish));
        EXPECT_FALSE(is_asked({{"STY", "1.tty"}}, wish));
    }
}

TEST(PixelQuestions, FarAwayAndWithoutColourAreAskedOnlyByName) {
    EXPECT_FALSE(is_asked({{"SSH_CONNECTION", "1 2 3 4"}}, Graphics::automatic));
    EXPECT_TRUE(is_asked({{"SSH_CONNECTION", "1 2 3 4"}}, Graphics::kitty));
    EXPECT_FALSE(is_asked({{"NO_COLOR", "1"}}, Graphics::automatic));
    EXPECT_TRUE(is_asked({{"NO_COLOR", "1"}}, Graphics::kitty));
    EXPECT_FALSE(is_asked({}, Graphics::automatic, false));
}

TEST(PixelQuestions, AreAboutTheProtocolThatIsWanted) {
    for (const auto wish : {Graphics::automatic, Graphics::kitty, Graphics::sixel}) {
        EXPECT_TRUE(pixel_questions(wish, true).ends_with("\x1b[16t"));
        EXPECT_EQ(pixel_questions(wish, false).find("\x1b[16t"), std::string::npos);
    }
    EXPECT_EQ(pixel_questions(Graphics::sixel, false).find("\x1b_G"), std::string::npos);
}

Pixels choice(std::string_view bytes, Graphics wish, Size cell = {10, 20}) {
    return pixels_for(replies_in(bytes), wish, cell);
}

TEST(PixelChoice, FollowsTheReplies) {
    EXPECT_EQ(choice(all({kitty_yes, attributes}), Graphics::kitty).protocol, Protocol::kitty);
    EXPECT_EQ(choice(all({kitty_yes, attributes}), Graphics::automatic).protocol, Protocol::kitty);
    EXPECT_EQ(choice(all({kitty_yes, attributes}), Graphics::sixel).protocol, Protocol::none);
    EXPECT_EQ(choice(with_sixel, Graphics::sixel).protocol, Protocol::sixel);
    EXPECT_EQ(choice(with_sixel, Graphics::automatic).protocol, Protocol::none)
        << "figures do not move in sixel graphics";
    EXPECT_EQ(choice(kitty_yes, Graphics::kitty).protocol, Protocol::kitty);
}

TEST(PixelChoice, SaysWhyThereAreCells) {
    EXPECT_EQ(choice("", Graphics::kitty).why, "the terminal does not answer");
    EXPECT_EQ(choice(attributes, Graphics::kitty).why,
              "the terminal does not know kitty's graphics protocol");
    EXPECT_EQ(choice(attributes, Graphics::sixel).why, "the terminal does not know sixel graphics");
    EXPECT_EQ(choice(all({"\x1b[?1;0;16S", with_sixel}), Graphics::sixel).why,
              "the terminal has only 16 colours for sixel graphics");
    EXPECT_EQ(choice(all({kitty_yes, attributes}), Graphics::kitty).why, "");
}

TEST(PixelChoice, NeedsTheSizeOfACharacter) {
    const std::string yes = all({kitty_yes, attributes});
    EXPECT_EQ(choice(yes, Graphics::kitty, {0, 0}).protocol, Protocol::none);
    EXPECT_NE(choice(yes, Graphics::kitty, {0, 0}).why, "");
    const std::string told = all({kitty_yes, "\x1b[6;32;16t", attributes});
    EXPECT_EQ(choice(told, Graphics::kitty, {0, 0}).cell, (Size{16, 32}));
    EXPECT_EQ(choice(told, Graphics::kitty, {10, 20}).cell, (Size{10, 20}));
    EXPECT_EQ(choice(all({kitty_yes, "\x1b[6;0;0t", attributes}), Graphics::kitty, {0, 0}).protocol,
              Protocol::none);
    EXPECT_EQ(
        choice(all({kitty_yes, "\x1b[6;9999;9999t", attributes}), Graphics::kitty, {0, 0}).protocol,
        Protocol::none);
}

TEST(KittyPicture, IsSentInChunksOfBase64) {
    EXPECT_EQ(kitty_picture("a=t,i=7", "Man"), "\x1b_Ga=t,i=7,q=2,f=100,m=0;TWFu\x1b\\");
    EXPECT_EQ(kitty_picture("a=t,i=7", "Ma"), "\x1b_Ga=t,i=7,q=2,f=100,m=0;TWE=\x1b\\");
    EXPECT_EQ(kitty_picture("a=t,i=7", "M"), "\x1b_Ga=t,i=7,q=2,f=100,m=0;TQ==\x1b\\");
    const std::string long_one = kitty_picture("a=t,i=7", std::string(3072 + 3, '\0'));
    EXPECT_EQ(long_one, "\x1b_Ga=t,i=7,q=2,f=100,m=1;" + std::string(4096, 'A') +
                            "\x1b\\\x1b_Gm=0;AAAA\x1b\\");
    EXPECT_NE(kitty_picture("a=t", std::string(3072, '\0')).find("m=0"), std::string::npos);
}

}  // namespace
}  // namespace hipflow::terminal
