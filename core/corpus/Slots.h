#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Result.h"
#include "core/base/Span.h"

namespace moxian {

/// A part of a sentence that belongs to another unit or year and is inserted empty.
struct SlotMark {
  Span span;         ///< in the sentence
  std::string kind;  ///< figure, date, title, number, place, unit, self, person, other
  friend bool operator==(const SlotMark&, const SlotMark&) = default;
};

/// Slots written as 〔…〕, brackets included. The year of a document number (〔2021〕21号) is none.
[[nodiscard]] std::vector<Span> writtenSlots(std::u16string_view text);

/// True for the kinds that SlotMark lists.
[[nodiscard]] bool isSlotKind(std::string_view kind);

/// Finds what must not be carried into another report: figures with their units, dates, document
/// titles and numbers, named places and units, words for the writing unit itself. Set phrases
/// (“两化”, 三版一致, 今年以来) stay. Words come from resources/rules/slots.toml (format there).
/// Immutable, safe between threads.
class SlotFinder {
 public:
  struct Words;

  [[nodiscard]] static Result<SlotFinder> load();

  /// Slots of a sentence or line, in order, not overlapping. Linear in its length.
  [[nodiscard]] std::vector<SlotMark> find(std::u16string_view text) const;

  /// True for the title of a law, marks included: 《河道管理条例》, 《行政复议法（2023年修订）》.
  [[nodiscard]] bool namesLaw(std::u16string_view title) const;

  /// The text with every slot written as 〔hint〕; a figure keeps its unit (〔数量〕条). Slots that are
  /// written so already stay. `slots` receives their ranges in the result.
  [[nodiscard]] std::u16string emptied(std::u16string_view text, std::vector<Span>& slots) const;

 private:
  std::shared_ptr<const Words> m_words;
};

}  // namespace moxian
