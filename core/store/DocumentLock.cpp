#include "core/store/DocumentLock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <cerrno>
#include <nlohmann/json.hpp>

#include "core/base/Files.h"
#include "core/store/Hash.h"
#include "core/store/WholeNumber.h"

namespace moxian {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

constexpr std::size_t kLongestStem = 200;  // names end at 255 bytes

fs::path lockBeside(const fs::path& target) {
  std::string name = target.filename().string();
  if (name.size() > kLongestStem) name = hex(hashOf(std::as_bytes(std::span(name))));
  return target.parent_path() / ("." + name + ".moxian-lock");
}

fs::path lockIn(const fs::path& folder, const fs::path& target) {
  const std::string& path = target.native();
  return folder / (hex(hashOf(std::as_bytes(std::span(path)))) + ".moxian-lock");
}

std::string written(const LockOwner& owner) {
  const ProcessIdentity& p = owner.process;
  const Json json = {{"user", owner.user},  {"host", p.host}, {"machine", p.machine},
                     {"boot", p.boot},      {"pid", p.pid},   {"started", p.started},
                     {"since", owner.since}};
  return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

std::optional<LockOwner> ownerFrom(const std::string& bytes) {
  const Json json = Json::parse(bytes, nullptr, false);
  if (!json.is_object()) return {};
  try {
    LockOwner owner;
    owner.user = json.value("user", "");
    owner.process = {json.value("host", ""), json.value("machine", ""), json.value("boot", ""),
                     wholeNumber<std::int64_t>(json.value("pid", Json(0))),
                     wholeNumber<std::uint64_t>(json.value("started", Json(0)))};
    owner.since = wholeNumber<Time>(json.value("since", Json(0)));
    return owner;
  } catch (const Json::exception&) {
    return {};
  }
}

/// The bytes of an open file; short ones, since it may be anything.
std::string contentOf(const Descriptor& file) {
  std::string bytes(4096, '\0');
  const ssize_t count = ::pread(file.get(), bytes.data(), bytes.size(), 0);
  bytes.resize(count > 0 ? static_cast<std::size_t>(count) : 0);
  return bytes;
}

bool isAt(const Descriptor& file, const fs::path& path) {
  struct stat open{};
  struct stat there{};
  return ::fstat(file.get(), &open) == 0 && ::stat(path.c_str(), &there) == 0 &&
         open.st_dev == there.st_dev && open.st_ino == there.st_ino;
}

/// Opens or makes a lock file. One that another user made can be read, which is enough to ask for
/// it.
Descriptor openLock(const fs::path& file, bool& writable) {
  Descriptor descriptor(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644));
  writable = descriptor.valid();
  if (!writable && (errno == EACCES || errno == EPERM)) {
    const int refused = errno;
    descriptor = Descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    if (!descriptor.valid()) errno = refused;
  }
  return descriptor;
}

enum class Claim { Taken, Busy, Unsupported };

Claim claim(const Descriptor& file) {
  if (::flock(file.get(), LOCK_EX | LOCK_NB) == 0) return Claim::Taken;
  return errno == EWOULDBLOCK ? Claim::Busy : Claim::Unsupported;
}

/// Whether what stands in a lock file keeps others out though nobody on this host holds it.
bool binds(const std::optional<LockOwner>& owner, Claim claimed) {
  if (!owner) return false;  // cut off by a crash while it was made
  switch (livenessOf(owner->process)) {
    case Liveness::Dead:
      return false;
    case Liveness::Unknown:
      return true;
    case Liveness::Alive:
      return claimed == Claim::Unsupported;
  }
  return true;
}

Result<void> fill(const Descriptor& file, const LockOwner& owner, const fs::path& path) {
  const std::string bytes = written(owner);
  if (::ftruncate(file.get(), 0) != 0 || ::lseek(file.get(), 0, SEEK_SET) != 0) {
    return writeError(errno, path, ErrorCode::FolderUnwritable);
  }
  return writeAll(file.get(), std::as_bytes(std::span(bytes)), path);
}

}  // namespace

Result<DocumentLock::Attempt> DocumentLock::acquireAt(const fs::path& file, const std::string& user,
                                                      bool force) {
  for (int attempt = 0; attempt < 100; ++attempt) {
    bool writable = false;
    Descriptor descriptor = openLock(file, writable);
    if (!descriptor.valid()) {
      return writeError(errno, file.parent_path(), ErrorCode::FolderUnwritable);
    }
    const Claim claimed = claim(descriptor);
    if (!isAt(descriptor, file)) continue;  // released by its owner in between
    const auto owner = ownerFrom(contentOf(descriptor));
    if (claimed == Claim::Busy || (!force && binds(owner, claimed))) {
      return Attempt{std::nullopt, owner.value_or(LockOwner())};
    }
    if (!writable) {  // stale, and of another user: made anew where the folder allows it
      if (::unlink(file.c_str()) == 0) continue;
      return Attempt{std::nullopt, owner.value_or(LockOwner())};
    }
    if (auto done = fill(descriptor, {user, thisProcess(), timeNow()}, file); !done) {
      ::unlink(file.c_str());
      return std::unexpected(done.error());
    }
    return Attempt{DocumentLock(file, std::move(descriptor)), {}};
  }
  return fail(ErrorCode::FolderUnwritable, file.parent_path().string(), "lock file does not stay");
}

Result<DocumentLock::Attempt> DocumentLock::acquireNear(const fs::path& document,
                                                        const std::string& user,
                                                        const fs::path& fallbackFolder,
                                                        bool force) {
  std::error_code failed;
  fs::path target = fs::weakly_canonical(document, failed);
  if (failed) target = document;
  auto attempt = acquireAt(lockBeside(target), user, force);
  if (attempt || attempt.error().code != ErrorCode::FolderUnwritable) return attempt;
  fs::create_directories(fallbackFolder, failed);
  return acquireAt(lockIn(fallbackFolder, target), user, force);
}

Result<DocumentLock::Attempt> DocumentLock::acquire(const fs::path& document,
                                                    const std::string& user,
                                                    const fs::path& fallbackFolder) {
  return acquireNear(document, user, fallbackFolder, false);
}

Result<DocumentLock> DocumentLock::takeOver(const fs::path& document, const std::string& user,
                                            const fs::path& fallbackFolder) {
  auto attempt = acquireNear(document, user, fallbackFolder, true);
  if (!attempt) return std::unexpected(attempt.error());
  if (!attempt->lock) return fail(ErrorCode::FileLocked, document.string(), attempt->owner.user);
  return std::move(*attempt->lock);
}

DocumentLock& DocumentLock::operator=(DocumentLock&& other) noexcept {
  if (this != &other) {
    release();
    m_file = std::move(other.m_file);
    m_descriptor = std::move(other.m_descriptor);
  }
  return *this;
}

DocumentLock::~DocumentLock() {
  release();
}

bool DocumentLock::held() const {
  if (!m_descriptor.valid() || !isAt(m_descriptor, m_file)) return false;
  const auto owner = ownerFrom(contentOf(m_descriptor));
  return owner && owner->process == thisProcess();
}

void DocumentLock::release() {
  // Removed before it is unlocked: whoever opened it meanwhile sees that its name is gone.
  if (m_descriptor.valid() && held()) ::unlink(m_file.c_str());
  m_descriptor = Descriptor();
}

}  // namespace moxian
