// SPDX-License-Identifier: MIT
#include "guide/restrictions.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "catalog/restriction_table.h"
#include "coach/allowed.h"
#include "domain/error.h"
#include "domain/number.h"
#include "domain/spelling.h"
#include "guide/questions.h"
#include "text/utf8.h"

namespace hipflow::guide {
namespace {

/// The name under which it is noted that this was asked.
constexpr std::string_view asked_text = "restrictions";
constexpr int asked_version = 1;

terminal::Question list_question(const RestrictionTable& table, const std::string& first) {
    terminal::Question question;
    question.text = fmt::format(
        "{}{}Which of these apply to you? Type numbers or names, or 0 for none. Press Enter "
        "to skip this.",
        first, first.empty() ? "" : "\n");
    std::size_t number = 0;
    for (const auto& restriction : table.restrictions) {
        ++number;
        question.options.push_back(fmt::format("{} {}", number, restriction.name));
        question.short_options.push_back(fmt::format("{} {}", number, restriction.short_name));
    }
    return question;
}

/// Returns whether none applies, as before: there is nothing to confirm.
bool is_none_still(const NamedRestrictions& named, const std::vector<std::string>& before) {
    return before.empty() && named.none && named.guesses.empty();
}

/// Says what was understood, and asks whether it is right.
bool is_confirmed(terminal::Face& face, const NamedRestrictions& named,
                  const RestrictionTable& table) {
    std::string question;
    if (!named.guesses.empty()) {
        question = fmt::format("Did you mean {}?\n", fmt::join(named.guesses, ", "));
    }
    question += coach::left_out_words(named.ids, table);
    return ask_letter(face, question, {"Enter yes, that is right", "c change it"}) != 'c';
}

/// Returns what was named by 'hipflow me' before the question came.
std::vector<std::string> named_before(const store::Store& store, const RestrictionTable& table) {
    const auto preferences = store.preferences();
    std::vector<std::string> ids;
    for (const auto& restriction : table.restrictions) {
        const bool has = std::ranges::any_of(preferences, [&](const Preference& one) {
            return one.subject == PreferenceSubject::restriction && one.name == restriction.id &&
                   one.rule == PreferenceRule::has;
        });
        if (has) ids.push_back(restriction.id);
    }
    return ids;
}

}  // namespace

std::vector<std::string> ids_named(const std::vector<std::string>& words,
                                   const RestrictionTable& table) {
    const auto is_clear = [](const NamedRestrictions& named) {
        return named.trouble.empty() && named.guesses.empty() && !named.ids.empty();
    };
    NamedRestrictions together =
        named_restrictions(fmt::format("{}", fmt::join(words, " ")), table);
    if (is_clear(together)) return std::move(together.ids);
    std::vector<std::string> ids;
    for (const auto& word : words) {
        const NamedRestrictions named = named_restrictions(word, table);
        if (named.several) throw Error(named.trouble);
        if (!is_clear(named)) throw Error(catalog::no_such_restriction(table, word));
        ids.insert(ids.end(), named.ids.begin(), named.ids.end());
    }
    return ids;
}

std::optional<std::vector<std::string>> ask_restrictions(terminal::Face& face,
                                                         const RestrictionTable& table,
                                                         const std::vector<std::string>& now) {
    std::string first =
        now.empty() ? "" : fmt::format("So far: {}.", coach::short_names(now, table));
    while (true) {
        const std::string answer = face.ask(list_question(table, first));
        if (answer.empty()) return std::nullopt;
        NamedRestrictions named = named_restrictions(answer, table);
        const bool empty = named.ids.empty() && !named.none;
        if (!named.trouble.empty() || empty) {
            first = empty && named.trouble.empty() ? "That names none of these." : named.trouble;
            continue;
        }
        if (is_none_still(named, now) || is_confirmed(face, named, table)) {
            return std::move(named.ids);
        }
        first.clear();
    }
}

std::vector<std::pair<std::string, PreferenceRule>> rules_for(const std::vector<std::string>& ids,
                                                              const RestrictionTable& table) {
    std::vector<std::pair<std::string, PreferenceRule>> rules;
    rules.reserve(table.restrictions.size());
    for (const auto& restriction : table.restrictions) {
        const bool has = std::find(ids.begin(), ids.end(), restriction.id) != ids.end();
        rules.emplace_back(restriction.id, has ? PreferenceRule::has : PreferenceRule::has_not);
    }
    return rules;
}

Acknowledgement restrictions_asked(std::string id, Instant at) {
    return {std::move(id), std::string(asked_text), asked_version, at};
}

void ask_restrictions_once(terminal::Face& face, Recorder& recorder, const store::Store& store,
                           const RestrictionTable& table) {
    if (store.acknowledged(asked_text)) return;
    const auto named = named_before(store, table);
    const auto ids = ask_restrictions(face, table, named);
    if (ids) recorder.prefer(PreferenceSubject::restriction, rules_for(*ids, table));
    if (!ids || ids->empty()) {
        face.say(fmt::format("{} 'hipflow me' changes that at any time.\n",
                             coach::left_out_words(ids.value_or(named), table)));
    }
    recorder.acknowledge(asked_text, asked_version);
}

namespace {

using Words = std::vector<std::string>;

constexpr auto none_words = std::to_array<std::string_view>({"0", "none", "nothing", "no"});
constexpr auto filling_words = std::to_array<std::string_view>(
    {"and", "a", "an", "the", "my", "i", "have", "of", "or", "with"});
constexpr std::size_t shortest_beginning = 3;

/// Makes letters small, and replaces everything but letters and digits by spaces.
std::string plain(std::string_view text) {
    std::string result;
    for (const char c : text) {
        const bool upper = c >= 'A' && c <= 'Z';
        const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
                          (static_cast<unsigned char>(c) & 0x80U) != 0;
        result += upper ? static_cast<char>(c | 0x20) : kept ? c : ' ';
    }
    return result;
}

Words words_of(std::string_view text) {
    Words words;
    while (!text.empty()) {
        const auto space = std::min(text.find(' '), text.size());
        if (space > 0) words.emplace_back(text.substr(0, space));
        text.remove_prefix(std::min(space + 1, text.size()));
    }
    return words;
}

std::string joined(const Words& words, std::size_t begin, std::size_t end) {
    std::string text;
    for (std::size_t i = begin; i < end; ++i) text += (i == begin ? "" : " ") + words[i];
    return text;
}

template <typename List>
bool holds(const List& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

/// The names that a restriction may be called by.
struct Called {
    std::size_t index = 0;
    std::array<std::string, 3> names;  // id, name, short name, each plain
    Words words;                       // of them all
};

class Reader {
   public:
    explicit Reader(const RestrictionTable& table) : table_(table) {
        for (std::size_t i = 0; i < table.restrictions.size(); ++i) {
            const Restriction& it = table.restrictions[i];
            Called called{i, {}, {}};
            std::size_t which = 0;
            for (const auto& name : {it.id, it.name, it.short_name}) {
                for (auto& word : words_of(plain(name))) {
                    if (!holds(called.words, word)) called.words.push_back(word);
                }
                const Words parts = words_of(plain(name));
                called.names.at(which++) = joined(parts, 0, parts.size());
            }
            all_.push_back(std::move(called));
        }
    }

    NamedRestrictions read(std::string_view text) && {
        while (!text.empty()) {
            const auto end = std::min(text.find_first_of(",;\n"), text.size());
            read_phrase(words_of(plain(text.substr(0, end))));
            text.remove_prefix(std::min(end + 1, text.size()));
        }
        if (result_.none && !found_.empty()) {
            refuse("0 stands for none of them; type it alone, or leave it out.");
        }
        for (const std::size_t index : found_) {
            result_.ids.push_back(table_.restrictions[index].id);
        }
        return std::move(result_);
    }

   private:
    void read_phrase(const Words& words) {
        if (words.size() == 1 && holds(none_words, words[0])) {
            result_.none = true;
            return;
        }
        for (std::size_t begin = 0; begin < words.size();) begin += take_from(words, begin);
    }

    /// Takes as many words as together name one restriction. Returns how many.
    std::size_t take_from(const Words& words, std::size_t begin) {
        for (std::size_t end = words.size(); end > begin; --end) {
            const auto meant = meant_by(words, begin, end);
            if (meant.size() != 1) continue;
            found_.insert(*meant.begin());
            return end - begin;
        }
        take_word(words[begin]);
        return 1;
    }

    void take_word(const std::string& word) {
        if (holds(filling_words, word)) return;
        if (word == "0" || word == "none") {
            result_.none = true;
            return;
        }
        if (parse_number<std::size_t>(word)) {
            return refuse(fmt::format("There is no number {} in the list.", shown(word)));
        }
        const auto several = meant_by({word}, 0, 1);
        if (several.empty()) return guess(word);
        result_.several = true;
        std::string which;
        for (const std::size_t index : several) {
            which += fmt::format("{}{} {}", which.empty() ? "" : "; ", index + 1,
                                 table_.restrictions[index].short_name);
        }
        refuse(fmt::format("'{}' may be {}. Which of them?", shown(word), which));
    }

    /// Returns what some words may mean: by number, by a whole name, by the beginning of one, or by
    /// words that stand in it, in this order.
    std::set<std::size_t> meant_by(const Words& words, std::size_t begin, std::size_t end) const {
        const std::string phrase = joined(words, begin, end);
        if (const auto number = parse_number<std::size_t>(phrase)) {
            const bool listed = *number >= 1 && *number <= all_.size();
            return listed ? std::set<std::size_t>{*number - 1} : std::set<std::size_t>{};
        }
        const bool filling = end == begin + 1 && holds(filling_words, phrase);
        if (filling || phrase.size() < shortest_beginning) return {};
        auto found = those([&](const Called& it) { return holds(it.names, phrase); });
        if (!found.empty()) return found;
        found = those([&](const Called& it) {
            return std::any_of(it.names.begin(), it.names.end(),
                               [&](const auto& name) { return name.starts_with(phrase); });
        });
        if (found.size() == 1) return found;
        auto by_words = those([&](const Called& it) {
            for (std::size_t i = begin; i < end; ++i) {
                if (!holds(filling_words, words[i]) && !has_word(it, words[i])) return false;
            }
            return true;
        });
        by_words.merge(found);
        return by_words;
    }

    template <typename Test>
    std::set<std::size_t> those(const Test& test) const {
        std::set<std::size_t> found;
        for (const auto& called : all_) {
            if (test(called)) found.insert(called.index);
        }
        return found;
    }

    static bool has_word(const Called& called, const std::string& word) {
        return std::any_of(called.words.begin(), called.words.end(), [&](const auto& known) {
            return known == word || (word.size() >= shortest_beginning && known.starts_with(word));
        });
    }

    /// Takes the nearest spelling, if it leads to one restriction alone.
    void guess(const std::string& word) {
        constexpr std::size_t shortest = 4;  // less is near to too much
        Words known;
        for (const auto& called : all_) {
            for (const auto& it : called.words) {
                if (it.size() >= shortest) known.push_back(it);
            }
        }
        const auto near = word.size() >= shortest ? nearest(word, known) : std::nullopt;
        const auto meant = near ? meant_by({*near}, 0, 1) : std::set<std::size_t>{};
        if (meant.size() != 1) {
            const std::string hint = near ? fmt::format(" Did you mean '{}'?", *near) : "";
            return refuse(fmt::format("'{}' is none of these.{}", shown(word), hint));
        }
        found_.insert(*meant.begin());
        result_.guesses.push_back(
            fmt::format("{} by '{}'", table_.restrictions[*meant.begin()].short_name, shown(word)));
    }

    void refuse(const std::string& sentence) {
        if (!result_.trouble.empty()) result_.trouble += ' ';
        result_.trouble += sentence;
    }

    const RestrictionTable& table_;
    std::vector<Called> all_;
    std::set<std::size_t> found_;
    NamedRestrictions result_;
};

}  // namespace

NamedRestrictions named_restrictions(std::string_view text, const RestrictionTable& table) {
    return Reader(table).read(text);
}

}  // namespace hipflow::guide
