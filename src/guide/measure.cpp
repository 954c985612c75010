// SPDX-License-Identifier: MIT
#include "guide/measure.h"

#include <fmt/format.h>

#include <string_view>

#include "domain/number.h"
#include "guide/questions.h"

namespace hipflow::guide {
namespace {

std::string_view place_words(RotationPosition position) {
    if (position == RotationPosition::prone) {
        return "Lie face down, pelvis flat, one knee bent to a right angle. You need somebody to "
               "read the phone.\n";
    }
    return "Sit on something firm and high enough that the feet hang. The thigh is supported up to "
           "the knee, a small roll under it. Both sit bones down, hands on the seat.\n";
}

std::string_view phone_words(RotationPosition position) {
    if (position == RotationPosition::prone) {
        return "Your helper holds the phone flat on the front of the shin, a hand below the knee, "
               "with its level or inclinometer open. If it does not show 0 while the shin stands "
               "straight up, note that and take it off.\n";
    }
    return "Strap the phone flat to the front of the shin, a hand below the knee; a sock top or a "
           "scarf will do. Use a level or inclinometer that keeps or speaks the reading, or sit "
           "before a mirror; do not lean to read. If it does not show 0 while the shin hangs "
           "straight, note that and take it off.\n";
}

std::string_view upright_words(RotationPosition position) {
    return position == RotationPosition::prone
               ? "The shin is the pointer. It begins straight up.\n"
               : "The shin is the pointer. It begins hanging straight down.\n";
}

constexpr std::string_view direction_words =
    "Foot OUT, away from the other leg: the thigh turns in (internal).\n"
    "Foot IN, across the other leg: the thigh turns out (external).\n"
    "Turn slowly, by your own strength, to the first firm stop, before the pelvis lifts. Read the "
    "phone, and come back.\n";

constexpr std::string_view warm_up_words =
    "First five slow windshield wipers to each side, lying or sitting, so that every reading is "
    "taken warm.\n";

constexpr std::string_view large_words(Side side, Rotation movement) {
    if (side == Side::left) return movement == Rotation::internal ? "LEFT OUT" : "LEFT IN";
    return movement == Rotation::internal ? "RIGHT OUT" : "RIGHT IN";
}

std::string reading_question(Side side, Rotation movement, int trial) {
    const bool internal = movement == Rotation::internal;
    return fmt::format(
        "{} foot {} ({}). Reading {} of {}, degrees:", side == Side::left ? "Left" : "Right",
        internal ? "OUT, away from the other leg" : "IN, across the other leg", word(movement),
        trial, today::rotation_trials);
}

struct Reading {
    std::optional<int> degrees;  // none: skipped
    bool hurts = false;
};

Reading ask_reading(terminal::Face& face, Side side, Rotation movement, int trial) {
    const terminal::Question question{reading_question(side, movement, trial),
                                      {},
                                      {"Enter skip the rest of this", "p it hurts"},
                                      std::string(large_words(side, movement))};
    std::string answer = face.ask(question);
    while (!answer.empty()) {
        if (answer == "p" || answer == "P") return {{}, true};
        const auto degrees = parse_number<int>(answer);
        if (degrees && *degrees >= 0 && *degrees <= today::most_degrees) return {degrees, false};
        face.say(fmt::format("Please type whole degrees from 0 to {}.\n", today::most_degrees));
        answer = face.ask(question);
    }
    return {};
}

today::RotationReadings ask_readings(terminal::Face& face, const CareWords& words, Side side,
                                     Rotation movement) {
    today::RotationReadings readings{side, movement, {}, {}};
    bool hurts = false;
    for (int trial = 1; trial <= today::rotation_trials; ++trial) {
        const Reading reading = ask_reading(face, side, movement, trial);
        hurts = reading.hurts;
        if (!reading.degrees) break;
        readings.degrees.push_back(*reading.degrees);
    }
    if (hurts || !readings.degrees.empty()) {
        readings.pain = ask_pain_score(face, words, words.say(Care::ask_pain_measured));
    }
    return readings;
}

}  // namespace

RotationPosition ask_rotation_position(terminal::Face& face, RotationPosition usual) {
    const bool prone = usual == RotationPosition::prone;
    const auto letter = ask_letter(
        face, "How do you measure? Always the same way: other positions read differently.",
        {"s sitting, the feet hanging", "f face down, somebody reads the phone",
         prone ? "Enter as last time: face down" : "Enter sitting"});
    if (!letter) return usual;
    return *letter == 'f' ? RotationPosition::prone : RotationPosition::seated;
}

std::optional<PainScore> lead_rotation(
    terminal::Face& face, const CareWords& words, RotationPosition position,
    const std::function<void(const today::RotationReadings&)>& keep) {
    face.say(warm_up_words);
    face.say("\n");
    face.say(place_words(position));
    face.ask({"Press Enter when you are warm and in place."});
    face.say(phone_words(position));
    face.say(upright_words(position));
    face.say("\n");
    face.say(direction_words);
    face.say(
        '\n' +
        words.say(Care::measure_stop_at, {{"score", std::to_string(today::rotation_stop_pain)}}) +
        '\n');
    face.ask({"Press Enter to begin with the left leg."});
    for (const auto& [side, movement] : today::hip_movements) {
        const today::RotationReadings readings = ask_readings(face, words, side, movement);
        if (!readings.degrees.empty()) keep(readings);
        if (readings.pain && readings.pain->value() >= today::rotation_stop_pain) {
            face.tell(words.say(Care::measure_stopped) + '\n');
            return readings.pain;
        }
    }
    return std::nullopt;
}

namespace {

constexpr std::string_view first_words =
    "Name three things, up to five, that are hard for you because of your hips or back, in your "
    "own "
    "words. Such as: standing for twenty minutes, tying my shoes, turning in bed, getting out of "
    "the car, sitting at my desk. The same ones are asked again in some weeks.\n";

constexpr std::string_view scale_words =
    "How well does each go, today? 0 is: I am unable to do it. 10 is: as well as before. Up is "
    "better.\n";

/// Returns nullopt for Enter.
std::optional<std::string> ask_activity(terminal::Face& face, const std::string& question,
                                        const std::vector<Activity>& activities) {
    std::string answer = face.ask({question, {}, {"Enter no more"}});
    while (!answer.empty()) {
        const auto objection = today::objection_to(answer, activities);
        if (!objection) return answer;
        answer = face.ask({fmt::format("{}\n{}", *objection, question), {}, {"Enter no more"}});
    }
    return std::nullopt;
}

std::vector<Activity> ask_first_activities(terminal::Face& face, const FunctionNotes& notes) {
    face.say(first_words);
    std::vector<Activity> activities;
    while (activities.size() < today::most_activities) {
        const auto text = ask_activity(
            face, fmt::format("What is hard? Number {}:", activities.size() + 1), activities);
        if (!text) break;
        activities.push_back(notes.add(*text));
    }
    return activities;
}

void ask_score(terminal::Face& face, const Activity& activity, std::optional<int> previous,
               const FunctionNotes& notes) {
    const std::string before = previous ? fmt::format(" Last time: {}.", *previous) : "";
    const auto score = ask_number(
        face,
        fmt::format("{}: how well does it go, from 0 (unable) to 10 (as well as before)?{}",
                    activity.text, before),
        0, 10, {"x ten", "Enter no answer"});
    if (score) notes.score(activity, static_cast<int>(*score));
}

void ask_new_activity(terminal::Face& face, const std::vector<Activity>& activities,
                      const FunctionNotes& notes) {
    const auto text = ask_activity(face, "What else is hard?", activities);
    if (text) ask_score(face, notes.add(*text), std::nullopt, notes);
}

void ask_what_to_drop(terminal::Face& face, const std::vector<Activity>& activities,
                      const FunctionNotes& notes) {
    std::string question = "Which one? Press its number, or Enter to drop none.";
    for (std::size_t i = 0; i < activities.size(); ++i) {
        question += fmt::format("\n  {} {}", i + 1, activities[i].text);
    }
    const auto number = ask_number(face, question, 1, static_cast<long>(activities.size()));
    if (number) notes.drop(activities[static_cast<std::size_t>(*number) - 1]);
}

void ask_changes(terminal::Face& face, const std::vector<Activity>& activities,
                 const FunctionNotes& notes) {
    std::vector<std::string> options = {"Enter leave them as they are", "d drop one"};
    if (activities.size() < today::most_activities) options.emplace_back("a add one");
    const auto letter = ask_letter(face, "The same ones are asked again next time.", options);
    if (letter == 'a') ask_new_activity(face, activities, notes);
    if (letter == 'd') ask_what_to_drop(face, activities, notes);
}

}  // namespace

void lead_function(terminal::Face& face, const std::vector<Activity>& activities,
                   const std::map<std::string, int>& previous, const FunctionNotes& notes) {
    const bool first = activities.empty();
    const auto asked = first ? ask_first_activities(face, notes) : activities;
    if (asked.empty()) return;
    face.say(scale_words);
    for (const auto& activity : asked) {
        const auto last = previous.find(activity.id);
        ask_score(face, activity,
                  last == previous.end() ? std::nullopt : std::optional(last->second), notes);
    }
    if (!first) ask_changes(face, asked, notes);
}

}  // namespace hipflow::guide
