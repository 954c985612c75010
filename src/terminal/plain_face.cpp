// SPDX-License-Identifier: MIT
#include "terminal/plain_face.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <limits>
#include <string_view>
#include <utility>

#include "domain/dose.h"
#include "session/event_words.h"
#include "text/layout.h"
#include "text/utf8.h"

namespace hipflow::terminal {
namespace {

using namespace std::chrono_literals;

/// An event in a plain session: whole lines without control characters, empty for most events.
struct PlainText {
    std::string text;
    bool bell = false;  // a transition that should be heard
};

std::string beginning(const session::Cue& cue, const session::Player& player) {
    const session::Segment& segment = player.script->timeline.segments[cue.segment];
    const std::string side =
        segment.key.side == Side::both ? "" : fmt::format(", {}", word(segment.key.side));
    if (segment.open_ended) return fmt::format("Begin{}. Enter when you are done.\n", side);
    if (segment.kind == session::SegmentKind::hold) {
        return fmt::format("Hold{}: {}.\n", side, spell_duration(segment.duration));
    }
    return fmt::format("Begin{}. 1\n", side);
}

PlainText of_cue(const session::Cue& cue, const session::Player& player) {
    switch (cue.kind) {
        case session::CueKind::start:
            return {beginning(cue, player), true};
        case session::CueKind::end:
            return {"Done.\n", true};
        case session::CueKind::name:
            return {'\n' + cue.text + '\n'};
        default:
            return {cue.text.empty() ? "" : cue.text + '\n'};
    }
}

/// Phrases an event. `player` is the state after it.
PlainText plain_text(const session::Event& event, const session::Player& player) {
    if (const auto* due = std::get_if<session::CueDue>(&event.what)) {
        return of_cue(due->cue, player);
    }
    const std::string words = session::event_words(event.what, player, session::Telling::lines);
    const auto* resumed = std::get_if<session::Resumed>(&event.what);
    return {words.empty() ? words : words + '\n', resumed != nullptr && resumed->get_ready > 0ms};
}

/// Lists what can be typed during a plain session.
std::string_view plain_help() {
    return "Type and press Enter:\n"
           "  Enter alone   pause, and go on\n"
           "  n next        b back, again     + more time\n"
           "  e easier      p it hurts        t time left\n"
           "  u undo skip   q finish here     ? this help\n";
}

/// Returns the key that a typed line stands for, or nullopt if it stands for none.
std::optional<session::Key> key_of(std::string_view line) {
    constexpr std::array<std::pair<std::string_view, session::Key>, 19> meanings = {{
        {"", session::Key::pause},         {" ", session::Key::pause},
        {"pause", session::Key::pause},    {"n", session::Key::next},
        {"next", session::Key::next},      {"b", session::Key::back},
        {"back", session::Key::back},      {"+", session::Key::more_time},
        {"more", session::Key::more_time}, {"e", session::Key::easier},
        {"easier", session::Key::easier},  {"p", session::Key::hurts},
        {"pain", session::Key::hurts},     {"t", session::Key::time_left},
        {"time", session::Key::time_left}, {"u", session::Key::undo},
        {"undo", session::Key::undo},      {"q", session::Key::quit},
        {"quit", session::Key::quit},
    }};
    const auto* const found =
        std::find_if(meanings.begin(), meanings.end(),
                     [&](const auto& meaning) { return meaning.first == line; });
    if (found == meanings.end()) return std::nullopt;
    return found->second;
}

/// A question, and the options that stand below it in lines of their own.
struct Listed {
    std::string text;
    std::vector<std::string> options;
    std::vector<std::string> short_options;
};

Listed listed(const Question& question) {
    Listed result;
    const bool is_list = !question.short_options.empty();
    const std::string words =
        is_list ? question.text : Question{question.text, {}, question.options}.words();
    for (const auto line : lines_in(words)) {
        if (line.starts_with("  ")) {
            result.options.emplace_back(line);
        } else {
            result.text += fmt::format("{}{}", result.text.empty() ? "" : "\n", line);
        }
    }
    if (!is_list) return result;
    for (const auto& option : question.options) result.options.push_back("  " + option);
    for (const auto& option : question.short_options) result.short_options.push_back("  " + option);
    return result;
}

int rows_of(const std::string& text, int columns) {
    int rows = 0;
    for (const auto line : lines_in(text)) {
        const std::string fitted = fitted_line(std::string(line), columns);
        rows += static_cast<int>(std::count(fitted.begin(), fitted.end(), '\n'));
    }
    return rows;
}

std::string with_options(std::string text, const std::vector<std::string>& options) {
    for (const auto& option : options)
        text += fmt::format("{}{}", text.empty() ? "" : "\n", option);
    return text;
}

/// Splits the options into as few parts as there is room for.
std::vector<std::vector<std::string>> parts_of(const std::vector<std::string>& options, int columns,
                                               int room) {
    std::vector<std::vector<std::string>> parts(1);
    int used = 0;
    for (const auto& option : options) {
        const int rows = rows_of(option, columns);
        if (!parts.back().empty() && used + rows > room) {
            parts.emplace_back();
            used = 0;
        }
        parts.back().push_back(option);
        used += rows;
    }
    return parts;
}

}  // namespace

std::string fitted_line(const std::string& line, int columns) {
    if (width(line) <= columns) return line + '\n';
    const std::size_t indent = std::min(line.find_first_not_of(" -"), line.size());
    const std::string_view text = line;
    return labelled(text.substr(0, indent), text.substr(indent), columns);
}

std::vector<std::string> question_parts(const Question& question, int columns,
                                        std::optional<int> rows) {
    constexpr int typed = 1;
    const Listed list = listed(question);
    const auto fits = [&](const std::string& text) {
        return !rows || rows_of(text, columns) + typed <= *rows;
    };
    const std::string whole = with_options(list.text, list.options);
    if (list.options.empty() || fits(whole)) return {whole};
    const auto& options = list.short_options.empty() ? list.options : list.short_options;
    const std::string shortened = with_options(list.text, options);
    if (!rows || fits(shortened)) return {shortened};
    const int more = rows_of("Enter: more (99 of 99)", columns);
    const int room = std::max(*rows - rows_of(list.text, columns) - more - typed, 1);
    std::vector<std::string> said;
    const auto parts = parts_of(options, columns, room);
    for (const auto& part : parts) {
        said.push_back(with_options(list.text, part));
        if (said.size() < parts.size()) {
            said.back() += fmt::format("\nEnter: more ({} of {})", said.size(), parts.size());
        }
    }
    return said;
}

void PlainFace::say(std::string_view text) {
    for (const auto line : lines_in(text)) {
        const std::string safe = shown(line, std::numeric_limits<std::size_t>::max());
        // An error of the terminal must not break off a session; it shows at the end.
        std::fputs(fitted_line(safe, style_.columns).c_str(), out_);
    }
    std::fflush(out_);
}

void PlainFace::bell() {
    if (isatty(fileno(out_)) == 0) return;
    std::fputc('\a', out_);
    std::fflush(out_);
}

/// Returns the rows of the terminal, or nullopt where lines go elsewhere.
std::optional<int> PlainFace::rows() const {
    winsize size{};
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): POSIX has no other way
    const bool known = ioctl(fileno(out_), TIOCGWINSZ, &size) == 0;
    return known && size.ws_row > 0 ? std::optional<int>(size.ws_row) : std::nullopt;
}

/// Asks a list that is longer than the terminal in parts. What is typed after each of them makes
/// one answer.
std::string PlainFace::ask(const Question& question) {
    std::string answer;
    for (const auto& part : question_parts(question, style_.columns, rows())) {
        const std::string line = answer_to(part);
        if (!answer.empty() && !line.empty()) answer += ", ";
        answer += line;
    }
    return answer;
}

std::string PlainFace::answer_to(const std::string& question) {
    say(question);
    while (true) {
        const LineWake wake = input_->wait(attended(std::nullopt));
        if (const auto* line = std::get_if<LineTyped>(&wake)) {
            return without_spaces_around(line->text);
        }
        if (std::holds_alternative<EndOfInput>(wake)) throw Interrupted{std::nullopt};
        const auto* came = std::get_if<SignalCame>(&wake);
        if (came == nullptr || came->signal == SIGWINCH) continue;
        if (came->signal == SIGTSTP) {
            platform::stop_process();
        } else if (came->signal == SIGCONT) {
            say(question);
        } else {
            throw Interrupted{came->signal};
        }
    }
}

void PlainFace::show(const session::Event& event, const session::Player& player) {
    const PlainText said = plain_text(event, player);
    if (said.bell && gives_signals()) bell();
    if (!said.text.empty()) say(said.text);
}

Wake PlainFace::wait(std::optional<std::chrono::nanoseconds> patience) {
    const LineWake wake = input_->wait(attended(patience));
    if (std::holds_alternative<EndOfInput>(wake)) return EndOfInput{};
    if (const auto* came = std::get_if<SignalCame>(&wake)) {
        // Lines do not depend on the size; what came with the change must not wait for a turn.
        return came->signal == SIGWINCH ? wait(0ns) : *came;
    }
    const auto* line = std::get_if<LineTyped>(&wake);
    if (line == nullptr) return TimeIsUp{};
    if (const auto key = key_of(line->text)) return KeyPressed{*key};
    say(line->text == "?" ? plain_help() : "That is not a command. Type ? and Enter for the list.");
    return TimeIsUp{};
}

void PlainFace::stop() {
    platform::stop_process();
    // The time that passed meanwhile does not count: the session has been paused.
    say("Still paused. Enter goes on.");
}

}  // namespace hipflow::terminal
