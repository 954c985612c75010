// SPDX-License-Identifier: MIT
#include "commands/start.h"

#include <fmt/format.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <csignal>
#include <memory>

#include "catalog/restriction_table.h"
#include "coach/safety.h"
#include "commands/figures.h"
#include "commands/person.h"
#include "commands/rehearsal.h"
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
#include "terminal/choose_face.h"
#include "text/wrap.h"

namespace hipflow {
namespace {

/// Hands-free, nothing is asked between Enter and the last exercise.
AskPeak ask_peak(const Settings& settings, const StartOptions& options, bool ask) {
    const bool hands_free = options.hands_free.value_or(settings.hands_free);
    return settings.ask_peak_each && !hands_free && ask ? AskPeak::after_each_exercise
                                                        : AskPeak::at_the_end;
}

/// The answer given before a session that is taken up again; the highest, if there are several.
std::optional<PainScore> pain_before(const std::vector<PainReading>& readings) {
    std::optional<PainScore> highest;
    for (const auto& reading : readings) {
        if (reading.moment != Moment::before) continue;
        if (!highest || reading.score > *highest) highest = reading.score;
    }
    return highest;
}

std::filesystem::path lock_path(const DatabaseFile& database) {
    auto path = database.path;
    path += ".session";
    return path;
}

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
                    [this](const std::string& text) { face_->say(text + '\n'); }),
          speaker_(sound_settings(context.settings(), options), finder(context.environment()),
                   cache_folder(context.environment()) / "sound") {}

    int run() {
        const auto lock = SessionLock::take(lock_path(context_.database()));
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
        show_first_run(*face_, recorder_, store_, ask_);
        if (ask_ && !context_.settings().restrictions) {
            ask_restrictions_once(*face_, recorder_, store_, shipped_restrictions());
        }
        if (auto resumed = recover()) {
            return perform(*std::move(resumed),
                           pain_before(store_.readings_of(recorder_.session().id)));
        }
        if (!is_cleared(*face_, recorder_, store_, given_)) return rest(not_cleared());
        ask_owed_morning();
        const auto& pain = context_.settings().pain;
        const Before before = ask_before(*face_, recorder_, store_, given_, pain, context_.now());
        if (chosen_.schedule_due) recorder_.schedule(*chosen_.schedule_due);
        if (chosen_.program) recorder_.follow(*chosen_.program, chosen_.week);
        if (!before.session()) return rest(before);
        if (before.gate == Gate::flare) {
            source_ = find_routine(context_.library(), flare_up_routine);
        } else if (source_.routine.id != gentle_day_routine &&
                   takes_gentle_day(*face_, store_, given_, context_.now(), pain)) {
            source_ = find_routine(context_.library(), gentle_day_routine);
        }
        const TodaysSession session = session_for(before);
        if (!session.prescription) return rest(nothing_left(before, session), session.record);
        return perform(fresh(before, session), before.pain);
    }

    void ask_owed_morning() {
        const auto day = morning_owed(store_, context_.now());
        if (!day) return;
        if (given_.morning) {
            note_morning(recorder_, given_, *day);
        } else if (ask_) {
            ask_morning(*face_, recorder_, *day);
        }
    }

    static Before not_cleared() {
        Before before;
        before.gate = Gate::refused;
        before.gate_reason = "A sign that needs to be looked at has not been cleared.";
        return before;
    }

    /// Everything in the routine rests: so does the day.
    static Before nothing_left(Before before, const TodaysSession& session) {
        before.gate = Gate::rest;
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
    std::optional<Player> recover() {
        auto unfinished = find_unfinished(store_);
        if (!unfinished) return std::nullopt;
        const Instant now = context_.clock().wall();
        if (is_too_old(*unfinished, now)) {
            close_unfinished(store_, *unfinished, SessionStatus::partial, now);
            face_->say(fmt::format("Kept as partial, more than four hours old: {}.\n",
                                   description(*unfinished)));
            return std::nullopt;
        }
        auto choice = given_recovery(options_);
        if (!choice && !ask_) {
            throw Error(
                fmt::format("not finished: {}. Say what to do with it: --resume, "
                            "--keep-partial or --discard.",
                            description(*unfinished)));
        }
        if (!choice) choice = ask_recovery(*face_, *unfinished);
        if (*choice == Recovery::resume) {
            recorder_.take_up(unfinished->session, unfinished->sets);
            companion_->introduce();
            set_figures(unfinished->prescription, context_.library(), source_, wants_figures());
            return player_of(*unfinished, ask_peak(context_.settings(), options_, ask_));
        }
        const auto status =
            *choice == Recovery::discard ? SessionStatus::discarded : SessionStatus::partial;
        close_unfinished(store_, *unfinished, status, now);
        return std::nullopt;
    }

    int rest(const Before& before, CoachRecord record = {}) {
        record.gate = before.gate_reason;
        record.before = before.pain;
        recorder_.rest(source_.routine.id, source_.routine.counts, before.gate, body_of(record));
        const int saved = settle();
        let_go();
        if (!before.unsaid.empty()) {
            context_.print(paragraph(before.unsaid, context_.style().columns));
        }
        context_.print("Noted. Short easy walks are fine if they do not make it worse.\n");
        return saved;
    }

    Player fresh(const Before& before, const TodaysSession& session) {
        // NOLINTNEXTLINE(bugprone-unchecked-optional-access): the gate lets it begin
        Prescription prescription = *session.prescription;
        set_figures(prescription, context_.library(), source_, wants_figures());
        auto plan =
            make_plan(std::move(prescription), ask_peak(context_.settings(), options_, ask_));
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

    int perform(Player player, std::optional<PainScore> pain_before) {
        recorder_.go_live();
        Conductor conductor(context_.clock(), *face_, &recorder_, &speaker_,
                            context_.settings().pain, pain_before);
        speaker_.prepare(player.plan);
        player = conductor.run(std::move(player));
        companion_->remind_of_questions();
        note_reason();
        face_->say(player_finished_words());
        note_unscored(ask_after(*face_, recorder_, given_, player.plan->prescription, pain_before,
                                context_.settings().pain));
        const int saved = settle();
        if (saved == code(ExitCode::done)) summarize(player.plan->prescription.name);
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

    void summarize(const std::string& name) {
        companion_->let_finish();
        let_go();
        const Session& session = recorder_.session();
        const SessionRecord record{
            session, recorder_.sets(), store_.readings_of(session.id), {}, {}, {}};
        const Style& style = context_.style();
        context_.print('\n' + name + '\n' + session_summary(record, style) +
                       words_on_next(session, style));
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
            std::string text = fmt::format("hipflow: {}\nNot saved:\n", error.what());
            for (const auto& line : recorder_.unwritten()) text += fmt::format("  {}\n", line);
            let_go();
            context_.note(text);
            return code(ExitCode::storage);
        }
    }

    int leave(const Interrupted& interrupted) {
        const int saved = settle();
        let_go();
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
};

int rehearse(Context& context, const StartOptions& options) {
    const TodaysRoutine today = routine_for(context, options);
    const RoutineFile source = find_routine(context.library(), today.name);
    const auto plan =
        make_plan(planned_session(context, options, source, today.cap),
                  ask_peak(context.settings(), options, !options.speed || context.may_ask()));
    for (const auto& sentence : today.news) context.note(sentence + '\n');
    for (const auto& reason : all_reasons(plan->prescription)) context.note(reason + '\n');
    try {
        if (options.speed) {
            play_rehearsal(context, plan, *options.speed);
        } else {
            print_rehearsal(context, plan, options.json);
        }
    } catch (const Interrupted& interrupted) {
        if (interrupted.signal) return 128 + *interrupted.signal;
    }
    return code(ExitCode::done);
}

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
