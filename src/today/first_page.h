// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "domain/records.h"
#include "schedule/day_marks.h"
#include "session/given_answers.h"
#include "store/store.h"

namespace hipflow::today {

class Desk;

// What a physiotherapist wants to know first, and what the tables of a report do not hold: the
// person as they described themselves, signs, stops for pain, notes, and what was done instead.

/// A program that was followed on some of the days.
struct FollowedProgram {
    std::string name;
    Day from{};
    std::optional<Day> to{};    // nullopt: still followed
    std::optional<int> week{};  // of today, if it is followed today
};

/// The person, as far as they told.
struct PersonFacts {
    std::optional<session::Experience> experience{};
    std::vector<std::string> restrictions{};  // by name
    bool restrictions_told = false;           // so that without any, there are none
    std::vector<std::string> avoided{};       // exercises, by name
    std::vector<FollowedProgram> programs{};  // oldest first
};

/// Something felt other than a pain score.
struct ToldSign {
    Day day{};
    SymptomKind kind = SymptomKind::further;
    std::optional<Side> side{};
    std::optional<std::string> exercise{};  // by name
    std::optional<Moment> moment{};
    std::optional<std::string> note{};
};

/// A score so high that there is no session.
struct SevereScore {
    Day day{};
    PainScore score = *PainScore::from(10);
    std::optional<Site> site{};
    std::optional<Side> side{};
};

/// A stop because it hurt: of an exercise, or of the session as a whole.
struct PainStop {
    Day day{};
    std::string routine;
    std::optional<std::string> exercise{};  // by name
    Side side = Side::both;
};

/// How much an exercise hurt where only a score was told of it, and none before its session.
struct ToldPeak {
    std::string exercise;  // by name
    std::optional<Side> side{};
    PainScore highest = *PainScore::from(0);
    int times = 0;
};

/// A note in the person's own words, and what it is on: "session", "score" or "sign".
struct OwnNote {
    Day day{};
    std::string on;
    std::string text;
};

/// An exercise in whose place another was done, in how many of the sessions that planned it.
struct Replaced {
    std::string planned;  // by name
    std::string done;     // the one most often done in its place
    int times = 0;
    int sessions = 0;
};

/// All of it, in a part of the history. Everything is oldest first, but the notes.
struct FirstPage {
    PersonFacts person;
    int sessions_asked = 0;  // timed ones with an answer about pain: there signs could be told
    std::vector<ToldSign> signs;
    std::vector<SevereScore> severe;
    bool uncleared = false;  // a sign that nobody has looked at yet, as far as it was told
    Day calendar_from{};
    std::vector<schedule::DayMark> calendar;  // a mark for each day
    std::vector<Excuse> excuses;
    std::vector<PainStop> stops;
    std::vector<ToldPeak> peaks;     // the highest first
    std::vector<Replaced> replaced;  // most often first
    std::vector<OwnNote> notes;      // newest first
};

/// `sessions` are those chosen. What was told outside of sessions belongs to the person, whatever
/// routine is asked for.
FirstPage read_first_page(Desk& desk, const store::Store& store, const store::Filter& chosen,
                          const std::vector<Session>& sessions);

}  // namespace hipflow::today
