// SPDX-License-Identifier: MIT
#include "report/care_text.h"

#include <fmt/format.h>

#include <vector>

#include "coach/allowed.h"
#include "coach/safety.h"
#include "text/layout.h"

namespace hipflow::report {
namespace {

std::string limit_rows(const std::vector<today::Limit>& limits, bool named, int columns) {
    std::vector<std::vector<std::string>> rows;
    rows.reserve(limits.size());
    for (const auto& limit : limits) {
        rows.push_back({"  " + limit.id, named ? today::restriction_name(limit.id) : "",
                        today::limit_origin(limit)});
    }
    return table(rows, {{Align::left}, {Align::left}, {Align::left, 1, true}}, columns);
}

}  // namespace

std::string me_text(const today::Me& me, const RestrictionTable& table, const Style& style) {
    const today::LeftOut& limits = me.limits;
    std::string text;
    if (!limits.restrictions.empty()) {
        text += coach::left_out_words(today::ids_of(limits.restrictions), table) + '\n';
        text += limit_rows(limits.restrictions, true, style.columns);
    } else if (limits.restrictions_place) {
        text += fmt::format("No restrictions, as set in the settings ({}).\n",
                            *limits.restrictions_place);
    } else if (limits.restrictions_at) {
        text += "No restrictions: you answered that none in the list applies.\n";
    } else {
        text += "No restrictions named yet. 'hipflow me ask' goes through the list.\n";
    }
    if (!limits.avoided.empty()) {
        text += "Avoided exercises:\n" + limit_rows(limits.avoided, false, style.columns);
    }
    if (!me.left_out.empty()) {
        text += paragraph(fmt::format("This keeps {} of {} exercises out of your sessions; "
                                      "'hipflow exercise list' shows which, and why.",
                                      me.left_out.size(), me.exercises),
                          style.columns);
    }
    if (limits.restrictions_place) return text;
    text += paragraph(
        "To change it: 'hipflow me restrict NAME', 'hipflow me allow NAME', or 'hipflow me ask'.",
        style.columns);
    return text;
}

std::string safety_text(std::string_view number, const CareWords& words, const Style& style) {
    const int columns = style.columns;
    std::string text = paragraph(words.say(Care::about), columns) + '\n';
    for (const auto& list : coach::safety_lists(number, words)) {
        text += style.heading(paragraph(list.heading, columns));
        for (const auto& item : list.items) text += labelled("  - ", item, columns);
        text += '\n';
    }
    return text + paragraph(words.say(Care::ask_first), columns) + '\n' +
           paragraph(words.say(Care::in_doubt), columns);
}

}  // namespace hipflow::report
