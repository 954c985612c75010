// SPDX-License-Identifier: MIT
#include "terminal/replies.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "terminal/input.h"
#include "terminal/inquiry.h"

namespace hipflow::terminal {
namespace {

using namespace std::chrono_literals;
using figure::Rgb;

constexpr std::string_view kitty_yes = "\x1b_Gi=31;OK\x1b\\";
constexpr std::string_view attributes = "\x1b[?62;c";
constexpr std::string_view with_sixel = "\x1b[?62;4;22c";
constexpr std::string_view white = "\x1b]11;rgb:ffff/ffff/ffff\x1b\\";

std::string all(std::initializer_list<std::string_view> parts) {
    std::string bytes;
    for (const auto part : parts) bytes += part;
    return bytes;
}

TEST(Replies, AreFoundInAnyOrderAndBetweenKeys) {
    const auto replies =
        replies_in(all({"q", kitty_yes, "\r", "\x1b[6;20;10t", white, "\x1b[A", with_sixel}));
    EXPECT_TRUE(replies.kitty);
    EXPECT_TRUE(replies.sixel);
    EXPECT_TRUE(replies.done);
    EXPECT_EQ(replies.cell, (Size{10, 20}));
    EXPECT_EQ(replies.background, (Rgb{255, 255, 255}));
}

TEST(Replies, ANoIsNoYes) {
    EXPECT_FALSE(replies_in(all({"\x1b_Gi=31;ENOSYS:no\x1b\\", attributes})).kitty);
    EXPECT_FALSE(replies_in(all({"\x1b_Gi=32;OK\x1b\\", attributes})).kitty);
    EXPECT_FALSE(replies_in(attributes).sixel);
    EXPECT_FALSE(replies_in("\x1b[?4;1c").sixel) << "the first number is the class";
    EXPECT_FALSE(replies_in("\x1b[?62;14;44c").sixel);
    EXPECT_FALSE(replies_in("\x1b[>4;4;4c").done) << "that is another reply";
    EXPECT_FALSE(replies_in("\x1b[4c").done);
}

TEST(Replies, TellTheColoursOfSixel) {
    EXPECT_EQ(replies_in("\x1b[?1;0;256S").colours, 256);
    EXPECT_EQ(replies_in("\x1b[?1;3;0S").colours, std::nullopt) << "an error";
    EXPECT_EQ(replies_in("\x1b[?2;0;800;480S").colours, std::nullopt);
}

TEST(Replies, TellTheBackgroundHoweverItIsWritten) {
    for (const char* end : {"\a", "\x1b\\"}) {
        const auto told = [&](const std::string& colour) {
            return replies_in("\x1b]11;" + colour + end).background;
        };
        EXPECT_EQ(told("rgb:fdfd/f6f6/e3e3"), (Rgb{0xfd, 0xf6, 0xe3}));
        EXPECT_EQ(told("rgb:1e/1E/1e"), (Rgb{0x1e, 0x1e, 0x1e}));
        EXPECT_EQ(told("rgba:0000/2b2b/3636/ffff"), (Rgb{0, 0x2b, 0x36}));
        EXPECT_EQ(told("rgb:f/0/8"), (Rgb{0xff, 0, 0x88}));
        EXPECT_EQ(told("rgb:fff/000/800"), (Rgb{0xff, 0, 0x80}));
        EXPECT_EQ(told("?"), std::nullopt);
    }
    EXPECT_EQ(replies_in("\x1b]10;rgb:ff/ff/ff\a").background, std::nullopt) << "of the front";
    EXPECT_EQ(replies_in("\x1b]11;rgb:ff/ff/ff").background, std::nullopt) << "not whole";
}

TEST(Replies, WhatIsNoColourIsNone) {
    for (const char* text : {"", "rgb:", "rgb:ff/ff", "rgb:ff/ff/", "rgb:ff/ff/ff/ff",
                             "rgba:ff/ff/ff", "rgb:fffff/0/0", "rgb:gg/00/00", "rgb:-1/00/00",
                             "rgb: 1/00/00", "rgb:0x1/0/0", "#ffffff", "white"}) {
        EXPECT_EQ(rgb_in(text), std::nullopt) << text;
    }
}

TEST(Replies, ThatAreNotWholeYetAreNone) {
    const std::string bytes = all({white, kitty_yes, attributes});
    for (std::size_t length = 0; length < bytes.size(); ++length) {
        EXPECT_FALSE(replies_in(bytes.substr(0, length)).done) << length;
        const auto background = replies_in(bytes.substr(0, length)).background;
        EXPECT_TRUE(!background || *background == (Rgb{255, 255, 255})) << length;
    }
    EXPECT_TRUE(replies_in(bytes).done);
}

RC_GTEST_PROP(Replies, OfAnyBytesAreRead, (const std::string& bytes)) {
    replies_in("\x1b[" + bytes + "\x1b_" + bytes);
    replies_in("\x1b]11;rgb:" + bytes + "\x1b\\");
    replies_in(bytes);
}

RC_GTEST_PROP(Replies, PressNoKeysHoweverTheyCome, ()) {
    const std::string bytes = all({"a", kitty_yes, "\x1b[6;20;10t", "b", "\x1b[?1;0;256S", white,
                                   "c", "\x1b]11;rgb:0/0/0\a", with_sixel, "d"});
    const auto cut =
        static_cast<std::size_t>(*rc::gen::inRange<int>(0, static_cast<int>(bytes.size())));
    KeyParser parser;
    std::string keys;
    for (const auto& part : {bytes.substr(0, cut), bytes.substr(cut)}) {
        for (const auto& press : parser.feed(part, 10s)) keys += press.key;
    }
    RC_ASSERT(keys == "abcd");
}

TEST(Questions, EndWithOneThatEveryTerminalAnswers) {
    EXPECT_EQ(questions_for(true, std::nullopt), "\x1b]11;?\x1b\\\x1b[c");
    EXPECT_EQ(questions_for(false, "\x1b[16t"), "\x1b[16t\x1b[c");
    EXPECT_EQ(questions_for(true, "\x1b[16t"), "\x1b]11;?\x1b\\\x1b[16t\x1b[c");
}

}  // namespace
}  // namespace hipflow::terminal
