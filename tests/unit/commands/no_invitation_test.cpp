// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <array>
#include <map>
#include <string>
#include <vector>

#include "commands/all_commands.h"
#include "store/change.h"
#include "support/a_desk.h"
#include "support/in_process.h"
#include "today/desk.h"

// By no command is anybody invited to move who has a sign that nobody has looked at, or whose last
// word on today's pain is nine or ten (docs/design/care.md, "Endings and red flags").

namespace hipflow::commands {
namespace {

/// What each command is run with, by its name; what reads or changes the library and the help say
/// what they always say.
const std::map<std::string, std::vector<std::string>>& lines() {
    static const std::map<std::string, std::vector<std::string>> all = {
        {"hipflow", {"", "--json"}},
        {"start",
         {"start --rehearse", "start desk-reset --rehearse --json", "start --rehearse --speed 900",
          "start"}},
        {"why",
         {"why", "why glute-bridge", "why glute-bridge --json", "why clamshell", "why last"}},
        {"stats", {"stats", "stats --since today --routine rom-check"}},
        {"stats sessions", {"stats sessions", "stats sessions --routine rom-check"}},
        {"stats pain", {"stats pain"}},
        {"stats exercises", {"stats exercises"}},
        {"stats week", {"stats week"}},
        {"stats range", {"stats range"}},
        {"stats function", {"stats function"}},
        {"schedule show", {"schedule show"}},
        {"schedule set", {"schedule set 3 per week", "schedule set daily"}},
        {"schedule add", {"schedule add desk-reset daily --at 10:00"}},
        {"schedule remove", {"schedule add desk-reset daily", "schedule remove desk-reset"}},
        {"schedule pause", {"schedule pause"}},
        {"schedule resume", {"schedule resume"}},
        {"schedule skip", {"schedule skip tomorrow"}},
        {"schedule snooze", {"schedule snooze 30m", "schedule snooze 0s"}},
        {"schedule install", {"schedule install --dry-run"}},
        {"schedule uninstall", {"schedule uninstall"}},
        {"schedule status", {"schedule status"}},
        {"remind", {"remind", "remind --json", "remind --explain", "remind --once"}},
        {"session list", {"session list", "session list --since today"}},
        {"session show", {"session show"}},
        {"session amend", {"session amend last --effort hard"}},
        {"session remove", {}},
        {"log session", {"log session --at yesterday --pain-before 2"}},
        {"log pain", {"log pain 9", "log pain 4 --at yesterday"}},
        {"log morning", {"log morning 2"}},
        {"measure range", {"measure range"}},
        {"measure function", {"measure function"}},
        {"report", {"report --out -", "report --since today --routine rom-check --out -"}},
        {"undo", {"undo"}},
        {"redo", {"redo"}},
        {"program join", {"program leave", "program join steady-six"}},
        {"program leave", {}},
        {"program status", {"program status", "program status --json"}},
        {"me restrict", {"me restrict osteoporosis"}},
        {"me allow", {"me allow osteoporosis"}},
        {"me ask", {"me ask"}},
        {"me", {"me"}},
        {"doctor", {"doctor"}},
        {"config", {"config"}},
        {"safety", {"safety"}},
    };
    return all;
}

/// These are run last: nobody is asked to measure what has been measured.
constexpr std::array measuring_lines = {"measure range --left-internal 32,33,31",
                                        "measure function --add walking --score walking=4"};

bool is_reference(const std::string& name) {
    for (const char* first :
         {"completion", "help", "export", "routine", "exercise", "program list", "program show"}) {
        if (name.starts_with(first)) return true;
    }
    return false;
}

/// Calls see() with the name of every command that can be run: "stats pain".
void for_each_command(const cli::Command& command, const std::string& name, const auto& see) {
    if (command.bind != nullptr) see(name.empty() ? std::string(command.name) : name);
    for (const cli::Command* part : command.parts) {
        for_each_command(*part, name + (name.empty() ? "" : " ") + std::string(part->name), see);
    }
}

/// The part of the text that invites; empty if none does.
std::string invitation_in(const std::string& text) {
    for (const char* phrase :
         {" begins", "can begin", "Measure today", "hipflow measure range", "To start", "Once more",
          "Next      today", "Planned       today", "next one is today", "\"session\": {\n",
          "position-change", "Enter: I am warm"}) {
        if (text.find(phrase) != std::string::npos) return phrase;
    }
    constexpr std::string_view start = "hipflow start";
    for (auto at = text.find(start); at != std::string::npos; at = text.find(start, at + 1)) {
        const std::string_view rest = std::string_view(text).substr(at + start.size());
        const auto word = rest.find_first_not_of(" \n");
        const bool clears =
            word != std::string_view::npos && rest.substr(word).starts_with("--clearance");
        if (!clears && !rest.starts_with('s')) return std::string(start);
    }
    return "";
}

void run_uninvited(InProcess& program, std::string_view line) {
    const Ran ran = program.run(line);
    EXPECT_EQ(invitation_in(ran.out + ran.err), "") << line << '\n' << ran.out << ran.err;
}

void run_all(InProcess& program) {
    for_each_command(whole_program, "", [&](const std::string& name) {
        if (is_reference(name)) return;
        const auto known = lines().find(name);
        ASSERT_NE(known, lines().end()) << "say how to run '" << name << "'";
        for (const auto& line : known->second) run_uninvited(program, line);
    });
    for (const char* line : measuring_lines) run_uninvited(program, line);
}

void tell_of_a_sign(const InProcess& program) {
    today::Desk desk(platform::Environment({{"HOME", program.home().string()},
                                            {"HIPFLOW_NOW", "2026-11-24T12:00:00Z"}}),
                     {});
    store::Change change;
    change.now = desk.clock().wall();
    change.put.emplace_back(
        support::symptom("sign", SymptomKind::emergency, "2026-11-20T09:00:00Z"));
    desk.store().commit(change);
}

TEST(NoInvitation, ToANewcomerWhoTellsOfANine) {
    InProcess program;
    program.run("log pain 9");
    run_all(program);
}

TEST(NoInvitation, ToANewcomerWithASign) {
    InProcess program;
    tell_of_a_sign(program);
    run_all(program);
}

TEST(NoInvitation, InAProgramAfterANine) {
    InProcess program;
    program.run("schedule set daily --at 07:00");
    program.run("program join steady-six");
    program.run("log session --at yesterday");
    program.run("log pain 10");
    run_all(program);
}

TEST(NoInvitation, InAProgramWithASign) {
    InProcess program;
    program.run("schedule set daily --at 07:00");
    program.run("program join steady-six");
    program.run("log session --at yesterday");
    tell_of_a_sign(program);
    run_all(program);
}

TEST(NoInvitation, HidesNeitherAFaultNorAFact) {
    InProcess program;
    program.run("schedule set daily --at 07:00");
    program.run("log session --at yesterday");
    program.run("log pain 9");
    EXPECT_EQ(program.run("start --rehearse nosuch").code, 2);
    const Ran refused = program.run("start");
    EXPECT_EQ(refused.code, 2);
    EXPECT_NE(refused.err.find("not a terminal. No session while"), std::string::npos);
    const Ran rehearsed = program.run("start --rehearse --json");
    EXPECT_EQ(rehearsed.code, 1);
    EXPECT_NE(rehearsed.out.find("\"events\": []"), std::string::npos) << rehearsed.out;
    EXPECT_NE(program.run("schedule show").out.find("Next      tomorrow"), std::string::npos);
    EXPECT_NE(program.run("stats --until 2026-11-20").out.find("'--all'"), std::string::npos);
}

TEST(NoInvitation, IsFoundWhereThereIsOne) {
    InProcess program;
    EXPECT_EQ(invitation_in(program.run("why glute-bridge").out), " begins");
    EXPECT_EQ(invitation_in(program.run("").out), "To start");
    program.run("schedule set daily");
    EXPECT_EQ(invitation_in(program.run("schedule show").out), "Next      today");
}

}  // namespace
}  // namespace hipflow::commands
