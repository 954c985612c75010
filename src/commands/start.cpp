// SPDX-License-Identifier: MIT
#include "commands/start.h"

#include <fmt/format.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <csignal>
#include <memory>

#include "catalog/restriction_table.h"
#include "coach/safety.h"
#include "commands/person.h"
#include "commands/rehearsal.h"
#include "commands/routine_source.h"
#include "commands/start_options.h"
#include "guide/after.h"
#include "guide/before.h"
#include "guide/conductor.h"
#include "guide/recovery.h"
#include "guide/restrictions.h"
#include "platform/lock.h"
#include "report/library_text.h"
#include "report/session_text.h"
#include "terminal/choose_face.h"
#include "text/wrap.h"

namespace hipflow {
namespace {

AskPeak ask_peak(const Settings& settings, bool ask) {
    return settings.ask_peak_each && ask ? AskPeak::after_each_exercise : AskPeak::at_the_end;
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

/// What --hurt may name: what the routine says, and what is done in its place.
std::vector<std::string> exercise_ids(const Prescription& prescription) {
    std::vector<std::string> ids;
    for (const auto& step : prescription.steps) {
        ids.push_back(step.planned_exercise);
        ids.push_back(step.work.exercise.id);
        for (const auto& easier : step.easier) ids.push_back(easier.exercise.id);
    }
    return ids;
}

Today today_for(Person person) { return {Gate::none, std::nullopt, std::move(person)}; }

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
          source_(find_routine(context.library(), options.routine.empty()
                                                      ? context.settings().routine
                                                      : options.routine)),
          // Whatever is wrong with the files is said before anybody is asked anything.
          planned_(prescription_of(context.library(), source_, today_for(person_of(context)))),
          given_(given_answers(options.answers, ask_, exercise_ids(planned_))),
          store_(context.store()),
          input_(fileno(context.streams().in), signals_),
          recorder_(store_, context.clock(), context.settings().day_starts,
                    [this](const std::string& text) { face_->say(text + '\n'); }) {}

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
            return conduct_all();
        } catch (const Interrupted& interrupted) {
            return leave(interrupted);
        }
    }

   private:
    int conduct_all() {
        show_first_run(*face_, recorder_, store_, ask_);
        if (ask_ && !context_.settings().restrictions) {
            ask_restrictions(*face_, recorder_, store_, shipped_restrictions());
        }
        if (auto resumed = recover()) {
            return perform(*std::move(resumed),
                           pain_before(store_.readings_of(recorder_.session().id)));
        }
        if (ask_) {
            if (const auto day = morning_owed(store_, context_.now())) {
                ask_morning(*face_, recorder_, *day);
            }
        }
        const Before before =
            ask_before(*face_, recorder_, store_, given_, context_.settings().pain, context_.now());
        if (!before.session()) return rest(before);
        return perform(fresh(before), before.pain);
    }

    /// The player of an unfinished session, if that is to be taken up.
    std::optional<Player> recover() {
        const auto unfinished = find_unfinished(store_);
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
            return player_of(*unfinished, ask_peak(context_.settings(), ask_));
        }
        const auto status =
            *choice == Recovery::discard ? SessionStatus::discarded : SessionStatus::partial;
        close_unfinished(store_, *unfinished, status, now);
        return std::nullopt;
    }

    int rest(const Before& before) {
        recorder_.rest(source_.routine.id, source_.routine.counts, before.gate);
        const int saved = settle();
        face_.reset();
        if (!before.unsaid.empty()) {
            context_.print(paragraph(before.unsaid, context_.style().columns));
        }
        context_.print("Noted. Short easy walks are fine if they do not make it worse.\n");
        return saved;
    }

    Player fresh(const Before& before) {
        const Gate gate = before.override_gate ? Gate::none : before.gate;
        Prescription prescription =
            prescription_of(context_.library(), source_,
                            {gate, before.sore_side, person_of(context_, store_.preferences())});
        auto plan = make_plan(std::move(prescription), ask_peak(context_.settings(), ask_));
        preview(*plan);
        recorder_.begin(plan->prescription, plan->timeline.work, before.gate, before.override_gate);
        return begin(std::move(plan));
    }

    void preview(const Plan& plan) {
        face_->say(fmt::format("\n{}, {}.\n", plan.prescription.name, total_text(plan.timeline)));
        face_->say(steps_text(plan.prescription));
        for (const auto& reason : all_reasons(plan.prescription)) face_->say(reason + '\n');
        face_->say(
            fmt::format("\n{}\nDuring the session ? shows the keys; Enter pauses, and goes on.\n",
                        before_words()));
        if (ask_) face_->ask({"Enter begins.", {}});
    }

    int perform(Player player, std::optional<PainScore> pain_before) {
        recorder_.go_live();
        Conductor conductor(context_.clock(), *face_, &recorder_, context_.settings().pain,
                            pain_before);
        player = conductor.run(std::move(player));
        note_reason();
        face_->say(player_finished_words());
        ask_after(*face_, recorder_, given_, player.plan->prescription, pain_before);
        const int saved = settle();
        if (saved == code(ExitCode::done)) summarize(player.plan->prescription.name);
        return saved;
    }

    /// On the normal screen, where it stays.
    void summarize(const std::string& name) {
        face_.reset();
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
            face_.reset();
            context_.note(text);
            return code(ExitCode::storage);
        }
    }

    int leave(const Interrupted& interrupted) {
        const int saved = settle();
        face_.reset();
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
    RoutineFile source_;
    Prescription planned_;
    GivenAnswers given_;
    Store store_;
    SignalWatch signals_;
    LineInput input_;
    std::unique_ptr<Face> face_;
    Recorder recorder_;
};

int rehearse(Context& context, const StartOptions& options) {
    const std::string name = options.routine.empty() ? context.settings().routine : options.routine;
    const RoutineFile source = find_routine(context.library(), name);
    const auto plan =
        make_plan(prescription_of(context.library(), source, today_for(person_of(context))),
                  ask_peak(context.settings(), !options.speed || context.may_ask()));
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
