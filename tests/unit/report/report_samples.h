// SPDX-License-Identifier: MIT
#pragma once
#include "report/report_page.h"

namespace hipflow::report::samples {

using namespace std::chrono_literals;

/// A figure that bends one knee, with words that try to be markup.
inline Figure knee_bend() {
    Figure figure;
    figure.base = Base::supine;
    figure.text = "You lie on your back; the <b>left</b> knee bends & stretches.";
    Pose bent = base_pose(figure.base);
    bent.name = "bent";
    bent.angles.hip.left.flex = 60;
    bent.angles.knee.left = 90;
    figure.poses = {base_pose(figure.base), bent};
    figure.poses.front().name = "long";
    figure.frames = {{0, 0}, {1, 0.4}, {1, 0.6}, {0, 1}};
    figure.contact = usual_contact(figure.base);
    figure.anchor = usual_anchor(figure.base);
    figure.camera = usual_camera(figure.base);
    figure.moving = parts_named("leg_l");
    return figure;
}

/// What the first page of that report has beside the numbers.
inline void add_first_page(today::ReportValues& values) {
    using schedule::DayMark;
    const auto day_after = [&](int n) { return values.from + std::chrono::days(n); };
    today::FirstPage& first = values.first;
    first.person.restrictions = {"Osteoporosis", "Not down on the floor"};
    first.person.restrictions_told = true;
    first.person.programs = {{"Steady six", day_after(0), std::nullopt, 6}};
    first.sessions_asked = 19;
    first.signs = {
        {day_after(8), SymptomKind::numbness, Side::left, "Bridge", Moment::peak, std::nullopt},
        {day_after(20), SymptomKind::numbness, Side::left, std::nullopt, Moment::before,
         "gone <i>soon</i>"},
        {day_after(30), SymptomKind::weakness, Side::left, std::nullopt, Moment::before,
         std::nullopt},
        {day_after(33), SymptomKind::clearance, std::nullopt, std::nullopt, std::nullopt,
         "exercise is fine"}};
    first.severe = {{day_after(30), *PainScore::from(9), Site::buttock, Side::left}};
    first.calendar_from = values.from;
    for (int i = 0; i < 42; ++i) {
        first.calendar.push_back(i % 2 == 1    ? DayMark::blank
                                 : i % 10 == 0 ? DayMark::missed
                                 : i == 12     ? DayMark::excused
                                 : i == 24     ? DayMark::partial
                                               : DayMark::kept);
    }
    first.excuses = {{"x", day_after(12), day_after(14), std::nullopt, ExcuseKind::excused,
                      ExcuseReason::travel}};
    first.stops = {{day_after(6), "hip-rotation", "Bridge", Side::left},
                   {day_after(18), "hip-rotation", "Bridge", Side::left},
                   {day_after(18), "hip-rotation", "Bridge", Side::right}};
    first.replaced = {{"Bridge on one leg", "Bridge", 6, 8}};
    first.notes = {{day_after(20), "sign", "gone <i>soon</i>"},
                   {day_after(4), "session", "<script>alert(1)</script> & \"stiff\" 'sore'"}};
}

/// A report of six weeks with everything in it, and with names and notes that try to be markup.
inline today::ReportValues report_values() {
    const Day first = *parse_day("2026-09-01");
    const auto day_after = [first](int n) { return first + std::chrono::days(n); };
    today::ReportValues values;
    values.from = first;
    values.to = day_after(41);
    values.made = day_after(42);
    values.plans = {{"schedule", {}, {}, {}, {}}};
    values.plans[0].days.kept = 21;
    values.plans[0].days.missed = 5;
    values.person = "A. <b>Sample</b>, 41";
    for (int i = 0; i < 42; i += 2) {
        DayTotals day;
        day.local_day = day_after(i);
        day.sessions = day.kept = 1;
        day.planned = 7min;
        day.done = i % 6 == 0 ? 5min : 7min;
        day.active = 10min;
        day.sets = 12;
        const int before = 5 - i / 14;
        day.before = {1, before};
        day.after = {1, before - 1};
        day.pair = {1, before, before - 1};
        day.change = {1, -1, 1, 0};
        day.score = before;
        if (i % 4 == 0) day.morning = {1, before - 1};
        values.days.push_back(day);
        const stats::PainPlace buttock{Site::buttock, Side::left};
        const auto felt = [&](Moment moment, int score) {
            const double median = score;
            values.pain_days.push_back(
                {day.local_day, buttock, moment, 1, median, score, score, 0});
        };
        felt(Moment::before, before);
        felt(Moment::after, before - 1);
        if (i % 4 == 0) felt(Moment::morning, before - 1);
        if (i % 14 == 0) {
            values.pain_days.push_back({day.local_day,
                                        stats::PainPlace{Site::low_back, std::nullopt},
                                        Moment::before, 1, 2, 2, 2, 0});
        }
        Session session;
        session.id = "s" + std::to_string(i);
        session.routine = i % 4 == 0 ? "hip-rotation" : "gentle-day";
        session.started = {Instant(day.local_day.time_since_epoch()) + 19h, 0s, day.local_day};
        session.status = i % 6 == 0 ? SessionStatus::partial : SessionStatus::completed;
        session.planned = day.planned;
        session.done = day.done;
        session.active = day.active;
        if (i == 4) session.note = "<script>alert(1)</script> & \"stiff\" 'sore'";
        values.sessions.insert(values.sessions.begin(), session);
    }
    values.weeks = stats::by_week(values.days, values.week_starts);
    stats::complete_weeks(values.weeks, {}, values.from, values.to);
    stats::RotationSeries range{RotationPosition::seated, "phone", "active", {}};
    for (const auto& [after, more] : {std::pair{0, 0}, std::pair{2, 1}, std::pair{23, 8}}) {
        stats::RotationTest test{
            .local_day = day_after(after), .means = {}, .pain = PainScore::from(1)};
        const auto mean = [more = more](int degrees) {
            const int value = degrees + more;
            return stats::RotationMean{3, 3 * value, value - 1, value + 1};
        };
        test.means = {{{mean(24), mean(38)}, {mean(31), mean(40)}}};
        range.tests.push_back(test);
    }
    values.hip_rotation = {range};
    const auto activity = [&](const std::string& text, std::vector<int> scores) {
        stats::FunctionSeries series{{"a-" + text, text, first, {}}, {}};
        int after = 0;
        for (const int score : scores) {
            series.scores.push_back({day_after(after), score});
            after += 20;
        }
        return series;
    };
    values.function = {activity("Tie my shoes", {3, 5, 7}),
                       activity("Stand <b>twenty</b> minutes & cook", {4, 4, 6}),
                       activity("Turn in bed", {2, 5, 4})};
    values.exercises.name = [](const std::string& id) {
        return id == "glute-bridge" ? std::string("Bridge") : "<i>" + id + "</i>";
    };
    const auto use = [&](const std::string& id, Side side, int last_level, ChangeSum change) {
        return stats::ExerciseUse{id, side,       21,    42min,         38min,
                                  1,  last_level, first, day_after(40), change};
    };
    values.exercises.uses = {use("figure-4-supine", Side::left, 1, {21, 12, 10, 0}),
                             use("figure-4-supine", Side::right, 2, {2, 1, 1, 0}),
                             use("glute-bridge", Side::both, 1, {})};
    values.drawn = {{"<i>Figure four</i>", Side::left, knee_bend()},
                    {"Bridge", Side::both, knee_bend()}};
    add_first_page(values);
    const stats::PainPlace buttock{Site::buttock, Side::left};
    values.places = {
        {std::nullopt,
         stats::MomentMean{21, 4.0},
         stats::MomentMean{21, 3.0},
         stats::MomentMean{11, 3.1},
         {}},
        {buttock, stats::MomentMean{20, 3.9}, stats::MomentMean{20, 2.9}, std::nullopt, {}},
        {stats::PainPlace{Site::low_back, std::nullopt},
         stats::MomentMean{6, 2.5},
         std::nullopt,
         std::nullopt,
         {}}};
    return values;
}

}  // namespace hipflow::report::samples
