// SPDX-License-Identifier: MIT
#include "exchange/recordable.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>

#include "domain/error.h"
#include "exchange/fields.h"
#include "exchange/json.h"

namespace hipflow::exchange {
namespace {

using std::chrono::seconds;

constexpr seconds furthest_offset = std::chrono::hours(18);

/// A visitor of exchange/fields.h that keeps the first value that is out of range.
class RangeCheck {
   public:
    RangeCheck(std::string_view title, seconds utc_offset)
        : title_(title), utc_offset_(std::chrono::floor<std::chrono::minutes>(utc_offset)) {}

    template <typename T>
    void operator()(const char* name, const T& value) {
        if (!found_) look_at(name, value);
    }
    std::optional<Unrecordable> take() { return std::move(found_); }

   private:
    void refuse(const char* name, std::string value, std::string expected) {
        found_ = {fmt::format("{}.{}", title_, name), std::move(value), std::move(expected)};
    }
    void look_at(const char* name, Day day) {
        if (is_recordable(day)) return;
        refuse(
            name, format_day(day),
            fmt::format("a day from {} to {}", format_day(earliest_day), format_day(latest_day)));
    }
    void look_at(const char* name, Instant at) {
        if (is_recordable(at, utc_offset_)) return;
        refuse(
            name, format_instant(at, utc_offset_),
            fmt::format("a time from {} to {}", format_day(earliest_day), format_day(latest_day)));
    }
    void look_at(const char* name, Millis span) {
        if (is_recordable(span)) return;
        refuse(name, fmt::format("{} ms", span.count()),
               fmt::format("0 to {} ms", longest_span.count()));
    }
    void look_at(const char* name, seconds offset) {
        if (offset >= -furthest_offset && offset <= furthest_offset) return;
        refuse(name, fmt::format("{} s", offset.count()), "at most 18 hours");
    }
    void look_at(const char* name, int number) {
        if (number >= 0) return;
        refuse(name, std::to_string(number), "a number of 0 or more");
    }
    template <typename T>
    void look_at(const char* name, const std::optional<T>& value) {
        if (value) look_at(name, *value);
    }
    template <typename T>
    void look_at(const char* /*name*/, const T& /*value*/) {}  // words and texts have no range

    std::string_view title_;
    seconds utc_offset_;
    std::optional<Unrecordable> found_;
};

template <typename R>
std::optional<Unrecordable> checked(std::string_view title, const R& record) {
    RangeCheck visit(title, own_offset(record).value_or(seconds(0)));
    fields(record, visit);
    return visit.take();
}

std::int64_t within(std::int64_t value, std::int64_t least, std::int64_t most) {
    return std::clamp(value, least, most);
}

/// A visitor of a blank record that moves each member of a body to the nearest value in range.
class BodyMender {
   public:
    BodyMender(Json& object, seconds utc_offset) : object_(object), utc_offset_(utc_offset) {}

    template <typename T>
    void operator()(const char* name, const T& value) {
        const auto member = object_.find(name);
        if (member == object_.end() || member->is_null()) return;
        const std::string before = text_of(*member);
        mend(*member, value);
        const std::string after = text_of(*member);
        if (after != before) changes_.push_back({name, before, after});
    }
    std::vector<FieldChange> take() { return std::move(changes_); }

   private:
    static std::string text_of(const Json& json) {
        return json.is_string() ? json.get<std::string>() : json.dump();
    }

    static void mend(Json& json, Day /*type*/) {
        const auto beyond = json.is_string() ? beyond_range(json.get<std::string>()) : std::nullopt;
        if (beyond) {
            json = format_day(*beyond == Beyond::before ? earliest_day : latest_day);
        }
    }
    void mend(Json& json, Instant /*type*/) const {
        if (!json.is_string() || parse_instant(json.get<std::string>())) return;
        const auto beyond = beyond_range(json.get<std::string>());
        if (!beyond) return;
        const Instant at = *beyond == Beyond::before
                               ? std::max(earliest_instant, earliest_instant - utc_offset_)
                               : std::min(latest_instant, latest_instant - utc_offset_);
        json = format_instant(at, utc_offset_);
    }
    static void mend(Json& json, Millis /*type*/) { clamp(json, 0, longest_span.count()); }
    static void mend(Json& json, seconds /*type*/) {
        clamp(json, -furthest_offset.count(), furthest_offset.count());
    }
    static void mend(Json& json, int /*type*/) { clamp(json, 0, std::numeric_limits<int>::max()); }
    template <typename T>
    void mend(Json& json, const std::optional<T>& /*type*/) {
        if constexpr (std::is_default_constructible_v<T>) mend(json, T{});
    }
    template <typename T>
    void mend(Json& /*json*/, const T& /*type*/) const {}

    static void clamp(Json& json, std::int64_t least, std::int64_t most) {
        if (json.is_number_integer()) json = within(json.get<std::int64_t>(), least, most);
    }

    Json& object_;
    seconds utc_offset_;
    std::vector<FieldChange> changes_;
};

seconds offset_in(const Json& object) {
    const auto member = object.find("utc_offset_s");
    if (member == object.end() || !member->is_number_integer()) return {};
    const auto most = std::int64_t{furthest_offset / seconds(1)};
    return std::chrono::floor<std::chrono::minutes>(
        seconds(within(member->get<std::int64_t>(), -most, most)));
}

}  // namespace

std::optional<Unrecordable> unrecordable(const Record& record) {
    return std::visit([]<typename R>(const R& r) { return checked(kind<R>, r); }, record);
}

std::optional<Unrecordable> unrecordable(const Checkpoint& place) {
    return checked("checkpoint", place);
}

std::optional<MendedBody> mended(std::string_view kind_name, std::string_view body) {
    Json object = Json::parse(body, nullptr, false);
    if (!object.is_object()) return std::nullopt;
    MendedBody result;
    for_each_kind([&]<typename R>() {
        if (kind_name != kind<R>) return;
        BodyMender visit(object, offset_in(object));
        const R blank;
        fields(blank, visit);
        result.changes = visit.take();
    });
    result.body = object.dump();
    try {
        record_from(kind_name, result.body);
    } catch (const Error&) {
        return std::nullopt;
    }
    return result;
}

}  // namespace hipflow::exchange
