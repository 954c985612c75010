// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>

#include "catalog/content_files.h"
#include "catalog/document.h"
#include "catalog/exercise_fields.h"
#include "catalog/listing.h"
#include "catalog/parse_steps.h"
#include "catalog/speech_fields.h"
#include "catalog/table_reader.h"
#include "text/utf8.h"

namespace hipflow::catalog {
namespace {

Gaps read_gaps(TableReader& fields, RoutineFile& source) {
    Gaps gaps;
    auto reader = fields.table("gaps", "[gaps]");
    if (!reader) return gaps;
    gaps.ready = reader->duration("ready", gap_limits);
    gaps.side = reader->duration("side", gap_limits);
    gaps.position = reader->duration("position", gap_limits);
    gaps.set = reader->duration("set", gap_limits);
    if (gaps.side) source.side_gap = reader->place_of("side");
    if (gaps.set) source.set_gap = reader->place_of("set");
    reader->refuse_unknown();
    return gaps;
}

/// Marks the steps of an exercise with faults, so that they are not judged by what is left of it.
void note_faulty_exercise(RoutineFile& source, const std::string& id) {
    for (std::size_t i = 0; i < source.steps.size(); ++i) {
        if (source.routine.steps[i].exercise == id) source.steps[i].whole = false;
    }
}

void read_inline_exercises(TableReader& fields, RoutineFile& source) {
    for (auto& [name, reader] : fields.named_tables("exercise", "an exercise")) {
        const std::size_t before = fields.faults();
        if (!is_id(name)) {
            reader.refuse(reader.place(),
                          fmt::format("\"{}\" cannot name an exercise; use letters, "
                                      "digits and '-'",
                                      shown(name)));
        }
        ExerciseFile read = read_exercise(
            reader, name, DrillOf{source.routine.language.value_or("en"), source.routine.level});
        source.routine.inline_exercises.push_back(std::move(read.exercise));
        source.inline_exercises.push_back(std::move(read.places));
        if (fields.faults() > before) note_faulty_exercise(source, name);
    }
}

RoutineFile read_routine(TableReader& fields, std::string_view id, const std::string& file) {
    RoutineFile source;
    source.file = file;
    Routine& routine = source.routine;
    routine.id = id;
    fields.require({"name"});
    routine.name = fields.text("name").value_or("");
    routine.summary = fields.text("summary").value_or("");
    routine.level = fields.number("level", levels).value_or(routine.level);
    routine.easier = read_link(fields, "easier");
    routine.harder = read_link(fields, "harder");
    source.places = {fields.place_of("easier"), fields.place_of("harder")};
    routine.counts = fields.flag("counts").value_or(routine.counts);
    routine.guidance = fields.word<Guidance>("guidance");
    routine.language = read_language(fields, "language");
    routine.formerly = fields.texts("formerly");
    source.language = fields.place_of("language");
    routine.gaps = read_gaps(fields, source);
    read_steps(fields, source);
    read_inline_exercises(fields, source);
    fields.refuse_unknown();
    return source;
}

}  // namespace

std::optional<RoutineFile> parse_routine(std::string_view text, std::string_view id,
                                         const std::string& file, std::vector<Diagnostic>& faults) {
    const std::size_t before = faults.size();
    auto source = parse_routine_in_part(text, id, file, faults);
    if (faults.size() > before) return {};
    return source;
}

std::optional<RoutineFile> parse_routine_in_part(std::string_view text, std::string_view id,
                                                 const std::string& file,
                                                 std::vector<Diagnostic>& faults) {
    const auto document = parse_document(text, file, faults);
    if (!document) return {};
    TableReader fields(*document, Place{1, 1}, "a routine", file, faults);
    if (!fields.is_format_1()) return {};
    return read_routine(fields, id, file);
}

namespace {

constexpr Limits<int> sessions_a_week{1, 14};
constexpr Limits<int> tokens_a_week{0, 7};
constexpr std::size_t most_weeks = 52;

/// Reads the sessions of a week: as many as are planned, each a routine or "*".
std::vector<std::string> read_sessions(TableReader& fields, std::optional<int> per_week,
                                       ProgramFile& source) {
    std::vector<std::string> sessions;
    const std::size_t faults = fields.faults();
    for (auto& [id, place] : fields.placed_texts("sessions")) {
        if (id != any_routine && !is_id(id)) {
            fields.refuse(place, fmt::format("\"{}\" in 'sessions' cannot name a routine; expected "
                                             "the name of one, or \"*\" for any",
                                             shown(id)));
        } else if (id != any_routine) {
            source.routines.push_back({id, place});
        }
        sessions.push_back(std::move(id));
    }
    const auto count = static_cast<int>(std::min<std::size_t>(sessions.size(), 1000));
    const bool is_list = !sessions.empty() || fields.faults() == faults;
    if (per_week && fields.has("sessions") && is_list && count != *per_week) {
        fields.refuse(
            fields.place_of("sessions"),
            fmt::format("'sessions' has {}, expected {}, as 'per_week' says", count, *per_week));
    }
    return sessions;
}

std::vector<Measured> read_tests(TableReader& fields, std::string_view key) {
    std::vector<Measured> tests;
    for (const auto& [text, place] : fields.placed_texts(key)) {
        const auto test = from_word<Measured>(text);
        if (test) {
            tests.push_back(*test);
        } else {
            fields.refuse(place, fmt::format(R"(unknown "{}" in '{}', expected "range" or )"
                                             R"("function")",
                                             shown(text), key));
        }
    }
    return tests;
}

ProgramWeek read_week(TableReader& fields, std::optional<int> per_week, ProgramFile& source) {
    ProgramWeek week;
    fields.require({"cap", "sessions"});
    week.cap = fields.number_band("cap", levels).value_or(week.cap);
    week.sessions = read_sessions(fields, per_week, source);
    if (auto test = fields.table("test", "'test'")) {
        week.test_at_start = read_tests(*test, "start");
        week.test_at_end = read_tests(*test, "end");
        test->refuse_unknown();
    }
    fields.refuse_unknown();
    return week;
}

Afterwards read_after(TableReader& fields, ProgramFile& source) {
    Afterwards after;
    auto reader = fields.table("after", "[after]");
    if (!reader) return after;
    reader->require({"per_week", "sessions"});
    const auto per_week = reader->number("per_week", sessions_a_week);
    after.per_week = per_week.value_or(after.per_week);
    after.sessions = read_sessions(*reader, per_week, source);
    reader->refuse_unknown();
    return after;
}

ProgramFile read_program(TableReader& fields, std::string_view id, const std::string& file) {
    ProgramFile source;
    source.file = file;
    Program& program = source.program;
    program.id = id;
    fields.require({"name", "per_week", "week"});
    program.name = fields.text("name").value_or("");
    program.summary = fields.text("summary").value_or("");
    const auto per_week = fields.number("per_week", sessions_a_week);
    program.per_week = per_week.value_or(program.per_week);
    program.tokens = fields.number("tokens", tokens_a_week).value_or(program.tokens);
    program.repeat_below =
        fields.number("repeat_below", Limits<int>{0, program.per_week}).value_or(0);
    auto weeks = fields.tables("week", "a week");
    if (weeks.size() > most_weeks) {
        fields.refuse(
            weeks.at(most_weeks).place(),
            fmt::format("this is one week more than a program may have ({})", most_weeks));
    }
    for (TableReader& week : weeks) program.weeks.push_back(read_week(week, per_week, source));
    program.after = read_after(fields, source);
    fields.refuse_unknown();
    return source;
}

}  // namespace

std::optional<ProgramFile> parse_program(std::string_view text, std::string_view id,
                                         const std::string& file, std::vector<Diagnostic>& faults) {
    const std::size_t before = faults.size();
    auto source = parse_program_in_part(text, id, file, faults);
    if (faults.size() > before) return {};
    return source;
}

std::optional<ProgramFile> parse_program_in_part(std::string_view text, std::string_view id,
                                                 const std::string& file,
                                                 std::vector<Diagnostic>& faults) {
    const auto document = parse_document(text, file, faults);
    if (!document) return {};
    TableReader fields(*document, Place{1, 1}, "a program", file, faults);
    if (!fields.is_format_1()) return {};
    return read_program(fields, id, file);
}

}  // namespace hipflow::catalog
