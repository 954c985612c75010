// SPDX-License-Identifier: MIT
#pragma once
#include <functional>
#include <optional>

#include "domain/care_words.h"
#include "domain/settings.h"
#include "guide/recorder.h"
#include "session/given_answers.h"
#include "store/store.h"
#include "terminal/face.h"
#include "today/desk.h"

namespace hipflow::guide {

/// Asks how the pain was on the morning after the session on `for_day`. Enter takes the last place.
void ask_morning(terminal::Face& face, const CareWords& words, Recorder& recorder,
                 const store::Store& store, const Settings& settings, Day for_day,
                 const Stamp& now);
/// Asks that, and keeps the answer, away from a session. Throws Interrupted, and Error where it
/// cannot be saved.
void ask_owed_morning(today::Desk& desk, terminal::Face& face, Day for_day);
/// Records a morning score given on the command line, if one is owed for a day; else says that it
/// does not.
void note_morning(terminal::Face& face, const CareWords& words, Recorder& recorder,
                  const Settings& settings, const session::GivenAnswers& given,
                  std::optional<Day> owed_for);

/// Returns whether the gentle day replaces what was planned, after a morning well above the usual,
/// and says so. The planned session may be chosen all the same; `show_gentle` is called before
/// that. See docs/design/care.md, "Rules", A2.
bool takes_gentle_day(terminal::Face& face, const CareWords& words, const store::Store& store,
                      const session::GivenAnswers& given, const Stamp& now,
                      const PainThresholds& thresholds,
                      const std::function<void()>& show_gentle = {});

}  // namespace hipflow::guide
