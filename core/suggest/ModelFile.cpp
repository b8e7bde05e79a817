#include "core/suggest/ModelFile.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include <array>
#include <cerrno>
#include <cstring>

#include "core/base/Files.h"
#include "core/corpus/Grams.h"

namespace moxian {
namespace {

enum Table : std::size_t { Text, Positions, Firsts, Commons, Beliefs, Origins, Titles, kTables };

constexpr std::uint64_t kName = 0x4C444D4E4149584D;  // "MXIANMDL", read in the machine's order
constexpr std::uint64_t kVersion = 2;
constexpr std::uint64_t kCompared = std::uint64_t{32} << 20U;  ///< bytes of a table

struct Extent {
  std::uint64_t offset;
  std::uint64_t bytes;
  std::uint64_t hash;
};

struct Head {
  std::uint64_t name = kName;
  std::uint64_t version = kVersion;
  std::array<Extent, kTables> tables{};
  std::uint64_t hash = 0;  ///< of what stands before it
};

struct StoredOrigin {
  std::int64_t id;
  std::int64_t hash;
  std::uint64_t begin;
  std::uint64_t titleLength;
};

std::uint64_t hashOf(std::span<const std::byte> bytes) {
  return static_cast<std::uint64_t>(
      stableHash({reinterpret_cast<const char*>(bytes.data()), bytes.size()}));
}

std::uint64_t hashOf(const Head& head) {
  return hashOf(std::as_bytes(std::span(&head, 1)).first(offsetof(Head, hash)));
}

/// A file in memory, read-only.
class Mapping {
 public:
  Mapping(void* at, std::size_t size) : m_at(at), m_size(size) {}
  ~Mapping() { ::munmap(m_at, m_size); }
  Mapping(const Mapping&) = delete;
  Mapping& operator=(const Mapping&) = delete;
  [[nodiscard]] std::span<const std::byte> bytes() const {
    return {static_cast<const std::byte*>(m_at), m_size};
  }

 private:
  void* m_at;
  std::size_t m_size;
};

Result<std::shared_ptr<const Mapping>> mapped(const std::filesystem::path& file) {
  const Descriptor opened(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  if (!opened.valid()) return readError(errno, file);
  struct stat status{};
  if (::fstat(opened.get(), &status) != 0) return readError(errno, file);
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size < sizeof(Head)) return fail(ErrorCode::DamagedFile, file.string(), "too short");
  void* at = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, opened.get(), 0);
  if (at == MAP_FAILED) return readError(errno, file);
  return std::make_shared<const Mapping>(at, size);
}

template <class T>
std::span<const T> table(std::span<const std::byte> bytes, const Extent& extent) {
  const auto part = bytes.subspan(extent.offset, extent.bytes);
  return {reinterpret_cast<const T*>(part.data()), part.size() / sizeof(T)};
}

bool whole(std::span<const std::byte> bytes, const Head& head) {
  if (head.name != kName || head.version != kVersion || head.hash != hashOf(head)) return false;
  std::uint64_t end = sizeof(Head);
  for (const Extent& each : head.tables) {
    if (each.offset != end || each.bytes > bytes.size() - end) return false;
    end += (each.bytes + 7) / 8 * 8;
    if (end > bytes.size()) return false;
    if (each.bytes <= kCompared && hashOf(bytes.subspan(each.offset, each.bytes)) != each.hash) {
      return false;
    }
  }
  return end == bytes.size();
}

std::vector<CompletionModel::Origin> originsOf(std::span<const StoredOrigin> stored,
                                               std::u16string_view titles) {
  std::vector<CompletionModel::Origin> origins;
  for (const StoredOrigin& each : stored) {
    const std::u16string_view title = titles.substr(0, each.titleLength);
    origins.push_back({{each.id, each.hash}, static_cast<std::uint32_t>(each.begin),
                       std::u16string(title)});
    titles.remove_prefix(title.size());
  }
  return origins;
}

}  // namespace

Result<CompletionModel> loadModel(const std::filesystem::path& file) {
  const auto mapping = mapped(file);
  if (!mapping) return std::unexpected(mapping.error());
  const std::span<const std::byte> bytes = (*mapping)->bytes();
  Head head;
  std::memcpy(&head, bytes.data(), sizeof head);
  if (!whole(bytes, head)) return fail(ErrorCode::DamagedFile, file.string(), "model");
  const auto text = table<char16_t>(bytes, head.tables[Text]);
  const ContextArray::Tables tables{{text.data(), text.size()},
                                    table<std::uint32_t>(bytes, head.tables[Positions]),
                                    table<std::uint32_t>(bytes, head.tables[Firsts])};
  const auto commons = table<float>(bytes, head.tables[Commons]);
  const auto beliefs = table<float>(bytes, head.tables[Beliefs]);
  const auto titles = table<char16_t>(bytes, head.tables[Titles]);
  if (!ContextArray::fits(tables) || commons.size() != 0x10000 ||
      beliefs.size() != Gates::kinds()) {
    return fail(ErrorCode::DamagedFile, file.string(), "model tables");
  }
  Gates gates;
  for (std::size_t kind = 0; kind < beliefs.size(); ++kind) gates.set(kind, beliefs[kind]);
  return CompletionModel(
      Mixture(ContextArray(tables, *mapping), {commons.begin(), commons.end()}, std::move(gates)),
      originsOf(table<StoredOrigin>(bytes, head.tables[Origins]), {titles.data(), titles.size()}));
}

Result<void> saveModel(const CompletionModel& model, const std::filesystem::path& file) {
  const ContextArray::Tables& tables = model.mixture().contexts().tables();
  std::vector<StoredOrigin> origins;
  std::u16string titles;
  for (const auto& each : model.origins()) {
    origins.push_back({each.key.id, each.key.hash, each.begin, each.title.size()});
    titles += each.title;
  }
  std::array<std::span<const std::byte>, kTables> parts;
  parts[Text] = std::as_bytes(std::span(tables.text));
  parts[Positions] = std::as_bytes(tables.positions);
  parts[Firsts] = std::as_bytes(tables.firsts);
  parts[Commons] = std::as_bytes(std::span(model.mixture().commons()));
  parts[Beliefs] = std::as_bytes(std::span(model.mixture().gates().beliefs()));
  parts[Origins] = std::as_bytes(std::span(origins));
  parts[Titles] = std::as_bytes(std::span(titles));
  Head head;
  std::uint64_t end = sizeof(Head);
  for (std::size_t i = 0; i < kTables; ++i) {
    const std::uint64_t hash = parts[i].size() <= kCompared ? hashOf(parts[i]) : 0;
    head.tables[i] = {end, parts[i].size(), hash};
    end += (parts[i].size() + 7) / 8 * 8;
  }
  head.hash = hashOf(head);
  auto beside = FileBeside::create(file);
  if (!beside) return std::unexpected(beside.error());
  if (auto done = beside->append(std::as_bytes(std::span(&head, 1))); !done) return done;
  for (const auto part : parts) {
    static constexpr std::array<std::byte, 8> padding{};
    if (auto done = beside->append(part); !done) return done;
    const auto rest = std::span(padding).first((8 - part.size() % 8) % 8);
    if (auto done = beside->append(rest); !done) return done;
  }
  const auto kept = beside->commit(end);
  if (!kept) return std::unexpected(kept.error());
  return {};
}

}  // namespace moxian
