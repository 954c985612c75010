// SPDX-License-Identifier: MIT
#pragma once
#include <rapidcheck.h>

#include <optional>
#include <string>
#include <vector>

#include "domain/records.h"
#include "domain/routine.h"

// Any record that hipflow can make; to be called inside a property.
namespace hipflow::any {

inline int number(int least, int most) { return *rc::gen::inRange(least, most + 1); }
inline bool flag() { return *rc::gen::arbitrary<bool>(); }

template <typename Make>
auto maybe(const Make& make) -> std::optional<decltype(make())> {
    if (!flag()) return std::nullopt;
    return make();
}

template <typename Make>
auto some(const Make& make) -> std::vector<decltype(make())> {
    std::vector<decltype(make())> values(static_cast<std::size_t>(number(0, 3)));
    for (auto& value : values) value = make();
    return values;
}

template <typename Enum>
Enum one_of() {
    return static_cast<Enum>(number(0, static_cast<int>(words<Enum>.size()) - 1));
}

inline std::string text() {
    const auto plain = *rc::gen::container<std::string>(rc::gen::inRange<char>(' ', '~'));
    return plain +
           *rc::gen::element<std::string>("", "é", "\"\\\n\t", "股関節", std::string(1, '\0'));
}

inline Millis millis() { return Millis(number(0, 3'600'000)); }
inline Instant instant() {
    return Instant(Millis(*rc::gen::inRange<std::int64_t>(100'000'000, 7'000'000'000'000)));
}
inline std::chrono::seconds offset() { return std::chrono::minutes(number(-14 * 60, 14 * 60)); }
inline Day any_day() { return Day(std::chrono::days(number(1, 80'000))); }
inline PainScore score() { return *PainScore::from(number(0, 10)); }

inline Session session() {
    Session s;
    s.id = text();
    s.routine = text();
    s.prescription_hash = maybe(text);
    s.program = maybe(text);
    s.week = maybe([] { return number(1, 9); });
    s.started = {instant(), offset(), any_day()};
    s.ended_at = maybe(instant);
    s.status = one_of<SessionStatus>();
    s.gate = one_of<Gate>();
    s.override_gate = flag();
    s.reason = maybe(one_of<StopReason>);
    s.source = one_of<Source>();
    s.counts = flag();
    s.coach_record = maybe([] { return std::string(R"({"b":[1,2],"a":"é"})"); });
    s.planned = millis();
    s.done = millis();
    s.active = millis();
    s.effort = maybe(one_of<Effort>);
    s.hurt_more = maybe(one_of<HurtMore>);
    s.note = maybe(text);
    return s;
}

inline PerformedSet performed_set() {
    PerformedSet s;
    s.id = text();
    s.session_id = text();
    s.step = number(1, 100);
    s.planned_exercise = text();
    s.exercise = text();
    s.level = number(1, 3);
    s.set_no = number(1, 20);
    s.side = one_of<Side>();
    s.planned = millis();
    s.actual = millis();
    s.planned_reps = maybe([] { return number(0, 100); });
    s.actual_reps = maybe([] { return number(0, 100); });
    s.status = one_of<SetStatus>();
    s.reason = maybe(one_of<StopReason>);
    s.started_at = maybe(instant);
    s.load = maybe(text);
    return s;
}

inline PainReading reading() {
    PainReading r;
    r.id = text();
    r.session_id = maybe(text);
    r.exercise = maybe(text);
    r.moment = one_of<Moment>();
    r.for_day = maybe(any_day);
    r.site = maybe(one_of<Site>);
    r.furthest = maybe(one_of<Site>);
    r.side = maybe(one_of<Side>);
    r.score = score();
    r.felt = {instant(), offset(), any_day()};
    r.note = maybe(text);
    return r;
}

inline Symptom symptom() {
    Symptom s;
    s.id = text();
    s.session_id = maybe(text);
    s.exercise = maybe(text);
    s.moment = maybe(one_of<Moment>);
    s.side = maybe(one_of<Side>);
    s.kind = one_of<SymptomKind>();
    s.value = maybe([] { return number(0, 10); });
    s.note = maybe(text);
    s.felt = {instant(), offset(), any_day()};
    return s;
}

inline Acknowledgement acknowledgement() { return {text(), text(), number(1, 9), instant()}; }

inline Preference preference() {
    return {text(), one_of<PreferenceSubject>(), text(), one_of<PreferenceRule>(), instant()};
}

inline ScheduleVersion schedule_version() {
    return {text(), any_day(), text(), one_of<ScheduleSource>()};
}

inline Excuse excuse() {
    return {text(),
            any_day(),
            maybe(any_day),
            maybe(text),
            one_of<ExcuseKind>(),
            maybe(one_of<ExcuseReason>)};
}

inline Enrolment enrolment() { return {text(), text(), any_day(), maybe(any_day)}; }

inline Activity activity() { return {text(), text(), any_day(), maybe(any_day)}; }

inline Measurement measurement() {
    Measurement m;
    m.id = text();
    m.kind = one_of<Measured>();
    m.movement = maybe(one_of<Rotation>);
    m.side = maybe(one_of<Side>);
    m.position = maybe(one_of<RotationPosition>);
    m.trial = maybe([] { return number(1, 3); });
    m.value = number(0, 90);
    m.instrument = maybe(text);
    m.scale_version = maybe(text);
    m.activity_id = maybe(text);
    m.pain = maybe(score);
    m.taken = {instant(), offset(), any_day()};
    return m;
}

inline Band<Millis> band() { return {millis(), millis()}; }

inline Dose dose() {
    Dose d;
    d.sets = maybe([] { return Band<int>{number(1, 9), number(1, 20)}; });
    d.hold = maybe(band);
    d.breaths = maybe([] { return Band<int>{number(1, 9), number(9, 20)}; });
    d.reps = maybe([] { return Band<int>{number(1, 9), number(9, 20)}; });
    d.pace = maybe(millis);
    d.tempo = some(millis);
    d.release = maybe(millis);
    d.duration = maybe(band);
    d.cap = maybe(millis);
    return d;
}

inline Instruction instruction() { return {text(), maybe(millis)}; }
inline RepPhase rep_phase() { return {text(), text(), millis(), maybe(text)}; }

/// Plain sentences or phases: an exercise has one of the two.
template <typename Words>
void give_movement(Words& words) {
    if (flag()) {
        words.phases = some(rep_phase);
    } else {
        words.instructions = some([] { return Instruction{text(), std::nullopt}; });
    }
}

inline Translation translation() {
    Translation t;
    t.language = text();
    t.name = text();
    t.say = text();
    t.start = some(instruction);
    t.brief = text();
    give_movement(t);
    t.cues = some(text);
    t.finish = some(text);
    t.feel = text();
    t.avoid = some(text);
    return t;
}

inline Exercise exercise() {
    Exercise e;
    e.id = text();
    e.name = text();
    e.say = text();
    e.target = some(text);
    e.level = number(1, 3);
    e.position = one_of<Position>();
    e.view = one_of<View>();
    e.sides = one_of<Sides>();
    e.risks = maybe([] { return some(text); });
    e.needs = some(text);
    e.language = text();
    e.start = some(instruction);
    e.brief = text();
    give_movement(e);
    e.cues = some(text);
    e.finish = some(text);
    e.part = one_of<Part>();
    e.change = maybe(one_of<SideChange>);
    e.translations = some(translation);
    e.feel = text();
    e.avoid = some(text);
    e.easier = maybe(text);
    e.harder = maybe(text);
    e.dose = dose();
    e.source = text();
    return e;
}

inline Gaps gaps() { return {maybe(millis), maybe(millis), maybe(millis), millis()}; }

inline Side one_side() { return flag() ? Side::left : Side::right; }

inline Step step() {
    Step s;
    s.exercise = text();
    s.dose = dose();
    s.sides = maybe(one_of<Sides>);
    s.first = one_of<First>();
    s.order = maybe(one_of<SideOrder>);
    s.extra = {number(0, 3), number(0, 3)};
    s.gap = maybe(millis);
    s.optional = flag();
    s.only = maybe(one_side);
    s.phases = some(rep_phase);
    s.note = maybe(text);
    s.load = maybe(text);
    s.rest_before = maybe(millis);
    if (flag()) s.block = static_cast<std::size_t>(number(0, 9));
    return s;
}

inline Block block() {
    Block b;
    b.rounds = number(1, 20);
    b.rest = maybe(millis);
    b.order = one_of<BlockOrder>();
    return b;
}

inline Routine routine() {
    Routine r;
    r.id = text();
    r.name = text();
    r.summary = text();
    r.level = number(1, 3);
    r.easier = maybe(text);
    r.harder = maybe(text);
    r.counts = flag();
    r.guidance = maybe(one_of<Guidance>);
    r.language = maybe(text);
    r.gaps = gaps();
    r.steps = some(step);
    r.blocks = some(block);
    r.inline_exercises = some(exercise);
    return r;
}

inline Work work() {
    Work w;
    w.exercise = exercise();
    w.sides = one_of<Sides>();
    w.sets = number(1, 20);
    w.hold = maybe(millis);
    w.reps = maybe([] { return number(1, 100); });
    w.pace = millis();
    w.tempo = some(millis);
    w.release = millis();
    w.duration = maybe(millis);
    w.cap = maybe(millis);
    w.guidance = maybe(one_of<Guidance>);
    w.breaths = maybe([] { return number(1, 20); });
    w.note = maybe(text);
    w.load = maybe(text);
    return w;
}

inline PrescribedStep prescribed_step() {
    PrescribedStep s;
    s.only = maybe(one_side);
    if (flag()) {
        s.round = Round{number(1, 9), number(9, 20)};
        s.block = number(1, 9);
        s.place = number(1, 9);
    }
    s.rest_before = millis();
    s.gap_in_turn = flag();
    s.planned_exercise = text();
    s.work = work();
    s.easier = some(work);
    s.alternatives = some(work);
    s.first = one_of<Side>();
    s.order = one_of<SideOrder>();
    s.extra = {number(0, 3), number(0, 3)};
    s.gap = millis();
    s.optional = flag();
    s.reasons = some(text);
    return s;
}

inline Prescription prescription() {
    Prescription p;
    p.routine = text();
    p.name = text();
    p.counts = flag();
    p.language = text();
    p.gaps = gaps();
    p.steps = some(prescribed_step);
    p.reasons = some(text);
    p.restrictions = maybe([] { return some(text); });
    p.avoid = maybe([] { return some(text); });
    return p;
}

}  // namespace hipflow::any
