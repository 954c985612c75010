// SPDX-License-Identifier: MIT
#pragma once
#include <fmt/format.h>

#include <cstdint>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "domain/error.h"
#include "exchange/library_fields.h"

namespace hipflow::exchange {

/// A visitor of exchange/fields.h that fills what it visits from the members of a JSON object.
/// Throws Error naming the member that is missing, of the wrong type or out of range.
class JsonReader {
   public:
    /// `place` names the object in messages.
    JsonReader(const nlohmann::ordered_json& object, std::string place)
        : object_(object), place_(std::move(place)) {
        if (!object_.is_object()) refuse("an object");
    }

    template <typename T>
    void operator()(const char* name, T&& value) {
        const auto member = object_.find(name);
        const std::string outer = place_;
        place_ = fmt::format("{}.{}", outer, name);
        static const Json unknown = nullptr;  // missing: read like null
        read(member == object_.end() ? unknown : *member, value);
        place_ = outer;
    }

   private:
    using Json = nlohmann::ordered_json;

    [[noreturn]] void refuse(std::string_view expected) const {
        throw Error(fmt::format("'{}' is missing or wrong: expected {}", place_, expected));
    }

    const std::string& text(const Json& json, std::string_view expected) const {
        if (!json.is_string()) refuse(expected);
        return json.get_ref<const std::string&>();
    }

    std::int64_t integer(const Json& json, std::int64_t least, std::int64_t most) const {
        const bool fits =
            json.is_number_integer() &&
            (!json.is_number_unsigned() || json.get<std::uint64_t>() <= std::uint64_t{INT64_MAX});
        const std::int64_t value = fits ? json.get<std::int64_t>() : 0;
        if (!fits || value < least || value > most) {
            refuse(fmt::format("a whole number from {} to {}", least, most));
        }
        return value;
    }

    void read(const Json& json, bool& value) const {
        if (!json.is_boolean()) refuse("true or false");
        value = json.get<bool>();
    }
    void read(const Json& json, int& value) const {
        value = static_cast<int>(integer(json, 0, std::numeric_limits<int>::max()));
    }
    void read(const Json& json, std::size_t& value) const {
        value = static_cast<std::size_t>(integer(json, 0, std::numeric_limits<int>::max()));
    }
    void read(const Json& json, std::string& value) const { value = text(json, "a text"); }
    void read(const Json& json, Millis& value) const {
        value = Millis(integer(json, 0, longest_span.count()));
    }
    void read(const Json& json, std::chrono::seconds& value) const {
        constexpr std::int64_t furthest = 18L * 60 * 60;
        value = std::chrono::seconds(integer(json, -furthest, furthest));
    }
    void read(const Json& json, Day& value) const {
        constexpr std::string_view expected = "a date such as 2026-11-22";
        const auto day = parse_day(text(json, expected));
        if (!day) refuse(expected);
        value = *day;
    }
    void read(const Json& json, Instant& value) const {
        constexpr std::string_view expected = "a time such as 2026-11-22T07:30:00+01:00";
        const auto instant = parse_instant(text(json, expected));
        if (!instant) refuse(expected);
        value = instant->at;
    }
    void read(const Json& json, PainScore& value) const {
        const auto score = PainScore::from(integer(json, 0, 10));
        if (score) value = *score;
    }
    static void read(const Json& json, JsonDocument<std::optional<std::string>> value) {
        if (json.is_null()) {
            value.text.reset();
        } else {
            value.text = json.dump();
        }
    }

    template <typename T>
    void read(const Json& json, Added<T> member) const {
        if (!json.is_null()) read(json, member.value);
    }
    template <typename Known>
    void read(const Json& json, IfKnown<Known> maybe) const {
        read(json, maybe.value);
    }
    template <typename T>
    void read(const Json& json, IfAny<T> maybe) const {
        if (json.is_null()) {
            maybe.value = T{};
        } else {
            read(json, maybe.value);
        }
    }
    template <typename T>
    void read(const Json& json, OneWhereEqual<std::optional<Band<T>>> one) const {
        if (!json.is_number()) return read(json, one.band);
        T amount{};
        read(json, amount);
        one.band = Band<T>{amount, amount};
    }
    void read(const Json& json, JoinedSentences<std::vector<Instruction>> value) const {
        const std::string& words = text(json, "a text");
        value.sentences.clear();
        if (!words.empty()) value.sentences.push_back({words, std::nullopt});
    }
    template <typename Movement>
    void read(const Json& json, MovementTexts<Movement> movement) const {
        std::vector<std::string> texts;
        read(json, texts);
        movement.exercise.phases.clear();
        movement.exercise.instructions.clear();
        movement.exercise.instructions.reserve(texts.size());
        for (auto& words : texts) {
            movement.exercise.instructions.push_back({std::move(words), std::nullopt});
        }
    }

    template <typename Enum>
        requires std::is_enum_v<Enum>
    void read(const Json& json, Enum& value) const {
        const auto expected = fmt::format("one of {}", fmt::join(words<Enum>, ", "));
        const auto known = from_word<Enum>(text(json, expected));
        if (!known) refuse(expected);
        value = *known;
    }

    template <typename T>
    void read(const Json& json, std::optional<T>& value) const {
        if (json.is_null()) {
            value.reset();
        } else {
            read(json, value.emplace(blank<T>()));
        }
    }

    template <typename T>
    void read(const Json& json, std::vector<T>& values) const {
        if (!json.is_array()) refuse("a list");
        values.clear();
        for (const auto& item : json) read(item, values.emplace_back());
    }

    template <typename T>
    void read(const Json& json, Band<T>& band) const {
        if (!json.is_array() || json.size() != 2) refuse("[bottom, top]");
        read(json[0], band.bottom);
        read(json[1], band.top);
    }

    template <typename T>
        requires requires(T& value, JsonReader& visit) { fields(value, visit); }
    void read(const Json& json, T& value) const {
        JsonReader inner(json, place_);
        fields(value, inner);
    }

    template <typename T>
    static T blank() {
        if constexpr (std::is_same_v<T, PainScore>) {
            // NOLINTNEXTLINE(bugprone-unchecked-optional-access): 0 is a score
            return *PainScore::from(0);
        } else {
            return T{};
        }
    }

    const Json& object_;
    std::string place_;
};

/// Reads what object_of wrote; `place` names the object in messages.
template <typename T>
T value_of(const nlohmann::ordered_json& json, std::string place) {
    T value;
    JsonReader visit(json, std::move(place));
    fields(value, visit);
    return value;
}

}  // namespace hipflow::exchange
