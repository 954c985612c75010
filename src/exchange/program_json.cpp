// SPDX-License-Identifier: MIT
#include "exchange/program_json.h"

#include <nlohmann/json.hpp>

#include "exchange/or_null.h"

namespace hipflow {
namespace {

Json repeat_json(const Repeat& repeat) {
    return {{"cause", word(repeat.cause)},
            {"kept", repeat.kept},
            {"pain", or_null(repeat.pain)},
            {"pain_before", or_null(repeat.pain_before)}};
}

}  // namespace

Json to_json(const ProgramToday& today) {
    Json json = {{"week", or_null(today.week)},
                 {"begins", format_day(today.begins)},
                 {"day", today.day},
                 {"cap", or_null(today.cap)},
                 {"second_half", today.second_half},
                 {"planned", today.planned},
                 {"kept", today.kept},
                 {"done_today", today.done_today},
                 {"left", today.left}};
    json["repeat"] = today.repeat ? repeat_json(*today.repeat) : Json(nullptr);
    json["tokens"] = today.tokens;
    json["measure"] = Json::array();
    for (const Measured what : today.measure) json["measure"].push_back(word(what));
    return json;
}

}  // namespace hipflow
