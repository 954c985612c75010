// SPDX-License-Identifier: MIT
#include "today/glance.h"

#include <gtest/gtest.h>

#include "store/change.h"
#include "support/a_desk.h"
#include "today/routine_source.h"

namespace hipflow::today {
namespace {

using support::ADesk;
using support::day;
using support::session;

TEST(Glance, HasTodaysSessionForANewcomer) {
    ADesk desk;
    const Glance seen = glance(*desk, 12);
    ASSERT_TRUE(seen.session);
    EXPECT_TRUE(seen.session->timeline);
    EXPECT_FALSE(seen.session->advice);
    EXPECT_FALSE(seen.last);
    EXPECT_FALSE(seen.schedule);
    EXPECT_FALSE(std::filesystem::exists(desk.database()));
}

TEST(Glance, HasTheLastSessionAndWhatIsOwed) {
    ADesk desk;
    PainReading before = support::reading("r1", Moment::before, 4, "2026-11-23T18:59:00Z");
    before.session_id = "s1";
    desk.put(session("s1", "2026-11-23T19:00:00Z"), before,
             ScheduleVersion{"v1", day("2026-11-20"), "daily", ScheduleSource::own},
             Enrolment{"e1", "steady-six", day("2026-11-23"), std::nullopt});
    const Glance seen = glance(*desk, 12);
    EXPECT_EQ(seen.last->id, "s1");
    EXPECT_EQ(seen.readings.size(), 1U);
    EXPECT_EQ(seen.morning_owed, day("2026-11-23"));
    EXPECT_EQ(seen.program->today.week, 1);
    EXPECT_EQ(seen.schedule->adherence.kept, 1);
    EXPECT_EQ(seen.session->session.prescription->routine, "gentle-day");
}

TEST(Glance, HasNoSessionWhereASignIsToBeLookedAt) {
    ADesk desk;
    desk.put(support::symptom("y1", SymptomKind::weakness, "2026-11-23T08:00:00Z"));
    const Glance seen = glance(*desk, 12);
    EXPECT_TRUE(seen.no_session);
    EXPECT_FALSE(seen.session);
    EXPECT_EQ(seen.trouble, "");
}

TEST(Glance, NamesTheRoutineThatCannotBeDone) {
    ADesk desk;
    desk.write_config("config.toml", "format = 1\nroutine = \"mine\"\n");
    desk.write_config("routines/mine.toml", "format = 1\n");
    desk.anew();
    const Glance seen = glance(*desk, 12);
    EXPECT_FALSE(seen.session);
    EXPECT_NE(seen.trouble.find("'hipflow routine check mine'"), std::string::npos);
}

TEST(Glance, SaysInOneLineThatThereIsNoSuchRoutine) {
    ADesk desk;
    desk.write_config("config.toml", "format = 1\nroutine = \"hip-rotatoin\"\n");
    desk.anew();
    EXPECT_NE(glance(*desk, 12).trouble.find("'hip-rotation'"), std::string::npos);
}

/// A session of one exercise, two holds, that stopped after the first one.
void leave_unfinished(ADesk& desk, std::string_view at) {
    const catalog::RoutineFile source = find_routine(desk->library(), "gentle-day");
    Prescription prescription = prescription_for(*desk, source, {});
    prescription.steps.resize(1);
    const session::Timeline timeline = session::compile(prescription);
    store::Change change;
    change.now = support::stamp(at).at;
    Session going = session("s1", at);
    going.status = SessionStatus::in_progress;
    going.ended_at.reset();
    going.prescription_hash = store::remember(prescription, change);
    change.put.emplace_back(going);
    change.checkpoint = Checkpoint{"s1", 1, 1, timeline.sets.front().key.side, {}, {}, change.now};
    desk->store().commit(change);
}

TEST(Unfinished, IsFoundUntilItIsClosed) {
    ADesk desk;
    desk->store();
    EXPECT_FALSE(find_unfinished(*desk->history()));
    leave_unfinished(desk, "2026-11-24T11:00:00Z");
    const auto found = find_unfinished(*desk->history());
    ASSERT_TRUE(found);
    EXPECT_TRUE(glance(*desk, 12).unfinished);
    EXPECT_TRUE(description(*found).starts_with("the session 'hip-rotation' of 11:00, 0 of "));
    close_unfinished(desk->store(), *found, SessionStatus::partial, desk->now().at);
    EXPECT_FALSE(find_unfinished(*desk->history()));
    EXPECT_EQ(desk->history()->last_session()->status, SessionStatus::partial);
    for (const auto& set : desk->history()->sets_of("s1")) {
        EXPECT_EQ(set.status, SetStatus::not_reached);
    }
    EXPECT_FALSE(desk->history()->sets_of("s1").empty());
}

TEST(Unfinished, IsTooOldAfterFourHours) {
    ADesk desk;
    leave_unfinished(desk, "2026-11-24T08:00:00Z");
    const auto found = find_unfinished(*desk->history());
    ASSERT_TRUE(found);
    EXPECT_FALSE(is_too_old(*found, support::stamp("2026-11-24T12:00:00Z").at));
    EXPECT_TRUE(is_too_old(*found, support::stamp("2026-11-24T12:00:01Z").at));
}

}  // namespace
}  // namespace hipflow::today
