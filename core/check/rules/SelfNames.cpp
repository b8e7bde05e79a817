#include "core/check/rules/SelfNames.h"

#include "core/check/Scan.h"

namespace moxian {

bool isPlace(char16_t unit) {
  return isOneOf(unit, u"省市县区镇乡村");
}

bool isOffice(char16_t unit) {
  return isOneOf(unit, u"局委办院厅署站");
}

bool isTitledKind(char16_t unit) {
  return isOneOf(unit, u"局委院厅署");
}

char16_t titledKind(const Report& report) {
  const char16_t last = report.unit.empty() ? u'\0' : report.unit.back();
  return isTitledKind(last) && report.title.contains(report.unit) ? last : u'\0';
}

namespace {

/// Whether the words are those of a title or of others. A mark that closes what was not opened
/// counts for nothing.
class Quotation {
 public:
  void pass(char16_t unit) {
    if (isOneOf(unit, u"《〈“「『")) ++m_depth;
    if (isOneOf(unit, u"》〉”」』") && m_depth > 0) --m_depth;
    if (unit == u'"') m_straight = !m_straight;
  }
  [[nodiscard]] bool isOpen() const { return m_depth > 0 || m_straight; }

 private:
  int m_depth = 0;
  bool m_straight = false;
};

}  // namespace

SelfNames selfNamesOf(const CheckedText& text, const Report& report) {
  SelfNames out;
  for (const Block& block : report.blocks) {
    if (!isProse(&block) || block.kind == BlockKind::Title) continue;
    const std::u16string_view line = block.span.of(text.folded);
    Quotation quotation;
    for (std::size_t at = 0; at + 1 < line.size(); ++at) {
      quotation.pass(line[at]);
      if (quotation.isOpen() || !isOneOf(line[at], u"我本")) continue;
      const char16_t name = line[at + 1];
      if (!isPlace(name) && !isOffice(name)) continue;
      // 本办法 and 本区域 name no office; 基本院 and the like end a word.
      if (isOneOf(unitAt(line, at + 2), u"法域级别") || isOneOf(unitBefore(line, at), u"基自根")) {
        continue;
      }
      out[name].push_back(Span{at, at + 2}.shifted(block.span.begin));
    }
  }
  return out;
}

}  // namespace moxian
