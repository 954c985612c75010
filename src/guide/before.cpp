// SPDX-License-Identifier: MIT
#include "guide/before.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "coach/ending.h"
#include "coach/gate.h"
#include "coach/safety.h"
#include "domain/error.h"
#include "today/entries.h"
#include "today/last_told.h"
#include "today/mornings.h"
#include "today/signs.h"
#include "today/told.h"

namespace hipflow::guide {
namespace {

constexpr auto asked_about_news_for = std::chrono::days(28);  // after numbness, or pain in the leg

SymptomKind kind_of(session::News news) {
    switch (news) {
        case session::News::numbness:
            return SymptomKind::numbness;
        case session::News::saddle:
            return SymptomKind::saddle;
        case session::News::weakness:
            return SymptomKind::weakness;
        case session::News::gave_way:
            return SymptomKind::gave_way;
        case session::News::none:
        case session::News::emergency:
            break;
    }
    return SymptomKind::emergency;
}

/// Returns whether the sign is of one leg or the other.
bool has_side(session::News news) {
    using enum session::News;
    return news == numbness || news == weakness || news == gave_way;
}

/// Returns whether the last weeks call for the question about new numbness or weakness.
bool asks_for_news(const store::Store& store, Day today) {
    const Day since = today - asked_about_news_for;
    if (store.leg_told_since(since)) return true;
    return std::ranges::any_of(store.symptoms_since(since), [](const Symptom& symptom) {
        constexpr auto kinds =
            std::to_array({SymptomKind::further, SymptomKind::numbness, SymptomKind::saddle,
                           SymptomKind::weakness, SymptomKind::gave_way, SymptomKind::emergency});
        return std::ranges::find(kinds, symptom.kind) != kinds.end();
    });
}

std::optional<session::News> news_of(terminal::Face& face, const CareWords& words,
                                     const store::Store& store, const session::GivenAnswers& given,
                                     Day today) {
    if (given.news || !given.ask) return given.news;
    return asks_for_news(store, today) ? ask_news(face, words) : std::nullopt;
}

/// Returns what new signs make of today, whatever the score.
struct NewsDecision {
    Gate gate = Gate::none;
    std::optional<Care> reason;
    coach::Ending ending = coach::Ending::session;
};

NewsDecision decide_news(session::News news) {
    switch (news) {
        case session::News::none:
            return {};
        case session::News::numbness:
            return {Gate::rest, Care::told_numbness, coach::Ending::leg_signs};
        case session::News::gave_way:
            return {Gate::gentle, Care::told_gave_way, coach::Ending::session};
        case session::News::weakness:
            return {Gate::refused, Care::told_weakness, coach::Ending::weakness};
        case session::News::saddle:
        case session::News::emergency:
            break;
    }
    return {Gate::refused, Care::told_emergency, coach::Ending::emergency};
}

/// Returns whether one step beyond the gate may be chosen: from rest to the gentler session, and
/// from that to the planned one only if pain now is low all the same. See docs/design/care.md,
/// "Rules", A8.
bool may_go_beyond(const Before& before, session::News news, const PainThresholds& pain) {
    if (news != session::News::none || before.ending == coach::Ending::severe_pain) return false;
    if (before.gate == Gate::rest) return true;
    return before.gate == Gate::gentle && before.pain && before.pain->value() < pain.before_gentle;
}

void choose(terminal::Face& face, const CareWords& words, Before& before, bool beyond) {
    std::vector<std::string> options = words.list(Care::gentle_choice);
    if (before.gate == Gate::rest) {
        options = words.list(before.move ? Care::move_choice : Care::rest_choice);
        if (beyond) options.push_back(words.say(Care::beyond_rest));
    }
    const auto choice = ask_letter(face, "", options);
    if (choice == 'f' || (before.move && !choice)) before.gate = Gate::flare;
    if (choice == 'g') before.override_gate = true;
}

/// Takes what was given on the command line in place of the choice.
void take_given(Before& before, const session::GivenAnswers& given, bool beyond) {
    if (before.ending == coach::Ending::rest && given.flare) before.gate = Gate::flare;
    if (given.override_gate && beyond && before.gate != Gate::flare) before.override_gate = true;
}

/// Returns what Enter takes: what was told last time, or this morning.
Offer offer_of(const store::Store& store, const Stamp& now, const PainThresholds& thresholds) {
    const auto told = today::last_told(store, now.local_day, thresholds);
    if (!told) return {};
    const bool this_morning =
        told->moment == Moment::morning && told->felt.local_day == now.local_day;
    return {{told->score, told->site, told->side, told->furthest},
            this_morning ? Care::as_this_morning : Care::as_last_time};
}

PainAnswer pain_now(terminal::Face& face, const CareWords& words,
                    const session::GivenAnswers& given, const Offer& offer) {
    PainAnswer answer{given.pain_before, given.site, given.side, given.furthest};
    if (answer.score || !given.ask) return answer;
    Offer in_sight = offer;
    in_sight.comes_first = true;
    return ask_pain_now(face, words, words.say(Care::ask_pain_now), in_sight);
}

}  // namespace

void record_news(Recorder& recorder, session::News news, std::optional<Side> side) {
    if (news == session::News::none) return;
    recorder.symptom(kind_of(news), Moment::before, has_side(news) ? side : std::nullopt,
                     std::nullopt);
}

bool calls_for_help(const session::GivenAnswers& given, const PainThresholds& thresholds) {
    const auto news = given.news.value_or(session::News::none);
    return coach::asks_for_help(decide_news(news).ending) ||
           (given.pain_before && coach::is_severe(*given.pain_before, thresholds));
}

void show_first_run(terminal::Face& face, const CareWords& words, Recorder& recorder,
                    const store::Store& store, const Settings& settings, bool ask) {
    const auto read = store.acknowledged(coach::first_run_text);
    if (read && *read >= coach::first_run_version) return;
    face.say(coach::first_run_lines(settings.emergency_number, words) + '\n');
    if (!ask) return;
    face.ask({words.say(Care::first_run_read), {}});
    recorder.acknowledge(coach::first_run_text, coach::first_run_version);
}

bool is_cleared(terminal::Face& face, const CareWords& words, Recorder& recorder,
                const store::Store& store, const session::GivenAnswers& given, Day today) {
    const auto sign = today::uncleared_sign(store);
    if (!sign) return true;
    auto note = given.clearance;
    if (!note) {
        face.say(coach::clearance_words(sign->felt.local_day, today, words) + '\n');
        if (given.ask) note = ask_clearance(face, words);
    }
    if (!note || note->empty()) return false;
    recorder.clearance(*note);
    return true;
}

namespace {

/// Takes pain now, records it, and notes which side is sore.
void take_pain_now(Before& before, terminal::Face& face, const CareWords& words, Recorder& recorder,
                   const session::GivenAnswers& given, const Offer& offer) {
    const PainAnswer answer = pain_now(face, words, given, offer);
    before.pain = answer.score;
    if (!answer.score) return;
    if (answer.side != Side::both) before.sore_side = answer.side;
    recorder.pain(Moment::before, *answer.score, answer.site, answer.side, std::nullopt,
                  answer.furthest);
}

/// Returns what is said at the end of a day without a session.
std::string said_at_the_end(const Before& before, const Settings& settings,
                            const CareWords& words) {
    if (before.ending != coach::Ending::severe_pain) {
        return coach::ending_words(before.ending, settings.emergency_number, words);
    }
    // NOLINTNEXTLINE(bugprone-unchecked-optional-access): the score is what made it severe
    return coach::severe_words(*before.severe, Moment::before, settings.emergency_number, words);
}

/// Says what a gate means that is not open, and offers the choice that is left.
void tell_gate(Before& before, terminal::Face& face, const CareWords& words,
               const session::GivenAnswers& given, const Settings& settings, bool beyond,
               const ShowPlan& show) {
    const bool rests = before.ending == coach::Ending::rest;
    if (before.gate != Gate::gentle && !rests) {
        before.unsaid = said_at_the_end(before, settings, words);
        return;
    }
    std::string said = fmt::format(
        "{} {}\n", before.gate_reason.value_or(""),
        before.move ? words.say(Care::gate_move) : coach::gate_words(before.gate, words));
    const bool given_choice = given.flare || given.override_gate;
    const bool asks = given.ask && (rests || beyond) && !given_choice;
    if (asks || !rests || given_choice) {
        face.say(said);
    } else {
        before.unsaid = std::move(said);
    }
    if (asks && !rests && show) show(before);
    if (asks) choose(face, words, before, beyond);
    take_given(before, given, beyond);
    if (before.override_gate) before.ending = coach::Ending::session;
    if (before.gate != Gate::flare) return;
    before.ending = coach::Ending::flare;
    face.say(words.say(Care::gate_flare) + '\n');
}

/// What a score makes of today, and why, in words.
struct ScoreDecision {
    Gate gate = Gate::none;
    bool move = false;
    std::string reason;
};

/// Decides by pain now; where it is not told, or low after nine or ten earlier today, by that.
ScoreDecision decide_score(const Before& before, std::optional<PainScore> earlier,
                           const coach::GateDecision& now, const CareWords& words) {
    const auto was = [&](Gate gate, Care key, PainScore score) -> ScoreDecision {
        return {gate, false, words.say(key, {{"score", std::to_string(score.value())}})};
    };
    if (!before.pain && before.severe) return was(Gate::refused, Care::pain_was, *before.severe);
    if (before.pain && earlier && now.gate == Gate::none) {
        return was(Gate::gentle, Care::pain_was_earlier, *earlier);
    }
    return {now.gate, now.move, coach::reason_words(now, words)};
}

/// Takes the stricter of what the news and the score make of today.
void decide(Before& before, const NewsDecision& by_news, ScoreDecision by_score,
            const CareWords& words) {
    const bool score_decides = by_score.gate >= by_news.gate;
    before.gate = score_decides ? by_score.gate : by_news.gate;
    before.ending = by_news.ending;
    if (before.gate == Gate::refused) before.ending = coach::Ending::severe_pain;
    if (before.gate == Gate::rest && by_news.ending == coach::Ending::session)
        before.ending = coach::Ending::rest;
    before.move = score_decides && by_score.move && before.ending == coach::Ending::rest;
    if (!score_decides && by_news.reason) before.gate_reason = words.say(*by_news.reason);
    if (score_decides && !by_score.reason.empty()) before.gate_reason = std::move(by_score.reason);
}

}  // namespace

Before ask_before(terminal::Face& face, const CareWords& words, Recorder& recorder,
                  const store::Store& store, const session::GivenAnswers& given,
                  const Settings& settings, const Stamp& now, const ShowPlan& show) {
    Before before;
    const session::News news =
        news_of(face, words, store, given, now.local_day).value_or(session::News::none);
    record_news(recorder, news, given.side);
    const NewsDecision by_news = decide_news(news);
    if (coach::asks_for_help(by_news.ending)) {
        before.gate = by_news.gate;
        if (by_news.reason) before.gate_reason = words.say(*by_news.reason);
        before.ending = by_news.ending;
        before.unsaid = said_at_the_end(before, settings, words);
        return before;
    }
    if (show && given.ask && !given.pain_before) show(before);
    Offer offer = offer_of(store, now, settings.pain);
    offer.furthest = store.below_back_told() ? AskFurthest::always : AskFurthest::below_back;
    const auto earlier = today::severe_at_any_time(store, now.local_day, settings.pain);
    take_pain_now(before, face, words, recorder, given, offer);
    const coach::GateDecision by_score =
        today::gate_now(store, before.pain, now.local_day, settings.pain);
    if (!before.pain) {
        before.severe = today::severe_on(store, now.local_day, settings.pain);
    } else if (coach::is_severe(*before.pain, settings.pain)) {
        before.severe = before.pain;
    }
    decide(before, by_news, decide_score(before, earlier, by_score, words), words);
    if (before.gate == Gate::none) {
        const bool is_news =
            before.gate_reason && !today::is_told_this_week(store, *before.gate_reason,
                                                            now.local_day, settings.week_starts);
        if (is_news) face.say(*before.gate_reason + '\n');
        return before;
    }
    tell_gate(before, face, words, given, settings, may_go_beyond(before, news, settings.pain),
              show);
    return before;
}

std::string keep_news(today::Desk& desk, session::News news, std::optional<Side> side) {
    if (news == session::News::none) return {};
    const Instant now = desk.clock().wall();
    Symptom sign = today::new_symptom(kind_of(news), desk.now(), now);
    sign.moment = Moment::before;
    if (has_side(news)) sign.side = side;
    desk.store().commit({.now = now, .del = {}, .put = {std::move(sign)}, .checkpoint = {}});
    const NewsDecision decision = decide_news(news);
    const CareWords& words = desk.care();
    if (decision.ending == coach::Ending::session && decision.reason)
        return words.say(*decision.reason) + '\n';
    return coach::ending_words(decision.ending, desk.settings().emergency_number, words) +
           coach::last_words(decision.ending, words) + '\n';
}

}  // namespace hipflow::guide
