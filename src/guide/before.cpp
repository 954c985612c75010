// SPDX-License-Identifier: MIT
#include "guide/before.h"

#include <fmt/format.h>

#include <utility>
#include <vector>

#include "coach/gate.h"
#include "coach/safety.h"

namespace hipflow {
namespace {

using namespace std::chrono_literals;

constexpr auto morning_window = 36h;                  // DESIGN 5
constexpr auto usual_window = std::chrono::days(14);  // CONTENT 3.3

std::vector<PainScore> recent_mornings(const Store& store, Day today) {
    std::vector<PainScore> scores;
    for (const auto& reading : store.morning_scores(today - usual_window)) {
        scores.push_back(reading.score);
    }
    return scores;
}

/// Whether to go on although rest is due; only where somebody is asked, and never by Enter alone.
bool chooses_to_go_on(Face& face) {
    return ask_letter(face, "", {"Enter rests today", "g goes on all the same"}) == 'g';
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

std::optional<Day> morning_owed(const Store& store, const Stamp& now) {
    const auto last = store.last_session();
    if (!last || !last->ended_at || last->status == SessionStatus::rested) return std::nullopt;
    if (now.at - *last->ended_at > morning_window) return std::nullopt;
    const Day day = last->started.local_day;
    if (day >= now.local_day) return std::nullopt;
    for (const auto& reading : store.morning_scores(day)) {
        if (reading.for_day == day) return std::nullopt;
    }
    return day;
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

Before ask_before(Face& face, Recorder& recorder, const Store& store, const GivenAnswers& given,
                  const PainThresholds& thresholds, const Stamp& now) {
    PainAnswer answer{given.pain_before, given.site, given.side};
    if (!answer.score && given.ask) {
        answer = ask_pain_now(face,
                              "How strong is your pain right now, from 0 (no pain) to 10 (worst "
                              "pain you can imagine)? Enter alone: no answer.");
    }
    Before before;
    before.pain = answer.score;
    if (answer.score && answer.side != Side::both) before.sore_side = answer.side;
    if (answer.score) {
        recorder.pain(Moment::before, *answer.score, answer.site, answer.side, std::nullopt);
    }
    const auto usual = usual_score(recent_mornings(store, now.local_day));
    const GateDecision decision = decide_gate(answer.score, usual, thresholds);
    before.gate = decision.gate;
    if (decision.gate == Gate::none) return before;
    std::string said = fmt::format("{} {}\n", decision.reason, gate_words(decision.gate));
    const bool asks = decision.gate == Gate::rest && given.ask;
    if (asks || decision.gate == Gate::gentle) {
        face.say(said);
    } else {
        before.unsaid = std::move(said);
    }
    if (asks) before.override_gate = chooses_to_go_on(face);
    return before;
}

}  // namespace hipflow
