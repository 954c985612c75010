// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include "catalog/content_files.h"
#include "catalog/document.h"
#include "catalog/exercise_fields.h"
#include "catalog/listing.h"
#include "catalog/speech_fields.h"
#include "catalog/table_reader.h"
#include "domain/restriction.h"
#include "text/utf8.h"

namespace hipflow::catalog {
namespace {

void read_texts(TableReader& fields, Exercise& exercise, SpeechPlaces& places) {
    exercise.name = fields.text("name").value_or("");
    exercise.target = fields.texts("target");
    exercise.language = read_language(fields, "language").value_or(exercise.language);
    SpokenFields spoken = read_spoken(fields, places);
    exercise.say = spoken.say.empty() ? exercise.name : std::move(spoken.say);
    exercise.start = std::move(spoken.start);
    exercise.brief = std::move(spoken.brief);
    exercise.instructions = std::move(spoken.instructions);
    exercise.phases = std::move(spoken.phases);
    exercise.cues = std::move(spoken.cues);
    exercise.finish = std::move(spoken.finish);
    exercise.feel = fields.text("feel").value_or("");
    exercise.avoid = fields.texts("avoid");
    exercise.source = fields.text("source").value_or("");
}

/// Reads the phases of a rep that `do` tells in plain sentences.
void read_short_phases(TableReader& fields, Exercise& exercise, SpeechPlaces& places) {
    if (!fields.has("phases")) {
        fields.knows("phases");
        return;
    }
    const Place place = fields.place_of("phases");
    auto phases = read_phases(fields);
    if (!exercise.phases.empty()) {
        fields.refuse(place,
                      "'do' has the phases of a rep, and so has 'phases'; keep one of the two");
        return;
    }
    exercise.phases = std::move(phases);
    while (places.movement.size() < exercise.phases.size()) places.movement.push_back(place);
}

void read_surface(TableReader& fields, Exercise& exercise) {
    exercise.on = fields.word<Surface>("on");
    auto words = surface_fault(exercise.on, exercise.position);
    if (!words.empty()) fields.refuse(fields.place_of("on"), std::move(words));
}

void read_words(TableReader& fields, Exercise& exercise) {
    exercise.level = fields.number("level", levels).value_or(exercise.level);
    exercise.position = fields.word<Position>("position").value_or(exercise.position);
    read_surface(fields, exercise);
    exercise.view = fields.word<View>("view").value_or(usual_view(exercise.position));
    exercise.sides = fields.word<Sides>("sides").value_or(exercise.sides);
    exercise.part = fields.word<Part>("part").value_or(exercise.part);
    exercise.change = fields.word<SideChange>("change");
    fields.knows("risks");
    if (fields.has("risks")) {
        exercise.risks = fields.known_texts("risks", risk_tags, mild_suffix);
    }
    exercise.risks_note = fields.text("risks_note");
    exercise.needs = fields.known_texts("needs", things);
}

/// The poses that phases reach must be poses of the exercise's own figure. Those of a borrowed one
/// are looked for once it is found.
void check_poses(TableReader& fields, const ExerciseFile& source) {
    const auto& [exercise, file, places, warnings] = source;
    if (!exercise.figure || !is_drawn(*exercise.figure)) return;
    for (std::size_t i = 0; i < exercise.phases.size(); ++i) {
        const auto words = pose_fault(exercise.phases[i], *exercise.figure);
        if (!words.empty()) fields.refuse(places.speech.movement.at(i), words);
    }
}

}  // namespace

std::string surface_fault(std::optional<Surface> on, Position position) {
    if (on != Surface::bed || bed_carries(position)) return {};
    return fmt::format(
        "'on' is \"bed\", and the position is {}; a bed carries supine, prone, side-lying and "
        "all-fours. Take 'on' out, or choose one of these",
        word(position));
}

std::optional<std::string> read_link(TableReader& fields, std::string_view key) {
    auto id = fields.text(key);
    if (!id || is_id(*id)) return id;
    fields.refuse(fields.place_of(key), fmt::format("'{}' is \"{}\", expected the name of a file "
                                                    "without its folder and \".toml\"",
                                                    key, shown(*id)));
    return {};
}

ExerciseFile read_exercise(TableReader& fields, std::string_view id,
                           const std::optional<DrillOf>& drill) {
    ExerciseFile source;
    Exercise& exercise = source.exercise;
    exercise.id = id;
    if (drill) {
        fields.require({"name", "position", "sides", "start", "do"});
        exercise.language = drill->language;
        exercise.level = drill->level;
    } else {
        fields.require({"name", "level", "position", "sides", "start", "do", "dose"});
    }
    read_texts(fields, exercise, source.places.speech);
    read_short_phases(fields, exercise, source.places.speech);
    read_words(fields, exercise);
    exercise.easier = read_link(fields, "easier");
    exercise.harder = read_link(fields, "harder");
    exercise.dose = read_dose_of_exercise(fields, exercise.phases, drill.has_value());
    source.places.speech.pace = fields.place_of("dose");
    source.places.ladder = {fields.place_of("easier"), fields.place_of("harder")};
    if (fields.is_text("figure")) {
        exercise.borrowed_figure = read_link(fields, "figure");
        source.places.figure.figure = fields.place_of("figure");
    } else {
        exercise.figure = read_figure(fields, source.places.figure);
        if (exercise.figure) exercise.figure->scene.bed = exercise.on == Surface::bed;
    }
    check_poses(fields, source);
    if (exercise.sides == Sides::both) refuse_side_words(fields, source.places, exercise);
    fields.refuse_unknown();
    return source;
}

std::optional<ExerciseFile> parse_exercise(std::string_view text, std::string_view id,
                                           const std::string& file,
                                           std::vector<Diagnostic>& faults) {
    const std::size_t before = faults.size();
    auto source = parse_exercise_in_part(text, id, file, faults);
    if (faults.size() > before) return {};
    return source;
}

std::optional<ExerciseFile> parse_exercise_in_part(std::string_view text, std::string_view id,
                                                   const std::string& file,
                                                   std::vector<Diagnostic>& faults) {
    const auto document = parse_document(text, file, faults);
    if (!document) return {};
    TableReader fields(*document, Place{1, 1}, "an exercise", file, faults);
    if (!fields.is_format_1()) return {};
    const std::string_view part = fields.has("step") ? "step" : "block";
    if (fields.has(part) && !fields.has("do")) {
        fields.refuse(fields.place_of(part),
                      "this is a routine, not an exercise; 'hipflow routine check' checks it");
        return {};
    }
    ExerciseFile source = read_exercise(fields, id);
    source.file = file;
    return source;
}

}  // namespace hipflow::catalog
