// SPDX-License-Identifier: MIT
#include "terminal/pixels.h"

#include <fmt/format.h>

#include "figure/image.h"

namespace hipflow::terminal {
namespace {

bool is_multiplexed(const platform::Environment& environment) {
    const std::string term = environment.get("TERM").value_or("");
    return environment.get("TMUX") || environment.get("STY") || term.starts_with("tmux") ||
           term.starts_with("screen");
}

}  // namespace

bool is_size(Size size) {
    constexpr int largest = 200;
    return size.columns > 0 && size.rows > 0 && size.columns <= largest && size.rows <= largest;
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

std::string pixel_questions(Graphics wish, bool cell) {
    std::string questions;
    if (wish == Graphics::sixel) {
        questions += "\x1b[?1;1;0S";
    } else {
        questions += "\x1b_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\x1b\\";
    }
    if (cell) questions += "\x1b[16t";
    return questions;
}

namespace {

/// Returns why cells are used; empty if there is no reason.
std::string why_cells(const Replies& replies, bool sixel, Size cell) {
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

Pixels pixels_for(const Replies& replies, Graphics wish, Size cell) {
    const bool sixel = wish == Graphics::sixel;
    Pixels pixels;
    pixels.cell = is_size(cell) ? cell : replies.cell.value_or(Size{0, 0});
    pixels.why = why_cells(replies, sixel, pixels.cell);
    if (pixels.why.empty()) pixels.protocol = sixel ? Protocol::sixel : Protocol::kitty;
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
