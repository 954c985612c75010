// SPDX-License-Identifier: MIT
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "exchange/json_writer.h"

namespace hipflow::exchange {

// How a command answers. An answer is a struct with a list of its members, fields(answer, visit),
// in a header of exchange/; members() stands in for a struct. JSON and CSV come from the same list.
// docs/answers.md names the JSON Schema of each answer.

/// A JSON document under construction. It hides the JSON library from those who answer.
class JsonTree {
   public:
    JsonTree();
    ~JsonTree();
    JsonTree(const JsonTree&) = delete;
    JsonTree& operator=(const JsonTree&) = delete;

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

/// Every answer begins with the version of its shape.
inline constexpr int answer_schema = 1;

template <typename T>
void write_answer(JsonTree& tree, const T& answer) {
    const JsonWriter visit(tree.root(), own_offset(answer).value_or(std::chrono::seconds(0)));
    visit("schema", answer_schema);
    fields(answer, visit);
}

/// The answer as one document, {"schema": 1, …}.
template <typename T>
std::string json_text(const T& answer) {
    JsonTree tree;
    write_answer(tree, answer);
    return tree.document();
}

/// The same on one line.
template <typename T>
std::string json_line(const T& answer) {
    JsonTree tree;
    write_answer(tree, answer);
    return tree.line();
}

/// The rows as a table, with a header even where there are none.
template <typename Row>
std::string csv_text(const std::vector<Row>& rows) {
    JsonTree tree;
    const JsonWriter visit(tree.root());
    visit("blank", Row{});
    visit("rows", rows);
    return tree.table();
}

}  // namespace hipflow::exchange
