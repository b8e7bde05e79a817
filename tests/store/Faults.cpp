#include "tests/store/Faults.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <mutex>
#include <optional>

namespace moxian::faults {
namespace {

struct State {
  std::mutex mutex;
  std::optional<Fault> fault;
  int seen = 0;
  int hits = 0;
  std::string folder;  ///< being recorded
  std::vector<Operation> operations;
};

State& state() {
  static State all;
  return all;
}

/// Set while nothing is to be watched, which is nearly always: the C library's start is too early
/// for the state above.
std::atomic<bool> active = false;

template <class Function>
Function* real(const char* name) {
  return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

std::string pathOf(int fd) {
  char link[64];
  std::snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  char path[4096];
  const ssize_t length = ::readlink(link, path, sizeof path);
  return length > 0 ? std::string(path, static_cast<std::size_t>(length)) : std::string();
}

ino_t inodeOf(int fd) {
  struct stat info{};
  return ::fstat(fd, &info) == 0 ? info.st_ino : 0;
}

ino_t inodeOf(const char* path) {
  struct stat info{};
  return ::stat(path, &info) == 0 ? info.st_ino : 0;
}

/// The fault if this call is one that fails.
std::optional<Fault> strike(Call call, const std::string& path) {
  State& all = state();
  const std::scoped_lock hold(all.mutex);
  if (!all.fault || all.fault->call != call || path.find(all.fault->path) == path.npos) return {};
  const int number = all.seen++;
  if (number < all.fault->skip || number >= all.fault->skip + all.fault->times) return {};
  ++all.hits;
  if (all.fault->kill) ::raise(SIGKILL);
  return all.fault;
}

bool fails(Call call, const std::string& path) {
  const auto fault = strike(call, path);
  if (fault) errno = fault->error;
  return fault.has_value();
}

void record(Operation operation, const std::string& path) {
  State& all = state();
  const std::scoped_lock hold(all.mutex);
  if (all.folder.empty() || !path.starts_with(all.folder)) return;
  all.operations.push_back(std::move(operation));
}

using OpenFunction = int(const char*, int, ...);
using WriteFunction = ssize_t(int, const void*, size_t);
using PwriteFunction = ssize_t(int, const void*, size_t, off_t);
using SyncFunction = int(int);
using TruncateFunction = int(int, off_t);
using RenameFunction = int(const char*, const char*);
using UnlinkFunction = int(const char*);

int openWatched(const char* name, const char* path, int flags, mode_t mode) {
  static const auto function = real<OpenFunction>(name);
  if (!active || (flags & O_CREAT) == 0) return function(path, flags, mode);
  const bool there = inodeOf(path) != 0;
  if (!there && fails(Call::Create, path)) return -1;
  const int fd = function(path, flags, mode);
  if (fd >= 0 && !there) {
    record({Operation::Kind::Create, path, {}, inodeOf(fd), 0, {}}, path);
  } else if (fd >= 0 && (flags & O_TRUNC) != 0) {
    record({Operation::Kind::Truncate, {}, {}, inodeOf(fd), 0, {}}, path);
  }
  return fd;
}

/// How many bytes a write may take: all, or half if that is the fault; nothing with an error.
std::optional<size_t> allowed(int fd, size_t length) {
  const auto fault = strike(Call::Write, pathOf(fd));
  if (!fault) return length;
  if (fault->error == 0) return length > 1 ? length / 2 : length;
  errno = fault->error;
  return {};
}

void wrote(int fd, off_t offset, const void* bytes, ssize_t count) {
  if (count <= 0) return;
  record({Operation::Kind::Write,
          {},
          {},
          inodeOf(fd),
          static_cast<std::uint64_t>(offset),
          std::string(static_cast<const char*>(bytes), static_cast<std::size_t>(count))},
         pathOf(fd));
}

ssize_t pwriteWatched(const char* name, int fd, const void* bytes, size_t length, off_t offset) {
  static const auto function = real<PwriteFunction>(name);
  if (!active) return function(fd, bytes, length, offset);
  const auto take = allowed(fd, length);
  if (!take) return -1;
  const ssize_t count = function(fd, bytes, *take, offset);
  wrote(fd, offset, bytes, count);
  return count;
}

int syncWatched(const char* name, int fd) {
  const auto function = real<SyncFunction>(name);
  if (!active) return function(fd);
  if (fails(Call::Sync, pathOf(fd))) return -1;
  const int result = function(fd);
  struct stat info{};
  const bool folder = ::fstat(fd, &info) == 0 && S_ISDIR(info.st_mode);
  record({folder ? Operation::Kind::SyncFolder : Operation::Kind::SyncFile,
          {},
          {},
          info.st_ino,
          0,
          {}},
         pathOf(fd));
  return result;
}

int truncateWatched(const char* name, int fd, off_t size) {
  static const auto function = real<TruncateFunction>(name);
  if (!active) return function(fd, size);
  if (fails(Call::Truncate, pathOf(fd))) return -1;
  const int result = function(fd, size);
  record({Operation::Kind::Truncate, {}, {}, inodeOf(fd), static_cast<std::uint64_t>(size), {}},
         pathOf(fd));
  return result;
}

}  // namespace

Injected::Injected(Fault fault) {
  State& all = state();
  const std::scoped_lock hold(all.mutex);
  all.fault = std::move(fault);
  all.seen = all.hits = 0;
  active = true;
}

Injected::~Injected() {
  State& all = state();
  const std::scoped_lock hold(all.mutex);
  all.fault.reset();
  active = !all.folder.empty();
}

int Injected::hits() const {
  const std::scoped_lock hold(state().mutex);
  return state().hits;
}

Recording::Recording(const std::filesystem::path& folder) {
  State& all = state();
  const std::scoped_lock hold(all.mutex);
  all.folder = folder.string();
  all.operations.clear();
  active = true;
}

Recording::~Recording() {
  State& all = state();
  const std::scoped_lock hold(all.mutex);
  all.folder.clear();
  active = all.fault.has_value();
}

std::vector<Operation> Recording::operations() const {
  const std::scoped_lock hold(state().mutex);
  return state().operations;
}

}  // namespace moxian::faults

// NOLINTBEGIN: names and types are those of the C library
using namespace moxian::faults;

extern "C" {

int open(const char* path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(arguments, mode_t) : 0;
  va_end(arguments);
  return openWatched("open", path, flags, mode);
}

int open64(const char* path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(arguments, mode_t) : 0;
  va_end(arguments);
  return openWatched("open", path, flags, mode);
}

ssize_t write(int fd, const void* bytes, size_t length) {
  static const auto function = real<WriteFunction>("write");
  if (!active) return function(fd, bytes, length);
  const auto take = allowed(fd, length);
  if (!take) return -1;
  const off_t offset = ::lseek(fd, 0, SEEK_CUR);
  const ssize_t count = function(fd, bytes, *take);
  wrote(fd, offset, bytes, count);
  return count;
}

ssize_t pwrite(int fd, const void* bytes, size_t length, off_t offset) {
  return pwriteWatched("pwrite", fd, bytes, length, offset);
}

ssize_t pwrite64(int fd, const void* bytes, size_t length, off64_t offset) {
  return pwriteWatched("pwrite", fd, bytes, length, offset);
}

int fsync(int fd) {
  return syncWatched("fsync", fd);
}

int fdatasync(int fd) {
  return syncWatched("fdatasync", fd);
}

int ftruncate(int fd, off_t size) noexcept {
  return truncateWatched("ftruncate", fd, size);
}

int ftruncate64(int fd, off64_t size) noexcept {
  return truncateWatched("ftruncate", fd, size);
}

int rename(const char* from, const char* to) noexcept {
  static const auto function = real<RenameFunction>("rename");
  if (!active) return function(from, to);
  if (fails(Call::Rename, to)) return -1;
  const ino_t inode = inodeOf(from);
  const int result = function(from, to);
  if (result == 0) record({Operation::Kind::Rename, from, to, inode, 0, {}}, to);
  return result;
}

int unlink(const char* path) noexcept {
  static const auto function = real<UnlinkFunction>("unlink");
  if (!active) return function(path);
  if (fails(Call::Unlink, path)) return -1;
  const ino_t inode = inodeOf(path);
  const int result = function(path);
  if (result == 0) record({Operation::Kind::Unlink, path, {}, inode, 0, {}}, path);
  return result;
}
}
// NOLINTEND
