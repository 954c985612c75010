// SPDX-License-Identifier: MIT
#include "session/score.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <vector>

#include "session/score_check.h"
#include "support/generators.h"
#include "support/spoken_sessions.h"

namespace hipflow {
namespace {

using namespace std::chrono_literals;

session::Script any_script(bool voice = true) {
    session::Hearing hearing = support::estimated(*rc::gen::element(140, 160, 180, 200, 220));
    hearing.voice = voice;
    return *session::make_script(*support::any_spoken_session(), AskPeak::at_the_end,
                                 std::move(hearing));
}

RC_GTEST_PROP(ScoreProperty, IsWithoutFault, ()) {
    const auto faults = session::faults_of(any_script());
    if (!faults.empty()) RC_FAIL(fmt::format("{}", fmt::join(faults, "\n")));
}

RC_GTEST_PROP(ScoreProperty, LosesNothingToPlayersThatStartLate, ()) {
    const session::Script script = any_script();
    const auto delays = *rc::gen::container<std::vector<int>>(7, rc::gen::inRange(0, 401));
    const auto dropped = session::dropped_when_late(
        script, [&](std::size_t block) { return Millis(delays[block % delays.size()]); });
    if (!dropped.empty()) RC_FAIL(fmt::format("{}", fmt::join(dropped, "\n")));
}

RC_GTEST_PROP(ScoreProperty, StretchesGapsAndNeverWork, ()) {
    const Prescription session = *support::any_spoken_session();
    const auto slow = session::score(session, AskPeak::at_the_end, support::estimated(80));
    const auto quick = session::score(session, AskPeak::at_the_end, support::estimated(220));
    session::Hearing wordless;
    wordless.voice = false;
    const auto silent = session::score(session, AskPeak::at_the_end, wordless);
    RC_ASSERT(slow.timeline.work == silent.timeline.work);
    RC_ASSERT(slow.timeline.work == quick.timeline.work);
    RC_ASSERT(slow.timeline.sets.size() == silent.timeline.sets.size());
    RC_ASSERT(slow.timeline.total >= quick.timeline.total);
    RC_ASSERT(silent.timeline.lengthened == 0ms);
}

RC_GTEST_PROP(ScoreProperty, IsInTheOrderOfTimeAndOfSegments, ()) {
    const session::Script script = any_script(*rc::gen::arbitrary<bool>());
    const auto starts = script.timeline.starts();
    RC_ASSERT(std::is_sorted(script.cues.begin(), script.cues.end(),
                             [&](const session::Cue& a, const session::Cue& b) {
                                 return starts[a.segment] + a.at < starts[b.segment] + b.at;
                             }));
    RC_ASSERT(std::is_sorted(
        script.cues.begin(), script.cues.end(),
        [](const session::Cue& a, const session::Cue& b) { return a.segment < b.segment; }));
    for (const session::Cue& cue : script.cues) {
        RC_ASSERT(cue.at >= 0ms);
        RC_ASSERT(cue.at <= script.timeline.segments[cue.segment].duration);
    }
}

}  // namespace
}  // namespace hipflow
