// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/records.h"
#include "today/desk.h"

namespace hipflow::support {

/// A desk over a home of its own, with a clock that begins at a fixed time: 2026-11-24T12:00:00Z, a
/// Tuesday.
class ADesk {
   public:
    static constexpr std::string_view start = "2026-11-24T12:00:00Z";

    /// Removed with all that is in it when this ends.
    ADesk();
    ~ADesk();
    ADesk(const ADesk&) = delete;
    ADesk& operator=(const ADesk&) = delete;

    /// Sits down anew: nothing that was opened before is known any more.
    today::Desk& anew(std::string_view now = "");
    today::Desk& operator*() { return *desk_; }
    today::Desk* operator->() { return desk_.get(); }
    /// One more desk over the same home, at a time of its own.
    today::Desk desk_at(std::string_view now = start) const;

    /// Sets a variable of the environment; call anew() after it.
    void set(const std::string& variable, std::string value) {
        environment_[variable] = std::move(value);
    }
    /// Writes a file below ~/.config/hipflow, such as "config.toml"; call anew() after it.
    void write_config(const std::filesystem::path& name, std::string_view text) const;
    std::filesystem::path database() const { return (*desk_).database().path; }

    /// Records all of these as one change.
    template <typename... Records>
    void put(const Records&... records) {
        record({Record(records)...});
    }

   private:
    void record(const std::vector<Record>& records);

    std::filesystem::path home_;
    std::map<std::string, std::string> environment_;
    std::unique_ptr<today::Desk> desk_;
};

// Records of users. Times are RFC 3339; the day starts at 04:00.

Stamp stamp(std::string_view text);
Day day(std::string_view text);
/// Completed, of hip-rotation, nine of ten minutes done, ended ten minutes after its start.
Session session(std::string id, std::string_view started);
PainReading reading(std::string id, Moment moment, int score, std::string_view felt);
Symptom symptom(std::string id, SymptomKind kind, std::string_view felt);

/// The message of the Error that work() throws; empty where it throws none.
std::string error_of(const auto& work) {
    try {
        work();
    } catch (const Error& error) {
        return error.what();
    }
    return "";
}

}  // namespace hipflow::support
