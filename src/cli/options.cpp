// SPDX-License-Identifier: MIT
#include "cli/options.h"

#include <algorithm>

namespace hipflow::cli {

bool OptionSpec::is_called(std::string_view called) const {
    return std::ranges::find(names, called) != names.end();
}

std::optional<PainScore> OptionValue<PainScore>::from(const std::string& text) {
    return PainScore::from(parse_number<int>(text).value_or(-1));
}

void OptionValue<PainScore>::describe(OptionSpec& spec) {
    OptionValue<int>::describe(spec);
    spec.range = {0, 10};
}

Option Option::required() {
    spec_->required = true;
    return *this;
}

Option Option::needs(Option other) {
    spec_->needs.push_back(other.spec_->name());
    return *this;
}

Option Option::excludes(std::initializer_list<Option> others) {
    for (const Option other : others) {
        spec_->excludes.push_back(other.spec_->name());
        other.spec_->excludes.push_back(spec_->name());
    }
    return *this;
}

Option Option::takes(ValueKind kind) {
    spec_->kind = kind;
    return *this;
}

Option Option::range(double least, double greatest) {
    spec_->range = {least, greatest};
    return *this;
}

Option Option::among(std::span<const std::string_view> words) {
    spec_->words.assign(words.begin(), words.end());
    return *this;
}

Option Option::separated(char by) {
    spec_->separator = by;
    return *this;
}

Option Option::may_be_empty() {
    spec_->may_be_empty = true;
    return *this;
}

Option Option::plain() {
    spec_->plain = true;
    return *this;
}

Options::Options(std::deque<OptionSpec>& specs, const Options* above) : specs_(&specs) {
    if (above == nullptr) return;
    type_ = above->type_;
    values_ = above->values_;
}

OptionSpec& Options::added(std::string_view name, std::string_view meaning) {
    OptionSpec& spec = specs_->emplace_back();
    while (!name.empty()) {
        const auto comma = std::min(name.find(','), name.size());
        spec.names.emplace_back(name.substr(0, comma));
        name.remove_prefix(std::min(comma + 1, name.size()));
    }
    spec.meaning = meaning;
    return spec;
}

OptionSpec& Options::added(const Declared& declared) {
    OptionSpec& spec = added(declared.name, declared.meaning);
    spec.takes_value = true;
    spec.value_name = declared.value_name;
    spec.repeatable = declared.many;
    return spec;
}

Option Options::flag_that(std::string_view name, std::string_view meaning,
                          std::function<void()> act) {
    OptionSpec& spec = added(name, meaning);
    spec.take = [act = std::move(act)](const std::string&) {
        act();
        return true;
    };
    return Option(spec);
}

Option Options::flag(std::string_view name, bool& value, std::string_view meaning) {
    return flag_that(name, meaning, [&value] { value = true; });
}

void Options::on_off(std::string_view name, std::optional<bool>& value, std::string_view on_meaning,
                     std::string_view off_meaning) {
    const Option on = flag_that(name, on_meaning, [&value] { value = true; });
    flag_that("--no-" + std::string(name.substr(2)), off_meaning, [&value] {
        value = false;
    }).excludes(on);
}

Option Options::json(Format& format, std::string_view meaning) {
    return flag_that("--json", meaning, [&format] { format = Format::json; });
}

void Options::json_or_csv(Format& format) {
    const Option json_flag = json(format);
    flag_that("--csv", "Print a table for spreadsheets", [&format] {
        format = Format::csv;
    }).excludes(json_flag);
}

}  // namespace hipflow::cli
