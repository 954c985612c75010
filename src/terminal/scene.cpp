// SPDX-License-Identifier: MIT
#include "terminal/scene.h"

#include <fmt/format.h>

#include <algorithm>

#include "domain/amount.h"
#include "terminal/scene_figure.h"
#include "terminal/scene_words.h"

namespace hipflow {
namespace {

using namespace std::chrono_literals;

Millis length(const Player& player) { return current_segment(player).duration + player.extended; }

std::int64_t seconds(Millis value) {
    return std::chrono::ceil<std::chrono::seconds>(value).count();
}

/// Rounded up: everything in the scene hangs on it, so that all of it changes at one moment.
Millis shown_left(const Player& player, Millis now) {
    return std::chrono::ceil<std::chrono::seconds>(left_in_segment(player, now));
}

/// How often one cue gives way to the next in work: calm, but not the same for a minute.
constexpr Millis cue_stays = 15s;

std::string work_cue(const Player& player, Millis left) {
    const auto& cues = current_work(player).exercise.cues;
    if (cues.empty()) return {};
    Millis since_begin = player.phase == Phase::getting_ready ? 0ms : length(player) - left;
    for (std::size_t i = current_set(player).first; i < player.segment; ++i) {
        since_begin += player.plan->timeline.segments[i].duration;
    }
    const auto turn = static_cast<std::size_t>(std::max<Millis>(since_begin, 0ms) / cue_stays);
    return cues[turn % cues.size()];
}

/// An exercise that begins, or has just come in another's place: how it begins and goes.
std::vector<std::string> introduction_of(const Exercise& exercise) {
    std::vector<std::string> lines = {exercise.start};
    lines.insert(lines.end(), exercise.instructions.begin(), exercise.instructions.end());
    lines.erase(std::remove(lines.begin(), lines.end(), std::string()), lines.end());
    return lines;
}

/// In a gap there is time to read. Between two sets of one exercise it is known by now; but a gap
/// that was made longer was so to be read in.
std::vector<std::string> cue_of(const Player& player, Millis left) {
    const Exercise& exercise = current_work(player).exercise;
    const bool new_exercise = is_first_of_step(player) || player.extended > 0ms;
    if (player.phase == Phase::getting_ready && left > 5s) return introduction_of(exercise);
    if (is_gap(current_segment(player).kind) && new_exercise) return introduction_of(exercise);
    std::string cue = work_cue(player, left);
    if (cue.empty()) return {};
    return {std::move(cue)};
}

Ink ink_of(const Player& player) {
    if (stands_still(player)) return Ink::alert;
    const bool works = player.phase == Phase::running && is_work(current_segment(player).kind);
    return works ? Ink::work : Ink::gap;
}

/// Of a rep its number; of everything else the seconds that are left, or from 100 s on the clock.
void set_digits(Scene& scene, const Player& player, Millis left) {
    const Segment& segment = current_segment(player);
    const bool counts_reps =
        segment.kind == SegmentKind::rep && player.phase != Phase::getting_ready;
    if (counts_reps) {
        const int all = current_set(player).reps.value_or(1);
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

/// What is left of the session once the segment under way is over.
Millis rest_of_session(const Player& player, Millis now) {
    return left_in_session(player, now) - left_in_segment(player, now);
}

}  // namespace

Scene scene_of(const Player& player, Millis now, const std::string& notice) {
    const Millis left = shown_left(player, now);
    Scene scene;
    scene.name = current_work(player).exercise.name;
    scene.state = state_words(player);
    scene.word = large_word(player);
    scene.ink = ink_of(player);
    scene.stroke = scene.ink == Ink::work ? Stroke::solid : Stroke::shaded;
    set_digits(scene, player, left);
    scene.cue = cue_of(player, left);
    const int whole = static_cast<int>(seconds(length(player)));
    const int passed = whole - static_cast<int>(left / 1s);
    scene.reading = {std::clamp(passed, 0, whole), whole};
    const Millis in_session = left + rest_of_session(player, now);
    const Millis total = std::max<Millis>(player.plan->timeline.total, 1ms);
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

std::optional<Millis> next_change(const Player& player, Millis now) {
    if (player.phase != Phase::running && player.phase != Phase::getting_ready) return std::nullopt;
    const Millis left = left_in_segment(player, now);
    if (left <= 0ms) return now;
    // A shown number is rounded up, so it changes when the fraction has run out.
    const Millis fraction = left % 1s;
    return now + (fraction > 0ms ? fraction : Millis(1s));
}

}  // namespace hipflow
