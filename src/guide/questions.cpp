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

/// Writes "low-back" as people do.
std::string place_word(Site site) {
    std::string text(word(site));
    std::replace(text.begin(), text.end(), '-', ' ');
    return text;
}

/// Returns where a pain is: "low back, left". Empty if nothing is known of it.
std::string place_words(const PainAnswer& pain) {
    std::string text;
    if (pain.site) text = place_word(*pain.site);
    if (!pain.side) return text;
    const bool both = *pain.side == Side::both;
    return fmt::format("{}{}{}", text, text.empty() ? "" : ", ",
                       both ? "both sides" : word(*pain.side));
}

/// Returns a place and how far down it goes: "buttock, left, down to the lower leg".
std::string whole_place_words(const PainAnswer& pain) {
    std::string text = place_words(pain);
    if (!pain.furthest || pain.furthest == pain.site) return text;
    return fmt::format("{}{}down to the {}", text, text.empty() ? "" : ", ",
                       place_word(*pain.furthest));
}

/// Words the option for Enter: what it takes, and that the session begins with it.
std::string enter_takes(const Offer& offer, std::string_view words) {
    const std::string_view begins = offer.comes_first ? "begins, " : "";
    if (words.empty())
        return fmt::format("Enter {}",
                           offer.comes_first ? "begins without an answer" : "no answer");
    return fmt::format("Enter {}{}{}", begins, offer.as, words);
}

constexpr std::string_view site_letters = "lbgotwf";

/// Asks where a pain is. Enter takes site and side of the offer, or answers neither.
void ask_place(terminal::Face& face, PainAnswer& answer, const Offer& offer, const Aloud& aloud) {
    say_aloud(aloud, Say::ask_site);
    std::vector<std::string> options = {"l low back", "b buttock",   "g groin", "o outer hip",
                                        "t thigh",    "w lower leg", "f foot"};
    options.push_back(enter_takes(offer, place_words(offer.told)));
    const auto place = ask_letter(face, "Where is it strongest?", options);
    if (place) answer.site = static_cast<Site>(site_letters.find(*place));
    const bool takes_all = !place && (offer.told.site || offer.told.side);
    if (takes_all) {
        answer.site = offer.told.site;
        answer.side = offer.told.side;
        if (answer.side) return;
    }
    say_aloud(aloud, Say::ask_side);
    const PainAnswer side{{}, {}, offer.told.side};
    const auto letter =
        ask_letter(face, "Which side?",
                   {"l left", "r right", "b both", enter_takes(offer, place_words(side))});
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
void ask_furthest(terminal::Face& face, PainAnswer& answer) {
    constexpr auto sites = std::to_array<std::pair<char, Site>>({{'b', Site::low_back},
                                                                 {'h', Site::buttock},
                                                                 {'t', Site::thigh},
                                                                 {'c', Site::lower_leg},
                                                                 {'f', Site::foot}});
    const auto letter =
        ask_letter(face, "How far down do you feel it?",
                   {"b back", "h buttock, hip or groin", "t thigh", "c lower leg", "f foot",
                    answer.site ? fmt::format("Enter {}", place_word(*answer.site))
                                : std::string("Enter no answer")});
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
bool is_between_the_legs(terminal::Face& face, const Aloud& aloud = {}) {
    say_aloud(aloud, Say::ask_saddle);
    return ask_letter(face, "Also between the legs?", {"y yes", "n no"}) == 'y';
}

}  // namespace

std::optional<PainScore> ask_pain_score(terminal::Face& face, std::string_view question) {
    const terminal::Question asked{.text = std::string(question),
                                   .letters = "nx",
                                   .options = {"0 none", "x ten", "Enter no answer"},
                                   .numbers = terminal::NumberRange{0, ten}};
    const auto value = ask_in_range(face, asked, for_none);
    return value ? PainScore::from(*value) : std::nullopt;
}

std::string pain_words(const PainAnswer& pain) {
    std::string place = whole_place_words(pain);
    if (!pain.score) return place;
    return fmt::format("{}{}{}", pain.score->value(), place.empty() ? "" : ", ", place);
}

void ask_pain_into(PainAnswer& answer, terminal::Face& face, std::string_view question,
                   const Offer& offer, const Aloud& aloud) {
    const bool offers = offer.told.score.has_value();
    const terminal::Question asked{
        .text = std::string(question),
        .letters = "nx",
        .options = {"0 none", "x ten: the worst you can imagine",
                    enter_takes(offer, offers ? pain_words(offer.told) : "")},
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
    ask_place(face, answer, place, aloud);
    if (asks_furthest(answer, offer.furthest)) ask_furthest(face, answer);
}

PainAnswer ask_pain_now(terminal::Face& face, std::string_view question, const Offer& offer,
                        const Aloud& aloud) {
    PainAnswer answer;
    ask_pain_into(answer, face, question, offer, aloud);
    return answer;
}

bool ask_stays_further(terminal::Face& face) {
    return ask_letter(face, "Is it still there after a minute?",
                      {"y yes", "n no", "Enter no answer"}) == 'y';
}

std::optional<session::Experience> ask_experience(terminal::Face& face) {
    const auto letter =
        ask_letter(face, "Are exercises like these new to you, or are you used to them?",
                   {"n new to this", "u used to this", "Enter no answer"});
    if (!letter) return std::nullopt;
    return *letter == 'n' ? session::Experience::new_to_this : session::Experience::used_to_this;
}

std::optional<session::News> ask_news(terminal::Face& face) {
    const auto letter = ask_letter(
        face, "Is anything of this new, or growing, since last time?",
        {"t tingling or numbness", "w a leg that is weaker, or a foot that drops",
         "k a knee that gave way, or a hip that caught", "l a changed feeling between the legs",
         "b trouble with bladder or bowels", "n none of it"});
    if (!letter) return std::nullopt;
    if (*letter == 't')
        return is_between_the_legs(face) ? session::News::saddle : session::News::numbness;
    if (*letter == 'w') return session::News::weakness;
    if (*letter == 'k') return session::News::gave_way;
    if (*letter == 'l') return session::News::saddle;
    return *letter == 'b' ? session::News::emergency : session::News::none;
}

std::optional<std::string> ask_clearance(terminal::Face& face) {
    return ask_text(
        face,
        "If a doctor or physiotherapist has looked at it since: what did they say about "
        "exercise? A few words; just press Enter if nobody has yet.");
}

HurtAnswer ask_what_hurts(terminal::Face& face, const Aloud& aloud) {
    HurtAnswer answer;
    answer.pain =
        ask_pain_now(face, "How strong is it, from 0 to 10? Not the stretch, the pain.", {}, aloud);
    say_aloud(aloud, Say::ask_kind);
    const auto kind =
        ask_letter(face, "Is it:",
                   {"s sharp or electric", "t tingling or numb",
                    "w a weaker leg or a dropping foot", "k a joint that gave way or caught",
                    "d further down the leg", "n none of these", "Enter no answer"});
    answer.sharp = kind == 's';
    answer.saddle = kind == 't' && is_between_the_legs(face, aloud);
    answer.numbness = kind == 't' && !answer.saddle;
    answer.weakness = kind == 'w';
    answer.gave_way = kind == 'k';
    answer.further = kind == 'd';
    return answer;
}

std::optional<PainScore> ask_exercise_peak(terminal::Face& face, std::string_view exercise) {
    return ask_pain_score(
        face, fmt::format("{}: how strong was the pain at its worst, from 0 to 10?", exercise));
}

HurtMoreAnswer ask_hurt_more(terminal::Face& face, const std::vector<std::string>& exercises,
                             bool others) {
    std::string list = "\n  0 none";
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
    auto choice = ask(fmt::format(
        "Did any {} hurt more than at the start? Press its number, or Enter for no answer.",
        others ? "other exercise" : "exercise"));
    if (!choice) return answer;
    answer.hurt_more = *choice == 0 ? HurtMore::none : HurtMore::some;
    while (choice && *choice != 0) {
        const auto index = static_cast<std::size_t>(*choice) - 1;
        answer.peaks.emplace_back(index, ask_exercise_peak(face, exercises[index]));
        choice = ask("Another one? Press its number, or Enter if that was all.");
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
