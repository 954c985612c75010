// SPDX-License-Identifier: MIT
#include "guide/morning.h"

#include <fmt/format.h>

#include <utility>
#include <vector>

#include "coach/ending.h"
#include "coach/gate.h"
#include "coach/safety.h"
#include "domain/error.h"
#include "domain/near_day.h"
#include "guide/questions.h"
#include "today/entries.h"
#include "today/last_told.h"
#include "today/mornings.h"
#include "today/rescued.h"

namespace hipflow::guide {
namespace {

/// Tells when the session was that a morning follows: "yesterday evening".
std::string session_time(const store::Store& store, Day for_day, const Stamp& now,
                         const CareWords& words) {
    const auto last = store.last_session();
    if (!last || last->started.local_day != for_day) return near_day(for_day, now.local_day, words);
    return near_time(last->started, now.local_day, words);
}

void answer_morning(terminal::Face& face, const CareWords& words, const Settings& settings,
                    PainScore score) {
    if (!coach::is_severe(score, settings.pain)) return;
    face.tell(coach::severe_words(score, Moment::morning, settings.emergency_number, words) + '\n');
}

}  // namespace

void ask_morning(terminal::Face& face, const CareWords& words, Recorder& recorder,
                 const store::Store& store, const Settings& settings, Day for_day,
                 const Stamp& now) {
    const auto last = today::last_told(store, now.local_day, settings.pain);
    const PainAnswer place = last ? PainAnswer{{}, last->site, last->side} : PainAnswer{};
    const bool is_today = for_day + std::chrono::days(1) == now.local_day;
    const std::string question =
        words.say(is_today ? Care::ask_morning_today : Care::ask_morning_after,
                  {{"when", session_time(store, for_day, now, words)}});
    const PainAnswer answer = ask_pain_now(face, words, question, {place});
    if (!answer.score) return;
    recorder.morning(*answer.score, answer.site, answer.side, for_day);
    if (answer.score->value() == 0) return;
    std::vector<std::string> kinds = words.list(Care::morning_kinds);
    kinds.push_back(words.say(Care::enter_no_answer));
    const auto kind = ask_letter(face, words.say(Care::is_it), kinds);
    if (kind == 'm') {
        recorder.symptom(SymptomKind::soreness, Moment::morning, answer.side, std::nullopt);
    }
    answer_morning(face, words, settings, *answer.score);
}

void ask_owed_morning(today::Desk& desk, terminal::Face& face, Day for_day) {
    const Settings& settings = desk.settings();
    Recorder recorder(desk.store(), desk.clock(), settings.day_starts,
                      today::spare_folder(desk.environment()),
                      [&face](const std::string& text) { face.say(text + '\n'); });
    ask_morning(face, desk.care(), recorder, desk.store(), settings, for_day, desk.now());
    try {
        recorder.write_waiting_out();
    } catch (const Error& error) {
        throw Error(fmt::format("{}\n{}", error.what(),
                                today::unsaved_text(recorder.unwritten(), recorder.aside())),
                    error.code());
    }
}

void note_morning(terminal::Face& face, const CareWords& words, Recorder& recorder,
                  const Settings& settings, const session::GivenAnswers& given,
                  std::optional<Day> owed_for) {
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
    answer_morning(face, words, settings, *given.morning);
}

bool takes_gentle_day(terminal::Face& face, const CareWords& words, const store::Store& store,
                      const session::GivenAnswers& given, const Stamp& now,
                      const PainThresholds& thresholds, const std::function<void()>& show_gentle) {
    const auto last = today::last_done(store);
    if (!last || last->day >= now.local_day) return false;
    const auto mornings = today::recent_mornings(store, now.local_day);
    if (coach::morning_colour(*last, mornings, thresholds) != coach::MorningColour::red)
        return false;
    face.say(coach::bad_morning_words(last->day, now.local_day, words) + '\n');
    if (given.override_gate || !given.ask) return !given.override_gate;
    if (show_gentle) show_gentle();
    return ask_letter(face, "", words.list(Care::gentle_day_choice)) != 'g';
}

}  // namespace hipflow::guide
