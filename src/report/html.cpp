// SPDX-License-Identifier: MIT
#include "report/html.h"

#include <fmt/format.h>

#include <limits>

#include "text/utf8.h"

namespace hipflow {
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

}  // namespace hipflow
