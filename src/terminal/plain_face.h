// SPDX-License-Identifier: MIT
#pragma once
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "terminal/face.h"
#include "terminal/input.h"
#include "text/style.h"

namespace hipflow::terminal {

/// Ends a line with a line break. A line that is too long is wrapped under its own beginning.
std::string fitted_line(const std::string& line, int columns);

/// Returns what is said to ask a question in plain lines. A list that is higher than the terminal,
/// with the line that is typed below it, is given in its short forms; if even these are too many,
/// it comes in parts, each with the question above it.
std::vector<std::string> question_parts(const Question& question, int columns,
                                        std::optional<int> rows);

/// Shows one line for each event, and takes commands and answers ended by Enter: fit for a screen
/// reader, a narrow or dumb terminal, and a log.
class PlainFace final : public Face {
   public:
    PlainFace(std::FILE* out, Style style, LineInput& input)
        : out_(out), style_(style), input_(&input) {}

    void say(std::string_view text) override;
    std::string ask(const Question& question) override;
    std::optional<std::size_t> choose(const ChoiceList& list) override;
    void show(const session::Event& event, const session::Player& player) override;
    void draw(const session::Player& /*player*/, Millis /*now*/) override {}
    std::optional<Millis> next_draw(const session::Player& /*player*/,
                                    Millis /*now*/) const override {
        return std::nullopt;
    }
    Wake wait(std::optional<std::chrono::nanoseconds> patience) override;
    void stop() override;
    void continued() override {}

   private:
    void bell();
    std::string words_of(const session::CueDue& due, const session::Player& player);
    std::optional<int> rows() const;
    std::string answer_to(const std::string& question);

    std::FILE* out_;
    Style style_;
    LineInput* input_;
    std::vector<session::Cue> announced_;  // by the last key
    bool headed_ = false;                  // an exercise has just been named, with its amount
    bool blank_ = false;                   // the last line is empty
};

}  // namespace hipflow::terminal
