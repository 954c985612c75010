// SPDX-License-Identifier: MIT
#include "terminal/late_face.h"

namespace hipflow::terminal {

/// Returns the face that is shown, as it was asked to be.
Face& LateFace::current() {
    face_->give_signals(gives_signals());
    return *face_;
}

/// Returns the live screen, which is there from the first call on.
Face& LateFace::raised() {
    if (raise_) {
        face_ = std::exchange(raise_, nullptr)();
        face_->attend_with([this] { return attended(std::nullopt); });
    }
    return current();
}

void LateFace::show(const session::Event& event, const session::Player& player) {
    raised().show(event, player);
}

void LateFace::draw(const session::Player& player, Millis now) { raised().draw(player, now); }

Wake LateFace::wait(std::optional<std::chrono::nanoseconds> patience) {
    return raised().wait(patience);
}

}  // namespace hipflow::terminal
