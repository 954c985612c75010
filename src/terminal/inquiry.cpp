// SPDX-License-Identifier: MIT
#include "terminal/inquiry.h"

#include <poll.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <utility>

#include "platform/random.h"
#include "terminal/replies.h"
#include "terminal/theme.h"

namespace hipflow::terminal {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds asked_for = 200ms;
constexpr std::chrono::milliseconds asked_far_away_for = 1s;  // over SSH, if a protocol is named

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

bool is_typed_ahead(const TtyDevice& tty) {
    pollfd source{tty.descriptor(), POLLIN, 0};
    return poll(&source, 1, 0) > 0;
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

/// What is still to be asked, after a look at what need not be.
struct Plan {
    bool background = false;
    bool pixels = false;
    std::string why_no_pixels;

    bool asks() const { return background || pixels; }
    void refuse_pixels(std::string why) {
        if (pixels) why_no_pixels = std::move(why);
        pixels = false;
    }
};

Plan plan_for(const platform::Environment& environment, const Style& style, const Wanted& wanted) {
    Plan plan;
    const auto refused = why_not_asked(environment, wanted.graphics, style.colour);
    plan.pixels = !refused;
    plan.why_no_pixels = refused.value_or("");
    // A reply that comes too late for a command that only prints would be read by the shell.
    const bool in_time = wanted.screen || plan.pixels || !environment.get("SSH_CONNECTION");
    plan.background = wanted.theme == ThemeChoice::automatic && in_time &&
                      (style.colour || plan.pixels) && may_tell_background(environment);
    return plan;
}

/// Returns why nobody can be asked, as the end of a sentence; empty if somebody can.
std::string why_nobody(const platform::Streams& streams, const std::optional<TtyDevice>& tty) {
    const bool seen = isatty(fileno(streams.in)) != 0 && isatty(fileno(streams.out)) != 0;
    if (!seen) return "input or output is not a terminal";
    if (!tty) return "the terminal cannot be opened";
    const bool in_front = tcgetpgrp(tty->descriptor()) == getpgrp();
    return in_front ? "" : "hipflow runs in the background";
}

}  // namespace

std::string questions_for(bool background, const std::optional<std::string>& of_pixels) {
    std::string questions;
    if (background) questions += "\x1b]11;?\x1b\\";
    return questions + of_pixels.value_or("") + "\x1b[c";  // which every terminal answers
}

Inquiry inquire(const platform::Streams& streams, const platform::Environment& environment,
                const Style& style, const Wanted& wanted) {
    Plan plan = plan_for(environment, style, wanted);
    Inquiry found;
    found.pixels.why = plan.why_no_pixels;
    if (!plan.asks()) return found;
    auto tty = TtyDevice::open();
    if (auto why = why_nobody(streams, tty); !why.empty() || !tty) {
        plan.refuse_pixels(std::move(why));
        found.pixels.why = plan.why_no_pixels;
        return found;
    }
    constexpr int fewest_rows = 14;  // a still figure, and a row below it
    if (tty->size().rows < fewest_rows) plan.refuse_pixels("the terminal has too few rows");
    found.pixels.why = plan.why_no_pixels;
    if (!plan.asks()) return found;
    const Size cell = cell_of(tty->descriptor());
    {
        const Listening listening(tty->descriptor());
        // What is typed for the shell stays there.
        if (!wanted.screen && !plan.pixels && is_typed_ahead(*tty)) return found;
        const auto of_pixels = plan.pixels
                                   ? std::optional(pixel_questions(wanted.graphics, !is_size(cell)))
                                   : std::nullopt;
        const bool far_away = plan.pixels && environment.get("SSH_CONNECTION");
        found.typed = replies_to(*tty, questions_for(plan.background, of_pixels),
                                 far_away ? asked_far_away_for : asked_for);
    }
    const Replies replies = replies_in(found.typed.bytes);
    found.background = replies.background;
    if (plan.pixels) {
        found.pixels = pixels_for(replies, wanted.graphics, cell);
        found.pixels.first_id = random_id();
    }
    return found;
}

}  // namespace hipflow::terminal
