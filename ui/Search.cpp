#include "ui/Search.h"

#include "ui/Strings.h"

namespace moxian {

using namespace Qt::StringLiterals;

namespace {

Span spanOf(const QRegularExpressionMatch& match) {
  return {static_cast<std::size_t>(match.capturedStart()),
          static_cast<std::size_t>(match.capturedEnd())};
}

QString filled(const QString& replacement, const QRegularExpressionMatch& match) {
  QString result;
  for (qsizetype i = 0; i < replacement.size(); ++i) {
    const QChar c = replacement[i];
    if (c != u'\\' || i + 1 == replacement.size()) {
      result += c;
      continue;
    }
    const QChar next = replacement[++i];
    if (next >= u'0' && next <= u'9')
      result += match.captured(next.digitValue());
    else if (next == u'n')
      result += u'\n';
    else
      result += next;
  }
  return result;
}

template <class Each>
void eachMatch(const QString& text, const QRegularExpression& pattern, Each each) {
  QRegularExpressionMatchIterator matches = pattern.globalMatch(text);
  while (matches.hasNext()) {
    const QRegularExpressionMatch match = matches.next();
    if (match.capturedLength() > 0) each(match);
  }
}

}  // namespace

std::expected<QRegularExpression, QString> pattern(const SearchQuery& query) {
  QString text = query.regularExpression ? query.text : QRegularExpression::escape(query.text);
  if (query.wholeWords) text = u"(?<!\\w)(?:"_s + text + u")(?!\\w)"_s;
  QRegularExpression::PatternOptions options =
      QRegularExpression::MultilineOption | QRegularExpression::UseUnicodePropertiesOption;
  if (!query.matchCase) options |= QRegularExpression::CaseInsensitiveOption;
  QRegularExpression result(text, options);
  if (!result.isValid()) return std::unexpected(result.errorString());
  return result;
}

std::vector<Span> matchesIn(const QString& text, const QRegularExpression& pattern) {
  std::vector<Span> spans;
  eachMatch(text, pattern, [&](const auto& match) { spans.push_back(spanOf(match)); });
  return spans;
}

std::vector<Edit> replacements(const QString& text, const QRegularExpression& pattern,
                               const QString& replacement, bool regularExpression) {
  std::vector<Edit> edits;
  eachMatch(text, pattern, [&](const auto& match) {
    const QString with = regularExpression ? filled(replacement, match) : replacement;
    edits.push_back({spanOf(match), toU16(with)});
  });
  return edits;
}

}  // namespace moxian
