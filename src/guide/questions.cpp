// SPDX-License-Identifier: MIT
#include "guide/questions.h"

#include <fmt/format.h>

#include "domain/number.h"
#include "text/utf8.h"

namespace hipflow::guide {
namespace {

/// Repeats a question, with what was wrong about the answer above it.
std::string again(std::string_view wrong, std::string_view question) {
    return fmt::format("{}{}{}", wrong, question.empty() ? "" : "\n", question);
}

void say_aloud(const Aloud& aloud, Say question) {
    if (aloud) aloud(question);
}

std::optional<Site> ask_site(terminal::Face& face, const Aloud& aloud) {
    say_aloud(aloud, Say::ask_site);
    const auto choice = ask_number(
        face, "Where is it strongest?", 1, 7,
        {"1 low back", "2 buttock", "3 groin", "4 outer hip", "5 thigh", "6 lower leg", "7 foot"});
    if (!choice) return std::nullopt;
    return static_cast<Site>(*choice - 1);
}

std::optional<Side> ask_side(terminal::Face& face, const Aloud& aloud) {
    say_aloud(aloud, Say::ask_side);
    const auto letter = ask_letter(face, "Which side?", {"l left", "r right", "b both"});
    if (!letter) return std::nullopt;
    if (*letter == 'b') return Side::both;
    return *letter == 'l' ? Side::left : Side::right;
}

std::optional<std::string> ask_text(terminal::Face& face, std::string_view question) {
    std::string note = face.ask({std::string(question), {}});
    while (!is_plain_text(note)) {
        note = face.ask({again("Please type letters, digits and signs only, or Enter alone for "
                               "none.",
                               question),
                         {}});
    }
    if (note.empty()) return std::nullopt;
    return note;
}

/// Asks what follows tingling or numbness, once. Enter alone is no answer, and so not a yes.
bool is_between_the_legs(terminal::Face& face, const Aloud& aloud = {}) {
    say_aloud(aloud, Say::ask_saddle);
    return ask_letter(face, "Also between the legs?", {"y yes", "n no"}) == 'y';
}

}  // namespace

std::optional<long> ask_number(terminal::Face& face, std::string_view question, long least,
                               long most, const std::vector<std::string>& options) {
    std::string answer = face.ask({std::string(question), {}, options});
    while (!answer.empty()) {
        const auto value = parse_number<long>(answer);
        if (value && *value >= least && *value <= most) return value;
        const std::string wrong = fmt::format(
            "Please type a whole number from {} to {}, or Enter alone for no answer.", least, most);
        answer = face.ask({again(wrong, question), {}, options});
    }
    return std::nullopt;
}

std::optional<PainScore> ask_pain_score(terminal::Face& face, std::string_view question) {
    const auto value = ask_number(face, question, 0, 10);
    return value ? PainScore::from(*value) : std::nullopt;
}

std::optional<char> ask_letter(terminal::Face& face, std::string_view question,
                               const std::vector<std::string>& options) {
    std::string letters;
    for (const auto& option : options) {
        if (option.find(' ') == 1) letters += option.front();
    }
    std::string answer = face.ask({std::string(question), letters, options});
    while (!answer.empty()) {
        // The whole word will do: "left" for l.
        const auto letter = static_cast<char>(answer.front() | 0x20);
        if (letters.find(letter) != std::string::npos) return letter;
        answer = face.ask(
            {again("Please type one of the letters, or Enter alone for no answer.", question),
             letters, options});
    }
    return std::nullopt;
}

PainAnswer ask_pain_now(terminal::Face& face, std::string_view question, const Aloud& aloud) {
    PainAnswer answer;
    answer.score = ask_pain_score(face, question);
    if (!answer.score || answer.score->value() == 0) return answer;
    answer.site = ask_site(face, aloud);
    answer.side = ask_side(face, aloud);
    return answer;
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
        "exercise? A few words; Enter alone: not yet.");
}

HurtAnswer ask_what_hurts(terminal::Face& face, const Aloud& aloud) {
    HurtAnswer answer;
    answer.pain =
        ask_pain_now(face, "How strong is it, from 0 to 10? Not the stretch, the pain.", aloud);
    say_aloud(aloud, Say::ask_kind);
    const auto kind = ask_letter(
        face, "Is it:",
        {"s sharp or electric", "t tingling or numb", "w a weaker leg or a dropping foot",
         "k a joint that gave way or caught", "d further down the leg", "n none of these"});
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

HurtMoreAnswer ask_hurt_more(terminal::Face& face, const std::vector<std::string>& exercises) {
    std::string list;
    for (std::size_t i = 0; i < exercises.size(); ++i) {
        list += fmt::format("\n  {} {}", i + 1, exercises[i]);
    }
    HurtMoreAnswer answer;
    const auto most = static_cast<long>(exercises.size());
    auto choice = ask_number(
        face, "Did any exercise hurt more than at the start? 0 for no, or its number:" + list, 0,
        most);
    if (!choice) return answer;
    answer.hurt_more = *choice == 0 ? HurtMore::none : HurtMore::some;
    while (choice && *choice != 0) {
        const auto index = static_cast<std::size_t>(*choice) - 1;
        answer.peaks.emplace_back(index, ask_exercise_peak(face, exercises[index]));
        choice = ask_number(face, "Another one? Its number, or Enter alone." + list, 0, most);
    }
    return answer;
}

std::optional<Effort> ask_effort(terminal::Face& face) {
    const auto letter = ask_letter(face, "How was it?", {"e easy", "o ok", "h hard"});
    if (!letter) return std::nullopt;
    if (*letter == 'o') return Effort::ok;
    return *letter == 'e' ? Effort::easy : Effort::hard;
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
