#include "core/text/EncodingGuess.h"

#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "core/text/Characters.h"
#include "core/text/Conversion.h"

namespace moxian {
namespace {

constexpr std::size_t kSample = std::size_t{64} << 10U;

// The commonest characters of written Chinese and of official reports, the simplified forms and
// below them the traditional ones that differ. Right readings hold 60 to 90 of them in 100
// characters, wrong ones 3 to 10.
constexpr std::u16string_view kCommon =
    u"的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过"
    u"发后作里用"
    u"道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心本前开但因只从"
    u"想实日军者"
    u"意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体"
    u"政美相见被"
    u"利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员"
    u"解水名真论"
    u"处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计"
    u"管期市直德"
    u"资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设"
    u"式色路记南"
    u"品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运笔"
    u"府落推施群众织机构完善制存足措督检查培训宣网站依审批项企农村乡镇街居委党支纪律责考核服满深入"
    u"县局办省"
    u"站室厅创优改革环境境卫医疗困扶贫困振兴贯彻精神习近平议案预算财税执法司诉调查处置隐患巡察整改"
    u"廉洁风险"
    u"稳步推层级联系协调评估绩效档案梳清单协同流程简化窗便民热线投诉举报答复申请受理公开信息政策解"
    u"读回应"
    u"发布栏目更新维护阵地队伍素质能力短板弱项充分薄弱继续努力坚持加围绕紧抓扎圆满较仍需尚缺乏够"
    u"零六七八九百千亿元余户名次份条篇件季末初底止截至同比增长幅占率约超降低倍均累计";
constexpr std::u16string_view kCommonTraditional =
    u"這個們來為國說時會對過發後裡種經麼學現當沒動還進樣開從實軍無與長機業關點將兩間問並應戰頭體見"
    u"產己話內給"
    u"門東聲員論處義幾認條氣題爾別變總電數報結務場計資許統區隊決馬書則聽卻達強難權設記類據邊張該規"
    u"萬覺術領確"
    u"傳師觀識帶導爭運築眾織構檢訓網審項農鄉鎮黨紀責績滿縣辦廳創優環衛醫療貧興貫徹議財稅執訴調隱廉"
    u"風險穩層級"
    u"聯係協評檔單簡窗熱線舉複請佈欄維護陣職質繼續堅圍繞緊紮較執億餘戶續顯著積極參綜預備標準費撥補"
    u"貼獲獎談訪"
    u"劃擬擴緩歲屆團隊儘羣衆爲裏鎮領域際";
constexpr std::u16string_view kMarks =
    u"，。、；：？！“”‘’（）《》〈〉【】〔〕「」『』—…·％～０１２３４５６７８９×°±§";

/// Reads the two-byte codes [firstLead, lastLead] × [firstTrail, lastTrail] of an encoding.
std::u16string plane(Encoding encoding, std::array<int, 2> leads, std::array<int, 2> trails) {
  std::string bytes;
  for (int lead = leads[0]; lead <= leads[1]; ++lead) {
    for (int trail = trails[0]; trail <= trails[1]; ++trail) {
      bytes += {static_cast<char>(lead), static_cast<char>(trail)};
    }
  }
  auto read = toCharacters(bytes, encoding, bytes.size());
  return read ? std::move(read->text) : std::u16string();
}

using Weights = std::array<std::int8_t, 0x10000>;

void setAll(Weights& weights, std::u16string_view characters, std::int8_t weight) {
  for (const char16_t c : characters) weights[c] = weight;
}

void setRange(Weights& weights, unsigned first, unsigned last, std::int8_t weight) {
  std::fill(weights.begin() + first, weights.begin() + last + 1, weight);
}

Weights makeWeights() {
  Weights weights{};
  setRange(weights, 0x3040, 0x312F, -2);  // kana and bopomofo
  setRange(weights, 0x3400, 0x9FFF, -1);  // Han that neither script uses daily
  setRange(weights, 0xA000, 0xD7FF, -2);  // Yi, Vai, Hangul …
  setRange(weights, 0xD800, 0xF8FF, -2);  // beyond the BMP and private use
  setRange(weights, 0xF900, 0xFAFF, -1);
  // the first levels of GB 2312-80 (by pinyin) and Big5 (by strokes) hold the characters in daily
  // use
  setAll(weights, plane(Encoding::Gb18030, {0xB0, 0xD7}, {0xA1, 0xFE}), 1);
  setAll(weights, plane(Encoding::Big5, {0xA4, 0xC6}, {0x40, 0x7E}), 1);
  setAll(weights, plane(Encoding::Big5, {0xA4, 0xC6}, {0xA1, 0xFE}), 1);
  setRange(weights, 0x00, 0x1F, -4);
  setRange(weights, 0x20, 0x7E, 1);
  setRange(weights, 0x7F, 0x9F, -4);
  setRange(weights, 0xC0, 0xFF, 1);  // letters of Latin 1: names in otherwise plain ASCII
  setAll(weights, u"\t\n\r", 1);
  setAll(weights, kCommon, 3);
  setAll(weights, kCommonTraditional, 3);
  setAll(weights, kMarks, 3);
  setAll(weights, u"\u3000", 1);  // "00" in UTF-16 read the wrong way round
  setRange(weights, 0xFFFD, 0xFFFF, -6);
  return weights;
}

struct CloseDetector {
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

std::optional<Encoding> icuGuess(std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, CloseDetector> detector(ucsdet_open(&status));
  ucsdet_setText(detector.get(), bytes.data(), static_cast<int32_t>(bytes.size()), &status);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || match == nullptr) return {};
  const int32_t confidence = ucsdet_getConfidence(match, &status);
  const char* found = ucsdet_getName(match, &status);
  if (U_FAILURE(status) || confidence < 50) return {};  // of 100; random bytes are "UTF-16" with 10
  return encodingNamed(found);
}

/// The stretch to look at: all of a short file, else from the first byte above 127 on, at an even
/// offset for UTF-16.
std::string_view sampleOf(std::string_view bytes) {
  if (bytes.size() <= kSample) return bytes;
  const auto first = std::ranges::find_if(bytes, [](char c) { return (c & 0x80) != 0; });
  const std::size_t from =
      std::min(static_cast<std::size_t>(first - bytes.begin()), bytes.size() - kSample);
  return bytes.substr(from - from % 2, kSample);
}

/// Chinese without a control character: a short UTF-16 text that happens to be valid UTF-8 has
/// some.
bool isPlainChinese(std::u16string_view text) {
  const auto control = [](char16_t c) { return c < 0x20 && (c < u'\t' || c > u'\r'); };
  return std::ranges::any_of(text, isHan) && std::ranges::none_of(text, control);
}

}  // namespace

double usualness(std::u16string_view text) {
  static const Weights weights = makeWeights();
  long sum = 0;
  for (const char16_t c : text) sum += weights[c];
  return text.empty() ? 0.0 : static_cast<double>(sum) / static_cast<double>(text.size());
}

Result<Encoding> guessEncoding(std::string_view bytes) {
  const std::string_view sample = sampleOf(bytes);
  const bool whole = sample.end() == bytes.end();
  const bool strict = isStrictUtf8(bytes);
  Encoding best = Encoding::Utf8;
  double most = -10;
  for (const Encoding encoding :
       {Encoding::Utf8, Encoding::Gb18030, Encoding::Big5, Encoding::Utf16Le, Encoding::Utf16Be}) {
    const auto read = toCharacters(sample, encoding, sample.size(), whole);
    if (!read) return std::unexpected(read.error());
    if (encoding == Encoding::Utf8 && strict && isPlainChinese(read->text)) return encoding;
    const double usual = usualness(read->text);
    if (usual > most) {
      best = encoding;
      most = usual;
    }
  }
  if (most > 0.5 || strict) return best;
  if (const auto icu = icuGuess(sample)) return *icu;
  if (most > 0) return best;
  return fail(ErrorCode::BinaryFile, {}, "no encoding gives Chinese or plain text");
}

}  // namespace moxian
