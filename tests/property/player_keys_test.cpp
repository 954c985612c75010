// SPDX-License-Identifier: MIT
// A key at every second of a session leaves nothing broken.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <map>
#include <utility>
#include <vector>

#include "session/player.h"
#include "support/sessions.h"
#include "support/spoken_sessions.h"

namespace hipflow {
namespace {

using namespace support;

/// Two exercises with something of everything, and something easier.
Performance begun(const session::Hearing& hearing) {
    auto bridges = bridge(Guidance::full);
    bridges.work.reps = 3;
    bridges.work.exercise.finish = {"Stretch your legs out."};
    auto easier = bridge(Guidance::full);
    easier.work.exercise.id = "easier";
    easier.work.reps = 2;
    auto holds = with_alternate(figure_four(Guidance::brief, 20s), easier);
    holds.work.exercise.change = SideChange::roll;
    auto press = pulses("press", 2, 10s, 2s);
    press.work.guidance = Guidance::brief;
    press.work.exercise.position = Position::standing;
    Performance session(spoken_session({bridges, holds, press}), AskPeak::at_the_end, hearing);
    session.resume();
    return session;
}

std::string at_seconds(Millis at) { return fmt::format("{:.3f}", double(at.count()) / 1000); }

/// Every set starts after a whole count-in, unless it was told to begin at once.
void expect_count_ins(const Performance& session) {
    std::vector<Millis> counts;
    std::vector<Millis> at_once;
    for (const auto& event : session.events) {
        const auto* due = std::get_if<session::CueDue>(&event.what);
        if (due != nullptr && due->cue.kind == session::CueKind::count) counts.push_back(event.at);
        if (std::holds_alternative<session::BeginsNow>(event.what)) at_once.push_back(event.at);
    }
    for (const auto& event : session.events) {
        const auto* due = std::get_if<session::CueDue>(&event.what);
        if (due == nullptr || due->cue.kind != session::CueKind::start) continue;
        const bool told = std::ranges::any_of(
            at_once, [&](Millis at) { return at <= event.at && event.at - at <= 3s; });
        for (const Millis before : {3s, 2s, 1s}) {
            EXPECT_TRUE(told || std::ranges::count(counts, event.at - before) == 1)
                << "a set begins at " << at_seconds(event.at) << " without its count-in";
        }
    }
}

/// No two sounds at once: neither of a plan nor after a key.
void expect_no_overlap(const Performance& session) {
    auto said = session.said;
    std::ranges::stable_sort(said, {}, &Said::at);
    for (std::size_t i = 1; i < said.size(); ++i) {
        // An answer in the middle of something makes what follows wait.
        if (said[i - 1].answer) continue;
        EXPECT_LE(said[i - 1].end, said[i].at) << said[i - 1].cue.text << " | " << said[i].cue.text
                                               << " at " << at_seconds(said[i].at);
    }
}

/// Every set ends, and every exercise has its own result at it once.
void expect_ended(const Performance& session, bool once) {
    std::map<std::pair<session::SetKey, std::string>, int> ends;
    for (const auto& ended : all<session::SetEnded>(session.events)) {
        ++ends[{ended.set.key, ended.work.exercise.id}];
    }
    for (const auto& set : session.player.script->timeline.sets) {
        const auto& work = session::step_of(session.player.script->prescription, set.key).work;
        const auto found = ends.find({set.key, work.exercise.id});
        const bool ended = found != ends.end();
        EXPECT_TRUE(ended || session.player.ended.contains(set.key)) << session::path(set.key);
        EXPECT_TRUE(!once || !ended || found->second == 1) << session::path(set.key);
    }
    EXPECT_EQ(all<session::Finished>(session.events).size(), 1U);
}

/// The words that must be heard before each set were, whole.
void expect_all_said(const Performance& session) {
    const auto& script = *session.player.script;
    const auto words = session.words_since(0s);
    std::map<std::string, std::ptrdiff_t> wanted;
    for (const session::Cue& cue : script.cues) {
        const bool gap = session::is_gap(script.timeline.segments[cue.segment].kind);
        if (gap && cue.must && !cue.tone && !cue.text.empty()) ++wanted[cue.text];
    }
    for (const auto& [text, times] : wanted) {
        EXPECT_GE(std::ranges::count(words, text), times) << text;
    }
}

struct Rules {
    bool all_work = true;  // nothing of the work is left out
    bool all_said = true;  // nor of the words before it
    bool once = true;      // no set is done again
};

/// Does something at every second of a session, and holds what follows against the rules.
void at_every_second(const session::Hearing& hearing, const Rules& rules,
                     const std::function<void(Performance&)>& act) {
    const Performance start = begun(hearing);
    const Millis work = start.player.script->timeline.work;
    Performance so_far = start;
    for (int second = 0; so_far.player.phase != session::Phase::finished; ++second) {
        SCOPED_TRACE(fmt::format("at {} s, {}", second, so_far.place()));
        Performance session = so_far;
        act(session);
        session.run_to_end();
        ASSERT_EQ(session.player.phase, session::Phase::finished);
        EXPECT_EQ(session.active(), session.ran);
        const Millis credited = credit(results(session.events));
        if (rules.once) {
            EXPECT_EQ(credited, session.worked);
        } else {
            EXPECT_LE(credited, session.worked);
        }
        EXPECT_TRUE(!rules.all_work || credited == work) << at_seconds(credited);
        expect_ended(session, rules.once);
        if (hearing.voice) {
            expect_count_ins(session);
            expect_no_overlap(session);
            if (rules.all_said) expect_all_said(session);
        }
        if (testing::Test::HasFailure()) return;
        so_far.wait(1s);
    }
}

class AtEverySecond : public testing::TestWithParam<bool> {
   public:
    static session::Hearing hearing() { return GetParam() ? estimated() : tones_alone(); }
};

INSTANTIATE_TEST_SUITE_P(WithAndWithoutAVoice, AtEverySecond, testing::Bool());

TEST_P(AtEverySecond, APauseLosesNothing) {
    at_every_second(hearing(), {}, [](Performance& session) {
        session.press(session::Key::pause);
        session.wait(130s);
        session.press(session::Key::pause);
    });
}

TEST_P(AtEverySecond, TwoPausesLoseNothing) {
    at_every_second(hearing(), {}, [](Performance& session) {
        for (int i = 0; i < 2; ++i) {
            session.press(session::Key::pause);
            session.press(session::Key::pause);
            session.wait(1'300ms);
        }
    });
}

TEST_P(AtEverySecond, NextLeavesOutOneSetAtMost) {
    at_every_second(hearing(), {false, false, true},
                    [](Performance& session) { session.press(session::Key::next); });
}

TEST_P(AtEverySecond, NextTwiceBeginsOrLeavesOut) {
    at_every_second(hearing(), {false, false, true}, [](Performance& session) {
        session.press(session::Key::next);
        session.wait(400ms);
        session.press(session::Key::next);
    });
}

TEST_P(AtEverySecond, NextTakenBackLosesNoWork) {
    at_every_second(hearing(), {true, false, false}, [](Performance& session) {
        Performance skipped = session;
        skipped.press(session::Key::next);
        skipped.wait(400ms);
        if (skipped.player.phase == session::Phase::finished) return;  // that is the end
        session = std::move(skipped);
        session.press(session::Key::undo);
    });
}

TEST_P(AtEverySecond, BackDoesASetAgain) {
    at_every_second(hearing(), {true, false, false},
                    [](Performance& session) { session.press(session::Key::back); });
}

TEST_P(AtEverySecond, EasierTakesItsPlace) {
    at_every_second(hearing(), {false, false, true},
                    [](Performance& session) { session.press(session::Key::easier); });
}

TEST_P(AtEverySecond, PainThatIsAskedAboutLosesNothing) {
    at_every_second(hearing(), {}, [](Performance& session) {
        session.press(session::Key::hurts);
        session.wait(30s);
        session.resume();
    });
}

TEST_P(AtEverySecond, PainEndsAnExercise) {
    at_every_second(hearing(), {false, false, true}, [](Performance& session) {
        session.press(session::Key::hurts);
        session.wait(30s);
        session.stop_exercise();
    });
}

TEST_P(AtEverySecond, HelpLosesNothing) {
    at_every_second(hearing(), {}, [](Performance& session) {
        session.press(session::Key::explain);
        if (session.player.phase == session::Phase::paused) session.resume();
    });
}

TEST_P(AtEverySecond, HelpThatIsPausedLosesNothing) {
    at_every_second(hearing(), {}, [](Performance& session) {
        session.press(session::Key::explain);
        session.wait(5s);
        session.press(session::Key::pause);
        session.wait(5s);
        session.press(session::Key::pause);
    });
}

TEST_P(AtEverySecond, HelpThatIsStoppedInItsTimeToMoveLosesNothing) {
    at_every_second(hearing(), {}, [](Performance& session) {
        session.press(session::Key::explain);
        session.wait(12s);
        session.press(session::Key::hurts);
        session.wait(30s);
        session.resume();
    });
}

TEST_P(AtEverySecond, HelpOnTheWayBackLosesNoWork) {
    at_every_second(hearing(), {true, false, false}, [](Performance& session) {
        session.press(session::Key::back);
        session.wait(4s);
        session.press(session::Key::explain);
        session.wait(9s);
        session.press(session::Key::pause);
        session.press(session::Key::pause);
    });
}

TEST_P(AtEverySecond, NothingTakenBackLosesNoWork) {
    // What the answer cuts short is said again by whoever plays it.
    at_every_second(hearing(), {true, false, true}, [](Performance& session) {
        session.press(session::Key::pause);
        session.press(session::Key::pause);
        session.wait(1'700ms);
        session.press(session::Key::undo);
    });
}

TEST_P(AtEverySecond, ASleepLosesNothing) {
    at_every_second(hearing(), {}, [](Performance& session) {
        session.sleep(1h);
        session.resume();
    });
}

TEST_P(AtEverySecond, AGapThatIsHeldLosesNothing) {
    at_every_second(hearing(), {}, [](Performance& session) { session.hold_gap(1s); });
}

}  // namespace
}  // namespace hipflow
