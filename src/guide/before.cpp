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
#include "domain/near_day.h"
#include "today/entries.h"
#include "today/last_told.h"
#include "today/mornings.h"
#include "today/rescued.h"
#include "today/signs.h"

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

void record_news(Recorder& recorder, session::News news) {
    if (news == session::News::none) return;
    recorder.symptom(kind_of(news), Moment::before, std::nullopt, std::nullopt);
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

std::optional<session::News> news_of(terminal::Face& face, const store::Store& store,
                                     const session::GivenAnswers& given, Day today) {
    if (given.news || !given.ask) return given.news;
    return asks_for_news(store, today) ? ask_news(face) : std::nullopt;
}

/// Returns what new signs make of today, whatever the score.
struct NewsDecision {
    coach::GateDecision gate;
    coach::Ending ending = coach::Ending::session;
};

NewsDecision decide_news(session::News news) {
    switch (news) {
        case session::News::none:
            return {};
        case session::News::numbness:
            return {{Gate::rest, "New tingling or numbness was told."}, coach::Ending::leg_signs};
        case session::News::gave_way:
            return {{Gate::gentle,
                     "A knee gave way, or a hip caught: if it comes again, mention it to a "
                     "physiotherapist."},
                    coach::Ending::session};
        case session::News::weakness:
            return {{Gate::refused, "A weaker leg, or a foot that drops, was told."},
                    coach::Ending::weakness};
        case session::News::saddle:
        case session::News::emergency:
            break;
    }
    return {{Gate::refused, "A sign that needs help now was told."}, coach::Ending::emergency};
}

/// Returns whether one step beyond the gate may be chosen: from rest to the gentler session, and
/// from that to the planned one only if pain now is low all the same. See docs/design/care.md,
/// "Rules", A8.
bool may_go_beyond(const Before& before, session::News news, const PainThresholds& pain) {
    if (news != session::News::none || before.ending == coach::Ending::severe_pain) return false;
    if (before.gate == Gate::rest) return true;
    return before.gate == Gate::gentle && before.pain && before.pain->value() < pain.before_gentle;
}

void choose(terminal::Face& face, Before& before, bool beyond) {
    std::vector<std::string> options;
    if (before.gate == Gate::rest) {
        if (before.move) {
            options = {"Enter the flare-up day: the smallest movements", "r rest today"};
        } else {
            options = {"Enter rest today", "f the flare-up day: the smallest movements"};
        }
        if (beyond) options.emplace_back("g go on, with the gentler session");
    } else {
        options = {"Enter begin the gentler session", "g go on with the planned one"};
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
            this_morning ? "the same as this morning: " : "as last time: "};
}

PainAnswer pain_now(terminal::Face& face, const session::GivenAnswers& given, const Offer& offer) {
    PainAnswer answer{given.pain_before, given.site, given.side, given.furthest};
    if (answer.score || !given.ask) return answer;
    Offer in_sight = offer;
    in_sight.comes_first = true;
    return ask_pain_now(face, "How strong is your pain right now, from 0 to 10?", in_sight);
}

}  // namespace

void show_first_run(terminal::Face& face, Recorder& recorder, const store::Store& store,
                    const Settings& settings, bool ask) {
    const auto read = store.acknowledged(coach::first_run_text);
    if (read && *read >= coach::first_run_version) return;
    face.say(coach::first_run_lines(settings.emergency_number) + '\n');
    if (!ask) return;
    face.ask({"Press Enter when you have read this.", {}});
    recorder.acknowledge(coach::first_run_text, coach::first_run_version);
}

namespace {

/// Tells when the session was that a morning follows: "yesterday evening".
std::string session_time(const store::Store& store, Day for_day, const Stamp& now) {
    const auto last = store.last_session();
    if (!last || last->started.local_day != for_day) return near_day(for_day, now.local_day);
    return near_time(last->started, now.local_day);
}

void answer_morning(terminal::Face& face, const Settings& settings, PainScore score) {
    if (!coach::is_severe(score, settings.pain)) return;
    face.tell(coach::severe_words(score, Moment::morning, settings.emergency_number) + '\n');
}

}  // namespace

void ask_morning(terminal::Face& face, Recorder& recorder, const store::Store& store,
                 const Settings& settings, Day for_day, const Stamp& now) {
    const Offer last = offer_of(store, now, settings.pain);
    const PainAnswer place{{}, last.told.site, last.told.side};
    const bool is_today = for_day + std::chrono::days(1) == now.local_day;
    const PainAnswer answer = ask_pain_now(
        face,
        fmt::format("Your last session was {}. How strong was the pain {}, from 0 to 10?",
                    session_time(store, for_day, now),
                    is_today ? "this morning" : "on the morning after"),
        {place});
    if (!answer.score) return;
    recorder.morning(*answer.score, answer.site, answer.side, for_day);
    if (answer.score->value() == 0) return;
    const auto kind =
        ask_letter(face, "Is it:", {"s the same pain", "m new muscle soreness", "Enter no answer"});
    if (kind == 'm') {
        recorder.symptom(SymptomKind::soreness, Moment::morning, answer.side, std::nullopt);
    }
    answer_morning(face, settings, *answer.score);
}

void ask_owed_morning(today::Desk& desk, terminal::Face& face, Day for_day) {
    const Settings& settings = desk.settings();
    Recorder recorder(desk.store(), desk.clock(), settings.day_starts,
                      today::spare_folder(desk.environment()),
                      [&face](const std::string& text) { face.say(text + '\n'); });
    ask_morning(face, recorder, desk.store(), settings, for_day, desk.now());
    try {
        recorder.write_waiting_out();
    } catch (const Error& error) {
        throw Error(fmt::format("{}\n{}", error.what(),
                                today::unsaved_text(recorder.unwritten(), recorder.aside())),
                    error.code());
    }
}

void note_morning(terminal::Face& face, Recorder& recorder, const Settings& settings,
                  const session::GivenAnswers& given, std::optional<Day> owed_for) {
    if (!given.morning) return;
    if (!owed_for) {
        face.say(fmt::format(
            "--morning: no morning score is owed, so this one is not recorded. 'hipflow "
            "log morning {}' records it.\n",
            given.morning->value()));
        return;
    }
    recorder.morning(*given.morning, std::nullopt, std::nullopt, *owed_for);
    if (given.soreness) {
        recorder.symptom(SymptomKind::soreness, Moment::morning, std::nullopt, std::nullopt);
    }
    answer_morning(face, settings, *given.morning);
}

bool is_cleared(terminal::Face& face, Recorder& recorder, const store::Store& store,
                const session::GivenAnswers& given, Day today) {
    const auto sign = today::uncleared_sign(store);
    if (!sign) return true;
    auto note = given.clearance;
    if (!note) {
        face.say(coach::clearance_words(sign->felt.local_day, today) + '\n');
        if (given.ask) note = ask_clearance(face);
    }
    if (!note || note->empty()) return false;
    recorder.clearance(*note);
    return true;
}

bool takes_gentle_day(terminal::Face& face, const store::Store& store,
                      const session::GivenAnswers& given, const Stamp& now,
                      const PainThresholds& thresholds, const std::function<void()>& show_gentle) {
    const auto last = today::last_done(store);
    if (!last || last->day >= now.local_day) return false;
    const auto mornings = today::recent_mornings(store, now.local_day);
    if (coach::morning_colour(*last, mornings, thresholds) != coach::MorningColour::red)
        return false;
    face.say(coach::bad_morning_words(last->day, now.local_day) + '\n');
    if (given.override_gate || !given.ask) return !given.override_gate;
    if (show_gentle) show_gentle();
    return ask_letter(face, "", {"Enter begin the gentle day", "g go on as planned"}) != 'g';
}

namespace {

/// Takes pain now, records it, and notes which side is sore.
void take_pain_now(Before& before, terminal::Face& face, Recorder& recorder,
                   const session::GivenAnswers& given, const Offer& offer) {
    const PainAnswer answer = pain_now(face, given, offer);
    before.pain = answer.score;
    if (!answer.score) return;
    if (answer.side != Side::both) before.sore_side = answer.side;
    recorder.pain(Moment::before, *answer.score, answer.site, answer.side, std::nullopt,
                  answer.furthest);
}

/// Returns what is said at the end of a day without a session.
std::string said_at_the_end(const Before& before, const Settings& settings) {
    if (before.ending != coach::Ending::severe_pain) {
        return coach::ending_words(before.ending, settings.emergency_number);
    }
    // NOLINTNEXTLINE(bugprone-unchecked-optional-access): the score is what made it severe
    return coach::severe_words(*before.severe, Moment::before, settings.emergency_number);
}

/// Says what a gate means that is not open, and offers the choice that is left.
void tell_gate(Before& before, terminal::Face& face, const session::GivenAnswers& given,
               const Settings& settings, bool beyond, const ShowPlan& show) {
    const bool rests = before.ending == coach::Ending::rest;
    if (before.gate != Gate::gentle && !rests) {
        before.unsaid = said_at_the_end(before, settings);
        return;
    }
    std::string said =
        fmt::format("{} {}\n", before.gate_reason.value_or(""),
                    before.move ? coach::move_words() : coach::gate_words(before.gate));
    const bool given_choice = given.flare || given.override_gate;
    const bool asks = given.ask && (rests || beyond) && !given_choice;
    if (asks || !rests || given_choice) {
        face.say(said);
    } else {
        before.unsaid = std::move(said);
    }
    if (asks && !rests && show) show(before);
    if (asks) choose(face, before, beyond);
    take_given(before, given, beyond);
    if (before.override_gate) before.ending = coach::Ending::session;
    if (before.gate != Gate::flare) return;
    before.ending = coach::Ending::flare;
    face.say(std::string(coach::gate_words(Gate::flare)) + '\n');
}

/// Takes the stricter of what the news and the score make of today.
void decide(Before& before, const NewsDecision& by_news, const coach::GateDecision& by_score) {
    const bool score_decides = by_score.gate >= by_news.gate.gate;
    const coach::GateDecision& gate = score_decides ? by_score : by_news.gate;
    before.gate = gate.gate;
    before.ending = by_news.ending;
    if (gate.gate == Gate::refused) before.ending = coach::Ending::severe_pain;
    if (gate.gate == Gate::rest && by_news.ending == coach::Ending::session)
        before.ending = coach::Ending::rest;
    before.move = gate.move && before.ending == coach::Ending::rest;
    if (!gate.reason.empty()) before.gate_reason = gate.reason;
}

}  // namespace

Before ask_before(terminal::Face& face, Recorder& recorder, const store::Store& store,
                  const session::GivenAnswers& given, const Settings& settings, const Stamp& now,
                  const ShowPlan& show) {
    Before before;
    const session::News news =
        news_of(face, store, given, now.local_day).value_or(session::News::none);
    record_news(recorder, news);
    const NewsDecision by_news = decide_news(news);
    if (coach::asks_for_help(by_news.ending)) {
        before.gate = by_news.gate.gate;
        before.gate_reason = by_news.gate.reason;
        before.ending = by_news.ending;
        before.unsaid = said_at_the_end(before, settings);
        return before;
    }
    if (show && given.ask && !given.pain_before) show(before);
    Offer offer = offer_of(store, now, settings.pain);
    offer.furthest = store.below_back_told() ? AskFurthest::always : AskFurthest::below_back;
    const auto earlier = today::severe_at_any_time(store, now.local_day, settings.pain);
    take_pain_now(before, face, recorder, given, offer);
    coach::GateDecision by_score =
        today::gate_now(store, before.pain, now.local_day, settings.pain);
    if (!before.pain) {
        before.severe = today::severe_on(store, now.local_day, settings.pain);
    } else if (coach::is_severe(*before.pain, settings.pain)) {
        before.severe = before.pain;
    }
    if (!before.pain && before.severe) {
        by_score = {Gate::refused, fmt::format("Pain was {} today.", before.severe->value())};
    }
    if (before.pain && earlier && by_score.gate == Gate::none) {
        by_score = {Gate::gentle, fmt::format("Pain was {} earlier today.", earlier->value())};
    }
    decide(before, by_news, by_score);
    if (before.gate == Gate::none) {
        if (before.gate_reason) face.say(*before.gate_reason + '\n');
        return before;
    }
    tell_gate(before, face, given, settings, may_go_beyond(before, news, settings.pain), show);
    return before;
}

std::string keep_news(today::Desk& desk, session::News news) {
    if (news == session::News::none) return {};
    const Instant now = desk.clock().wall();
    Symptom sign = today::new_symptom(kind_of(news), desk.now(), now);
    sign.moment = Moment::before;
    desk.store().commit({.now = now, .del = {}, .put = {std::move(sign)}, .checkpoint = {}});
    const coach::Ending ending = decide_news(news).ending;
    if (ending == coach::Ending::session) return decide_news(news).gate.reason + '\n';
    return coach::ending_words(ending, desk.settings().emergency_number) +
           std::string(coach::last_words(ending)) + '\n';
}

bool speaks_against_resuming(const store::Store& store, const Session& session,
                             const session::GivenAnswers& given, const Settings& settings,
                             const Stamp& now) {
    if (given.news.value_or(session::News::none) != session::News::none) return true;
    const auto gate = today::gate_now(store, given.pain_before, now.local_day, settings.pain).gate;
    if (gate >= Gate::rest) return true;
    return std::ranges::any_of(store.readings_of(session.id), [&](const PainReading& reading) {
        return coach::is_severe(reading.score, settings.pain);
    });
}

}  // namespace hipflow::guide
