// SPDX-License-Identifier: MIT
#include "commands/start.h"

#include <fmt/format.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <csignal>
#include <memory>
#include <utility>

#include "catalog/restriction_table.h"
#include "coach/ending.h"
#include "coach/exposure.h"
#include "coach/safety.h"
#include "commands/figures.h"
#include "commands/person.h"
#include "commands/rehearsal.h"
#include "commands/rescued.h"
#include "commands/routine_source.h"
#include "commands/sound.h"
#include "commands/start_options.h"
#include "commands/start_session.h"
#include "commands/todays_routine.h"
#include "commands/todays_session.h"
#include "exchange/coach_json.h"
#include "guide/after.h"
#include "guide/before.h"
#include "guide/companion.h"
#include "guide/conductor.h"
#include "guide/mornings.h"
#include "guide/recovery.h"
#include "guide/restrictions.h"
#include "platform/lock.h"
#include "platform/paths.h"
#include "report/library_text.h"
#include "report/session_text.h"
#include "sound/answer.h"
#include "terminal/choose_face.h"
#include "text/wrap.h"

namespace hipflow {
namespace {

/// One `hipflow start`, from the first question to the last.
class Guided {
   public:
    Guided(Context& context, const StartOptions& options)
        : context_(context),
          options_(options),
          ask_(context.may_ask()),
          chosen_(routine_for(context, options)),
          source_(find_routine(context.library(), chosen_.name)),
          given_(answers_for(context, options, ask_, source_, chosen_.cap)),
          store_(context.store()),
          input_(fileno(context.streams().in), signals_),
          recorder_(store_, context.clock(), context.settings().day_starts,
                    spare_folder(context.environment()),
                    [this](const std::string& text) { face_->say(text + '\n'); }),
          speaker_(sound_settings(context.settings(), options), finder(context.environment()),
                   cache_folder(context.environment()) / "sound") {}

    int run() {
        const auto lock = FileLock::take(session_lock(context_.database().path));
        if (!lock) {
            throw Error(
                "another session is running in another terminal; it has been left alone. "
                "Finish it there first.");
        }
        face_ = choose_face(context_.streams(), context_.environment(), context_.style(),
                            context_.options().charset, options_.plain || !ask_, input_, signals_);
        try {
            speaker_.try_out(context_.clock().real());
            companion_ = std::make_unique<Companion>(context_.clock(), *face_, speaker_);
            return conduct_all();
        } catch (const Interrupted& interrupted) {
            return leave(interrupted);
        }
    }

   private:
    /// Whatever is wrong with the files is said before anybody is asked anything.
    int conduct_all() {
        const Settings& settings = context_.settings();
        open_first();
        const Instant now = context_.clock().wall();
        auto unfinished = find_fresh_unfinished(*face_, store_, now);
        if (!is_cleared(*face_, recorder_, store_, given_)) {
            if (unfinished) keep_partial(*face_, store_, *unfinished, now);
            return rest(not_cleared());
        }
        if (unfinished) {
            if (auto resumed = recover(*std::move(unfinished))) {
                const Session& session = recorder_.session();
                const Past past{session, {}, store_.readings_of(session.id), {}};
                return perform(*std::move(resumed), score_at(past, Moment::before),
                               session.gate == Gate::flare ? Ending::flare : Ending::session);
            }
        }
        ask_owed_morning();
        const Before before =
            ask_before(*face_, recorder_, store_, given_, settings, context_.now());
        if (chosen_.schedule_due) recorder_.schedule(*chosen_.schedule_due);
        if (chosen_.program) recorder_.follow(*chosen_.program, chosen_.week);
        if (!before.session()) return rest(before);
        take_gentler_routine(before);
        const TodaysSession session = session_for(before);
        if (!session.prescription) return rest(nothing_left(before, session), session.record);
        return perform(fresh(before, session), before.pain, before.ending);
    }

    /// What comes before every question of today: what a session put aside, the first run.
    void open_first() {
        for (const auto& line : bring_in_rescued(context_, store_)) face_->say(line + '\n');
        const Settings& settings = context_.settings();
        show_first_run(*face_, recorder_, store_, settings, ask_);
        if (ask_ && !settings.restrictions) {
            ask_restrictions_once(*face_, recorder_, store_, shipped_restrictions());
        }
        prepare_sentences();
    }

    /// On a sore day another routine takes the place of the planned one.
    void take_gentler_routine(const Before& before) {
        if (before.gate == Gate::flare) {
            source_ = find_routine(context_.library(), flare_up_routine);
        } else if (source_.routine.id != gentle_day_routine &&
                   takes_gentle_day(*face_, store_, given_, context_.now(),
                                    context_.settings().pain)) {
            source_ = find_routine(context_.library(), gentle_day_routine);
        }
    }

    /// While questions are asked, what will probably be said is rendered. Whatever the answers
    /// change is rendered afterwards.
    void prepare_sentences() {
        speaker_.prepare(common_sentences());
        const auto& own = source_.routine.inline_exercises;
        for (const auto& step : source_.routine.steps) {
            const auto found = std::find_if(own.begin(), own.end(), [&](const Exercise& exercise) {
                return exercise.id == step.exercise;
            });
            speaker_.prepare(sentences_of(
                found != own.end() ? *found : context_.library().exercise(step.exercise)));
        }
    }

    void ask_owed_morning() {
        const auto day = morning_owed(store_, context_.now());
        if (!day) return;
        if (given_.morning) {
            note_morning(*face_, recorder_, context_.settings(), given_, *day);
        } else if (ask_) {
            ask_morning(*face_, recorder_, context_.settings(), *day);
        }
    }

    static Before not_cleared() {
        Before before;
        before.gate = Gate::refused;
        before.ending = Ending::uncleared;
        before.gate_reason = "A sign that needs to be looked at has not been cleared.";
        return before;
    }

    /// Everything in the routine rests: so does the day.
    static Before nothing_left(Before before, const TodaysSession& session) {
        before.gate = Gate::rest;
        before.ending = Ending::nothing_left;
        before.gate_reason = session.nothing_left;
        before.unsaid = session.nothing_left + '\n';
        return before;
    }

    TodaysSession session_for(const Before& before) {
        Today today;
        today.gate = before.session_gate();
        today.sore_side = before.sore_side;
        today.person = person_of(context_, store_.preferences());
        today.cap = chosen_.cap;
        TodaysSession session =
            session_for_start(context_, options_, source_, std::move(today), &store_);
        session.record.gate = before.gate_reason;
        session.record.before = before.pain;
        return session;
    }

    /// The player of an unfinished session, if that is to be taken up.
    std::optional<Player> recover(Unfinished unfinished) {
        auto choice = given_recovery(options_);
        const bool resumes = choice.value_or(Recovery::resume) == Recovery::resume;
        if (resumes && speaks_against_resuming(store_, unfinished.session, given_,
                                               context_.settings(), context_.now())) {
            keep_partial(*face_, store_, unfinished, context_.clock().wall());
            return std::nullopt;
        }
        if (!choice && !ask_) {
            throw Error(
                fmt::format("not finished: {}. Say what to do with it: --resume, "
                            "--keep-partial or --discard.",
                            description(unfinished)));
        }
        if (!choice) choice = ask_recovery(*face_, unfinished);
        if (*choice == Recovery::resume) {
            recorder_.take_up(unfinished.session, unfinished.sets);
            companion_->introduce();
            set_figures(unfinished.prescription, context_.library(), source_, wants_figures());
            return player_of(unfinished, ask_peak(context_.settings(), options_, ask_),
                             speaker_.hearing());
        }
        const auto status =
            *choice == Recovery::discard ? SessionStatus::discarded : SessionStatus::partial;
        close_unfinished(store_, unfinished, status, context_.clock().wall());
        return std::nullopt;
    }

    int rest(const Before& before, CoachRecord record = {}) {
        record.gate = before.gate_reason;
        record.before = before.pain;
        recorder_.rest(source_.routine.id, source_.routine.counts, before.gate, body_of(record));
        const int saved = settle();
        take_leave(before.unsaid, before.ending);
        return saved;
    }

    /// What is said at the end, on the normal screen, where it stays; where that is too small for
    /// all of it, page by page first.
    void take_leave(const std::string& text, Ending ending) {
        farewell_ = wrapped_lines(fmt::format("{}{}\n", text, last_words(ending)),
                                  context_.style().columns);
        if (face_) {
            const auto rows = face_->passing_rows();
            if (rows && std::ranges::count(farewell_, '\n') >= *rows) face_->tell(text);
        }
        say_farewell();
    }

    void say_farewell() {
        let_go();
        context_.print(std::exchange(farewell_, {}));
    }

    Player fresh(const Before& before, const TodaysSession& session) {
        // NOLINTNEXTLINE(bugprone-unchecked-optional-access): the gate lets it begin
        Prescription prescription = *session.prescription;
        set_figures(prescription, context_.library(), source_, wants_figures());
        companion_->await_sound();
        auto plan = make_plan(std::move(prescription),
                              ask_peak(context_.settings(), options_, ask_), speaker_.hearing());
        preview(*plan, changes_of(session));
        recorder_.begin(plan->prescription, plan->timeline.work, before.gate, before.override_gate,
                        body_of(session.record));
        std::vector<std::pair<std::string, PreferenceRule>> retired;
        retired.reserve(session.retired.size());
        for (const auto& id : session.retired) retired.emplace_back(id, PreferenceRule::avoid);
        if (!retired.empty()) recorder_.prefer(PreferenceSubject::exercise, retired);
        return begin(std::move(plan));
    }

    bool wants_figures() const { return context_.settings().figures && !options_.no_figures; }

    void preview(const Plan& plan, const std::vector<std::string>& changes) {
        std::string news;
        for (const auto& sentence : chosen_.news) news += sentence + '\n';
        face_->say('\n' + news);
        face_->say(fmt::format("{}, {}.\n", plan.prescription.name, total_text(plan.timeline)));
        face_->say(steps_text(plan.prescription));
        for (const auto& change : changes) face_->say(change + '\n');
        companion_->introduce();
        face_->say(
            fmt::format("\n{}\nDuring the session ? shows the keys; Enter pauses, and goes on.\n",
                        before_words()));
        if (ask_) face_->ask({"Enter begins.", {}});
    }

    /// `calm`: how it ends unless an answer asks for help.
    int perform(Player player, std::optional<PainScore> pain_before, Ending calm) {
        const Settings& settings = context_.settings();
        recorder_.go_live();
        Conductor conductor(context_.clock(), *face_, &recorder_, &speaker_, settings.pain,
                            pain_before);
        speaker_.prepare(sentences_of(*player.plan));
        player = conductor.run(std::move(player));
        note_reason();
        const bool in_need = asks_for_help(conductor.ending());
        GivenAnswers answers = given_;
        if (in_need) {
            answers.ask = false;  // what was given on the command line is kept
        } else {
            companion_->remind_of_questions();
            face_->say(player_finished_words());
        }
        const After after = ask_after(*face_, recorder_, answers, player.plan->prescription,
                                      pain_before, settings.pain);
        note_unscored(after.unscored);
        const int saved = settle();
        const Close close =
            close_of(conductor.ending(), conductor.worst(), after, calm, settings.emergency_number);
        if (asks_for_help(close.ending)) {
            take_leave('\n' + close.words, close.ending);
        } else if (saved == code(ExitCode::done)) {
            summarize(player.plan->prescription.name, close);
        }
        return saved;
    }

    /// The coach takes no missing answer for a zero.
    void note_unscored(const std::vector<std::string>& unscored) {
        const auto& reasons = recorder_.session().reasons;
        if (unscored.empty() || !reasons) return;
        CoachRecord record = coach_record_from(*reasons);
        record.unscored = unscored;
        recorder_.amend([&](Session& session) { session.reasons = body_of(record); });
    }

    /// Leaves the screen for the normal one, where what is printed stays.
    void let_go() {
        companion_.reset();
        face_.reset();
    }

    void summarize(const std::string& name, const Close& close) {
        companion_->let_finish();
        let_go();
        const Session& session = recorder_.session();
        const SessionRecord record{
            session, recorder_.sets(), store_.readings_of(session.id), {}, {}, {}};
        const Style& style = context_.style();
        context_.print('\n' + name + '\n' + session_summary(record, style) +
                       wrapped_lines(close.words, style.columns) + words_on_next(session, style));
        if (close.ending == Ending::session) return;
        context_.print(paragraph(last_words(close.ending), style.columns));
    }

    /// A session in which something was stopped for pain was stopped for pain (DESIGN 2, kept).
    void note_reason() {
        const auto& sets = recorder_.sets();
        std::optional<StopReason> reason;
        for (const auto& set : sets) {
            if (!set.reason) continue;
            if (!reason || *set.reason == StopReason::pain) reason = set.reason;
        }
        recorder_.amend([&](Session& session) { session.reason = reason; });
    }

    std::string player_finished_words() const {
        if (recorder_.session().reason == StopReason::pain) {
            return fmt::format("\n{}\n", stopped_words());
        }
        const bool completed = recorder_.session().status == SessionStatus::completed;
        return completed ? "\nWell done.\n" : "\nFinished here. What was done is kept.\n";
    }

    /// Writes what is left; what cannot be written is told in full, so that it can be entered
    /// later.
    int settle() {
        try {
            recorder_.settle();
            return code(ExitCode::done);
        } catch (const Error& error) {
            let_go();
            context_.note(fmt::format("hipflow: {}\n{}", error.what(),
                                      unsaved_text(recorder_.unwritten(), recorder_.aside())));
            return code(ExitCode::storage);
        }
    }

    int leave(const Interrupted& interrupted) {
        const int saved = settle();
        say_farewell();
        const bool unfinished = recorder_.session().status == SessionStatus::in_progress &&
                                !recorder_.session().id.empty();
        if (unfinished && saved == code(ExitCode::done)) {
            context_.note("\nWhat was done is kept. 'hipflow start' goes on where it stopped.\n");
        }
        if (interrupted.signal) return 128 + *interrupted.signal;
        return saved;
    }

    Context& context_;
    const StartOptions& options_;
    bool ask_;
    TodaysRoutine chosen_;
    RoutineFile source_;
    GivenAnswers given_;
    Store store_;
    SignalWatch signals_;
    LineInput input_;
    std::unique_ptr<Face> face_;
    Recorder recorder_;
    Speaker speaker_;  // before what attends it
    std::unique_ptr<Companion> companion_;
    std::string farewell_;  // what is still to be said at the end
};

int start(Context& context, const StartOptions& options) {
    if (options.rehearse) return rehearse(context, options);
    if (isatty(fileno(context.streams().in)) == 0) {
        throw Error(
            "a session needs somebody to do it: standard input is no terminal. 'hipflow start "
            "--rehearse' shows what it would be.");
    }
    return Guided(context, options).run();
}

}  // namespace

void add_start(CLI::App& app, Action& action) {
    auto options = std::make_shared<StartOptions>();
    add_start_options(app, *options);
    app.callback([options, &action] {
        action = [options](Context& context) { return start(context, *options); };
    });
}

}  // namespace hipflow
