// SPDX-License-Identifier: MIT
#pragma once
#include <fmt/format.h>

#include <string>
#include <utility>

namespace hipflow::support {

/// One scene for each answer. Answers that lead to the same are put together, and the list of signs
/// that need help now is written out once.
class Scenes {
   public:
    /// `signs`: as they are listed.
    explicit Scenes(std::string signs = {}) : signs_(std::move(signs)) {}
    void part(const std::string& title) {
        close();
        text_ += fmt::format("\n==== {}\n", title);
    }
    void add(const std::string& answer, std::string said) {
        const auto at = signs_.empty() ? std::string::npos : said.find(signs_);
        if (at != std::string::npos && wrote_signs_)
            said.replace(at, signs_.size(), "  - (the signs that need help now)\n");
        wrote_signs_ |= at != std::string::npos;
        if (said != said_) close();
        answers_ += (answers_.empty() ? "" : "; ") + answer;
        said_ = std::move(said);
    }
    std::string done() && {
        close();
        return std::move(text_);
    }

   private:
    void close() {
        if (!answers_.empty()) text_ += fmt::format("\n-- {}\n{}", answers_, said_);
        answers_.clear();
        said_.clear();
    }
    std::string signs_;
    bool wrote_signs_ = false;
    std::string text_;
    std::string answers_;
    std::string said_;
};

}  // namespace hipflow::support
