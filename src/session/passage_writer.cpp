// SPDX-License-Identifier: MIT
#include "session/passage_writer.h"

#include <algorithm>
#include <array>
#include <utility>

namespace hipflow::session {
namespace {

using namespace std::chrono_literals;

constexpr Millis long_wait = 12s;
constexpr int wait_filled_at = 40;  // per cent of it
constexpr Millis longest_count_word = 900ms;

}  // namespace

PassageWriter::PassageWriter(const Hearing& hearing, Millis begin)
    : hearing_(&hearing), at_(hearing.voice ? begin : 0ms), words_end_(at_) {}

void PassageWriter::tone(Tone tone) {
    if (hearing_->tones) passage_.lines.push_back({at_, CueKind::signal, {}, tone, true});
}

void PassageWriter::say(CueKind kind, const Phrase& words, Millis pause, bool must) {
    if (words.text.empty()) return;
    passage_.lines.push_back({at_, kind, words, std::nullopt, must});
    if (!hearing_->voice) return;
    words_end_ = at_ + hearing_->length_of(words);
    at_ = words_end_ + pause;
}

void PassageWriter::act(Millis time) {
    if (!hearing_->voice) return;
    at_ = std::max(at_, words_end_ + time);
    if (time < long_wait) return;
    const Phrase words = hearing_->say(Say::take_time);
    if (words.text.empty()) return;
    const Millis when = words_end_ + time * wait_filled_at / 100;
    passage_.lines.push_back({when, CueKind::fill, words, std::nullopt, false});
}

void PassageWriter::change(Millis time, Millis least) {
    act(std::max(time, least));
    if (!hearing_->voice) changes_ += time;
}

void PassageWriter::go_to(Millis at) {
    if (hearing_->voice) at_ = std::max(at_, at);
}

void PassageWriter::moved() { passage_.moved = hearing_->voice ? at_ : changes_; }

Passage PassageWriter::counted(Millis ready) {
    go_to(std::max(at_ + before_count + count_in, words_end_ + ready));
    if (!hearing_->voice) at_ = changes_ + ready;
    if (at_ >= count_in) count_down();
    return done();
}

Passage PassageWriter::counted_at(Millis end) {
    at_ = end;
    count_down();
    return done();
}

Passage PassageWriter::done() {
    passage_.length = at_;
    std::ranges::stable_sort(passage_.lines, {}, &Line::at);
    return std::move(passage_);
}

/// Counts with tones where the voice would take longer than the second.
void PassageWriter::count_down() {
    constexpr auto numbers = std::to_array({Say::one, Say::two, Say::three});
    const bool slow = hearing_->length_of(hearing_->say(Say::three)) > longest_count_word;
    const bool beeps = hearing_->tones && (slow || !hearing_->voice);
    for (int left = 3; left >= 1; --left) {
        const auto number = numbers.at(static_cast<std::size_t>(left) - 1);
        Line line{at_ - left * 1s, CueKind::count, hearing_->say(number)};
        if (beeps) line.tone = Tone::count;
        passage_.lines.push_back(std::move(line));
    }
}

}  // namespace hipflow::session
