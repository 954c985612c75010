// SPDX-License-Identifier: MIT
#include "terminal/plain_face.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <limits>
#include <span>
#include <string_view>
#include <utility>

#include "domain/number.h"
#include "session/event_words.h"
#include "terminal/caption.h"
#include "terminal/exercise_words.h"
#include "text/layout.h"
#include "text/utf8.h"

namespace hipflow::terminal {
namespace {

using namespace std::chrono_literals;

std::string with_side(std::string_view word_before, Side side) {
    return side == Side::both ? std::string(word_before)
                              : fmt::format("{}, {}", word_before, word(side));
}

std::string beginning(const session::Cue& cue, const session::Player& player) {
    const session::Segment& segment = player.script->timeline.segments[cue.segment];
    const Side side = segment.key.side;
    if (segment.open_ended) {
        return fmt::format("{}. Enter when you are done.", with_side("Begin", side));
    }
    if (segment.kind == session::SegmentKind::rep) {
        return fmt::format("{}. 1", with_side("Begin", side));
    }
    const bool holds = segment.kind == session::SegmentKind::hold;
    return fmt::format("{}: {}.", with_side(holds ? "Hold" : "Keep moving", side),
                       spell_duration(segment.duration));
}

/// Names an exercise, and how much of it is to be done, below an empty line.
std::string heading(const session::SetKey& key, const session::Player& player) {
    const Work& work = session::step_of(player.script->prescription, key).work;
    const std::string side = session::side_words(key.side);
    return fmt::format("\n{}{}{}: {}.", exercise_name(work, player), side.empty() ? "" : ", ", side,
                       amount_and_load(work));
}

/// Returns whether a cue names an exercise whose amount is said next.
bool introduces(const session::Cue& cue, std::span<const session::Cue> following) {
    return cue.kind == session::CueKind::name && !following.empty() &&
           following.front().kind == session::CueKind::dose;
}

bool has_bell(const session::Happening& what) {
    if (const auto* due = std::get_if<session::CueDue>(&what)) {
        return due->cue.kind == session::CueKind::start || due->cue.kind == session::CueKind::end;
    }
    const auto* resumed = std::get_if<session::Resumed>(&what);
    return resumed != nullptr && resumed->get_ready > 0ms;
}

/// Returns what is told of anything but a cue.
std::string words_on(const session::Happening& what, const session::Player& player) {
    if (is_announced(what, player)) return {};
    const bool explains = std::holds_alternative<session::Explained>(what);
    if (!explains || player.script->hearing.voice) {
        return session::event_words(what, player, session::Telling::lines);
    }
    std::string text = exercise_name(player);
    for (const auto& paragraph : explanation_of(player)) text += "\n- " + paragraph;
    return text;
}

/// Lists what can be typed during a plain session.
std::string_view plain_help() {
    return "Type and press Enter:\n"
           "  Enter         pause, and continue\n"
           "  n next        b back, again     + more time\n"
           "  e easier      x another one     g go to another\n"
           "  p it hurts    h how it goes     t time to go\n"
           "  u undo skip   q finish here\n"
           "  ? this help\n";
}

/// Returns the key that a typed line stands for, or nullopt if it stands for none.
std::optional<session::Key> key_of(std::string_view line) {
    constexpr std::array<std::pair<std::string_view, session::Key>, 25> meanings = {{
        {"", session::Key::pause},         {" ", session::Key::pause},
        {"pause", session::Key::pause},    {"n", session::Key::next},
        {"next", session::Key::next},      {"b", session::Key::back},
        {"back", session::Key::back},      {"+", session::Key::more_time},
        {"more", session::Key::more_time}, {"e", session::Key::easier},
        {"easier", session::Key::easier},  {"p", session::Key::hurts},
        {"pain", session::Key::hurts},     {"h", session::Key::explain},
        {"how", session::Key::explain},    {"t", session::Key::time_left},
        {"time", session::Key::time_left}, {"u", session::Key::undo},
        {"undo", session::Key::undo},      {"q", session::Key::quit},
        {"quit", session::Key::quit},      {"x", session::Key::swap},
        {"swap", session::Key::swap},      {"g", session::Key::go_to},
        {"go", session::Key::go_to},
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

/// Keeps the key of an option on one line with the first of its words.
std::string with_key_kept(std::string option) {
    const auto space = option.find(' ');
    if (space != std::string::npos && space > 0) option.replace(space, 1, no_break_space);
    return option;
}

Listed listed(const Question& question) {
    Listed result;
    const bool is_list = !question.short_options.empty();
    std::vector<std::string> options = question.options;
    std::ranges::transform(options, options.begin(), with_key_kept);
    const std::string words =
        is_list ? question.text : Question{question.text, {}, std::move(options)}.words();
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
    if (width(line) <= columns) return with_plain_spaces(line) + '\n';
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
        if (line.empty() && std::exchange(blank_, true)) continue;
        if (!line.empty()) blank_ = false;
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

/// Lists the entries with the keys that choose them; a number does as well. Just Enter, or g again,
/// chooses none.
std::optional<std::size_t> PlainFace::choose(const ChoiceList& list) {
    Question question{fmt::format("{}:", list.title), {}, {}};
    question.options.reserve(list.entries.size());
    for (std::size_t i = 0; i < list.entries.size(); ++i) {
        const auto& [text, note] = list.entries[i];
        question.options.push_back(fmt::format("{} {}{}", key_of_entry(i), text,
                                               note.empty() ? "" : fmt::format(" ({})", note)));
    }
    question.short_options = question.options;
    say(with_options(question.text, listed(question).options));
    while (true) {
        const std::string answer =
            answer_to("Type one and press Enter, or just press Enter to stay.");
        if (answer.empty() || answer == "g" || answer == "G") return std::nullopt;
        for (std::size_t i = 0; i < list.entries.size(); ++i) {
            if (answer == key_of_entry(i)) return i;
        }
        const auto number = parse_number<int>(answer);
        const bool known =
            number && *number >= 1 && static_cast<std::size_t>(*number) <= list.entries.size();
        if (known) return static_cast<std::size_t>(*number) - 1;
        say(fmt::format("There are {} of them.", list.entries.size()));
    }
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

/// Puts a cue into a line: each sentence once, when it is heard. The line that names an exercise
/// says its amount and its side too.
std::string PlainFace::words_of(const session::CueDue& due, const session::Player& player) {
    const session::Cue& cue = due.cue;
    const bool known = cue.kind == session::CueKind::dose || cue.kind == session::CueKind::side;
    if (std::exchange(headed_, headed_ && known) && known) return {};
    if (cue.kind == session::CueKind::start) return beginning(cue, player);
    if (cue.kind == session::CueKind::end) return "Done.";
    const std::span<const session::Cue> all = due.planned ? player.script->cues : announced_;
    const auto found = static_cast<std::size_t>(std::ranges::find(all, cue) - all.begin());
    const std::size_t place = due.planned.value_or(found);
    if (place < all.size() && introduces(cue, all.subspan(place + 1))) {
        headed_ = true;
        return heading(player.script->timeline.segments[cue.segment].key, player);
    }
    // The key that skips has told that in more words.
    const bool told = !due.planned && cue.text == player.script->hearing.say(Say::skipped).text;
    return told ? std::string() : cue.text;
}

void PlainFace::show(const session::Event& event, const session::Player& player) {
    if (const auto* announced = std::get_if<session::Announced>(&event.what)) {
        announced_ = announced->lines;
    }
    const auto* due = std::get_if<session::CueDue>(&event.what);
    const std::string words =
        due != nullptr ? words_of(*due, player) : words_on(event.what, player);
    if (has_bell(event.what) && gives_signals()) bell();
    if (!words.empty()) say(words + '\n');
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
    say("Still paused. Press Enter to continue.");
}

}  // namespace hipflow::terminal
