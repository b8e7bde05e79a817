#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Result.h"
#include "core/base/Span.h"
#include "core/text/OffsetMap.h"

namespace moxian {

/// Traces that copying from web pages and PDF leaves inside sentences.
enum class DamageKind {
  PinyinNote,    ///< 务(wù), 文(wen), 一(yī / yì): the note goes
  QuestionMark,  ///< a '?' that stands for a lost character: goes
  Radical,       ///< ⼯ instead of 工: replaced
  Invisible,     ///< zero-width and private-use characters, control characters: go
  PageNumber,    ///< 1, 2, 3 … of page breaks inside sentences: go
};

struct Damage {
  DamageKind kind;
  Span span;  ///< in the original
};

/// A text as it was meant, for parsing and for the corpus. The user's file is never changed by it.
struct CleanText {
  std::u16string text;
  OffsetMap map;                ///< from `text` to the original
  std::vector<Damage> damages;  ///< in order of place
};

/// Finds and mends extraction damage. Line breaks stay, so lines keep their numbers.
/// Immutable after loading, safe between threads.
class Cleaner {
 public:
  /// Loads resources/cleaning (pinyin.txt, radicals.tsv; formats in their first lines).
  [[nodiscard]] static Result<Cleaner> load();

  /// Linear in the length of the text. A text without damage comes back as it was.
  [[nodiscard]] CleanText clean(std::u16string_view text) const;

 private:
  struct Data;
  std::shared_ptr<const Data> m_data;
};

}  // namespace moxian
