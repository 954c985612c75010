// SPDX-License-Identifier: MIT
#pragma once
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catalog/document.h"
#include "catalog/place.h"
#include "domain/error.h"
#include "domain/exercise.h"
#include "domain/figure.h"
#include "domain/time.h"
#include "domain/words.h"

namespace hipflow {

template <typename Amount>
struct Limits {
    Amount least;
    Amount most;
};
/// Of an exercise, a routine, a cap: gentle, standard, strong.
inline constexpr Limits<int> levels{1, 3};

/// Takes the values out of one table of a file. A value that is not as expected becomes a fault,
/// with its place, and counts as absent. Remembers what it was asked for: whatever else stands in
/// the table is an unknown key. Lives no longer than the table and the list of faults.
class TableReader {
   public:
    /// `what` is how messages call such a table: "a step".
    TableReader(const Table& table, Place place, std::string_view what, const std::string& file,
                std::vector<Diagnostic>& faults)
        : table_(&table), place_(place), what_(what), file_(&file), faults_(&faults) {}

    std::optional<bool> flag(std::string_view key);
    std::optional<int> number(std::string_view key, Limits<int> limits);
    std::optional<Millis> duration(std::string_view key, Limits<Millis> limits);

    /// One value, or a list of two: the least and the most.
    std::optional<Band<int>> number_band(std::string_view key, Limits<int> limits);
    std::optional<Band<Millis>> duration_band(std::string_view key, Limits<Millis> limits);

    /// Texts are not empty and have at most 400 characters.
    std::optional<std::string> text(std::string_view key);
    std::vector<std::string> texts(std::string_view key);
    struct PlacedText {
        std::string text;
        Place place;
    };
    std::vector<PlacedText> placed_texts(std::string_view key);
    /// Refuses what is not among `known`, or would not be without an ending of `suffix`.
    std::vector<std::string> known_texts(std::string_view key,
                                         std::span<const std::string_view> known,
                                         std::string_view suffix = {});

    /// [x, y] from 0 to 1, or [x, y, z] with z from -1 to 1.
    std::optional<Point> point(std::string_view key);
    struct PlacedShare {
        std::string text;
        double share = 0;
        Place place;
    };
    /// [["text", 0.5], …]: names with a share from 0 to 1; at least one.
    std::vector<PlacedShare> shares(std::string_view key);

    /// One of the words of an enumeration.
    template <typename Enum>
    std::optional<Enum> word(std::string_view key) {
        const auto text = one_of(key, words<Enum>);
        return text ? from_word<Enum>(*text) : std::nullopt;
    }
    std::optional<TableReader> table(std::string_view key, std::string_view what);
    /// [[key]], again and again.
    std::vector<TableReader> tables(std::string_view key, std::string_view what);
    /// [key.name], with names that the file chooses.
    std::vector<std::pair<std::string, TableReader>> named_tables(std::string_view key,
                                                                  std::string_view what);

    bool has(std::string_view key) const;
    /// Of the value; nowhere if there is none.
    Place place_of(std::string_view key) const;
    Place place() const { return place_; }

    void refuse(Place place, std::string message);
    /// Faults of the whole file so far.
    std::size_t faults() const { return faults_->size(); }
    /// Every key that is not there is a fault.
    void require(std::initializer_list<std::string_view> keys);
    /// To be called last: every key that was not asked for is a fault.
    void refuse_unknown();
    /// "format = 1". Nothing else in a file of another format is worth reading, then it is false.
    bool is_format_1();

   private:
    const Node* find(std::string_view key);
    const Table* table_at(std::string_view key);
    void refuse_value(std::string_view key, const Node& node, std::string_view expected);
    std::optional<std::string> text_in(std::string_view key, const Node& node);
    std::optional<std::string> one_of(std::string_view key,
                                      std::span<const std::string_view> known);
    template <typename Amount, typename ReadOne>
    std::optional<Band<Amount>> band(std::string_view key, ReadOne read_one);
    std::optional<PlacedShare> share_in(std::string_view key, const Node& node);
    std::optional<int> number_in(std::string_view key, const Node& node, Limits<int> limits);
    std::optional<Millis> duration_in(std::string_view key, const Node& node,
                                      Limits<Millis> limits);

    const Table* table_;
    Place place_;
    std::string_view what_;
    const std::string* file_;
    std::vector<Diagnostic>* faults_;
    std::vector<std::string> asked_;
};

}  // namespace hipflow
