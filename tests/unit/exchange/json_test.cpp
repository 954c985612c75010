// SPDX-License-Identifier: MIT
#include "exchange/json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "domain/error.h"
#include "exchange/fields.h"
#include "exchange/json_reader.h"
#include "exchange/json_writer.h"

namespace hipflow::exchange {
namespace {

using namespace std::chrono_literals;

PainReading some_reading() {
    PainReading reading;
    reading.id = "r1";
    reading.moment = Moment::after;
    reading.site = Site::outer_hip;
    reading.score = *PainScore::from(3);
    reading.felt = {parse_instant("2026-11-22T07:30:00+01:00")->at, 1h, *parse_day("2026-11-22")};
    return reading;
}

std::string message_of(std::string_view kind, std::string_view body) {
    try {
        record_from(kind, body);
    } catch (const Error& error) {
        return error.what();
    }
    return "no error";
}

TEST(Json, WritesAReadingWithTheNamesAndOrderOfItsColumns) {
    EXPECT_EQ(
        body_of(Record(some_reading())),
        R"({"id":"r1","session_id":null,"exercise":null,"moment":"after","for_day":null,)"
        R"("site":"outer-hip","side":null,"furthest":null,"score":3,"at":"2026-11-22T07:30:00.000+01:00",)"
        R"("utc_offset_s":3600,"local_day":"2026-11-22","note":null})");
}

TEST(Json, WritesDurationsAsMillisecondsAndBandsAsPairs) {
    Exercise exercise;
    exercise.id = "glute-bridge";
    exercise.instructions = {{"Lift.", {}}};
    exercise.dose.hold = Band<Millis>{20s, 40s};
    exercise.dose.reps = Band<int>{8, 10};
    const Json json = to_json(exercise);
    EXPECT_EQ(json.at("do").dump(), R"(["Lift."])");
    EXPECT_EQ(json.at("dose").dump(),
              R"({"sets":null,"hold_ms":[20000,40000],"reps":[8,10],"pace_ms":null,)"
              R"("tempo_ms":[],"release_ms":null,"for_ms":null,"cap_ms":null})");
}

/// An exercise that says everything.
Exercise spoken_exercise() {
    Exercise exercise;
    exercise.id = "bridge";
    exercise.language = "de";
    exercise.start = {{"Leg dich hin.", {}}, {"Nimm ein Kissen.", 4s}};
    exercise.brief = "Rückenlage.";
    exercise.phases = {{"Heb das Becken.", "hoch", 2s, "up"}, {"Senk es.", "ab", 3s, {}}};
    exercise.finish = {"Streck dich aus."};
    exercise.part = Part::side;
    exercise.change = SideChange::turn;
    Translation english;
    english.language = "en";
    english.name = "Bridge";
    english.start = {{"Lie down.", {}}};
    english.phases = {{"Lift.", "up", {}, {}}, {"Lower.", "down", {}, {}}};
    exercise.translations = {english};
    return exercise;
}

TEST(Json, KeepsTextsAsTextsAndAddsTheirParts) {
    const Json json = to_json(spoken_exercise());
    EXPECT_EQ(json.at("start"), "Leg dich hin. Nimm ein Kissen.");
    EXPECT_EQ(json.at("do").dump(), R"(["Heb das Becken.","Senk es."])");
    EXPECT_EQ(
        json.at("sentences").dump(),
        R"([{"say":"Leg dich hin.","act_ms":null},{"say":"Nimm ein Kissen.","act_ms":4000}])");
    EXPECT_EQ(json.at("phases").at(0).dump(),
              R"({"say":"Heb das Becken.","beat":"hoch","time_ms":2000,"pose":"up"})");
    EXPECT_EQ(from_json<Exercise>(json), spoken_exercise());
}

TEST(Json, KeepsWhatIsSaidOfAPrescription) {
    Prescription prescription;
    prescription.language = "de";
    PrescribedStep step;
    step.work.exercise = spoken_exercise();
    step.work.tempo = {2s, 1s};
    step.work.duration = 30s;
    step.work.guidance = Guidance::counts;
    prescription.steps.push_back(step);
    EXPECT_EQ(prescription_from(body_of(prescription)), prescription);
}

// So that a prescription on the floor has the hash that it always had.
TEST(Json, SaysWhatAnExerciseIsDoneOnOnlyWhereThatIsKnown) {
    Prescription prescription;
    prescription.steps.resize(1);
    Exercise& exercise = prescription.steps[0].work.exercise;
    const auto stored = [&] { return Json::parse(body_of(prescription)); };
    const auto at = Json::json_pointer("/steps/0/work/exercise/on");
    EXPECT_FALSE(stored().contains(at));
    EXPECT_EQ(prescription_from(body_of(prescription)), prescription);
    const std::string on_floor = content_hash(prescription);
    put_on(exercise, Surface::bed);
    EXPECT_EQ(stored().at(at), "bed");
    EXPECT_EQ(prescription_from(body_of(prescription)), prescription);
    EXPECT_NE(content_hash(prescription), on_floor);
    put_on(exercise, Surface::floor);
    EXPECT_EQ(content_hash(prescription), on_floor);
}

// What version 0.2 stored: one text of how to start, no parts, gaps that are all written.
constexpr std::string_view older_prescription =
    R"({"routine":"short","name":"Short","counts":true,)"
    R"("gaps":{"ready_ms":10000,"side_ms":5000,"position_ms":15000,"set_ms":15000},)"
    R"("steps":[{"planned_exercise":"bridge","work":{"exercise":{"id":"bridge","name":"Bridge",)"
    R"("say":"bridge","target":["buttock"],"level":2,"position":"supine","view":"ceiling",)"
    R"("sides":"both","risks":["floor"],"needs":["mat"],"start":"On your back, knees bent.",)"
    R"("do":["Lift.","Roll down."],"cues":["Ribs low."],"feel":"Work.","avoid":["pain: stop"],)"
    R"("easier":null,"harder":null,"dose":{"sets":1,"hold_ms":null,"reps":[4,10],"pace_ms":5000,)"
    R"("tempo_ms":[],"release_ms":null,"cap_ms":null},"source":"a leaflet"},"sides":"both",)"
    R"("sets":1,"hold_ms":null,"reps":8,"pace_ms":5000,"release_ms":0,"cap_ms":null},"easier":[],)"
    R"("first":"left","order":"LRLR","extra":{"left":0,"right":0},"gap_ms":15000,)"
    R"("optional":false,"reasons":[]}],"closing":null,"reasons":[],"restrictions":[],"avoid":[]})";

TEST(Json, ReadsAPrescriptionOfAnOlderVersion) {
    Exercise bridge;
    bridge.id = "bridge";
    bridge.name = "Bridge";
    bridge.say = "bridge";
    bridge.target = {"buttock"};
    bridge.level = 2;
    bridge.view = View::ceiling;
    bridge.risks = {"floor"};
    bridge.needs = {"mat"};
    bridge.start = {{"On your back, knees bent.", {}}};
    bridge.instructions = {{"Lift.", {}}, {"Roll down.", {}}};
    bridge.cues = {"Ribs low."};
    bridge.feel = "Work.";
    bridge.avoid = {"pain: stop"};
    bridge.dose.sets = Band<int>{1, 1};
    bridge.dose.reps = Band<int>{4, 10};
    bridge.dose.pace = 5s;
    bridge.source = "a leaflet";
    PrescribedStep step;
    step.planned_exercise = "bridge";
    step.work.exercise = bridge;
    step.work.reps = 8;
    step.work.pace = 5s;
    step.gap = 15s;
    Prescription expected;
    expected.routine = "short";
    expected.name = "Short";
    expected.gaps = {10s, 5s, 15s, 15s};
    expected.steps = {step};
    expected.restrictions = std::vector<std::string>{};
    expected.avoid = std::vector<std::string>{};
    EXPECT_EQ(prescription_from(older_prescription), expected);
}

TEST(Json, WritesGapsThatNoRoutineWritesAsNull) {
    const Json json = Json::parse(body_of(Prescription{}));
    EXPECT_TRUE(json.at("gaps").at("ready_ms").is_null());
    EXPECT_TRUE(json.at("gaps").at("set_ms").is_null());
    EXPECT_EQ(json.at("language"), "en");
}

TEST(Json, NestsTheReasonsOfASession) {
    Session session;
    session.coach_record = R"({"rule":"S1","readings":[4,5]})";
    const Json json = to_json(session);
    EXPECT_EQ(json.at("reasons").at("rule"), "S1");
    EXPECT_EQ(from_json<Session>(json), session);
}

TEST(Json, ShowsTheTimesOfASetWithTheOffsetThatIsAskedFor) {
    PerformedSet set;
    set.started_at = parse_instant("2026-11-22T06:30:00Z")->at;
    EXPECT_EQ(to_json(set, -3h - 30min).at("started_at"), "2026-11-22T03:00:00.000-03:30");
    EXPECT_EQ(to_json(set).at("started_at"), "2026-11-22T06:30:00.000+00:00");
}

TEST(Json, TellsZeroFromUnknown) {
    PerformedSet set;
    set.planned_reps = 0;
    const Json json = to_json(set);
    EXPECT_EQ(json.at("planned_reps"), 0);
    EXPECT_TRUE(json.at("actual_reps").is_null());
}

TEST(Json, WritesTheLoadOfASetOnlyWhereThereIsOne) {
    PerformedSet set;
    EXPECT_FALSE(to_json(set).contains("load"));
    set.load = "2 kg";
    EXPECT_EQ(to_json(set).at("load"), "2 kg");
    EXPECT_EQ(from_json<PerformedSet>(to_json(set)), set);
}

TEST(Json, WritesABandOfSetsAsANumberWhereItHasNoWidth) {
    Dose dose;
    dose.sets = Band<int>{3, 3};
    EXPECT_EQ(object_of(dose).at("sets"), 3);
    EXPECT_EQ(value_of<Dose>(object_of(dose), "dose"), dose);
    dose.sets = Band<int>{2, 3};
    EXPECT_EQ(object_of(dose).at("sets"), Json::parse("[2,3]"));
    EXPECT_EQ(value_of<Dose>(object_of(dose), "dose"), dose);
}

TEST(Json, WritesWhatIsNewInAStepOnlyWhereItIsUsed) {
    PrescribedStep step;
    const Json plain = object_of(step);
    for (const char* name : {"only", "round", "rest_before_ms", "gap_in_turn"}) {
        EXPECT_FALSE(plain.contains(name)) << name;
    }
    for (const char* name : {"breaths", "note", "load"}) {
        EXPECT_FALSE(plain.at("work").contains(name)) << name;
    }
    step.only = Side::right;
    step.first = Side::right;
    step.round = Round{2, 3};
    step.rest_before = 90s;
    step.gap_in_turn = true;
    step.work.breaths = 5;
    step.work.note = "a pillow between the knees";
    step.work.load = "red band";
    EXPECT_EQ(value_of<PrescribedStep>(object_of(step), "step"), step);
}

// Phases of a step stand beside the sentences of its exercise.
TEST(Json, KeepsSentencesBesidePhasesThatHaveNone) {
    Exercise exercise;
    exercise.instructions = {{"Press.", {}}, {"Let go.", {}}};
    exercise.phases = {{"", "push", 6s, {}}, {"", "relax", 20s, {}}};
    const Json json = object_of(exercise);
    EXPECT_EQ(json.at("do"), Json::parse(R"(["Press.","Let go."])"));
    EXPECT_EQ(value_of<Exercise>(json, "exercise"), exercise);
}

TEST(Json, NamesTheMemberThatIsOutOfRange) {
    Json json = to_json(some_reading());
    json["score"] = 11;
    EXPECT_EQ(message_of("pain_score", json.dump()),
              "'pain_score.score' is missing or wrong: expected a whole number from 0 to 10");
    json["score"] = 3.5;
    EXPECT_NE(message_of("pain_score", json.dump()).find("'pain_score.score'"), std::string::npos);
}

TEST(Json, NamesTheMemberThatIsMissing) {
    Json json = to_json(some_reading());
    json.erase("moment");
    EXPECT_EQ(message_of("pain_score", json.dump()),
              "'pain_score.moment' is missing or wrong: expected one of before, peak, after, "
              "morning, checkin");
}

TEST(Json, NamesAMemberDeepInside) {
    Json json = to_json(Exercise{});
    json["dose"]["hold_ms"] = "40s";
    EXPECT_THROW(
        try { from_json<Exercise>(json); } catch (const Error& error) {
            EXPECT_STREQ(error.what(),
                         "'exercise.dose.hold_ms' is missing or wrong: expected [bottom, top]");
            throw;
        },
        Error);
}

TEST(Json, PassesOverMembersItDoesNotKnowAndTakesMissingOnesForUnknown) {
    Json json = to_json(some_reading());
    json["weather"] = "fine";
    json.erase("note");
    EXPECT_EQ(from_json<PainReading>(json), some_reading());
}

TEST(Json, RefusesWhatIsNoRecord) {
    EXPECT_EQ(message_of("pain_score", "{"), "not a JSON document");
    EXPECT_EQ(message_of("mood", "{}"), "'mood' is not a kind of record");
    EXPECT_EQ(message_of("session", "[]"), "'session' is missing or wrong: expected an object");
    EXPECT_NE(message_of("session", R"({"id":7})").find("'session.id'"), std::string::npos);
}

TEST(Json, RefusesNumbersThatDoNotFit) {
    Json json = to_json(PerformedSet{});
    json["planned_ms"] = 18446744073709551615U;
    EXPECT_NE(message_of("performed_set", json.dump()).find("'performed_set.planned_ms'"),
              std::string::npos);
    json["planned_ms"] = -1;
    EXPECT_NE(message_of("performed_set", json.dump()).find("'performed_set.planned_ms'"),
              std::string::npos);
}

TEST(Json, RefusesToWriteWhatIsNotUtf8) {
    PainReading reading = some_reading();
    reading.note = "\xff";
    EXPECT_THROW(body_of(Record(reading)), Error);
}

TEST(Kind, NamesEveryRecordAndItsId) {
    EXPECT_EQ(kind_of(some_reading()), "pain_score");
    EXPECT_EQ(id_of(Record(some_reading())), "r1");
    int kinds = 0;
    for_each_kind([&]<typename R>() { kinds += kind<R>.empty() ? 0 : 1; });
    EXPECT_EQ(kinds, std::variant_size_v<Record>);
}

TEST(ContentHash, IsTheSameForEqualPrescriptionsOnly) {
    Prescription one;
    one.routine = "hip-rotation";
    Prescription other = one;
    EXPECT_EQ(content_hash(one), content_hash(other));
    other.counts = false;
    EXPECT_NE(content_hash(one), content_hash(other));
    EXPECT_EQ(content_hash(""), "99aa06d3014798d86001c324468d497f");  // as xxhsum -H128 gives it
}

}  // namespace
}  // namespace hipflow::exchange
