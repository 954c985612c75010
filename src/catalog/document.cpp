// SPDX-License-Identifier: MIT
#include "catalog/document.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <tuple>

#include "catalog/syntax_words.h"
#include "catalog/text_scan.h"
#include "text/utf8.h"

// Header-only, toml++ 3.3 aborts on "[é]" (TERMINAL 1.10): link the distribution's library.
static_assert(TOML_HEADER_ONLY == 0, "link tomlplusplus::tomlplusplus");

namespace hipflow {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

Place place_of(const toml::source_region& region) {
    return {region.begin.line, region.begin.column};
}

/// Copies toml++'s tree, which scan_text has kept shallow. An escape such as "\u001B" can still
/// bring in what scan_text refuses in plain sight.
class Conversion {
   public:
    Conversion(const std::string& file, std::vector<Diagnostic>& faults)
        : file_(file), faults_(faults) {}

    Table table(const toml::table& source) {
        Table result;
        for (const auto& [key, node] : source) {
            const Place place = place_of(key.source());
            result.push_back({plain(std::string(key.str()), place), place, this->node(node)});
        }
        std::sort(result.begin(), result.end(), [](const Entry& a, const Entry& b) {
            return std::tie(a.place.line, a.place.column) < std::tie(b.place.line, b.place.column);
        });
        return result;
    }

   private:
    Node node(const toml::node& source) {
        const Place place = place_of(source.source());
        if (const auto* text = source.as_string()) return {place, plain(text->get(), place)};
        if (const auto* number = source.as_integer()) return {place, number->get()};
        if (const auto* decimal = source.as_floating_point()) return {place, decimal->get()};
        if (const auto* flag = source.as_boolean()) return {place, flag->get()};
        if (const auto* array = source.as_array()) return {place, list(*array)};
        if (const auto* inner = source.as_table()) return {place, table(*inner)};
        return {place, DateOrTime{}};
    }

    List list(const toml::array& source) {
        List result;
        for (const auto& element : source) result.push_back(node(element));
        return result;
    }

    std::string plain(std::string text, Place place) {
        if (text.find('\n') != std::string::npos) {
            refuse(place,
                   "this text has a line break, expected one line; end lines with \\ to join "
                   "them");
        } else if (!is_plain_text(text)) {
            refuse(place, fmt::format("there is an invisible character in \"{}\"; delete it",
                                      shown(text)));
        }
        return text;
    }

    void refuse(Place place, std::string message) {
        faults_.push_back({file_, place.line, place.column, std::move(message)});
    }

    const std::string& file_;
    std::vector<Diagnostic>& faults_;
};

}  // namespace

std::optional<Table> parse_document(std::string_view text, const std::string& file,
                                    std::vector<Diagnostic>& faults) {
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    const std::size_t before = faults.size();
    const auto refused = scan_text(text, file);
    faults.insert(faults.end(), refused.begin(), refused.end());
    if (!refused.empty()) return {};
    try {
        Table table = Conversion(file, faults).table(toml::parse(text, std::string_view(file)));
        if (faults.size() > before) return {};
        return table;
    } catch (const toml::parse_error& error) {
        const Place place = place_of(error.source());
        faults.push_back({file, place.line, place.column, syntax_words(error.description())});
        return {};
    }
}

}  // namespace hipflow
