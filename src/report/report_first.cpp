// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "domain/names.h"
#include "report/page_words.h"
#include "report/report_page.h"
#include "report/stats_words.h"
#include "report/svg_calendar.h"
#include "text/utf8.h"

namespace hipflow::report {
namespace {

Html fact(std::string_view name, const std::string& words) {
    Html row = Html::element("dt", name);
    row += Html::element("dd", words);
    return row;
}

std::string person_words(const today::ReportValues& values) {
    std::vector<std::string> parts;
    if (values.person) parts.push_back(*values.person);
    if (values.first.person.experience) {
        parts.emplace_back(*values.first.person.experience == session::Experience::new_to_this
                               ? "new to exercise like this"
                               : "used to exercise like this");
    }
    return fmt::format("{}", fmt::join(parts, ", "));
}

std::string restriction_words(const today::PersonFacts& person) {
    if (!person.restrictions.empty())
        return fmt::format("{}", fmt::join(person.restrictions, "; "));
    return person.restrictions_told ? "none, as told" : "not told";
}

std::string program_line(const today::FollowedProgram& program, Day made) {
    std::string text = program.name;
    if (program.to) return text + ", " + page_span(program.from, *program.to, made);
    text += ", since " + page_day(program.from, made);
    if (program.week) text += fmt::format(", now in week {}", *program.week);
    return text;
}

/// What a row of the signs is about.
struct SignGroup {
    int order = 0;  // the most important first
    std::string what;
    std::string side;
    std::vector<Day> days;  // oldest first, each once
    int times = 0;
};

int sign_order(SymptomKind kind) {
    constexpr std::array by_weight = {
        SymptomKind::emergency, SymptomKind::saddle,   SymptomKind::weakness,
        SymptomKind::numbness,  SymptomKind::further,  SymptomKind::gave_way,
        SymptomKind::sharp,     SymptomKind::soreness, SymptomKind::clearance};
    const auto* const found = std::ranges::find(by_weight, kind);
    return static_cast<int>(found - by_weight.begin()) * 2;
}

void add_sign(std::vector<SignGroup>& groups, SignGroup sign) {
    auto group = std::ranges::find_if(groups, [&](const SignGroup& each) {
        return each.what == sign.what && each.side == sign.side;
    });
    if (group == groups.end()) {
        sign.times = 1;
        groups.push_back(std::move(sign));
        return;
    }
    ++group->times;
    if (group->days.back() != sign.days.front()) group->days.push_back(sign.days.front());
}

std::vector<SignGroup> sign_groups(const today::FirstPage& first) {
    std::vector<SignGroup> groups;
    const auto side_of = [](const std::optional<Side>& side) {
        return side ? std::string(word(*side)) : std::string("-");
    };
    for (const auto& sign : first.signs) {
        std::string what = capitalised(std::string(sign_words(sign.kind)));
        if (is_red_flag(sign.kind)) what = fmt::format("Red flag: {}", sign_words(sign.kind));
        add_sign(groups, {sign_order(sign.kind), what, side_of(sign.side), {sign.day}, 0});
    }
    for (const auto& score : first.severe) {
        add_sign(groups, {sign_order(SymptomKind::weakness) + 1,
                          fmt::format("Pain {} of 10", score.score.value()),
                          side_of(score.side),
                          {score.day},
                          0});
    }
    std::ranges::stable_sort(groups, {}, &SignGroup::order);
    return groups;
}

/// "12 Oct, 3 Oct, 1 Oct and 4 earlier".
std::string days_words(const std::vector<Day>& days, Day made) {
    constexpr std::size_t most = 3;
    std::vector<std::string> named;
    for (auto day = days.rbegin(); day != days.rend() && named.size() < most; ++day) {
        named.push_back(page_day(*day, made));
    }
    std::string text = fmt::format("{}", fmt::join(named, ", "));
    if (days.size() > most) text += fmt::format(" and {} earlier", days.size() - most);
    return text;
}

Html signs_part(const today::ReportValues& values) {
    HtmlTable table{"first-signs",
                    "As told, on which days, newest first.",
                    {"What", "Side", "Days", "Times"},
                    {},
                    {1, 2}};
    constexpr std::size_t most = 7;
    std::size_t more = 0;
    for (const auto& group : sign_groups(values.first)) {
        if (table.rows.size() == most) {
            ++more;
            continue;
        }
        table.rows.push_back({group.what, group.side, days_words(group.days, values.made),
                              fmt::format("{}", group.times)});
    }
    Html content;
    if (!table.rows.empty()) {
        content += html_table(table);
        if (more > 0) {
            content += paragraph_of(
                fmt::format("{} in the tables.", plural(more, "more is", "more are")), "quiet");
        }
    } else if (values.first.sessions_asked > 0) {
        content += paragraph_of(fmt::format("None told, in {} with the questions about pain.",
                                            plural(values.first.sessions_asked, "session")));
    } else {
        content += paragraph_of("Not asked: no session on these days had the questions.");
    }
    if (values.first.uncleared) {
        content += paragraph_of("A red flag has not been looked at yet, as far as was told.");
    }
    return first_part("Signs and symptoms", content);
}

std::string excuse_words(const Excuse& excuse, Day made) {
    std::string text = excuse.to_day ? page_span(excuse.from_day, *excuse.to_day, made)
                                     : "since " + page_day(excuse.from_day, made);
    std::vector<std::string> why;
    if (excuse.kind == ExcuseKind::paused) why.emplace_back("paused");
    if (excuse.kind == ExcuseKind::token) why.emplace_back("a skip of the program");
    if (excuse.reason) why.emplace_back(word(*excuse.reason));
    if (excuse.slot) why.push_back(*excuse.slot);
    return why.empty() ? text : fmt::format("{} ({})", text, fmt::join(why, ", "));
}

Html excuses_line(const today::ReportValues& values) {
    if (values.first.excuses.empty()) return {};
    constexpr std::size_t most = 6;
    std::vector<std::string> named;
    const auto& all = values.first.excuses;
    for (auto excuse = all.rbegin(); excuse != all.rend() && named.size() < most; ++excuse) {
        named.push_back(excuse_words(*excuse, values.made));
    }
    std::string text = fmt::format("Excused: {}", fmt::join(named, "; "));
    if (all.size() > most) text += fmt::format("; and {} earlier", all.size() - most);
    return paragraph_of(text + '.');
}

/// `of`: whose plan it is; empty for the plan without a name.
Html plan_lines(const std::string& of, const schedule::Adherence& plan) {
    if (plan.planned() == 0) {
        return paragraph_of(fmt::format("Nothing of the plan{} was due on these days.", of));
    }
    Html html = paragraph_of(fmt::format("{} of {} planned{} kept, {:.0f} %", plan.kept,
                                         plan.planned(), of, 100.0 * plan.kept / plan.planned()),
                             "figure");
    std::string text;
    if (const auto interval = plan.interval()) {
        text = fmt::format("Likely range: {:.0f} to {:.0f} % (95 %, Wilson).", interval->low * 100,
                           interval->high * 100);
    }
    const std::array<std::pair<int, std::string_view>, 5> beside = {{
        {plan.partial, "done in part"},
        {plan.missed, "missed"},
        {plan.excused + plan.paused, "excused"},
        {plan.pending, "still open"},
        {plan.extra, "more than planned"},
    }};
    std::vector<std::string> counts;
    for (const auto& [count, name] : beside) {
        if (count > 0) counts.push_back(fmt::format("{} {}", count, name));
    }
    if (!counts.empty()) {
        text += fmt::format("{}{}.", text.empty() ? "" : " ",
                            capitalised(fmt::format("{}", fmt::join(counts, ", "))));
    }
    if (!text.empty()) html += paragraph_of(text);
    return html;
}

Html keeping_part(const today::ReportValues& values) {
    const DayTotals sums = stats::summed(values.days);
    Html content;
    for (const auto& plan : values.plans) {
        content += plan_lines(plan.unnamed() ? "" : " of " + plan.name, plan.days);
    }
    const auto& marks = values.first.calendar;
    const bool any = std::ranges::any_of(
        marks, [](schedule::DayMark mark) { return mark != schedule::DayMark::blank; });
    if (any) {
        Html drawing = calendar_drawing("Calendar, a mark for each day", values.first.calendar_from,
                                        marks, values.week_starts);
        drawing += calendar_key(marks);
        content += Html::element("div", {{"class", "plan"}}, drawing);
    }
    content += excuses_line(values);
    std::string work =
        fmt::format("{}, {} on the clock, {} of work", plural(sums.sessions, "session"),
                    work_words(sums.active), work_words(sums.done));
    if (stats::work_share(sums)) {
        work +=
            fmt::format(": {} of what was planned in them", share_words(sums.done, sums.planned));
    }
    if (values.plans.empty())
        work += fmt::format("; {} of them {} as kept, without a plan", sums.kept,
                            sums.kept == 1 ? "counts" : "count");
    content += paragraph_of(work + '.');
    return first_part("Keeping at it", content);
}

Html notes_part(const today::ReportValues& values) {
    constexpr std::size_t most = 3;
    constexpr std::size_t longest = 110;
    std::set<std::string> seen;
    Html items;
    for (const auto& note : values.first.notes) {
        if (seen.size() == most) break;
        if (!seen.insert(note.text).second) continue;
        items += Html::element("li", fmt::format("{}: {}", page_day(note.day, values.made),
                                                 shown(note.text, longest)));
    }
    if (items.empty()) return first_part("Own notes", paragraph_of("None written."));
    return first_part("Own notes", Html::element("ul", items));
}

Html questions_part(const today::ReportValues& values) {
    Html items;
    for (const auto& question : questions_of(values)) items += Html::element("li", question);
    Html content = Html::element("ul", items);
    Html lines;
    for (int i = 0; i < 2; ++i) lines += Html::element("div", {{"class", "line-to-write"}}, Html());
    content += Html::element("div", {{"class", "to-write"}, {"aria-hidden", "true"}}, lines);
    return first_part("Questions to ask", content, "whole");
}

}  // namespace

Html first_part(std::string_view title, const Html& content, std::string_view kind) {
    Html whole = Html::element("h2", title);
    whole += content;
    return Html::element("section",
                         {{"class", kind.empty() ? "card" : fmt::format("card {}", kind)}}, whole)
        .line();
}

Html person_facts(const today::ReportValues& values) {
    const today::PersonFacts& person = values.first.person;
    Html facts;
    if (const std::string words = person_words(values); !words.empty()) {
        facts += fact("Person", capitalised(words));
    }
    facts += fact("Restrictions", restriction_words(person));
    if (!person.avoided.empty()) {
        facts += fact("Exercises avoided", fmt::format("{}", fmt::join(person.avoided, ", ")));
    }
    std::vector<std::string> programs;
    programs.reserve(person.programs.size());
    for (const auto& program : person.programs) {
        programs.push_back(program_line(program, values.made));
    }
    facts += fact("Program", programs.empty() ? "none on these days"
                                              : fmt::format("{}", fmt::join(programs, "; ")));
    return Html::element("dl", {{"class", "facts"}}, facts).line();
}

Html first_page(const today::ReportValues& values) {
    Html parts = signs_part(values);
    parts += keeping_part(values);
    parts += pain_part(values);
    parts += function_part(values);
    parts += rotation_part(values);
    parts += hurting_part(values);
    parts += notes_part(values);
    parts += questions_part(values);
    return Html::element("div", {{"class", "cards"}}, parts).line();
}

}  // namespace hipflow::report
