// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <functional>
#include <string>
#include <vector>

#include "domain/error.h"
#include "samples.h"
#include "store/database_file.h"
#include "store/store.h"

namespace hipflow::store {
namespace {

using namespace samples;

/// Runs `work` in a process of its own; it succeeds if `work` returns true.
pid_t in_child(const std::function<bool()>& work) {
    const pid_t child = fork();
    if (child != 0) return child;
    bool succeeded = false;
    try {
        succeeded = work();
    } catch (const std::exception& failure) {
        std::fputs(failure.what(), stderr);
    }
    _exit(succeeded ? 0 : 1);
}

bool succeeded(pid_t child) {
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

TEST(Store, LosesNothingOfFourWritersAtOnce) {
    const TempFolder folder;
    std::vector<pid_t> writers;
    for (int writer = 0; writer < 4; ++writer) {
        writers.push_back(in_child([&folder, writer] {
            // All at once: one makes the tables. What is asked is that nothing is lost, however
            // slow the disk: a turn may come later than the patience that a person is given.
            DatabaseFile file = folder.database();
            file.busy_timeout = std::chrono::minutes{5};
            Store store = Store::open(file);
            for (int i = 0; i < 25; ++i) {
                put(store, session("s" + std::to_string(writer * 100 + i)));
            }
            return true;
        }));
    }
    for (const pid_t writer : writers) EXPECT_TRUE(succeeded(writer));
    const auto store = Store::open_existing(folder.database());
    EXPECT_EQ(store->sessions({}).size(), 100U);
    EXPECT_EQ(store->day_totals({}).at(0).sessions, 100);
    EXPECT_TRUE(store->faults().empty());
}

TEST(Store, MayBeOpenedByManyWhileItIsMade) {
    for (int round = 0; round < 10; ++round) {
        const TempFolder folder;
        std::vector<pid_t> openers;
        for (int i = 0; i < 4; ++i) {
            openers.push_back(in_child([&folder] {
                Store::open(folder.database());
                return Store::open_existing(folder.database()).has_value();
            }));
        }
        for (const pid_t opener : openers) EXPECT_TRUE(succeeded(opener));
    }
}

TEST(Store, KeepsEarlierRowsWhenTheDiskIsFull) {
    const TempFolder folder;
    EXPECT_TRUE(succeeded(in_child([&folder] {
        Store store = Store::open(folder.database());
        put(store, session("s1"));
        std::signal(SIGXFSZ, SIG_IGN);
        const rlim_t size = std::filesystem::file_size(folder.database().path);
        const rlimit full{size + 4096, size + 4096};
        setrlimit(RLIMIT_FSIZE, &full);
        Session large = session("s2");
        large.note = std::string(100'000, 'n');
        try {
            put(store, large);
        } catch (const Error& error) {
            return error.code() == ExitCode::storage && store.sessions({}).size() == 1;
        }
        return false;
    })));
    Store store = Store::open(folder.database());
    EXPECT_EQ(store.sessions({}).size(), 1U);
    put(store, session("s3"));
    EXPECT_TRUE(store.faults().empty());
}

TEST(Store, KeepsAcknowledgedRowsWhenKilled) {
    const TempFolder folder;
    for (int round = 0; round < 10; ++round) {
        int acknowledged[2];
        ASSERT_EQ(pipe(acknowledged), 0);
        const pid_t writer = in_child([&] {
            Store store = Store::open(folder.database());
            for (char i = 0; i < 50; ++i) {
                put(store, session(std::to_string(round) + "-" + std::to_string(i)));
                if (write(acknowledged[1], &i, 1) != 1) return false;
            }
            return true;
        });
        close(acknowledged[1]);
        char last = -1;
        for (int i = 0; i <= round; ++i) ASSERT_EQ(read(acknowledged[0], &last, 1), 1);
        kill(writer, SIGKILL);
        waitpid(writer, nullptr, 0);
        while (read(acknowledged[0], &last, 1) == 1) continue;
        close(acknowledged[0]);
        const auto store = Store::open_existing(folder.database());
        EXPECT_TRUE(store->session(std::to_string(round) + "-" + std::to_string(last)));
        EXPECT_TRUE(store->faults().empty());
    }
}

}  // namespace
}  // namespace hipflow::store
