// SPDX-License-Identifier: MIT
#include "commands/option_words.h"

#include <set>

namespace hipflow {
namespace {

/// "0-10" of "0-10:INT in [0 - 10]", which says it twice; all of "SIDE:{left,right,both}".
std::string value_words(const std::string& type) {
    const auto colon = type.find(':');
    if (colon == std::string::npos || type.find('{', colon) == colon + 1) return type;
    return type.substr(0, colon);
}

std::string names(const std::string& title, const std::set<CLI::Option*>& options) {
    std::set<std::string> sorted;
    for (const CLI::Option* option : options) sorted.insert(option->get_name());
    std::string text;
    for (const auto& name : sorted) text += (text.empty() ? title : ", ") + name;
    return text;
}

}  // namespace

std::string OptionWords::make_option_opts(const CLI::Option* option) const {
    std::string text;
    if (option->get_type_size() != 0) text += ' ' + value_words(option->get_type_name());
    if (option->get_expected_max() == CLI::detail::expected_max_vector_size) text += " ...";
    text += names(" with ", option->get_needs());
    text += names(" not with ", option->get_excludes());
    return text;
}

}  // namespace hipflow
