// SPDX-License-Identifier: MIT
#include "guide/conductor.h"

#include <fmt/format.h>

#include <algorithm>
#include <csignal>
#include <optional>
#include <string>
#include <utility>

#include "coach/exposure.h"
#include "coach/safety.h"
#include "domain/spoken_exercise.h"
#include "guide/questions.h"
#include "session/teller.h"
#include "sound/reply.h"

namespace hipflow::guide {
namespace {

constexpr Millis gap_held_by{1'000};  // at a time, while what must be said is being heard
constexpr int reds_that_end_it = 2;   // docs/design/care.md, "Rules", A1

/// `exposure` holds what is known from the start of the session.
coach::Exposure with_answer(coach::Exposure exposure, const HurtAnswer& answer) {
    exposure.peak = answer.pain.score;
    exposure.sharp = answer.sharp;
    exposure.numbness = answer.numbness;
    exposure.emergency = answer.saddle;
    exposure.giving_way = answer.gave_way;
    exposure.weakness = answer.weakness;
    exposure.further = answer.further;
    return exposure;
}

/// The exercise that hurts.
struct Hurting {
    std::string exercise;  // id
    bool over = false;     // nothing of it is left to stop or to make easier
};

/// How far a step has come, in a word or two; empty where nothing of it has ended.
std::string progress_of(const session::Player& player, std::size_t step) {
    const int number = static_cast<int>(step) + 1;
    if (session::current_set(player).key.step == number) return "now";
    bool any = false;
    bool worked = false;
    for (const auto& set : player.script->timeline.sets) {
        if (set.key.step != number) continue;
        const auto ended = player.ended.find(set.key);
        if (ended == player.ended.end()) return any ? "begun" : "";
        any = true;
        worked = worked || ended->second.credit > Millis{0};
    }
    return worked ? "done" : "skipped";
}

/// Lists the exercises of a session, to choose where it goes on.
terminal::ChoiceList exercises_of(const session::Player& player) {
    const Prescription& prescription = player.script->prescription;
    terminal::ChoiceList list{"Go to", {}, 0};
    list.entries.reserve(prescription.steps.size());
    for (std::size_t i = 0; i < prescription.steps.size(); ++i) {
        const PrescribedStep& step = prescription.steps[i];
        std::string name =
            written_name(step.work.exercise, session::language_of(player.script->hearing));
        if (step.round && step.round->rounds > 1) {
            name += fmt::format(", round {}", step.round->number);
        }
        list.entries.push_back({std::move(name), progress_of(player, i)});
    }
    list.chosen = static_cast<std::size_t>(session::current_set(player).key.step) - 1;
    return list;
}

/// Returns whether an easier exercise may take the place of the one under way.
bool has_easier_now(const session::Player& player) {
    const auto step = static_cast<std::size_t>(session::current_set(player).key.step) - 1;
    return !player.script->prescription.steps.at(step).easier.empty();
}

/// Returns the exercise that hurts: the one under way or, before a set begins, the one last done.
Hurting hurting_in(const session::Player& player) {
    const session::PlannedSet& coming = session::current_set(player);
    const bool begun = player.segment > coming.first ||
                       (player.segment == coming.first && player.position > Millis{0});
    const auto& last = player.last_done;
    if (begun || !last) return {session::current_work(player).exercise.id, false};
    return {last->exercise, last->step != coming.key.step};
}

}  // namespace

session::Player Conductor::run(session::Player player) {
    player.pulse = Millis(static_cast<Millis::rep>(1000 * clock_->speed()));
    player.seen = now().time;
    player.asleep = now().asleep;
    player_ = std::move(player);
    try {
        take(session::resume(player_, now()));
        while (player_.phase != session::Phase::finished) one_wake();
    } catch (const terminal::Interrupted&) {
        if (recorder_ != nullptr) recorder_->interrupt(player_);
        throw;
    }
    return player_;
}

void Conductor::one_wake() {
    face_->draw(player_, now().time);
    const terminal::Wake wake = face_->wait(patience());
    const auto* came = std::get_if<terminal::SignalCame>(&wake);
    if (came != nullptr && came->signal == SIGCONT) pause_after_stop();
    if (speaker_ != nullptr && speaker_->needs_hold(clock_->real())) {
        take(session::hold_gap(player_, gap_held_by, now()));
    }
    take(session::advance(player_, now()));
    if (player_.phase == session::Phase::finished) return;
    if (const auto* pressed = std::get_if<terminal::KeyPressed>(&wake)) obey_key(pressed->key);
    if (came != nullptr) obey_signal(came->signal);
    if (std::holds_alternative<terminal::EndOfInput>(wake))
        throw terminal::Interrupted{std::nullopt};
}

/// Returns how long until the player or the face has something to do; for ever in a pause.
std::optional<std::chrono::nanoseconds> Conductor::patience() const {
    auto next = session::next_deadline(player_);
    const auto drawing = face_->next_draw(player_, now().time);
    if (!next || (drawing && *drawing < *next)) next = drawing;
    if (!next) return std::nullopt;
    return clock_->until(*next);
}

/// Takes a turn and tells the listeners, in the order of importance: what was done is written
/// before anything is said, and heard before it is seen.
void Conductor::take(session::Turn turn) {
    turn = sound::at_once(std::move(turn), now());
    player_ = std::move(turn.player);
    if (recorder_ != nullptr) recorder_->listen(turn.events, player_);
    if (speaker_ != nullptr) {
        speaker_->listen(turn.events, player_, now().time, clock_->speed(), clock_->real());
    }
    for (const auto& event : turn.events) face_->show(event, player_);
    for (const auto& event : turn.events) {
        if (std::holds_alternative<session::PainAsked>(event.what)) return ask_what_hurts();
        const auto* peak = std::get_if<session::PeakAsked>(&event.what);
        if (peak != nullptr) return answer_peak(peak->step);
    }
}

void Conductor::obey_key(session::Key key) {
    if (key == session::Key::quit) return maybe_finish();
    if (key == session::Key::go_to) return choose_exercise();
    // The key that pauses ends what lasts as long as one likes: one key is enough.
    const bool ends_hold = key == session::Key::pause && player_.phase == session::Phase::running &&
                           session::current_segment(player_).open_ended;
    take(session::press(player_, ends_hold ? session::Key::next : key, now()));
}

void Conductor::pause_after_stop() {
    face_->continued();
    if (player_.phase != session::Phase::paused) take(session::pause_after_stop(player_, now()));
}

void Conductor::obey_signal(int signal) {
    if (signal == SIGCONT) return;
    if (signal != SIGTSTP) throw terminal::Interrupted{signal};
    take(session::pause(player_, session::PauseReason::asked, now()));
    face_->stop();
}

/// Says a question that is on the screen by now, for eyes that are closed.
void Conductor::say_aloud(Say question) {
    if (speaker_ == nullptr) return;
    speaker_->remind(player_.script->hearing.say(question), clock_->real());
}

/// Ends a question that has been answered before it was over.
void Conductor::be_quiet() {
    if (speaker_ != nullptr) speaker_->be_quiet(clock_->real());
}

void Conductor::maybe_finish() {
    take(session::pause(player_, session::PauseReason::question, now()));
    say_aloud(Say::ask_stop);
    const StopAnswer answer = ask_why_stop(*face_);
    be_quiet();
    if (!answer.finish) return take(session::resume(player_, now()));
    take(session::finish(player_, answer.reason, now()));
}

/// Says the list as it can be answered: each exercise with its number.
void Conductor::ask_aloud(const terminal::ChoiceList& list) {
    if (speaker_ == nullptr) return;
    const session::Hearing& hearing = player_.script->hearing;
    Phrase all = hearing.say(Say::ask_go_to);
    for (std::size_t i = 0; i < list.entries.size() && !all.text.empty(); ++i) {
        MessageValues values;
        const std::string key = terminal::key_of_entry(i);
        if (key.empty()) break;
        const SpokenExercise words = spoken(player_.script->prescription.steps[i].work.exercise,
                                            session::language_of(hearing));
        values.label = key;
        values.name = words.name.text;
        all.text += ' ' + hearing.say(Say::choice, values).text;
    }
    speaker_->remind(all, clock_->real());
}

/// Asks which exercise to go to. The clock stands still meanwhile; a session that was paused stays
/// so if none is chosen.
void Conductor::choose_exercise() {
    const bool stood_still = player_.phase == session::Phase::paused;
    if (!stood_still) take(session::pause(player_, session::PauseReason::question, now()));
    const terminal::ChoiceList list = exercises_of(player_);
    ask_aloud(list);
    const auto chosen = face_->choose(list);
    be_quiet();
    if (chosen) return take(session::go_to(player_, *chosen, now()));
    if (!stood_still) take(session::resume(player_, now()));
}

void Conductor::ask_what_hurts() {
    const auto [exercise, over] = hurting_in(player_);
    const HurtAnswer answer =
        guide::ask_what_hurts(*face_, *words_, [this](Say question) { say_aloud(question); });
    be_quiet();
    record_hurt(answer, exercise);
    just_told_ = answer.pain.score ? std::optional(answer.pain) : std::nullopt;
    const coach::Exposure exposure = with_answer(at_start_, answer);
    if (ends_with(exposure)) return;
    const coach::Colour colour = coach::colour_of(exposure, thresholds_);
    const bool has_easier = !over && has_easier_now(player_);
    const std::string words = coach::colour_words(exposure, colour, has_easier, *words_);
    if (colour == coach::Colour::red) return after_red(words, over);
    face_->say(words);
    const bool eases = colour == coach::Colour::amber && has_easier;
    std::vector<std::string> options = {words_->say(Care::go_on)};
    if (eases) options.push_back(words_->say(Care::easier));
    if (!over) options.push_back(words_->say(Care::stop_exercise));
    options.push_back(words_->say(Care::finish_here));
    say_aloud(eases ? Say::choose_easier : over ? Say::choose_on : Say::choose_stop);
    const auto choice = ask_letter(*face_, "", options);
    be_quiet();
    if (choice == 'q') return take(session::finish(player_, StopReason::pain, now()));
    just_told_.reset();
    if (choice == 'x') return take(session::stop_exercise(player_, now()));
    if (choice == 'e') {
        take(session::press(player_, session::Key::easier, now()));
        if (player_.phase != session::Phase::paused) return;
    }
    take(session::resume(player_, now()));
}

/// Ends the session at once if what was told asks for help. Returns whether it did.
bool Conductor::ends_with(const coach::Exposure& told) {
    if (told.peak) worst_ = std::max(worst_.value_or(*told.peak), *told.peak);
    ending_ = coach::ending_after(told, thresholds_);
    if (!coach::asks_for_help(ending_)) return false;
    take(session::finish(player_, StopReason::pain, now()));
    return true;
}

/// Ends the exercise; the second time, the session. See docs/design/care.md, "Rules", A1.
void Conductor::after_red(const std::string& words, bool just_done) {
    if (++reds_ >= reds_that_end_it) {
        face_->tell(words + ' ' + words_->say(Care::second_red));
        return take(session::wind_down(player_, now()));
    }
    say_aloud(Say::choose_rest);
    const auto choice = ask_letter(*face_, words, words_->list(Care::red_choice));
    be_quiet();
    if (choice == 'q') return take(session::finish(player_, StopReason::pain, now()));
    if (choice != 'n') return take(session::wind_down(player_, now()));
    just_told_.reset();
    take(just_done ? session::resume(player_, now()) : session::stop_exercise(player_, now()));
}

void Conductor::record_hurt(const HurtAnswer& answer, const std::string& exercise) {
    if (recorder_ == nullptr) return;
    const PainAnswer& pain = answer.pain;
    if (pain.score) recorder_->pain(Moment::peak, *pain.score, pain.site, pain.side, exercise);
    const auto note = [&](bool felt, SymptomKind kind) {
        if (felt) recorder_->symptom(kind, Moment::peak, pain.side, exercise);
    };
    note(answer.sharp, SymptomKind::sharp);
    note(answer.numbness, SymptomKind::numbness);
    note(answer.saddle, SymptomKind::saddle);
    note(answer.weakness, SymptomKind::weakness);
    note(answer.gave_way, SymptomKind::gave_way);
    note(answer.further, SymptomKind::further);
}

void Conductor::answer_peak(int step) {
    just_told_.reset();
    const Exercise& exercise =
        player_.script->prescription.steps[static_cast<std::size_t>(step) - 1].work.exercise;
    const auto score = ask_exercise_peak(
        *face_, *words_, written_name(exercise, player_.script->prescription.language));
    be_quiet();
    if (score && recorder_ != nullptr) {
        recorder_->pain(Moment::peak, *score, std::nullopt, std::nullopt, exercise.id);
    }
    coach::Exposure exposure = at_start_;
    exposure.peak = score;
    if (ends_with(exposure)) return;
    const coach::Colour colour = coach::colour_of(exposure, thresholds_);
    if (colour != coach::Colour::red) return take(session::resume(player_, now()));
    after_red(coach::colour_words(exposure, colour, true, *words_), true);
}

}  // namespace hipflow::guide
