// Reads any bytes as a journal: as they are, and as payloads of records whose sums are right, so
// that what lies behind the sums is reached too.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/store/JournalFormat.h"
#include "core/store/MarksJson.h"

namespace {

using namespace moxian;

/// What was read must be the same when the lost part is cut off.
void read(const std::string& bytes) {
  const auto content = readJournal(bytes, "id");
  if (!content) return;
  if (content->lostBytes > bytes.size()) std::abort();
  const auto again = readJournal(bytes.substr(0, bytes.size() - content->lostBytes), "id");
  if (!again || again->text != content->text || again->lostBytes != 0) std::abort();
  if (content->state) (void)marksFromJson(*content->state);
}

std::string withSums(std::string_view payloads) {
  JournalStart start;
  start.text = u"云溪县年度总结\n";
  std::string out;
  std::uint64_t number = 0;
  if (!payloads.empty() && payloads.front() % 2 == 0) {
    out = journalRecord(number++, "id", startPayload(start));
  }
  while (payloads.size() > 1) {
    const auto length = static_cast<std::size_t>(static_cast<unsigned char>(payloads[1]));
    const std::string_view payload = payloads.substr(2, length);
    out += journalRecord(number++, "id", payload);
    payloads.remove_prefix(std::min(payloads.size(), 2 + payload.size()));
  }
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  read(bytes);
  read(withSums(bytes));
  return 0;
}
