// SPDX-License-Identifier: MIT
#pragma once
#include <concepts>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <typeindex>
#include <vector>

#include "domain/body.h"
#include "domain/words.h"

namespace CLI {  // NOLINT(readability-identifier-naming): the library's own
class App;
class Option;
}  // namespace CLI

namespace hipflow::cli {

/// The format of an answer.
enum class Format { text, json, csv };

/// An option that was declared. Chain calls to say what else holds for it.
class Option {
   public:
    explicit Option(CLI::Option& option) : option_(&option) {}

    Option required();
    /// Only together with the other one.
    Option needs(Option other);
    /// Not together with any of these; the help of both says so.
    Option excludes(std::initializer_list<Option> others);
    Option excludes(Option other) { return excludes({other}); }
    /// The least and the greatest number.
    Option range(int least, int greatest);
    Option range(double least, double greatest);
    /// One of these words.
    Option among(std::span<const std::string_view> words);
    /// Several values may stand in one argument, with this between them.
    Option separated(char by);

   private:
    CLI::Option* option_;
};

/// Reads the text of an argument as a value: `from` returns nullopt if it is none, or throws Error
/// with a better message; `limit` restricts the option, which help shows. Specialise it for every
/// type of a value.
template <typename Value>
struct OptionValue;

template <>
struct OptionValue<std::string> {
    static std::optional<std::string> from(const std::string& text) { return text; }
    static void limit(Option /*option*/) {}
};

template <>
struct OptionValue<int> {
    static std::optional<int> from(const std::string& text);
    static void limit(Option /*option*/) {}
};

template <>
struct OptionValue<double> {
    static std::optional<double> from(const std::string& text);
    static void limit(Option /*option*/) {}
};

template <>
struct OptionValue<PainScore> {
    static std::optional<PainScore> from(const std::string& text);
    static void limit(Option option) { option.range(0, 10); }
};

template <typename Enum>
    requires std::is_enum_v<Enum>
struct OptionValue<Enum> {
    static std::optional<Enum> from(const std::string& text) { return from_word<Enum>(text); }
    static void limit(Option option) { option.among(words<Enum>); }
};

/// Declares what may be typed behind a command. Each option names the variable that takes its
/// value; the variable keeps its value where the option is not given.
class Options {
   public:
    Options(CLI::App& app, const Options* above);

    /// A variable: `name` is "--site", "-q,--quiet", or without dashes that of a positional
    /// argument; `value_name` is what help shows for the value, and what completion goes by
    /// (ROUTINE, SESSION, DAY, FILE, see today/suggestions.h).
    template <typename Value>
    Option add(std::string_view name, Value& value, std::string_view value_name,
               std::string_view meaning) {
        const Option option =
            declare({name, value_name, meaning, false},
                    [&value](const std::vector<std::string>& texts) { return read(texts, value); });
        OptionValue<Value>::limit(option);
        return option;
    }
    template <typename Value>
    Option add(std::string_view name, std::optional<Value>& value, std::string_view value_name,
               std::string_view meaning) {
        const Option option = declare({name, value_name, meaning, false},
                                      [&value](const std::vector<std::string>& texts) {
                                          // An empty text stands for none, unless texts are
                                          // wanted: an empty note is an answer.
                                          if constexpr (!std::same_as<Value, std::string>) {
                                              if (texts.front().empty()) return true;
                                          }
                                          value = OptionValue<Value>::from(texts.front());
                                          return value.has_value();
                                      });
        OptionValue<Value>::limit(option);
        return option;
    }
    /// May be repeated, and several values may follow one name.
    template <typename Value>
    Option add(std::string_view name, std::vector<Value>& all, std::string_view value_name,
               std::string_view meaning) {
        const Option option = declare({name, value_name, meaning, true},
                                      [&all](const std::vector<std::string>& texts) {
                                          all.clear();
                                          for (const auto& text : texts) {
                                              auto value = OptionValue<Value>::from(text);
                                              if (!value) return false;
                                              all.push_back(*std::move(value));
                                          }
                                          return true;
                                      });
        OptionValue<Value>::limit(option);
        return option;
    }

    Option flag(std::string_view name, bool& value, std::string_view meaning);
    /// "--voice" and "--no-voice", one of them at most.
    void on_off(std::string_view name, std::optional<bool>& value, std::string_view on_meaning,
                std::string_view off_meaning);
    /// --json
    Option json(Format& format, std::string_view meaning = "Print JSON");
    /// --json and --csv, one of them at most.
    void json_or_csv(Format& format);

    /// The values of this command, or those of the one above it if they are of the same type.
    template <typename Values>
    std::shared_ptr<Values> values() {
        if (type_ != typeid(Values)) {
            values_ = std::make_shared<Values>();
            type_ = typeid(Values);
        }
        return std::static_pointer_cast<Values>(values_);
    }

   private:
    struct Declared {
        std::string_view name;
        std::string_view value_name;
        std::string_view meaning;
        bool many = false;
    };
    using Take = std::function<bool(const std::vector<std::string>& texts)>;

    Option declare(const Declared& declared, Take take);
    Option format_flag(std::string_view name, Format& format, Format chosen,
                       std::string_view meaning);

    template <typename Value>
    static bool read(const std::vector<std::string>& texts, Value& value) {
        auto given = OptionValue<Value>::from(texts.front());
        if (!given) return false;
        value = *std::move(given);
        return true;
    }

    CLI::App* app_;
    std::type_index type_ = typeid(void);
    std::shared_ptr<void> values_;
};

}  // namespace hipflow::cli
