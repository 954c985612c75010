// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <array>
#include <map>

#include "cli/parse.h"
#include "domain/body.h"
#include "domain/error.h"

namespace hipflow::cli {
namespace {

struct Values {
    std::optional<Site> site;
    std::vector<Site> sites;
    std::optional<PainScore> pain;
    int times = 1;
    std::optional<double> speed;
    std::optional<std::string> note;
    std::optional<std::string> title;
    std::vector<std::string> names;
    std::optional<bool> voice;
    bool flare = false;
    bool rest = false;
    Format format = Format::text;
};

Values seen;

void declare(Options& options, Values& values) {
    options.add("names", values.names, "NAME", "Names");
    options.add("--site", values.site, "SITE", "A place");
    options.add("--sites", values.sites, "SITE", "Places").separated(',');
    options.add("--pain", values.pain, "0-10", "Pain");
    options.add("--times", values.times, "N", "How often").range(1, 5);
    const Option speed = options.add("--speed", values.speed, "N", "How fast").range(1.0, 9.5);
    options.add("--note", values.note, "TEXT", "A note").needs(speed).plain();
    options.add("--title", values.title, "TEXT", "A title").may_be_empty();
    options.on_off("--voice", values.voice, "Speak", "Do not speak");
    const Option flare = options.flag("--flare", values.flare, "A flare");
    options.flag("--rest", values.rest, "A rest").excludes(flare);
    options.json_or_csv(values.format);
}

int look(Context& /*context*/, const Values& values) {
    seen = values;
    return 0;
}

void declare_less(Options& options, Values& values) {
    options.add("--pain", values.pain, "0-10", "Pain");
}

constexpr Command part{.name = "part", .summary = "Part", .bind = bind<&declare_less, &look>};
constexpr std::array parts = {&part};
constexpr Command whole{
    .name = "whole", .summary = "Whole", .bind = bind<&declare_less, &look>, .parts = parts};
constexpr Command single{.name = "single", .summary = "Single", .bind = bind<&declare, &look>};

void declare_wants(Options& options, Values& values) {
    options.add("name", values.names, "NAME", "Whose it is").required();
}
constexpr Command wants{.name = "wants", .summary = "Wants", .bind = bind<&declare_wants, &look>};
constexpr std::array commands = {&whole, &single, &wants};
constexpr Command program{.name = "program", .summary = "Program", .parts = commands};

Values parsed(const std::vector<std::string>& words) {
    const Parsed found = parse(program, words);
    Context context(platform::Environment(std::map<std::string, std::string>{}),
                    platform::Streams{}, found.options);
    EXPECT_EQ(found.action(context), 0);
    return seen;
}

std::string refusal(const std::vector<std::string>& words) {
    try {
        parse(program, words);
    } catch (const Error& error) {
        return error.what();
    }
    return "";
}

TEST(Options, HaveTheirTypes) {
    const Values values = parsed({"single", "--site", "thigh", "--sites", "foot,groin", "--sites",
                                  "buttock", "--pain", "10", "--speed", "2.5", "--note", "a b",
                                  "--no-voice", "--csv", "one", "two"});
    EXPECT_EQ(values.site, Site::thigh);
    EXPECT_EQ(values.sites, (std::vector{Site::foot, Site::groin, Site::buttock}));
    EXPECT_EQ(values.pain, PainScore::from(10));
    EXPECT_EQ(values.times, 1);
    EXPECT_EQ(values.speed, 2.5);
    EXPECT_EQ(values.note, "a b");
    EXPECT_EQ(values.voice, false);
    EXPECT_EQ(values.format, Format::csv);
    EXPECT_EQ(values.names, (std::vector<std::string>{"one", "two"}));
}

TEST(Options, KeepWhatIsNotGiven) {
    const Values values = parsed({"single"});
    EXPECT_FALSE(values.site || values.pain || values.speed || values.note || values.voice);
    EXPECT_EQ(values.times, 1);
    EXPECT_EQ(values.format, Format::text);
}

TEST(Options, RefuseWhatDoesNotFit) {
    EXPECT_NE(refusal({"single", "--site", "ear"}), "");
    EXPECT_NE(refusal({"single", "--pain", "11"}), "");
    EXPECT_NE(refusal({"single", "--pain", "two"}), "");
    EXPECT_NE(refusal({"single", "--times", "0"}), "");
    EXPECT_NE(refusal({"single", "--speed", "9.6"}), "");
    EXPECT_NE(refusal({"single", "--note", "alone"}), "");
    EXPECT_NE(refusal({"single", "--flare", "--rest"}), "");
    EXPECT_NE(refusal({"single", "--voice", "--no-voice"}), "");
    EXPECT_NE(refusal({"single", "--json", "--csv"}), "");
    EXPECT_NE(refusal({"single", "--site", ""}).find("empty"), std::string::npos);
    EXPECT_NE(refusal({"single", "--pian", "3"}).find("'--pain'"), std::string::npos);
    EXPECT_NE(refusal({"whole", "prat"}).find("'part'"), std::string::npos);
}

TEST(Options, AreRefusedInSentences) {
    const std::pair<std::vector<std::string>, std::string_view> refusals[] = {
        {{"single", "--site", "thih"},
         "--site: 'thih' is not one of low-back, buttock, groin, outer-hip, thigh, lower-leg, "
         "foot. "
         "Did you mean 'thigh'?"},
        {{"single", "--sites", "foot,ear"},
         "--sites: 'ear' is not one of low-back, buttock, groin"},
        {{"single", "--times", "6"}, "--times: '6' is not a whole number from 1 to 5"},
        {{"single", "--times", "x"}, "--times: 'x' is not a whole number from 1 to 5"},
        {{"single", "--speed", "nan"}, "--speed: 'nan' is not a number from 1 to 9.5"},
        {{"single", "--pain", "-1"}, "--pain: '-1' is not a whole number from 0 to 10"},
        {{"single", "--speed", "2", "--note", "\x1b[2J"},
         "--note: it holds characters that cannot be shown; type it as plain text"},
        {{"single", "--note", "alone"},
         "--note goes with --speed only. Give --speed as well, or leave --note out."},
        {{"single", "--rest", "--flare"},
         "--flare and --rest exclude each other. Leave one of them out."},
        {{"single", "--times", "1", "--times", "2"}, "--times is given 2 times. Give it once."},
        {{"single", "--times"},
         "--times: its value is missing. Give one, or leave the option out."},
        {{"single", "--rest=maybe"}, "--rest takes no value. Leave out the '=' and what follows."},
        {{"single", "--rest="}, "--rest takes no value."},
        {{"single", "--rest=false"}, "--rest takes no value."},
        {{"whole", "part", "more"},
         "'more' is an argument too many. Leave it out, or put words that belong together in "
         "quotes."},
        {{"wants"}, "'program wants' needs NAME: whose it is\nTry 'program wants --help'."},
    };
    for (const auto& [words, sentence] : refusals) {
        EXPECT_TRUE(refusal(words).starts_with(sentence)) << refusal(words);
    }
}

TEST(Options, MayBeEmptyWhereThatIsAnAnswer) {
    EXPECT_EQ(parsed({"single", "--title", ""}).title, "");
    const auto behind_equals = parsed({"single", "--title=", "--times", "2"});
    EXPECT_EQ(behind_equals.title, "");
    EXPECT_EQ(behind_equals.times, 2);
    EXPECT_NE(refusal({"single", "--note", ""}).find("empty"), std::string::npos);
}

TEST(Options, AreNoNegativeNumbers) {
    EXPECT_TRUE(refusal({"single", "-1", "--times", "9"}).starts_with("--times: "))
        << refusal({"single", "-1", "--times", "9"});
}

TEST(Options, EndWhereTheyAreSaidToEnd) {
    EXPECT_EQ(parsed({"single", "--times", "2", "--", "--pain", "two"}).names,
              (std::vector<std::string>{"--pain", "two"}));
    EXPECT_TRUE(refusal({"single", "--times", "9", "--", "--pian"}).starts_with("--times: "))
        << refusal({"single", "--times", "9", "--", "--pian"});
}

TEST(Options, AskForHelpWithCommandsThatExist) {
    EXPECT_TRUE(refusal({"nonsense", "--help"}).starts_with("unknown command 'nonsense'."));
    EXPECT_NE(refusal({"whole", "prat", "--help"}).find("'part'"), std::string::npos);
    EXPECT_EQ(refusal({"whole", "part", "--help"}), "");
}

TEST(Options, MayHaveTheNameOfACommandAsTheirValue) {
    const Parsed found = parse(program, {"--db", "whole", "single"});
    EXPECT_EQ(found.options.db, "whole");
}

TEST(Options, AreSharedWithPartsOfTheSameValues) {
    EXPECT_EQ(parsed({"whole", "--pain", "3"}).pain, PainScore::from(3));
    EXPECT_EQ(parsed({"whole", "--pain", "3", "part"}).pain, PainScore::from(3));
    EXPECT_EQ(parsed({"whole", "part", "--pain", "4"}).pain, PainScore::from(4));
}

}  // namespace
}  // namespace hipflow::cli
