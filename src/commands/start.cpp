// SPDX-License-Identifier: MIT
#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <utility>

#include "catalog/restriction_table.h"
#include "coach/exposure.h"
#include "coach/safety.h"
#include "commands/all_commands.h"
#include "commands/rehearsal.h"
#include "commands/stage.h"
#include "commands/start_options.h"
#include "exchange/coach_json.h"
#include "guide/recovery.h"
#include "guide/restrictions.h"
#include "platform/lock.h"
#include "report/library_text.h"
#include "sound/answer.h"
#include "text/layout.h"
#include "today/mornings.h"
#include "today/person.h"
#include "today/rescued.h"
#include "today/routine_source.h"
#include "today/signs.h"

namespace hipflow::commands {
namespace {

/// One `hipflow start`, from the first question to the last.
class Guided {
   public:
    /// Throws for whatever is wrong with the files or the command line, before anything is asked.
    Guided(cli::Context& context, const StartOptions& options)
        : context_(context),
          options_(options),
          chosen_(routine_for(context, options)),
          source_(today::find_routine(context.library(), chosen_.name)),
          given_(answers_for(context, options, source_, chosen_.cap())),
          stage_(context, options, given_.ask) {}

    int run() {
        const auto lock =
            platform::FileLock::take(platform::session_lock(context_.database().path));
        if (!lock) {
            throw Error(
                "another session is running in another terminal; it has been left alone. "
                "Finish it there first.");
        }
        try {
            stage_.set_up();
            return conduct();
        } catch (const terminal::Interrupted& interrupted) {
            return stage_.leave(interrupted);
        }
    }

   private:
    int conduct() {
        open();
        const Instant now = context_.clock().wall();
        auto unfinished = guide::find_fresh_unfinished(face(), store(), now);
        if (!guide::is_cleared(face(), recorder(), store(), given_)) {
            if (unfinished) guide::keep_partial(face(), store(), *unfinished, now);
            return stage_.rest(source_.routine, not_cleared());
        }
        if (unfinished) {
            if (auto resumed = recover(*std::move(unfinished))) {
                const Session& session = recorder().session();
                const coach::Past past{session, {}, store().readings_of(session.id), {}};
                return stage_.perform(
                    *std::move(resumed), coach::score_at(past, Moment::before),
                    session.gate == Gate::flare ? coach::Ending::flare : coach::Ending::session,
                    given_);
            }
        }
        ask_owed_morning();
        const guide::Before before = guide::ask_before(face(), recorder(), store(), given_,
                                                       context_.settings(), context_.now());
        if (chosen_.schedule_due) recorder().schedule(*chosen_.schedule_due);
        if (const auto program = chosen_.program()) recorder().follow(*program, chosen_.week());
        if (!before.session()) return stage_.rest(source_.routine, before);
        take_gentler_routine(before);
        const today::TodaysSession session = session_for(before);
        if (!session.prescription) {
            return stage_.rest(source_.routine, nothing_left(before, session), session.record);
        }
        return stage_.perform(begin_anew(before, session), before.pain, before.ending, given_);
    }

    /// Says what comes before every question of today: what a session put aside, the first run.
    void open() {
        for (const auto& line : today::bring_in_rescued(context_.desk(), store())) {
            face().say(line + '\n');
        }
        const Settings& settings = context_.settings();
        guide::show_first_run(face(), recorder(), store(), settings, stage_.asks());
        if (stage_.asks() && !settings.restrictions) {
            guide::ask_restrictions_once(face(), recorder(), store(),
                                         catalog::shipped_restrictions());
        }
        prepare_sentences();
    }

    /// Renders what will probably be said, while questions are asked. Whatever the answers change
    /// is rendered afterwards.
    void prepare_sentences() {
        stage_.speaker().prepare(sound::common_sentences());
        const Routine& routine = source_.routine;
        for (const auto& step : routine.steps) {
            stage_.speaker().prepare(
                sound::sentences_of(context_.library().exercise_of(routine, step.exercise)));
        }
    }

    static guide::Before not_cleared() {
        guide::Before before;
        before.gate = Gate::refused;
        before.ending = coach::Ending::uncleared;
        before.gate_reason = "A sign that needs to be looked at has not been cleared.";
        return before;
    }

    /// Everything in the routine rests: so does the day.
    static guide::Before nothing_left(guide::Before before, const today::TodaysSession& session) {
        before.gate = Gate::rest;
        before.ending = coach::Ending::nothing_left;
        before.gate_reason = session.nothing_left;
        before.unsaid = session.nothing_left + '\n';
        return before;
    }

    /// The player of an unfinished session, if that is to be taken up.
    std::optional<session::Player> recover(today::Unfinished unfinished) {
        auto choice = given_recovery(options_);
        const Instant now = context_.clock().wall();
        const bool resumes = choice.value_or(guide::Recovery::resume) == guide::Recovery::resume;
        if (resumes && guide::speaks_against_resuming(store(), unfinished.session, given_,
                                                      context_.settings(), context_.now())) {
            guide::keep_partial(face(), store(), unfinished, now);
            return std::nullopt;
        }
        if (!choice && !stage_.asks()) {
            throw Error(
                fmt::format("not finished: {}. Say what to do with it: --resume, "
                            "--keep-partial or --discard.",
                            today::description(unfinished)));
        }
        if (!choice) choice = guide::ask_recovery(face(), unfinished);
        if (*choice == guide::Recovery::resume) return resume(unfinished);
        const auto status =
            *choice == guide::Recovery::discard ? SessionStatus::discarded : SessionStatus::partial;
        today::close_unfinished(store(), unfinished, status, now);
        return std::nullopt;
    }

    session::Player resume(today::Unfinished& unfinished) {
        recorder().take_up(unfinished.session, unfinished.sets);
        stage_.companion().introduce();
        today::set_figures(unfinished.prescription, context_.library(), source_, wants_figures());
        return guide::player_of(unfinished, ask_peak(), stage_.speaker().hearing());
    }

    void ask_owed_morning() {
        const auto day = today::morning_owed(store(), context_.now());
        if (given_.morning) {
            guide::note_morning(face(), recorder(), context_.settings(), given_, day);
        } else if (day && stage_.asks()) {
            guide::ask_morning(face(), recorder(), context_.settings(), *day);
        }
    }

    /// On a sore day another routine takes the place of the planned one.
    void take_gentler_routine(const guide::Before& before) {
        if (before.gate == Gate::flare) {
            source_ = today::find_routine(context_.library(), today::flare_up_routine);
        } else if (source_.routine.id != today::gentle_day_routine &&
                   guide::takes_gentle_day(face(), store(), given_, context_.now(),
                                           context_.settings().pain)) {
            source_ = today::find_routine(context_.library(), today::gentle_day_routine);
        }
    }

    today::TodaysSession session_for(const guide::Before& before) {
        coach::Today today;
        today.gate = before.session_gate();
        today.sore_side = before.sore_side;
        today.person = today::person_of(context_.desk(), store().preferences());
        today.cap = chosen_.cap();
        today::TodaysSession session =
            today::todays_session(context_.desk(), source_, std::move(today), wishes_of(options_));
        session.record.gate = before.gate_reason;
        session.record.before = before.pain;
        return session;
    }

    session::Player begin_anew(const guide::Before& before, const today::TodaysSession& session) {
        // NOLINTNEXTLINE(bugprone-unchecked-optional-access): the gate lets it begin
        Prescription prescription = *session.prescription;
        today::set_figures(prescription, context_.library(), source_, wants_figures());
        stage_.companion().await_sound();
        auto plan =
            session::make_plan(std::move(prescription), ask_peak(), stage_.speaker().hearing());
        preview(*plan, today::changes_of(session));
        recorder().begin(plan->prescription, plan->timeline.work, before.gate, before.override_gate,
                         exchange::body_of(session.record));
        std::vector<std::pair<std::string, PreferenceRule>> retired;
        retired.reserve(session.retired.size());
        for (const auto& id : session.retired) retired.emplace_back(id, PreferenceRule::avoid);
        if (!retired.empty()) recorder().prefer(PreferenceSubject::exercise, retired);
        return session::begin(std::move(plan));
    }

    void preview(const session::SessionPlan& plan, const std::vector<std::string>& changes) {
        std::string text = "\n";
        for (const auto& sentence : news_of(context_, chosen_)) text += sentence + '\n';
        face().say(text);
        face().say(
            fmt::format("{}, {}.\n", plan.prescription.name, report::total_text(plan.timeline)));
        face().say(report::steps_text(plan.prescription));
        for (const auto& change : changes) face().say(change + '\n');
        stage_.companion().introduce();
        face().say(
            fmt::format("\n{}\nDuring the session ? shows the keys; Enter pauses, and goes on.\n",
                        coach::before_words()));
        if (stage_.asks()) face().ask({"Enter begins.", {}});
    }

    bool wants_figures() const { return context_.settings().figures && !options_.no_figures; }
    session::AskPeak ask_peak() const {
        return commands::ask_peak(context_.settings(), options_, stage_.asks());
    }

    store::Store& store() { return stage_.store(); }
    terminal::Face& face() { return stage_.face(); }
    guide::Recorder& recorder() { return stage_.recorder(); }

    cli::Context& context_;
    const StartOptions& options_;
    today::ChosenRoutine chosen_;
    catalog::RoutineFile source_;
    session::GivenAnswers given_;
    Stage stage_;
};

int start(cli::Context& context, const StartOptions& options) {
    if (options.rehearse) return rehearse(context, options);
    if (isatty(fileno(context.streams().in)) == 0) {
        if (const auto against = today::against_today(context.desk())) {
            context.note(paragraph(*against, context.style().columns));
            return cli::code(ExitCode::nothing);
        }
        throw Error(
            "a session needs somebody to do it: standard input is not a terminal. 'hipflow start "
            "--rehearse' shows what it would be.");
    }
    return Guided(context, options).run();
}

constexpr std::array start_examples = {
    cli::Example{"hipflow start", "today's session"},
    cli::Example{"hipflow start desk-reset", "another routine"},
    cli::Example{"hipflow start --short", "five minutes"},
    cli::Example{"hipflow start --minutes 8", "what fits into eight"},
    cli::Example{"hipflow start --rehearse", "only show it"},
    cli::Example{"hipflow start --rehearse --speed 600", "play it, ten minutes a second"},
};

}  // namespace

constinit const cli::Command start_command{
    .name = "start",
    .summary = "Lead through a session",
    .examples = start_examples,
    .bind = cli::bind<&declare_start, &start>,
};

}  // namespace hipflow::commands
