// SPDX-License-Identifier: MIT
// Lists every sentence about pain and safety behind the answer that it follows, in each language:
// tests/golden/sentences/, for a person to read. Made by answering, not by copying.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "coach/ending.h"
#include "coach/gate.h"
#include "coach/safety.h"
#include "domain/near_day.h"
#include "guide/after.h"
#include "guide/before.h"
#include "guide/conductor.h"
#include "guide/measure.h"
#include "guide/morning.h"
#include "support/english.h"
#include "support/scenes.h"
#include "support/scripted_face.h"
#include "support/sessions.h"
#include "today/signs.h"
#include "unit/report/golden.h"
#include "unit/store/samples.h"

namespace hipflow::guide {
namespace {

using namespace std::chrono_literals;
using support::Scenes;
using Answers = std::deque<std::string>;

/// Somebody with an empty history who answers questions.
struct Someone {
    explicit Someone(const CareWords& table) : words(&table) {}

    const CareWords* words;
    platform::Clock clock{platform::Environment(
        std::map<std::string, std::string>{{"HIPFLOW_NOW", "2026-11-22T08:00:00+00:00"}})};
    store::Store store = store::samples::empty_store();
    Recorder recorder{store, clock, 4h, std::filesystem::path(), [](const std::string&) {}};
    support::ScriptedFace face;
    Settings settings;
    Stamp now{clock.wall(), {}, local_day(clock.wall(), {}, 4h)};

    std::string ended(coach::Ending ending, const std::string& unsaid) const {
        return face.transcript + unsaid + coach::last_words(ending, *words) + '\n';
    }
};

/// What follows the answer of that number in a transcript.
std::string after_answer(const std::string& transcript, std::size_t number) {
    if (number == 0) return transcript;
    std::size_t at = 0;
    for (std::size_t i = 0; i < number; ++i) {
        const auto next = transcript.find("\n> ", at);
        if (next == std::string::npos) return transcript;
        at = next + 1;
    }
    return transcript.substr(transcript.find('\n', at) + 1);
}

std::string listed(const std::vector<std::string>& entries) {
    std::string text;
    for (const auto& entry : entries) text += "  - " + entry + '\n';
    return text;
}

void add_first_run(Scenes& scenes, const CareWords& words) {
    scenes.part("First run");
    Someone someone(words);
    show_first_run(someone.face, words, someone.recorder, someone.store, someone.settings, true);
    scenes.add("nothing yet", someone.face.transcript);
    scenes.part("hipflow safety");
    std::string all = words.say(Care::about) + '\n';
    for (const auto& list : coach::safety_lists("", words)) {
        all += coach::list_lines(list.heading, list.items);
    }
    scenes.add("the command",
               all + words.say(Care::ask_first) + '\n' + words.say(Care::in_doubt) + '\n');
    const auto stops = coach::flare_stops(words);
    scenes.add("on the sheet of the flare-up day", coach::list_lines(stops.heading, stops.items));
}

std::string answered_before(const CareWords& words, Answers answers, std::size_t asked,
                            const std::function<void(Someone&)>& prepare = {}) {
    Someone someone(words);
    if (prepare) prepare(someone);
    someone.face.answers = std::move(answers);
    session::GivenAnswers given;
    const Before before = ask_before(someone.face, words, someone.recorder, someone.store, given,
                                     someone.settings, someone.now);
    someone.face.transcript = after_answer(someone.face.transcript, asked);
    std::string text = someone.ended(before.ending, before.unsaid);
    if (before.gate_reason && text.find(*before.gate_reason) == std::string::npos)
        text += fmt::format("(kept: {})\n", *before.gate_reason);
    return text;
}

void add_before(Scenes& scenes, const CareWords& words) {
    scenes.part("What is new, where the leg was told of lately");
    const auto numb = [](Someone& someone) {
        someone.recorder.symptom(SymptomKind::numbness, Moment::after, std::nullopt, std::nullopt);
    };
    for (const Answers& keys : {Answers{"t", "n"}, Answers{"t", "y"}, Answers{"w"}, Answers{"k"},
                                Answers{"l"}, Answers{"b"}, Answers{"n"}}) {
        Answers answers = keys;
        answers.emplace_back("2");
        std::string name;
        for (const auto& key : keys) name += key + ' ';
        scenes.add(name + "and then pain 2",
                   answered_before(words, std::move(answers), keys.size(), numb));
    }
    scenes.add("t n, all questions", answered_before(words, {"t", "n", "2"}, 0, numb));
    scenes.part("Pain now");
    scenes.add("2, all questions", answered_before(words, {"2", "b", "l", "c"}, 0));
    for (int score = 0; score <= 10; ++score) {
        scenes.add(
            fmt::format("{}", score),
            answered_before(words, {std::to_string(score), "b", "l", "c"}, score == 0 ? 1 : 4));
    }
    for (const char* choice : {"f", "g"}) {
        scenes.add(fmt::format("8, {}", choice),
                   answered_before(words, {"8", "l", "r", choice}, 3));
    }
    scenes.part(
        "Pain now, against a usual of 4 or 6, on the first and on the third day of a flare");
    for (const double usual : {1.5, 4.0, 6.0}) {
        for (int score = 3; score <= 8; ++score) {
            const auto first = coach::decide_gate(PainScore::from(score), usual, {});
            const auto third = coach::decide_gate(PainScore::from(score), usual, {}, 3);
            std::string said = coach::reason_words(first, words) + '\n';
            if (first.gate == Gate::gentle) said += listed(words.list(Care::gentle_choice));
            if (first.move) said += words.say(Care::gate_move) + '\n';
            if (third.move) {
                said += "third day: " + words.say(Care::gate_move) + '\n' +
                        listed(words.list(Care::move_choice));
            }
            scenes.add(fmt::format("{} with a usual of {:g}", score, usual), said);
        }
    }
    scenes.part("Pain now, after nine earlier today");
    const auto nine = [](Someone& someone) {
        someone.recorder.pain(Moment::checkin, *PainScore::from(9), {}, {}, std::nullopt);
    };
    scenes.add("3", answered_before(words, {"3", "l", "l"}, 3, nine));
    scenes.add("Enter, of a score that was severe", answered_before(words, {""}, 1, nine));
    scenes.part("What Enter takes");
    const auto told = [](Someone& someone) {
        someone.recorder.pain(Moment::before, *PainScore::from(3), Site::buttock, Side::left,
                              std::nullopt, Site::lower_leg);
    };
    scenes.add("told before", answered_before(words, {""}, 0, told));
    const auto morning = [](Someone& someone) {
        someone.recorder.morning(*PainScore::from(3), Site::buttock, Side::both,
                                 someone.now.local_day - std::chrono::days(1));
    };
    scenes.add("told this morning", answered_before(words, {""}, 0, morning));
    std::string repeated;
    for (std::size_t i = 0; i < hipflow::words<Site>.size(); ++i) {
        PainAnswer pain{PainScore::from(3), Site::buttock, Side::right, static_cast<Site>(i)};
        if (pain.furthest == pain.site) pain.site = Site::low_back;
        repeated += "    " + pain_words(pain, words) + '\n';
    }
    scenes.add("how it is repeated", repeated);
}

void add_mornings(Scenes& scenes, const CareWords& words) {
    scenes.part("The morning after");
    for (const int score : {0, 4, 9}) {
        Someone someone(words);
        someone.face.answers = {std::to_string(score), "b", "r", "m"};
        ask_morning(someone.face, words, someone.recorder, someone.store, someone.settings,
                    someone.now.local_day - std::chrono::days(score == 4 ? 3 : 1), someone.now);
        scenes.add(std::to_string(score), someone.face.transcript);
    }
    for (const int ago : {0, 1, 3, 9}) {
        const Day today = Day{std::chrono::days(20'700)};
        scenes.add(fmt::format("a bad one, {} days ago", ago),
                   coach::bad_morning_words(today - std::chrono::days(ago), today, words) + '\n' +
                       listed(words.list(Care::gentle_day_choice)));
    }
    scenes.part("A sign that has not been looked at");
    Someone someone(words);
    someone.recorder.symptom(SymptomKind::weakness, Moment::before, std::nullopt, std::nullopt);
    is_cleared(someone.face, words, someone.recorder, someone.store, {}, someone.now.local_day);
    scenes.add("no note",
               someone.ended(coach::Ending::uncleared, words.say(Care::not_cleared) + '\n'));
}

/// What is said to one answer in a session, and after a second one of the kind.
std::string answered_in_session(const CareWords& words, const Answers& answers, bool easier,
                                bool twice, bool shows_questions = false) {
    Someone someone(words);
    auto step = support::holds("one", 10min);
    if (easier) step = support::with_alternate(step, support::holds("less", 10min));
    const auto prescription = support::session_of({step, support::holds("two", 10min)});
    someone.recorder.begin(prescription, 20min, Gate::none, false, {});
    someone.face.keys = {session::Key::next, session::Key::hurts};
    someone.face.answers = answers;
    if (twice) {
        someone.face.answers.emplace_back("n");
        someone.face.keys.insert(someone.face.keys.end(),
                                 {session::Key::next, session::Key::hurts});
        someone.face.answers.insert(someone.face.answers.end(), answers.begin(), answers.end());
    }
    coach::Exposure at_start;
    at_start.before = PainScore::from(2);
    Conductor conductor(someone.clock, someone.face, words, &someone.recorder, nullptr, {},
                        at_start);
    session::Hearing tones;
    tones.voice = false;
    try {
        conductor.run(session::begin(
            session::make_script(prescription, AskPeak::at_the_end, std::move(tones))));
    } catch (const terminal::Interrupted&) {  // the keys ran out
    }
    const Close close =
        close_of(conductor.ending(), conductor.worst(), {}, coach::Ending::session, "", words);
    if (!shows_questions) {
        someone.face.transcript = after_answer(someone.face.transcript, answers.size());
    }
    return someone.ended(close.ending, close.words);
}

void add_session(Scenes& scenes, const CareWords& words) {
    scenes.part("Before and in a session");
    for (const bool open : {true, false}) {
        for (const int score : {2, 5, 7}) {
            scenes.add(fmt::format("right before it, at {}{}", score, open ? "" : ", less today"),
                       coach::limits_words(PainScore::from(score), open, {}, words) + '\n');
        }
    }
    for (const int score : {0, 2, 3, 4, 5, 6, 8, 9, 10}) {
        for (const char* kind : {"n", "s", "t", "t y", "w", "k", "d"}) {
            Answers answers = {std::to_string(score)};
            if (score > 0) answers.insert(answers.end(), {"b", "l"});
            answers.emplace_back(1, *kind);
            if (*kind == 't') answers.emplace_back(kind == std::string("t y") ? "y" : "n");
            const bool plain = *kind == 'n';
            if (!plain && score != 4 && score < 8) continue;  // the kind decides as at 4
            const std::string name = fmt::format("{} {}", score, kind);
            scenes.add(name, answered_in_session(words, answers, true, false));
            if (score != 4) continue;
            if (*kind == 't')
                scenes.add(name + ", all questions",
                           answered_in_session(words, answers, true, false, true));
            if (plain)
                scenes.add(name + ", nothing easier",
                           answered_in_session(words, answers, false, false));
            if (*kind == 's')
                scenes.add(name + ", twice", answered_in_session(words, answers, true, true));
        }
    }
}

void add_after(Scenes& scenes, const CareWords& words) {
    scenes.part(
        "After a session that began at 2 in the back: pain now, place, side, how far down, "
        "still there");
    const auto answered = [&](Answers answers, const Told& told, std::size_t asked) {
        Someone someone(words);
        const auto prescription = support::session_of({support::holds("one", 40s)});
        someone.recorder.begin(prescription, 40s, Gate::none, false, {});
        PerformedSet set;
        set.step = 1;
        set.exercise = "one";
        set.planned_exercise = "one";
        set.actual = 40s;
        someone.face.answers = std::move(answers);
        const After after =
            ask_after(someone.face, words, someone.recorder, {}, prescription, prescription,
                      PainScore::from(2), someone.settings.pain, told);
        const Close close = close_of(coach::Ending::session, std::nullopt, after,
                                     coach::Ending::session, "", words);
        someone.face.transcript = after_answer(someone.face.transcript, asked);
        return someone.ended(close.ending, close.words);
    };
    Told told;
    told.before = {PainScore::from(2), Site::low_back, Side::left};
    told.below_back = true;
    for (int score = 0; score <= 10; ++score) {
        scenes.add(
            std::to_string(score),
            answered(score == 0 ? Answers{"0"} : Answers{std::to_string(score), "l", "l", "b"},
                     told, score == 0 ? 1 : 4));
    }
    scenes.add("3, thigh, lower leg, y", answered({"3", "t", "l", "c", "y"}, told, 0));
    told.just_now = PainAnswer{PainScore::from(5), Site::buttock, Side::both, Site::lower_leg};
    scenes.add("told in the session: 5", answered({"n"}, told, 0));
    support::ScriptedFace face;
    face.answers = {"1", "x", "n"};
    ask_hurt_more(face, words, {"Bridge", "Bow"});
    face.answers = {"n"};
    ask_hurt_more(face, words, {"Bow"}, true);
    scenes.add("which hurt more: 1, x, n; then of the others: n", face.transcript);

    scenes.part("While hip rotation is measured");
    support::ScriptedFace measured;
    measured.answers = {"", "", "p", "6"};
    lead_rotation(measured, words, RotationPosition::seated, [](const auto&) {});
    const auto from = measured.transcript.find(words.say(Care::measure_stop_at, {{"score", "4"}}));
    ASSERT_NE(from, std::string::npos);
    scenes.add("p, 6", measured.transcript.substr(from));
}

void add_rest_of_day(Scenes& scenes, const CareWords& words) {
    scenes.part("The last words of every way to end");
    for (std::size_t i = 0; i < hipflow::words<coach::Ending>.size(); ++i) {
        const auto ending = static_cast<coach::Ending>(i);
        const auto said = coach::last_words(ending, words);
        scenes.add(std::string(word(ending)), said + '\n');
    }
    scenes.part("What other commands say that day");
    scenes.add("after a day of rest", words.say(Care::rest_today) + '\n');
    scenes.add("after a joint gave way", words.say(Care::gave_way_today) + '\n');
    Someone someone(words);
    someone.recorder.pain(Moment::checkin, *PainScore::from(10), {}, {}, std::nullopt);
    scenes.add("after pain 10", today::against_today(someone.store, someone.now.local_day,
                                                     someone.settings.pain, words)
                                        .value_or("") +
                                    '\n');
    scenes.add("a score below nine that the settings refuse",
               coach::severe_words(*PainScore::from(8), Moment::morning, "", words));

    scenes.part("When somebody could look at it");
    std::map<std::string, coach::Course> courses;
    courses["flares"].flare_days = 3;
    courses["retired"].retired = "Bridge";
    courses["mornings"].usual = 7.0;
    courses["risen"].pain_before = 2.0;
    courses["risen"].pain_now = 5.0;
    courses["unchanged"].pain_then = 4.0;
    courses["unchanged"].pain_now = 4.0;
    courses["unchanged"].regularity = 1.0;
    for (const auto& [name, course] : courses) {
        scenes.add(name, coach::refer_words(course, {}, words).value_or("") + '\n');
    }
    scenes.part("Days and times");
    const Day today = Day{std::chrono::days(20'700)};
    std::string week;
    for (int i = 0; i < 7; ++i) {
        const Day day = today + std::chrono::days(i);
        week += "    " + near_day(day - std::chrono::days(2), day, words) + '\n';
    }
    scenes.add("two days ago, on each day of a week", week);
    for (int ago = -2; ago <= 9; ++ago) {
        std::string said = near_day(today - std::chrono::days(ago), today, words) + '\n';
        for (const int hour : {8, 13, 19, 23}) {
            const Day day = today - std::chrono::days(ago);
            const Instant at{std::chrono::sys_days(day.time_since_epoch()) +
                             std::chrono::hours(hour)};
            said += "    " + near_time({at, {}, day}, today, words) + '\n';
        }
        scenes.add(fmt::format("{} days ago", ago), said);
    }
}

std::string all_scenes(const CareWords& words) {
    Scenes scenes(coach::list_lines("", words.list(Care::now_signs)).substr(1));
    add_first_run(scenes, words);
    add_before(scenes, words);
    add_mornings(scenes, words);
    add_session(scenes, words);
    add_after(scenes, words);
    add_rest_of_day(scenes, words);
    return std::move(scenes).done();
}

TEST(Sentences, FollowTheirAnswers) {
    report::golden::expect_file("sentences/en", all_scenes(support::english_care()));
    report::golden::expect_file("sentences/de", all_scenes(support::german_care()));
}

TEST(Sentences, AreAllThere) {
    for (const CareWords* words : {&support::english_care(), &support::german_care()}) {
        const std::string all = all_scenes(*words);
        for (std::size_t i = 0; i < words->by_key.size(); ++i) {
            for (const auto& sentence : words->by_key.at(i)) {
                const auto brace = sentence.find('{');
                const std::string begins = sentence.substr(0, brace);
                EXPECT_NE(all.find(begins), std::string::npos)
                    << words->language << ": nobody hears '" << hipflow::words<Care>.at(i)
                    << "': " << sentence;
            }
        }
        EXPECT_EQ(all.find('{'), std::string::npos) << "a name in braces without a value";
    }
}

}  // namespace
}  // namespace hipflow::guide
