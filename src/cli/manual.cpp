// SPDX-License-Identifier: MIT
#include "cli/manual.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <vector>

#include "cli/tree.h"
#include "text/layout.h"

namespace hipflow::cli {
namespace {

constexpr int page_width = 80;
constexpr std::string_view heading_mark = ".Ss ";
constexpr std::string_view list_begin = ".Bl -tag -width Ds\n";
constexpr std::string_view list_end = ".El\n";
constexpr std::string_view item_mark = ".It ";

/// The parts of one command's section that are written by hand.
struct Written {
    std::string prose;                         // below the synopsis
    std::map<std::string, std::string> items;  // by their first lines
};

/// Returns what stands before the mark, and takes it and the mark away.
std::string_view taken_up_to(std::string_view& text, std::string_view mark) {
    const auto at = std::min(text.find(mark), text.size());
    const std::string_view before = text.substr(0, at);
    text.remove_prefix(std::min(at + mark.size(), text.size()));
    return before;
}

Written written_of(std::string_view section) {
    Written written;
    taken_up_to(section, ".Ed\n.Pp\n");
    written.prose = taken_up_to(section, list_begin);
    std::string_view list = taken_up_to(section, "\n.El\n");
    taken_up_to(list, item_mark);
    while (!list.empty()) {
        std::string_view item = taken_up_to(list, "\n.It ");
        const std::string_view first_line = taken_up_to(item, "\n");
        written.items[std::string(first_line)] = fmt::format("{}\n", item);
    }
    return written;
}

/// The same of all commands, by their names.
std::map<std::string, Written> written_on(std::string_view page) {
    std::map<std::string, Written> all;
    if (page.ends_with('\n')) page.remove_suffix(1);
    taken_up_to(page, heading_mark);
    while (!page.empty()) {
        std::string_view section = taken_up_to(page, "\n.Ss ");
        const std::string_view name = taken_up_to(section, "\n");
        all[std::string(name)] = written_of(fmt::format("{}\n", section));
    }
    return all;
}

/// A sentence, in lines that mdoc takes as text.
std::string sentence(std::string text) {
    if (!text.ends_with('.')) text += '.';
    std::string lines;
    for (const auto& line : wrapped(text, page_width)) {
        const bool looks_like_macro = line.starts_with('.') || line.starts_with('\'');
        lines += fmt::format("{}{}\n", looks_like_macro ? "\\&" : "", line);
    }
    return lines;
}

/// "One of a, b.", for a value that is one of few words.
std::string choice(const OptionSpec& option) {
    if (option.words.empty()) return "";
    std::string text = "One of\n";
    for (const auto& word : option.words) {
        text += fmt::format(".Ql {} {}\n", word, word == option.words.back() ? '.' : ',');
    }
    return text;
}

std::string item_name(const OptionSpec& option) {
    if (option.is_argument()) return "Ar " + option.name();
    std::string name;
    for (const auto& each : option.names) {
        name += fmt::format("{}Fl {}", name.empty() ? "" : " , ", each.substr(1));
    }
    if (option.takes_value) name += fmt::format(" Ar {}", option.value_name);
    return name;
}

bool is_help(const OptionSpec& option) { return option.is_called("--help"); }

std::string synopsis(const CommandNode& node) {
    std::string line = fmt::format(".Nm {}", full_name(&node));
    std::string arguments;
    bool has_options = false;
    for (const auto& option : node.options) {
        if (!option.is_argument()) {
            has_options = has_options || !is_help(option);
            continue;
        }
        const std::string name =
            fmt::format("Ar {}{}", option.name(), option.repeatable ? " ..." : "");
        arguments += option.required ? fmt::format(" {}", name) : fmt::format(" Oo {} Oc", name);
    }
    return fmt::format("{}{}{}\n", line, has_options ? " Oo Ar options Oc" : "", arguments);
}

/// Makes the entry of an option, and keeps what the page adds to it.
std::string item(const OptionSpec& option, const Written& written) {
    const std::string name = item_name(option);
    const std::string made = sentence(std::string(option.meaning)) + choice(option);
    const auto known = written.items.find(name);
    const bool continued = known != written.items.end() && known->second.starts_with(made);
    return fmt::format("{}{}\n{}", item_mark, name, continued ? known->second : made);
}

std::string section(const CommandNode& node, const Written& written) {
    std::string text = fmt::format("{}{}\n.Bd -ragged -compact\n{}.Ed\n.Pp\n", heading_mark,
                                   full_name(&node), synopsis(node));
    text += written.prose.empty() ? sentence(std::string(node.command->summary)) : written.prose;
    std::string items;
    for (const bool arguments : {true, false}) {
        for (const auto& option : node.options) {
            if (is_help(option) || option.is_argument() != arguments) continue;
            items += item(option, written);
        }
    }
    if (!items.empty()) text += fmt::format("{}{}{}", list_begin, items, list_end);
    return text;
}

/// The sections of a command and of its parts.
void add_sections(const CommandNode& node, const std::map<std::string, Written>& written,
                  std::string& text) {
    if (node.action) {
        const auto known = written.find(full_name(&node));
        text += section(node, known == written.end() ? Written{} : known->second);
    }
    for (const auto& part : node.parts) add_sections(*part, written, text);
}

}  // namespace

std::string manual_of_commands(const Command& program, std::string_view page) {
    std::vector<std::string> all;
    for (const Command* command : program.parts) all.emplace_back(command->name);
    GlobalOptions options;
    const auto tree = tree_of(program, all, options);
    const auto written = written_on(page);
    std::string text;
    for (const auto& part : tree->parts) add_sections(*part, written, text);
    return text;
}

}  // namespace hipflow::cli
