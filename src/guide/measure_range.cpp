// SPDX-License-Identifier: MIT
#include "guide/measure_range.h"

#include <fmt/format.h>

#include <string_view>

#include "domain/number.h"
#include "guide/questions.h"

namespace hipflow {
namespace {

std::string_view place_words(RangePosition position) {
    if (position == RangePosition::prone) {
        return "Lie face down, pelvis flat, one knee bent to a right angle. You need somebody to "
               "read the phone.\n";
    }
    return "Sit on something firm and high enough that the feet hang. The thigh is supported up to "
           "the knee, a small roll under it. Both sit bones down, hands hold the seat.\n";
}

constexpr std::string_view phone_words =
    "Hold the phone, or strap it, flat on the front of the shin, a hand below the knee. Open its "
    "level or inclinometer. It must show 0 while the shin hangs straight.\n";

std::string_view upright_words(RangePosition position) {
    return position == RangePosition::prone
               ? "The shin is the pointer. It begins straight up.\n"
               : "The shin is the pointer. It begins hanging straight down.\n";
}

constexpr std::string_view direction_words =
    "Foot OUT, away from the other leg: the thigh turns in (internal).\n"
    "Foot IN, across the other leg: the thigh turns out (external).\n"
    "Turn slowly, by your own strength, to the first firm stop, before the pelvis lifts. Read the "
    "phone, and come back.\n";

constexpr std::string_view warm_up_words =
    "First five slow windshield wipers to each side, lying or sitting: warm hips read alike.\n";

constexpr std::string_view range_stopped_words =
    "Stopped, and that was the right call: forcing it shows nothing. What was measured is kept.\n";

constexpr std::string_view large_words(Side side, Rotation movement) {
    if (side == Side::left) return movement == Rotation::internal ? "LEFT OUT" : "LEFT IN";
    return movement == Rotation::internal ? "RIGHT OUT" : "RIGHT IN";
}

std::string reading_question(Side side, Rotation movement, int trial) {
    const bool internal = movement == Rotation::internal;
    return fmt::format(
        "{} foot {} ({}). Reading {} of {}, degrees:", side == Side::left ? "Left" : "Right",
        internal ? "OUT, away from the other leg" : "IN, across the other leg", word(movement),
        trial, range_trials);
}

struct Reading {
    std::optional<int> degrees;  // none: skipped
    bool hurts = false;
};

Reading ask_reading(Face& face, Side side, Rotation movement, int trial) {
    const Question question{reading_question(side, movement, trial),
                            {},
                            {"Enter skips the rest of this", "p it hurts"},
                            std::string(large_words(side, movement))};
    std::string answer = face.ask(question);
    while (!answer.empty()) {
        if (answer == "p" || answer == "P") return {{}, true};
        const auto degrees = parse_number<int>(answer);
        if (degrees && *degrees >= 0 && *degrees <= most_degrees) return {degrees, false};
        face.say(fmt::format("Please type whole degrees from 0 to {}.\n", most_degrees));
        answer = face.ask(question);
    }
    return {};
}

RangeReadings ask_readings(Face& face, Side side, Rotation movement) {
    RangeReadings readings{side, movement, {}, {}};
    bool hurts = false;
    for (int trial = 1; trial <= range_trials; ++trial) {
        const Reading reading = ask_reading(face, side, movement, trial);
        hurts = reading.hurts;
        if (!reading.degrees) break;
        readings.degrees.push_back(*reading.degrees);
    }
    if (hurts || !readings.degrees.empty()) {
        readings.pain = ask_pain_score(
            face, "Pain while you did it, from 0 to 10? Not the stretch. Enter: no answer.");
    }
    return readings;
}

}  // namespace

RangePosition ask_range_position(Face& face, RangePosition usual) {
    const bool prone = usual == RangePosition::prone;
    const auto letter = ask_letter(
        face, "How do you measure? Always the same way: other positions read differently.",
        {"s sitting, the feet hanging", "f face down, somebody reads the phone",
         prone ? "Enter as last time: face down" : "Enter sitting"});
    if (!letter) return usual;
    return *letter == 'f' ? RangePosition::prone : RangePosition::seated;
}

std::optional<PainScore> lead_range(Face& face, RangePosition position,
                                    const std::function<void(const RangeReadings&)>& keep) {
    face.say(warm_up_words);
    face.say("\n");
    face.say(place_words(position));
    face.ask({"Enter: I am warm and in place."});
    face.say(phone_words);
    face.say(upright_words(position));
    face.say("\n");
    face.say(direction_words);
    face.say(fmt::format("\nStop at once if it hurts {} out of 10 or more. Nothing is forced.\n",
                         range_stop_pain));
    face.ask({"Enter: begin with the left leg."});
    for (const auto& [side, movement] : hip_movements) {
        const RangeReadings readings = ask_readings(face, side, movement);
        if (!readings.degrees.empty()) keep(readings);
        if (readings.pain && readings.pain->value() >= range_stop_pain) {
            face.tell(range_stopped_words);
            return readings.pain;
        }
    }
    return std::nullopt;
}

}  // namespace hipflow
