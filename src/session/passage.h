// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <vector>

#include "domain/prescription.h"
#include "session/hearing.h"
#include "session/set_key.h"
#include "session/transfer.h"

namespace hipflow::session {

/// A tone, or words, within a passage.
struct Line {
    Millis at{};  // since the start of the passage
    CueKind kind = CueKind::name;
    Phrase words;
    std::optional<Tone> tone = std::nullopt;
    bool must = true;  // never left out
    bool operator==(const Line&) const = default;
};

/// What is heard before a set, laid out in time. Words come first, then time to do what they say,
/// then the count-in; the work starts at its end. docs/design/guidance.md, "Before a set", has the
/// order and the times.
struct Passage {
    std::vector<Line> lines;  // in the order of time
    Millis moved{};           // when a new position has been taken; zero if there is none to take
    Millis length{};
    Millis grown{};  // how much longer it is than the gap that the routine writes
};

/// Where a set stands in its session.
struct SetPlace {
    SetKey key;
    const PrescribedStep* step = nullptr;
    const PrescribedStep* before = nullptr;  // the step before it; null at the beginning
    Side before_side = Side::both;           // on which that ended
    bool repeated = false;                   // this kind of change has come before in the step
    /// What one lay or knelt on last, in a step before; nullopt: it has not come to that.
    std::optional<Surface> low_on = std::nullopt;
};

/// What the opening of a session tells.
struct Opening {
    std::string routine;
    int exercises = 0;
    int minutes = 0;
    bool safety = false;
};

/// Before a new exercise. `opening` begins the session; without it `place.before` is left first.
Passage lead_in(const SetPlace& place, const Gaps& gaps, const std::optional<Opening>& opening,
                const Hearing& hearing);

/// At a change of sides within an exercise.
Passage side_change(const SetPlace& place, const Gaps& gaps, const Hearing& hearing);

/// Before the lead-in of an exercise that the routine rests before: how to come out of the last
/// one, and how long the rest is. Empty where there is none.
Passage rest_before(const SetPlace& place, const Hearing& hearing);

/// Between two rounds of both sides, where the routine writes a longer gap than is usual: the rest,
/// whose last part is the change of sides.
Passage round_rest(const SetPlace& place, const Gaps& gaps, const Hearing& hearing);

/// Between two sets of one side. The gap of the step includes the words.
Passage rest(const SetPlace& place, const Hearing& hearing);

/// Why an exercise is announced out of turn.
enum class Occasion { easier, swapped, again, going_on, undone, gone_to, taken_up, help };

/// How the body lies or stands, and the side that it works on.
struct BodyPlace {
    std::optional<Stance> stance;  // none before the session
    Side side = Side::both;
    bool operator==(const BodyPlace&) const = default;
};

/// What is heard before work that a key, or a session taken up again, leads to: `easier`,
/// `swapped`, `gone_to` and `taken_up` introduce the exercise at its own level, `again` briefly;
/// `going_on` and `undone` name it; `help` says all of it, at full length, and counts nobody in.
/// From where the body is, `from`, it has time to move: as written in `gaps`, else as long as it
/// takes. Without a voice it takes get_ready at least, and `help` nothing.
Passage announcement(Occasion occasion, const SetPlace& set, const BodyPlace& from,
                     const Gaps& gaps, const Hearing& hearing);

/// Has `passage` followed by another one.
void append(Passage& passage, const Passage& next);

/// After the last set: how to come out of it, and that it was the last.
Passage farewell(const SetPlace& last, bool completed, const Hearing& hearing);

/// At a key that says that it hurts: to stop, how to come out of the exercise at `place`, if the
/// body is in one, and the question.
Passage stop_there(const std::optional<SetPlace>& place, const Hearing& hearing);

/// One sentence, with a pause before it for what sounded until now to end.
Passage remark(const Phrase& words, const Hearing& hearing);

/// Wait before work goes on after a pause, at least (docs/design/guidance.md, "Keys").
inline constexpr Millis get_ready{5'000};

/// How long there is to get from one place to that of a set: as written in `gaps`, else, and from
/// anywhere, as long as it takes.
Millis time_to_move(const BodyPlace& from, const SetPlace& place, const Gaps& gaps,
                    const Hearing& hearing);

/// How many sets of a step there are on a side; of one done on both, as many as it says.
int sets_of(const PrescribedStep& step, Side side);

/// Returns the level of an exercise; brief where none is stored.
Guidance level_of(const Work& work);
/// The level at which a step is announced: from the second round on no more than brief.
Guidance announced_level(const PrescribedStep& step);

}  // namespace hipflow::session
