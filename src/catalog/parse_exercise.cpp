// SPDX-License-Identifier: MIT
#include "catalog/parse_exercise.h"

#include "catalog/document.h"
#include "catalog/exercise_fields.h"
#include "catalog/table_reader.h"

namespace hipflow {

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
    ExerciseFile source = read_exercise(fields, id);
    source.file = file;
    return source;
}

}  // namespace hipflow
