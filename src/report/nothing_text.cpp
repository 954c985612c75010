// SPDX-License-Identifier: MIT
#include "report/nothing_text.h"

#include <fmt/format.h>

#include "text/layout.h"

namespace hipflow::report {
namespace {

std::string of_routine(const today::Recorded& recorded) {
    return recorded.routine ? " of " + *recorded.routine : "";
}

std::string sessions_of(const today::Recorded& recorded) {
    return fmt::format("{} session{}{} {}", recorded.sessions, recorded.sessions == 1 ? "" : "s",
                       of_routine(recorded), recorded.sessions == 1 ? "is" : "are");
}

/// There are sessions, but what the view shows is missing.
std::string missing_of_sessions(Missing missing, const today::Recorded& recorded, bool invites) {
    const std::string there = fmt::format("{} recorded{}", sessions_of(recorded),
                                          recorded.all_days ? "" : " in this range");
    if (missing == Missing::score) {
        if (recorded.scores) {
            return there +
                   ", and pain scores, but none of those asked for with --site, --side or "
                   "--on-time.";
        }
        return there + ", but no pain score." +
               (invites ? " 'hipflow log pain 3' enters one." : "");
    }
    if (missing == Missing::exercise) {
        const std::string_view them = recorded.sessions == 1 ? "it" : "them";
        return there + fmt::format(", but no exercise of {} was.", them) +
               (invites ? " 'hipflow start' records each exercise, and 'hipflow log session "
                          "--exercise NAME' those that are named."
                        : "");
    }
    return there + ", but nothing that belongs here.";
}

std::string nothing_at_all(bool invites) {
    if (!invites) return "Nothing recorded here.";
    return "Nothing recorded yet. 'hipflow start' leads through a first session; what was done and "
           "how it felt shows here afterwards.";
}

/// There is no session on these days.
std::string no_session(Missing missing, const today::Recorded& recorded, bool invites) {
    const std::string range = recorded.all_days ? "" : " in this range";
    std::string text;
    if (missing == Missing::score && recorded.scores) {
        text = fmt::format("No such pain score{}; others are recorded.", range);
    } else if (recorded.scores) {
        text = fmt::format("No session{}{}; the pain scores: 'hipflow stats pain'.",
                           of_routine(recorded), range);
    } else if (missing == Missing::session || recorded.routine || recorded.all_days) {
        text = fmt::format("No session{}{} yet.", of_routine(recorded), range);
    } else {
        text = fmt::format("Nothing recorded{}.", range);
    }
    if (recorded.last) {
        text += fmt::format(" The last session{} was on {}; '--all' shows the whole history.",
                            of_routine(recorded), format_day(*recorded.last));
    } else if (invites && missing == Missing::session) {
        text += " 'hipflow start' begins one.";
    }
    return text;
}

}  // namespace

std::string nothing_text(Missing missing, const today::Recorded& recorded, bool invites,
                         const Style& style) {
    std::string text;
    if (recorded.unfinished && recorded.sessions == 0) {
        text = "A session is not finished yet; it shows here once it is.";
        if (invites) text += " 'hipflow start' goes on with it, keeps or discards it.";
    } else if (recorded.sessions > 0) {
        text = missing_of_sessions(missing, recorded, invites);
    } else if (!recorded.anything && missing != Missing::session) {
        text = nothing_at_all(invites);
    } else {
        text = no_session(missing, recorded, invites);
    }
    return paragraph(text, style.columns);
}

}  // namespace hipflow::report
