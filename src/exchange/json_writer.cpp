// SPDX-License-Identifier: MIT
#include "exchange/json_writer.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "domain/error.h"

namespace hipflow::exchange {

JsonWriter::JsonWriter(Json& object, std::chrono::seconds utc_offset)
    : JsonWriter(object, utc_offset, Inside{}) {
    if (object_.is_null()) object_ = Json::object();
}

JsonWriter::JsonWriter(Json& place, std::chrono::seconds utc_offset, Inside /*not an object*/)
    : object_(place), utc_offset_(std::chrono::floor<std::chrono::minutes>(utc_offset)) {}

JsonWriter::Json& JsonWriter::member(std::string_view name) const {
    return object_[std::string(name)];
}

void JsonWriter::make_list(Json& place) { place = Json::array(); }

JsonWriter::Json& JsonWriter::add_item(Json& list) {
    list.push_back(nullptr);
    return list.back();
}

void JsonWriter::put(Json& place, std::nullptr_t value) { place = value; }
void JsonWriter::put(Json& place, bool value) { place = value; }
void JsonWriter::put(Json& place, std::int64_t value) { place = value; }
void JsonWriter::put(Json& place, double value) { place = value; }
void JsonWriter::put(Json& place, std::string_view value) { place = value; }

void JsonWriter::put_document(Json& place, const std::string& text) {
    place = Json::parse(text, nullptr, false);
    if (place.is_discarded()) throw Error(fmt::format("not JSON: {}", text));
}

void JsonWriter::put_instant(Json& place, Instant at, std::chrono::seconds utc_offset) {
    place = format_instant(at, std::chrono::floor<std::chrono::minutes>(utc_offset));
}

}  // namespace hipflow::exchange
