#pragma once
#include "commands/command.h"
#include "today/rescued.h"

namespace hipflow {

// To go: pass context.desk(), and note what record_or_put_aside() returns.
inline std::vector<std::filesystem::path> rescued_files(Context& context) {
    return rescued_files(context.desk());
}
inline std::vector<std::string> bring_in_rescued(Context& context, Store& store) {
    return bring_in_rescued(context.desk(), store);
}
inline void record_or_put_aside(Context& context, Store& store, const Change& change) {
    const std::string news = record_or_put_aside(context.desk(), store, change);
    if (!news.empty()) context.note(news + '\n');
}

}  // namespace hipflow
