// SPDX-License-Identifier: MIT
#include "terminal/live_face.h"

#include <algorithm>
#include <array>
#include <csignal>
#include <utility>

#include "session/event_words.h"
#include "terminal/answer_keys.h"
#include "terminal/draw.h"
#include "text/utf8.h"

namespace hipflow::terminal {
namespace {

using namespace std::chrono_literals;

// In a question a key held down answers once. The first repeat comes as late as 660 ms (X11), so
// keys that nobody means twice wait for that. In a session a PressFilter tells.
constexpr Millis first_repeat = 700ms;
constexpr Millis habitual_enter = 600ms;  // after an answer by one key
constexpr Millis notice_shown = 4s;
constexpr Millis words_shown = 15s;  // sentences take longer to read
// A flash is short, and never comes more often than three times a second.
constexpr Millis flash_shown = 200ms;
constexpr Millis between_flashes = 350ms;
constexpr std::size_t longest_answer = 400;

std::optional<session::Key> command_of(std::string_view key) {
    constexpr std::array<std::pair<std::string_view, session::Key>, 22> commands = {{
        {" ", session::Key::pause},     {key_enter, session::Key::pause},
        {"n", session::Key::next},      {key_right, session::Key::next},
        {"b", session::Key::back},      {key_left, session::Key::back},
        {"+", session::Key::more_time}, {"=", session::Key::more_time},
        {"e", session::Key::easier},    {"p", session::Key::hurts},
        {"h", session::Key::explain},   {"t", session::Key::time_left},
        {"u", session::Key::undo},      {"q", session::Key::quit},
        {"E", session::Key::easier},    {"P", session::Key::hurts},
        {"H", session::Key::explain},   {"Q", session::Key::quit},
        {"g", session::Key::go_to},     {"G", session::Key::go_to},
        {"x", session::Key::swap},      {"X", session::Key::swap},
    }};
    const auto* found = std::find_if(commands.begin(), commands.end(),
                                     [&](const auto& command) { return command.first == key; });
    return found == commands.end() ? std::nullopt : std::optional(found->second);
}

/// Returns whether a key is only being held down.
bool is_held(const KeyPress& press) {
    return press.again_after && *press.again_after < first_repeat;
}

/// Returns whether an event may be taken back by a key.
bool can_be_undone(const session::Happening& what) {
    return std::holds_alternative<session::Skipped>(what) ||
           std::holds_alternative<session::ToCountIn>(what) ||
           std::holds_alternative<session::BeginsNow>(what) ||
           std::holds_alternative<session::GoneTo>(what);
}

std::string without_last_character(std::string text) {
    while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0U) == 0x80U) {
        text.pop_back();
    }
    if (!text.empty()) text.pop_back();
    return text;
}

}  // namespace

LiveFace::LiveFace(TtyDevice tty, platform::SignalWatch& signals, Pen pen, Blocks blocks,
                   const FigureOutput& figures)
    : tty_(std::move(tty)),
      signals_(&signals),
      guard_(tty_.descriptor()),
      pen_(pen),
      blocks_(blocks),
      size_(tty_.size()),
      figures_(figures, pen) {
    take_in(figures.typed);
}

void LiveFace::say(std::string_view text) { unread_ += text; }

void LiveFace::present(const Frame& frame) {
    if (tty_.busy()) return;  // a frame that cannot be shown now is outdated when it can
    const bool known = shown_ && shown_->size() == frame.size();
    std::string bytes = known ? diff(*shown_, frame, pen_) : redraw(frame, pen_);
    bytes += figures_.take_bytes();
    guard_.note_images(figures_.image_ids());
    tty_.write(bytes);
    shown_ = frame;
}

void LiveFace::resized() {
    size_ = tty_.size();
    shown_.reset();
    figures_.drop();
}

void LiveFace::draw(const session::Player& player, Millis now) {
    if (player.phase == session::Phase::finished) return;
    if (!unread_.empty())
        note(without_spaces_around(std::exchange(unread_, {})), now + words_shown);
    if (notice_ && notice_->until && now >= *notice_->until) notice_.reset();
    if (notice_ && notice_->offers_undo && !player.undo) notice_.reset();
    if (tty_.busy()) return;
    Scene scene = scene_of(player, now, notice_ ? notice_->text : "", caption_);
    scene.flash = flashed_ && now < *flashed_ + flash_shown;
    const auto area = figure_area(scene, size_, blocks_);
    const bool draws = area && scene.figure && !help_;
    Frame frame = help_ ? draw_help(scene, size_, blocks_)
                        : terminal::draw(scene, size_, blocks_, &figures_.painter());
    present(figures_.affordable(shown_ ? &*shown_ : nullptr, std::move(frame), area,
                                draws ? &*scene.figure : nullptr, now));
}

std::optional<Millis> LiveFace::next_draw(const session::Player& player, Millis now) const {
    auto next = next_change(player, now, caption_);
    if (next && shown_ && !tty_.busy()) {
        const auto moment_at = [&](Millis at) { return figure_of(player, at); };
        next = figures_.next_change(*shown_, moment_at, now, *next).value_or(*next);
    }
    if (next && notice_ && notice_->until) next = std::min(*next, std::max(*notice_->until, now));
    if (flashed_ && now < *flashed_ + flash_shown) {
        next = std::min(next.value_or(*flashed_ + flash_shown), *flashed_ + flash_shown);
    }
    return next;
}

void LiveFace::signal(Millis at) {
    if (!gives_signals()) return;
    if (!tty_.busy()) tty_.write("\a");
    if (!flashed_ || at >= *flashed_ + between_flashes) flashed_ = at;
}

void LiveFace::note(std::string text, std::optional<Millis> until, bool offers_undo) {
    std::replace(text.begin(), text.end(), '\n', ' ');
    notice_ = Notice{std::move(text), until, offers_undo};
}

void LiveFace::show(const session::Event& event, const session::Player& player) {
    caption_ = after(std::move(caption_), event, player);
    const auto* due = std::get_if<session::CueDue>(&event.what);
    const bool is_signal = due != nullptr && (due->cue.kind == session::CueKind::start ||
                                              due->cue.kind == session::CueKind::end);
    if (is_signal) signal(event.at);
    const bool pauses = std::holds_alternative<session::Paused>(event.what);
    if (pauses || std::holds_alternative<session::Resumed>(event.what)) notice_.reset();
    std::string words = session::event_words(event.what, player, session::Telling::notice);
    if (words.empty()) return;
    if (player.undo && can_be_undone(event.what)) {
        return note(std::move(words), player.undo->until, true);
    }
    if (is_announced(event.what, player)) return notice_.reset();
    // What paused the session is shown until it goes on.
    note(std::move(words), pauses ? std::nullopt : std::optional(event.at + notice_shown));
}

/// Returns the signal that came, TimeIsUp if that was a new size alone, or nullopt.
std::optional<Wake> LiveFace::take_signal() {
    std::optional<Wake> wake;
    while (true) {
        const auto signal = signals_->take();
        if (!signal) return wake;
        if (*signal != SIGWINCH) return SignalCame{*signal};
        resized();
        wake = TimeIsUp{};
    }
}

Wake LiveFace::wait(std::optional<std::chrono::nanoseconds> patience) {
    if (const auto wake = take_signal()) return *wake;
    if (const auto press = take_press()) return obey_key(*press).value_or(TimeIsUp{});
    if (gone_) return EndOfInput{};
    gone_ = !tty_.wait(*signals_, until_certain(attended(patience)));
    read_keys();
    // Here as well: that the process was stopped is told before the time is taken in.
    return take_signal().value_or(TimeIsUp{});
}

void LiveFace::read_keys() {
    const auto typed = tty_.read();
    if (!typed) {
        gone_ = true;
        return;
    }
    take_in(*typed);
}

void LiveFace::take_in(const TtyDevice::Typed& typed) {
    for (auto& press : parser_.feed(typed.bytes, typed.at)) {
        if (press.key == last_key_) press.again_after = press.at - last_key_at_;
        last_key_ = press.key;
        last_key_at_ = press.at;
        keys_.push_back(std::move(press));
    }
}

std::optional<KeyPress> LiveFace::take_key() {
    if (keys_.empty()) return std::nullopt;
    KeyPress press = std::move(keys_.front());
    keys_.pop_front();
    return press;
}

/// Returns the next press that counts: not the repeats of a key that is held down.
std::optional<KeyPress> LiveFace::take_press() {
    while (presses_.empty()) {
        auto press = take_key();
        if (!press) break;
        for (auto& certain : filter_.take(*std::move(press)))
            presses_.push_back(std::move(certain));
    }
    if (presses_.empty()) return filter_.certain_by(TtyDevice::now());
    KeyPress press = std::move(presses_.front());
    presses_.pop_front();
    return press;
}

/// Returns how long to wait at most, until a press becomes certain.
std::optional<std::chrono::nanoseconds> LiveFace::until_certain(
    std::optional<std::chrono::nanoseconds> patience) const {
    const auto at = filter_.certain_at();
    if (!at) return patience;
    const std::chrono::nanoseconds left = std::max<Millis>(*at - TtyDevice::now(), 0ms);
    return patience ? std::min(*patience, left) : left;
}

/// Obeys a key during the session. Returns nullopt if it means nothing to the session.
std::optional<Wake> LiveFace::obey_key(const KeyPress& press) {
    if (press.pasted) return std::nullopt;
    if (press.key == "?" || help_) {
        help_ = !help_;
        if (press.key == "?") return std::nullopt;
    }
    const auto command = command_of(press.key);
    if (!command) return std::nullopt;
    return KeyPressed{*command};
}

/// Obeys a signal while a question waits. Throws Interrupted for one that ends the session.
void LiveFace::obey_signal(int signal) {
    if (signal == SIGWINCH) {
        resized();
    } else if (signal == SIGTSTP) {
        stop();
    } else if (signal == SIGCONT) {
        continued();
    } else {
        throw Interrupted{signal};
    }
}

/// Returns nullopt if no key came in time.
std::optional<KeyPress> LiveFace::wait_for_key(const Page& page, std::optional<Millis> until) {
    while (true) {
        figures_.hide();
        present(draw_page(page, size_, blocks_));
        // A letter may come twice in a word; a key that answers is not to be held down.
        if (auto press = page.answer.empty() ? take_press() : take_key()) return press;
        if (until && TtyDevice::now() >= *until) return std::nullopt;
        if (gone_) throw Interrupted{std::nullopt};
        if (const auto signal = signals_->take()) {
            obey_signal(*signal);
            continue;
        }
        std::optional<std::chrono::nanoseconds> patience;
        if (until) patience = std::max<Millis>(*until - TtyDevice::now(), 0ms);
        gone_ = !tty_.wait(*signals_, until_certain(attended(patience)));
        read_keys();
    }
}

void LiveFace::tell(std::string_view text) {
    say(text);
    ask({"Press Enter to continue."});
}

std::string LiveFace::ask(const Question& question) {
    help_ = false;
    notice_.reset();
    filter_.forget();
    Page page{std::exchange(unread_, {}), question.text,
              question.options,           "",
              question.by_keys(),         question.large,
              question.short_options,     question.comes_first ? last_screen : 0};
    asked_at_ = TtyDevice::now();
    std::optional<Millis> until;  // a number that may go on answers then
    while (true) {
        const auto press = wait_for_key(page, until);
        if (!press) {
            answered_at_ = TtyDevice::now();
            return page.answer;
        }
        if (press->at <= asked_at_) continue;  // typed before the question was there to be read
        if (turns_page(*press, page)) continue;
        if (auto answer = answer_of(*press, page, question)) return *std::move(answer);
        const bool goes_on = page.by_one_key && !page.answer.empty();
        until = goes_on ? std::optional(until.value_or(press->at + number_goes_on)) : std::nullopt;
    }
}

/// Returns whether a key turns to another screenful. What was typed is kept: Enter answers only on
/// the last one.
bool LiveFace::turns_page(const KeyPress& press, Page& page) {
    const std::size_t screens = screens_of(page, size_);
    page.screen = std::min(page.screen, screens - 1);
    if (press.key == key_left) {
        if (page.screen > 0) --page.screen;
        return true;
    }
    const bool more = page.screen + 1 < screens;
    if (press.key != key_enter || !more)
        return more && page.by_one_key && !shows_question(page, size_);
    if (!is_habit(press)) ++page.screen;
    return true;
}

/// Returns whether an Enter only follows an answer by one key, out of habit.
bool LiveFace::is_habit(const KeyPress& press) {
    const auto answered_at = std::exchange(answered_at_, std::nullopt);
    return answered_at && press.at - *answered_at < habitual_enter;
}

/// Takes a key as the answer, or as another character of it.
std::optional<std::string> LiveFace::answer_of(const KeyPress& press, Page& page,
                                               const Question& question) {
    const bool enter = press.key == key_enter;
    // The key that led here, held down a moment too long, does not answer.
    if (!enter && page.answer.empty() && is_held(press)) return std::nullopt;
    if (page.by_one_key && (!enter || !page.answer.empty() || press.pasted))
        return answer_by_key(press, page, question);
    if (enter)
        return is_habit(press) ? std::nullopt : std::optional(without_spaces_around(page.answer));
    if (press.key == key_backspace) page.answer = without_last_character(std::move(page.answer));
    const bool types = is_character(press.key) && page.answer.size() < longest_answer;
    if (types) page.answer += press.key;
    answered_at_.reset();  // an Enter after this is meant
    return std::nullopt;
}

/// Takes a key that may answer by itself.
std::optional<std::string> LiveFace::answer_by_key(const KeyPress& press, Page& page,
                                                   const Question& question) {
    auto [answer, typed] = take_answer_key(question, page.answer, press);
    page.answer = std::move(typed);
    if (answer) answered_at_ = press.at;
    return std::move(answer);
}

void LiveFace::stop() {
    guard_.give_back();
    platform::stop_process();
    continued();
}

void LiveFace::continued() {
    tty_.discard();  // half a frame, or a picture: all is drawn again
    guard_.take_again();
    resized();
}

}  // namespace hipflow::terminal
