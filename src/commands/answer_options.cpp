// SPDX-License-Identifier: MIT
#include "commands/answer_options.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "domain/error.h"
#include "domain/number.h"
#include "domain/spelling.h"
#include "text/utf8.h"

namespace hipflow {
namespace {

PainScore score_of(const std::string& hurt, std::string_view text) {
    const auto score = PainScore::from(parse_number<int>(text).value_or(-1));
    if (score) return *score;
    throw Error(fmt::format("--hurt {}: '{}' is no score from 0 to 10", hurt, text));
}

std::pair<std::string, std::optional<PainScore>> peak_of(
    const std::string& hurt, const std::vector<std::string>& exercises) {
    const auto equals = hurt.find('=');
    const std::string exercise = hurt.substr(0, equals);
    if (std::find(exercises.begin(), exercises.end(), exercise) == exercises.end()) {
        throw Error(fmt::format("--hurt: '{}' is not in this session.{}", exercise,
                                did_you_mean(exercise, exercises)));
    }
    if (equals == std::string::npos) return {exercise, std::nullopt};
    return {exercise, score_of(hurt, std::string_view(hurt).substr(equals + 1))};
}

}  // namespace

void add_place_options(CLI::App& app, AnswerOptions& options) {
    app.add_option("--site", options.site, "Where it is felt")
        ->check(CLI::IsMember(all_words<Site>()))
        ->type_name("SITE");
    app.add_option("--side", options.side, "On which side")
        ->check(CLI::IsMember(all_words<Side>()))
        ->type_name("SIDE");
}

void add_note_option(CLI::App& app, AnswerOptions& options) {
    app.add_option("--note", options.note, "A note")->type_name("TEXT");
}

void add_answer_options(CLI::App& app, AnswerOptions& options) {
    const CLI::Range scale(0, 10);
    app.add_option("--pain-before", options.pain_before, "Pain before the session, 0 to 10")
        ->check(scale)
        ->type_name("0-10");
    app.add_option("--pain-after", options.pain_after, "Pain after the session, 0 to 10")
        ->check(scale)
        ->type_name("0-10");
    add_place_options(app, options);
    app.add_option("--hurt", options.hurt, "What hurt more than at the start: none, or an exercise")
        ->type_name("none|EXERCISE[=SCORE]");
    app.add_option("--effort", options.effort, "How it was: easy, ok or hard")
        ->check(CLI::IsMember(all_words<Effort>()))
        ->type_name("EFFORT");
    add_note_option(app, options);
}

void add_before_options(CLI::App& app, BeforeOptions& options) {
    auto* morning =
        app.add_option("--morning", options.morning, "The morning score that is owed, 0 to 10")
            ->check(CLI::Range(0, 10))
            ->type_name("0-10");
    app.add_flag("--soreness", options.soreness, "That morning it was new muscle soreness")
        ->needs(morning);
    app.add_option("--new", options.news, "What is new since last time, or growing")
        ->check(CLI::IsMember(all_words<News>()))
        ->type_name("SIGN");
    app.add_option("--clearance", options.clearance, "What a clinician said after such a sign")
        ->type_name("TEXT");
    auto* flare =
        app.add_flag("--flare", options.flare, "The flare-up day, where pain calls for rest");
    app.add_flag("--override", options.override_gate, "One step beyond what pain calls for")
        ->excludes(flare);
}

void declare_answers(Options& options, AnswerOptions& values) {
    options.add("--pain-before", values.pain_before, "0-10", "Pain before the session, 0 to 10")
        .range(0, 10);
    options.add("--pain-after", values.pain_after, "0-10", "Pain after the session, 0 to 10")
        .range(0, 10);
    options.add("--site", values.site, "SITE", "Where it is felt").among(words<Site>);
    options.add("--side", values.side, "SIDE", "On which side").among(words<Side>);
    options.add("--hurt", values.hurt, "none|EXERCISE[=SCORE]",
                "What hurt more than at the start: none, or an exercise");
    options.add("--effort", values.effort, "EFFORT", "How it was: easy, ok or hard")
        .among(words<Effort>);
    options.add("--note", values.note, "TEXT", "A note");
}

void declare_before(Options& options, BeforeOptions& values) {
    const Option morning =
        options.add("--morning", values.morning, "0-10", "The morning score that is owed, 0 to 10")
            .range(0, 10);
    options.flag("--soreness", values.soreness, "That morning it was new muscle soreness")
        .needs(morning);
    options.add("--new", values.news, "SIGN", "What is new since last time, or growing")
        .among(words<News>);
    options.add("--clearance", values.clearance, "TEXT", "What a clinician said after such a sign");
    const Option flare =
        options.flag("--flare", values.flare, "The flare-up day, where pain calls for rest");
    options.flag("--override", values.override_gate, "One step beyond what pain calls for")
        .excludes(flare);
}

void take_before_options(const BeforeOptions& options, GivenAnswers& given) {
    if (options.morning) given.morning = PainScore::from(*options.morning);
    given.soreness = options.soreness;
    if (options.news) given.news = from_word<News>(*options.news);
    if (options.clearance && !is_plain_text(*options.clearance)) {
        throw Error("--clearance: it holds characters that cannot be shown; type it as plain text");
    }
    given.clearance = options.clearance;
    given.flare = options.flare;
    given.override_gate = options.override_gate;
}

std::optional<std::string> plain_note(const AnswerOptions& options) {
    if (options.note && !is_plain_text(*options.note)) {
        throw Error("--note: it holds characters that cannot be shown; type it as plain text");
    }
    return options.note;
}

GivenAnswers given_answers(const AnswerOptions& options, bool ask,
                           const std::vector<std::string>& exercises) {
    GivenAnswers given;
    given.ask = ask;
    if (options.pain_before) given.pain_before = PainScore::from(*options.pain_before);
    if (options.pain_after) given.pain_after = PainScore::from(*options.pain_after);
    if (options.site) given.site = from_word<Site>(*options.site);
    if (options.side) given.side = from_word<Side>(*options.side);
    if (options.effort) given.effort = from_word<Effort>(*options.effort);
    given.note = plain_note(options);
    for (const auto& hurt : options.hurt) {
        if (hurt == "none") {
            given.hurt_more = HurtMore::none;
        } else {
            given.peaks.push_back(peak_of(hurt, exercises));
        }
    }
    if (!given.peaks.empty()) {
        if (given.hurt_more) throw Error("--hurt none and --hurt EXERCISE exclude each other");
        given.hurt_more = HurtMore::some;
    }
    return given;
}

}  // namespace hipflow
