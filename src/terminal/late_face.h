// SPDX-License-Identifier: MIT
#pragma once
#include <functional>
#include <memory>
#include <utility>

#include "terminal/face.h"

namespace hipflow::terminal {

/// Says plain lines, which stay, until the session begins, and shows it on the live screen from
/// then on: for a start that asks nothing, and so has no page on which lines could be read.
class LateFace final : public Face {
   public:
    using Raise = std::function<std::unique_ptr<Face>()>;
    /// `raise` gives the live screen when the session begins.
    LateFace(std::unique_ptr<Face> lines, Raise raise)
        : face_(std::move(lines)), raise_(std::move(raise)) {}

    void say(std::string_view text) override { current().say(text); }
    void tell(std::string_view text) override { current().tell(text); }
    std::optional<int> passing_rows() const override { return face_->passing_rows(); }
    std::string ask(const Question& question) override { return current().ask(question); }
    std::optional<std::size_t> choose(const ChoiceList& list) override {
        return current().choose(list);
    }
    void show(const session::Event& event, const session::Player& player) override;
    void draw(const session::Player& player, Millis now) override;
    std::optional<Millis> next_draw(const session::Player& player, Millis now) const override {
        return face_->next_draw(player, now);
    }
    Wake wait(std::optional<std::chrono::nanoseconds> patience) override;
    void stop() override { current().stop(); }
    void continued() override { current().continued(); }

   private:
    Face& current();
    Face& raised();

    std::unique_ptr<Face> face_;
    Raise raise_;  // empty once the live screen is there
};

}  // namespace hipflow::terminal
