// SPDX-License-Identifier: MIT
#include "session/cues.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>
#include <vector>

#include "support/generators.h"

namespace hipflow {
namespace {

using namespace std::chrono_literals;

struct Script {
    Timeline timeline;
    std::vector<Cue> cues;
    std::vector<Millis> starts;  // of each segment

    Millis begins(const Cue& cue) const { return starts[cue.segment] + cue.at; }
};

Script any_script() {
    const Prescription prescription = *support::any_prescription();
    Script script;
    script.timeline = compile(prescription);
    script.cues = cues_for(prescription, script.timeline);
    Millis at{};
    for (const Segment& segment : script.timeline.segments) {
        script.starts.push_back(at);
        at += segment.duration;
    }
    return script;
}

RC_GTEST_PROP(CuesProperty, NeverSpeakTwoAtOnce, ()) {
    const Script script = any_script();
    Millis silent_from{};
    for (const Cue& cue : script.cues) {
        if (cue.text.empty()) continue;
        RC_ASSERT(script.begins(cue) >= silent_from);
        silent_from = script.begins(cue) + spoken_length(cue.text);
    }
}

RC_GTEST_PROP(CuesProperty, AreInTheOrderOfTimeAndOfSegments, ()) {
    const Script script = any_script();
    RC_ASSERT(std::is_sorted(
        script.cues.begin(), script.cues.end(),
        [&](const Cue& a, const Cue& b) { return script.begins(a) < script.begins(b); }));
    RC_ASSERT(std::is_sorted(script.cues.begin(), script.cues.end(),
                             [&](const Cue& a, const Cue& b) { return a.segment < b.segment; }));
}

RC_GTEST_PROP(CuesProperty, StayInTheirSegments, ()) {
    const Script script = any_script();
    for (const Cue& cue : script.cues) {
        RC_ASSERT(cue.at >= 0ms);
        RC_ASSERT(cue.at <= script.timeline.segments[cue.segment].duration);
    }
}

RC_GTEST_PROP(CuesProperty, SignalTheStartAndTheEndOfEverySetOnce, ()) {
    const Script script = any_script();
    std::vector<std::size_t> starts;
    std::vector<std::size_t> ends;
    for (const Cue& cue : script.cues) {
        if (cue.kind == CueKind::start) starts.push_back(script.timeline.set_at(cue.segment));
        if (cue.kind == CueKind::end) ends.push_back(script.timeline.set_at(cue.segment));
    }
    RC_ASSERT(starts.size() == script.timeline.sets.size());
    RC_ASSERT(ends.size() == script.timeline.sets.size());
    for (std::size_t i = 0; i < starts.size(); ++i) {
        RC_ASSERT(starts[i] == i);
        RC_ASSERT(ends[i] == i);
    }
}

RC_GTEST_PROP(CuesProperty, NameEveryExerciseInFullBeforeItStarts, ()) {
    const Script script = any_script();
    for (std::size_t i = 0; i < script.timeline.sets.size(); ++i) {
        const PlannedSet& set = script.timeline.sets[i];
        if (i > 0 && script.timeline.sets[i - 1].key.step == set.key.step) continue;
        const bool named = std::any_of(script.cues.begin(), script.cues.end(), [&](const Cue& cue) {
            return cue.kind == CueKind::name && cue.segment == set.lead_in &&
                   script.begins(cue) + spoken_length(cue.text) <= script.starts[set.first];
        });
        RC_ASSERT(named);
    }
}

RC_GTEST_PROP(CuesProperty, AlwaysCountDownBeforeANewExercise, ()) {
    const Script script = any_script();
    std::map<std::size_t, int> counts;
    for (const Cue& cue : script.cues) {
        if (cue.kind == CueKind::count && is_gap(script.timeline.segments[cue.segment].kind)) {
            ++counts[script.timeline.set_at(cue.segment)];
        }
    }
    for (std::size_t i = 0; i < script.timeline.sets.size(); ++i) {
        const PlannedSet& set = script.timeline.sets[i];
        const bool new_step = i == 0 || script.timeline.sets[i - 1].key.step != set.key.step;
        const Millis gap = script.starts[set.first] - script.starts[set.lead_in];
        if (new_step && gap >= 4s) RC_ASSERT(counts[i] == 3);
    }
}

}  // namespace
}  // namespace hipflow
