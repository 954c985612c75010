// SPDX-License-Identifier: MIT
#include "session/score.h"

#include <algorithm>
#include <utility>

namespace hipflow::session {
namespace {

using namespace std::chrono_literals;

/// Puts the lines of a passage into the gaps before a set, each into whichever of them it falls.
void add_passage(std::vector<Cue>& cues, const Passage& passage, const Timeline& timeline,
                 const PlannedSet& set) {
    for (Cue& cue : cues_of(passage, set.lead_in)) {
        while (cue.segment + 1 < set.first && cue.at >= timeline.segments[cue.segment].duration) {
            cue.at -= timeline.segments[cue.segment].duration;
            ++cue.segment;
        }
        // Without a gap the words are there at the start.
        cue.at = std::min(cue.at, timeline.segments[cue.segment].duration);
        cues.push_back(std::move(cue));
    }
}

/// The tone that ends the set before `next`. It also tells what follows.
Tone tone_before(const Timeline& timeline, const PlannedSet& set, const PlannedSet& next) {
    if (set.key.step != next.key.step) {
        const bool rests = timeline.segments[next.lead_in].kind == SegmentKind::rest;
        return rests ? Tone::rest : Tone::end;
    }
    return set.key.side != next.key.side ? Tone::switch_sides : Tone::rest;
}

/// The signal at the end of a set. The end of the session has one of its own; where the next set
/// follows at once, its start is the signal.
Cue end_of(const Timeline& timeline, std::size_t index, const Hearing& hearing) {
    const PlannedSet& set = timeline.sets[index];
    const bool last_set = index + 1 == timeline.sets.size();
    const bool told = last_set ? set.last == timeline.segments.size()
                               : timeline.sets[index + 1].first == set.last;
    const std::size_t last = set.last - 1;
    Cue end{last, timeline.segments[last].duration, CueKind::end, ""};
    end.must = true;
    if (told) return end;
    if (hearing.tones) {
        end.tone = last_set ? Tone::end : tone_before(timeline, set, timeline.sets[index + 1]);
    } else {
        const Phrase words = hearing.say(Say::ended);
        end.text = words.text;
        end.language = words.language;
    }
    return end;
}

}  // namespace

std::vector<Cue> cues_of(const Passage& passage, std::size_t segment) {
    std::vector<Cue> cues;
    cues.reserve(passage.lines.size());
    for (const Line& line : passage.lines) {
        cues.push_back({segment, line.at, line.kind, line.words.text, line.words.language,
                        line.tone, line.must});
    }
    return cues;
}

Score score(const Prescription& prescription, AskPeak ask, const Hearing& hearing,
            const MoreReps& more) {
    Layout layout = lay_out(prescription, ask, hearing, more);
    Score score{std::move(layout.timeline), {}};
    int nth = 0;
    for (std::size_t i = 0; i < score.timeline.sets.size(); ++i) {
        const PlannedSet& set = score.timeline.sets[i];
        const bool same = i > 0 && score.timeline.sets[i - 1].key.step == set.key.step;
        nth = same ? nth + 1 : 0;
        add_passage(score.cues, layout.passages[i], score.timeline, set);
        auto cues = work_cues(prescription, score.timeline, set, nth, hearing);
        std::move(cues.begin(), cues.end(), std::back_inserter(score.cues));
        score.cues.push_back(end_of(score.timeline, i, hearing));
    }
    const auto starts = score.timeline.starts();
    std::ranges::stable_sort(score.cues, {}, [&](const Cue& cue) {
        // At one instant the end of a segment comes before the start of the next.
        return std::pair(starts[cue.segment] + cue.at, cue.segment);
    });
    return score;
}

}  // namespace hipflow::session
