// SPDX-License-Identifier: MIT
#include "cli/options.h"

#include <CLI/CLI.hpp>
#include <utility>

namespace hipflow::cli {
namespace {

template <typename Number>
std::optional<Number> number_from(const std::string& text) {
    Number number{};
    if (!CLI::detail::lexical_cast(text, number)) return std::nullopt;
    return number;
}

}  // namespace

std::optional<int> OptionValue<int>::from(const std::string& text) {
    return number_from<int>(text);
}

std::optional<double> OptionValue<double>::from(const std::string& text) {
    return number_from<double>(text);
}

std::optional<PainScore> OptionValue<PainScore>::from(const std::string& text) {
    const auto number = number_from<int>(text);
    return number ? PainScore::from(*number) : std::nullopt;
}

Option Option::required() {
    option_->required();
    return *this;
}

Option Option::needs(Option other) {
    option_->needs(other.option_);
    return *this;
}

Option Option::excludes(std::initializer_list<Option> others) {
    for (const Option other : others) option_->excludes(other.option_);
    return *this;
}

Option Option::range(int least, int greatest) {
    option_->check(CLI::Range(least, greatest));
    return *this;
}

Option Option::range(double least, double greatest) {
    option_->check(CLI::Range(least, greatest));
    return *this;
}

Option Option::among(std::span<const std::string_view> words) {
    option_->check(CLI::IsMember(std::vector<std::string>(words.begin(), words.end())));
    return *this;
}

Option Option::separated(char by) {
    option_->delimiter(by);
    return *this;
}

Options::Options(CLI::App& app, const Options* above) : app_(&app) {
    if (above == nullptr) return;
    type_ = above->type_;
    values_ = above->values_;
}

Option Options::declare(const Declared& declared, Take take) {
    CLI::Option* option = app_->add_option(std::string(declared.name), std::move(take),
                                           std::string(declared.meaning));
    option->type_name(std::string(declared.value_name));
    if (declared.many) option->expected(CLI::detail::expected_max_vector_size);
    return Option(*option);
}

Option Options::flag(std::string_view name, bool& value, std::string_view meaning) {
    return Option(*app_->add_flag(std::string(name), value, std::string(meaning)));
}

void Options::on_off(std::string_view name, std::optional<bool>& value, std::string_view on_meaning,
                     std::string_view off_meaning) {
    const std::string positive(name);
    auto* on = app_->add_flag_callback(
        positive, [&value] { value = true; }, std::string(on_meaning));
    app_->add_flag_callback(
            "--no-" + positive.substr(2), [&value] { value = false; }, std::string(off_meaning))
        ->excludes(on);
}

Option Options::format_flag(std::string_view name, Format& format, Format chosen,
                            std::string_view meaning) {
    return Option(*app_->add_flag_callback(
        std::string(name), [&format, chosen] { format = chosen; }, std::string(meaning)));
}

Option Options::json(Format& format, std::string_view meaning) {
    return format_flag("--json", format, Format::json, meaning);
}

void Options::json_or_csv(Format& format) {
    const Option json_flag = json(format);
    format_flag("--csv", format, Format::csv, "Print a table for spreadsheets").excludes(json_flag);
}

}  // namespace hipflow::cli
