// SPDX-License-Identifier: MIT
#include "support/generators.h"

#include <string>
#include <vector>

#include "support/sessions.h"

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
    exercise.start = *rc::gen::element<std::string>("", "On your back.",
                                                    "On your front, arms long, look at the floor.");
    return step;
}

PrescribedStep any_step(const std::string& id) {
    PrescribedStep step = any_work(id);
    step.gap = seconds_between(0, 15);
    step.first = *rc::gen::element(Side::left, Side::right);
    step.order = *rc::gen::element(SideOrder::each_set, SideOrder::each_side);
    step.extra.left = *rc::gen::inRange(0, 2);
    step.extra.right = *rc::gen::inRange(0, 2);
    const int alternates = *rc::gen::inRange(0, 3);
    for (int i = 1; i <= alternates; ++i) {
        step = with_alternate(step, any_work(id + " easier " + std::to_string(i)));
    }
    return step;
}

}  // namespace

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
