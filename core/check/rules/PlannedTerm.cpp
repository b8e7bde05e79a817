#include "core/check/rules/PlannedTerm.h"

#include <algorithm>
#include <initializer_list>
#include <optional>

#include "core/check/Scan.h"

namespace moxian {
namespace {

using Words = std::initializer_list<std::u16string_view>;

constexpr std::u16string_view kClauseMarks = u"，,。；;：:！？（）()";

bool holdsOne(std::u16string_view text, Words words) {
  return std::ranges::any_of(words, [&](auto word) { return text.contains(word); });
}
bool beginsWithOne(std::u16string_view text, Words words) {
  return std::ranges::any_of(words, [&](auto word) { return text.starts_with(word); });
}
bool endsWithOne(std::u16string_view text, Words words) {
  return std::ranges::any_of(words, [&](auto word) { return text.ends_with(word); });
}

/// What follows a date that is a term: 底前, 月底之前, 上旬前, or 底 and 内 without 前.
struct Term {
  std::size_t end = 0;
  bool before = false;  ///< with 前
};

std::optional<Term> termBehind(std::u16string_view line, const Date& date) {
  std::size_t at = date.span.end;
  if (date.month == 0 && unitAt(line, at) == u'年') ++at;
  if (date.month != 0 && unitAt(line, at) == u'份') ++at;
  bool ends = false;
  for (const std::u16string_view end : {u"底", u"末", u"上旬", u"中旬", u"下旬"}) {
    if (!holdsAt(line, at, end)) continue;
    at += end.size();
    ends = true;
    break;
  }
  if (!ends && date.month == 0) {
    if (unitAt(line, at) == u'内') return Term{at + 1, false};
    return {};
  }
  std::size_t before = at;
  if (isOneOf(unitAt(line, before), u"之以")) ++before;
  if (unitAt(line, before) == u'前' && unitAt(line, before + 1) != u'后') {
    return Term{before + 1, true};
  }
  return ends ? std::optional(Term{at, false}) : std::nullopt;
}

/// The term within its sentence.
struct Place {
  std::u16string_view sentence;
  std::u16string_view clauseBefore;  ///< the clause before that of the term
  std::u16string_view head;          ///< of its clause, before the date
  std::u16string_view tail;          ///< of its clause, behind the term
  std::u16string_view clauseBehind;  ///< the clause behind that of the term
};

Place placeOf(std::u16string_view line, const Date& date, const Term& term) {
  const auto markBefore = [&](std::size_t end) {
    const std::size_t mark = line.substr(0, end).find_last_of(kClauseMarks);
    return mark == line.npos ? 0 : mark + 1;
  };
  const auto markBehind = [&](std::size_t from) {
    return std::min(line.find_first_of(kClauseMarks, from), line.size());
  };
  const std::size_t first = sentenceStart(line, date.span.begin);
  const std::size_t last = std::min(line.find_first_of(u"。！？；;", term.end), line.size());
  const std::size_t begin = std::max(markBefore(date.span.begin), first);
  const std::size_t end = markBehind(term.end);
  Place out;
  out.sentence = line.substr(first, last - first);
  out.head = line.substr(begin, date.span.begin - begin);
  out.tail = line.substr(term.end, end - term.end);
  if (begin > first) {
    const std::size_t from = std::max(markBefore(begin - 1), first);
    out.clauseBefore = line.substr(from, begin - 1 - from);
  }
  if (end < last) out.clauseBehind = line.substr(end + 1, markBehind(end + 1) - end - 1);
  return out;
}

/// The sentence tells what was done, what failed or what was once meant.
bool looksBack(std::u16string_view sentence) {
  return holdsOne(sentence,
                  {u"已",   u"曾",   u"原定",   u"原计划", u"原拟",   u"原本",  u"未能", u"未完成",
                   u"未按", u"尚未", u"没有",   u"没能",   u"逾期",   u"延期",  u"推迟", u"顺延",
                   u"滞后", u"上年", u"去年",   u"同期",   u"以来",   u"遗留",  u"结转", u"回顾",
                   u"截至", u"取得", u"完成了", u"实现了", u"建成了", u"确保了"});
}

/// "按照2024年底前完成的要求", "省里提出，2024年底前……": the term is another's.
bool isBasis(const Place& place) {
  return holdsOne(place.head, {u"按照", u"根据", u"依据", u"依照", u"对照", u"针对", u"围绕",
                               u"要求", u"提出", u"明确", u"规定", u"部署", u"印发", u"签订",
                               u"下达", u"承诺", u"目标", u"任务"}) ||
         beginsWithOne(place.head, {u"对", u"自", u"从", u"与", u"和", u"比", u"较"}) ||
         endsWithOne(place.clauseBefore,
                     {u"提出", u"明确", u"规定", u"要求", u"确定", u"指出", u"强调", u"承诺"});
}

bool isMarked(const Place& place) {
  const bool made =
      holdsOne(place.head,
               {u"力争", u"争取", u"确保", u"计划", u"打算", u"力求", u"务必", u"保证"}) ||
      endsWithOne(place.head, {u"拟", u"拟于", u"拟在", u"要", u"要在", u"预计"}) ||
      beginsWithOne(place.tail,
                    {u"力争", u"争取", u"确保", u"计划完成", u"拟", u"将", u"要", u"务必"});
  if (made) return true;
  // "将2024年底前形成的档案": 将 takes an object.
  return place.head.contains(u'将') && !place.tail.contains(u'的');
}

/// "2024年底前完成改造": without a word that plans only if it begins with what is to be done, and
/// nothing tells that it was.
bool isBarePlan(const Place& place) {
  const std::u16string_view deed = place.tail.empty() ? place.clauseBehind : place.tail;
  const bool told = holdsOne(place.sentence, {u"了", u"过", u"共", u"均", u"累计", u"下一步",
                                              u"接下来", u"今后", u"继续", u"基础上"});
  return !told && !deed.contains(u'的') &&
         beginsWithOne(deed,
                       {u"完成", u"建成", u"建立", u"实现", u"出台", u"制定", u"修订", u"启动",
                        u"投入", u"达到", u"全面", u"全部", u"基本", u"办结", u"上线", u"组织",
                        u"开展", u"健全", u"完善", u"配齐", u"消除", u"整改"});
}

}  // namespace

bool isPlannedTerm(std::u16string_view line, const Date& date, int over) {
  auto term = termBehind(line, date);
  // "力争2023年9月投入使用": the month itself is the term.
  const std::u16string_view before = line.substr(0, date.span.begin);
  if (!term && date.month != 0 && endsWithOne(before, {u"力争", u"争取", u"确保", u"预计"}))
    term = Term{date.span.end, false};
  if (!term) return false;
  const Place place = placeOf(line, date, *term);
  // "完成的任务": the term belongs to a noun.
  const bool ofNoun = unitAt(place.tail, 2) == u'的';
  if (ofNoun || looksBack(place.sentence) || isBasis(place)) return false;
  const bool inSteps = std::ranges::any_of(datesOf(place.sentence),
                                           [&](const Date& other) { return other.year >= over; });
  if (inSteps) return false;
  if (isMarked(place)) return true;
  if (term->before) return isBarePlan(place);
  // "到2024年底，力争……".
  return place.head.ends_with(u'到') &&
         beginsWithOne(place.tail.empty() ? place.clauseBehind : place.tail,
                       {u"力争", u"争取", u"确保", u"计划", u"将"});
}

}  // namespace moxian
