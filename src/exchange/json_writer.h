// SPDX-License-Identifier: MIT
#pragma once
#include <chrono>
#include <concepts>
#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <ranges>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "exchange/library_fields.h"

namespace hipflow::exchange {

/// Places in a JSON document, and the plain values put there. It keeps the JSON library out of
/// this header.
class JsonPlace {
   public:
    using Json = nlohmann::ordered_json;

   protected:
    JsonPlace(Json& place, std::chrono::seconds utc_offset);

    /// Makes an object of a place that holds nothing yet.
    void make_object() const;
    Json& member(std::string_view name) const;
    std::chrono::seconds utc_offset() const { return utc_offset_; }

    static void make_list(Json& place);
    static Json& add_item(Json& list);
    static void put(Json& place, std::nullptr_t value);
    static void put(Json& place, bool value);
    static void put(Json& place, std::int64_t value);
    static void put(Json& place, double value);
    static void put(Json& place, std::string_view value);
    static void put_document(Json& place, const std::string& text);
    static void put_instant(Json& place, Instant at, std::chrono::seconds utc_offset);

   private:
    Json& place_;
    std::chrono::seconds utc_offset_;
};

/// A visitor of exchange/fields.h: what it visits becomes the members of a JSON object, in order.
/// An optional without a value is null, a Day a date, an Instant RFC 3339, a span of time its count
/// (milliseconds if it is Millis), an enumeration its word, a Band or a pair [bottom, top], a range
/// a list, and what has fields() an object. fields() is looked for in exchange, in the namespace of
/// what is visited, and in that of `Lists`, a type which is nothing else than a name for it.
template <typename Lists = void>
class JsonWriter : private JsonPlace {
   public:
    using JsonPlace::Json;

    /// Adds to `object`, which becomes an object if it was null. Instants are shown at
    /// `utc_offset`, in whole minutes, all that RFC 3339 can say; a record with an offset of its
    /// own uses that.
    explicit JsonWriter(Json& object, std::chrono::seconds utc_offset = {})
        : JsonPlace(object, utc_offset) {
        make_object();
    }

    template <typename T>
    void operator()(std::string_view name, const T& value) const {
        write(member(name), value);
    }
    template <typename Known>
    void operator()(std::string_view name, const IfKnown<Known>& maybe) const {
        if (maybe.value) write(member(name), *maybe.value);
    }
    template <typename T>
    void operator()(std::string_view name, const IfAny<T>& maybe) const {
        if (maybe.value != std::remove_const_t<T>{}) write(member(name), maybe.value);
    }

   private:
    template <typename T>
        requires requires(const T& value, const JsonWriter& visit) { fields(value, visit); }
    void write(Json& place, const T& value) const {
        const JsonWriter inner(place, own_offset(value).value_or(utc_offset()));
        fields(value, inner);
    }

    template <typename T>
        requires std::integral<T> || std::floating_point<T>
    void write(Json& place, T value) const {
        if constexpr (std::same_as<T, bool>) {
            put(place, value);
        } else if constexpr (std::integral<T>) {
            put(place, static_cast<std::int64_t>(value));
        } else {
            put(place, static_cast<double>(value));
        }
    }

    static void write(Json& place, std::string_view value) { put(place, value); }
    static void write(Json& place, Day value) { put(place, format_day(value)); }
    void write(Json& place, Instant value) const { put_instant(place, value, utc_offset()); }
    static void write(Json& place, const Stamp& value) {
        put_instant(place, value.at, value.utc_offset);
    }
    static void write(Json& place, const OffsetInstant& value) {
        put_instant(place, value.at, value.utc_offset);
    }
    void write(Json& place, PainScore value) const { write(place, value.value()); }

    template <typename Rep, typename Period>
    void write(Json& place, std::chrono::duration<Rep, Period> value) const {
        write(place, value.count());
    }

    static void write(Json& place, JsonDocument<const std::optional<std::string>> value) {
        if (value.text) {
            put_document(place, *value.text);
        } else {
            put(place, nullptr);
        }
    }

    template <typename T>
    void write(Json& place, Added<T> member) const {
        write(place, std::as_const(member.value));
    }
    static void write(Json& place, JoinedSentences<const std::vector<Instruction>> text) {
        put(place, joined(text.sentences));
    }
    template <typename Movement>
    void write(Json& place, MovementTexts<Movement> movement) const {
        auto texts = movement_texts(movement.exercise);
        if (!have_texts(movement.exercise.phases)) {
            texts.resize(movement.exercise.instructions.size());
        }
        write(place, texts);
    }
    template <typename T>
    void write(Json& place, OneWhereEqual<const std::optional<Band<T>>> one) const {
        if (one.band && one.band->bottom == one.band->top) return write(place, one.band->bottom);
        write(place, one.band);
    }

    template <typename Enum>
        requires std::is_enum_v<Enum>
    void write(Json& place, Enum value) const {
        put(place, word(value));
    }

    template <typename T>
    void write(Json& place, const std::optional<T>& value) const {
        if (value) {
            write(place, *value);
        } else {
            put(place, nullptr);
        }
    }

    template <typename T>
    void write(Json& place, const Band<T>& band) const {
        make_list(place);
        write(add_item(place), band.bottom);
        write(add_item(place), band.top);
    }

    template <typename T>
    void write(Json& place, const AtOffset<T>& shown) const {
        JsonWriter(place, shown.utc_offset, Inside{}).write(place, shown.value);
    }

    template <typename First, typename Second>
    void write(Json& place, const std::pair<First, Second>& both) const {
        make_list(place);
        write(add_item(place), both.first);
        write(add_item(place), both.second);
    }

    /// A record of any kind, which shows its instants as its body does.
    template <typename... Kinds>
    void write(Json& place, const std::variant<Kinds...>& record) const {
        std::visit([&](const auto& value) { write(place, value); }, record);
    }

    template <std::ranges::input_range Range>
        requires(!std::convertible_to<const Range&, std::string_view>)
    void write(Json& place, const Range& values) const {
        make_list(place);
        for (const auto& value : values) write(add_item(place), value);
    }

    struct Inside {};
    JsonWriter(Json& place, std::chrono::seconds utc_offset, Inside /*not an object*/)
        : JsonPlace(place, utc_offset) {}
};

/// A value as a JSON object of its members. For callers that include the JSON library.
template <typename T, typename Json = JsonPlace::Json>
Json object_of(const T& value, std::chrono::seconds utc_offset = {}) {
    Json json;
    const JsonWriter<> visit(json, utc_offset);
    fields(value, visit);
    return json;
}

}  // namespace hipflow::exchange
