// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "coach/colour.h"
#include "domain/pain.h"
#include "domain/records.h"
#include "session/given_answers.h"
#include "session/player.h"
#include "terminal/face.h"

namespace hipflow {

// The questions of DESIGN 5. Enter alone is "not answered", and that is what is returned and
// stored; an answer that cannot be understood is asked for again. All throw Interrupted.

/// A score, and where it is felt.
struct PainAnswer {
    std::optional<PainScore> score;
    std::optional<Site> site;
    std::optional<Side> side;
};

/// A number from `least` to `most`, or nothing for Enter alone.
std::optional<long> ask_number(Face& face, std::string_view question, long least, long most,
                               const std::vector<std::string>& options = {});

/// A number on the pain scale.
std::optional<PainScore> ask_pain_score(Face& face, std::string_view question);

/// Pain at this moment; where, only if there is any.
PainAnswer ask_pain_now(Face& face, std::string_view question);

/// Whether anything of the kind is new; nothing if it is not answered.
std::optional<News> ask_news(Face& face);
/// What a clinician said, in a few words; nothing if there is nothing yet.
std::optional<std::string> ask_clearance(Face& face);

/// What `p` asks, CONTENT 3.4: score, place, and what it is like.
struct HurtAnswer {
    PainAnswer pain;
    bool sharp = false;
    bool numbness = false;  // but not between the legs
    bool saddle = false;
    bool weakness = false;
    bool gave_way = false;
    bool further = false;
};
HurtAnswer ask_what_hurts(Face& face);

/// The worst of one exercise, right after it.
std::optional<PainScore> ask_peak(Face& face, std::string_view exercise);

/// "Did any exercise hurt more than at the start?" `exercises` are the names to choose from; the
/// indices of those that did, with their peaks.
struct HurtMoreAnswer {
    std::optional<HurtMore> hurt_more;
    std::vector<std::pair<std::size_t, std::optional<PainScore>>> peaks;
};
HurtMoreAnswer ask_hurt_more(Face& face, const std::vector<std::string>& exercises);

std::optional<Effort> ask_effort(Face& face);
std::optional<std::string> ask_note(Face& face);

/// Whether to finish here after all, and why; Enter alone finishes without a reason.
struct StopAnswer {
    bool finish = true;
    std::optional<StopReason> reason;
};
StopAnswer ask_why_stop(Face& face);

/// The letter of one of the options ("x stop this exercise"), or nothing for Enter alone, which may
/// be among them for the reader ("Enter goes on").
std::optional<char> ask_letter(Face& face, std::string_view question,
                               const std::vector<std::string>& options);

}  // namespace hipflow
