// SPDX-License-Identifier: MIT
#include "guide/questions.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace hipflow::guide {
namespace {

void say_aloud(const Aloud& aloud, Say question) {
    if (aloud) aloud(question);
}

std::string place_word(Site site, const CareWords& words) {
    return words.list(Care::sites).at(static_cast<std::size_t>(site));
}

/// Returns where a pain is: "low back, left". Empty if nothing is known of it.
std::string place_words(const PainAnswer& pain, const CareWords& words) {
    std::string text;
    if (pain.site) text = place_word(*pain.site, words);
    if (!pain.side) return text;
    const auto side = static_cast<std::size_t>(*pain.side);
    return fmt::format("{}{}{}", text, text.empty() ? "" : ", ", words.list(Care::sides).at(side));
}

/// Returns a place and how far down it goes: "buttock, left, down to the lower leg".
std::string whole_place_words(const PainAnswer& pain, const CareWords& words) {
    std::string text = place_words(pain, words);
    if (!pain.furthest || pain.furthest == pain.site) return text;
    const auto furthest = static_cast<std::size_t>(*pain.furthest);
    return fmt::format("{}{}{}", text, text.empty() ? "" : ", ",
                       words.list(Care::down_to).at(furthest));
}

/// Words the option for Enter: what it takes, and that the session begins with it.
std::string enter_takes(const Offer& offer, std::string_view told, const CareWords& words) {
    if (told.empty()) {
        return words.say(offer.comes_first ? Care::enter_begins : Care::enter_no_answer);
    }
    const std::string as = words.say(offer.as, {{"pain", told}});
    return words.say(offer.comes_first ? Care::enter_begins_with : Care::enter_takes,
                     {{"pain", as}});
}

/// The options of a list, and another one behind them.
std::vector<std::string> options_of(const CareWords& words, Care list, std::string last) {
    std::vector<std::string> options = words.list(list);
    options.push_back(std::move(last));
    return options;
}

constexpr std::string_view site_letters = "lbgotwf";

/// Asks where a pain is. Enter takes site and side of the offer, or answers neither.
void ask_place(terminal::Face& face, const CareWords& words, PainAnswer& answer, const Offer& offer,
               const Aloud& aloud) {
    say_aloud(aloud, Say::ask_site);
    const auto place =
        ask_letter(face, words.say(Care::ask_site),
                   options_of(words, Care::site_choice,
                              enter_takes(offer, place_words(offer.told, words), words)));
    if (place) answer.site = static_cast<Site>(site_letters.find(*place));
    const bool takes_all = !place && (offer.told.site || offer.told.side);
    if (takes_all) {
        answer.site = offer.told.site;
        answer.side = offer.told.side;
        if (answer.side) return;
    }
    say_aloud(aloud, Say::ask_side);
    const PainAnswer side{{}, {}, offer.told.side};
    const auto letter = ask_letter(
        face, words.say(Care::ask_side),
        options_of(words, Care::side_choice, enter_takes(offer, place_words(side, words), words)));
    if (!letter) {
        answer.side = offer.told.side;
    } else if (*letter == 'b') {
        answer.side = Side::both;
    } else {
        answer.side = *letter == 'l' ? Side::left : Side::right;
    }
}

/// Asks how far down the leg it is felt. Enter is no further than the place told, which is known
/// then; a nearer one is taken for it.
void ask_furthest(terminal::Face& face, const CareWords& words, PainAnswer& answer) {
    constexpr auto sites = std::to_array<std::pair<char, Site>>({{'b', Site::low_back},
                                                                 {'h', Site::buttock},
                                                                 {'t', Site::thigh},
                                                                 {'c', Site::lower_leg},
                                                                 {'f', Site::foot}});
    const std::string enter =
        answer.site ? words.say(Care::enter_takes, {{"pain", place_word(*answer.site, words)}})
                    : words.say(Care::enter_no_answer);
    const auto letter = ask_letter(face, words.say(Care::ask_furthest),
                                   options_of(words, Care::furthest_choice, enter));
    answer.furthest = answer.site;
    for (const auto& [key, site] : sites) {
        if (letter == key) answer.furthest = further_of(answer.site, site);
    }
}

bool asks_furthest(const PainAnswer& answer, AskFurthest when) {
    if (answer.site == Site::foot) return false;
    const bool below = answer.site && distance_from_spine(*answer.site) > 1;
    return when == AskFurthest::always || (when == AskFurthest::below_back && below);
}

/// Asks what follows tingling or numbness, once. Enter is no answer, and so not a yes.
bool is_between_the_legs(terminal::Face& face, const CareWords& words, const Aloud& aloud = {}) {
    say_aloud(aloud, Say::ask_saddle);
    return ask_letter(face, words.say(Care::ask_saddle), words.list(Care::yes_no)) == 'y';
}

}  // namespace

std::optional<PainScore> ask_pain_score(terminal::Face& face, const CareWords& words,
                                        std::string_view question) {
    const terminal::Question asked{.text = std::string(question),
                                   .letters = "nx",
                                   .options = {words.say(Care::no_pain), words.say(Care::ten_brief),
                                               words.say(Care::enter_no_answer)},
                                   .numbers = terminal::NumberRange{0, ten}};
    const auto value = ask_in_range(face, asked, for_none);
    return value ? PainScore::from(*value) : std::nullopt;
}

std::string pain_words(const PainAnswer& pain, const CareWords& words) {
    std::string place = whole_place_words(pain, words);
    if (!pain.score) return place;
    return fmt::format("{}{}{}", pain.score->value(), place.empty() ? "" : ", ", place);
}

void ask_pain_into(PainAnswer& answer, terminal::Face& face, const CareWords& words,
                   std::string_view question, const Offer& offer, const Aloud& aloud) {
    const bool offers = offer.told.score.has_value();
    const terminal::Question asked{
        .text = std::string(question),
        .letters = "nx",
        .options = {words.say(Care::no_pain), words.say(Care::ten),
                    enter_takes(offer, offers ? pain_words(offer.told, words) : "", words)},
        .numbers = terminal::NumberRange{0, ten},
        .comes_first = offer.comes_first};
    const auto score = ask_in_range(face, asked, offers ? "for the same as shown" : for_none);
    if (!score) {
        if (offers) answer = offer.told;
        return;
    }
    answer.score = PainScore::from(*score);
    if (*score == 0) return;
    Offer place = offer;
    place.comes_first = false;
    ask_place(face, words, answer, place, aloud);
    if (asks_furthest(answer, offer.furthest)) ask_furthest(face, words, answer);
}

PainAnswer ask_pain_now(terminal::Face& face, const CareWords& words, std::string_view question,
                        const Offer& offer, const Aloud& aloud) {
    PainAnswer answer;
    ask_pain_into(answer, face, words, question, offer, aloud);
    return answer;
}

bool ask_stays_further(terminal::Face& face, const CareWords& words) {
    return ask_letter(face, words.say(Care::ask_stays),
                      options_of(words, Care::yes_no, words.say(Care::enter_no_answer))) == 'y';
}

std::optional<session::Experience> ask_experience(terminal::Face& face) {
    const auto letter =
        ask_letter(face, "Are exercises like these new to you, or are you used to them?",
                   {"n new to this", "u used to this", "Enter no answer"});
    if (!letter) return std::nullopt;
    return *letter == 'n' ? session::Experience::new_to_this : session::Experience::used_to_this;
}

std::optional<session::News> ask_news(terminal::Face& face, const CareWords& words) {
    const auto letter = ask_letter(face, words.say(Care::ask_news), words.list(Care::news));
    if (!letter) return std::nullopt;
    if (*letter == 't')
        return is_between_the_legs(face, words) ? session::News::saddle : session::News::numbness;
    if (*letter == 'w') return session::News::weakness;
    if (*letter == 'k') return session::News::gave_way;
    if (*letter == 'l') return session::News::saddle;
    return *letter == 'b' ? session::News::emergency : session::News::none;
}

std::optional<std::string> ask_clearance(terminal::Face& face, const CareWords& words) {
    return ask_text(face, words.say(Care::ask_clearance));
}

HurtAnswer ask_what_hurts(terminal::Face& face, const CareWords& words, const Aloud& aloud) {
    HurtAnswer answer;
    answer.pain = ask_pain_now(face, words, words.say(Care::ask_hurts), {}, aloud);
    say_aloud(aloud, Say::ask_kind);
    const auto kind = ask_letter(face, words.say(Care::is_it),
                                 options_of(words, Care::kinds, words.say(Care::enter_no_answer)));
    answer.sharp = kind == 's';
    answer.saddle = kind == 't' && is_between_the_legs(face, words, aloud);
    answer.numbness = kind == 't' && !answer.saddle;
    answer.weakness = kind == 'w';
    answer.gave_way = kind == 'k';
    answer.further = kind == 'd';
    return answer;
}

std::optional<PainScore> ask_exercise_peak(terminal::Face& face, const CareWords& words,
                                           std::string_view exercise) {
    return ask_pain_score(face, words, words.say(Care::ask_peak, {{"name", exercise}}));
}

HurtMoreAnswer ask_hurt_more(terminal::Face& face, const CareWords& words,
                             const std::vector<std::string>& exercises, bool others) {
    std::string list = "\n  " + words.say(Care::none_hurt);
    for (std::size_t i = 0; i < exercises.size(); ++i) {
        list += fmt::format("\n  {} {}", i + 1, exercises[i]);
    }
    HurtMoreAnswer answer;
    const auto most = static_cast<long>(exercises.size());
    const auto ask = [&](std::string_view question) {
        const terminal::Question asked{.text = std::string(question) + list,
                                       .letters = "n",
                                       .options = {},
                                       .numbers = terminal::NumberRange{0, most}};
        return ask_in_range(face, asked, for_none);
    };
    auto choice = ask(words.say(others ? Care::ask_hurt_more_others : Care::ask_hurt_more));
    if (!choice) return answer;
    answer.hurt_more = *choice == 0 ? HurtMore::none : HurtMore::some;
    while (choice && *choice != 0) {
        const auto index = static_cast<std::size_t>(*choice) - 1;
        answer.peaks.emplace_back(index, ask_exercise_peak(face, words, exercises[index]));
        choice = ask(words.say(Care::ask_hurt_another));
    }
    return answer;
}

EffortAnswer ask_effort(terminal::Face& face, bool with_note) {
    EffortAnswer answer;
    while (true) {
        std::vector<std::string> options = {"e easy", "o ok", "h hard"};
        if (with_note && !answer.note) options.emplace_back("n write a note first");
        options.emplace_back("Enter no answer");
        const auto letter = ask_letter(face, "How was it?", options);
        if (letter == 'n') {
            answer.note = ask_note(face).value_or("");
            continue;
        }
        if (letter == 'e') answer.effort = Effort::easy;
        if (letter == 'o') answer.effort = Effort::ok;
        if (letter == 'h') answer.effort = Effort::hard;
        return answer;
    }
}

std::optional<std::string> ask_note(terminal::Face& face) {
    return ask_text(face, "A note, if you like:");
}

StopAnswer ask_why_stop(terminal::Face& face) {
    const auto letter = ask_letter(
        face, "Finish here?",
        {"Enter yes", "p for pain", "t no time", "d tired", "o other reason", "c carry on"});
    if (letter == 'c') return {false, std::nullopt};
    if (letter == 'p') return {true, StopReason::pain};
    if (letter == 't') return {true, StopReason::time};
    if (letter == 'd') return {true, StopReason::tired};
    if (letter == 'o') return {true, StopReason::other};
    return {};
}

}  // namespace hipflow::guide
