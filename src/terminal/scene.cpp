// SPDX-License-Identifier: MIT
#include "terminal/scene.h"

#include <fmt/format.h>

#include <algorithm>

#include "domain/dose.h"
#include "terminal/exercise_words.h"
#include "terminal/figure_show.h"

namespace hipflow::terminal {
namespace {

using namespace std::chrono_literals;

Millis length(const session::Player& player) {
    return session::current_segment(player).duration + player.extended;
}

std::int64_t seconds(Millis value) {
    return std::chrono::ceil<std::chrono::seconds>(value).count();
}

/// Returns what is left of the segment, as it is shown: a gap that is held stands still.
Millis steady_left(const session::Player& player, Millis now) {
    return std::max<Millis>(
        session::left_in_segment(player, now) - session::left_to_hold(player, now), 0ms);
}

/// The same, rounded up to seconds. All of the scene depends on it, so that all changes at one
/// moment.
Millis shown_left(const session::Player& player, Millis now) {
    return std::chrono::ceil<std::chrono::seconds>(steady_left(player, now));
}

/// How long a cue stays during work: calm, but not the same one for a minute.
constexpr Millis cue_stays = 15s;

std::string work_cue(const session::Player& player, Millis left) {
    const auto cues = reminders_of(player);
    if (cues.empty()) return {};
    Millis since_begin =
        player.phase == session::Phase::getting_ready ? 0ms : length(player) - left;
    for (std::size_t i = session::current_set(player).first; i < player.segment; ++i) {
        since_begin += player.script->timeline.segments[i].duration;
    }
    const auto turn = static_cast<std::size_t>(std::max<Millis>(since_begin, 0ms) / cue_stays);
    return cues[turn % cues.size()];
}

/// Returns the words to read where nothing is heard. A gap before a new exercise introduces it; so
/// does any gap that was made longer, since that was done to read.
std::vector<std::string> silent_words(const session::Player& player, Millis left) {
    const bool gap = session::is_gap(session::current_segment(player).kind);
    const bool new_exercise = is_first_of_step(player) || player.extended > 0ms;
    const bool long_ready = player.phase == session::Phase::getting_ready && left > 5s;
    if (long_ready || (gap && new_exercise)) return introduction_of(player);
    std::string cue = work_cue(player, left);
    if (cue.empty()) return {};
    return {std::move(cue)};
}

/// Returns the words to read: those that are heard, word for word; where nothing is, what helps.
std::vector<std::string> cue_of(const session::Player& player, Millis now, Millis left,
                                const Caption& caption) {
    if (caption.explains_since) return explanation_of(player);
    if (!player.script->hearing.voice) return silent_words(player, left);
    if (is_shown(caption, player, now)) return {caption.text};
    return {};
}

/// Returns how much of the time to read the words has passed.
Share reading_of(const session::Player& player, Millis now, Millis left, const Caption& caption,
                 std::size_t paragraphs) {
    if (caption.explains_since) {
        constexpr auto for_a_paragraph = 4;  // seconds; then it begins again
        const int whole = for_a_paragraph * std::max(static_cast<int>(paragraphs), 1);
        const auto passed = std::max<Millis>(now - *caption.explains_since, 0ms) / 1s;
        return {static_cast<int>(passed % whole), whole};
    }
    const int whole = static_cast<int>(seconds(length(player)));
    const int passed = whole - static_cast<int>(left / 1s);
    return {std::clamp(passed, 0, whole), whole};
}

Ink ink_of(const session::Player& player) {
    if (stands_still(player)) return Ink::alert;
    const bool works = player.phase == session::Phase::running &&
                       session::is_work(session::current_segment(player).kind);
    return works ? Ink::work : Ink::gap;
}

/// Sets the number of a rep; of everything else the seconds that are left, from 100 s on as minutes
/// and seconds.
void set_digits(Scene& scene, const session::Player& player, Millis left) {
    const session::Segment& segment = session::current_segment(player);
    const bool counts_reps =
        segment.kind == session::SegmentKind::rep && player.phase != session::Phase::getting_ready;
    if (counts_reps) {
        const int all = session::current_set(player).reps.value_or(1);
        scene.big = fmt::format("{}", segment.rep);
        scene.big_room = all < 10 ? "0" : all < 100 ? "00" : "000";
        const auto whole = static_cast<int>(seconds(length(player)));
        scene.pace = {whole - static_cast<int>(left / 1s), whole};
        return;
    }
    const std::int64_t value = left / 1s;
    if (value < 100) {
        scene.big = fmt::format("{}", value);
        scene.big_room = "00";
        return;
    }
    scene.big = fmt::format("{}:{:02}", value / 60, value % 60);
    scene.big_room = value >= 600 ? "00:00" : "0:00";
}

/// Returns what is left of the session once the segment under way is over.
Millis rest_of_session(const session::Player& player, Millis now) {
    return session::left_in_session(player, now) - session::left_in_segment(player, now);
}

}  // namespace

Scene scene_of(const session::Player& player, Millis now, const std::string& notice,
               const Caption& caption) {
    const Millis left = shown_left(player, now);
    Scene scene;
    scene.name = exercise_name(player);
    scene.state = state_words(player);
    scene.word = large_word(player);
    scene.ink = ink_of(player);
    scene.stroke = scene.ink == Ink::work ? Stroke::solid : Stroke::shaded;
    set_digits(scene, player, left);
    scene.cue = cue_of(player, now, left, caption);
    scene.reading = reading_of(player, now, left, caption, scene.cue.size());
    const Millis in_session = left + rest_of_session(player, now);
    const Millis total = std::max<Millis>(player.script->timeline.total, 1ms);
    scene.progress = std::clamp(
        1.0 - static_cast<double>(in_session.count()) / static_cast<double>(total.count()), 0.0,
        1.0);
    scene.left = left_words(in_session);
    scene.next = next_words(player);
    scene.notice = notice;
    scene.keys = key_hints(player);
    scene.figure_room = has_figures(player);
    scene.figure = figure_of(player, now);
    return scene;
}

std::optional<Millis> next_change(const session::Player& player, Millis now,
                                  const Caption& caption) {
    if (player.phase == session::Phase::paused && caption.explains_since) {
        return now + 1s - std::max<Millis>(now - *caption.explains_since, 0ms) % 1s;
    }
    if (player.phase != session::Phase::running && player.phase != session::Phase::getting_ready)
        return std::nullopt;
    const Millis left = steady_left(player, now);
    const Millis held = session::left_to_hold(player, now);
    if (left + held <= 0ms) return now;
    // The number is rounded up, so it changes when the fraction has run out.
    const Millis fraction = left % 1s;
    return now + held + (fraction > 0ms ? fraction : Millis(1s));
}

namespace {

std::string_view side_capitals(Side side) {
    if (side == Side::both) return {};
    return side == Side::left ? "LEFT" : "RIGHT";
}

const PrescribedStep& step_of(const session::Player& player) {
    return player.script->prescription
        .steps[static_cast<std::size_t>(session::current_set(player).key.step) - 1];
}

/// Says what a segment is, whether or not the clock runs.
std::string segment_words(const session::Player& player) {
    const session::Segment& segment = session::current_segment(player);
    switch (segment.kind) {
        case session::SegmentKind::ready:
            return "GET READY";
        case session::SegmentKind::position_change:
            return "CHANGE POSITION";
        case session::SegmentKind::side_change:
            return "CHANGE SIDES";
        case session::SegmentKind::rest:
            return "REST";
        case session::SegmentKind::release:
            return "LET GO";
        case session::SegmentKind::rep:
            return fmt::format("REP {} OF {}", segment.rep,
                               session::current_set(player).reps.value_or(1));
        case session::SegmentKind::hold:
            if (segment.open_ended) return "AS LONG AS YOU LIKE";
            if (const auto reps = session::current_set(player).reps) {
                return fmt::format("HOLD {} OF {}", segment.rep, *reps);
            }
            return "HOLD";
        case session::SegmentKind::move:
            return "KEEP MOVING";
        case session::SegmentKind::ask:
            return "";
    }
    return {};
}

/// Names a set behind `lead` ("Next: " in a gap, "Then: " in work): by the name of another
/// exercise, or by what differs within the same.
std::string set_words(const session::Player& player, const session::PlannedSet& set,
                      std::string_view lead) {
    const auto step = static_cast<std::size_t>(set.key.step) - 1;
    const Work& work = player.script->prescription.steps[step].work;
    const std::string side = session::side_words(set.key.side);
    const session::PlannedSet& current = session::current_set(player);
    if (set.key.step != current.key.step) {
        return fmt::format("{}{}{}{}", lead, exercise_name(work, player), side.empty() ? "" : ", ",
                           side);
    }
    if (set.key.set == current.key.set) return fmt::format("{}{}", lead, side);
    return fmt::format("{}set {} of {}{}{}", lead, set.key.set, work.sets, side.empty() ? "" : ", ",
                       side);
}

std::string gap_words(const session::Player& player) {
    const session::PlannedSet& set = session::current_set(player);
    const Work& work = session::current_work(player);
    const std::string side = session::side_words(set.key.side);
    if (is_first_of_step(player)) return "Next: " + amount_words(work);
    if (set.key.set > 1) {
        return fmt::format("Next: set {} of {}{}{}", set.key.set, work.sets,
                           side.empty() ? "" : ", ", side);
    }
    return "Next: " + side;
}

}  // namespace

bool stands_still(const session::Player& player) {
    return player.phase == session::Phase::paused || player.phase == session::Phase::waiting;
}

bool is_first_of_step(const session::Player& player) {
    const auto& sets = player.script->timeline.sets;
    const std::size_t index = player.script->timeline.set_at(player.segment);
    return index == 0 || sets[index - 1].key.step != sets[index].key.step;
}

std::string state_words(const session::Player& player) {
    if (player.phase == session::Phase::getting_ready) return "GET READY";
    std::string words = segment_words(player);
    const session::PlannedSet& set = session::current_set(player);
    const int sets = session::current_work(player).sets;
    if (session::is_work(session::current_segment(player).kind) && sets > 1) {
        words += fmt::format(", SET {} OF {}", set.key.set, sets);
    }
    if (!stands_still(player)) return words;
    // The large word says PAUSE now, in the place of the side.
    const std::string_view side = side_capitals(session::current_segment(player).side);
    return fmt::format("PAUSED: {}{}{}", words, side.empty() ? "" : ", ", side);
}

std::string large_word(const session::Player& player) {
    if (stands_still(player)) return "PAUSE";
    const session::Segment& segment = session::current_segment(player);
    // A gap belongs to the set that it leads to; its own side is nobody's.
    const Side side =
        segment.side != Side::both ? segment.side : session::current_set(player).key.side;
    if (side != Side::both) return std::string(side_capitals(side));
    if (player.phase == session::Phase::getting_ready) return "READY";
    switch (segment.kind) {
        case session::SegmentKind::hold:
            return "HOLD";
        case session::SegmentKind::rep:
            return "REP";
        case session::SegmentKind::move:
            return "MOVE";
        case session::SegmentKind::rest:
        case session::SegmentKind::release:
            return "REST";
        default:
            return "READY";
    }
}

std::string next_words(const session::Player& player) {
    if (stands_still(player)) return "Space goes on.";
    const auto& sets = player.script->timeline.sets;
    const std::size_t index = player.script->timeline.set_at(player.segment);
    if (player.segment < sets[index].first) return gap_words(player);
    if (session::current_segment(player).open_ended) return "Space ends it.";
    if (index + 1 == sets.size()) return "Then: done";
    return set_words(player, sets[index + 1], "Then: ");
}

std::string left_words(Millis left) {
    const auto minutes = std::chrono::ceil<std::chrono::minutes>(left).count();
    if (minutes <= 1) return "last minute";
    if (minutes < 60) return fmt::format("{} min left", minutes);
    return fmt::format("{} h {} min left", minutes / 60, minutes % 60);
}

std::vector<KeyHint> key_hints(const session::Player& player) {
    if (stands_still(player)) {
        return {{"space", "go on"},
                {"p", "it hurts"},
                {"q", "finish"},
                {"h", "how it goes"},
                {"?", "all keys"}};
    }
    std::vector<KeyHint> hints;
    const bool ends =
        player.phase == session::Phase::running && session::current_segment(player).open_ended;
    hints.push_back({"space", ends ? "done" : "pause"});
    hints.push_back({"p", "it hurts"});
    if (!step_of(player).easier.empty()) hints.push_back({"e", "easier"});
    if (!ends) hints.push_back({"->", "next"});
    hints.push_back({"h", "how it goes"});
    hints.push_back({"<-", "again"});
    hints.push_back({"?", "all keys"});
    return hints;
}

}  // namespace hipflow::terminal
