// SPDX-License-Identifier: MIT
#include "session/score.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <vector>

#include "support/generators.h"
#include "support/score_check.h"

namespace hipflow {
namespace {

using namespace std::chrono_literals;

session::Script any_script(bool voice = true) {
    session::Hearing hearing = session::estimated_at(*rc::gen::element(140, 160, 180, 200, 220));
    hearing.voice = voice;
    return *session::make_script(*support::any_prescription(), AskPeak::at_the_end,
                                 std::move(hearing));
}

std::vector<Millis> starts_of(const session::Timeline& timeline) {
    std::vector<Millis> starts;
    Millis at{};
    for (const session::Segment& segment : timeline.segments) {
        starts.push_back(at);
        at += segment.duration;
    }
    return starts;
}

RC_GTEST_PROP(ScoreProperty, IsWithoutFault, ()) {
    const auto faults = support::faults_of(any_script());
    if (!faults.empty()) RC_FAIL(fmt::format("{}", fmt::join(faults, "\n")));
}

RC_GTEST_PROP(ScoreProperty, LosesNothingToPlayersThatStartLate, ()) {
    const session::Script script = any_script();
    const auto delays = *rc::gen::container<std::vector<int>>(7, rc::gen::inRange(0, 401));
    const auto dropped = support::dropped_when_late(
        script, [&](std::size_t block) { return Millis(delays[block % delays.size()]); });
    if (!dropped.empty()) RC_FAIL(fmt::format("{}", fmt::join(dropped, "\n")));
}

RC_GTEST_PROP(ScoreProperty, StretchesGapsAndNeverWork, ()) {
    const Prescription prescription = *support::any_prescription();
    const auto slow = session::score(prescription, session::estimated_at(80));
    session::Hearing silent;
    silent.voice = false;
    const auto quick = session::score(prescription, silent);
    RC_ASSERT(slow.timeline.work == quick.timeline.work);
    RC_ASSERT(slow.timeline.sets.size() == quick.timeline.sets.size());
    RC_ASSERT(slow.timeline.total >= quick.timeline.total);
    RC_ASSERT(quick.timeline.lengthened == 0s);
    RC_ASSERT(slow.timeline.total - slow.timeline.lengthened == quick.timeline.total);
}

RC_GTEST_PROP(ScoreProperty, IsInTheOrderOfTimeAndOfSegments, ()) {
    const session::Script script = any_script(*rc::gen::arbitrary<bool>());
    const auto starts = starts_of(script.timeline);
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
