// SPDX-License-Identifier: MIT
#include "domain/duration.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

#include "domain/number.h"

namespace hipflow {
namespace {

using namespace std::chrono_literals;

struct Unit {
    std::string_view name;
    Millis length;
    std::int64_t most;  // when it stands behind a larger unit
};
constexpr std::array units = {Unit{"h", 1h, 23}, Unit{"m", 1min, 59}, Unit{"s", 1s, 59},
                              Unit{"ms", 1ms, 999}};
constexpr Millis longest = 24h;

/// Digits at the front of `text`, with up to three decimals, in thousandths; they are consumed.
std::optional<std::int64_t> take_thousandths(std::string_view& text, bool& has_decimals) {
    constexpr std::int64_t most = 100'000'000;
    if (text.starts_with('-')) return {};
    const auto whole = take_number<std::int64_t>(text);
    if (!whole || *whole > most) return {};
    std::int64_t thousandths = *whole * 1000;
    has_decimals = !text.empty() && text.front() == '.';
    if (!has_decimals) return thousandths;
    text.remove_prefix(1);
    std::int64_t worth = 100;
    std::size_t digits = 0;
    while (!text.empty() && text.front() >= '0' && text.front() <= '9') {
        if (++digits > 3) return {};
        thousandths += (text.front() - '0') * worth;
        worth /= 10;
        text.remove_prefix(1);
    }
    if (digits == 0) return {};
    return thousandths;
}

/// A number with its unit, and the units that may follow it.
struct Part {
    Millis length{};
    std::span<const Unit> next;
};

/// The part at the front of `text`, of one of the units `allowed`; it is consumed.
std::optional<Part> take_part(std::string_view& text, std::span<const Unit> allowed) {
    bool has_decimals = false;
    const auto thousandths = take_thousandths(text, has_decimals);
    if (!thousandths) return {};
    const std::string_view name = text.substr(0, text.starts_with("ms") ? 2 : 1);
    const auto unit = std::ranges::find(allowed, name, &Unit::name);
    if (unit == allowed.end() || (has_decimals && name != "s")) return {};
    const bool behind_another = allowed.size() < units.size();
    if (behind_another && *thousandths > unit->most * 1000 + 999) return {};
    text.remove_prefix(name.size());
    const auto used = static_cast<std::size_t>(unit - allowed.begin()) + 1;
    // "1.5s500ms" would say the thousandths twice.
    const auto next = has_decimals ? std::span<const Unit>{} : allowed.subspan(used);
    return Part{Millis(*thousandths * unit->length.count() / 1000), next};
}

}  // namespace

std::optional<Millis> parse_duration(std::string_view text) {
    if (text.empty()) return {};
    Millis total{0};
    std::span<const Unit> allowed = units;
    while (!text.empty()) {
        const auto part = take_part(text, allowed);
        if (!part) return {};
        total += part->length;
        if (total > longest) return {};
        allowed = part->next;
    }
    return total;
}

std::string format_duration(Millis value) {
    if (value == 0ms) return "0s";
    std::string text;
    for (const auto& unit : units) {
        const auto count = value / unit.length;
        if (count == 0) continue;
        text += fmt::format("{}{}", count, unit.name);
        value -= count * unit.length;
    }
    return text;
}

std::string spell_duration(Millis value) {
    const auto seconds = std::chrono::round<std::chrono::seconds>(value).count();
    if (seconds < 60) return fmt::format("{} s", seconds);
    if (seconds % 60 == 0) return fmt::format("{} min", seconds / 60);
    return fmt::format("{} min {} s", seconds / 60, seconds % 60);
}

std::string clock_face(Millis value) {
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(value).count();
    return fmt::format("{}:{:02}", seconds / 60, seconds % 60);
}

}  // namespace hipflow
