// SPDX-License-Identifier: MIT
#include "exchange/json_writer.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "domain/error.h"

namespace hipflow::exchange {

JsonPlace::JsonPlace(Json& place, std::chrono::seconds utc_offset)
    : place_(place), utc_offset_(std::chrono::floor<std::chrono::minutes>(utc_offset)) {}

void JsonPlace::make_object() const {
    if (place_.is_null()) place_ = Json::object();
}

JsonPlace::Json& JsonPlace::member(std::string_view name) const {
    return place_[std::string(name)];
}

void JsonPlace::make_list(Json& place) { place = Json::array(); }

JsonPlace::Json& JsonPlace::add_item(Json& list) {
    list.push_back(nullptr);
    return list.back();
}

void JsonPlace::put(Json& place, std::nullptr_t value) { place = value; }
void JsonPlace::put(Json& place, bool value) { place = value; }
void JsonPlace::put(Json& place, std::int64_t value) { place = value; }
void JsonPlace::put(Json& place, double value) { place = value; }
void JsonPlace::put(Json& place, std::string_view value) { place = value; }

void JsonPlace::put_document(Json& place, const std::string& text) {
    place = Json::parse(text, nullptr, false);
    if (place.is_discarded()) throw Error(fmt::format("not JSON: {}", text));
}

void JsonPlace::put_instant(Json& place, Instant at, std::chrono::seconds utc_offset) {
    place = format_instant(at, std::chrono::floor<std::chrono::minutes>(utc_offset));
}

}  // namespace hipflow::exchange
