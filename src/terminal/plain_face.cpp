// SPDX-License-Identifier: MIT
#include "terminal/plain_face.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <csignal>
#include <limits>

#include "terminal/plain.h"
#include "terminal/plain_question.h"
#include "text/utf8.h"

namespace hipflow {
namespace {

std::string without_spaces_around(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(" \t") - first + 1));
}

}  // namespace

void PlainFace::say(std::string_view text) {
    while (!text.empty()) {
        const auto newline = text.find('\n');
        const std::string line =
            shown(text.substr(0, newline), std::numeric_limits<std::size_t>::max());
        // What the terminal does not take is no reason to break off a session; it shows at the end.
        std::fputs(fitted_line(line, style_.columns).c_str(), out_);
        text.remove_prefix(newline == std::string_view::npos ? text.size() : newline + 1);
    }
    std::fflush(out_);
}

void PlainFace::bell() {
    if (isatty(fileno(out_)) == 0) return;
    std::fputc('\a', out_);
    std::fflush(out_);
}

/// The rows of the terminal; nothing where lines go elsewhere.
std::optional<int> PlainFace::rows() const {
    winsize size{};
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): POSIX has no other way
    const bool known = ioctl(fileno(out_), TIOCGWINSZ, &size) == 0;
    return known && size.ws_row > 0 ? std::optional<int>(size.ws_row) : std::nullopt;
}

/// A list that is longer than the terminal comes in parts; what is typed after each of them makes
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
            stop_process();
        } else if (came->signal == SIGCONT) {
            say(question);
        } else {
            throw Interrupted{came->signal};
        }
    }
}

void PlainFace::show(const Event& event, const Player& player) {
    const PlainText said = plain_text(event, player);
    if (said.bell && gives_signals()) bell();
    if (!said.text.empty()) say(said.text);
}

Wake PlainFace::wait(std::optional<std::chrono::nanoseconds> patience) {
    const LineWake wake = input_->wait(attended(patience));
    if (std::holds_alternative<EndOfInput>(wake)) return EndOfInput{};
    if (const auto* came = std::get_if<SignalCame>(&wake)) return *came;
    const auto* line = std::get_if<LineTyped>(&wake);
    if (line == nullptr) return TimeIsUp{};
    if (const auto key = key_of(line->text)) return KeyPressed{*key};
    say(line->text == "?" ? plain_help() : "That is no command. Type ? and Enter for the list.");
    return TimeIsUp{};
}

void PlainFace::stop() {
    stop_process();
    // Whatever time passed meanwhile is nobody's: the session has been paused.
    say("Still paused. Enter goes on.");
}

}  // namespace hipflow
