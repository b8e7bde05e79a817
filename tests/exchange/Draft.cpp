#include "tests/exchange/Draft.h"

#include <algorithm>
#include <array>

#include "core/base/Utf.h"
#include "core/text/Characters.h"
#include "core/text/Lines.h"
#include "core/text/Numerals.h"

namespace moxian::test {
namespace {

struct Form {
  NumberForm form;
  int level;
  std::u16string_view open;
  std::u16string_view digits;
  std::u16string_view close;
};
constexpr std::u16string_view kChinese = u"一二三四五六七八九十";
constexpr std::u16string_view kArabic = u"0123456789";
constexpr std::array<Form, 4> kForms = {{{NumberForm::Chinese, 1, u"", kChinese, u"、"},
                                         {NumberForm::BracketedChinese, 2, u"（", kChinese, u"）"},
                                         {NumberForm::Arabic, 3, u"", kArabic, u"."},
                                         {NumberForm::BracketedArabic, 4, u"（", kArabic, u"）"}}};

/// Units of the number and its marks, 0 if the line does not start with one of that form.
std::size_t numberLength(std::u16string_view line, const Form& form) {
  if (!line.starts_with(form.open)) return 0;
  const std::size_t from = form.open.size();
  const std::size_t to = std::min(line.find_first_not_of(form.digits, from), line.size());
  if (to == from || !line.substr(to).starts_with(form.close)) return 0;
  return to + form.close.size();
}

void readNumber(std::u16string_view line, Block& block) {
  for (const Form& form : kForms) {
    const std::size_t length = numberLength(line, form);
    if (length == 0) continue;
    const std::size_t begin = block.span.begin;
    block.level = form.level;
    block.number = HeadingNumber{.form = form.form,
                                 .ordinal = 1,
                                 .span = {begin, begin + length},
                                 .mark = 0,
                                 .halfWidth = false};
    const std::size_t stop = line.find(u'。');
    block.runIn = stop != line.npos && stop + 1 < line.size();
    block.headText = {begin + length, begin + std::min(stop, line.size())};
    if (!block.runIn) block.kind = BlockKind::Heading;
    return;
  }
}

}  // namespace

Draft draftOf(std::string_view utf8) {
  Draft draft{.text = toUtf16(utf8), .outline = {}};
  const Lines lines(draft.text);
  Report report;
  for (std::size_t i = 0; i < lines.count(); ++i) {
    const std::u16string_view whole = lines.span(i).of(draft.text);
    if (isBlank(whole)) continue;
    Block block;
    block.line = i;
    block.span = trimmedSpan(whole).shifted(lines.span(i).begin);
    const std::u16string_view line = block.span.of(draft.text);
    if (report.blocks.empty()) {
      block.kind = BlockKind::Title;
      report.title = line;
    } else if (line.contains(u'|')) {
      block.kind = BlockKind::Table;
    } else {
      readNumber(line, block);
    }
    report.blocks.push_back(block);
    report.lastLine = i;
  }
  report.script = detectScript(draft.text);
  draft.outline.reports.push_back(std::move(report));
  return draft;
}

const std::string& fullDraft() {
  static const std::string text = R"(云溪县教育局关于2023年工作总结和2024年工作打算的报告
县人民政府：
2023年，在县委、县政府的坚强领导下，我局围绕“办好人民满意的教育”这一目标，聚焦城乡一体、优质均衡，扎实推进各项工作，较好地完成了年度任务。现将有关情况报告如下。
一、主要工作
（一）加强组织领导
局党组先后召开专题会议12次，研究解决工人文化宫共建、长门小学改扩建、高龙中学金融知识课程等问题23个，完成率为98.6%。
（二）优化布局结构。全年新建、改扩建学校6所，新增学位4,320个，投入资金1.28亿元（其中省级补助3,500万元）。城区大班额比例由5.1%降到2.3%，乡村小规模学校全部配齐音乐、体育、美术教师。
1.推进集团办学。组建教育集团5个，覆盖学校31所，参见https://www.example.gov.cn/jyj/2023/report.html公布的名单。
2.做好招生入学
（1）公办学校全部实行阳光分班。
（2）随迁子女“应入尽入”，共安排1,206人。
主要指标完成情况如下表。
| 指标 | 2022年 | 2023年 | 说明 |
| --- | --- | --- | --- |
| 学前教育普及普惠率 | 88.2% | 91.5% | 新增公办园4所，扩增学位960个，覆盖全部乡镇 |
| 九年义务教育巩固率 | 97.9% | 98.8% | 控辍保学 |
| 高中阶段毛入学率 | 93.0% | 94.1% | |
| 以上数据来自年度统计 |
二、存在问题
一是优质资源总量不足，城乡之间还有差距；二是教师队伍结构性缺员，特别是心理健康、科学等学科；三是“双减”之后课后服务的质量有待提高。
三、下一步打算
（一）扩大优质供给。深化集团办学，年内再组建教育集团2个，让更多孩子在家门口“上好学”。
（二）建强教师队伍。落实“县管校聘”，公开招聘教师120名，培训4,000人次。
附件：1.云溪县教育局2023年重点工作完成情况表
2.云溪县教育局2024年重点工作安排及其责任分工一览表（征求意见稿）
云溪县教育局
2024年1月12日
附件1
云溪县教育局2023年重点工作完成情况表
| 序号 | 工作 | 完成情况 |
| 1 | 新建学校 | 已完成 |
| 2 | 集团办学 | 已完成 |
附件2
云溪县教育局2024年重点工作安排
一、总体安排
全年安排重点工作12项，由各科室分别牵头，每季度通报一次进度。
)";
  return text;
}

std::string longDraft(std::size_t count) {
  static constexpr std::u16string_view kWords =
      u"全县各级各部门坚持把政务公开作为推动工作落实的重要抓手持续完善制度机制不断提升服务能力"
      u"围绕重点领域加大公开力度回应社会关切取得了新的进展和成效为高质量发展提供了有力保障";
  std::u16string text = u"临澜市2023年工作总结\n";
  for (int n = 1; text.size() < count; ++n) {
    if (n % 10 == 1) text += u"（" + toChineseNumeral(n / 10 % 90 + 1) + u"）推进重点工作\n";
    for (int i = 0; i < 3; ++i) text += kWords;
    text += u'\n';
  }
  return toUtf8(text);
}

std::u16string withoutSpaces(std::u16string_view text) {
  std::u16string out(text);
  std::erase_if(out,
                [](char16_t c) { return isSpace(c) || c == u'\n' || c == u'\r' || c == u'\f'; });
  return out;
}

}  // namespace moxian::test
