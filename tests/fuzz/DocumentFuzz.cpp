// Opens any bytes as a .moxian document, reads all of it, saves over it and salvages it. Input that
// begins with "SQLite" is a file; any other is a list of changes to a whole one: kind, place (3
// bytes), length, bytes.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "core/base/Files.h"
#include "core/store/MoxianFile.h"
#include "core/store/Salvage.h"

namespace {

namespace fs = std::filesystem;
using namespace moxian;

/// A folder of this process, in memory where there is one.
const fs::path& folder() {
  static const fs::path path = [] {
    const fs::path parent = fs::exists("/dev/shm") ? "/dev/shm" : fs::temp_directory_path();
    ::setenv("TMPDIR", parent.c_str(), 1);
    std::string name = (parent / "moxian-fuzz-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) std::abort();
    static const std::string made = name;
    std::atexit([] { fs::remove_all(made); });
    return fs::path(name);
  }();
  return path;
}

/// A small document with a row in every table.
const std::string& wholeDocument() {
  static const std::string bytes = [] {
    Draft draft;
    draft.text = u"云溪县政务服务局年度工作总结\n一、工作开展情况\n全年受理事项258件。\n";
    draft.marks.changes = {{1, ChangeKind::Insertion, {3, 9}, "周同志", 1, 0}};
    draft.marks.comments = {{1, 0, {4, 8}, "吴科长", 2, u"请核对。", u"政务", CommentState::Open}};
    draft.marks.dismissals = {
        {"style.slogan", u"再上新台阶", u"力争再上新台阶。", "周同志", 3, u""}};
    SaveRequest request;
    request.version = NewVersion{VersionKind::Named, "初稿", "周同志", ""};
    const std::string original(5000, 'o');
    request.attachments = {{"a.docx", std::as_bytes(std::span(original))}};
    const fs::path path = folder() / "whole.moxian";
    auto file = MoxianFile::create(path, draft, request);
    draft.text += u"二、存在问题\n";
    request.attachments.clear();
    if (!file || !file->save(draft, request)) std::abort();
    return readFile(path).value();
  }();
  return bytes;
}

std::string changedDocument(std::string_view changes) {
  constexpr std::size_t kPage = 4096;
  std::string out = wholeDocument();
  while (changes.size() >= 5) {
    const auto at = [&](std::size_t i) { return static_cast<unsigned char>(changes[i]); };
    const std::size_t place =
        (at(1) << 16U | at(2) << 8U | at(3)) % std::max<std::size_t>(1, out.size());
    const std::string_view bytes =
        changes.substr(5, std::min<std::size_t>(at(4), out.size() - place));
    if (at(0) % 16 == 1) {
      out.resize(place);
    } else if (at(0) % 16 == 2 && out.size() >= kPage) {
      const std::size_t to = at(4) % (out.size() / kPage) * kPage;
      const std::size_t from = place / kPage * kPage;
      if (from + kPage <= out.size()) out.replace(to, kPage, out.substr(from, kPage));
    } else {
      out.replace(place, bytes.size(), bytes);
    }
    changes.remove_prefix(std::min(changes.size(), 5 + bytes.size()));
  }
  return out;
}

/// A save that is told done must be found when the file is opened again.
void saveOver(MoxianFile::Opened& opened, const fs::path& path) {
  opened.draft.text += u"又一句。";
  SaveRequest request;
  request.version = NewVersion{};
  if (!opened.file.save(opened.draft, request)) return;
  const auto again = MoxianFile::open(path);
  if (!again || again->draft.text != opened.draft.text) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const std::string bytes =
      input.starts_with("SQLite") ? std::string(input) : changedDocument(input);
  const fs::path path = folder() / "a.moxian";
  for (const char* rest : {"-journal", "-wal", "-shm", ".damaged"})
    fs::remove(path.string() + rest);
  {
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  }
  if (auto all = salvage(path)) {
    if (all->draft.whole && all->draft.lost > 0) std::abort();
  }
  auto opened = MoxianFile::open(path);
  if (!opened) return 0;
  for (const VersionInfo& version : opened->file.versions()) {
    (void)opened->file.versionText(version.id);
  }
  for (const AttachmentInfo& attachment : opened->file.attachments()) {
    (void)opened->file.attachment(attachment.id);
  }
  saveOver(*opened, path);
  return 0;
}
