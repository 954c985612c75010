// SPDX-License-Identifier: MIT
#pragma once
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hipflow::report {

/// A piece of an HTML document. It can only be made of text, which is escaped, and of elements
/// around such pieces: nothing that a user wrote becomes markup.
class Html {
   public:
    using Attributes = std::initializer_list<std::pair<std::string_view, std::string>>;

    Html() = default;

    /// Escapes the text. Control characters are shown, not passed on.
    static Html text(std::string_view plain);
    /// <name attributes>content</name>. Names are hipflow's own, never a user's.
    static Html element(std::string_view name, Attributes attributes, const Html& content);
    static Html element(std::string_view name, const Html& content);
    static Html element(std::string_view name, std::string_view plain);
    /// An element without content and end tag, such as <meta>.
    static Html lone(std::string_view name, Attributes attributes);
    /// A picture in SVG that figure/ made, which escapes the texts in it.
    static Html picture(std::string_view svg);
    /// A style sheet, which is hipflow's own.
    static Html style_sheet(std::string_view css);
    /// A whole document, with its doctype.
    static std::string document(const Html& html);

    Html& operator+=(const Html& more);
    /// Adds a line break, for those who read the source.
    Html& line();

    bool empty() const { return markup_.empty(); }
    const std::string& markup() const { return markup_; }

   private:
    std::string markup_;
};

/// A table. The first cell of each row is its heading; the columns listed in `words` are texts, the
/// others numbers.
struct HtmlTable {
    std::string id;  // what links lead to
    std::string caption;
    std::vector<std::string> head;
    std::vector<std::vector<std::string>> rows;
    std::vector<std::size_t> words{};
};
Html html_table(const HtmlTable& table);

/// A chart with its legend, and a link to the table with its numbers.
Html figure(const Html& chart, const Html& legend, std::string_view table_id,
            std::string_view table_name);

/// The head of a document that loads, runs and sends nothing, whatever it may contain.
Html document_head(std::string_view title, std::string_view css);

Html paragraph_of(std::string_view words, std::string_view kind = {});

}  // namespace hipflow::report
