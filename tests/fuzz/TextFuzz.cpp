// Fuzzes decoding, cleaning and the outline: any bytes are read, every place maps back into the
// text, and blocks keep to their lines.

#include <cstdlib>
#include <string>

#include "core/report/Reader.h"
#include "core/text/Cleaner.h"
#include "core/text/Decoder.h"

namespace {

using namespace moxian;

void clean(const std::u16string& text) {
  static const Cleaner cleaner = Cleaner::load().value();
  const CleanText cleaned = cleaner.clean(text);
  for (std::size_t at = 0; at <= cleaned.text.size(); ++at) {
    if (cleaned.map.toOriginal(at) > text.size()) std::abort();
  }
}

void outline(const std::u16string& text) {
  static const ReportReader reader = ReportReader::load().value();
  const Lines lines(text);
  for (const Report& report : reader.read(text, lines).reports) {
    if (report.firstLine > report.lastLine || report.lastLine >= lines.count()) std::abort();
    for (const Block& block : report.blocks) {
      if (block.span.end > lines.span(block.line).end) std::abort();
      if (block.span.begin < lines.span(block.line).begin) std::abort();
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const auto decoded = decode({reinterpret_cast<const char*>(data), size}, {}, "fuzz.txt");
  if (!decoded) return 0;
  clean(decoded->text);
  outline(decoded->text);
  return 0;
}
