// SPDX-License-Identifier: MIT
#include "today/beginnings.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "store/coach_record.h"
#include "support/a_desk.h"
#include "today/enrolment.h"
#include "today/preferences.h"
#include "today/routine_source.h"
#include "today/todays_session.h"

namespace hipflow::today {
namespace {

using session::Experience;
using support::ADesk;

constexpr const char* usual = "hip-rotation";

ChosenRoutine chosen(ADesk& desk, const std::string& named = "") {
    return choose_routine(*desk, named, desk->now().local_day);
}

void says(ADesk& desk, Experience experience, const std::string& id = "e1",
          std::string_view at = "2026-11-01T07:00:00Z") {
    const auto [name, rule] = experience_rule(experience);
    desk.put(Preference{id, PreferenceSubject::experience, name, rule, support::stamp(at).at});
}

void keeps(ADesk& desk, int sessions, const std::string& routine) {
    for (int i = 0; i < sessions; ++i) {
        const std::string at = "2026-11-" + std::to_string(10 + i);
        Session one = support::session(routine + at, at + "T07:00:00Z");
        one.routine = routine;
        desk.put(one);
    }
}

TEST(Beginning, IsGentleForANewcomer) {
    ADesk desk;
    EXPECT_EQ(chosen(desk).name, first_routine);
    EXPECT_EQ(chosen(desk).beginning, Beginning::first_session);
    EXPECT_FALSE(std::filesystem::exists(desk.database())) << "looking records nothing";
    EXPECT_EQ(chosen(desk, usual).name, usual);
}

TEST(Beginning, LeavesTheFiguresToTheSession) {
    ADesk desk;
    keeps(desk, 5, first_routine);
    chosen(desk);
    EXPECT_TRUE(desk->library().exercise("glute-bridge").figure);
}

TEST(Beginning, LeavesARoutineOfTheSettings) {
    ADesk desk;
    desk.write_config("config.toml", "format = 1\nroutine = \"hip-rotation\"\n");
    desk.anew();
    EXPECT_EQ(chosen(desk).name, usual);
    EXPECT_EQ(chosen(desk).beginning, Beginning::settled);
}

TEST(Beginning, IsAsPlannedForWhoIsUsedToIt) {
    ADesk desk;
    EXPECT_EQ(choose_routine(*desk, "", desk->now().local_day, Experience::used_to_this).name,
              usual);
    says(desk, Experience::used_to_this);
    EXPECT_EQ(chosen(desk).name, usual);
    EXPECT_FALSE(is_newcomer(desk->history()));
    says(desk, Experience::new_to_this, "e2", "2026-11-02T07:00:00Z");
    EXPECT_EQ(chosen(desk).name, first_routine) << "the last word counts";
}

TEST(Beginning, EndsAfterSixKeptSessions) {
    ADesk desk;
    keeps(desk, 5, first_routine);
    EXPECT_EQ(chosen(desk).beginning, Beginning::first_sessions);
    EXPECT_EQ(chosen(desk).name, first_routine);
    Session rested = support::session("r", "2026-11-20T07:00:00Z");
    rested.routine = first_routine;
    rested.status = SessionStatus::rested;
    rested.done = Millis{0};
    desk.put(rested);
    EXPECT_EQ(chosen(desk).name, first_routine) << "a rest is no practice";
    keeps(desk, 6, first_routine);
    EXPECT_EQ(chosen(desk).beginning, Beginning::moves_on);
    EXPECT_EQ(chosen(desk).name, usual);
    keeps(desk, 1, usual);
    EXPECT_EQ(chosen(desk).beginning, Beginning::settled);
}

TEST(Beginning, EndsWithTheFirstSessionOfTheUsualRoutine) {
    ADesk desk;
    keeps(desk, 1, usual);
    EXPECT_EQ(chosen(desk).name, usual);
    says(desk, Experience::new_to_this);
    EXPECT_EQ(chosen(desk).name, usual);
    EXPECT_TRUE(is_newcomer(desk->history())) << "but levels stay low for six sessions";
    keeps(desk, 6, usual);
    EXPECT_FALSE(is_newcomer(desk->history()));
}

TEST(Beginning, GoesOnForWhoIsNewUntilMostIsComfortable) {
    ADesk desk;
    says(desk, Experience::new_to_this);
    keeps(desk, 8, first_routine);
    EXPECT_EQ(chosen(desk).beginning, Beginning::new_to_this);
    const auto& steps = find_routine(desk->library(), first_routine).routine.steps;
    const auto learnt = [&](const std::string& id, std::string_view at, std::size_t topped) {
        Session one = support::session(id, at);
        one.routine = first_routine;
        coach::CoachRecord record;
        for (std::size_t i = 0; i < steps.size(); ++i) {
            record.states.emplace_back();
            record.states.back().exercise = steps[i].exercise;
            record.states.back().topped = i < topped;
        }
        store::set_coach_record(one, record);
        desk.put(one);
    };
    learnt("a", "2026-11-20T07:00:00Z", steps.size() / 2);
    EXPECT_EQ(chosen(desk).beginning, Beginning::new_to_this) << "half of it";
    learnt("b", "2026-11-21T07:00:00Z", steps.size() / 2 + 1);
    EXPECT_EQ(chosen(desk).beginning, Beginning::has_learnt);
    EXPECT_EQ(chosen(desk).name, usual);
    EXPECT_NE(beginning_words(chosen(desk).beginning), "");
}

TEST(Beginning, IsAtLevelOneForWhoIsNew) {
    ADesk desk;
    const auto levels_of = [&](const char* routine) {
        const catalog::RoutineFile source = find_routine(desk->library(), routine);
        const TodaysSession today = todays_session(*desk, source, {});
        int highest = 0;
        for (const auto& step : today.prescription.value().steps) {
            highest = std::max(highest, step.work.exercise.level);
        }
        return highest;
    };
    EXPECT_EQ(levels_of(usual), 2);
    says(desk, Experience::new_to_this);
    EXPECT_EQ(levels_of(usual), 1);
}

TEST(Beginning, IsToldWithTheSettings) {
    ADesk desk;
    const auto routine_line = [&] {
        const auto lines = settings_in_force(*desk).lines;
        return *std::ranges::find(lines, "routine", &catalog::SettingLine::key);
    };
    EXPECT_EQ(routine_line().value, "\"hip-rotation-gentle\"");
    EXPECT_EQ(routine_line().origin, "default, for the first six sessions");
    says(desk, Experience::used_to_this);
    EXPECT_EQ(routine_line().value, "\"hip-rotation\"");
    EXPECT_EQ(routine_line().origin, "default");
}

TEST(Experience, IsTakenBackByUndo) {
    ADesk desk;
    says(desk, Experience::used_to_this);
    EXPECT_EQ(told_experience(desk->store()), Experience::used_to_this);
    desk->store().undo(desk->clock().wall());
    EXPECT_FALSE(told_experience(desk->store()));
}

}  // namespace
}  // namespace hipflow::today
