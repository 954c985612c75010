// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>

#include "sound/programs.h"
#include "unit/store/samples.h"

namespace hipflow::sound::fakes {

/// A machine on which only programs of our own are found. They may use those of the system.
class Machine {
   public:
    /// Adds a shell script.
    void program(const std::string& name, const std::string& script) {
        const auto path = folder_.path() / name;
        std::ofstream(path) << "#!/bin/sh\n" << script << '\n';
        std::filesystem::permissions(path, std::filesystem::perms::owner_all);
    }
    void file(const std::string& name, std::string_view content) {
        std::ofstream(folder_.path() / name, std::ios::binary) << content;
    }
    /// Returns the content of a file; empty without one.
    std::string content(const std::string& name) const {
        std::ifstream file(folder_.path() / name, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }
    std::string path(const std::string& name) const { return (folder_.path() / name).string(); }
    std::filesystem::path cache() const { return folder_.path() / "cache"; }
    Finder finder() const {
        return [folder = folder_.path()](const std::string& name) -> std::optional<std::string> {
            const auto path = folder / name;
            return std::filesystem::exists(path) ? std::optional(path.string()) : std::nullopt;
        };
    }

   private:
    store::samples::TempFolder folder_;
};

}  // namespace hipflow::sound::fakes
