// SPDX-License-Identifier: MIT
#include "catalog/exercise_fields.h"

#include <fmt/format.h>

#include "catalog/dose_fields.h"
#include "catalog/figure_fields.h"
#include "catalog/listing.h"
#include "domain/dose.h"
#include "domain/restriction.h"
#include "text/utf8.h"

namespace hipflow {
namespace {

void read_texts(TableReader& fields, Exercise& exercise) {
    exercise.name = fields.text("name").value_or("");
    exercise.say = fields.text("say").value_or(exercise.name);
    exercise.target = fields.texts("target");
    exercise.start = fields.text("start").value_or("");
    exercise.instructions = fields.texts("do");
    exercise.cues = fields.texts("cues");
    exercise.feel = fields.text("feel").value_or("");
    exercise.avoid = fields.texts("avoid");
    exercise.source = fields.text("source").value_or("");
    if (fields.has("do") && exercise.instructions.empty()) {
        fields.refuse(fields.place_of("do"),
                      "'do' says nothing, expected at least one instruction");
    }
}

void read_words(TableReader& fields, Exercise& exercise) {
    exercise.level = fields.number("level", levels).value_or(exercise.level);
    exercise.position = fields.word<Position>("position").value_or(exercise.position);
    exercise.view = fields.word<View>("view").value_or(exercise.view);
    exercise.sides = fields.word<Sides>("sides").value_or(exercise.sides);
    if (fields.has("risks")) {
        exercise.risks = fields.known_texts("risks", risk_tags, mild_suffix);
    }
    exercise.needs = fields.known_texts("needs", things);
}

Dose read_whole_dose(TableReader& fields) {
    auto reader = fields.table("dose", "a dose");
    if (!reader) return {};
    Dose dose = read_dose(*reader);
    reader->refuse_unknown();
    // A value that was refused is not also missing.
    const bool silent = !reader->has("hold") && !reader->has("reps") && !reader->has("until");
    if (const auto words = lack(dose); !words.empty() && (names_work(dose) || silent)) {
        reader->refuse(reader->place(), fmt::format("the dose is incomplete: {}", words));
    }
    return dose;
}

}  // namespace

std::optional<std::string> read_link(TableReader& fields, std::string_view key) {
    auto id = fields.text(key);
    if (!id || is_id(*id)) return id;
    fields.refuse(fields.place_of(key), fmt::format("'{}' is \"{}\", expected the name of a file "
                                                    "without its folder and \".toml\"",
                                                    key, shown(*id)));
    return {};
}

ExerciseFile read_exercise(TableReader& fields, std::string_view id) {
    ExerciseFile source;
    Exercise& exercise = source.exercise;
    exercise.id = id;
    fields.require({"name", "level", "position", "sides", "start", "do", "dose"});
    read_texts(fields, exercise);
    read_words(fields, exercise);
    exercise.easier = read_link(fields, "easier");
    exercise.harder = read_link(fields, "harder");
    exercise.dose = read_whole_dose(fields);
    exercise.figure = read_figure(fields);
    source.places = {fields.place_of("easier"), fields.place_of("harder")};
    fields.refuse_unknown();
    return source;
}

}  // namespace hipflow
