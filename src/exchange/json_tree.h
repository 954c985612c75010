// SPDX-License-Identifier: MIT
#pragma once
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>

namespace hipflow::exchange {

/// A JSON document under construction. It hides the JSON library from those who answer.
class JsonTree {
   public:
    JsonTree();
    ~JsonTree();
    JsonTree(const JsonTree&) = delete;
    JsonTree& operator=(const JsonTree&) = delete;

    /// The tree that a JsonWriter fills.
    nlohmann::ordered_json& root() { return *root_; }

    /// Two spaces a level and a line break at the end. Bytes that are not UTF-8 are replaced:
    /// whatever a file or a note held, the text is valid.
    std::string document() const;
    /// The same on one line.
    std::string line() const;
    /// CSV (RFC 4180) of a root {"blank": a row that names the columns, "rows": […]}. Members of
    /// members get both names, "pain_before_n". An unknown value is an empty cell.
    std::string table() const;

   private:
    std::unique_ptr<nlohmann::ordered_json> root_;
};

}  // namespace hipflow::exchange
