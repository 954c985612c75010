// SPDX-License-Identifier: MIT
#include "sound/reply.h"

#include <algorithm>
#include <array>
#include <utility>

#include "session/event_words.h"

namespace hipflow::sound {
namespace {

using namespace std::chrono_literals;

constexpr Millis after_line = 350ms;
constexpr Millis least_apart = 45ms;

/// Returns whether an event silences what is being heard, even if nothing is said of it.
bool silences(const session::Happening& what) {
    return std::visit(
        [](const auto& event) {
            using Event = std::remove_cvref_t<decltype(event)>;
            return std::is_same_v<Event, session::Paused> ||
                   std::is_same_v<Event, session::Resumed> ||
                   std::is_same_v<Event, session::Skipped> ||
                   std::is_same_v<Event, session::ToCountIn> ||
                   std::is_same_v<Event, session::BeginsNow> ||
                   std::is_same_v<Event, session::Easier> ||
                   std::is_same_v<Event, session::Swapped> ||
                   std::is_same_v<Event, session::GoneTo>;
        },
        what);
}

/// Returns whether what is said of an event comes after what is being heard.
bool waits(const session::Happening& what) {
    if (std::holds_alternative<session::PeakAsked>(what)) return true;
    const auto* finished = std::get_if<session::Finished>(&what);
    return finished != nullptr && finished->completed;
}

Millis end_of(const std::vector<session::Cue>& lines, const session::Hearing& hearing) {
    Millis end{};
    for (const session::Cue& line : lines) {
        end = std::max(end, line.at + session::sound_length(line, hearing));
    }
    return end;
}

void add_new(std::vector<Phrase>& phrases, Phrase phrase) {
    const bool known = std::ranges::find(phrases, phrase) != phrases.end();
    if (!known && !phrase.text.empty()) phrases.push_back(std::move(phrase));
}

}  // namespace

void append(std::vector<session::Cue>& lines, std::vector<session::Cue> more,
            const session::Hearing& hearing) {
    const Millis after = end_of(lines, hearing);
    for (session::Cue& line : more) {
        if (after > 0ms) line.at += after + after_line;
        lines.push_back(std::move(line));
    }
}

std::optional<Reply> reply_to(std::span<const session::Event> events,
                              const session::Player& player) {
    if (!player.script) return std::nullopt;
    const session::Hearing& hearing = player.script->hearing;
    // The question after an exercise pauses the session, but must not cut off the tone that ended
    // it.
    const bool asks = std::ranges::any_of(events, [](const session::Event& event) {
        return std::holds_alternative<session::PeakAsked>(event.what);
    });
    Reply answer{{}, false};
    bool any = false;
    for (const session::Event& event : events) {
        if (asks && std::holds_alternative<session::Paused>(event.what)) continue;
        auto lines = session::answer_to(event.what, player);
        const bool hushes = silences(event.what);
        if (lines.empty() && !hushes) continue;
        any = true;
        const bool waiting = !lines.empty() && waits(event.what);
        answer.interrupts = answer.interrupts || hushes || !waiting;
        append(answer.lines, std::move(lines), hearing);
    }
    return any ? std::optional(std::move(answer)) : std::nullopt;
}

std::vector<session::Sound> sounds_of(const Reply& answer, const session::Hearing& hearing) {
    std::vector<session::Sound> sounds;
    Millis end{};
    for (const session::Cue& line : answer.lines) {
        const Millis at = sounds.empty() ? line.at : std::max(line.at, end + least_apart);
        auto sound = session::sound_of(line, 0, at, hearing);
        if (!sound) continue;
        end = at + sound->length;
        sounds.push_back(*std::move(sound));
    }
    return sounds;
}

session::Turn at_once(session::Turn turn, session::Now now) {
    session::Turn due = session::advance(std::move(turn.player), now);
    turn.player = std::move(due.player);
    turn.events.insert(turn.events.end(), due.events.begin(), due.events.end());
    return turn;
}

std::vector<Phrase> common_phrases(const session::Hearing& hearing) {
    std::vector<Phrase> phrases;
    for (const Say key :
         {Say::three,       Say::two,        Say::one,         Say::paused,     Say::still_paused,
          Say::skipped,     Say::begins_now, Say::taken_back,  Say::no_undo,    Say::no_easier,
          Say::hurts,       Say::ask_score,  Say::finished,    Say::done,       Say::questions,
          Say::try_one,     Say::take_time,  Say::last,        Say::half,       Say::ten_left,
          Say::ask_kind,    Say::ask_site,   Say::ask_side,    Say::ask_saddle, Say::choose_easier,
          Say::choose_stop, Say::choose_on,  Say::choose_rest, Say::ask_stop,   Say::no_swap,
          Say::no_more}) {
        add_new(phrases, hearing.say(key));
    }
    MessageValues ten;
    ten.time = 10s;
    add_new(phrases, hearing.say(Say::more, ten));
    MessageValues two;
    two.n = 2;
    add_new(phrases, hearing.say(Say::more_reps, two));
    return phrases;
}

std::vector<Phrase> phrases_of(const session::Script& script) {
    std::vector<Phrase> phrases;
    for (const session::Cue& cue : script.cues) add_new(phrases, {cue.text, cue.language});
    for (auto& phrase : common_phrases(script.hearing)) add_new(phrases, std::move(phrase));
    for (std::size_t i = 0; i < script.timeline.sets.size(); ++i) {
        const auto place = session::place_of(script.prescription, script.timeline, i);
        for (const auto occasion : {session::Occasion::going_on, session::Occasion::again}) {
            const auto passage = session::announcement(
                occasion, place, {stance_of(place.step->work.exercise), place.key.side},
                script.prescription.gaps, script.hearing);
            for (const auto& line : passage.lines) add_new(phrases, line.words);
        }
    }
    return phrases;
}

}  // namespace hipflow::sound
