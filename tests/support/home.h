// SPDX-License-Identifier: MIT
#pragma once
#include <stdlib.h>

#include <filesystem>
#include <stdexcept>
#include <string>
#include <system_error>

#include "today/desk.h"

namespace hipflow::support {

/// An empty home folder of its own, removed with all that is in it, and desks in it.
class Home {
   public:
    Home() {
        std::string name = (std::filesystem::temp_directory_path() / "hipflow-desk-XXXXXX");
        if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
        path_ = name;
    }
    ~Home() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    Home(const Home&) = delete;
    Home& operator=(const Home&) = delete;

    /// A desk whose clock stands still, such as at 2026-11-24T12:00:00Z, a Tuesday.
    today::Desk desk_at(const std::string& now = "2026-11-24T12:00:00Z") const {
        return today::Desk(platform::Environment({{"HOME", path_.string()}, {"HIPFLOW_NOW", now}}),
                           {});
    }

   private:
    std::filesystem::path path_;
};

}  // namespace hipflow::support
