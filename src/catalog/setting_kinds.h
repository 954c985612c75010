// SPDX-License-Identifier: MIT
#pragma once
#include <fmt/format.h>

#include <chrono>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "catalog/settings_table.h"
#include "domain/time.h"

namespace hipflow::catalog {

// The kinds of settings. Each is given the members that lead from Settings to the value:
// number_kind<&Settings::pain, &PainThresholds::red_peak>.

template <auto... members, typename Owner>
constexpr auto& member_of(Owner& settings) {
    return (settings.*....*members);
}

template <typename Value, typename Target>
bool store_value(std::optional<Value> value, Target& target) {
    if (!value) return false;
    target = *std::move(value);
    return true;
}

// Readers of the values of several settings. They return nullopt where the file has no value that
// fits.
std::optional<int> read_number(TableReader& fields, const Setting& setting);
std::optional<std::string> read_id(TableReader& fields, const Setting& setting);
std::optional<std::vector<std::string>> read_list(TableReader& fields, const Setting& setting);

std::string show_text(const std::string& text);
std::string show_list(const std::vector<std::string>& texts);
std::string show_clock_time(std::chrono::minutes value);

template <auto... members>
inline constexpr SettingKind flag_kind = {
    [](TableReader& fields, const Setting& setting, Settings& settings) {
        return store_value(fields.flag(setting.key), member_of<members...>(settings));
    },
    [](const Settings& settings) { return fmt::format("{}", member_of<members...>(settings)); }};

/// A whole number within the limits of the setting.
template <auto... members>
inline constexpr SettingKind number_kind = {
    [](TableReader& fields, const Setting& setting, Settings& settings) {
        return store_value(read_number(fields, setting), member_of<members...>(settings));
    },
    [](const Settings& settings) { return fmt::format("{}", member_of<members...>(settings)); }};

template <auto... members>
inline constexpr SettingKind text_kind = {
    [](TableReader& fields, const Setting& setting, Settings& settings) {
        return store_value(fields.text(setting.key), member_of<members...>(settings));
    },
    [](const Settings& settings) { return show_text(member_of<members...>(settings)); }};

/// One of the words of an enumeration.
template <auto... members>
inline constexpr SettingKind word_kind = {
    [](TableReader& fields, const Setting& setting, Settings& settings) {
        auto& value = member_of<members...>(settings);
        using Word = std::remove_reference_t<decltype(value)>;
        return store_value(fields.word<Word>(setting.key), value);
    },
    [](const Settings& settings) {
        return show_text(std::string(word(member_of<members...>(settings))));
    }};

/// The id of a routine.
template <auto... members>
inline constexpr SettingKind id_kind = {
    [](TableReader& fields, const Setting& setting, Settings& settings) {
        return store_value(read_id(fields, setting), member_of<members...>(settings));
    },
    [](const Settings& settings) { return show_text(member_of<members...>(settings)); }};

/// A list of texts, which may be empty.
template <auto... members>
inline constexpr SettingKind list_kind = {
    [](TableReader& fields, const Setting& setting, Settings& settings) {
        return store_value(read_list(fields, setting), member_of<members...>(settings));
    },
    [](const Settings& settings) { return show_list(member_of<members...>(settings)); }};

/// Reads a gap; nullopt inside for "auto".
std::optional<std::optional<Millis>> read_wait(TableReader& fields, std::string_view key);

/// A gap, or "auto".
template <auto... members>
inline constexpr SettingKind wait_kind = {
    [](TableReader& fields, const Setting& setting, Settings& settings) {
        return store_value(read_wait(fields, setting.key), member_of<members...>(settings));
    },
    [](const Settings& settings) {
        const auto& wait = member_of<members...>(settings);
        return show_text(wait ? format_duration(*wait) : "auto");
    }};

// Settings that must go together with others of their table.
void check_pain(TableReader& fields, const Settings& settings);
void check_coach(TableReader& fields, const Settings& settings);

// The kinds that one setting has.
extern const SettingKind day_start_kind;
extern const SettingKind week_start_kind;
extern const SettingKind restrictions_kind;
extern const SettingKind emergency_number_kind;
extern const SettingKind quiet_hours_kind;
extern const SettingKind reminder_time_kind;
extern const SettingKind grace_kind;

}  // namespace hipflow::catalog
