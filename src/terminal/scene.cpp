// SPDX-License-Identifier: MIT
#include "terminal/scene.h"

#include <fmt/format.h>

#include <algorithm>

#include "terminal/exercise_words.h"

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

/// The length of what is counted down: the segment, or the get-ready before it. A gap that is held
/// grows second by second, which is not shown.
Millis whole_of(const session::Player& player, Millis now) {
    const Millis left = steady_left(player, now);
    if (player.phase == session::Phase::getting_ready) {
        return std::max(player.announced.length, left);
    }
    const session::Segment& segment = session::current_segment(player);
    return session::is_gap(segment.kind) ? std::max(segment.duration, left) : length(player);
}

/// How often the bar moves. That of a rep shows when to move, so it does not jump.
Millis step_of_bar(const session::Player& player) {
    const bool reps = player.phase == session::Phase::running &&
                      session::current_segment(player).kind == session::SegmentKind::rep;
    return reps ? 250ms : 1000ms;
}

/// What is left, rounded up to steps of the bar. All of the scene depends on it, so that all
/// changes at one moment.
Millis shown_left(const session::Player& player, Millis now) {
    const Millis step = step_of_bar(player);
    return (steady_left(player, now) + step - 1ms) / step * step;
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

/// Numbers the steps of an exercise.
std::vector<std::string> numbered(std::vector<std::string> steps) {
    if (steps.size() < 2) return steps;
    int number = 0;
    for (auto& step : steps) step = fmt::format("{} {}", ++number, step);
    return steps;
}

/// Returns the words to read where nothing is heard. A gap before a new exercise introduces it; so
/// does any gap that was made longer, since that was done to read.
std::vector<std::string> silent_words(const session::Player& player, Millis left) {
    const bool gap = session::is_gap(session::current_segment(player).kind);
    const bool new_exercise = is_first_of_step(player) || player.extended > 0ms;
    const bool long_ready = player.phase == session::Phase::getting_ready && left > 5s;
    if (long_ready || (gap && new_exercise)) return numbered(introduction_of(player));
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
    const int passed = whole - static_cast<int>(seconds(left));
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
        scene.digits = fmt::format("{}", segment.rep);
        scene.digits_room = all < 10 ? "0" : all < 100 ? "00" : "000";
        scene.unit =
            fmt::format("{} {}", session::current_segment(player).open_ended ? "up to" : "of", all);
        return;
    }
    const std::int64_t value = seconds(left);
    if (value < 100) {
        scene.digits = fmt::format("{}", value);
        scene.digits_room = "00";
        scene.unit = value == 1 ? "second" : "seconds";
        return;
    }
    scene.digits = fmt::format("{}:{:02}", value / 60, value % 60);
    scene.digits_room = value >= 600 ? "00:00" : "0:00";
    scene.unit = "minutes";
}

/// Returns whether the seconds are a bar alone, since what to do next is large: before a new
/// exercise or side.
bool leads_on(const session::Player& player) {
    if (takes_position(player)) return true;
    return player.phase != session::Phase::getting_ready &&
           session::current_segment(player).kind == session::SegmentKind::side_change;
}

SideWords side_of(const session::Player& player) {
    const Side side = working_side(player);
    if (side == Side::both) return {};
    std::string words = large_side(player, side);
    const std::string opposite = large_side(player, other(side));
    std::string room = opposite.size() > words.size() ? opposite : words;
    return {side, std::move(words), std::move(room)};
}

/// Returns where each exercise ends, as a share of the session.
std::vector<double> ticks_of(const session::Player& player) {
    const session::Timeline& timeline = player.script->timeline;
    const auto starts = timeline.starts();
    const double total = std::max<double>(static_cast<double>(timeline.total.count()), 1);
    std::vector<double> ticks;
    int step = timeline.segments.empty() ? 0 : timeline.segments.front().key.step;
    for (std::size_t i = 0; i < timeline.segments.size(); ++i) {
        if (timeline.segments[i].key.step == step) continue;
        step = timeline.segments[i].key.step;
        ticks.push_back(static_cast<double>(starts[i].count()) / total);
    }
    ticks.push_back(1);
    return ticks;
}

/// Sets how far the segment is. What is open-ended has no bar.
void set_bar(Scene& scene, const session::Player& player, Millis now, Millis left) {
    const bool open = player.phase != session::Phase::getting_ready &&
                      session::current_segment(player).open_ended;
    if (open) return;
    const Millis whole = std::max<Millis>(whole_of(player, now), 1ms);
    scene.bar = std::clamp(
        1.0 - static_cast<double>(left.count()) / static_cast<double>(whole.count()), 0.0, 1.0);
    if (scene.digits.empty()) scene.clock = fmt::format("{} s", seconds(left));
}

/// Sets how far the session is. Its time changes with the seconds.
void set_progress(Scene& scene, const session::Player& player, Millis in_session) {
    const Millis total = std::max<Millis>(player.script->timeline.total, 1ms);
    scene.progress = std::clamp(
        1.0 - static_cast<double>(in_session.count()) / static_cast<double>(total.count()), 0.0,
        1.0);
    scene.ticks = ticks_of(player);
    scene.count = count_words(player);
    scene.time = time_words(in_session);
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
    set_progress(scene, player, left + rest_of_session(player, now));
    scene.headline = headline(player);
    if (!leads_on(player)) set_digits(scene, player, left);
    scene.side = side_of(player);
    scene.state = state_words(player);
    set_bar(scene, player, now, left);
    scene.cue = cue_of(player, now, left, caption);
    scene.reading = reading_of(player, now, left, caption, scene.cue.size());
    scene.next = next_words(player);
    scene.road = road_ahead(player);
    scene.notice = notice;
    scene.keys = key_hints(player);
    scene.ink = ink_of(player);
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
    // What is shown is rounded up, so it changes when the fraction has run out.
    const Millis step = step_of_bar(player);
    const Millis fraction = left % step;
    return now + held + (fraction > 0ms ? fraction : step);
}

}  // namespace hipflow::terminal
