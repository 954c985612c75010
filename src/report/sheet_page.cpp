// SPDX-License-Identifier: MIT
#include "report/sheet_page.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <utility>

#include "coach/safety.h"
#include "domain/names.h"
#include "figure/movement.h"
#include "figure/svg.h"
#include "report/html.h"
#include "report/page_words.h"

namespace hipflow::report {
namespace {

constexpr std::string_view page_language = "en";

/// Texts in their own language, which a voice has to know.
Html in_language(std::string_view name, const std::string& words, const std::string& language) {
    if (language == page_language) return Html::element(name, words);
    return Html::element(name, {{"lang", language}}, Html::text(words));
}

/// Adds sentences; those in another language than the page's are marked.
void add_phrase(Html& html, const Phrase& phrase, std::string_view after) {
    html += phrase.language == page_language ? Html::text(phrase.text)
                                             : in_language("span", phrase.text, phrase.language);
    html += Html::text(after);
}

std::string drawn(const figure::Movement& movement, double share, Side side) {
    return figure::svg_of(movement, share, {.side = side, .in_page = true});
}

/// Where an exercise begins and where it leads. The words are in each picture, and are read aloud
/// once.
Html poses(const today::SheetExercise& exercise, Figure figure) {
    if (figure.text.empty()) figure.text = exercise.name.text;
    const figure::Movement movement(figure);
    const double end = furthest_share(figure);
    Html pictures = Html::element("div", Html::picture(drawn(movement, 0, exercise.side)));
    pictures += Html::element("div", {{"aria-hidden", "true"}},
                              Html::picture(drawn(movement, end, exercise.side)));
    return Html::element("div", {{"class", "poses"}}, pictures).line();
}

/// "1. Lying figure-4   hold 30 s per side; with 2 kg"
Html name_and_amount(const SheetStep& step, std::string_view heading) {
    Html name = Html::text(fmt::format("{}. ", step.number));
    add_phrase(name, step.exercise->name, "");
    Html amount = Html::element("strong", step.line.amount);
    for (const auto& detail : step.line.details) amount += Html::text("; " + detail);
    if (step.told_at != step.number) {
        amount += Html::text(fmt::format("; see number {}", step.told_at));
    }
    Html top = Html::element(heading, name);
    top += Html::element("p", {{"class", "amount"}}, amount);
    return Html::element("div", {{"class", "top"}}, top).line();
}

Html how_it_goes(const today::SheetExercise& exercise, const SheetFit& fit) {
    Html how;
    for (const auto& phrase : exercise.start) add_phrase(how, phrase, " ");
    for (const auto& phrase : exercise.movement) add_phrase(how, phrase, " ");
    if (exercise.other_side) how += Html::text(fmt::format("{} ", other_side));
    if (fit.feel && !exercise.feel.text.empty()) {
        how += Html::element("b", "Feel:");
        how += Html::text(" ");
        add_phrase(how, exercise.feel, "");
    }
    return how.empty() ? how : Html::element("p", {{"class", "how"}}, how).line();
}

Html what_to_avoid(const today::SheetExercise& exercise, std::size_t most) {
    const std::size_t count = std::min(exercise.avoid.size(), most);
    if (count == 0) return {};
    Html avoid = Html::element("b", "Look out for:");
    avoid += Html::text(" ");
    for (std::size_t i = 0; i < count; ++i) {
        add_phrase(avoid, exercise.avoid[i], i + 1 < count ? "; " : ".");
    }
    return Html::element("p", {{"class", "avoid"}}, avoid).line();
}

Html step_section(const SheetStep& step, std::string_view heading, const SheetFit& fit) {
    Html content = name_and_amount(step, heading);
    const bool is_told = step.told_at == step.number;
    const auto& figure = step.exercise->figure;
    const bool has_picture = is_told && figure;
    if (is_told && figure) content += poses(*step.exercise, *figure);
    if (is_told) {
        Html words = how_it_goes(*step.exercise, fit);
        words += what_to_avoid(*step.exercise, fit.avoid);
        content += Html::element("div", {{"class", "words"}}, words).line();
    }
    const std::string kind = has_picture ? "exercise with-figure" : "exercise";
    return Html::element("section", {{"class", kind}}, content).line();
}

/// The title again, where the second page begins; else nothing.
Html next_page(const today::SheetValues& values, const SheetFit& fit, std::size_t step) {
    if (fit.second_page == 0 || fit.second_page != step) return {};
    return Html::element("p", {{"class", "next"}, {"aria-hidden", "true"}},
                         Html::text(values.name + ", page 2"))
        .line();
}

/// All exercises; those of a block in a frame below what is said of its rounds.
Html exercises(const today::SheetValues& values, const std::vector<SheetStep>& steps,
               const SheetFit& fit) {
    Html content;
    for (std::size_t i = 0; i < steps.size();) {
        const int block = steps[i].line.block;
        content += next_page(values, fit, i);
        if (steps[i].line.rounds.empty()) {
            content += step_section(steps[i++], "h2", fit);
            continue;
        }
        Html rounds = Html::element("h2", steps[i].line.rounds + ":").line();
        rounds += step_section(steps[i++], "h3", fit);
        while (i < steps.size() && steps[i].line.block == block && steps[i].line.rounds.empty()) {
            rounds += next_page(values, fit, i);
            rounds += step_section(steps[i++], "h3", fit);
        }
        content += Html::element("section", {{"class", "block"}}, rounds).line();
    }
    return Html::element("div", {{"class", "exercises"}}, content).line();
}

/// "12 min"; under a minute, "40 s".
std::string about_minutes(Millis total) {
    if (total < std::chrono::minutes(1)) return spell_duration(total);
    return spell_duration(std::chrono::round<std::chrono::minutes>(total));
}

/// A line to write on.
Html blank() { return Html::element("span", {{"class", "blank"}}, Html::text("\u00a0")); }

Html heading(const today::SheetValues& values, const std::vector<SheetStep>& steps) {
    Html top = Html::element("h1", values.name);
    Html hand = Html::text("Name ");
    hand += blank();
    hand += Html::text(" begun on ");
    hand += blank();
    top += Html::element("p", {{"class", "hand"}}, hand);
    Html html = Html::element("div", {{"class", "title"}}, top).line();
    std::string about = values.summary;
    if (!about.empty() && !about.ends_with('.')) about += '.';
    if (!about.empty()) about += ' ';
    about += fmt::format("About {}.", about_minutes(values.total));
    if (!values.needs.empty()) {
        about += fmt::format(" You need: {}.", fmt::join(values.needs, ", "));
    }
    html += paragraph_of(about).line();
    html += in_language("p", values.care.say(Care::ask_first), values.care.language).line();
    for (const auto& shared : shared_words(values, steps)) {
        Html words = Html::element("b", shared.where);
        words += Html::text(" ");
        add_phrase(words, shared.what, ".");
        html += Html::element("p", words).line();
    }
    return Html::element("header", html).line();
}

/// Four weeks to tick.
Html ticks(std::chrono::weekday first) {
    constexpr int weeks = 4;
    Html head = Html::element("td", Html());
    for (int i = 0; i < 7; ++i) {
        head += Html::element("th", {{"scope", "col"}},
                              Html::text(short_weekday(first + std::chrono::days(i))));
    }
    Html rows;
    for (int week = 1; week <= weeks; ++week) {
        Html cells =
            Html::element("th", {{"scope", "row"}}, Html::text(fmt::format("Week {}", week)));
        for (int i = 0; i < 7; ++i) cells += Html::element("td", Html());
        rows += Html::element("tr", cells).line();
    }
    Html table = Html::element("caption", "Tick each day on which you did it.");
    table += Html::element("thead", Html::element("tr", head));
    table += Html::element("tbody", rows);
    return Html::element("div", {{"class", "ticks"}}, Html::element("table", table)).line();
}

Html stop_list(const coach::SafetyList& list) {
    Html items;
    for (const auto& sign : list.items) items += Html::element("li", sign);
    Html content = Html::element("h2", list.heading);
    content += Html::element("ul", items);
    return content;
}

/// When to stop, and when to get help, in the words of the table of care.
Html care_section(const today::SheetValues& values, coach::Tier tier) {
    Html content;
    if (tier == coach::Tier::session) {
        content = stop_list(stops_of(values));
    } else {
        const auto lists = coach::safety_lists(values.emergency_number, values.care);
        const auto list = std::ranges::find(lists, tier, &coach::SafetyList::tier);
        content = Html::element("h2", list->heading);
        content += paragraph_of(fmt::format("{}.", fmt::join(list->items, "; ")));
    }
    const std::string kind = tier == coach::Tier::session ? "stop" : "help";
    return Html::element("section", {{"class", kind}, {"lang", values.care.language}}, content)
        .line();
}

/// What the sheet does not have, and where it comes from.
Html end_note(const today::SheetValues& values, const SheetFit& fit) {
    std::string words = "The amounts are those that the routine begins with.";
    if (values.left_out > 0) {
        words += fmt::format(" {} left out for the person that it was made for.",
                             values.left_out == 1
                                 ? "1 exercise of the routine is"
                                 : fmt::format("{} exercises of the routine are", values.left_out));
    }
    if (values.replaced > 0) {
        words += values.replaced == 1
                     ? " 1 exercise stands in place of another."
                     : fmt::format(" {} exercises stand in place of others.", values.replaced);
    }
    const bool is_cut = std::ranges::any_of(
        values.exercises, [&](const auto& exercise) { return exercise.avoid.size() > fit.avoid; });
    if (is_cut) {
        words += " There is more to avoid than fits here: 'hipflow exercise show' has it all.";
    } else if (!fit.feel) {
        words += " 'hipflow exercise show' says what to feel as well.";
    }
    const std::chrono::year_month_day made(values.made);
    words += fmt::format(" Made with hipflow on {} {} from {}.", short_day(values.made),
                         static_cast<int>(made.year()), values.id);
    return Html::element("footer", paragraph_of(words)).line();
}

}  // namespace

std::vector<SheetStep> sheet_steps(const today::SheetValues& values) {
    std::vector<SheetStep> steps;
    for (auto& line : step_lines(values.session)) {
        const auto exercise = std::ranges::find_if(values.exercises, [&](const auto& told) {
            return std::ranges::find(told.steps, line.step) != told.steps.end();
        });
        if (exercise == values.exercises.end()) continue;
        SheetStep step{std::move(line), static_cast<int>(steps.size()) + 1, &*exercise, 1};
        const auto first = std::ranges::find(steps, step.exercise, &SheetStep::exercise);
        step.told_at = first == steps.end() ? step.number : first->number;
        steps.push_back(std::move(step));
    }
    return steps;
}

std::vector<SharedWords> shared_words(const today::SheetValues& values,
                                      const std::vector<SheetStep>& steps) {
    std::vector<SharedWords> all;
    for (const auto& [what, exercises] : values.shared) {
        std::vector<std::string> numbers;
        for (const auto& step : steps) {
            const auto index = static_cast<std::size_t>(step.exercise - values.exercises.data());
            const bool has_it = std::ranges::find(exercises, index) != exercises.end();
            if (has_it) numbers.push_back(fmt::format("{}", step.number));
        }
        const std::string where =
            numbers.size() == steps.size() ? "In all of them" : "In " + listed(numbers);
        all.push_back({where + ", look out for:", what});
    }
    return all;
}

coach::SafetyList stops_of(const today::SheetValues& values) {
    if (values.in_flare) return coach::flare_stops(values.care);
    const auto lists = coach::safety_lists(values.emergency_number, values.care);
    return *std::ranges::find(lists, coach::Tier::session, &coach::SafetyList::tier);
}

std::string sheet_page(const today::SheetValues& values) {
    const std::vector<SheetStep> steps = sheet_steps(values);
    const SheetFit fit = fit_of(values, steps);
    Html content = heading(values, steps);
    content += exercises(values, steps, fit);
    content += next_page(values, fit, steps.size());
    Html foot = ticks(values.week_starts);
    foot += care_section(values, coach::Tier::session);
    foot += care_section(values, coach::Tier::now);
    foot += end_note(values, fit);
    content += Html::element("div", {{"class", "foot"}}, foot).line();
    Html page = document_head(values.name, sheet_style());
    page += Html::element("body", Html::element("main", content));
    return Html::document(Html::element(
        "html",
        {{"lang", std::string(page_language)},
         {"class", fmt::format("{}{}", fit.is_tight() ? "tight" : "wide",
                               fit.columns > 1 ? " columns" : "")},
         {"style", fmt::format("--size: {:g}pt; --picture: {}mm", fit.points, fit.picture)}},
        page));
}

}  // namespace hipflow::report
