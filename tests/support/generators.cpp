// SPDX-License-Identifier: MIT
#include "support/generators.h"

#include <string>
#include <vector>

#include "support/sessions.h"
#include "support/spoken_sessions.h"

namespace hipflow::support {
namespace {

Millis seconds_between(int least, int most) {
    return std::chrono::seconds(*rc::gen::inRange(least, most + 1));
}

Sides any_sides() { return *rc::gen::element(Sides::each, Sides::both, Sides::alternate); }

PrescribedStep any_work(const std::string& id) {
    PrescribedStep step;
    switch (*rc::gen::inRange(0, 4)) {
        case 0:
            step = holds(id, seconds_between(1, 45), any_sides(), *rc::gen::inRange(1, 4));
            break;
        case 1:
            step = reps(id, *rc::gen::inRange(1, 8), seconds_between(1, 6), any_sides());
            break;
        case 2:
            step =
                pulses(id, *rc::gen::inRange(1, 5), seconds_between(1, 25), seconds_between(0, 3));
            break;
        default:
            step = open_ended(id, seconds_between(1, 60));
            break;
    }
    Exercise& exercise = step.work.exercise;
    exercise.position = *rc::gen::element(Position::supine, Position::prone, Position::standing);
    exercise.start = {{*rc::gen::element<std::string>("Lie down.", "On your back."), {}}};
    return step;
}

PrescribedStep any_step(const std::string& id) {
    PrescribedStep step = any_work(id);
    step.gap = seconds_between(0, 15);
    step.gap_in_turn = *rc::gen::arbitrary<bool>();
    if (*rc::gen::inRange(0, 4) == 0) step.rest_before = seconds_between(1, 90);
    step.first = *rc::gen::element(Side::left, Side::right);
    step.order = *rc::gen::element(SideOrder::each_set, SideOrder::each_side);
    step.extra.left = *rc::gen::inRange(0, 2);
    step.extra.right = *rc::gen::inRange(0, 2);
    if (step.work.sides == Sides::each && *rc::gen::inRange(0, 4) == 0) {
        step.only = step.first;
        step.extra = {};
    }
    const int alternates = *rc::gen::inRange(0, 3);
    for (int i = 1; i <= alternates; ++i) {
        step = with_alternate(step, any_work(id + " easier " + std::to_string(i)));
    }
    return step;
}

}  // namespace

namespace {

std::optional<Millis> perhaps_seconds(int most) {
    if (*rc::gen::arbitrary<bool>()) return std::nullopt;
    return seconds_between(0, most);
}

PrescribedStep any_spoken_step(int number) {
    const auto level = *rc::gen::element(Guidance::full, Guidance::brief, Guidance::counts);
    PrescribedStep step =
        *rc::gen::arbitrary<bool>() ? bridge(level) : figure_four(level, seconds_between(1, 300));
    Work& work = step.work;
    Exercise& exercise = work.exercise;
    exercise.id += std::to_string(number);
    exercise.position = *rc::gen::element(
        Position::supine, Position::prone, Position::side_lying, Position::all_fours,
        Position::half_kneeling, Position::floor_sitting, Position::chair, Position::standing);
    if (work.sides != Sides::each) {
        work.sides = *rc::gen::element(Sides::both, Sides::alternate, Sides::each);
        exercise.sides = work.sides;
    }
    if (work.reps) {
        work.reps = *rc::gen::inRange(1, 31);
        work.pace = seconds_between(7, 12);
        if (*rc::gen::inRange(0, 4) == 0) exercise.phases.clear();
    } else if (*rc::gen::inRange(0, 4) == 0) {
        work.duration = std::exchange(work.hold, std::nullopt);
    }
    if (*rc::gen::inRange(0, 3) == 0) exercise.finish.clear();
    work.sets = *rc::gen::inRange(1, 5);
    work.times = *rc::gen::inRange(0, 14);
    step.first = *rc::gen::element(Side::left, Side::right);
    const bool stays = change_of(exercise) == SideChange::stay;
    step.order = stays ? SideOrder::each_set : SideOrder::each_side;
    step.gap = seconds_between(0, 40);
    return step;
}

}  // namespace

rc::Gen<Prescription> any_spoken_session() {
    return rc::gen::exec([] {
        std::vector<PrescribedStep> steps;
        const int count = *rc::gen::inRange(1, 13);
        // Three hours are the most that a session may take.
        Millis work{};
        for (int i = 1; i <= count && work < 1h; ++i) {
            steps.push_back(any_spoken_step(i));
            const Work& added = steps.back().work;
            const Millis once =
                added.hold.value_or(added.duration.value_or(added.pace * added.reps.value_or(1)));
            work += 2 * added.sets * once;
        }
        Prescription session = spoken_session(std::move(steps));
        session.gaps.ready = perhaps_seconds(12);
        session.gaps.side = perhaps_seconds(12);
        session.gaps.position = perhaps_seconds(20);
        session.safety = *rc::gen::arbitrary<bool>();
        return session;
    });
}

rc::Gen<Prescription> any_prescription() {
    return rc::gen::exec([] {
        std::vector<PrescribedStep> steps;
        const int count = *rc::gen::inRange(1, 5);
        for (int i = 1; i <= count; ++i) steps.push_back(any_step("exercise " + std::to_string(i)));
        const Gaps gaps{seconds_between(0, 12), seconds_between(0, 6), seconds_between(0, 15),
                        seconds_between(0, 15)};
        return session_of(std::move(steps), gaps);
    });
}

}  // namespace hipflow::support
