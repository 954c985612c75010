// SPDX-License-Identifier: MIT
#include "report/html.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "text/utf8.h"

namespace hipflow::report {
namespace {

/// For text and for attributes in double quotes.
std::string escaped(std::string_view plain) {
    std::string result;
    for (const char c : shown(plain, std::numeric_limits<std::size_t>::max())) {
        switch (c) {
            case '&':
                result += "&amp;";
                break;
            case '<':
                result += "&lt;";
                break;
            case '>':
                result += "&gt;";
                break;
            case '"':
                result += "&quot;";
                break;
            case '\'':
                result += "&#39;";
                break;
            default:
                result += c;
        }
    }
    return result;
}

std::string opening(std::string_view name, Html::Attributes attributes) {
    std::string tag = fmt::format("<{}", name);
    for (const auto& [key, value] : attributes) {
        tag += fmt::format(" {}=\"{}\"", key, escaped(value));
    }
    return tag + '>';
}

bool is_header(std::size_t column, const HtmlTable& table) {
    return std::ranges::find(table.words, column) != table.words.end();
}

Html cell(std::string_view name, const std::string& words, bool is_text) {
    if (!is_text) return Html::element(name, words);
    return Html::element(name, {{"class", "words"}}, Html::text(words));
}

std::string first_sentence(const std::string& words) { return words.substr(0, words.find(". ")); }

Html head_row(const HtmlTable& table) {
    Html row;
    for (std::size_t i = 0; i < table.head.size(); ++i) {
        const std::string kind = is_header(i, table) ? "words" : "number";
        row += Html::element("th", {{"scope", "col"}, {"class", kind}}, Html::text(table.head[i]));
    }
    return Html::element("thead", Html::element("tr", row));
}

}  // namespace

Html Html::text(std::string_view plain) {
    Html html;
    html.markup_ = escaped(plain);
    return html;
}

Html Html::element(std::string_view name, Attributes attributes, const Html& content) {
    Html html;
    html.markup_ = fmt::format("{}{}</{}>", opening(name, attributes), content.markup_, name);
    return html;
}

Html Html::element(std::string_view name, const Html& content) {
    return element(name, {}, content);
}

Html Html::element(std::string_view name, std::string_view plain) {
    return element(name, {}, text(plain));
}

Html Html::lone(std::string_view name, Attributes attributes) {
    Html html;
    html.markup_ = opening(name, attributes);
    return html;
}

Html Html::picture(std::string_view svg) {
    Html html;
    html.markup_ = svg;
    return html;
}

Html Html::style_sheet(std::string_view css) {
    Html html;
    html.markup_ = fmt::format("<style>{}</style>", css);
    return html;
}

std::string Html::document(const Html& html) {
    return fmt::format("<!DOCTYPE html>\n{}\n", html.markup_);
}

Html& Html::operator+=(const Html& more) {
    markup_ += more.markup_;
    return *this;
}

Html& Html::line() {
    markup_ += '\n';
    return *this;
}

Html document_head(std::string_view title, std::string_view css) {
    constexpr std::string_view policy =
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
    Html html = Html::lone("meta", {{"charset", "utf-8"}});
    html += Html::lone(
        "meta", {{"http-equiv", "Content-Security-Policy"}, {"content", std::string(policy)}});
    html += Html::lone("meta",
                       {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
    html += Html::lone("meta", {{"name", "referrer"}, {"content", "no-referrer"}});
    html += Html::element("title", title);
    html += Html::style_sheet(css);
    return Html::element("head", html).line();
}

Html paragraph_of(std::string_view words, std::string_view kind) {
    if (kind.empty()) return Html::element("p", words);
    return Html::element("p", {{"class", std::string(kind)}}, Html::text(words));
}

Html html_table(const HtmlTable& table) {
    Html rows;
    for (const auto& row : table.rows) {
        Html cells;
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i == 0) {
                cells += Html::element("th", {{"scope", "row"}}, Html::text(row[i]));
            } else {
                cells += cell("td", row[i], is_header(i, table));
            }
        }
        rows += Html::element("tr", cells).line();
    }
    // The words of a caption stay in sight where the table is scrolled.
    Html content = Html::element("caption", Html::element("span", table.caption));
    content += head_row(table);
    content += Html::element("tbody", rows);
    // A short table is not split between two sheets of paper.
    constexpr std::size_t rows_of_short = 12;
    const std::string kind = table.rows.size() <= rows_of_short ? "wide short" : "wide";
    // What is wider than the screen is scrolled, with the keyboard as well.
    return Html::element("div",
                         {{"class", kind},
                          {"role", "region"},
                          {"aria-label", first_sentence(table.caption)},
                          {"tabindex", "0"}},
                         Html::element("table", {{"id", table.id}}, content))
        .line();
}

Html figure(const Html& chart, const Html& legend, std::string_view table_id,
            std::string_view table_name) {
    Html caption = Html::text("The numbers: ");
    caption += Html::element("a", {{"href", fmt::format("#{}", table_id)}}, Html::text(table_name));
    Html content = chart;
    content += legend;
    content += Html::element("figcaption", {{"class", "quiet"}}, caption);
    return Html::element("figure", content);
}

}  // namespace hipflow::report
