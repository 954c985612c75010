// SPDX-License-Identifier: MIT
#include "figure/movement.h"
#include "figure/svg.h"
#include "report/report_page.h"

namespace hipflow::report {
namespace {

/// Where an exercise begins, and where it leads: one picture beside the other. The words are in
/// each of them, and are read aloud once.
Html movement_item(const today::DrawnExercise& exercise) {
    const figure::Movement movement(exercise.figure);
    const figure::SvgLook look{.side = exercise.side, .in_page = true};
    Html pictures;
    bool is_first = true;
    for (const double share : figure::key_shares(exercise.figure)) {
        const Html picture = Html::picture(figure::svg_of(movement, share, look));
        pictures += is_first ? Html::element("div", picture)
                             : Html::element("div", {{"aria-hidden", "true"}}, picture);
        is_first = false;
    }
    Html item = Html::element("h3", exercise.name);
    item += Html::element("div", {{"class", "poses"}}, pictures);
    return Html::element("li", item).line();
}

}  // namespace

Html movements_section(const today::ReportValues& values) {
    Html items;
    for (const auto& exercise : values.drawn) items += movement_item(exercise);
    if (items.empty()) return {};
    Html content = Html::element("h2", "What the exercises look like");
    content += paragraph_of(
        "Where each begins, and where it leads. What moves is green; an exercise with two "
        "sides is drawn for one of them.",
        "quiet");
    content += Html::element("ul", {{"class", "movements"}}, items);
    return Html::element("section", content).line();
}

}  // namespace hipflow::report
