// SPDX-License-Identifier: MIT
#include "catalog/content_files.h"
#include "catalog/document.h"
#include "catalog/speech_fields.h"
#include "catalog/table_reader.h"

namespace hipflow::catalog {

std::optional<TranslationFile> parse_translation(std::string_view text, std::string_view language,
                                                 const std::string& file,
                                                 std::vector<Diagnostic>& faults) {
    const std::size_t before = faults.size();
    const auto document = parse_document(text, file, faults);
    if (!document) return {};
    TableReader fields(*document, Place{1, 1}, "a translation", file, faults);
    fields.knows("format");
    if (fields.has("format") && !fields.is_format_1()) return {};
    TranslationFile source;
    source.file = file;
    Translation& translation = source.translation;
    translation.language = language;
    translation.name = fields.text("name").value_or("");
    SpokenFields spoken = read_spoken(fields, source.places, true);
    translation.say = std::move(spoken.say);
    translation.start = std::move(spoken.start);
    translation.brief = std::move(spoken.brief);
    translation.instructions = std::move(spoken.instructions);
    translation.phases = std::move(spoken.phases);
    translation.cues = std::move(spoken.cues);
    translation.finish = std::move(spoken.finish);
    translation.feel = fields.text("feel").value_or("");
    translation.avoid = fields.texts("avoid");
    fields.refuse_unknown();
    if (faults.size() > before) return {};
    return source;
}

}  // namespace hipflow::catalog
