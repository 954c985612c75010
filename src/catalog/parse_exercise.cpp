// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <numeric>

#include "catalog/content_files.h"
#include "catalog/document.h"
#include "catalog/exercise_fields.h"
#include "catalog/listing.h"
#include "catalog/table_reader.h"
#include "domain/dose.h"
#include "domain/number.h"
#include "domain/restriction.h"
#include "text/utf8.h"

namespace hipflow::catalog {
namespace {

using namespace std::chrono_literals;

constexpr Limits<int> set_limits{1, 20};
constexpr Limits<int> rep_limits{1, 100};
constexpr Limits<Millis> hold_limits{1s, 10min};
constexpr Limits<Millis> pace_limits{1s, 60s};
constexpr Limits<Millis> release_limits{0s, 10min};
constexpr std::size_t tempo_parts = 4;

/// Reads "2-1-2-0" as four durations. Returns nullopt for any other text.
std::optional<std::vector<Millis>> parse_tempo(std::string_view text) {
    std::vector<Millis> parts;
    while (true) {
        // A small type keeps the sum of four far from any limit.
        const auto seconds = take_number<unsigned char>(text);
        if (!seconds) return {};
        parts.emplace_back(std::chrono::seconds(*seconds));
        if (text.empty()) break;
        if (!text.starts_with('-')) return {};
        text.remove_prefix(1);
    }
    if (parts.size() != tempo_parts) return {};
    return parts;
}

Millis sum(const std::vector<Millis>& parts) {
    return std::accumulate(parts.begin(), parts.end(), Millis{0});
}

void read_tempo(TableReader& fields, Dose& dose) {
    const auto text = fields.text("tempo");
    if (!text) return;
    const Place place = fields.place_of("tempo");
    const auto parts = parse_tempo(*text);
    if (!parts || sum(*parts) < pace_limits.least || sum(*parts) > pace_limits.most) {
        fields.refuse(place,
                      fmt::format("'tempo' is \"{}\", expected seconds down, pause, up, pause, "
                                  "such as \"2-1-2-0\", 1 to 60 in all",
                                  shown(*text)));
        return;
    }
    if (fields.has("pace")) {
        fields.refuse(place, "'tempo' and 'pace' cannot be used together; keep one of the two");
        return;
    }
    dose.tempo = *parts;
    dose.pace = sum(*parts);
}

void read_until(TableReader& fields, Dose& dose) {
    const auto until = fields.text("until");
    dose.cap = fields.duration("cap", hold_limits);
    const bool has_until = fields.has("until");
    const bool has_cap = fields.has("cap");
    if (until && *until != "key") {
        fields.refuse(fields.place_of("until"),
                      fmt::format(R"('until' is "{}", expected "key")", shown(*until)));
    }
    if (has_until && !has_cap) {
        fields.refuse(fields.place_of("until"),
                      "'until' needs a 'cap', the longest it may take, such as cap = \"2m\"");
    }
    if (has_cap && !has_until) {
        fields.refuse(fields.place_of("cap"), "'cap' needs until = \"key\"");
    }
}

}  // namespace

Dose read_dose(TableReader& fields) {
    Dose dose;
    dose.sets = fields.number("sets", set_limits);
    dose.hold = fields.duration_band("hold", hold_limits);
    dose.reps = fields.number_band("reps", rep_limits);
    dose.pace = fields.duration("pace", pace_limits);
    read_tempo(fields, dose);
    dose.release = fields.duration("release", release_limits);
    read_until(fields, dose);
    if (const auto words = contradiction(dose); !words.empty()) {
        fields.refuse(fields.place(), std::string(words));
    }
    return dose;
}

namespace {

void read_texts(TableReader& fields, Exercise& exercise) {
    exercise.name = fields.text("name").value_or("");
    exercise.say = fields.text("say").value_or(exercise.name);
    exercise.target = fields.texts("target");
    if (auto start = fields.text("start")) exercise.start.push_back({*std::move(start), {}});
    for (auto& text : fields.texts("do")) exercise.instructions.push_back({std::move(text), {}});
    exercise.cues = fields.texts("cues");
    exercise.feel = fields.text("feel").value_or("");
    exercise.avoid = fields.texts("avoid");
    exercise.source = fields.text("source").value_or("");
    if (fields.has("do") && exercise.instructions.empty()) {
        fields.refuse(fields.place_of("do"), "'do' is empty, expected at least one instruction");
    }
}

void read_words(TableReader& fields, Exercise& exercise) {
    exercise.level = fields.number("level", levels).value_or(exercise.level);
    exercise.position = fields.word<Position>("position").value_or(exercise.position);
    exercise.view = fields.word<View>("view").value_or(exercise.view);
    exercise.sides = fields.word<Sides>("sides").value_or(exercise.sides);
    fields.knows("risks");
    if (fields.has("risks")) {
        exercise.risks = fields.known_texts("risks", risk_tags, mild_suffix);
    }
    exercise.risks_note = fields.text("risks_note");
    exercise.needs = fields.known_texts("needs", things);
}

Dose read_whole_dose(TableReader& fields) {
    auto reader = fields.table("dose", "a dose");
    if (!reader) return {};
    Dose dose = read_dose(*reader);
    reader->refuse_unknown();
    // A value that was refused is not missing as well.
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
    source.places.ladder = {fields.place_of("easier"), fields.place_of("harder")};
    if (fields.is_text("figure")) {
        exercise.borrowed_figure = read_link(fields, "figure");
        source.places.figure.figure = fields.place_of("figure");
    } else {
        exercise.figure = read_figure(fields, source.places.figure);
    }
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
    if (fields.has("step") && !fields.has("do")) {
        fields.refuse(fields.place_of("step"),
                      "this is a routine, not an exercise; 'hipflow routine check' checks it");
        return {};
    }
    ExerciseFile source = read_exercise(fields, id);
    source.file = file;
    return source;
}

}  // namespace hipflow::catalog
