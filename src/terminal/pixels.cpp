// SPDX-License-Identifier: MIT
#include "terminal/pixels.h"

#include <fmt/format.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <utility>
#include <vector>

#include "domain/number.h"
#include "figure/image.h"
#include "platform/random.h"

namespace hipflow::terminal {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds asked_for = 200ms;
constexpr std::chrono::milliseconds asked_far_away_for = 1s;  // over SSH, if a protocol is named

/// Takes a device control string or the like: from behind its introducer to ST or BEL.
std::string_view take_string(std::string_view& bytes) {
    const auto end = bytes.find_first_of("\a\x1b");
    const std::string_view content = bytes.substr(0, end);
    bytes.remove_prefix(std::min(bytes.size(), end == std::string_view::npos ? end : end + 1));
    return content;
}

/// Takes the parameters of a control sequence and its last byte; empty if that has not come.
std::string_view take_sequence(std::string_view& bytes) {
    const auto* const end =
        std::find_if(bytes.begin(), bytes.end(), [](char c) { return c >= 0x40 && c <= 0x7E; });
    if (end == bytes.end()) {
        bytes = {};
        return {};
    }
    const std::string_view content =
        bytes.substr(0, static_cast<std::size_t>(end - bytes.begin()) + 1);
    bytes.remove_prefix(content.size());
    return content;
}

/// Returns numbers between semicolons; what is none is -1.
std::vector<int> numbers_in(std::string_view text) {
    std::vector<int> numbers;
    while (true) {
        const auto end = text.find(';');
        numbers.push_back(parse_number<int>(text.substr(0, end)).value_or(-1));
        if (end == std::string_view::npos) return numbers;
        text.remove_prefix(end + 1);
    }
}

void note_sequence(PixelReplies& replies, std::string_view sequence) {
    if (sequence.empty()) return;
    const char what = sequence.back();
    sequence.remove_suffix(1);
    const bool own = sequence.starts_with('?');
    const auto numbers = numbers_in(own ? sequence.substr(1) : sequence);
    if (what == 'c' && own) {
        constexpr int with_sixel = 4;
        replies.sixel = std::find(numbers.begin() + 1, numbers.end(), with_sixel) != numbers.end();
        replies.done = true;
    }
    if (what == 'S' && own && numbers.size() == 3 && numbers[0] == 1 && numbers[1] == 0) {
        replies.colours = numbers[2];
    }
    if (what == 't' && numbers.size() == 3 && numbers[0] == 6) {
        replies.cell = Size{numbers[2], numbers[1]};
    }
}

bool is_multiplexed(const platform::Environment& environment) {
    const std::string term = environment.get("TERM").value_or("");
    return environment.get("TMUX") || environment.get("STY") || term.starts_with("tmux") ||
           term.starts_with("screen");
}

bool is_size(Size size) {
    constexpr int largest = 200;
    return size.columns > 0 && size.rows > 0 && size.columns <= largest && size.rows <= largest;
}

}  // namespace

PixelReplies replies_in(std::string_view bytes) {
    PixelReplies replies;
    while (true) {
        const auto escape = bytes.find('\x1b');
        if (escape == std::string_view::npos || escape + 1 >= bytes.size()) return replies;
        const char kind = bytes[escape + 1];
        if (kind == '\x1b') {
            bytes.remove_prefix(escape + 1);
            continue;
        }
        bytes.remove_prefix(escape + 2);
        if (kind == '[') note_sequence(replies, take_sequence(bytes));
        if (kind == '_' && take_string(bytes) == "Gi=31;OK") replies.kitty = true;
    }
}

std::optional<std::string> why_not_asked(const platform::Environment& environment, Graphics wish,
                                         bool colour) {
    if (wish == Graphics::cells || wish == Graphics::off) return "";
    const std::string term = environment.get("TERM").value_or("dumb");
    if (term == "dumb" || term == "linux") {
        return fmt::format("this terminal shows characters only (TERM={})", term);
    }
    if (is_multiplexed(environment)) return "pictures in pixels do not pass tmux or screen";
    if (wish != Graphics::automatic) return std::nullopt;
    if (environment.get("SSH_CONNECTION")) return "the terminal is far away";
    if (!colour || environment.get("NO_COLOR")) return "there are no colours";
    return std::nullopt;
}

std::string questions_for(Graphics wish, bool cell) {
    std::string questions;
    if (wish == Graphics::sixel) {
        questions += "\x1b[?1;1;0S";
    } else {
        questions += "\x1b_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\x1b\\";
    }
    if (cell) questions += "\x1b[16t";
    return questions + "\x1b[c";  // which every terminal answers
}

namespace {

/// Returns why cells are used; empty if there is no reason.
std::string why_cells(const PixelReplies& replies, bool sixel, Size cell) {
    const bool known = sixel ? replies.sixel : replies.kitty;
    if (!known && !replies.done) return "the terminal does not answer";
    if (!known) {
        return sixel ? "the terminal does not know sixel graphics"
                     : "the terminal does not know kitty's graphics protocol";
    }
    if (sixel && replies.colours && *replies.colours < static_cast<int>(figure::most_colours)) {
        return fmt::format("the terminal has only {} colours for sixel graphics", *replies.colours);
    }
    if (!is_size(cell)) return "the terminal does not tell how many pixels a character has";
    return "";
}

}  // namespace

Pixels pixels_for(const PixelReplies& replies, Graphics wish, Size cell) {
    const bool sixel = wish == Graphics::sixel;
    Pixels pixels;
    pixels.cell = is_size(cell) ? cell : replies.cell.value_or(Size{0, 0});
    pixels.why = why_cells(replies, sixel, pixels.cell);
    if (pixels.why.empty()) pixels.protocol = sixel ? Protocol::sixel : Protocol::kitty;
    return pixels;
}

namespace {

/// While it lives, what the terminal sends comes at once and is not echoed, and signals wait.
class Listening {
   public:
    explicit Listening(int fd) : fd_(fd) {
        sigset_t waiting{};
        sigemptyset(&waiting);
        for (const int signal : {SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGTSTP}) {
            sigaddset(&waiting, signal);
        }
        pthread_sigmask(SIG_BLOCK, &waiting, &former_);
        known_ = tcgetattr(fd, &found_) == 0;
        if (!known_) return;
        termios listening = found_;
        listening.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO);
        listening.c_cc[VMIN] = 1;
        listening.c_cc[VTIME] = 0;
        tcsetattr(fd, TCSANOW, &listening);
    }
    ~Listening() {
        if (known_) tcsetattr(fd_, TCSANOW, &found_);
        pthread_sigmask(SIG_SETMASK, &former_, nullptr);
    }
    Listening(const Listening&) = delete;
    Listening& operator=(const Listening&) = delete;

   private:
    int fd_;
    bool known_ = false;
    termios found_{};
    sigset_t former_{};
};

/// Writes the questions, and returns what has come until the last one is answered, or the time is
/// up.
TtyDevice::Typed replies_to(TtyDevice& tty, const std::string& questions,
                            std::chrono::milliseconds patience) {
    TtyDevice::Typed all;
    tty.write(questions);
    const auto until = std::chrono::steady_clock::now() + patience;
    while (!replies_in(all.bytes).done) {
        const auto left =
            std::chrono::ceil<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
        if (left <= 0ms) break;
        pollfd source{tty.descriptor(), POLLIN, 0};
        if (poll(&source, 1, static_cast<int>(left.count())) < 0 && errno != EINTR) break;
        const auto typed = tty.read();
        if (!typed) break;
        all.bytes += typed->bytes;
        all.at = typed->at;
    }
    return all;
}

Size cell_of(int fd) {
    winsize size{};
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): there is no other way to ask
    if (ioctl(fd, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) return {0, 0};
    return {size.ws_xpixel / size.ws_col, size.ws_ypixel / size.ws_row};
}

/// 24 random bits: programs on one terminal should not use the same numbers.
std::uint32_t random_id() {
    std::array<std::uint8_t, 3> bytes{};
    platform::fill_random(bytes);
    return std::max(1U, bytes[0] | bytes[1] * 256U | bytes[2] * 65536U);
}

}  // namespace

Pixels ask_for_pixels(const platform::Streams& streams, const platform::Environment& environment,
                      const Style& style, Graphics wish) {
    const auto cells = [](std::string why) {
        Pixels pixels;
        pixels.why = std::move(why);
        return pixels;
    };
    if (auto why = why_not_asked(environment, wish, style.colour)) return cells(*std::move(why));
    const bool seen = isatty(fileno(streams.in)) != 0 && isatty(fileno(streams.out)) != 0;
    if (!seen) return cells("input or output is not a terminal");
    auto tty = TtyDevice::open();
    if (!tty) return cells("the terminal cannot be opened");
    const bool in_front = tcgetpgrp(tty->descriptor()) == getpgrp();
    if (!in_front) return cells("hipflow runs in the background");
    constexpr int fewest_rows = 14;  // a still figure, and a row below it
    if (tty->size().rows < fewest_rows) return cells("the terminal has too few rows");
    const Size cell = cell_of(tty->descriptor());
    TtyDevice::Typed typed;
    {
        const Listening listening(tty->descriptor());
        typed = replies_to(*tty, questions_for(wish, !is_size(cell)),
                           environment.get("SSH_CONNECTION") ? asked_far_away_for : asked_for);
    }
    Pixels pixels = pixels_for(replies_in(typed.bytes), wish, cell);
    pixels.first_id = random_id();
    pixels.typed = std::move(typed);
    return pixels;
}

namespace {

std::string base64(std::string_view data) {
    constexpr std::string_view digits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    text.reserve((data.size() + 2) / 3 * 4);
    for (std::size_t at = 0; at < data.size(); at += 3) {
        const std::size_t count = std::min<std::size_t>(3, data.size() - at);
        unsigned bits = 0;
        for (std::size_t i = 0; i < 3; ++i) {
            bits = bits << 8U | (i < count ? static_cast<unsigned char>(data[at + i]) : 0U);
        }
        for (std::size_t i = 0; i < 4; ++i) {
            text += i <= count ? digits[bits >> (18 - 6 * i) & 63U] : '=';
        }
    }
    return text;
}

}  // namespace

std::string kitty_picture(std::string_view command, std::string_view data) {
    constexpr std::size_t longest = 4096;
    const std::string text = base64(data);
    std::string bytes;
    for (std::size_t at = 0; at < text.size(); at += longest) {
        const bool more = at + longest < text.size();
        bytes += fmt::format("\x1b_G{}m={};{}\x1b\\",
                             at == 0 ? fmt::format("{},q=2,f=100,", command) : "", more ? 1 : 0,
                             std::string_view(text).substr(at, longest));
    }
    return bytes;
}

}  // namespace hipflow::terminal
