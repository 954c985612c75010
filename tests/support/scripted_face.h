// SPDX-License-Identifier: MIT
#pragma once
#include <cctype>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "terminal/face.h"

namespace hipflow::support {

/// A face with scripted answers and keys, which keeps what is said. When the answers run out, every
/// question is left open; when the keys do, input has ended.
class ScriptedFace final : public terminal::Face {
   public:
    void say(std::string_view text) override {
        since_answer_ += text;
        transcript += text;
    }
    std::string ask(const terminal::Question& question) override {
        questions.push_back(question.words());
        options.insert(options.end(), question.options.begin(), question.options.end());
        since_answer_.clear();
        std::string answer;
        if (!answers.empty()) {
            answer = std::move(answers.front());
            answers.pop_front();
        }
        transcript += question.text + '\n';
        for (const auto& option : question.options) transcript += "    [" + option + "]\n";
        transcript += "> " + answer + '\n';
        return answer;
    }
    std::optional<std::size_t> choose(const terminal::ChoiceList& list) override {
        lists.push_back(list);
        if (choices.empty()) return std::nullopt;
        const auto choice = choices.front();
        choices.pop_front();
        return choice;
    }
    void show(const session::Event& /*event*/, const session::Player& /*player*/) override {}
    void draw(const session::Player& /*player*/, Millis /*now*/) override {}
    std::optional<Millis> next_draw(const session::Player& /*player*/,
                                    Millis /*now*/) const override {
        return std::nullopt;
    }
    terminal::Wake wait(std::optional<std::chrono::nanoseconds> /*patience*/) override {
        if (before_key) before_key();
        if (keys.empty()) return terminal::EndOfInput{};
        const session::Key key = keys.front();
        keys.pop_front();
        return terminal::KeyPressed{key};
    }
    void stop() override {}
    void continued() override {}

    /// Returns what was said after the last answer.
    const std::string& said_last() const { return since_answer_; }

    std::deque<std::string> answers;
    std::deque<std::optional<std::size_t>> choices;
    std::vector<terminal::ChoiceList> lists;  // all that there was to choose from
    std::deque<session::Key> keys;
    std::function<void()> before_key;  // lets time pass
    std::string transcript;            // all that was said, asked and answered
    std::vector<std::string> questions;
    std::vector<std::string> options;  // of all of them

   private:
    std::string since_answer_;
};

/// Returns whether a text speaks of moving, walking or exercise, in English or in German.
inline bool speaks_of_moving(std::string_view text) {
    std::string small;
    for (const char c : text) {
        small += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    for (const std::string_view word :
         {"walk", "mov", "exercis", "stretch", "stroll", "flare", "beweg", "spazier", "lauf",
          "dehn", "training", "kleinste einheit"}) {
        if (small.find(word) != std::string::npos) return true;
    }
    return text.find("Übung") != std::string_view::npos ||
           text.find("übung") != std::string_view::npos;
}

}  // namespace hipflow::support
