// SPDX-License-Identifier: MIT
#include "exchange/json.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <nlohmann/json.hpp>

#include "exchange/fields.h"
#include "record_samples.h"

namespace hipflow {
namespace {

template <typename T>
void comes_back(const T& value) {
    RC_ASSERT(exchange::from_json<T>(exchange::Json::parse(exchange::to_json(value).dump())) ==
              value);
}

void comes_back_from_a_body(const Record& record) {
    RC_ASSERT(exchange::record_from(exchange::kind_of(record), exchange::body_of(record)) ==
              record);
}

RC_GTEST_PROP(JsonProperty, SessionsComeBack, ()) { comes_back_from_a_body(any::session()); }
RC_GTEST_PROP(JsonProperty, SetsComeBack, ()) { comes_back_from_a_body(any::performed_set()); }
RC_GTEST_PROP(JsonProperty, ReadingsComeBack, ()) { comes_back_from_a_body(any::reading()); }
RC_GTEST_PROP(JsonProperty, SymptomsComeBack, ()) { comes_back_from_a_body(any::symptom()); }
RC_GTEST_PROP(JsonProperty, PreferencesComeBack, ()) { comes_back_from_a_body(any::preference()); }
RC_GTEST_PROP(JsonProperty, SchedulesComeBack, ()) {
    comes_back_from_a_body(any::schedule_version());
}
RC_GTEST_PROP(JsonProperty, ExcusesComeBack, ()) { comes_back_from_a_body(any::excuse()); }
RC_GTEST_PROP(JsonProperty, EnrolmentsComeBack, ()) { comes_back_from_a_body(any::enrolment()); }
RC_GTEST_PROP(JsonProperty, ActivitiesComeBack, ()) { comes_back_from_a_body(any::activity()); }
RC_GTEST_PROP(JsonProperty, MeasurementsComeBack, ()) {
    comes_back_from_a_body(any::measurement());
}

RC_GTEST_PROP(JsonProperty, AcknowledgementsComeBack, ()) {
    comes_back_from_a_body(any::acknowledgement());
}
RC_GTEST_PROP(JsonProperty, SnapshotsComeBack, ()) {
    comes_back_from_a_body(PrescriptionSnapshot{any::text(), any::text(), any::prescription()});
}
RC_GTEST_PROP(JsonProperty, PrescriptionsComeBack, ()) {
    const auto prescription = any::prescription();
    RC_ASSERT(exchange::prescription_from(exchange::body_of(prescription)) == prescription);
}
RC_GTEST_PROP(JsonProperty, ExercisesComeBack, ()) { comes_back(any::exercise()); }
RC_GTEST_PROP(JsonProperty, RoutinesComeBack, ()) { comes_back(any::routine()); }

}  // namespace
}  // namespace hipflow
