// SPDX-License-Identifier: MIT
#include "catalog/node_words.h"

#include <fmt/format.h>

#include <cstdint>

#include "text/utf8.h"

namespace hipflow {
namespace {

struct Words {
    std::string operator()(const std::string& text) const {
        return fmt::format("\"{}\"", shown(text));
    }
    std::string operator()(std::int64_t number) const {
        return fmt::format("{} (integer)", number);
    }
    std::string operator()(double number) const {
        return fmt::format("{:#} (decimal number)", number);
    }
    std::string operator()(bool flag) const { return fmt::format("{} (without quotes)", flag); }
    std::string operator()(DateOrTime /*unused*/) const { return "a date or a time"; }
    std::string operator()(const List& /*unused*/) const { return "a list"; }
    std::string operator()(const Table& /*unused*/) const { return "a table"; }
};

}  // namespace

std::string node_words(const Node& node) { return std::visit(Words{}, node.value); }

}  // namespace hipflow
