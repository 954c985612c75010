// SPDX-License-Identifier: MIT
#include "exchange/coach_json.h"

#include <nlohmann/json.hpp>

#include "domain/error.h"
#include "exchange/coach_fields.h"
#include "exchange/json_reader.h"
#include "exchange/json_writer.h"

namespace hipflow::exchange {
namespace {

/// Drops members that are null, false or empty. A zero stays.
Json terse(Json json) {
    if (json.is_array()) {
        for (auto& item : json) item = terse(std::move(item));
        return json;
    }
    if (!json.is_object()) return json;
    Json kept = Json::object();
    for (const auto& [key, value] : json.items()) {
        Json inner = terse(std::move(value));
        const bool nothing =
            inner.is_null() || inner == Json(false) || (inner.is_structured() && inner.empty());
        if (!nothing) kept[key] = std::move(inner);
    }
    return kept;
}

/// Adds an empty list where one was left out. A missing optional member is read as unknown.
Json whole(Json json, std::initializer_list<const char*> lists) {
    for (const char* list : lists) {
        if (json.is_object() && !json.contains(list)) json[list] = Json::array();
    }
    return json;
}

Json with_flags(Json json, std::initializer_list<const char*> flags) {
    for (const char* flag : flags) {
        if (json.is_object() && !json.contains(flag)) json[flag] = false;
    }
    return json;
}

void complete_each(Json& json, const char* list, std::initializer_list<const char*> flags) {
    if (!json.is_object() || !json.contains(list)) return;
    for (auto& item : json[list]) item = with_flags(std::move(item), flags);
}

/// What sessions recorded before the state was kept for each exercise by itself.
bool is_earlier(const Json& state) { return state.is_object() && state.contains("rung"); }

Json whole_state(Json state) {
    if (!state.is_object()) return state;
    if (state.contains("both")) state["left"] = state["right"] = state["both"];
    for (const char* side : {"left", "right"}) {
        if (!state.contains(side)) state[side] = Json::object();
        state[side] = whole(std::move(state[side]), {"counted"});
        complete_each(state[side], "counted", {"steady"});
    }
    complete_each(state, "mornings", {"inferred"});
    state = with_flags(std::move(state),
                       {"stood", "half", "topped", "mastered", "closed", "returning"});
    return whole(std::move(state), {"reds", "mornings"});
}

}  // namespace

Json to_json(const coach::CoachRecord& record) {
    Json json = terse(object_of(record));
    json.erase("earlier");  // read, never written
    if (!json.contains("states")) return json;
    for (auto& state : json["states"]) {
        if (!state.contains("left") || state["left"] != state.value("right", Json())) continue;
        state["both"] = state["left"];
        state.erase("left");
        state.erase("right");
    }
    return json;
}

std::string body_of(const coach::CoachRecord& record) { return to_json(record).dump(); }

coach::CoachRecord coach_record_from(std::string_view body) {
    Json json = Json::parse(body, nullptr, false);
    if (json.is_discarded()) throw Error("the session's reasons are not a JSON document");
    json = whole(std::move(json), {"states", "earlier", "reasons", "unscored", "times"});
    if (!json.is_object()) throw Error("the session's reasons are not an object");
    Json states = Json::array();
    for (auto& state : json["states"]) {
        (is_earlier(state) ? json["earlier"] : states).push_back(whole_state(std::move(state)));
    }
    json["states"] = std::move(states);
    for (auto& reason : json["reasons"]) {
        if (reason.is_object() && !reason.contains("change")) reason["change"] = false;
    }
    return value_of<coach::CoachRecord>(json, "reasons");
}

}  // namespace hipflow::exchange
