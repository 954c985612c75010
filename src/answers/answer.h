// SPDX-License-Identifier: MIT
#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/fields.h"
#include "exchange/json_tree.h"
#include "exchange/json_writer.h"

namespace hipflow::answers {

// How a command answers. An answer is a struct with a list of its members, fields(answer, visit):
// in exchange/ for what is stored and reckoned, in answers/ for what a use case gives. JSON and CSV
// come from the same list. docs/answers.md names the JSON Schema of each answer.

/// By this the writer finds the lists of members that stand in answers/.
struct Lists {};
using AnswerWriter = exchange::JsonWriter<Lists>;

/// A visitor that says null for every member.
template <typename Visitor>
struct Unknown {
    Visitor& visit;

    template <typename T>
    void operator()(std::string_view name, const T& /*value*/) const {
        visit(name, std::optional<std::string>());
    }
};

/// Every answer begins with the version of its shape.
inline constexpr int answer_schema = 1;

template <typename T>
void write_answer(exchange::JsonTree& tree, const T& answer) {
    const AnswerWriter visit(tree.root(),
                             exchange::own_offset(answer).value_or(std::chrono::seconds(0)));
    visit("schema", answer_schema);
    fields(answer, visit);
}

/// The answer as one document, {"schema": 1, …}.
template <typename T>
std::string json_text(const T& answer) {
    exchange::JsonTree tree;
    write_answer(tree, answer);
    return tree.document();
}

/// The same on one line.
template <typename T>
std::string json_line(const T& answer) {
    exchange::JsonTree tree;
    write_answer(tree, answer);
    return tree.line();
}

/// The rows as a table, with a header even where there are none.
template <typename Row>
std::string csv_text(const std::vector<Row>& rows) {
    exchange::JsonTree tree;
    const AnswerWriter visit(tree.root());
    visit("blank", Row{});
    visit("rows", rows);
    return tree.table();
}

}  // namespace hipflow::answers
