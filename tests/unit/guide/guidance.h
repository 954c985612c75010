// SPDX-License-Identifier: MIT
#pragma once
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>

#include "guide/guided_session.h"
#include "support/a_desk.h"
#include "support/scripted_face.h"
#include "today/routine_source.h"

namespace hipflow::guide {

/// Somebody with a desk of their own, and starts that are led without sound.
class Guidance : public testing::Test {
   protected:
    static constexpr const char* routine = "five-minute-minimum";

    Request request(session::GivenAnswers given = nobody_to_ask()) {
        Request request;
        request.chosen.name = routine;
        request.source = today::find_routine(desk->library(), routine);
        request.given = std::move(given);
        return request;
    }
    static session::GivenAnswers nobody_to_ask() {
        session::GivenAnswers given;
        given.ask = false;
        return given;
    }

    Outcome lead(Request asked) {
        Recorder recorder(desk->store(), desk->clock(), std::chrono::hours(4),
                          std::filesystem::path(), [](const std::string&) {});
        sound::Speaker speaker({false, false, 80, {}},
                               [](const std::string&) { return std::nullopt; }, {});
        speaker.try_out(desk->clock().real());
        Companion companion(desk->clock(), face, speaker);
        return lead_session({*desk, face, recorder, speaker, companion}, std::move(asked));
    }
    /// A session that stops because its terminal is gone. Returns its id.
    std::string broken_off(session::GivenAnswers given = nobody_to_ask()) {
        face.keys.clear();
        EXPECT_THROW(lead(request(std::move(given))), terminal::Interrupted);
        return last().id;
    }
    Session last() { return desk->store().last_session().value(); }
    Session kept(const std::string& id) { return desk->store().session(id).value(); }
    /// A session yesterday that began at a pain of 1, and 6 on the morning after it.
    void bad_morning() {
        PainReading before = support::reading("r1", Moment::before, 1, "2026-11-23T07:00:00Z");
        before.session_id = "s1";
        PainReading morning = support::reading("r2", Moment::morning, 6, "2026-11-24T07:00:00Z");
        morning.for_day = support::day("2026-11-23");
        desk.put(support::session("s1", "2026-11-23T07:00:00Z"), before, morning);
    }
    std::string name_of(const char* id) {
        return today::find_routine(desk->library(), id).routine.name;
    }

    support::ADesk desk;
    support::ScriptedFace face;
};

}  // namespace hipflow::guide
