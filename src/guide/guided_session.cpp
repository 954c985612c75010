// SPDX-License-Identifier: MIT
#include "guide/guided_session.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "catalog/restriction_table.h"
#include "coach/exposure.h"
#include "coach/guidance.h"
#include "coach/safety.h"
#include "domain/error.h"
#include "domain/wording.h"
#include "guide/after.h"
#include "guide/before.h"
#include "guide/conductor.h"
#include "guide/morning.h"
#include "guide/preview.h"
#include "guide/restrictions.h"
#include "session/event_words.h"
#include "sound/reply.h"
#include "today/hearing.h"
#include "today/mornings.h"
#include "today/person.h"
#include "today/referral.h"
#include "today/rescued.h"
#include "today/routine_source.h"
#include "today/unfinished.h"

namespace hipflow::guide {
namespace {

/// A session that is ready to be led.
struct ReadyToLead {
    session::Player player;
    Prescription begun;  // before anything of it was made easier
    std::optional<PainScore> pain_before;
    coach::Ending calm = coach::Ending::session;  // unless an answer asks for help
};

/// The way through one day.
class GuidedSession {
   public:
    GuidedSession(const Means& means, Request request)
        : means_(means),
          request_(std::move(request)),
          preview_(means_.desk, means_.face, means_.companion, request_.verbose) {}

    Outcome run() {
        // No question comes before the words about help.
        if (calls_for_help(given(), desk().settings().pain)) request_.given.ask = false;
        open();
        const Stamp now = desk().now();
        auto unfinished = find_fresh_unfinished(face(), store(), now);
        if (!is_cleared(face(), words(), recorder(), store(), given(), desk().now().local_day)) {
            if (unfinished) keep_partial(face(), store(), *unfinished, now);
            record_news(recorder(), given().news.value_or(session::News::none), given().side);
            return rest(not_cleared(), {});
        }
        if (unfinished) {
            if (auto resumed = recover(*std::move(unfinished))) return perform(*std::move(resumed));
        }
        take_experience();
        take_owed_morning();
        const Before before = ask_before(
            face(), words(), recorder(), store(), given(), desk().settings(), desk().now(),
            [&](const Before& so_far) { show_plan(so_far, request_.source); });
        const today::ChosenRoutine& chosen = request_.chosen;
        if (chosen.schedule_due) recorder().schedule(*chosen.schedule_due);
        if (const auto program = chosen.program()) recorder().follow(*program, chosen.week());
        if (!before.session()) return rest(before, {});
        take_gentler_routine(before);
        const today::TodaysSession session = session_for(before);
        if (!session.prescription) return without_session(before, session);
        session::Player player = begin_anew(before, session);
        Prescription begun = player.script->prescription;
        return perform({std::move(player), std::move(begun), before.pain, before.ending});
    }

   private:
    /// Says what comes before every question of today: what a session put aside, the first run.
    void open() {
        for (const auto& line : today::bring_in_rescued(desk(), store())) face().say(line + '\n');
        const Settings& settings = desk().settings();
        show_first_run(face(), words(), recorder(), store(), settings, given().ask);
        if (given().ask && !settings.restrictions) {
            ask_restrictions_once(face(), recorder(), store(), catalog::shipped_restrictions());
        }
        prepare_sentences();
    }

    /// Renders what will probably be said, while questions are asked. Whatever the answers change
    /// is rendered afterwards.
    void prepare_sentences() {
        try {
            Prescription likely = today::prescription_for(desk(), request_.source,
                                                          request_.chosen.cap(), request_.wishes);
            speaker().speak(likely.language, desk().clock().real());
            if (coach::is_wordless(likely)) return speaker().leave_out_words();
            session::Hearing hearing = today::hearing_for(desk(), likely, request_.wishes.sound);
            speaker().prepare(sound::phrases_of(
                *session::make_script(std::move(likely), request_.ask_peak, std::move(hearing))));
        } catch (const Error&) {
            return;  // told where the session is set
        }
    }

    Before not_cleared() {
        Before before;
        before.gate = Gate::refused;
        before.ending = coach::Ending::uncleared;
        before.gate_reason = words().say(Care::not_cleared);
        return before;
    }

    /// What rests for pain is a day of rest, which keeps the plan; what the person leaves out is no
    /// reason to record one.
    Outcome without_session(const Before& before, const today::TodaysSession& session) {
        const bool for_pain = before.session_gate() != Gate::none || session.rests_for_pain();
        if (for_pain) return rest(nothing_left(before, session), session.record);
        return {coach::Ending::left_out,
                with_capital(session.nothing_left) + "\nNo session was recorded.\n", std::nullopt};
    }

    /// Everything in the routine rests: so does the day.
    static Before nothing_left(Before before, const today::TodaysSession& session) {
        before.gate = Gate::rest;
        before.ending = coach::Ending::nothing_left;
        before.gate_reason = session.nothing_left;
        before.unsaid = with_capital(session.nothing_left) + '\n';
        return before;
    }

    /// Records a day of rest in place of a session.
    Outcome rest(const Before& before, coach::CoachRecord record) {
        record.gate = before.gate_reason;
        record.before = before.pain;
        const Routine& routine = request_.source.routine;
        recorder().rest(routine.id, routine.counts, before.gate, record);
        return {before.ending, before.unsaid + referral_at_the_end(before.ending), std::nullopt};
    }

    /// Suggests to have somebody look at it, where something calls for it, once in a while.
    std::string referral_at_the_end(coach::Ending ending) {
        using enum coach::Ending;
        if (ending != session && ending != flare && ending != rest) return {};
        try {
            const auto words = today::referral_due(desk());
            if (!words) return {};
            recorder().acknowledge(today::referral_text, today::referral_version);
            return *words + '\n';
        } catch (const Error&) {
            return {};  // the history cannot be read any more; that is told elsewhere
        }
    }

    /// Takes an unfinished session up. Returns nullopt if a new one is to begin.
    std::optional<ReadyToLead> recover(today::Unfinished unfinished) {
        auto choice = request_.recovery;
        const Instant now = desk().clock().wall();
        const bool resumes = choice.value_or(Recovery::resume) == Recovery::resume;
        if (resumes && speaks_against_resuming(store(), unfinished.session, given(),
                                               desk().settings(), desk().now())) {
            keep_partial(face(), store(), unfinished, desk().now());
            return std::nullopt;
        }
        if (!choice && !given().ask) {
            throw Error(
                fmt::format("not finished: {}. Say what to do with it: --resume, "
                            "--keep-partial or --discard.",
                            today::description(unfinished, desk().now())));
        }
        if (!choice) choice = ask_recovery(face(), unfinished, desk().now());
        if (*choice == Recovery::resume) return resume(unfinished);
        const auto status =
            *choice == Recovery::discard ? SessionStatus::discarded : SessionStatus::partial;
        today::close_unfinished(store(), unfinished, status, now);
        return std::nullopt;
    }

    ReadyToLead resume(today::Unfinished& unfinished) {
        recorder().take_up(unfinished.session, unfinished.sets);
        companion().introduce();
        today::set_figures(unfinished.prescription, desk().library(), request_.source,
                           request_.figures);
        session::Player player =
            player_of(unfinished, request_.ask_peak, hearing_of(unfinished.prescription));
        const Session& session = recorder().session();
        const coach::Past past{session, {}, store().readings_of(session.id), {}};
        return {std::move(player), std::move(unfinished.prescription),
                coach::score_at(past, Moment::before),
                session.gate == Gate::flare ? coach::Ending::flare : coach::Ending::session};
    }

    /// Takes what is told of experience; before the first session it is asked for, and may change
    /// the routine where none was named and no wish is for one of its exercises.
    void take_experience() {
        auto said = given().experience;
        const bool asks =
            !said && given().ask && !store().last_with_work() && !today::told_experience(store());
        if (asks) said = ask_experience(face());
        if (!said) return;
        recorder().prefer(PreferenceSubject::experience, {today::experience_rule(*said)});
        const coach::Wishes& wishes = request_.wishes.steps;
        const bool by_default = request_.chosen.beginning != today::Beginning::settled;
        if (!asks || !by_default || !wishes.easier.empty() || !wishes.harder.empty()) return;
        request_.chosen = today::choose_routine(desk(), "", desk().now().local_day, said);
        request_.source = today::find_routine(desk().library(), request_.chosen.name);
    }

    void take_owed_morning() {
        const auto day = today::morning_owed(store(), desk().now());
        if (given().morning) {
            note_morning(face(), words(), recorder(), desk().settings(), given(), day);
        } else if (day && given().ask) {
            ask_morning(face(), words(), recorder(), store(), desk().settings(), *day,
                        desk().now());
        }
    }

    /// On a sore day another routine takes the place of the planned one.
    void take_gentler_routine(const Before& before) {
        catalog::RoutineFile& source = request_.source;
        if (before.gate == Gate::flare) {
            source = today::find_routine(desk().library(), today::flare_up_routine);
            return;
        }
        const auto gentle = today::find_routine(desk().library(), today::gentle_day_routine);
        if (source.routine.id != gentle.routine.id &&
            takes_gentle_day(face(), words(), store(), given(), desk().now(),
                             desk().settings().pain, [&] { show_plan(before, gentle); })) {
            source = gentle;
        }
    }

    std::string limits(const Before& before) {
        const bool open = before.session_gate() == Gate::none && !before.override_gate;
        return coach::limits_words(before.pain, open, desk().settings().pain, words());
    }

    /// Shows the session that begins if the next answer changes nothing.
    void show_plan(const Before& before, const catalog::RoutineFile& source) {
        try {
            // Until pain now is told a session is only looked at, and steps up stand on that.
            const today::TodaysSession session =
                session_for(before, source, before.pain.has_value());
            if (!session.prescription) return;
            const auto script = session::make_script(*session.prescription, request_.ask_peak,
                                                     hearing_of(*session.prescription));
            preview_.say(*script, session, request_.chosen, limits(before));
        } catch (const Error&) {
            return;  // told where the session is set
        }
    }

    today::TodaysSession session_for(const Before& before) {
        return session_for(before, request_.source, true);
    }

    today::TodaysSession session_for(const Before& before, const catalog::RoutineFile& source,
                                     bool begins) {
        coach::Today today;
        today.gate = before.session_gate();
        today.sore_side = before.sore_side;
        today.person = today::person_of(desk(), store().preferences());
        today.cap = request_.chosen.cap();
        if (begins) today.at = desk().now().at;
        today.before = before.pain;
        today::TodaysSession session =
            today::todays_session(desk(), source, std::move(today), request_.wishes);
        session.record.gate = before.gate_reason;
        session.record.before = before.pain;
        return session;
    }

    /// How the session is heard by what there is to hear it with.
    session::Hearing hearing_of(const Prescription& session) {
        speaker().speak(session.language, desk().clock().real());
        if (coach::is_wordless(session)) speaker().leave_out_words();
        session::Hearing hearing = speaker().hearing();
        const session::Hearing expected = today::hearing_for(desk(), session);
        hearing.phrases = expected.phrases;  // of the language of this session
        hearing.changes = expected.changes;
        hearing.tempo_words = expected.tempo_words;
        return hearing;
    }

    session::Player begin_anew(const Before& before, const today::TodaysSession& session) {
        // NOLINTNEXTLINE(bugprone-unchecked-optional-access): the gate lets it begin
        Prescription prescription = *session.prescription;
        today::set_figures(prescription, desk().library(), request_.source, request_.figures);
        companion().await_sound();
        session::Hearing hearing = hearing_of(prescription);
        auto script =
            session::make_script(std::move(prescription), request_.ask_peak, std::move(hearing));
        const bool is_new = preview_.say(*script, session, request_.chosen, limits(before));
        if (given().ask && is_new) face().ask({"Press Enter to begin."});
        recorder().begin(script->prescription, script->timeline.work, before.gate,
                         before.override_gate, session.record);
        std::vector<std::pair<std::string, PreferenceRule>> retired;
        retired.reserve(session.retired.size());
        for (const auto& id : session.retired) retired.emplace_back(id, PreferenceRule::avoid);
        if (!retired.empty()) recorder().prefer(PreferenceSubject::exercise, retired);
        return session::begin(std::move(script));
    }

    /// Leads the player to its end, and asks what follows a session.
    Outcome perform(ReadyToLead ready) {
        const Settings& settings = desk().settings();
        recorder().go_live();
        coach::Exposure at_start;
        at_start.before = ready.pain_before;
        at_start.open_gate = coach::has_open_gate(recorder().session());
        Conductor conductor(desk().clock(), face(), words(), &recorder(), &speaker(), settings.pain,
                            at_start);
        speaker().prepare(sound::phrases_of(*ready.player.script));
        const session::Player player = conductor.run(std::move(ready.player));
        note_stop_reason(recorder());
        session::GivenAnswers answers = given();
        if (coach::asks_for_help(conductor.ending())) {
            answers.ask = false;  // what was given on the command line is kept
        } else {
            companion().remind_of_questions(player.script->hearing.say(Say::questions));
            face().say(finished_words());
        }
        const After after = ask_after(face(), words(), recorder(), answers, ready.begun,
                                      player.script->prescription, ready.pain_before, settings.pain,
                                      told_in(conductor));
        Close close = close_of(conductor.ending(), conductor.worst(), after, ready.calm,
                               settings.emergency_number, words());
        close.words += referral_at_the_end(close.ending);
        return {close.ending, std::move(close.words), player.script->prescription.name};
    }

    /// Returns what was told in the session, and before it. Where the history cannot be read any
    /// more, that is asked again.
    Told told_in(const Conductor& conductor) {
        Told told{{}, conductor.just_told(), {}, below_back_told()};
        for (auto& reading : readings_of_session()) {
            if (reading.moment == Moment::before)
                told.before = {reading.score, reading.site, reading.side, reading.furthest};
            if (reading.moment == Moment::peak && reading.exercise)
                told.peaks.push_back(std::move(reading));
        }
        return told;
    }

    bool below_back_told() {
        try {
            return store().below_back_told();
        } catch (const Error&) {
            return true;
        }
    }

    std::vector<PainReading> readings_of_session() {
        try {
            return store().readings_of(recorder().session().id);
        } catch (const Error&) {
            return {};
        }
    }

    std::string finished_words() {
        const Session& session = means_.recorder.session();
        if (session.reason == StopReason::pain)
            return fmt::format("\n{}\n", words().say(Care::stopped));
        const bool completed = session.status == SessionStatus::completed;
        return fmt::format("\n{}{}\n", session::finished_words(completed),
                           completed ? "" : " What was done is kept.");
    }

    today::Desk& desk() { return means_.desk; }
    const CareWords& words() { return means_.desk.care(); }
    store::Store& store() { return means_.desk.store(); }
    terminal::Face& face() { return means_.face; }
    Recorder& recorder() { return means_.recorder; }
    sound::Speaker& speaker() { return means_.speaker; }
    Companion& companion() { return means_.companion; }
    const session::GivenAnswers& given() const { return request_.given; }

    Means means_;
    Request request_;
    Preview preview_;
};

}  // namespace

Outcome lead_session(const Means& means, Request request) {
    return GuidedSession(means, std::move(request)).run();
}

}  // namespace hipflow::guide
