// SPDX-License-Identifier: MIT
#include "catalog/restriction_table.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "catalog/bundled.h"
#include "catalog/document.h"
#include "catalog/listing.h"
#include "catalog/table_reader.h"
#include "domain/spelling.h"
#include "text/utf8.h"

namespace hipflow::catalog {
namespace {

constexpr std::string_view file_name = "bundled:routines/tables/restrictions.toml";

void read_risk_words(TableReader& fields, RestrictionTable& table) {
    auto words = fields.table("risk", "[risk]");
    if (!words) return;
    for (const auto tag : risk_tags) {
        words->require({tag});
        if (auto text = words->text(tag)) table.risk_words.emplace(tag, *std::move(text));
        const std::string in_part = fmt::format("{}{}", tag, mild_suffix);
        if (auto text = words->text(in_part)) table.risk_words.emplace(in_part, *std::move(text));
    }
    words->refuse_unknown();
}

Restriction read_restriction(const std::string& id, TableReader& fields) {
    Restriction restriction;
    restriction.id = id;
    if (!is_id(id)) fields.refuse(fields.place(), fmt::format("\"{}\" is not an id", shown(id)));
    fields.require({"name", "risks"});
    restriction.name = fields.text("name").value_or("");
    restriction.short_name = fields.text("short").value_or(restriction.name);
    for (auto& [text, place] : fields.placed_texts("risks")) {
        if (std::find(risk_tags.begin(), risk_tags.end(), text) == risk_tags.end()) {
            fields.refuse(place, fmt::format("unknown \"{}\" in 'risks'. Known: {}.", shown(text),
                                             fmt::join(risk_tags, ", ")));
        }
        restriction.risks.push_back(std::move(text));
    }
    restriction.mild = fields.flag("mild").value_or(false);
    fields.refuse_unknown();
    return restriction;
}

RestrictionTable read_shipped() {
    std::vector<Diagnostic> faults;
    auto table = parse_restrictions(bundled_restrictions(), std::string(file_name), faults);
    if (!table) throw FileError(std::move(faults));
    return *std::move(table);
}

}  // namespace

std::optional<RestrictionTable> parse_restrictions(std::string_view text, const std::string& file,
                                                   std::vector<Diagnostic>& faults) {
    const std::size_t before = faults.size();
    const auto document = parse_document(text, file, faults);
    if (!document) return {};
    TableReader fields(*document, Place{1, 1}, "a table of restrictions", file, faults);
    if (!fields.is_format_1()) return {};
    fields.require({"risk", "restriction"});
    RestrictionTable table;
    read_risk_words(fields, table);
    for (auto& [id, reader] : fields.named_tables("restriction", "a restriction")) {
        table.restrictions.push_back(read_restriction(id, reader));
    }
    fields.refuse_unknown();
    if (faults.size() > before) return {};
    return table;
}

const RestrictionTable& shipped_restrictions() {
    static const RestrictionTable table = read_shipped();
    return table;
}

std::string no_such_restriction(const RestrictionTable& table, std::string_view id) {
    std::vector<std::string> known;
    known.reserve(table.restrictions.size());
    for (const auto& restriction : table.restrictions) known.push_back(restriction.id);
    const std::string hint = did_you_mean(id, known);
    // The nearest spelling need not be what is meant, and here that would matter.
    return fmt::format("there is no restriction '{}'.{} Known: {}.", shown(id), hint,
                       fmt::join(known, ", "));
}

}  // namespace hipflow::catalog
