// SPDX-License-Identifier: MIT
#pragma once
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "catalog/library.h"
#include "domain/care_words.h"
#include "domain/figure.h"
#include "domain/messages.h"
#include "domain/prescription.h"
#include "domain/time.h"
#include "today/cautions.h"
#include "today/desk.h"

namespace hipflow::today {

/// An exercise as a sheet of paper tells it. Its texts read for one side: the left one where both
/// have their turn.
struct SheetExercise {
    std::vector<std::size_t> steps;  // of the session, those of a block once
    Phrase name;
    std::vector<Phrase> start;     // how to lie, sit or stand
    std::vector<Phrase> movement;  // how it goes
    bool other_side = false;       // the texts name a side, and the other one has its turn
    Phrase feel;
    std::vector<Phrase> avoid;  // the most important first; without what is shared
    Side side = Side::left;     // that the figure is drawn for
    std::optional<Figure> figure;
};

/// The contents of a sheet to pin on a wall.
struct SheetValues {
    std::string id;  // of the routine
    std::string name;
    std::string summary;
    Prescription session;
    Millis total{};                        // about as long as it takes somebody who knows it
    std::vector<SheetExercise> exercises;  // each once, in the order in which they come up
    std::vector<SharedCaution> shared;     // what several of them say to look out for
    std::vector<std::string> needs;
    std::size_t left_out = 0;  // steps of the routine that this person does not do
    std::size_t replaced = 0;  // those for which they do another exercise
    bool in_flare = false;     // it is the flare-up day, which begins at high pain
    CareWords care;            // in the language of the session, as far as there are any
    std::string emergency_number;
    std::chrono::weekday week_starts = std::chrono::Monday;
    Day made{};
};

/// Gathers the sheet of a routine for this person: what routine_today() sets. Throws as that does.
SheetValues read_sheet(Desk& desk, const catalog::RoutineFile& source);

}  // namespace hipflow::today
