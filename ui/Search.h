#pragma once

#include <QRegularExpression>
#include <QString>
#include <expected>
#include <vector>

#include "core/check/Finding.h"

namespace moxian {

/// What to look for.
struct SearchQuery {
  QString text;
  bool matchCase = false;
  bool wholeWords = false;
  bool regularExpression = false;
};

/// The pattern of a query; the message of the expression's mistake if it has one.
[[nodiscard]] std::expected<QRegularExpression, QString> pattern(const SearchQuery& query);

/// All matches that are not empty, in ascending order.
[[nodiscard]] std::vector<Span> matchesIn(const QString& text, const QRegularExpression& pattern);

/// The replacements for `matches`. In a regular expression's replacement \1 to \9 stand for its
/// groups, \n for a line end and \\ for a backslash.
[[nodiscard]] std::vector<Edit> replacements(const QString& text, const QRegularExpression& pattern,
                                             const QString& replacement, bool regularExpression);

}  // namespace moxian
