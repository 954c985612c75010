// SPDX-License-Identifier: MIT
#include "session/event_words.h"

#include <fmt/format.h>

#include <array>

#include "domain/names.h"

namespace hipflow::session {
namespace {

using namespace std::chrono_literals;

/// A sentence for each Telling.
using ByTelling = std::array<std::string_view, 3>;

constexpr ByTelling paused_words(PauseReason reason) {
    switch (reason) {
        case PauseReason::asked:
            return {"Paused.", "Paused. Enter goes on.", ""};
        case PauseReason::slept:
            return {"Paused. The computer slept.", "Paused: the computer slept. Enter goes on.",
                    "The computer slept. Space goes on."};
        case PauseReason::stopped:
            return {"Paused. The program was stopped.",
                    "Paused: hipflow was stopped for a while. Enter goes on.",
                    "hipflow was stopped. Space goes on."};
        case PauseReason::hurts:
        case PauseReason::question:
            break;
    }
    return {};
}

/// Puts an event into words for one way of telling.
struct Phrasing {
    const Player& player;
    Telling telling;

    std::string operator()(const Paused& paused) const {
        return one_of(paused_words(paused.reason));
    }
    std::string operator()(const Resumed& resumed) const {
        if (telling == Telling::notice) return {};
        if (resumed.get_ready == 0ms) return "Going on.";
        if (telling == Telling::voice) return "Get ready.";
        return fmt::format("Get ready: {}.", spell_duration(resumed.get_ready));
    }
    std::string operator()(const SetEnded& ended) const {
        // Without an undo there is nothing to say: what comes next is said anyway.
        if (telling != Telling::lines || !player.undo) return {};
        if (ended.progress.status == SetStatus::skipped) {
            return "Skipped. u takes that back for 5 seconds.";
        }
        if (ended.progress.status != SetStatus::partial) return {};
        return fmt::format("Left after {}. u takes that back for 5 seconds.",
                           spell_duration(ended.progress.credit));
    }
    std::string operator()(const Skipped& /*skipped*/) const {
        return one_of({"", "", "Skipped. u takes that back."});
    }
    std::string operator()(const Undone& /*undone*/) const {
        return one_of({"Taken back. Get ready.", "Taken back.", "Taken back."});
    }
    std::string operator()(const WentBack& back) const {
        if (telling == Telling::notice) return "Once more.";
        const SetKey& key = player.script->timeline.sets[back.set].key;
        const Work& work = step_of(player.script->prescription, key).work;
        if (telling == Telling::voice) return fmt::format("Again: {}", name_words(work, key.side));
        const std::string side = side_words(key.side);
        return fmt::format("Again: {}{}{}.", work.exercise.name, side.empty() ? "" : ", ", side);
    }
    std::string operator()(const Easier& /*easier*/) const {
        if (telling != Telling::notice) return {};
        return fmt::format("Easier: {}.", current_work(player).exercise.name);
    }
    std::string operator()(const MoreTime& more) const {
        return fmt::format("{} more.", duration(more.added));
    }
    std::string operator()(const NothingEasier& /*nothing*/) const {
        return "There is nothing easier. Make the movement smaller.";
    }
    std::string operator()(const TimeLeft& left) const {
        return fmt::format("{} left here, {} in all.", duration(left.segment),
                           duration(left.session));
    }
    std::string operator()(const PeakAsked& /*asked*/) const {
        return one_of({"A question is on the screen.", "", ""});
    }
    std::string operator()(const Finished& finished) const {
        return one_of({finished_words(finished.completed), "", ""});
    }
    // These are told by cues, or by what comes of them.
    std::string operator()(const SegmentStarted& /*started*/) const { return {}; }
    std::string operator()(const CueDue& /*due*/) const { return {}; }
    std::string operator()(const GapHeld& /*held*/) const { return {}; }
    std::string operator()(const PainAsked& /*asked*/) const { return {}; }

   private:
    std::string one_of(const ByTelling& words) const {
        return std::string(words.at(static_cast<std::size_t>(telling)));
    }
    std::string duration(Millis value) const {
        return telling == Telling::voice ? spoken_duration(value) : spell_duration(value);
    }
};

}  // namespace

std::string event_words(const Happening& what, const Player& player, Telling telling) {
    return std::visit(Phrasing{player, telling}, what);
}

std::string_view finished_words(bool completed) {
    return completed ? "Well done." : "Finished here.";
}

std::string spoken_duration(Millis value) {
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(value).count();
    if (seconds < 60) return plural(seconds, "second");
    if (seconds >= 120) return plural((seconds + 59) / 60, "minute");
    if (seconds == 60) return plural(1, "minute");
    return fmt::format("{} {}", plural(1, "minute"), plural(seconds - 60, "second"));
}

}  // namespace hipflow::session
