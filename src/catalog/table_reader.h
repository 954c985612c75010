// SPDX-License-Identifier: MIT
#pragma once
#include <chrono>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "catalog/document.h"
#include "domain/error.h"
#include "domain/exercise.h"
#include "domain/time.h"
#include "domain/words.h"

namespace hipflow::catalog {

template <typename Amount>
struct Limits {
    Amount least;
    Amount most;
};
/// The levels of exercises, routines and caps: gentle, standard, strong.
inline constexpr Limits<int> levels{1, 3};
/// The pauses between the parts of a session.
inline constexpr Limits<Millis> gap_limits{Millis{0}, std::chrono::minutes{10}};

/// Takes values out of one table of a file. A value that is not as expected becomes a fault with
/// its place, and counts as absent. Remembers which keys it was asked for: all others are unknown
/// keys. Must not outlive the table, the name of the file and the list of faults.
class TableReader {
   public:
    /// `what` names such a table in messages: "a step".
    TableReader(const toml::table& table, Place place, std::string_view what,
                const std::string& file, std::vector<Diagnostic>& faults)
        : table_(&table), place_(place), what_(what), file_(&file), faults_(&faults) {}

    std::optional<bool> flag(std::string_view key);
    std::optional<int> number(std::string_view key, Limits<int> limits);
    std::optional<Millis> duration(std::string_view key, Limits<Millis> limits);

    /// Takes one value, or a list of two: the least and the most.
    std::optional<Band<int>> number_band(std::string_view key, Limits<int> limits);
    std::optional<Band<Millis>> duration_band(std::string_view key, Limits<Millis> limits);
    /// Takes numbers of breaths in the same way: "1 breath", "5 breaths".
    std::optional<Band<int>> breath_band(std::string_view key, Limits<int> limits);
    /// Tells whether the value of `key`, or one in its list, is about breaths.
    bool names_breaths(std::string_view key) const;

    /// Refuses empty texts, and texts of more than 400 characters.
    std::optional<std::string> text(std::string_view key);
    std::vector<std::string> texts(std::string_view key);
    struct PlacedText {
        std::string text;
        Place place;
    };
    std::vector<PlacedText> placed_texts(std::string_view key);
    /// Takes a list of texts and tables. `what` names such a table in messages.
    std::vector<std::variant<PlacedText, TableReader>> texts_or_tables(std::string_view key,
                                                                       std::string_view what);
    /// Refuses texts that are not among `known`; each may have `suffix` behind it.
    std::vector<std::string> known_texts(std::string_view key,
                                         std::span<const std::string_view> known,
                                         std::string_view suffix = {});

    /// Takes a number with or without a point. `unit` names what is counted: "degrees".
    std::optional<double> real(std::string_view key, Limits<double> limits, std::string_view unit);
    /// Takes a list of `count` numbers.
    std::optional<std::vector<double>> reals(std::string_view key, std::size_t count,
                                             Limits<double> limits);
    /// Takes a list of such lists.
    std::vector<std::vector<double>> lists_of_reals(std::string_view key, std::size_t count,
                                                    Limits<double> limits);
    struct PlacedShare {
        std::string text;
        double share = 0;
        Place place;
    };
    /// Takes [["text", 0.5], …]: at least one name with a share from 0 to 1.
    std::vector<PlacedShare> shares(std::string_view key);

    /// Takes one of the words of an enumeration.
    template <typename Enum>
    std::optional<Enum> word(std::string_view key) {
        const auto text = one_of(key, words<Enum>);
        return text ? from_word<Enum>(*text) : std::nullopt;
    }
    std::optional<TableReader> table(std::string_view key, std::string_view what);
    /// Reads every [[key]].
    std::vector<TableReader> tables(std::string_view key, std::string_view what);
    /// Reads every [key.name], in the order of the file, with the names that the file chooses.
    std::vector<std::pair<std::string, TableReader>> named_tables(std::string_view key,
                                                                  std::string_view what);

    /// Reads the entries of this table that are tables, whatever their names, in the order of the
    /// file.
    std::vector<std::pair<std::string, TableReader>> inner_tables(std::string_view what);

    bool has(std::string_view key) const;
    /// Counts the keys of the table, known or not.
    std::size_t size() const;
    /// Tells whether the value of `key` is a text.
    bool is_text(std::string_view key) const;
    /// Tells whether the value of `key` is a table.
    bool is_table(std::string_view key) const;
    /// Takes a text that may be empty; empty if there is none.
    std::string any_text(std::string_view key);
    /// Takes one of these texts.
    std::optional<std::string> one_of(std::string_view key,
                                      std::span<const std::string_view> known);
    /// Notes that `key` may be there, for values that are taken in some cases only.
    void knows(std::string_view key);
    /// The place of the value of `key`; nowhere if there is none.
    Place place_of(std::string_view key) const;
    Place place() const { return place_; }

    void refuse(Place place, std::string message);
    /// Counts the faults of the whole file so far.
    std::size_t faults() const { return faults_->size(); }
    /// Refuses a table that lacks one of these keys.
    void require(std::initializer_list<std::string_view> keys);
    /// Refuses every key that was not asked for. Call it last.
    void refuse_unknown();
    /// Reads "format = 1". Returns false for a newer format, of which nothing else is worth
    /// reading.
    bool is_format_1();

   private:
    const toml::node* find(std::string_view key);
    const toml::table* table_at(std::string_view key);
    void refuse_value(std::string_view key, const toml::node& node, std::string_view expected);
    std::optional<std::string> text_in(std::string_view key, const toml::node& node);
    std::optional<double> real_in(std::string_view key, const toml::node& node,
                                  Limits<double> limits, std::string_view unit);
    std::optional<std::vector<double>> reals_in(std::string_view key, const toml::node& node,
                                                std::size_t count, Limits<double> limits);
    template <typename Amount, typename ReadOne>
    std::optional<Band<Amount>> band(std::string_view key, ReadOne read_one);
    std::optional<PlacedShare> share_in(std::string_view key, const toml::node& node);
    std::optional<int> number_in(std::string_view key, const toml::node& node, Limits<int> limits);
    std::optional<Millis> duration_in(std::string_view key, const toml::node& node,
                                      Limits<Millis> limits);
    std::optional<int> breaths_in(std::string_view key, const toml::node& node, Limits<int> limits);

    const toml::table* table_;
    Place place_;
    std::string_view what_;
    const std::string* file_;
    std::vector<Diagnostic>* faults_;
    std::vector<std::string> asked_;
};

}  // namespace hipflow::catalog
