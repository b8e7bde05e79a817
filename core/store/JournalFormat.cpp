#include "core/store/JournalFormat.h"

#include <zlib.h>

#include <algorithm>
#include <cstring>

namespace moxian {
namespace {

constexpr std::string_view kMark = "MXJ1";
constexpr std::size_t kHead = 24;
enum class Kind : char {
  FirstStart = 1,  ///< as earlier programs wrote it, without the machine
  Edit = 2,
  State = 3,
  FirstSaving = 4,  ///< likewise, without the document
  Replacing = 5,
  Start = 6,
  Saving = 7
};

std::uint32_t sumOf(std::uint32_t begin, std::string_view bytes) {
  return static_cast<std::uint32_t>(
      ::crc32_z(begin, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
}

template <class Number>
void putNumber(std::string& out, Number value) {
  char bytes[sizeof value];
  std::memcpy(bytes, &value, sizeof value);
  out.append(bytes, sizeof value);
}

void putField(std::string& out, std::string_view text) {
  putNumber(out, static_cast<std::uint32_t>(text.size()));
  out += text;
}

void putText(std::string& out, std::u16string_view text) {
  const auto bytes = bytesOf(text);
  out.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
}

/// Takes fields from the front; `good` turns false for good when there are too few bytes.
struct Fields {
  std::string_view rest;
  bool good = true;

  std::string_view take(std::size_t length) {
    good = good && length <= rest.size();
    if (!good) return {};
    const std::string_view out = rest.substr(0, length);
    rest.remove_prefix(length);
    return out;
  }
  template <class Number>
  Number number() {
    Number value{};
    const std::string_view bytes = take(sizeof value);
    if (good) std::memcpy(&value, bytes.data(), sizeof value);
    return value;
  }
  std::string text() { return std::string(take(number<std::uint32_t>())); }
  /// All that is left, as code units.
  std::u16string units() {
    good = good && rest.size() % 2 == 0;
    std::u16string out(rest.size() / 2, u'\0');
    if (!out.empty()) std::memcpy(out.data(), rest.data(), out.size() * 2);
    return out;
  }
};

struct Record {
  std::uint64_t number = 0;
  std::string_view payload;
  std::size_t size = 0;  ///< with its head
};

/// The head of a record at the front of `bytes`; its payload may be cut off or wrong.
std::optional<Record> headAt(std::string_view bytes, std::uint32_t own) {
  if (bytes.size() < kHead || !bytes.starts_with(kMark)) return {};
  Fields fields{bytes.substr(4)};
  const auto length = fields.number<std::uint32_t>();
  const auto number = fields.number<std::uint64_t>();
  if (fields.number<std::uint32_t>() != sumOf(own, bytes.substr(0, 16))) return {};
  return Record{number, bytes.substr(kHead, length), kHead + length};
}

std::optional<Record> recordAt(std::string_view bytes, std::uint32_t own) {
  auto record = headAt(bytes, own);
  if (!record || record->size > bytes.size()) return {};
  const auto sum = Fields{bytes.substr(20)}.number<std::uint32_t>();
  return sum == sumOf(own, record->payload) ? record : std::nullopt;
}

std::optional<JournalStart> startFrom(std::string_view payload) {
  Fields fields{payload};
  const auto kind = static_cast<Kind>(fields.number<char>());
  if (kind != Kind::Start && kind != Kind::FirstStart) return {};
  JournalStart start;
  start.document = fields.text();
  start.title = fields.text();
  const std::string_view base = fields.take(start.base.size());
  if (fields.good) std::memcpy(start.base.data(), base.data(), base.size());
  start.time = fields.number<Time>();
  start.encoding = encodingNamed(fields.text()).value_or(Encoding::Utf8);
  start.writer.host = fields.text();
  if (kind == Kind::Start) start.writer.machine = fields.text();
  start.writer.boot = fields.text();
  start.writer.pid = fields.number<std::int64_t>();
  start.writer.started = fields.number<std::uint64_t>();
  start.text = fields.units();
  return fields.good ? std::optional(std::move(start)) : std::nullopt;
}

/// A text with a gap where the edits are: a day of typing into a long draft replays in no time.
class GapText {
 public:
  explicit GapText(const std::u16string& text) : m_after(text.rbegin(), text.rend()) {}

  /// False, and nothing done, if the edit does not fit.
  bool apply(std::size_t offset, std::size_t removed, std::u16string_view inserted) {
    const std::size_t size = m_before.size() + m_after.size();
    if (offset > size || removed > size - offset) return false;
    moveTo(offset);
    m_after.resize(m_after.size() - removed);
    m_before += inserted;
    return true;
  }
  [[nodiscard]] std::u16string text() && {
    m_before.append(m_after.rbegin(), m_after.rend());
    return std::move(m_before);
  }

 private:
  void moveTo(std::size_t offset) {
    while (m_before.size() > offset) {
      m_after += m_before.back();
      m_before.pop_back();
    }
    while (m_before.size() < offset) {
      m_before += m_after.back();
      m_after.pop_back();
    }
  }

  std::u16string m_before;
  std::u16string m_after;  // back to front
};

/// A document that is not named is the one that the journal began with.
std::optional<JournalSaving> savingFrom(Kind kind, Fields fields, const JournalStart& start) {
  const auto text = hashFromBytes(std::as_bytes(std::span(fields.take(Hash().size()))));
  JournalSaving out{{}, start.document, start.encoding};
  if (kind == Kind::Saving) {
    out.encoding = encodingNamed(fields.text()).value_or(Encoding::Utf8);
    out.document = fields.text();
  }
  if (!text || !fields.good || !fields.rest.empty()) return {};
  out.text = *text;
  return out;
}

/// False if the record is not one that can stand behind the start.
bool apply(std::string_view payload, GapText& text, JournalContent& content) {
  Fields fields{payload};
  const auto kind = static_cast<Kind>(fields.number<char>());
  const Time time = fields.number<Time>();
  const bool saving = kind == Kind::Saving || kind == Kind::FirstSaving;
  if (kind == Kind::State && fields.good) {
    content.state = std::string(fields.rest);
    content.sinceState.clear();
  } else if (saving) {
    content.saving = savingFrom(kind, fields, content.start);
    if (!content.saving) return false;
  } else if (kind == Kind::Replacing) {
    content.replaces = fields.rest;
  } else if (kind == Kind::Edit) {
    const auto offset = fields.number<std::uint64_t>();
    const auto removed = fields.number<std::uint64_t>();
    const std::u16string inserted = fields.units();
    if (!fields.good || !text.apply(offset, removed, inserted)) return false;
    ++content.edits;
    if (content.state) content.sinceState.push_back({{offset, offset + removed}, inserted.size()});
  } else {
    return false;
  }
  content.sinceSaving = content.saving && !saving;
  content.lastTime = time;
  return true;
}

/// Counts records behind a damaged place. Only their heads are looked at, so it stays linear.
std::size_t recognisable(std::string_view bytes, std::uint32_t own) {
  std::size_t count = 0;
  for (std::size_t at = bytes.find(kMark); at != bytes.npos;) {
    const auto record = headAt(bytes.substr(at), own);
    if (record) ++count;
    const std::size_t next = record ? std::min(record->size, bytes.size() - at) : 1;
    at = bytes.find(kMark, at + next);
  }
  return count;
}

}  // namespace

std::string journalRecord(std::uint64_t number, std::string_view id, std::string_view payload) {
  const std::uint32_t own = sumOf(0, id);
  std::string out(kMark);
  putNumber(out, static_cast<std::uint32_t>(payload.size()));
  putNumber(out, number);
  putNumber(out, sumOf(own, out));
  putNumber(out, sumOf(own, payload));
  out += payload;
  return out;
}

std::string startPayload(const JournalStart& start) {
  std::string out(1, static_cast<char>(Kind::Start));
  putField(out, start.document.native());
  putField(out, start.title);
  out.append(reinterpret_cast<const char*>(start.base.data()), start.base.size());
  putNumber(out, start.time);
  putField(out, name(start.encoding));
  putField(out, start.writer.host);
  putField(out, start.writer.machine);
  putField(out, start.writer.boot);
  putNumber(out, start.writer.pid);
  putNumber(out, start.writer.started);
  putText(out, start.text);
  return out;
}

JournalEdit editBetween(std::u16string_view from, std::u16string_view to) {
  const std::size_t most = std::min(from.size(), to.size());
  std::size_t front = 0;
  while (front < most && from[front] == to[front]) ++front;
  std::size_t back = 0;
  while (back < most - front && from[from.size() - 1 - back] == to[to.size() - 1 - back]) ++back;
  return {0, front, from.size() - front - back, to.substr(front, to.size() - front - back)};
}

std::string editPayload(const JournalEdit& edit) {
  std::string out(1, static_cast<char>(Kind::Edit));
  putNumber(out, edit.time);
  putNumber(out, static_cast<std::uint64_t>(edit.offset));
  putNumber(out, static_cast<std::uint64_t>(edit.removed));
  putText(out, edit.inserted);
  return out;
}

std::string statePayload(Time time, std::string_view bytes) {
  std::string out(1, static_cast<char>(Kind::State));
  putNumber(out, time);
  out += bytes;
  return out;
}

std::string savingPayload(Time time, const JournalSaving& saving) {
  std::string out(1, static_cast<char>(Kind::Saving));
  putNumber(out, time);
  out.append(reinterpret_cast<const char*>(saving.text.data()), saving.text.size());
  putField(out, name(saving.encoding));
  putField(out, saving.document.native());
  return out;
}

std::string replacingPayload(Time time, std::string_view id) {
  std::string out(1, static_cast<char>(Kind::Replacing));
  putNumber(out, time);
  out += id;
  return out;
}

Result<JournalContent> readJournal(std::string_view bytes, const std::string& id) {
  const std::uint32_t own = sumOf(0, id);
  auto record = recordAt(bytes, own);
  auto start = record && record->number == 0 ? startFrom(record->payload) : std::nullopt;
  if (!start) return fail(ErrorCode::DamagedFile, id, "the start of the journal");
  JournalContent content;
  content.start = std::move(*start);
  content.lastTime = content.start.time;
  GapText text(content.start.text);
  std::size_t at = record->size;
  for (std::uint64_t number = 1; at < bytes.size(); ++number) {
    record = recordAt(bytes.substr(at), own);
    if (!record || record->number != number || !apply(record->payload, text, content)) break;
    at += record->size;
  }
  content.lostBytes = bytes.size() - at;
  content.lostRecords = recognisable(bytes.substr(at), own);
  content.text = std::move(text).text();
  return content;
}

}  // namespace moxian
