#include <fontconfig/fontconfig.h>
#include <algorithm>
#include <cmath>
#include <optional>

#include "core/base/Utf.h"
#include "core/exchange/PdfModules.h"
#include "core/exchange/PdfSheet.h"
#include "core/exchange/PdfTable.h"
#include "core/exchange/PdfText.h"

namespace moxian {
namespace {

constexpr double kMillimetre = 72 / 25.4;
constexpr double kNumberBelow = 7 * kMillimetre;  // the dash below the text area, 7.5
constexpr double kDashHeight = 0.36;              // of the size: the dash over its baseline
constexpr double kTolerance = 0.01;               // points, for sums of fractions
constexpr std::size_t kLeastTail = 2;             // lines of a paragraph that go with a signature
constexpr double kShareOfPages = 0.8;             // of the time; the rest goes into the fonts

/// Sets the parts one below the other and turns the pages.
class Flow {
 public:
  Flow(const PageTemplate& page, PdfText& text, PdfSheet& sheet)
      : m_page(page), m_text(text), m_sheet(sheet), m_pitch(page.linePitch / 20.0) {
    const double area = (page.height - page.top - page.bottom) / 20.0;
    m_height = page.lines > 0 ? page.lines * m_pitch : area;
    m_numberLine = page.top / 20.0 + area + kNumberBelow + page.pageNumberSize * kDashHeight;
  }

  /// False if cancelled.
  bool run(const std::vector<Part>& parts, const ExportProgress& progress) {
    m_kept.assign(parts.size(), -1);
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const double share =
          kShareOfPages * static_cast<double>(i) / static_cast<double>(parts.size());
      if (progress && !progress(share)) return false;
      if (parts[i].newPage && m_y > 0) turnPage();
      if (m_y > 0) m_y += parts[i].blankLines * m_pitch;
      if (parts[i].kind == PartKind::Table) {
        addTable(parts[i]);
      } else {
        addText(parts, i);
      }
    }
    numberPage();
    return true;
  }

 private:
  void addText(const std::vector<Part>& parts, std::size_t i) {
    const SetText set = m_text.set(parts[i]);
    const double kept = heightKept(parts, i);
    const std::size_t count = set.lines.size();
    // the line from which on all must stand on one page with the next part
    const std::size_t tail = kept > 0 ? count - std::min(count, kLeastTail) : count;
    for (std::size_t k = 0; k < count; ++k) {
      double needed = k == tail ? static_cast<double>(count - k) * set.pitch + kept : set.pitch;
      if (needed > m_height) needed = set.pitch;
      if (m_y > 0 && m_y + needed > m_height + kTolerance) turnPage();
      if (k == 0) addBookmark(parts[i]);
      m_sheet.draw(set.shaped, set.lines[k], left(), top() + m_y + set.baseline);
      m_y += set.pitch;
    }
  }

  /// The room for what of the next parts must stand on the page where a part ends. Each is worked
  /// out once, from the end of a run of parts that keep together.
  double heightKept(const std::vector<Part>& parts, std::size_t i) {
    std::size_t end = i;
    while (m_kept[end] < 0 && keepsNext(parts, end)) ++end;
    m_kept[end] = std::max(m_kept[end], 0.0);
    for (; end > i; --end) m_kept[end - 1] = leastHeight(parts[end]) + m_kept[end];
    return m_kept[i];
  }

  static bool keepsNext(const std::vector<Part>& parts, std::size_t i) {
    return parts[i].keepNext && i + 1 < parts.size() && !parts[i + 1].newPage;
  }

  double leastHeight(const Part& part) {
    const bool table = part.kind == PartKind::Table;
    return part.blankLines * m_pitch + (table ? tableOf(part).leastHeight(0) : m_pitch);
  }

  /// A table is set once for those that keep with it and for itself.
  const PdfTable& tableOf(const Part& part) {
    if (m_tablePart != &part) m_table.emplace(part, m_page, m_text);
    m_tablePart = &part;
    return *m_table;
  }

  void addBookmark(const Part& part) {
    const bool title = part.kind == PartKind::Title || part.kind == PartKind::AttachmentTitle;
    if (!title && part.bookmarkLength == 0) return;
    std::u16string words = part.text.substr(0, title ? part.text.size() : part.bookmarkLength);
    std::erase(words, u'\n');
    m_sheet.bookmark(toUtf8(words), title ? 1 : part.level + 1, top() + m_y);
  }

  void addTable(const Part& part) {
    const PdfTable& table = tableOf(part);
    for (std::size_t at = 0; at < table.pieces();) {
      if (m_y > 0 && m_y + table.leastHeight(at) > m_height + kTolerance) turnPage();
      const PdfTable::Drawn drawn = table.draw(m_sheet, at, left(), top() + m_y, m_height - m_y);
      m_y += drawn.height;
      at = drawn.next;
      if (at < table.pieces()) turnPage();
    }
    m_y = std::ceil((m_y - kTolerance) / m_pitch) * m_pitch;  // back to the grid
  }

  void turnPage() {
    numberPage();
    m_sheet.nextPage();
    m_y = 0;
  }

  void numberPage() {
    const SetText number = m_text.setPageNumber(m_sheet.pageNumber());
    if (number.lines.empty()) return;
    const bool odd = m_sheet.pageNumber() % 2 == 1;
    const double right = m_page.textWidth() / 20.0 - number.lines[0].width - m_page.pageNumberSize;
    m_sheet.draw(number.shaped, number.lines[0], left() + (odd ? right : m_page.pageNumberSize),
                 m_numberLine);
  }

  [[nodiscard]] double left() const { return m_page.left / 20.0; }
  [[nodiscard]] double top() const { return m_page.top / 20.0; }

  const PageTemplate& m_page;
  PdfText& m_text;
  PdfSheet& m_sheet;
  double m_pitch;
  double m_height = 0;
  double m_numberLine = 0;
  double m_y = 0;              // from the top of the text area
  std::vector<double> m_kept;  // heightKept() of each part; below 0 if not known yet
  std::optional<PdfTable> m_table;
  const Part* m_tablePart = nullptr;  // what it is made of
};

void prepareFonts() {
  FcInit();  // writePdf looks again and tells if there are none
}

Result<std::string> writePdf(const Manuscript& manuscript, const PageTemplate& page,
                             const PdfProperties& properties, std::vector<ExportNote>& notes,
                             const ExportProgress& progress) {
  auto setter = PdfText::create(page, manuscript.script, notes);
  if (!setter) return std::unexpected(setter.error());
  PdfSheet sheet(page.width / 20.0, page.height / 20.0, properties);
  if (!Flow(page, *setter, sheet).run(manuscript.parts, progress))
    return fail(ErrorCode::Cancelled);
  if (progress && !progress(kShareOfPages)) return fail(ErrorCode::Cancelled);
  setter->noteMissing(notes);
  return sheet.finish();
}

}  // namespace
}  // namespace moxian

extern "C" __attribute__((visibility("default"))) const moxian::PdfWriter moxianModule;
const moxian::PdfWriter moxianModule{&moxian::prepareFonts, &moxian::writePdf};
