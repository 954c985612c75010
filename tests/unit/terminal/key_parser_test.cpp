// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "terminal/input.h"

namespace hipflow::terminal {
namespace {

using namespace std::chrono_literals;

/// Returns the keys of all that is fed, as one line of text.
class Typist {
   public:
    Typist& feed(std::string_view bytes, Millis after = 0ms) {
        now_ += after;
        for (const auto& press : parser_.feed(bytes, now_)) {
            keys_ += (keys_.empty() ? "" : " ") + press.key + (press.pasted ? "!" : "");
        }
        return *this;
    }
    const std::string& keys() const { return keys_; }

   private:
    KeyParser parser_;
    Millis now_ = 10s;
    std::string keys_;
};

std::string keys_of(std::string_view bytes) { return Typist().feed(bytes).keys(); }

TEST(KeyParser, LettersAndSignsAreThemselves) {
    EXPECT_EQ(keys_of("pq+?"), "p q + ?");
    EXPECT_EQ(keys_of("\r"), "<enter>");
    EXPECT_EQ(keys_of("\n"), "<enter>");
    EXPECT_EQ(keys_of("\x7f\b"), "<backspace> <backspace>");
}

TEST(KeyParser, ArrowsComeInTwoModes) {
    EXPECT_EQ(keys_of("\x1b[C\x1b[D\x1b[A\x1b[B"), "<right> <left> <up> <down>");
    EXPECT_EQ(keys_of("\x1bOC\x1bOD\x1bOA\x1bOB"), "<right> <left> <up> <down>");
}

TEST(KeyParser, OtherControlCharactersAreNoKeys) {
    EXPECT_EQ(keys_of(std::string_view("\0\x01\t\x11\x13", 5)), "");
}

TEST(KeyParser, LateRepliesAreNoKeys) {
    EXPECT_EQ(keys_of("\x1b[?62;22c"), "");
    EXPECT_EQ(keys_of("\x1b[12;40R"), "");
    EXPECT_EQ(keys_of("\x1b]11;rgb:1010/1414/1818\a"), "");
    EXPECT_EQ(keys_of("\x1b]11;rgb:1010/1414/1818\x1b\\"), "");
    EXPECT_EQ(keys_of("\x1bP>|XTerm(379)\x1b\\"), "");
    EXPECT_EQ(keys_of("\x1b_Gi=1;OK\x1b\\n"), "n");
}

TEST(KeyParser, KeysWithModifiersAndUnknownSequencesAreNoKeys) {
    EXPECT_EQ(keys_of("\x1b[1;5C"), "");
    EXPECT_EQ(keys_of("\x1b[15~\x1b[3~\x1b[H\x1b[1;5A\x1bOP"), "");
    EXPECT_EQ(keys_of("\x1b[[A"), "A") << "the Linux console's F1 is no letter that is a command";
}

TEST(KeyParser, ASequenceMayComeInParts) {
    EXPECT_EQ(Typist().feed("\x1b").feed("[").feed("C").keys(), "<right>");
    EXPECT_EQ(Typist().feed("\x1b[?62", 0ms).feed(";22c", 200ms).keys(), "");
    EXPECT_EQ(Typist().feed("\x1b]11;rgb", 0ms).feed(":1010\a n", 300ms).keys(), "  n");
}

TEST(KeyParser, ALoneEscapeTakesNoKeyWithIt) {
    EXPECT_EQ(Typist().feed("\x1b").feed("p", 51ms).keys(), "p");
    EXPECT_EQ(Typist().feed("\x1b").feed("p", 40ms).keys(), "") << "Alt-p";
    EXPECT_EQ(Typist().feed("\x1b").feed("\x1b").feed("p", 60ms).keys(), "p");
}

TEST(KeyParser, ASequenceWithoutAnEndDoesNotSwallowTheKeysForEver) {
    EXPECT_EQ(Typist().feed("\x1b]").feed("p", 600ms).keys(), "p") << "Alt-]";
    EXPECT_EQ(Typist().feed("\x1b[").feed("p", 600ms).keys(), "p") << "Alt-[";
    EXPECT_EQ(Typist().feed("\x1bO").feed("p", 600ms).keys(), "p") << "Alt-O";
    EXPECT_EQ(keys_of("\x1b[12\x1b[C"), "<right>");
    EXPECT_EQ(keys_of("\x1b[" + std::string(300, '1') + "q"),
              std::string("1 1 1 1 1 1 1 1 1 1 1 1 "
                          "1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 q"));
}

TEST(KeyParser, PastedTextIsMarked) {
    EXPECT_EQ(keys_of("\x1b[200~nq\r\x1b[201~p"), "n! q! <enter>! p");
}

TEST(KeyParser, CharactersMayBeSplitBetweenReads) {
    EXPECT_EQ(Typist().feed("\xc3").feed("\xa4").keys(), "ä");
    EXPECT_EQ(Typist().feed("\xe6\x97").feed("\xa5n").keys(), "日 n");
    EXPECT_EQ(keys_of("\xff\x80\xc3n"), "n");
}

RC_GTEST_PROP(KeyParser, AnyBytesAreTakenAndWhatFollowsIsAKeyAgain, (const std::string& bytes)) {
    Typist typist;
    typist.feed(bytes);
    typist.feed("x", 1s);
    RC_ASSERT(!typist.keys().empty());
}

}  // namespace
}  // namespace hipflow::terminal
