// SPDX-License-Identifier: MIT
#include "sound/reply.h"

#include <algorithm>
#include <array>
#include <utility>

#include "session/event_words.h"

namespace hipflow::sound {
namespace {

using namespace std::chrono_literals;

Reply say(std::string text) { return {std::nullopt, std::move(text)}; }
Reply silence_all() { return {}; }
/// Answers one event.
struct Answering {
    const session::Player& player;
    const session::Hearing& hearing;

    std::optional<Reply> operator()(const session::CueDue& due) const {
        if (due.planned) return std::nullopt;
        const session::Cue& cue = due.cue;
        if (cue.kind == session::CueKind::end) {
            if (hearing.tones) return Reply{session::Tone::end, ""};
            return say(std::string(session::done_words));
        }
        if (cue.kind != session::CueKind::count) return say(cue.text);
        // Counts a get-ready: each in its second, after what is being said.
        const auto tone = hearing.voice ? std::nullopt : std::optional(session::Tone::count);
        return Reply{tone, cue.text, false};
    }
    std::optional<Reply> operator()(const session::Paused& paused) const { return say_of(paused); }
    std::optional<Reply> operator()(const session::Resumed& resumed) const {
        if (resumed.get_ready == 0ms) return say_of(resumed);
        return get_ready_of(resumed);
    }
    std::optional<Reply> operator()(const session::WentBack& back) const {
        return get_ready_of(back);
    }
    std::optional<Reply> operator()(const session::Skipped& /*skipped*/) const {
        return silence_all();
    }
    std::optional<Reply> operator()(const session::Easier& /*easier*/) const {
        return silence_all();
    }
    std::optional<Reply> operator()(const session::Undone& undone) const {
        return get_ready_of(undone);
    }
    std::optional<Reply> operator()(const session::MoreTime& more) const { return say_of(more); }
    std::optional<Reply> operator()(const session::NothingEasier& nothing) const {
        return say_of(nothing);
    }
    std::optional<Reply> operator()(const session::TimeLeft& left) const { return say_of(left); }
    std::optional<Reply> operator()(const session::PeakAsked& asked) const {
        return Reply{std::nullopt, words(asked), false};
    }
    std::optional<Reply> operator()(const session::Finished& finished) const {
        // What comes before the end may still be heard.
        return Reply{session::Tone::all_done, words(finished), !finished.completed};
    }
    std::optional<Reply> operator()(const session::SegmentStarted& /*started*/) const {
        return std::nullopt;
    }
    std::optional<Reply> operator()(const session::SetEnded& /*ended*/) const {
        return std::nullopt;
    }
    std::optional<Reply> operator()(const session::GapHeld& /*held*/) const { return std::nullopt; }
    std::optional<Reply> operator()(const session::PainAsked& /*asked*/) const {
        return std::nullopt;
    }

   private:
    std::string words(const session::Happening& what) const {
        return session::event_words(what, player, session::Telling::voice);
    }
    /// Without words it silences what is being heard.
    Reply say_of(const session::Happening& what) const { return say(words(what)); }
    Reply get_ready_of(const session::Happening& what) const {
        return {session::Tone::get_ready, words(what)};
    }
};

/// Joins two answers of one turn: the latest words stand, and a silence before them still counts.
Reply joined(Reply earlier, Reply later) {
    earlier.interrupts = earlier.interrupts || later.interrupts;
    if (later.tone) earlier.tone = later.tone;
    if (!later.text.empty()) earlier.text = std::move(later.text);
    return earlier;
}

void add_new(std::vector<std::string>& texts, std::string text) {
    const bool known = std::find(texts.begin(), texts.end(), text) != texts.end();
    if (!known && !text.empty()) texts.push_back(std::move(text));
}

}  // namespace

std::optional<Reply> reply_to(std::span<const session::Event> events, const session::Player& player,
                              const session::Hearing& hearing) {
    std::optional<Reply> answer;
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
    if (!hearing.tones) answer->tone.reset();
    if (!hearing.voice) answer->text.clear();
    return answer;
}

std::vector<session::Sound> sounds_of(const Reply& answer, const Lengths& length) {
    constexpr Millis before_words = 45ms;
    std::vector<session::Sound> sounds;
    Millis at{};
    if (answer.tone) {
        sounds.push_back({at, answer.tone, "", 0, session::length_of(*answer.tone)});
        at = session::length_of(*answer.tone) + before_words;
    }
    if (!answer.text.empty()) {
        sounds.push_back({at, std::nullopt, answer.text, 0, length(answer.text, "en")});
    }
    return sounds;
}

session::Turn at_once(session::Turn turn, session::Now now) {
    session::Turn due = session::advance(std::move(turn.player), now);
    turn.player = std::move(due.player);
    turn.events.insert(turn.events.end(), due.events.begin(), due.events.end());
    return turn;
}

std::vector<std::string> common_sentences() {
    std::vector<std::string> texts = {"three", "two", "one"};
    const auto fixed = std::to_array<session::Happening>(
        {session::Paused{session::PauseReason::asked}, session::Resumed{5s}, session::Resumed{0ms},
         session::Undone{0}, session::MoreTime{10s}, session::NothingEasier{},
         session::Finished{true}, session::Finished{false}});
    const session::Player nobody;
    const session::Hearing hearing;
    for (const auto& what : fixed) {
        const std::array event = {session::Event{0ms, what}};
        if (auto answer = reply_to(event, nobody, hearing)) add_new(texts, answer->text);
    }
    return texts;
}

std::vector<std::string> sentences_of(const session::Script& script) {
    std::vector<std::string> texts;
    for (const session::Cue& cue : script.cues) add_new(texts, cue.text);
    for (auto& text : common_sentences()) add_new(texts, std::move(text));
    return texts;
}

std::vector<std::string> sentences_of(const Exercise& exercise) {
    std::vector<std::string> texts;
    Work work;
    work.exercise = exercise;
    const bool each = exercise.sides == Sides::each;
    add_new(texts, session::name_words(work, each ? Side::left : Side::both));
    add_new(texts, joined(exercise.start));
    for (const auto& sentence : movement_texts(exercise)) add_new(texts, sentence);
    for (const auto& cue : exercise.cues) add_new(texts, cue);
    if (each) add_new(texts, session::name_words(work, Side::right));
    return texts;
}

}  // namespace hipflow::sound
