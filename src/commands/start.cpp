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
#include "today/mornings.h"
#include "today/person.h"
#include "today/rescued.h"
#include "today/routine_source.h"

namespace hipflow {
namespace {

/// One `hipflow start`, from the first question to the last.
class Guided {
   public:
    /// Throws for whatever is wrong with the files or the command line, before anything is asked.
    Guided(Context& context, const StartOptions& options)
        : context_(context),
          options_(options),
          chosen_(routine_for(context, options)),
          source_(find_routine(context.library(), chosen_.name)),
          given_(answers_for(context, options, source_, chosen_.cap())),
          stage_(context, options, given_.ask) {}

    int run() {
        const auto lock = FileLock::take(session_lock(context_.database().path));
        if (!lock) {
            throw Error(
                "another session is running in another terminal; it has been left alone. "
                "Finish it there first.");
        }
        try {
            stage_.set_up();
            return conduct();
        } catch (const Interrupted& interrupted) {
            return stage_.leave(interrupted);
        }
    }

   private:
    int conduct() {
        open();
        const Instant now = context_.clock().wall();
        auto unfinished = find_fresh_unfinished(face(), store(), now);
        if (!is_cleared(face(), recorder(), store(), given_)) {
            if (unfinished) keep_partial(face(), store(), *unfinished, now);
            return stage_.rest(source_.routine, not_cleared());
        }
        if (unfinished) {
            if (auto resumed = recover(*std::move(unfinished))) {
                const Session& session = recorder().session();
                const Past past{session, {}, store().readings_of(session.id), {}};
                return stage_.perform(*std::move(resumed), score_at(past, Moment::before),
                                      session.gate == Gate::flare ? Ending::flare : Ending::session,
                                      given_);
            }
        }
        ask_owed_morning();
        const Before before =
            ask_before(face(), recorder(), store(), given_, context_.settings(), context_.now());
        if (chosen_.schedule_due) recorder().schedule(*chosen_.schedule_due);
        if (const auto program = chosen_.program()) recorder().follow(*program, chosen_.week());
        if (!before.session()) return stage_.rest(source_.routine, before);
        take_gentler_routine(before);
        const TodaysSession session = session_for(before);
        if (!session.prescription) {
            return stage_.rest(source_.routine, nothing_left(before, session), session.record);
        }
        return stage_.perform(begin_anew(before, session), before.pain, before.ending, given_);
    }

    /// Says what comes before every question of today: what a session put aside, the first run.
    void open() {
        for (const auto& line : bring_in_rescued(context_.desk(), store())) {
            face().say(line + '\n');
        }
        const Settings& settings = context_.settings();
        show_first_run(face(), recorder(), store(), settings, stage_.asks());
        if (stage_.asks() && !settings.restrictions) {
            ask_restrictions_once(face(), recorder(), store(), shipped_restrictions());
        }
        prepare_sentences();
    }

    /// Renders what will probably be said, while questions are asked. Whatever the answers change
    /// is rendered afterwards.
    void prepare_sentences() {
        stage_.speaker().prepare(common_sentences());
        const Routine& routine = source_.routine;
        for (const auto& step : routine.steps) {
            stage_.speaker().prepare(
                sentences_of(context_.library().exercise_of(routine, step.exercise)));
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

    /// The player of an unfinished session, if that is to be taken up.
    std::optional<Player> recover(Unfinished unfinished) {
        auto choice = given_recovery(options_);
        const Instant now = context_.clock().wall();
        const bool resumes = choice.value_or(Recovery::resume) == Recovery::resume;
        if (resumes && speaks_against_resuming(store(), unfinished.session, given_,
                                               context_.settings(), context_.now())) {
            keep_partial(face(), store(), unfinished, now);
            return std::nullopt;
        }
        if (!choice && !stage_.asks()) {
            throw Error(
                fmt::format("not finished: {}. Say what to do with it: --resume, "
                            "--keep-partial or --discard.",
                            description(unfinished)));
        }
        if (!choice) choice = ask_recovery(face(), unfinished);
        if (*choice == Recovery::resume) return resume(unfinished);
        const auto status =
            *choice == Recovery::discard ? SessionStatus::discarded : SessionStatus::partial;
        close_unfinished(store(), unfinished, status, now);
        return std::nullopt;
    }

    Player resume(Unfinished& unfinished) {
        recorder().take_up(unfinished.session, unfinished.sets);
        stage_.companion().introduce();
        set_figures(unfinished.prescription, context_.library(), source_, wants_figures());
        return player_of(unfinished, ask_peak(), stage_.speaker().hearing());
    }

    void ask_owed_morning() {
        const auto day = morning_owed(store(), context_.now());
        if (!day) return;
        if (given_.morning) {
            note_morning(face(), recorder(), context_.settings(), given_, *day);
        } else if (stage_.asks()) {
            ask_morning(face(), recorder(), context_.settings(), *day);
        }
    }

    /// On a sore day another routine takes the place of the planned one.
    void take_gentler_routine(const Before& before) {
        if (before.gate == Gate::flare) {
            source_ = find_routine(context_.library(), flare_up_routine);
        } else if (source_.routine.id != gentle_day_routine &&
                   takes_gentle_day(face(), store(), given_, context_.now(),
                                    context_.settings().pain)) {
            source_ = find_routine(context_.library(), gentle_day_routine);
        }
    }

    TodaysSession session_for(const Before& before) {
        Today today;
        today.gate = before.session_gate();
        today.sore_side = before.sore_side;
        today.person = person_of(context_.desk(), store().preferences());
        today.cap = chosen_.cap();
        TodaysSession session =
            todays_session(context_.desk(), source_, std::move(today), wishes_of(options_));
        session.record.gate = before.gate_reason;
        session.record.before = before.pain;
        return session;
    }

    Player begin_anew(const Before& before, const TodaysSession& session) {
        // NOLINTNEXTLINE(bugprone-unchecked-optional-access): the gate lets it begin
        Prescription prescription = *session.prescription;
        set_figures(prescription, context_.library(), source_, wants_figures());
        stage_.companion().await_sound();
        auto plan = make_plan(std::move(prescription), ask_peak(), stage_.speaker().hearing());
        preview(*plan, changes_of(session));
        recorder().begin(plan->prescription, plan->timeline.work, before.gate, before.override_gate,
                         body_of(session.record));
        std::vector<std::pair<std::string, PreferenceRule>> retired;
        retired.reserve(session.retired.size());
        for (const auto& id : session.retired) retired.emplace_back(id, PreferenceRule::avoid);
        if (!retired.empty()) recorder().prefer(PreferenceSubject::exercise, retired);
        return begin(std::move(plan));
    }

    void preview(const Plan& plan, const std::vector<std::string>& changes) {
        std::string text = "\n";
        for (const auto& sentence : news_of(context_, chosen_)) text += sentence + '\n';
        face().say(text);
        face().say(fmt::format("{}, {}.\n", plan.prescription.name, total_text(plan.timeline)));
        face().say(steps_text(plan.prescription));
        for (const auto& change : changes) face().say(change + '\n');
        stage_.companion().introduce();
        face().say(
            fmt::format("\n{}\nDuring the session ? shows the keys; Enter pauses, and goes on.\n",
                        before_words()));
        if (stage_.asks()) face().ask({"Enter begins.", {}});
    }

    bool wants_figures() const { return context_.settings().figures && !options_.no_figures; }
    AskPeak ask_peak() const {
        return hipflow::ask_peak(context_.settings(), options_, stage_.asks());
    }

    Store& store() { return stage_.store(); }
    Face& face() { return stage_.face(); }
    Recorder& recorder() { return stage_.recorder(); }

    Context& context_;
    const StartOptions& options_;
    ChosenRoutine chosen_;
    RoutineFile source_;
    GivenAnswers given_;
    Stage stage_;
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

constexpr std::array start_examples = {
    Example{"hipflow start", "today's session"},
    Example{"hipflow start desk-reset", "another routine"},
    Example{"hipflow start --short", "five minutes"},
    Example{"hipflow start --minutes 8", "what fits into eight"},
    Example{"hipflow start --rehearse", "only show it"},
    Example{"hipflow start --rehearse --speed 600", "play it, ten minutes a second"},
};

}  // namespace

constinit const Command start_command{
    .name = "start",
    .summary = "Lead through a session",
    .examples = start_examples,
    .bind = bind<&declare_start, &start>,
};

}  // namespace hipflow
