#include "core/exchange/OpenElsewhere.h"

#include <cstdint>
#include <vector>

#include "core/base/Files.h"
#include "core/base/Utf.h"

namespace moxian {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kMostBytes = 4096;  // such files hold a few hundred

/// Fields apart by commas, where a backslash takes the next character as it is.
std::vector<std::string> fieldsOf(std::string_view line) {
  std::vector<std::string> out(1);
  for (std::size_t i = 0; i < line.size() && line[i] != ';'; ++i) {
    if (line[i] == ',') {
      out.emplace_back();
    } else {
      if (line[i] == '\\' && i + 1 < line.size()) ++i;
      out.back() += line[i];
    }
  }
  return out;
}

OpenElsewhere inLibreOffice(const fs::path& mark, const std::string& bytes) {
  std::vector<std::string> fields = fieldsOf(bytes);
  fields.resize(3);
  return {"LibreOffice", fields[0].empty() ? fields[1] : fields[0], fields[2], mark, {}};
}

/// The owner file of Word: at byte 54 the length of the name, at 56 the name in UTF-16.
OpenElsewhere inWord(const fs::path& mark, const std::string& bytes) {
  constexpr std::size_t kLength = 54;
  constexpr std::size_t kName = 56;
  std::u16string name;
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(bytes[at]); };
  const std::size_t length = bytes.size() > kName ? byte(kLength) : 0;
  for (std::size_t at = kName; name.size() < length && at + 1 < bytes.size(); at += 2) {
    name += static_cast<char16_t>(byte(at) | byte(at + 1) << 8);
  }
  return {"Word/WPS", toUtf8(name), {}, mark, {}};
}

std::optional<std::string> bytesOf(const fs::path& mark) {
  std::error_code none;
  if (!fs::is_regular_file(mark, none)) return {};
  return readFile(mark, kMostBytes).value_or("");
}

/// The name of Word's owner file, which has room for a short name only.
std::string ownerName(const fs::path& file) {
  const std::u16string name = toUtf16(file.filename().string());
  const std::size_t length = toUtf16(file.stem().string()).size();
  return "~$" + toUtf8(name.substr(length < 7 ? 0 : length == 7 ? 1 : 2));
}

/// Another file of the folder that has an owner file of that name; empty if there is none.
fs::path sharerOf(const std::string& owner, const fs::path& file) {
  std::error_code failed;
  const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
  for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end;
       entry.increment(failed)) {
    const fs::path& other = entry->path();
    std::error_code none;
    if (other.filename() != owner && other.filename() != file.filename() &&
        ownerName(other) == owner && entry->is_regular_file(none)) {
      return other;
    }
  }
  return {};
}

}  // namespace

std::optional<OpenElsewhere> openElsewhere(const fs::path& file) {
  std::error_code none;
  if (!fs::exists(file, none)) return {};
  const fs::path folder = file.parent_path();
  const fs::path lock = folder / (".~lock." + file.filename().string() + "#");
  if (const auto bytes = bytesOf(lock)) return inLibreOffice(lock, *bytes);
  const std::string name = ownerName(file);
  const fs::path owner = folder / name;
  const auto bytes = bytesOf(owner);
  if (!bytes) return {};
  OpenElsewhere out = inWord(owner, *bytes);
  out.orThis = sharerOf(name, file);
  return out;
}

}  // namespace moxian
