// SPDX-License-Identifier: MIT
#include "sound/output.h"

#include <fmt/format.h>

#include <csignal>
#include <filesystem>
#include <system_error>

namespace hipflow::sound {
namespace {

using namespace std::chrono_literals;

constexpr Millis until_killed = 100ms;  // for a player that will not end

}  // namespace

std::string Output::player() const { return can_play() ? program_name(players_.front()) : ""; }

void Output::drop_player() {
    if (!players_.empty()) players_.erase(players_.begin());
}

bool Output::play(std::string file, Millis real, Millis until) {
    file_ = std::move(file);
    by_voice_ = false;
    if (!can_play()) return take(std::nullopt, real, until);
    return take(platform::Child::start(playing(players_.front(), file_)), real, until);
}

bool Output::speak(const Invocation& call, Millis real, Millis until) {
    by_voice_ = true;
    return take(platform::Child::start(call.arguments, call.input), real, until);
}

bool Output::take(std::optional<platform::Child> child, Millis real, Millis until) {
    child_ = std::move(child);
    started_ = real;
    give_up_ = until;
    hangs_ = false;
    if (!child_) forget();
    return child_.has_value();
}

void Output::cut(Millis real) {
    if (!child_ || asked_to_end_) return;
    child_->send(SIGTERM);
    asked_to_end_ = real;
}

std::optional<Output::Ending> Output::ended(Millis real) {
    if (!child_) return std::nullopt;
    if (real >= give_up_ || (asked_to_end_ && real >= *asked_to_end_ + until_killed)) {
        hangs_ = hangs_ || !asked_to_end_;
        child_->send(SIGKILL);
    }
    const auto status = child_->ended();
    if (!status) return std::nullopt;
    const bool by_us = std::exchange(asked_to_end_, std::nullopt).has_value();
    forget();
    silent_since_ = real;
    status_ = *status;
    if (by_us) return Ending::cut;
    return *status == 0 && !hangs_ ? Ending::well : Ending::badly;
}

std::string Output::how_it_ended() const {
    return hangs_ ? "does not end" : fmt::format("ends with {}", status_);
}

void Output::forget() {
    child_.reset();
    if (file_.empty()) return;
    std::error_code gone;
    std::filesystem::remove(file_, gone);
    file_.clear();
}

}  // namespace hipflow::sound
