// SPDX-License-Identifier: MIT
#include "report/library_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <utility>
#include <vector>

#include "coach/guidance.h"
#include "coach/prescribe_words.h"
#include "domain/dose.h"
#include "domain/names.h"
#include "domain/spoken_exercise.h"
#include "text/layout.h"

namespace hipflow::report {
namespace {

std::string joined(const std::vector<std::string>& parts) {
    std::string text;
    for (const auto& part : parts) text += text.empty() ? part : ", " + part;
    return text;
}

std::string sides_words(Sides sides) {
    switch (sides) {
        case Sides::each:
            return "one side after the other";
        case Sides::both:
            return "both sides at once";
        case Sides::alternate:
            return "sides in turn";
    }
    return {};
}

std::string_view view_words(View view) {
    switch (view) {
        case View::screen:
            return "the screen can be seen";
        case View::ceiling:
            return "the ceiling";
        case View::none:
            return "nothing";
    }
    return {};
}

/// "label  text", the text wrapped beside the label.
std::string field(std::string_view label, std::string_view text, const Style& style) {
    constexpr int label_columns = 10;
    if (text.empty()) return {};
    return labelled(style.heading(padded(label, label_columns)), text, style.columns);
}

std::string bullets(std::string_view label, const std::vector<std::string>& lines,
                    const Style& style) {
    std::string text;
    for (const auto& line : lines) text += field(text.empty() ? label : "", line, style);
    return text;
}

/// "1. hip-rotation-seated (gentle)", with the exercise itself marked.
std::vector<std::string> ladder_lines(const std::string& id, const std::vector<Exercise>& ladder) {
    std::vector<std::string> lines;
    lines.reserve(ladder.size());
    for (const auto& rung : ladder) {
        lines.push_back(fmt::format("{}. {} ({}){}", lines.size() + 1, rung.id,
                                    level_words(rung.level), rung.id == id ? ", this one" : ""));
    }
    return lines;
}

/// Everything that has to be at hand, once each.
std::string needs_words(const Prescription& prescription) {
    std::vector<std::string> needs;
    for (const auto& step : prescription.steps) {
        for (const auto& thing : step.work.exercise.needs) {
            if (std::find(needs.begin(), needs.end(), thing) == needs.end()) needs.push_back(thing);
        }
    }
    return joined(needs);
}

std::string frames_table(const Figure& figure, int columns) {
    std::vector<std::vector<std::string>> rows;
    rows.reserve(figure.frames.size());
    for (const auto& frame : figure.frames) {
        rows.push_back({fmt::format("{} %", std::lround(100 * frame.share)),
                        figure.poses.at(frame.pose).name});
    }
    return table(rows, {{Align::right}, {}}, columns);
}

/// A row of a joint: its name, and its angles with their names.
using JointRow = std::vector<std::string>;

JointRow joint_row(std::string_view joint,
                   std::initializer_list<std::pair<std::string_view, double>> angles) {
    JointRow row = {"", std::string(joint)};
    for (const auto& [name, degrees] : angles) {
        row.push_back(fmt::format("{} {:.0f}", name, degrees));
    }
    return row;
}

JointRow ball_row(std::string_view joint, const BallAngles& angles) {
    return joint_row(joint, {{"flex", angles.flex}, {"abd", angles.abd}, {"rot", angles.rot}});
}

JointRow spine_row(std::string_view joint, const SpineAngles& angles) {
    return joint_row(joint, {{"flex", angles.flex}, {"bend", angles.bend}, {"rot", angles.rot}});
}

JointRow ankle_row(std::string_view joint, const AnkleAngle& ankle) {
    if (ankle.flat > 0) return {"", std::string(joint), "flat"};
    return joint_row(joint, {{"up", ankle.degrees}});
}

void add_reach(std::string& text, std::string_view limb, const std::optional<Reach>& reach) {
    if (!reach) return;
    std::string to(word(reach->target));
    if (reach->side) to += fmt::format(", {}", word(*reach->side));
    if (const auto& place = reach->place) {
        to = fmt::format("{:.2f} {:.2f} {:.2f}", place->x, place->y, place->z);
    }
    if (to.empty()) to = "nowhere";
    constexpr std::size_t joint_width = 10;  // "shoulder_l"
    text += fmt::format("  {:<{}}  reaches {}\n", limb, joint_width, to);
}

std::string joints_table(const Pose& pose, int columns) {
    const Angles& angles = pose.angles;
    const auto& [tilt, list, turn] = angles.pelvis;
    std::string text = table(
        {
            joint_row("pelvis", {{"tilt", tilt}, {"list", list}, {"turn", turn}}),
            spine_row("lumbar", angles.lumbar),
            spine_row("thoracic", angles.thoracic),
            spine_row("neck", angles.neck),
            ball_row("hip_l", angles.hip.left),
            ball_row("hip_r", angles.hip.right),
            joint_row("knee_l", {{"flex", angles.knee.left}}),
            joint_row("knee_r", {{"flex", angles.knee.right}}),
            ankle_row("ankle_l", angles.ankle.left),
            ankle_row("ankle_r", angles.ankle.right),
            ball_row("shoulder_l", angles.shoulder.left),
            ball_row("shoulder_r", angles.shoulder.right),
            joint_row("elbow_l", {{"flex", angles.elbow.left}}),
            joint_row("elbow_r", {{"flex", angles.elbow.right}}),
            joint_row("wrist_l", {{"flex", angles.wrist.left}}),
            joint_row("wrist_r", {{"flex", angles.wrist.right}}),
        },
        {{}, {}, {}, {}, {}}, columns);
    add_reach(text, "hand_l", pose.hand.left);
    add_reach(text, "hand_r", pose.hand.right);
    add_reach(text, "foot_l", pose.foot.left);
    add_reach(text, "foot_r", pose.foot.right);
    return text;
}

}  // namespace

std::string level_words(int level) {
    switch (level) {
        case 1:
            return "gentle";
        case 2:
            return "standard";
        default:
            return "strong";
    }
}

std::string total_text(const session::Timeline& timeline, bool verbose) {
    std::string text = fmt::format("{}, of which {} is work", spell_duration(timeline.total),
                                   spell_duration(timeline.work));
    if (verbose && timeline.lengthened >= std::chrono::seconds(1)) {
        text += fmt::format(" and {} was added to gaps so that the words fit",
                            spell_duration(timeline.lengthened));
    }
    return text;
}

std::string total_text(const Prescription& session, const session::Timeline& timeline,
                       std::optional<Millis> once_known, bool verbose) {
    if (!once_known) return total_text(timeline, verbose);
    const std::string_view what =
        coach::explains_everything(session) ? "everything" : "what is new";
    const std::string work = spell_duration(timeline.work);
    if (*once_known < std::chrono::minutes(1)) {
        const std::string total = spell_duration(timeline.total);
        const std::string known = spell_duration(*once_known);
        if (total == known || timeline.total < *once_known) return total_text(timeline, verbose);
        return fmt::format("{} with {} explained ({} once you know it), of which {} is work", total,
                           what, known, work);
    }
    const auto minutes = std::chrono::round<std::chrono::minutes>(timeline.total).count();
    const auto known = std::chrono::round<std::chrono::minutes>(*once_known).count();
    if (minutes <= known) return total_text(timeline, verbose);
    return fmt::format("{} min with {} explained ({} once you know it), of which {} is work",
                       minutes, what, known, work);
}

std::string routine_text(const Routine& routine, const today::RoutineToday& today,
                         const Style& style, bool verbose) {
    const Prescription& prescription = today.session;
    std::string text = style.heading(routine.name) + '\n';
    if (!routine.summary.empty()) text += paragraph(routine.summary, style.columns);
    text += fmt::format("{}{}\n\n", level_words(routine.level),
                        routine.counts ? "" : "; does not count towards the plan");
    text += steps_text(prescription, style.columns);
    const std::string needs = needs_words(prescription);
    if (!needs.empty())
        text += '\n' + paragraph(fmt::format("You need: {}.", needs), style.columns);
    text +=
        '\n' +
        paragraph(total_text(prescription, today.timeline, today.total_once_known, verbose) + ".",
                  style.columns);
    for (const auto& reason : all_reasons(prescription)) text += paragraph(reason, style.columns);
    for (const auto& words : today.waiting) text += paragraph(words, style.columns);
    return text;
}

std::string routine_list_text(const std::vector<today::ListedRoutine>& all, const Style& style) {
    std::vector<std::vector<std::string>> rows;
    rows.reserve(all.size());
    for (const auto& listed : all) {
        rows.push_back({listed.entry->id,
                        listed.total ? spell_duration(*listed.total) : "not for you",
                        level_words(listed.level), fmt::format("{}", fmt::join(listed.needs, ", ")),
                        today::origin_words(*listed.entry)});
    }
    const auto lines = table_rows(rows,
                                  {{Align::left},
                                   {Align::right},
                                   {Align::left, 3},
                                   {Align::left, 2, true},
                                   {Align::left, 1, true}},
                                  style.columns);
    std::string text;
    for (std::size_t i = 0; i < all.size(); ++i) {
        text += lines[i];
        std::string summary = all[i].summary;
        if (all[i].too_little) {
            summary +=
                fmt::format("{}Too little of it is left for you.", summary.empty() ? "" : " ");
        }
        if (!summary.empty()) text += "    " + paragraph(summary, style.columns, 4);
    }
    const bool lacking = std::ranges::any_of(
        all, [](const today::ListedRoutine& listed) { return listed.too_little || !listed.total; });
    if (lacking) text += '\n' + paragraph(coach::ask_somebody, style.columns);
    return text;
}

std::string checked_text(const today::CheckedRoutine& checked) {
    return fmt::format("{}: {}, {}\n", checked.name, plural(checked.steps, "step"),
                       spell_duration(checked.total));
}

std::string checked_text(const today::CheckedExercise& checked) {
    if (checked.warnings.empty()) return fmt::format("{}: no faults\n", checked.name);
    return fmt::format("{}: no faults, {}\n", checked.name,
                       plural(checked.warnings.size(), "warning"));
}

std::string exercise_text(const ExercisePage& page, const Style& style) {
    const Exercise& exercise = page.exercise;
    std::string text = style.heading(paragraph(exercise.name, style.columns));
    const std::string on = exercise.on ? fmt::format(" on the {}", word(*exercise.on)) : "";
    text += paragraph(fmt::format("{}; {}{}; {}", level_words(exercise.level),
                                  word(exercise.position), on, sides_words(exercise.sides)),
                      style.columns) +
            '\n';
    text += field("target", joined(exercise.target), style);
    text += field("needs", joined(exercise.needs), style);
    text += field("spoken", exercise.say, style);
    text += field("view", view_words(exercise.view), style);
    text += field("start", joined(exercise.start), style);
    text += field("in brief", exercise.brief, style);
    std::vector<std::string> numbered;
    numbered.reserve(exercise.instructions.size() + exercise.phases.size() + 1);
    for (const auto& sentence : exercise.instructions) {
        numbered.push_back(fmt::format("{}. {}", numbered.size() + 1, sentence.say));
    }
    for (const auto& phase : exercise.phases) {
        numbered.push_back(fmt::format("{}. {} ({})", numbered.size() + 1,
                                       phase.say.empty() ? phase.beat : phase.say,
                                       spell_duration(phase.time)));
    }
    if (page.one_side) numbered.emplace_back(other_side);
    text += bullets("do", numbered, style);
    text += bullets("cues", exercise.cues, style);
    text += bullets("finish", exercise.finish, style);
    text += field("feel", exercise.feel, style);
    text += field("figure", page.figure_words, style);
    text += bullets("avoid", exercise.avoid, style);
    text += field("amount", dose_words(exercise.dose), style);
    if (page.ladder.size() > 1) {
        text += bullets("ladder", ladder_lines(exercise.id, page.ladder), style);
    }
    text += field("risks", exercise.risks ? joined(*exercise.risks) : "not named", style);
    text += field("", exercise.risks_note.value_or(""), style);
    text += field("source", exercise.source, style);
    if (page.objection) {
        text += '\n' + paragraph(fmt::format("Left out of your sessions: {}.", *page.objection),
                                 style.columns);
    }
    // At the end it is still on the screen.
    if (!page.picture.empty()) text += '\n' + page.picture;
    return text;
}

std::string exercise_list_text(const std::vector<today::ListedExercise>& all, const Style& style) {
    std::vector<std::vector<std::string>> rows;
    rows.reserve(all.size());
    for (const auto& [entry, exercise, objection, left_out_for] : all) {
        rows.push_back({entry->id, exercise->name, level_words(exercise->level),
                        std::string(word(exercise->position)),
                        left_out_for ? "left out: " + *left_out_for : "",
                        today::origin_words(*entry)});
    }
    return table(rows,
                 {{Align::left},
                  {Align::left, 3},
                  {Align::left, 4},
                  {Align::left},
                  {Align::left, 2, true},
                  {Align::left, 1, true}},
                 style.columns);
}

std::string figure_words(const Exercise& exercise, const Figure& figure) {
    if (!figure.text.empty()) return figure.text;
    const auto movement = movement_texts(exercise);
    return movement.empty() ? std::string() : movement.front();
}

std::string figure_frames_text(const Figure& figure, const Style& style) {
    std::string text = style.heading(fmt::format("base: {}", word(figure.base))) + "\n" +
                       frames_table(figure, style.columns);
    for (const auto& pose : figure.poses) {
        text += '\n' + style.heading(pose.name) + '\n' + joints_table(pose, style.columns);
    }
    return text;
}

}  // namespace hipflow::report
