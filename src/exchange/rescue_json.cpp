// SPDX-License-Identifier: MIT
#include "exchange/rescue_json.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "domain/error.h"
#include "exchange/json_reader.h"
#include "exchange/json_writer.h"

namespace hipflow::exchange {

template <MaybeConst<JournalEntry> R, typename Visitor>
void fields(R& entry, Visitor& visit) {
    visit("id", entry.id);
    visit("change_id", entry.change_id);
    visit("undoes", entry.undoes);
    visit("device", entry.device);
    visit("kind", entry.kind);
    visit("record_id", entry.record_id);
    visit("recorded_at", entry.recorded_at);
    visit("body", as_document(entry.body));
}

namespace {

using Json = nlohmann::ordered_json;

constexpr int format = 1;

void read_head(const Json& json, Rescue& rescue) {
    if (!json.is_object() || json.value("hipflow", "") != "rescued") {
        throw Error("line 1 is not what hipflow writes");
    }
    if (json.value("format", 0) != format)
        throw Error("it was written by another version of hipflow");
    rescue.database = json.value("database", "");
    const Json first = json.value("history", Json());
    if (first.is_string()) rescue.first = first.get<std::string>();
    const Json place = json.value("checkpoint", Json());
    if (!place.is_null()) rescue.place = value_of<Checkpoint>(place, "checkpoint");
}

}  // namespace

std::string rescue_text(const Rescue& rescue) {
    Json head = Json::object();
    head["hipflow"] = "rescued";
    head["format"] = format;
    head["database"] = rescue.database;
    head["history"] = rescue.first ? Json(*rescue.first) : Json(nullptr);
    head["checkpoint"] = rescue.place ? object_of(*rescue.place) : Json(nullptr);
    const auto replace = Json::error_handler_t::replace;  // a path may be of any bytes
    std::string text = head.dump(-1, ' ', false, replace) + '\n';
    for (const auto& entry : rescue.entries) text += object_of(entry).dump() + '\n';
    return text;
}

Rescue rescue_from(std::string_view text) {
    Rescue rescue;
    for (int number = 1; !text.empty(); ++number) {
        const auto line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        const Json json = Json::parse(line, nullptr, false);
        if (json.is_discarded()) throw Error(fmt::format("line {} is not JSON", number));
        if (number == 1) {
            read_head(json, rescue);
        } else {
            rescue.entries.push_back(value_of<JournalEntry>(json, fmt::format("line {}", number)));
        }
    }
    if (rescue.entries.empty()) throw Error("it is empty");
    return rescue;
}

}  // namespace hipflow::exchange
