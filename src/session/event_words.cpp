// SPDX-License-Identifier: MIT
#include "session/event_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "domain/names.h"
#include "session/teller.h"

namespace hipflow::session {
namespace {

using namespace std::chrono_literals;

/// A sentence for each Telling.
using ByTelling = std::array<std::string_view, 2>;

constexpr ByTelling paused_words(PauseReason reason) {
    switch (reason) {
        case PauseReason::asked:
            return {"Paused. Press Enter to continue.", ""};
        case PauseReason::slept:
            return {"Paused: the computer slept. Press Enter to continue.",
                    "The computer slept. Press space to continue."};
        case PauseReason::stopped:
            return {"Paused: hipflow was stopped for a while. Press Enter to continue.",
                    "hipflow was stopped. Press space to continue."};
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
        return fmt::format("Get ready: {}.", spell_duration(resumed.get_ready));
    }
    std::string operator()(const SetEnded& ended) const {
        // Without an undo there is nothing to say: what comes next is said anyway.
        if (telling != Telling::lines || !player.undo || ended.passed_over) return {};
        if (ended.progress.status == SetStatus::skipped) {
            return "Skipped. u undoes that for 5 seconds.";
        }
        if (ended.progress.status != SetStatus::partial) return {};
        return fmt::format("Stopped after {}. u undoes that for 5 seconds.",
                           spell_duration(ended.progress.credit));
    }
    std::string operator()(const Skipped& /*skipped*/) const {
        return telling == Telling::notice ? with_undo("Skipped.") : std::string();
    }
    std::string operator()(const ToCountIn& /*on*/) const {
        return with_undo("On to the count-in.");
    }
    std::string operator()(const Undone& /*undone*/) const { return "Taken back."; }
    std::string operator()(const NothingToUndo& /*nothing*/) const {
        return "Nothing to take back.";
    }
    std::string operator()(const WentBack& back) const {
        if (telling == Telling::notice) return "Once more.";
        const SetKey& key = player.script->timeline.sets[back.set].key;
        const Work& work = step_of(player.script->prescription, key).work;
        const std::string side = side_words(key.side);
        return fmt::format("Again: {}{}{}.", name_of(work), side.empty() ? "" : ", ", side);
    }
    std::string operator()(const Easier& /*easier*/) const {
        if (telling != Telling::notice) return {};
        return fmt::format("Easier: {}.", name_of(current_work(player)));
    }
    std::string operator()(const MoreTime& more) const {
        return fmt::format("{} more.", spell_duration(more.added));
    }
    std::string operator()(const MoreRepsAdded& more) const {
        const int all = current_set(player).reps.value_or(0);
        return fmt::format("{} more reps, {} in all.", more.added, all);
    }
    std::string operator()(const NothingMore& /*nothing*/) const {
        return "There is no room for more in this session.";
    }
    std::string operator()(const Swapped& /*swapped*/) const {
        if (telling != Telling::notice) return {};
        return fmt::format("Instead: {}.", name_of(current_work(player)));
    }
    std::string operator()(const NothingToSwap& /*nothing*/) const {
        return "There is nothing to put in its place.";
    }
    std::string operator()(const GoneTo& gone) const {
        const SetKey& key = player.script->timeline.sets[gone.set].key;
        const std::string name = name_of(step_of(player.script->prescription, key).work);
        if (gone.back) return fmt::format("Back to {}.", name);
        if (telling == Telling::notice) return with_undo(fmt::format("On to {}.", name));
        const std::string skipped = gone.passed_over == 0 ? ""
                                    : gone.passed_over == 1
                                        ? " One set is skipped."
                                        : fmt::format(" {} sets are skipped.", gone.passed_over);
        return fmt::format("On to {}.{} u undoes that for 5 seconds.", name, skipped);
    }
    std::string operator()(const NothingEasier& /*nothing*/) const {
        return "There is nothing easier. Make the movement smaller.";
    }
    std::string operator()(const TimeLeft& left) const {
        return fmt::format("{} to go, {} in all.", spell_duration(left.segment),
                           spell_duration(left.session));
    }
    std::string operator()(const PeakAsked& /*asked*/) const { return {}; }
    std::string operator()(const Finished& /*finished*/) const { return {}; }
    // These are told by cues, or by what comes of them.
    std::string operator()(const SegmentStarted& /*started*/) const { return {}; }
    std::string operator()(const CueDue& /*due*/) const { return {}; }
    std::string operator()(const GapHeld& /*held*/) const { return {}; }
    std::string operator()(const PainAsked& /*asked*/) const { return {}; }
    std::string operator()(const Announced& /*announced*/) const { return {}; }
    std::string operator()(const StillPaused& /*still*/) const {
        return one_of({"Still paused. Press Enter to continue.", ""});
    }
    std::string operator()(const BeginsNow& /*now*/) const { return with_undo("Begins now."); }
    std::string operator()(const Explained& /*explained*/) const { return {}; }

   private:
    std::string name_of(const Work& work) const {
        return written_name(work.exercise, language_of(player.script->hearing));
    }
    /// In a notice, with the offer to take it back where that can be done.
    std::string with_undo(std::string_view words) const {
        const bool offers = telling == Telling::notice && player.undo;
        return std::string(words) + (offers ? " u undoes that." : "");
    }
    std::string one_of(const ByTelling& words) const {
        return std::string(words.at(static_cast<std::size_t>(telling)));
    }
};

}  // namespace

std::string event_words(const Happening& what, const Player& player, Telling telling) {
    return std::visit(Phrasing{player, telling}, what);
}

std::string_view finished_words(bool completed) {
    return completed ? "Well done." : "Finished here.";
}

namespace {

/// Answers an event in sound.
struct Answering {
    const Player& player;
    const Hearing& hearing;

    std::vector<Cue> operator()(const CueDue& due) const {
        // What is planned or announced is heard anyway. The end of what lasts as long as one likes
        // is neither.
        if (due.planned || due.cue.kind != CueKind::end) return {};
        if (!hearing.tones) return said(hearing.say(Say::ended));
        Cue end = due.cue;
        end.at = 0ms;
        end.tone = Tone::end;
        return {end};
    }
    std::vector<Cue> operator()(const Announced& announced) const { return announced.lines; }
    std::vector<Cue> operator()(const Paused& paused) const {
        switch (paused.reason) {
            case PauseReason::asked:
                return said(hearing.say(Say::paused));
            case PauseReason::slept:
                return said(hearing.say(Say::slept));
            case PauseReason::stopped:
                return said(hearing.say(Say::stopped));
            case PauseReason::hurts:
            case PauseReason::question:
                break;
        }
        return {};
    }
    std::vector<Cue> operator()(const StillPaused& /*still*/) const {
        return said(hearing.say(Say::still_paused));
    }
    std::vector<Cue> operator()(const MoreTime& more) const {
        if (player.phase == Phase::getting_ready) return {};  // announced
        MessageValues values;
        values.time = more.added;
        return said(hearing.say(Say::more, values));
    }
    std::vector<Cue> operator()(const MoreRepsAdded& more) const {
        MessageValues values;
        values.n = more.added;
        return said(hearing.say(Say::more_reps, values));
    }
    std::vector<Cue> operator()(const NothingMore& /*nothing*/) const {
        return said(hearing.say(Say::no_more));
    }
    std::vector<Cue> operator()(const NothingToSwap& /*nothing*/) const {
        if (player.phase == Phase::getting_ready) return {};  // announced
        return said(hearing.say(Say::no_swap));
    }
    std::vector<Cue> operator()(const NothingEasier& /*nothing*/) const {
        if (player.phase == Phase::getting_ready) return {};  // announced
        return said(hearing.say(Say::no_easier));
    }
    std::vector<Cue> operator()(const NothingToUndo& /*nothing*/) const {
        if (player.phase == Phase::getting_ready) return {};  // announced
        return said(hearing.say(Say::no_undo));
    }
    std::vector<Cue> operator()(const TimeLeft& left) const {
        MessageValues values;
        values.time = left.segment;
        values.total = left.session;
        return said(hearing.say(Say::left_here, values));
    }
    std::vector<Cue> operator()(const PainAsked& /*asked*/) const {
        const auto under_way = set_to_leave();
        const auto place = under_way ? std::optional(place_at(*under_way)) : std::nullopt;
        return cues_of(stop_there(place, hearing), player.segment);
    }
    std::vector<Cue> operator()(const PeakAsked& /*asked*/) const {
        const SpokenExercise words = spoken(place().step->work.exercise, language_of(hearing));
        MessageValues values;
        values.name = words.name.text;
        return cues_of(remark(hearing.say(Say::ask_peak, values), hearing), player.segment);
    }
    std::vector<Cue> operator()(const Finished& finished) const {
        return cues_of(farewell(place(), finished.completed, hearing), player.segment);
    }
    // These are told by what comes of them.
    template <typename Other>
    std::vector<Cue> operator()(const Other& /*other*/) const {
        return {};
    }

   private:
    SetPlace place_at(std::size_t set) const {
        return place_of(player.script->prescription, player.script->timeline, set);
    }
    SetPlace place() const { return place_at(player.script->timeline.set_at(player.segment)); }
    /// The set that the body is in: the one under way; in a gap the last one, until it has been
    /// said how to come out of it.
    std::optional<std::size_t> set_to_leave() const {
        const std::size_t index = player.script->timeline.set_at(player.segment);
        const PlannedSet& set = player.script->timeline.sets[index];
        if (player.segment >= set.first) {
            return player.segment < set.last ? std::optional(index) : std::nullopt;
        }
        const bool unsaid = std::ranges::any_of(player.script->cues, [&](const Cue& cue) {
            return cue.kind == CueKind::finish && cue.segment == player.segment &&
                   cue.at + sound_length(cue, hearing) > player.position;
        });
        return unsaid && index > 0 ? std::optional(index - 1) : std::nullopt;
    }
    std::vector<Cue> said(const Phrase& words) const {
        if (words.text.empty()) return {};
        return {{player.segment, 0ms, CueKind::name, words.text, words.language, {}, true}};
    }
};

}  // namespace

std::vector<Cue> answer_to(const Happening& what, const Player& player) {
    return std::visit(Answering{player, player.script->hearing}, what);
}

}  // namespace hipflow::session
