// SPDX-License-Identifier: MIT
#pragma once
#include <concepts>
#include <deque>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <typeindex>
#include <utility>
#include <vector>

#include "domain/body.h"
#include "domain/number.h"
#include "domain/time.h"
#include "domain/words.h"
#include "today/suggestions.h"

namespace hipflow::cli {

using today::ValueKind;

/// The format of an answer.
enum class Format { text, json, csv };

/// All that is known of an option, a flag or an argument before a command line is read. The parser,
/// help, completion and the manual are made from this. The views are of literals.
struct OptionSpec {
    /// "-q" and "--quiet"; an argument has one name without dashes.
    std::vector<std::string> names;
    std::string_view meaning;

    // The value. A flag has none.
    bool takes_value = false;
    std::string_view value_name;  // for help, such as "SITE"
    ValueKind kind = ValueKind::other;
    std::string_view wanted = "a text";   // what the value has to be, such as "a whole number"
    std::vector<std::string_view> words;  // of which the value has to be one; empty if it is free
    std::optional<Interval> range;        // in which the number has to lie
    bool plain = false;                   // a text without control characters
    bool may_be_empty = false;
    char separator = 0;  // between several values in one argument; 0: one value in each

    bool required = false;
    bool repeatable = false;
    // By their name().
    std::vector<std::string> needs;
    std::vector<std::string> excludes;

    /// Reads the text of one value, or "" of a flag, into the variable of the command. Returns
    /// false for a text that is not as wanted; throws Error with a better message. Null for --help
    /// and --version, which the parser answers.
    std::function<bool(const std::string& text)> take;

    bool is_argument() const { return !names.back().starts_with('-'); }
    /// The one that people know it by: "--quiet".
    const std::string& name() const { return names.back(); }
    /// How messages call it: "--quiet", or "SESSION" of an argument.
    std::string_view shown_name() const { return is_argument() ? value_name : names.back(); }
    bool is_called(std::string_view called) const;
};

/// An option that was declared. Chain calls to say what else holds for it.
class Option {
   public:
    explicit Option(OptionSpec& spec) : spec_(&spec) {}

    Option required();
    /// Only together with the other one.
    Option needs(Option other);
    /// Not together with any of these; the help of both says so.
    Option excludes(std::initializer_list<Option> others);
    Option excludes(Option other) { return excludes({other}); }
    /// The kind of names that completion offers for the value.
    Option takes(ValueKind kind);
    /// The least and the greatest number.
    Option range(double least, double greatest);
    /// One of these words.
    Option among(std::span<const std::string_view> words);
    /// Several values may stand in one argument, with this between them.
    Option separated(char by);
    /// An empty value is an answer. Elsewhere it comes of a variable that was never set.
    Option may_be_empty();
    /// Without characters that cannot be shown.
    Option plain();

   private:
    OptionSpec* spec_;
};

/// Reads the text of an argument as a value: `from` returns nullopt if it is none, or throws Error
/// with a better message; `describe` says of the option what its values are. Specialise it for
/// every type of a value that does not bring from_text() with it.
template <typename Value>
struct OptionValue {
    static std::optional<Value> from(const std::string& text) { return Value::from_text(text); }
    static void describe(OptionSpec& spec) {
        spec.wanted = Value::wanted;
        if constexpr (requires { Value::kind; }) spec.kind = Value::kind;
    }
};

template <>
struct OptionValue<std::string> {
    static std::optional<std::string> from(const std::string& text) { return text; }
    static void describe(OptionSpec& /*spec*/) {}
};

template <>
struct OptionValue<int> {
    static std::optional<int> from(const std::string& text) { return parse_number<int>(text); }
    static void describe(OptionSpec& spec) { spec.wanted = "a whole number"; }
};

template <>
struct OptionValue<double> {
    static std::optional<double> from(const std::string& text) {
        return parse_number<double>(text);
    }
    static void describe(OptionSpec& spec) { spec.wanted = "a number"; }
};

/// A length of time, of zero too.
template <>
struct OptionValue<Millis> {
    static std::optional<Millis> from(const std::string& text) { return parse_duration(text); }
    static void describe(OptionSpec& spec) {
        spec.wanted = "a duration of at most 24 hours, such as 30m, 2h or 9m30s";
    }
};

template <>
struct OptionValue<PainScore> {
    static std::optional<PainScore> from(const std::string& text);
    static void describe(OptionSpec& spec);
};

template <typename Enum>
    requires std::is_enum_v<Enum>
struct OptionValue<Enum> {
    static std::optional<Enum> from(const std::string& text) { return from_word<Enum>(text); }
    static void describe(OptionSpec& spec) {
        spec.words.assign(words<Enum>.begin(), words<Enum>.end());
    }
};

/// Declares what may be typed behind a command. Each option names the variable that takes its
/// value; the variable keeps its value where the option is not given.
class Options {
   public:
    /// Adds to `specs`. `above` is what the command above takes, or null.
    Options(std::deque<OptionSpec>& specs, const Options* above);

    /// A variable: `name` is "--site", "-q,--quiet", or without dashes that of an argument;
    /// `value_name` is what help shows for the value.
    template <typename Value>
    Option add(std::string_view name, Value& value, std::string_view value_name,
               std::string_view meaning) {
        return declare<Value>({name, value_name, meaning, false},
                              [&value](Value given) { value = std::move(given); });
    }
    template <typename Value>
    Option add(std::string_view name, std::optional<Value>& value, std::string_view value_name,
               std::string_view meaning) {
        return declare<Value>({name, value_name, meaning, false},
                              [&value](Value given) { value = std::move(given); });
    }
    /// May be repeated, and several values may follow one name.
    template <typename Value>
    Option add(std::string_view name, std::vector<Value>& all, std::string_view value_name,
               std::string_view meaning) {
        return declare<Value>({name, value_name, meaning, true},
                              [&all](Value given) { all.push_back(std::move(given)); });
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

    OptionSpec& added(std::string_view name, std::string_view meaning);
    OptionSpec& added(const Declared& declared);
    Option flag_that(std::string_view name, std::string_view meaning, std::function<void()> act);

    template <typename Value, typename Keep>
    Option declare(const Declared& declared, Keep keep) {
        OptionSpec& spec = added(declared);
        OptionValue<Value>::describe(spec);
        spec.take = [keep = std::move(keep)](const std::string& text) {
            auto value = OptionValue<Value>::from(text);
            if (!value) return false;
            keep(*std::move(value));
            return true;
        };
        return Option(spec);
    }

    std::deque<OptionSpec>* specs_;
    std::type_index type_ = typeid(void);
    std::shared_ptr<void> values_;
};

}  // namespace hipflow::cli
