// SPDX-License-Identifier: MIT
#include "session/player.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>
#include <vector>

#include "support/generators.h"
#include "support/sessions.h"
#include "support/spoken_sessions.h"

namespace hipflow {
namespace {

using namespace support;

AskPeak any_ask() { return *rc::gen::element(AskPeak::at_the_end, AskPeak::after_each_exercise); }

/// What a person, a conductor or fate may do to a session next.
enum class Act { wait, look_late, key, jump, hold, resume, stop_exercise, sleep, stop_process };

void act(Performance& session) {
    const auto what = *rc::gen::weightedElement<Act>({{8, Act::wait},
                                                      {4, Act::look_late},
                                                      {10, Act::key},
                                                      {1, Act::hold},
                                                      {4, Act::resume},
                                                      {1, Act::jump},
                                                      {1, Act::stop_exercise},
                                                      {1, Act::sleep},
                                                      {1, Act::stop_process}});
    switch (what) {
        case Act::wait:
            return session.wait(Millis(*rc::gen::inRange(0, 20'000)));
        case Act::look_late:
            return session.blink(Millis(*rc::gen::inRange(0, 1'900)));
        case Act::key:
            return session.press(*rc::gen::element(session::Key::pause, session::Key::next,
                                                   session::Key::back, session::Key::more_time,
                                                   session::Key::easier, session::Key::hurts,
                                                   session::Key::time_left, session::Key::undo,
                                                   session::Key::explain, session::Key::swap));
        case Act::jump:
            return session.go_to(*rc::gen::inRange<std::size_t>(
                0, session.player.script->prescription.steps.size() + 1));
        case Act::hold:
            return session.hold_gap(1s);
        case Act::resume:
            return session.resume();
        case Act::stop_exercise:
            return session.stop_exercise();
        case Act::sleep:
            return session.sleep(Millis(*rc::gen::inRange(1'000, 1'000'000)));
        case Act::stop_process:
            return session.blink(Millis(*rc::gen::inRange(0, 1'000'000)));
    }
}

/// With a voice or with tones alone.
session::Hearing any_hearing() {
    return *rc::gen::arbitrary<bool>() ? tones_alone()
                                       : estimated(*rc::gen::element(120, 140, 180, 220));
}

/// A session that begins, with alternates or with all that can be said.
Performance any_begun() {
    Prescription prescription =
        *rc::gen::arbitrary<bool>() ? *any_prescription() : *any_spoken_session();
    Performance session(std::move(prescription), any_ask(), any_hearing());
    session.resume();
    return session;
}

/// A session to which anything may have happened, up to a hundred times.
Performance any_performance() {
    Performance session = any_begun();
    const int acts = *rc::gen::inRange(0, 100);
    for (int i = 0; i < acts; ++i) act(session);
    return session;
}

RC_GTEST_PROP(PlayerProperty, GivesEachCueOfAnUntouchedSessionOnce, ()) {
    const auto script =
        session::make_script(*any_prescription(), AskPeak::at_the_end, any_hearing());
    Performance session(session::begin(script));
    session.resume();
    while (session.player.phase != session::Phase::finished) {
        const auto due = session::next_deadline(session.player);
        RC_ASSERT(due.has_value());
        session.blink(*due - session.now.time + Millis(*rc::gen::inRange(0, 1'900)));
    }
    std::vector<session::Cue> given;
    for (const auto& [cue, planned] : all<session::CueDue>(session.events)) given.push_back(cue);
    RC_ASSERT(given == script->cues);
    RC_ASSERT(session.active() == script->timeline.total);
}

RC_GTEST_PROP(PlayerProperty, GivesEverySetAFinalStatus, ()) {
    Performance session = any_performance();
    session.finish(StopReason::tired);
    RC_ASSERT(session.player.phase == session::Phase::finished);
    const Results ended = results(session.events);
    for (const session::PlannedSet& set : session.player.script->timeline.sets) {
        const auto step = static_cast<std::size_t>(set.key.step) - 1;
        const Work& work = session.player.script->prescription.steps[step].work;
        const bool ended_as_harder =
            std::any_of(ended.begin(), ended.end(),
                        [&](const auto& result) { return result.first.first == set.key; });
        const bool has_ended = ended.contains({set.key, work.exercise.id});
        const bool replaced = session.player.easier_taken[step] > 0 ||
                              !session.player.script->prescription.steps[step].alternatives.empty();
        RC_ASSERT(has_ended || (ended_as_harder && replaced));
    }
}

RC_GTEST_PROP(PlayerProperty, NeverTakesCreditBack, ()) {
    Performance session = any_begun();
    const int acts = *rc::gen::inRange(0, 100);
    std::map<std::pair<session::SetKey, std::string>, session::SetProgress> before;
    for (int i = 0; i < acts; ++i) {
        act(session);
        const Results after = results(session.events);
        for (const auto& [set, progress] : before) {
            const session::SetProgress& now = after.at(set);
            // A set that is done beats a longer attempt that was not.
            const bool done_at_last =
                now.status == SetStatus::done && progress.status != SetStatus::done;
            const bool kept = done_at_last || now.credit >= progress.credit;
            RC_ASSERT(kept);
        }
        before = after;
    }
}

RC_GTEST_PROP(PlayerProperty, CreditsNoMoreThanTheClockRan, ()) {
    Performance session = any_performance();
    session.finish();
    RC_ASSERT(credit(results(session.events)) <= session.active());
    RC_ASSERT(session.active() <= session.now.time - 100s);
}

RC_GTEST_PROP(PlayerProperty, TellsEverythingInTheOrderOfTime, ()) {
    const Performance session = any_performance();
    RC_ASSERT(std::is_sorted(
        session.events.begin(), session.events.end(),
        [](const session::Event& a, const session::Event& b) { return a.at < b.at; }));
    RC_ASSERT(session.events.empty() || session.events.back().at <= session.now.time);
}

RC_GTEST_PROP(PlayerProperty, WantsToBeLookedAtNeitherInThePastNorForLongInAPause, ()) {
    Performance session = any_performance();
    session.blink(0ms);
    const auto due = session::next_deadline(session.player);
    const bool runs = session.player.phase == session::Phase::running ||
                      session.player.phase == session::Phase::getting_ready;
    // A pause that was asked for is told of once.
    const bool told =
        session.player.phase == session::Phase::paused && session.player.remind_at.has_value();
    RC_ASSERT(due.has_value() == (runs || told));
    RC_ASSERT(due.value_or(session.now.time) >= session.now.time);
}

RC_GTEST_PROP(PlayerProperty, CanAlwaysBeBroughtToItsEnd, ()) {
    Performance session = any_performance();
    for (int i = 0; i < 1'000 && session.player.phase != session::Phase::finished; ++i) {
        session.run_out();
        session.resume();
    }
    RC_ASSERT(session.player.phase == session::Phase::finished);
    RC_ASSERT(all<session::Finished>(session.events).size() == 1U);
}

RC_GTEST_PROP(PlayerProperty, RestoresWhatWasLeftAfterASkipThatIsUndone, ()) {
    Performance session = any_performance();
    session.blink(0ms);
    if (session.player.phase != session::Phase::running ||
        session::current_segment(session.player).open_ended)
        return;
    const std::string place = session.place();
    const Millis left = session.left();
    const bool was_release =
        session::current_segment(session.player).kind == session::SegmentKind::release;
    session.press(session::Key::next);
    if (session.player.phase == session::Phase::finished) return;
    session.wait(Millis(*rc::gen::inRange(0, 5'001)));
    if (session.player.phase == session::Phase::finished) return;
    session.press(session::Key::undo);
    session.wait_for_get_ready();
    // Nobody is counted into letting go: what was left of a release is over.
    if (was_release) return;
    RC_ASSERT(session.place() == place);
    // In a gap the sentence that was cut short comes again.
    const bool in_gap = session::is_gap(session::current_segment(session.player).kind);
    if (in_gap) {
        RC_ASSERT(session.left() >= left);
    } else {
        RC_ASSERT(session.left() == left);
    }
}

}  // namespace
}  // namespace hipflow
