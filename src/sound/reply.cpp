// SPDX-License-Identifier: MIT
#include "sound/reply.h"

#include <algorithm>
#include <array>
#include <utility>

#include "session/event_words.h"

namespace hipflow::sound {
namespace {

using namespace std::chrono_literals;

/// A tone, and words after it.
struct Answer {
    std::optional<session::Tone> tone;
    std::string text;
    bool interrupts = true;
};

Answer say(std::string text) { return {std::nullopt, std::move(text)}; }
Answer silence_all() { return {}; }

/// Answers one event.
struct Answering {
    const session::Player& player;
    const session::Hearing& hearing;

    std::optional<Answer> operator()(const session::CueDue& due) const {
        if (due.planned) return std::nullopt;
        const session::Cue& cue = due.cue;
        if (cue.kind == session::CueKind::end) {
            if (hearing.tones) return Answer{session::Tone::end, ""};
            return say(std::string(session::done_words));
        }
        if (cue.kind != session::CueKind::count) return say(cue.text);
        // Counts a get-ready: each in its second, after what is being said.
        const auto tone = hearing.voice ? std::nullopt : std::optional(session::Tone::count);
        return Answer{tone, cue.text, false};
    }
    std::optional<Answer> operator()(const session::Paused& paused) const { return say_of(paused); }
    std::optional<Answer> operator()(const session::Resumed& resumed) const {
        if (resumed.get_ready == 0ms) return say_of(resumed);
        return get_ready_of(resumed);
    }
    std::optional<Answer> operator()(const session::WentBack& back) const {
        return get_ready_of(back);
    }
    std::optional<Answer> operator()(const session::Skipped& /*skipped*/) const {
        return silence_all();
    }
    std::optional<Answer> operator()(const session::Easier& /*easier*/) const {
        return silence_all();
    }
    std::optional<Answer> operator()(const session::Undone& undone) const {
        return get_ready_of(undone);
    }
    std::optional<Answer> operator()(const session::MoreTime& more) const { return say_of(more); }
    std::optional<Answer> operator()(const session::NothingEasier& nothing) const {
        return say_of(nothing);
    }
    std::optional<Answer> operator()(const session::TimeLeft& left) const { return say_of(left); }
    std::optional<Answer> operator()(const session::PeakAsked& asked) const {
        return Answer{std::nullopt, words(asked), false};
    }
    std::optional<Answer> operator()(const session::Finished& finished) const {
        // What comes before the end may still be heard.
        return Answer{session::Tone::all_done, words(finished), !finished.completed};
    }
    std::optional<Answer> operator()(const session::SegmentStarted& /*started*/) const {
        return std::nullopt;
    }
    std::optional<Answer> operator()(const session::SetEnded& /*ended*/) const {
        return std::nullopt;
    }
    std::optional<Answer> operator()(const session::GapHeld& /*held*/) const { return std::nullopt; }
    std::optional<Answer> operator()(const session::PainAsked& /*asked*/) const {
        return std::nullopt;
    }

   private:
    std::string words(const session::Happening& what) const {
        return session::event_words(what, player, session::Telling::voice);
    }
    /// Without words it silences what is being heard.
    Answer say_of(const session::Happening& what) const { return say(words(what)); }
    Answer get_ready_of(const session::Happening& what) const {
        return {session::Tone::get_ready, words(what)};
    }
};

/// Joins two answers of one turn: the latest words stand, and a silence before them still counts.
Answer joined(Answer earlier, Answer later) {
    earlier.interrupts = earlier.interrupts || later.interrupts;
    if (later.tone) earlier.tone = later.tone;
    if (!later.text.empty()) earlier.text = std::move(later.text);
    return earlier;
}

/// The lines of an answer, as far as they can be heard.
std::vector<session::Cue> lines_of(const Answer& answer, const session::Hearing& hearing) {
    session::Cue line;
    if (hearing.tones) line.tone = answer.tone;
    if (hearing.voice) line.text = answer.text;
    if (!line.tone && line.text.empty()) return {};
    if (line.tone) line.after = session::length_of(*line.tone) + session::after_tone;
    line.must = true;
    return {std::move(line)};
}

void add(std::vector<session::Sound>& sounds, session::Sound sound) {
    if (!sounds.empty()) {
        const session::Sound& last = sounds.back();
        const Millis pause = last.tone ? session::after_tone : session::least_pause;
        const Millis end = last.at + last.length;
        if (sound.at < end) sound.at = end + pause;
    }
    sounds.push_back(std::move(sound));
}

void add_new(std::vector<Phrase>& phrases, Phrase phrase) {
    const bool known = std::find(phrases.begin(), phrases.end(), phrase) != phrases.end();
    if (!known && !phrase.text.empty()) phrases.push_back(std::move(phrase));
}

}  // namespace

std::optional<Reply> reply_to(std::span<const session::Event> events, const session::Player& player,
                              const session::Hearing& hearing) {
    std::optional<Answer> answer;
    // The question after an exercise pauses the session, but must not cut off the tone that ended
    // it.
    const bool asks = std::ranges::any_of(events, [](const session::Event& event) {
        return std::holds_alternative<session::PeakAsked>(event.what);
    });
    for (const session::Event& event : events) {
        if (asks && std::holds_alternative<session::Paused>(event.what)) continue;
        auto here = std::visit(Answering{player, hearing}, event.what);
        if (here) answer = answer ? joined(*std::move(answer), *std::move(here)) : *std::move(here);
    }
    if (!answer) return std::nullopt;
    return Reply{lines_of(*answer, hearing), answer->interrupts};
}

std::vector<session::Sound> sounds_of(std::span<const session::Cue> lines,
                                      const session::Hearing& hearing) {
    std::vector<session::Sound> sounds;
    for (const session::Cue& line : lines) {
        if (const auto tone = session::tone_of(line, hearing)) {
            add(sounds, {.at = line.at,
                         .tone = tone,
                         .text = {},
                         .cue = 0,
                         .length = session::length_of(*tone),
                         .language = {}});
        }
        const Millis words = session::words_length(line, hearing);
        if (words == 0ms) continue;
        add(sounds, {.at = line.at + line.after,
                     .tone = std::nullopt,
                     .text = line.text,
                     .cue = 0,
                     .length = words,
                     .language = line.language});
    }
    return sounds;
}

session::Turn at_once(session::Turn turn, session::Now now) {
    session::Turn due = session::advance(std::move(turn.player), now);
    turn.player = std::move(due.player);
    turn.events.insert(turn.events.end(), due.events.begin(), due.events.end());
    return turn;
}

std::vector<Phrase> common_sentences() {
    std::vector<Phrase> phrases = {{"three"}, {"two"}, {"one"}};
    const auto fixed = std::to_array<session::Happening>(
        {session::Paused{session::PauseReason::asked}, session::Resumed{5s}, session::Resumed{0ms},
         session::Undone{0}, session::MoreTime{10s}, session::NothingEasier{},
         session::Finished{true}, session::Finished{false}});
    const session::Player nobody;
    const session::Hearing hearing;
    for (const auto& what : fixed) {
        const std::array event = {session::Event{0ms, what}};
        const auto answer = reply_to(event, nobody, hearing);
        if (!answer) continue;
        for (const session::Cue& line : answer->lines) add_new(phrases, {line.text, line.language});
    }
    return phrases;
}

std::vector<Phrase> sentences_of(const session::Script& script) {
    std::vector<Phrase> phrases;
    for (const session::Cue& cue : script.cues) add_new(phrases, {cue.text, cue.language});
    for (auto& phrase : common_sentences()) add_new(phrases, std::move(phrase));
    return phrases;
}

}  // namespace hipflow::sound
