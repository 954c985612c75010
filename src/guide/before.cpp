// SPDX-License-Identifier: MIT
#include "guide/before.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "coach/gate.h"
#include "coach/morning.h"
#include "coach/safety.h"
#include "guide/mornings.h"

namespace hipflow {
namespace {

constexpr auto asked_about_news_for = std::chrono::days(28);  // after numbness, or pain in the leg

void record_news(Recorder& recorder, News news) {
    if (news == News::none) return;
    const auto kind = news == News::numbness   ? SymptomKind::numbness
                      : news == News::weakness ? SymptomKind::weakness
                                               : SymptomKind::emergency;
    recorder.symptom(kind, Moment::before, std::nullopt, std::nullopt);
}

/// Whether the last weeks call for the question after new numbness or weakness.
bool asks_for_news(const Store& store, Day today) {
    const Day since = today - asked_about_news_for;
    if (store.leg_told_since(since)) return true;
    return std::ranges::any_of(store.symptoms_since(since), [](const Symptom& symptom) {
        return symptom.kind == SymptomKind::further || symptom.kind == SymptomKind::numbness ||
               symptom.kind == SymptomKind::weakness;
    });
}

std::optional<News> news_of(Face& face, const Store& store, const GivenAnswers& given, Day today) {
    if (given.news || !given.ask) return given.news;
    return asks_for_news(store, today) ? ask_news(face) : std::nullopt;
}

/// What CONTENT 3.4 makes of it, whatever the score.
GateDecision decide_news(std::optional<News> news) {
    if (!news || *news == News::none) return {};
    if (*news == News::numbness) return {Gate::rest, std::string(new_numbness_words())};
    return {Gate::refused, std::string(emergency_now_words())};
}

/// One step beyond the gate: from rest to the gentler session; from there to the planned one only
/// where pain now is low all the same (CONTENT 4.4 A8).
bool may_go_beyond(const Before& before, std::optional<News> news, const PainThresholds& pain) {
    if (news && *news != News::none) return false;
    if (before.gate == Gate::rest) return true;
    return before.gate == Gate::gentle && before.pain && before.pain->value() < pain.before_gentle;
}

void choose(Face& face, Before& before, bool beyond) {
    std::vector<std::string> options;
    if (before.gate == Gate::rest) {
        options = {"Enter rests today", "f the flare-up day: the smallest movements"};
        if (beyond) options.emplace_back("g goes on, with the gentler session");
    } else {
        options = {"Enter takes the gentler session", "g goes on with the planned one"};
    }
    const auto choice = ask_letter(face, "", options);
    if (choice == 'f') before.gate = Gate::flare;
    if (choice == 'g') before.override_gate = true;
}

/// What was given on the command line in place of the choice.
void take_given(Before& before, const GivenAnswers& given, bool beyond) {
    if (before.gate == Gate::rest && given.flare) before.gate = Gate::flare;
    if (given.override_gate && beyond && before.gate != Gate::flare) before.override_gate = true;
}

PainAnswer pain_now(Face& face, const GivenAnswers& given) {
    PainAnswer answer{given.pain_before, given.site, given.side};
    if (answer.score || !given.ask) return answer;
    return ask_pain_now(face,
                        "How strong is your pain right now, from 0 (no pain) to 10 (worst pain you "
                        "can imagine)? Enter alone: no answer.");
}

}  // namespace

void show_first_run(Face& face, Recorder& recorder, const Store& store, bool ask) {
    const auto read = store.acknowledged(first_run_text);
    if (read && *read >= first_run_version) return;
    for (const auto& paragraph : first_run_words()) face.say(paragraph + "\n\n");
    if (!ask) return;
    face.ask({"Press Enter when you have read this.", {}});
    recorder.acknowledge(first_run_text, first_run_version);
}

void ask_morning(Face& face, Recorder& recorder, Day for_day) {
    const PainAnswer answer = ask_pain_now(
        face, fmt::format("The morning after your session on {}: how strong was the pain this "
                          "morning, from 0 to 10?",
                          format_day(for_day)));
    if (!answer.score) return;
    recorder.morning(*answer.score, answer.site, answer.side, for_day);
    if (answer.score->value() == 0) return;
    const auto kind = ask_letter(face, "Is it:", {"s the same pain", "m new muscle soreness?"});
    if (kind == 'm') {
        recorder.symptom(SymptomKind::soreness, Moment::morning, answer.side, std::nullopt);
    }
}

void note_morning(Recorder& recorder, const GivenAnswers& given, Day for_day) {
    if (!given.morning) return;
    recorder.morning(*given.morning, std::nullopt, std::nullopt, for_day);
    if (given.soreness) {
        recorder.symptom(SymptomKind::soreness, Moment::morning, std::nullopt, std::nullopt);
    }
}

bool is_cleared(Face& face, Recorder& recorder, const Store& store, const GivenAnswers& given) {
    const auto weakness = store.last_symptom(SymptomKind::weakness);
    const auto emergency = store.last_symptom(SymptomKind::emergency);
    const auto cleared = store.last_symptom(SymptomKind::clearance);
    const auto* alarm = weakness ? &*weakness : nullptr;
    if (emergency && (alarm == nullptr || emergency->felt.at > alarm->felt.at)) {
        alarm = &*emergency;
    }
    if (alarm == nullptr || (cleared && cleared->felt.at > alarm->felt.at)) return true;
    auto note = given.clearance;
    if (!note) {
        face.say(clearance_words(alarm->felt.local_day) + '\n');
        if (given.ask) note = ask_clearance(face);
    }
    if (!note || note->empty()) return false;
    recorder.clearance(*note);
    return true;
}

bool takes_gentle_day(Face& face, const Store& store, const GivenAnswers& given, const Stamp& now,
                      const PainThresholds& thresholds) {
    const auto last = last_done(store);
    if (!last || last->day >= now.local_day) return false;
    const auto mornings = recent_mornings(store, now.local_day);
    if (morning_colour(*last, mornings, thresholds) != MorningColour::red) return false;
    face.say(bad_morning_words(last->day) + '\n');
    if (given.override_gate || !given.ask) return !given.override_gate;
    return ask_letter(face, "", {"Enter takes the gentle day", "g goes on as planned"}) != 'g';
}

namespace {

/// Pain now, recorded; and which side is sore.
void take_pain_now(Before& before, Face& face, Recorder& recorder, const GivenAnswers& given) {
    const PainAnswer answer = pain_now(face, given);
    before.pain = answer.score;
    if (!answer.score) return;
    if (answer.side != Side::both) before.sore_side = answer.side;
    recorder.pain(Moment::before, *answer.score, answer.site, answer.side, std::nullopt);
}

/// What is said of a gate that is not open, with the choice that it leaves.
void tell_gate(Before& before, Face& face, const GivenAnswers& given, bool beyond) {
    const bool alarmed = before.gate == Gate::refused && !before.pain;
    std::string said = before.gate_reason.value_or("");
    said += alarmed ? "\n" : fmt::format(" {}\n", gate_words(before.gate));
    const bool leaves_choice = before.gate == Gate::rest || beyond;
    const bool given_choice = given.flare || given.override_gate;
    const bool asks = given.ask && leaves_choice && !given_choice;
    if (asks || before.gate == Gate::gentle || given_choice) {
        face.say(said);
    } else {
        before.unsaid = std::move(said);
    }
    if (asks) choose(face, before, beyond);
    take_given(before, given, beyond);
    if (before.gate == Gate::flare) face.say(std::string(gate_words(Gate::flare)) + '\n');
}

}  // namespace

Before ask_before(Face& face, Recorder& recorder, const Store& store, const GivenAnswers& given,
                  const PainThresholds& thresholds, const Stamp& now) {
    Before before;
    const auto news = news_of(face, store, given, now.local_day);
    if (news) record_news(recorder, *news);
    GateDecision decision = decide_news(news);
    if (decision.gate != Gate::refused) {
        take_pain_now(before, face, recorder, given);
        const auto usual = usual_before(now.local_day, recent_mornings(store, now.local_day));
        const GateDecision by_score = decide_gate(before.pain, usual, thresholds);
        if (by_score.gate >= decision.gate) decision = by_score;
    }
    before.gate = decision.gate;
    if (decision.gate == Gate::none) return before;
    before.gate_reason = decision.reason;
    tell_gate(before, face, given, may_go_beyond(before, news, thresholds));
    return before;
}

}  // namespace hipflow
