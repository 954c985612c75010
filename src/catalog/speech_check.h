// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catalog/content_files.h"
#include "domain/error.h"
#include "domain/exercise.h"
#include "domain/messages.h"
#include "domain/speech.h"

namespace hipflow::catalog {

/// What is wrong with spoken words, and where; a notice is only worth a thought.
struct SpeechRemark {
    Place place;
    std::string message;
    bool notice = false;
};

/// How words are heard: how long they take, and what stands for the side in each language.
struct HeardAs {
    const Lengths& length;
    const Phrasebook& phrases;
};

/// Holds the words of an exercise against the rules of speech (docs/design/guidance.md, "What a
/// text may be"): their length, whether they can be spoken as they are and followed with closed
/// eyes, and the pace of its own dose.
std::vector<SpeechRemark> check_speech(const Exercise& exercise, const SpeechPlaces& places,
                                       const HeardAs& heard);

/// Holds the words of the exercise's own figure, which are read and never spoken, against those of
/// the rules that hold for them as well: they say of which side they are.
std::vector<SpeechRemark> check_figure_words(const Exercise& exercise, Place place,
                                             const HeardAs& heard);

/// The same as check_speech() for its words in another language, which have their places in another
/// file.
std::vector<SpeechRemark> check_translation(const Exercise& exercise,
                                            const Translation& translation,
                                            const SpeechPlaces& places, const HeardAs& heard);

/// Says which phases that a step writes are too short for their words.
std::vector<std::string> long_phases(const Step& step, const std::string& language,
                                     const Lengths& length);

/// Says what is wrong with the pace or the tempo of a whole dose for the phases of an exercise;
/// empty if nothing is.
std::string pace_fault(const Dose& dose, const Exercise& exercise);

/// Says that a tempo cannot be performed: fewer than four numbers, and not one for each phase.
/// Empty if it can.
std::string tempo_fault(const Dose& dose, const Exercise& exercise);

/// Lists what a translation lacks of the texts of an exercise, by the keys of the file.
std::vector<std::string> lacking(const Exercise& exercise, const Translation& translation);

/// Finds the pairs of spoken names that differ by less than three letters, which an ear may mix up.
std::vector<std::pair<std::string, std::string>> names_too_close(
    const std::vector<std::string>& names);

}  // namespace hipflow::catalog
