// SPDX-License-Identifier: MIT
#pragma once
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hipflow {

/// A piece of an HTML document. It can only be made of text, which is escaped, and of elements
/// around such pieces: nothing that a user wrote becomes markup (RELIABILITY 5).
class Html {
   public:
    using Attributes = std::initializer_list<std::pair<std::string_view, std::string>>;

    Html() = default;

    /// Characters as they are; control characters are shown, not obeyed.
    static Html text(std::string_view plain);
    /// <name attributes>content</name>. Names are hipflow's own, never a user's.
    static Html element(std::string_view name, Attributes attributes, const Html& content);
    static Html element(std::string_view name, const Html& content);
    static Html element(std::string_view name, std::string_view plain);
    /// One that has no content and no end, such as <meta>.
    static Html lone(std::string_view name, Attributes attributes);
    /// A style sheet, which is hipflow's own.
    static Html style_sheet(std::string_view css);
    /// The doctype, and the whole.
    static std::string document(const Html& html);

    Html& operator+=(const Html& more);
    /// A new line, for those who read the source.
    Html& line();

    bool empty() const { return markup_.empty(); }
    const std::string& markup() const { return markup_; }

   private:
    std::string markup_;
};

/// One table. The first cell of a row is its heading; the columns of `words` are texts, the others
/// numbers.
struct HtmlTable {
    std::string id;  // links lead here
    std::string caption;
    std::vector<std::string> head;
    std::vector<std::vector<std::string>> rows;
    std::vector<std::size_t> words{};
};
Html html_table(const HtmlTable& table);

/// A chart with its legend, and where its numbers stand.
Html figure(const Html& chart, const Html& legend, std::string_view table_id,
            std::string_view table_name);

Html paragraph_of(std::string_view words, std::string_view kind = {});

}  // namespace hipflow
