// SPDX-License-Identifier: MIT
#include "sound/utterance.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace hipflow {
namespace {

using namespace std::chrono_literals;

const Work& work_of(const Plan& plan, const SetKey& key) {
    return plan.prescription.steps[static_cast<std::size_t>(key.step) - 1].work;
}

std::string plural(std::int64_t count, std::string_view unit) {
    return fmt::format("{} {}{}", count, unit, count == 1 ? "" : "s");
}

Rank rank_of(CueKind kind) {
    switch (kind) {
        case CueKind::start:
            return Rank::start;
        case CueKind::end:
            return Rank::end;
        case CueKind::name:
            return Rank::name;
        case CueKind::side:
            return Rank::side;
        case CueKind::set_up:
            return Rank::set_up;
        case CueKind::count:
            return Rank::count;
        case CueKind::half:
            return Rank::half;
        case CueKind::tick:
            return Rank::tick;
        case CueKind::guidance:
            return Rank::guidance;
    }
    return Rank::guidance;
}

/// One event as it is heard.
struct Heard {
    std::optional<Tone> tone;
    std::string text;
    Rank rank = Rank::answer;
};

class Listener {
   public:
    Listener(std::span<const Event> events, const Player& player, const Ears& ears,
             Millis not_before)
        : events_(events), player_(player), ears_(ears), not_before_(not_before) {}

    std::optional<Utterance> run() {
        for (const Event& event : events_) take(event);
        if (!any_) return std::nullopt;
        if (!ears_.tones) {
            tone_.reset();
        } else if (tone_ && !text_.empty() && !ears_.joined) {
            tone_.reset();
            lead_with_done();
        }
        if (!ears_.tones) lead_with_done();
        if (!ears_.voice) text_.clear();
        const bool hushes = rank_ == Rank::answer;
        if (!tone_ && text_.empty() && !hushes) return std::nullopt;
        return Utterance{tone_, std::move(text_), rank_, at_, first_};
    }

   private:
    void take(const Event& event) {
        const bool is_cue = std::holds_alternative<CueDue>(event.what) ||
                            std::holds_alternative<SegmentStarted>(event.what);
        if (is_cue && event.at < not_before_) return;
        const auto heard = std::visit(
            [&](const auto& what) -> std::optional<Heard> { return hear(what); }, event.what);
        if (!heard) return;
        // Of two that are equally important the later one: the other is past.
        if (!any_ || heard->rank <= rank_) at_ = event.at;
        rank_ = any_ ? std::min(rank_, heard->rank) : heard->rank;
        any_ = true;
        if (heard->tone && (!tone_ || heard->rank <= tone_rank_)) {
            tone_ = heard->tone;
            tone_rank_ = heard->rank;
        }
        if (!heard->text.empty() && (text_.empty() || heard->rank <= text_rank_)) {
            text_ = heard->text;
            text_rank_ = heard->rank;
        }
    }

    /// Where no tone says that work has ended, words do.
    void lead_with_done() {
        if (ended_) text_ = text_.empty() ? "Done." : "Done. " + text_;
    }

    std::optional<Heard> hear(const CueDue& due) {
        const Cue& cue = due.cue;
        switch (cue.kind) {
            case CueKind::start:
                return Heard{Tone::start, start_words(cue), Rank::start};
            case CueKind::end:
                ended_ = true;
                return Heard{end_tone(), "", Rank::end};
            case CueKind::count:
                // Spoken, or beeped: both would be too much.
                return Heard{tone_without_voice(Tone::count), cue.text, Rank::count};
            case CueKind::half:
                return Heard{tone_without_voice(Tone::half), cue.text, Rank::half};
            default:
                return Heard{std::nullopt, cue.text, rank_of(cue.kind)};
        }
    }

    std::optional<Tone> tone_without_voice(Tone tone) const {
        return ears_.voice ? std::nullopt : std::optional(tone);
    }

    std::string start_words(const Cue& cue) const {
        const Segment& segment = player_.plan->timeline.segments[cue.segment];
        if (segment.open_ended) {
            return fmt::format("As long as you like, up to {}.", spoken_duration(segment.duration));
        }
        return ears_.tones && ears_.joined ? "" : "Begin.";
    }

    /// What ends a set also says what follows it.
    Tone end_tone() const {
        for (const Event& event : events_) {
            const auto* started = std::get_if<SegmentStarted>(&event.what);
            if (started == nullptr) continue;
            const SegmentKind kind = player_.plan->timeline.segments[started->segment].kind;
            if (kind == SegmentKind::side_change) return Tone::switch_sides;
            if (kind == SegmentKind::rest) return Tone::rest;
        }
        return Tone::end;
    }

    std::optional<Heard> hear(const SegmentStarted& started) {
        if (started.segment == 0) first_ = true;
        const SegmentKind kind = player_.plan->timeline.segments[started.segment].kind;
        if (kind != SegmentKind::ready && started.segment != 0) return std::nullopt;
        return Heard{Tone::get_ready, "", Rank::tick};
    }

    static std::optional<Heard> hear(const Paused& paused) {
        switch (paused.reason) {
            case PauseReason::asked:
                return Heard{std::nullopt, "Paused."};
            case PauseReason::slept:
                return Heard{std::nullopt, "Paused. The computer slept."};
            case PauseReason::stopped:
                return Heard{std::nullopt, "Paused. The program was stopped."};
            case PauseReason::hurts:
            case PauseReason::question:
                return Heard{};
        }
        return Heard{};
    }

    std::optional<Heard> hear(const Resumed& resumed) {
        first_ = true;
        if (resumed.get_ready == 0ms) return Heard{std::nullopt, "Going on."};
        return Heard{Tone::get_ready, "Get ready."};
    }

    std::optional<Heard> hear(const WentBack& back) const {
        const SetKey& key = player_.plan->timeline.sets[back.set].key;
        return Heard{Tone::get_ready,
                     fmt::format("Again: {}", name_words(work_of(*player_.plan, key), key.side))};
    }

    static std::optional<Heard> hear(const Skipped& /*skipped*/) { return Heard{}; }
    static std::optional<Heard> hear(const Easier& /*easier*/) { return Heard{}; }
    static std::optional<Heard> hear(const Undone& /*undone*/) {
        return Heard{Tone::get_ready, "Taken back. Get ready."};
    }
    static std::optional<Heard> hear(const MoreTime& more) {
        return Heard{std::nullopt, fmt::format("{} more.", spoken_duration(more.added))};
    }
    static std::optional<Heard> hear(const NothingEasier& /*nothing*/) {
        return Heard{std::nullopt, "There is nothing easier. Make the movement smaller."};
    }
    static std::optional<Heard> hear(const TimeLeft& left) {
        return Heard{std::nullopt,
                     fmt::format("{} left here, {} in all.", spoken_duration(left.segment),
                                 spoken_duration(left.session))};
    }
    static std::optional<Heard> hear(const PeakAsked& /*asked*/) {
        return Heard{std::nullopt, "A question is on the screen."};
    }
    static std::optional<Heard> hear(const Finished& finished) {
        return Heard{Tone::all_done, finished.completed ? "Well done." : "Finished here."};
    }
    static std::optional<Heard> hear(const SetEnded& /*silent*/) { return std::nullopt; }
    static std::optional<Heard> hear(const PainAsked& /*silent*/) { return std::nullopt; }

    std::span<const Event> events_;
    const Player& player_;
    const Ears& ears_;
    Millis not_before_;
    bool any_ = false;
    bool ended_ = false;
    bool first_ = false;
    std::optional<Tone> tone_;
    std::string text_;
    Rank rank_ = Rank::waking;
    Rank tone_rank_ = Rank::waking;
    Rank text_rank_ = Rank::waking;
    Millis at_{};
};

/// What keys make a session say, in any session.
std::vector<Utterance> answers(const Ears& ears) {
    const auto fixed =
        std::to_array<Happening>({Paused{PauseReason::asked}, Resumed{5s}, Resumed{0ms}, Undone{0},
                                  MoreTime{10s}, Finished{false}, NothingEasier{}});
    const Player nobody;
    std::vector<Utterance> all;
    for (const auto& what : fixed) {
        const std::array event = {Event{0ms, what}};
        if (auto utterance = utterance_for(event, nobody, ears, 0ms)) {
            all.push_back(*std::move(utterance));
        }
    }
    return all;
}

bool sounds_alike(const Utterance& one, const Utterance& other) {
    return one.tone == other.tone && one.text == other.text && one.first == other.first;
}

}  // namespace

std::optional<Utterance> utterance_for(std::span<const Event> events, const Player& player,
                                       const Ears& ears, Millis not_before) {
    return Listener(events, player, ears, not_before).run();
}

Turn at_once(Turn turn, Now now) {
    Turn due = advance(std::move(turn.player), now);
    turn.player = std::move(due.player);
    turn.events.insert(turn.events.end(), due.events.begin(), due.events.end());
    return turn;
}

std::vector<Utterance> foreseeable(const std::shared_ptr<const Plan>& plan, const Ears& ears) {
    std::vector<Utterance> all;
    const auto add = [&](std::optional<Utterance> utterance) {
        if (!utterance || (!utterance->tone && utterance->text.empty())) return;
        const bool known = std::any_of(all.begin(), all.end(), [&](const Utterance& other) {
            return sounds_alike(*utterance, other);
        });
        if (!known) all.push_back(*std::move(utterance));
    };
    Turn turn = at_once(resume(begin(plan), {}), {});
    Millis now{};
    while (true) {
        add(utterance_for(turn.events, turn.player, ears, 0ms));
        if (turn.player.phase == Phase::finished) break;
        // Looked at only when something is due: no pulse is needed where nobody can be stopped.
        if (const auto next = next_deadline(turn.player)) {
            now = *next;
            turn = advance(std::move(turn.player), {now});
        } else {
            turn = at_once(resume(std::move(turn.player), {now}), {now});
        }
    }
    for (auto& answer : answers(ears)) add(std::move(answer));
    return all;
}

std::string spoken_duration(Millis value) {
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(value).count();
    if (seconds < 60) return plural(seconds, "second");
    if (seconds >= 120) return plural((seconds + 59) / 60, "minute");
    if (seconds == 60) return plural(1, "minute");
    return fmt::format("{} {}", plural(1, "minute"), plural(seconds - 60, "second"));
}

}  // namespace hipflow
