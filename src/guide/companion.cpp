// SPDX-License-Identifier: MIT
#include "guide/companion.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "platform/signals.h"

namespace hipflow::guide {
namespace {

using namespace std::chrono_literals;

constexpr Millis longest_trial = 3s;      // a sample, in real time
constexpr Millis longest_rendering = 2s;  // after that, lengths are estimated
constexpr Millis longest_ending = 10s;    // the last words at the slowest rate, and a slow player
constexpr Millis until_reminded = 1min;
constexpr Millis worth_telling = 3s;  // of rendering that is still to come

}  // namespace

Companion::Companion(const platform::Clock& clock, terminal::Face& face, sound::Speaker& speaker)
    : clock_(&clock), face_(&face), speaker_(&speaker) {
    face_->attend_with([this] { return attend(); });
}

Companion::~Companion() { face_->attend_with({}); }

std::optional<std::chrono::nanoseconds> Companion::attend() {
    const auto next = speaker_->attend(clock_->real());
    // Before introduce() has said what will be heard, silence is not worth a line.
    if (introduced_ && speaker_->has_fallen_silent()) {
        face_->give_signals(true);
        face_->say("No sound any more: from now on the bell of the terminal.\n");
    }
    if (introduced_) tell_of_voice();
    std::optional<std::chrono::nanoseconds> patience;
    if (next) patience = std::max<Millis>(*next - clock_->real(), 0ms);
    if (!remind_at_) return patience;
    if (clock_->monotonic() >= *remind_at_) {
        remind_at_.reset();
        speaker_->remind(reminder_, clock_->real());
        return 0ns;
    }
    const auto until = clock_->until(*remind_at_);
    return patience ? std::min(*patience, until) : until;
}

void Companion::attend_until(Millis real, bool (*done)(const sound::Speaker&)) {
    while (!done(*speaker_) && clock_->real() < real) {
        const auto next = speaker_->attend(clock_->real()).value_or(real);
        const Millis left = std::min(next, real) - clock_->real();
        platform::wait_for({}, std::clamp<Millis>(left, 1ms, 10ms));
    }
}

void Companion::await_sound() {
    attend_until(clock_->real() + longest_trial,
                 [](const sound::Speaker& it) { return it.has_tried(); });
    attend_until(clock_->real() + longest_rendering,
                 [](const sound::Speaker& it) { return it.is_prepared(); });
}

void Companion::introduce() {
    attend_until(clock_->real() + longest_trial,
                 [](const sound::Speaker& it) { return it.has_tried(); });
    face_->give_signals(speaker_->is_silent());
    speaker_->has_fallen_silent();  // said below
    introduced_ = true;
    face_->say(speaker_->words() + '\n');
    tell_of_voice();
    const sound::Progress voice = speaker_->progress();
    if (speaker_->is_silent() || voice.left < worth_telling) return;
    face_->say(fmt::format("Preparing the voice: {} of {}. You can begin meanwhile.\n", voice.done,
                           voice.total));
}

void Companion::tell_of_voice() {
    if (const auto news = speaker_->news_of_voice()) face_->say(*news + '\n');
}

void Companion::remind_of_questions(Phrase words) {
    reminder_ = std::move(words);
    remind_at_ = clock_->monotonic() + until_reminded;
}

void Companion::let_finish() {
    attend_until(clock_->real() + longest_ending,
                 [](const sound::Speaker& it) { return !it.is_busy(); });
}

}  // namespace hipflow::guide
