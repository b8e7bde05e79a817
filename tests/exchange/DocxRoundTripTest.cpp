// Drafts with changes and comments of several people, to DOCX and back.
#include <gtest/gtest.h>

#include <map>
#include <pugixml.hpp>
#include <random>
#include <set>

#include "core/base/Utf.h"
#include "core/exchange/DocxMarkup.h"
#include "core/exchange/Export.h"
#include "tests/exchange/DocxPackage.h"
#include "tests/exchange/Draft.h"
#include "tests/exchange/Tools.h"

namespace moxian {
namespace {

using test::draftOf;

constexpr Time kNoon = 1'700'000'000'000;

/// A character with who put it in and who struck it out.
struct Cell {
  char16_t c;
  std::string inserted;
  std::string deleted;
  friend bool operator==(const Cell&, const Cell&) = default;
};

std::string told(const Markup& markup, const LayerMark* mark) {
  constexpr const char* kSigns[] = {"", "+", "-", "<", ">"};
  return mark == nullptr ? ""
                         : kSigns[static_cast<int>(mark->kind)] + markup.author(mark->author) +
                               std::to_string(mark->time);
}

std::vector<Cell> cellsOf(std::u16string_view text, const Markup& markup) {
  std::vector<Cell> cells;
  for (std::size_t i = 0; i < text.size(); ++i) {
    cells.push_back(
        {text[i], told(markup, markup.inserted().at(i)), told(markup, markup.deleted().at(i))});
  }
  return cells;
}

std::string docxOf(const MarkedDraft& draft) {
  const test::Draft arranged = draftOf(toUtf8(draft.text()));
  std::vector<ExportNote> notes;
  ExportOptions options;
  options.markup = &draft.markup();
  const auto docx = toDocx(draft.text(), arranged.outline, options, notes);
  EXPECT_TRUE(docx);
  return docx.value_or("");
}

MarkedDraft readBack(const std::string& docx) {
  const DocxText read = test::read(docx);
  return MarkedDraft(read.text, markupOf(read));
}

std::string shown(const std::vector<Cell>& cells) {
  std::string out;
  for (const Cell& cell : cells) {
    out += toUtf8({&cell.c, 1});
    if (!cell.inserted.empty()) out += "{" + cell.inserted + "}";
    if (!cell.deleted.empty()) out += "{" + cell.deleted + "}";
  }
  return out;
}

void expectSame(const MarkedDraft& before, const MarkedDraft& after) {
  EXPECT_EQ(shown(cellsOf(before.text(), before.markup())),
            shown(cellsOf(after.text(), after.markup())));
  const auto a = before.markup().comments();
  const auto b = after.markup().comments();
  ASSERT_EQ(a.size(), b.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    // a comment whose words are gone has no place between the cells of a table, only in them
    const std::size_t apart =
        std::max(a[i].range.begin, b[i].range.begin) - std::min(a[i].range.begin, b[i].range.begin);
    const bool wordless = a[i].range.empty() && b[i].range.empty() && apart <= 4;
    EXPECT_TRUE(wordless || a[i].range == b[i].range)
        << toUtf8(a[i].range.of(before.text())) << " | " << toUtf8(b[i].range.of(before.text()));
    EXPECT_EQ(a[i].author, b[i].author);
    EXPECT_EQ(a[i].time, b[i].time);
    EXPECT_EQ(a[i].text, b[i].text);
    EXPECT_EQ(a[i].state, b[i].state);
    EXPECT_EQ(a[i].parent == 0, b[i].parent == 0);
  }
}

constexpr std::u16string_view kDraft =
    u"云溪县水利局2023年工作总结\n"
    u"2023年，云溪县水利局扎实推进各项水利工作，现将有关情况总结如下。\n"
    u"一、主要工作\n"
    u"（一）工程建设。全年完成水利投资3.2亿元，新建堤防12公里。\n"
    u"全县新增灌溉面积1.5万亩，惠及群众6万人。\n"
    u"| 指标 | 2022年 | 2023年 |\n"
    u"| 投资 | 2.8 | 3.2 |\n"
    u"| 堤防 | 9 | 12 |\n"
    u"二、存在问题\n"
    u"一是管护力量不足。二是资金缺口较大。\n"
    u"三、下一步打算\n"
    u"继续抓好工程建设，加强队伍建设。\n";

TEST(DocxRoundTrip, ChangesOfEveryKindComeBack) {
  MarkedDraft draft{std::u16string(kDraft)};
  const auto find = [&](std::u16string_view words) {
    const auto at = draft.text().find(words);
    return Span{at, at + words.size()};
  };
  draft.trackedReplace(find(u"3.2亿元"), u"3.5亿元", {"李审", kNoon});
  draft.trackedReplace(find(u"3.5"), u"3.6", {"王审", kNoon + 60'000});
  draft.trackedReplace(find(u"全县新增灌溉面积1.5万亩，惠及群众6万人。\n"), {}, {"李审", kNoon});
  draft.trackedReplace(find(u"\n一是管护"), {}, {"王审", kNoon});
  draft.trackedReplace(find(u"9"), u"10", {"王审", kNoon});
  draft.trackedReplace(find(u"| 投资 | 2.8 | 3.2 |\n"), {}, {"李审", kNoon});
  const auto at = find(u"继续抓好").begin;
  draft.trackedReplace({at, at}, u"坚持问题导向。\n", {"李审", kNoon});
  const auto id = draft.addComment({.range = find(u"工程建设"),
                                    .author = "李审",
                                    .time = kNoon,
                                    .text = u"请核对口径。\n另附台账。",
                                    .quote = u"工程建设"});
  draft.addComment({.parent = id,
                    .author = "王审",
                    .time = kNoon + 1000,
                    .text = u"已核对。",
                    .quote = u"工程建设"});
  draft.setCommentState(id, CommentState::Resolved);
  expectSame(draft, readBack(docxOf(draft)));
}

TEST(DocxRoundTrip, MovesComeBackWithBothHalves) {
  MarkedDraft start{std::u16string(kDraft)};
  const std::u16string_view text = start.text();
  const auto from = text.find(u"二是资金缺口较大。");
  const auto to = text.find(u"加强队伍建设。");
  std::u16string marked(text);
  marked.insert(to, u"二是资金缺口较大。");
  const Markup markup({{.id = 1,
                        .kind = ChangeKind::MovedFrom,
                        .range = {from, from + 9},
                        .author = "李审",
                        .time = kNoon,
                        .partner = 2},
                       {.id = 2,
                        .kind = ChangeKind::MovedTo,
                        .range = {to, to + 9},
                        .author = "李审",
                        .time = kNoon,
                        .partner = 1}},
                      {}, marked.size());
  const MarkedDraft draft(marked, markup);
  const MarkedDraft back = readBack(docxOf(draft));
  expectSame(draft, back);
  const auto changes = back.markup().changes();
  ASSERT_EQ(changes.size(), 2U);
  EXPECT_EQ(changes[0].partner, changes[1].id);
}

TEST(DocxRoundTrip, RandomEditsOfSeveralAuthorsComeBack) {
  for (unsigned seed = 1; seed <= 150; ++seed) {
    SCOPED_TRACE(seed);
    std::mt19937 random(seed);
    const auto pick = [&](std::size_t below) { return random() % below; };
    MarkedDraft draft{std::u16string(kDraft)};
    const std::vector<std::u16string> words = {u"全力",       u"6.5",  u"加快，",
                                               u"稳步推进。", u"项目", u"完成后\n其中"};
    for (int i = 0; i < 12; ++i) {
      // not in the title, whose lines are one paragraph, and not across cells
      const std::size_t begin = draft.text().find(u"现将") + pick(draft.text().size() - 40);
      Span span{std::min(begin, draft.text().size() - 2), 0};
      span.end = std::min(span.begin + pick(9), draft.text().size() - 1);
      const Span around{span.begin > 2 ? span.begin - 2 : 0, span.end + 2};
      if (around.of(draft.text()).find(u'|') != std::u16string_view::npos) continue;
      const std::size_t line = draft.text().rfind(u'\n', span.begin == 0 ? 0 : span.begin - 1);
      const bool row = line != std::u16string::npos && draft.text()[line + 1] == u'|';
      const Stamp stamp{pick(2) == 0 ? "李审" : "王审",
                        kNoon + static_cast<Time>(pick(3)) * 60'000};
      std::u16string with =
          pick(3) == 0 ? std::u16string() : words[pick(words.size() - (row ? 1 : 0))];
      if (pick(6) == 0) {
        draft.addComment({.range = span,
                          .author = stamp.author,
                          .time = stamp.time,
                          .text = u"请核。",
                          .quote = std::u16string(span.of(draft.text()))});
      } else {
        draft.trackedReplace(span, with, stamp);
      }
    }
    const MarkedDraft back = readBack(docxOf(draft));
    EXPECT_EQ(toUtf8(back.finalText()), toUtf8(draft.finalText()));
    EXPECT_EQ(toUtf8(back.originalText()), toUtf8(draft.originalText()));
    expectSame(draft, back);
    if (::testing::Test::HasFailure()) return;
  }
}

/// Writes drafts of the genre at random and lets several people mark them up.
class RandomReview {
 public:
  explicit RandomReview(unsigned seed) : m_random(seed), m_draft(text()) {}

  MarkedDraft reviewed() {
    for (std::size_t left = 4 + pick(20); left > 0; --left) {
      const MarkedDraft before = m_draft;
      edit();
      // blank lines are no part of an official page, and a paragraph cannot join with a table
      if (now().find(u"\n\n") != std::u16string::npos || joinsATable(m_draft.finalText()) ||
          joinsATable(m_draft.originalText())) {
        m_draft = before;
      }
    }
    return m_draft;
  }

 private:
  std::size_t pick(std::size_t below) { return m_random() % below; }
  const char16_t* word() {
    static constexpr const char16_t* kWords[] = {
        u"造林",    u"管护", u"全市", u"稳步", u"推进",     u"项目",       u"资金",
        u"3.2万亩", u"12%",  u"，",   u"、",   u"（试点）", u"“两个清单”", u"2023年",
        u"𠮷",      u"A4",   u"……",   u"整改", u"督查",     u"到位"};
    return kWords[pick(std::size(kWords))];
  }
  std::u16string words(std::size_t least, std::size_t most) {
    std::u16string out;
    for (std::size_t left = least + pick(most - least + 1); left > 0; --left) out += word();
    return out;
  }
  std::u16string row(std::size_t columns) {
    std::u16string out = u"|";
    for (std::size_t c = 0; c < columns; ++c) ((out += u' ') += words(1, 2)) += u" |";
    return out += u'\n';
  }
  std::u16string text() {
    std::u16string out = u"松河市林业局2023年工作总结\n全市林业系统" + words(3, 12) + u"。\n";
    constexpr const char16_t* kNumbers[] = {u"一、", u"二、", u"三、", u"四、"};
    for (std::size_t section = 0; section < 2 + pick(3); ++section) {
      out += kNumbers[std::min<std::size_t>(section, 3)] + words(1, 3) + u"\n";
      for (std::size_t lines = 1 + pick(4); lines > 0; --lines) {
        if (pick(4) == 0) {
          const std::size_t columns = 2 + pick(3);
          for (std::size_t rows = 2 + pick(3); rows > 0; --rows) out += row(columns);
        }
        constexpr const char16_t* kHeads[] = {u"", u"", u"（一）抓重点。", u"1.", u"一是"};
        out += kHeads[pick(std::size(kHeads))] + words(2, 14) + u"。\n";
      }
    }
    return out;
  }

  [[nodiscard]] const std::u16string& now() const { return m_draft.text(); }
  /// A line of the body without its line end; its begin is never in the title.
  Span line() {
    const std::size_t body = now().find(u'\n') + 1;
    const std::size_t at = body + pick(now().size() - body);
    const std::size_t begin = now().rfind(u'\n', at == 0 ? 0 : at - 1) + 1;
    return {std::max(begin, body), std::max(now().find(u'\n', at), std::max(begin, body))};
  }
  Span part(Span whole) {
    const std::size_t begin = whole.begin + pick(whole.length() + 1);
    const std::size_t end = begin + pick(std::min<std::size_t>(9, whole.end - begin + 1));
    return {begin, std::min(end, whole.end)};
  }
  static bool joinsATable(std::u16string_view text) {
    for (std::size_t from = 0; from < text.size();) {
      const std::size_t end = std::min(text.find(u'\n', from), text.size());
      if (text[from] != u'|' && text.substr(from, end - from).find(u'|') != text.npos) return true;
      from = end + 1;
    }
    return false;
  }
  bool row(Span line) const { return now()[line.begin] == u'|'; }
  Stamp who() {
    static constexpr const char* kPeople[] = {"李审", "王核", "张终"};
    return {kPeople[pick(3)], kNoon + static_cast<Time>(pick(4)) * 60'000};
  }

  void edit() {
    const Span here = line();
    if (here.empty()) return;
    // of a row that goes the format knows no part that stays
    if (row(here) && m_draft.markup().deleted().at(here.begin) != nullptr) return;
    switch (pick(8)) {
      case 0:
        return comment(part(here));
      case 1:
        return row(here) ? cell(here) : settle(part(here));
      case 2:
        return whole(here);
      case 3:
        return row(here) ? cell(here) : join(here);
      default:
        return row(here) ? cell(here) : inLine(here);
    }
  }
  void inLine(Span here) {
    // a surrogate pair stays whole, as in an editor
    Span span = part(here);
    while (span.begin < span.end && low(span.begin)) ++span.begin;
    while (span.end > span.begin && low(span.end)) --span.end;
    if (low(span.begin)) return;
    m_draft.trackedReplace(span, pick(3) == 0 ? u"" : words(0, 3), who());
  }
  [[nodiscard]] bool low(std::size_t at) const {
    return at < now().size() && now()[at] >= 0xDC00 && now()[at] <= 0xDFFF;
  }
  /// Within the words of one cell.
  void cell(Span here) {
    const std::size_t bar = now().find(u"| ", here.begin + pick(here.length()));
    if (bar == std::u16string::npos || bar + 2 >= here.end) return;
    const std::size_t end = now().find(u" |", bar + 2);
    if (end == std::u16string::npos || end <= bar + 2 || end > here.end) return;
    inLine({bar + 2, end});
  }
  /// A whole line comes or goes.
  void whole(Span here) {
    if (here.end + 1 >= now().size()) return;  // the mark of the last paragraph stays
    if (pick(2) == 0) return m_draft.trackedReplace({here.begin, here.end + 1}, u"", who());
    if (row(here)) return;
    const std::size_t behind = here.end + 1;
    if (behind >= now().size() || now()[behind] == u'|') return;
    m_draft.trackedReplace({behind, behind}, words(2, 8) + u"。\n", who());
  }
  /// Two paragraphs become one, or one two.
  void join(Span here) {
    const std::size_t next = here.end + 1;
    if (next >= now().size() || now()[next] == u'|') return;
    if (pick(2) == 0) return m_draft.trackedReplace({here.end, next}, u"", who());
    const std::size_t at = part(here).begin;
    if (!low(at)) m_draft.trackedReplace({at, at}, u"\n", who());
  }
  void comment(Span span) {
    if (low(span.begin) || low(span.end)) return;
    // the spaces around the words of a cell are not in the file
    if (span.of(now()).find_first_of(u"| ") != std::u16string_view::npos) return;
    const Stamp stamp = who();
    const std::u16string quote(span.of(now()));
    const auto id = m_draft.addComment({.range = span,
                                        .author = stamp.author,
                                        .time = stamp.time,
                                        .text = words(1, 5),
                                        .quote = quote});
    for (std::size_t replies = pick(3); replies > 0; --replies) {
      const Stamp other = who();
      m_draft.addComment({.parent = id,
                          .author = other.author,
                          .time = other.time,
                          .text = words(1, 5) + u"\n" + words(1, 3),
                          .quote = quote});
    }
    if (pick(3) == 0) m_draft.setCommentState(id, CommentState::Resolved);
  }
  void settle(Span span) {
    if (low(span.begin) || low(span.end)) return;
    if (span.of(now()).find(u'|') != std::u16string_view::npos) return;
    m_draft.resolve({.within = span}, pick(2) == 0);
  }

  std::mt19937 m_random;
  MarkedDraft m_draft;
};

TEST(DocxRoundTrip, ARowThatGoesAfterWordsInItWereStruckOutStaysAWholeRow) {
  MarkedDraft draft{std::u16string(kDraft)};
  const auto at = draft.text().find(u"2.8");
  draft.trackedReplace({at, at + 3}, {}, {"王审", kNoon});
  const std::u16string_view row = u"| 投资 | 2.8 | 3.2 |\n";
  const auto begin = draft.text().find(row);
  draft.trackedReplace({begin, begin + row.size()}, {}, {"李审", kNoon + 60'000});
  expectSame(draft, readBack(docxOf(draft)));
}

/// Twenty comments, every second one answered twice, every third one resolved, some of several
/// lines, some on the same words, among changes.
MarkedDraft muchDiscussed() {
  std::u16string text = u"工作总结\n";
  for (int i = 0; i < 20; ++i) text += u"办理信访件三十件，走访群众。\n";
  MarkedDraft draft(text);
  for (std::size_t i = 0; i < 20; ++i) {
    const std::size_t at = 5 + 15 * (i / 2);
    const auto id = draft.addComment({.range = {at, at + 5 - i % 3},
                                      .author = i % 2 == 0 ? "李审" : "王审",
                                      .time = 60'000 * static_cast<Time>(i + 1),
                                      .text = u"请核实。\n出自哪张表？",
                                      .quote = u"办理信访件"});
    for (int k = 0; k < (i % 2 == 0 ? 2 : 0); ++k) {
      draft.addComment({.parent = id, .author = "赵拟", .time = 3'600'000, .text = u"已核。"});
    }
    if (i % 3 == 0) draft.setCommentState(id, CommentState::Resolved);
  }
  for (std::size_t i = 20; i-- > 0;) {
    draft.trackedReplace({10 + 15 * i, 12 + 15 * i}, u"四十", {"王审", 120'000});
  }
  return draft;
}

/// The values of an attribute, all different.
std::set<std::string> differentOnes(const pugi::xml_node& root, const std::string& attribute) {
  std::set<std::string> out;
  for (const pugi::xpath_node& found : root.select_nodes(("//@" + attribute).c_str())) {
    EXPECT_TRUE(out.insert(found.attribute().value()).second)
        << attribute << " " << found.attribute().value();
  }
  return out;
}

TEST(DocxRoundTrip, IdsOfCommentsAreDifferentAndLeadToEachOther) {
  const MarkedDraft draft = muchDiscussed();
  const auto parts = test::unpacked(docxOf(draft));
  const auto load = [&](pugi::xml_document& into, const char* name) {
    ASSERT_TRUE(into.load_string(parts.at(name).c_str())) << name;
  };
  pugi::xml_document comments;
  pugi::xml_document extended;
  pugi::xml_document ids;
  pugi::xml_document document;
  load(comments, "word/comments.xml");
  load(extended, "word/commentsExtended.xml");
  load(ids, "word/commentsIds.xml");
  load(document, "word/document.xml");
  const auto known = differentOnes(comments, "w:id");
  EXPECT_EQ(known.size(), 40U);
  const auto paragraphs = differentOnes(comments, "w14:paraId");
  const auto entries = differentOnes(extended, "w15:paraId");
  EXPECT_EQ(entries.size(), known.size());
  EXPECT_EQ(differentOnes(ids, "w16cid:paraId"), entries);
  EXPECT_EQ(differentOnes(ids, "w16cid:durableId").size(), known.size());
  std::map<std::string, pugi::xml_node> ofLast;  // comments by the id of their last paragraph
  for (const pugi::xml_node comment : comments.first_child().children("w:comment"))
    ofLast[comment.last_child().attribute("w14:paraId").value()] = comment;
  std::size_t replies = 0;
  for (const pugi::xml_node entry : extended.first_child().children("w15:commentEx")) {
    ASSERT_TRUE(ofLast.contains(entry.attribute("w15:paraId").value()));
    const std::string parent = entry.attribute("w15:paraIdParent").value();
    const std::string author =
        ofLast[entry.attribute("w15:paraId").value()].attribute("w:author").value();
    EXPECT_EQ(!parent.empty(), author == "赵拟");
    if (parent.empty()) continue;
    ++replies;
    ASSERT_TRUE(ofLast.contains(parent)) << parent;
    EXPECT_EQ(std::string(ofLast[parent].attribute("w:author").value()), "李审");
  }
  EXPECT_EQ(replies, 20U);
  for (const char* mark : {"commentRangeStart", "commentRangeEnd", "commentReference"}) {
    std::set<std::string> marked;
    for (const pugi::xpath_node& node : document.select_nodes(("//w:" + std::string(mark)).c_str()))
      EXPECT_TRUE(marked.insert(node.node().attribute("w:id").value()).second) << mark;
    EXPECT_EQ(marked, known) << mark;
  }
  std::set<std::string> changes;
  for (const pugi::xpath_node& node : document.select_nodes("//w:ins | //w:del")) {
    const std::string id = node.node().attribute("w:id").value();
    EXPECT_TRUE(changes.insert(id).second && !known.contains(id)) << id;
  }
  expectSame(draft, readBack(docxOf(draft)));
}

TEST(DocxRoundTrip, CommentsWithRepliesAreValidAgainstTheSchemas) {
  const std::filesystem::path validator =
      std::filesystem::path(MOXIAN_SHARED) / "eval/validate_docx.py";
  if (!std::filesystem::exists(validator)) GTEST_SKIP() << "no schemas beside the project";
  if (test::run("python3 -c 'import lxml'").code != 0) GTEST_SKIP() << "no python3-lxml";
  const test::TemporaryFolder folder;
  const auto ran = test::run("python3 " + validator.string() + " " +
                             folder.with("discussed.docx", docxOf(muchDiscussed())).string());
  EXPECT_EQ(ran.code, 0) << ran.out;
}

TEST(DocxRoundTrip, ACommentThatTakesInTheSpaceBehindACellsWordsStaysInItsCell) {
  MarkedDraft draft{std::u16string(kDraft)};
  const auto at = draft.text().find(u"2.8 |");
  draft.addComment({.range = {at, at + 4},
                    .author = "李审",
                    .time = kNoon,
                    .text = u"请核。",
                    .quote = u"2.8 "});
  const auto comments = readBack(docxOf(draft)).markup().comments();
  ASSERT_EQ(comments.size(), 1U);
  EXPECT_EQ(comments[0].range, (Span{at, at + 3}));
}

TEST(DocxRoundTrip, ACommentBelowATableWithoutClosingBarsStaysAtItsWords) {
  for (const std::u16string table :
       {u"项目\t数量\n投资\t28\n产值\t32\n", u"项目|数量|科室\n投资|28|甲科\n产值|32|乙科\n"}) {
    MarkedDraft draft{u"云溪县水务局2023年工作总结\n一、工作情况\n全年数据见下表。\n" + table +
                      u"各科室按季度核对数据。\n"};
    const auto at = draft.text().find(u"季度");
    draft.addComment({.range = {at, at + 2},
                      .author = "李审",
                      .time = kNoon,
                      .text = u"请核。",
                      .quote = u"季度"});
    const MarkedDraft back = readBack(docxOf(draft));
    const auto comments = back.markup().comments();
    ASSERT_EQ(comments.size(), 1U);
    EXPECT_EQ(toUtf8(comments[0].range.of(back.text())), "季度");
  }
}

TEST(DocxRoundTrip, RandomDraftsThatSeveralPeopleMarkedUpComeBack) {
  for (unsigned seed = 1; seed <= 400; ++seed) {
    SCOPED_TRACE(seed);
    const MarkedDraft draft = RandomReview(seed).reviewed();
    const MarkedDraft back = readBack(docxOf(draft));
    EXPECT_EQ(toUtf8(back.finalText()), toUtf8(draft.finalText()));
    EXPECT_EQ(toUtf8(back.originalText()), toUtf8(draft.originalText()));
    expectSame(draft, back);
    if (::testing::Test::HasFailure()) return;
  }
}

}  // namespace
}  // namespace moxian
