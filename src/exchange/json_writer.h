// SPDX-License-Identifier: MIT
#pragma once
#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/error.h"
#include "exchange/library_fields.h"

namespace hipflow {

/// A visitor of exchange/fields.h: what it visits becomes the members of a JSON object.
class JsonWriter {
   public:
    /// Offsets are written in whole minutes, all that RFC 3339 can say.
    explicit JsonWriter(std::chrono::seconds utc_offset)
        : utc_offset_(std::chrono::floor<std::chrono::minutes>(utc_offset)) {}

    template <typename T>
    void operator()(const char* name, const T& value) {
        object_[name] = written(value);
    }

    nlohmann::ordered_json take() { return std::move(object_); }

   private:
    using Json = nlohmann::ordered_json;

    static Json written(bool value) { return value; }
    static Json written(int value) { return value; }
    static Json written(const std::string& value) { return value; }
    static Json written(Millis value) { return value.count(); }
    static Json written(std::chrono::seconds value) { return value.count(); }
    static Json written(Day value) { return format_day(value); }
    Json written(Instant value) const { return format_instant(value, utc_offset_); }
    static Json written(PainScore value) { return value.value(); }

    static Json written(JsonDocument<const std::optional<std::string>> value) {
        if (!value.text) return nullptr;
        Json document = Json::parse(*value.text, nullptr, false);
        if (document.is_discarded()) throw Error(fmt::format("not JSON: {}", *value.text));
        return document;
    }

    template <typename Enum>
        requires std::is_enum_v<Enum>
    static Json written(Enum value) {
        return word(value);
    }

    template <typename T>
    Json written(const std::optional<T>& value) const {
        return value ? written(*value) : Json(nullptr);
    }

    template <typename T>
    Json written(const std::vector<T>& values) const {
        Json list = Json::array();
        for (const auto& value : values) list.push_back(written(value));
        return list;
    }

    template <typename T>
    Json written(const Band<T>& band) const {
        return Json::array({written(band.bottom), written(band.top)});
    }

    template <typename T>
        requires requires(const T& value, JsonWriter& visit) { fields(value, visit); }
    Json written(const T& value) const {
        JsonWriter inner(utc_offset_);
        fields(value, inner);
        return inner.take();
    }

    std::chrono::seconds utc_offset_;
    Json object_ = Json::object();
};

}  // namespace hipflow
