// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "coach/exposure.h"
#include "domain/body.h"
#include "domain/care_words.h"
#include "domain/messages.h"
#include "domain/records.h"
#include "guide/asking.h"
#include "session/given_answers.h"
#include "session/player.h"
#include "terminal/face.h"

namespace hipflow::guide {

// The questions; see docs/design/guidance.md, "Questions". Those about pain are asked in the
// language of `words`, with the same keys in every language. Enter means "no answer", and is
// returned and stored as such, unless the question says what else it takes; a question is asked
// again until its answer is understood. All throw Interrupted.

/// A score, and where it is felt.
struct PainAnswer {
    std::optional<PainScore> score;
    std::optional<Site> site;
    std::optional<Side> side;
    std::optional<Site> furthest{};  // how far down it is felt, if that was asked
};

/// Whether to ask how far down a pain is felt: only for one that is itself below the back, or for
/// every one.
enum class AskFurthest { never, below_back, always };

/// Asks for a number on the pain scale.
std::optional<PainScore> ask_pain_score(terminal::Face& face, const CareWords& words,
                                        std::string_view question);

/// Says a question aloud while it is asked; empty: nothing is heard.
using Aloud = std::function<void(Say)>;

/// What was told before, which Enter takes again: all of it where the score is asked for, and the
/// place where only that is.
struct Offer {
    PainAnswer told;               // without a score Enter gives none
    Care as = Care::as_last_time;  // how what was told is named
    bool comes_first = false;      // the question stays in sight, though not all before it may fit
    AskFurthest furthest = AskFurthest::never;  // but not of what Enter takes
};

/// Returns a pain as it is written to be read: "3, low back, left".
std::string pain_words(const PainAnswer& pain, const CareWords& words);

/// Asks for pain at this moment and, if there is any, where it is. Only that is said aloud.
PainAnswer ask_pain_now(terminal::Face& face, const CareWords& words, std::string_view question,
                        const Offer& offer = {}, const Aloud& aloud = {});
/// The same into `answer`, so that what was answered is there if it is interrupted.
void ask_pain_into(PainAnswer& answer, terminal::Face& face, const CareWords& words,
                   std::string_view question, const Offer& offer, const Aloud& aloud);

/// Asks whether what is felt further down than before is still there after a minute. Only yes
/// counts.
bool ask_stays_further(terminal::Face& face, const CareWords& words);

/// Asks whether the person is new to exercises like these.
std::optional<session::Experience> ask_experience(terminal::Face& face);

/// Asks whether anything of that kind is new.
std::optional<session::News> ask_news(terminal::Face& face, const CareWords& words);
/// Asks what a clinician said, in a few words. Returns nullopt if nobody has looked at it yet.
std::optional<std::string> ask_clearance(terminal::Face& face, const CareWords& words);

/// The answers to the questions that `p` asks: score, place, and kind of pain.
struct HurtAnswer {
    PainAnswer pain;
    bool sharp = false;
    bool numbness = false;  // but not between the legs
    bool saddle = false;
    bool weakness = false;
    bool gave_way = false;
    bool further = false;
};
/// All but the first, which has been asked by then, is said aloud.
HurtAnswer ask_what_hurts(terminal::Face& face, const CareWords& words, const Aloud& aloud = {});

/// Asks for the worst pain of one exercise, right after it.
std::optional<PainScore> ask_exercise_peak(terminal::Face& face, const CareWords& words,
                                           std::string_view exercise);

/// The answer to "Did any exercise hurt more than at the start?": the indices of those that did,
/// with their peaks. `exercises` are the names to choose from.
struct HurtMoreAnswer {
    std::optional<HurtMore> hurt_more;
    std::vector<std::pair<std::size_t, std::optional<PainScore>>> peaks;
};
/// `others`: some have been told of already.
HurtMoreAnswer ask_hurt_more(terminal::Face& face, const CareWords& words,
                             const std::vector<std::string>& exercises, bool others = false);

/// How hard it was, and a note if one was asked for.
struct EffortAnswer {
    std::optional<Effort> effort;
    std::optional<std::string> note;
};
/// `with_note`: a key of it asks for a note.
EffortAnswer ask_effort(terminal::Face& face, bool with_note);
std::optional<std::string> ask_note(terminal::Face& face);

/// The decision whether to finish here, and the reason. Enter finishes without a reason.
struct StopAnswer {
    bool finish = true;
    std::optional<StopReason> reason;
};
StopAnswer ask_why_stop(terminal::Face& face);

}  // namespace hipflow::guide
