// Fuzzes the import into a corpus: what is taken is found again, and removing the file leaves
// nothing behind.

#include <cstdlib>
#include <filesystem>

#include "core/base/Utf.h"
#include "core/corpus/Corpus.h"

namespace {

using namespace moxian;
namespace fs = std::filesystem;

Corpus& corpus() {
  static Corpus made = [] {
    std::string folder = (fs::temp_directory_path() / "moxian-fuzz-XXXXXX").string();
    return Corpus::open(fs::path(::mkdtemp(folder.data())) / "corpus.db", Corpus::Mode::ReadWrite)
        .value();
  }();
  return made;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  static const ReportReader reader = ReportReader::load().value();
  const std::u16string text = toUtf16({reinterpret_cast<const char*>(data), size});
  const auto load = [&](const fs::path&) -> Result<std::u16string> { return text; };
  const auto summary = corpus().import({"fuzz.txt"}, reader, load);
  if (!summary || !summary->failed.empty()) std::abort();
  const auto stats = corpus().stats();
  if (!stats || stats->sentences != summary->added) std::abort();
  if (!corpus().remove(u"fuzz.txt").value_or(false)) std::abort();
  return corpus().stats().value().sentences == 0 ? 0 : (std::abort(), 1);
}
