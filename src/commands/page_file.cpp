// SPDX-License-Identifier: MIT
#include "commands/page_file.h"

#include <fmt/format.h>

#include <filesystem>

#include "domain/error.h"
#include "platform/files.h"
#include "platform/program.h"
#include "text/utf8.h"

namespace hipflow::commands {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view standard_output = "-";

/// Opens a file in the browser, on this system.
#ifdef __APPLE__
constexpr const char* opener = "open";
#else
constexpr const char* opener = "xdg-open";
#endif

void write_page(const fs::path& path, const std::string& page, bool force) {
    if (force) return platform::write_through(path, page);
    if (fs::exists(fs::symlink_status(path))) {
        throw Error(
            fmt::format("{} already exists. --force overwrites it, --out names another file.",
                        shown(path.string(), 200)));
    }
    platform::write_new_file(path, page);
}

void open_page(const cli::Context& context, const fs::path& path) {
    const int status = platform::run_program({opener, fs::absolute(path).string()});
    if (status == 0) return;
    context.note(fmt::format("{} could not open it (exit code {}). Open the file in a browser.\n",
                             opener, status));
}

}  // namespace

void declare_page(cli::Options& options, PageOptions& values, std::string_view out_meaning) {
    options.add("--out", values.out, "FILE", out_meaning).takes(cli::ValueKind::file);
    options.flag("--force", values.force, "Overwrite an existing file");
    options.flag("--open", values.open, "Open it in the browser");
}

void deliver_page(const cli::Context& context, const PageOptions& options, std::string_view usual,
                  const std::string& page) {
    const fs::path path = options.out ? fs::path(*options.out) : fs::path(usual);
    if (path == standard_output) return context.write(page);
    write_page(path, page, options.force);
    context.write(fmt::format("{}\n", shown(path.string(), 4096)));
    if (options.open) open_page(context, path);
}

}  // namespace hipflow::commands
