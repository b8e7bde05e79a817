#include "core/text/Decoder.h"

#include <gtest/gtest.h>

#include <array>
#include <format>
#include <random>

#include "core/base/Utf.h"

namespace moxian {
namespace {

using namespace std::string_view_literals;

constexpr std::array kSentences = {
    u"2023年，云溪县民政局在县委、县政府的坚强领导下，紧紧围绕年度目标任务，扎实推进各项工作。"sv,
    u"一、全年工作完成情况"sv,
    u"（一）抓好政策落实。全年受理群众来信来访126件，办结率达到98.4%，回访满意率较上年提高3个百分点。"sv,
    u"二是部分乡镇（街道）对公开工作认识不足，信息更新不够及时，个别栏目内容单薄。"sv,
    u"下一步，我局将完善工作机制，加强业务培训，力争6月底前完成青岚区3个社区服务站的改造。"sv,
    u"我们也清醒地看到，工作中还存在一些短板：基层力量薄弱，“一网通办”事项覆盖面有待扩大。"sv,
    u"\n"sv,
};
constexpr std::array kTraditionalSentences = {
    u"2023年，雲溪縣民政局在縣委、縣政府的堅強領導下，緊緊圍繞年度目標任務，扎實推進各項工作。"sv,
    u"一、全年工作完成情況"sv,
    u"二是部分鄉鎮對公開工作認識不足，資訊更新不夠及時，個別欄目內容單薄。"sv,
    u"下一步，本局將完善工作機制，加強業務培訓，力爭6月底前完成青嵐區3個社區服務站的改造。"sv,
    u"\n"sv,
};
constexpr std::array kAll = {Encoding::Utf8, Encoding::Gb18030, Encoding::Big5, Encoding::Utf16Le,
                             Encoding::Utf16Be};

/// A draft of exactly `length` characters, put together from sentences in a seeded order.
std::u16string draft(std::size_t length, unsigned seed, bool traditional = false) {
  std::mt19937 random(seed);
  const std::span<const std::u16string_view> from =
      traditional ? std::span<const std::u16string_view>(kTraditionalSentences)
                  : std::span<const std::u16string_view>(kSentences);
  std::u16string text(from[random() % (from.size() - 1)]);
  if (length < 40) text.erase(0, random() % 5);
  while (text.size() < length) text += from[random() % from.size()];
  text.resize(length);
  return text;
}

std::string bytesOf(std::u16string_view text, Encoding encoding, bool mark = false,
                    LineEnding ending = LineEnding::Lf) {
  auto bytes = encode(text, encoding, mark, ending);
  EXPECT_TRUE(bytes.has_value()) << (bytes ? "" : bytes.error().detail);
  return bytes.value_or("");
}

ErrorCode refusalOf(std::string_view bytes, const std::string& subject = "x.txt",
                    std::optional<Encoding> forced = {}) {
  const auto read = decode(bytes, forced, subject);
  EXPECT_FALSE(read.has_value());
  return read ? ErrorCode::Cancelled : read.error().code;
}

class EveryEncoding : public testing::TestWithParam<Encoding> {};

TEST_P(EveryEncoding, IsRecognisedAtEveryLength) {
  const bool traditional = GetParam() == Encoding::Big5;
  for (const std::size_t length : {4U, 5U, 6U, 8U, 12U, 20U, 50U, 100U, 500U, 5000U}) {
    for (unsigned seed = 0; seed < 40; ++seed) {
      const std::u16string text = draft(length, seed, traditional);
      const auto read = decode(bytesOf(text, GetParam()));
      ASSERT_TRUE(read.has_value()) << length << ' ' << toUtf8(text);
      ASSERT_EQ(toUtf8(read->text), toUtf8(text)) << length << ' ' << seed;
      EXPECT_EQ(read->encoding, GetParam());
      EXPECT_TRUE(read->guessed);
      EXPECT_TRUE(read->invalid.empty());
      EXPECT_FALSE(read->byteOrderMark);
    }
  }
}

TEST_P(EveryEncoding, GivesTheSameBytesBack) {
  const std::u16string text = draft(3000, 7, GetParam() == Encoding::Big5);
  for (const LineEnding ending : {LineEnding::Lf, LineEnding::CrLf, LineEnding::Cr}) {
    const std::string bytes = bytesOf(text, GetParam(), false, ending);
    const auto read = decode(bytes);
    ASSERT_TRUE(read.has_value());
    EXPECT_EQ(read->lineEnding, ending);
    EXPECT_FALSE(read->mixedLineEndings);
    EXPECT_EQ(encode(read->text, read->encoding, read->byteOrderMark, read->lineEnding), bytes);
  }
}

TEST_P(EveryEncoding, CanBeForced) {
  const std::u16string text = draft(200, 3, GetParam() == Encoding::Big5);
  const auto read = decode(bytesOf(text, GetParam()), GetParam());
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(toUtf8(read->text), toUtf8(text));
  EXPECT_FALSE(read->guessed);
}

TEST_P(EveryEncoding, IsFoundByItsName) {
  EXPECT_EQ(encodingNamed(name(GetParam())), GetParam());
}

INSTANTIATE_TEST_SUITE_P(Decoder, EveryEncoding, testing::ValuesIn(kAll),
                         [](const auto& parameter) {
                           std::string plain(name(parameter.param));
                           std::erase(plain, '-');
                           return plain;
                         });

TEST(Decoder, TakesTheByteOrderMarkOffAndRemembersIt) {
  for (const Encoding encoding :
       {Encoding::Utf8, Encoding::Utf16Le, Encoding::Utf16Be, Encoding::Gb18030}) {
    const std::string bytes = bytesOf(u"工作总结\n全年", encoding, true);
    const auto read = decode(bytes);
    ASSERT_TRUE(read.has_value());
    EXPECT_EQ(toUtf8(read->text), "工作总结\n全年");
    EXPECT_EQ(read->encoding, encoding);
    EXPECT_TRUE(read->byteOrderMark);
    EXPECT_FALSE(read->guessed);
    EXPECT_EQ(encode(read->text, read->encoding, true, read->lineEnding), bytes);
  }
}

TEST(Decoder, ReadsAnEmptyFile) {
  const auto read = decode(""sv);
  ASSERT_TRUE(read.has_value());
  EXPECT_TRUE(read->text.empty());
  EXPECT_EQ(read->encoding, Encoding::Utf8);
  EXPECT_EQ(bytesOf(read->text, Encoding::Utf8), "");
}

TEST(Decoder, ReadsPlainAsciiAsUtf8) {
  const auto read = decode("Report 2023\r\nPart 1: 15 of 20 done.\r\n"sv);
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->encoding, Encoding::Utf8);
  EXPECT_EQ(toUtf8(read->text), "Report 2023\nPart 1: 15 of 20 done.\n");
  EXPECT_EQ(read->lineEnding, LineEnding::CrLf);
}

TEST(Decoder, ReadsOtherAlphabetsInUtf8) {
  for (const std::string_view text :
       {"Отчёт за год"sv, "café à 3 €"sv, "工作 Ø 报告 𠮷"sv, "艾力·买买提"sv}) {
    const auto read = decode(text);
    ASSERT_TRUE(read.has_value());
    EXPECT_EQ(toUtf8(read->text), text);
    EXPECT_EQ(read->encoding, Encoding::Utf8);
  }
}

TEST(Decoder, KeepsCharactersBeyondTheBmp) {
  const std::u16string text = u"村名𠮷水村，人口32人。";
  for (const Encoding encoding :
       {Encoding::Utf8, Encoding::Gb18030, Encoding::Utf16Le, Encoding::Utf16Be}) {
    const auto read = decode(bytesOf(text, encoding), encoding);
    ASSERT_TRUE(read.has_value());
    EXPECT_EQ(toUtf8(read->text), toUtf8(text));
  }
}

TEST(Decoder, RecognisesAnEncodingAfterALongAsciiStart) {
  std::u16string text;
  for (int line = 0; line < 9000; ++line) text += u"2023-01-02;15;OK\n";
  text += draft(400, 5);
  const auto read = decode(bytesOf(text, Encoding::Gb18030));
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->encoding, Encoding::Gb18030);
  EXPECT_EQ(read->text, text);
}

TEST(Decoder, MakesMixedLineEndingsOneAndSaysSo) {
  const auto read = decode("总结\r\n一、工作\r\n二、问题\n三、打算\r末\r\n"sv);
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(toUtf8(read->text), "总结\n一、工作\n二、问题\n三、打算\n末\n");
  EXPECT_TRUE(read->mixedLineEndings);
  EXPECT_EQ(read->lineEnding, LineEnding::CrLf);
}

TEST(Decoder, KeepsEmptyLinesAtTheEnd) {
  const auto read = decode("总结\r\n\r\n\r"sv);
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(toUtf8(read->text), "总结\n\n\n");
}

TEST(Decoder, ReadsOneLineOfTwentyMegabytes) {
  for (const Encoding encoding : {Encoding::Utf8, Encoding::Gb18030}) {
    std::string bytes;
    const std::string sentence = bytesOf(kSentences[2], encoding);
    while (bytes.size() < (20U << 20U)) bytes += sentence;
    const auto read = decode(bytes);
    ASSERT_TRUE(read.has_value());
    EXPECT_EQ(read->encoding, encoding);
    EXPECT_EQ(read->text.size(), bytes.size() / sentence.size() * kSentences[2].size());
    EXPECT_TRUE(read->invalid.empty());
  }
}

TEST(Decoder, ReportsEachInvalidByteOfDamagedUtf8) {
  std::string bytes = bytesOf(draft(300, 1), Encoding::Utf8);
  bytes.insert(0, "首行\r\n\xFF次行\r\n");
  const auto read = decode(bytes);
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->encoding, Encoding::Utf8);
  ASSERT_EQ(read->invalid.size(), 1U);
  EXPECT_EQ(read->invalid[0], 3U);
  EXPECT_EQ(read->text.substr(0, 6), u"首行\n\uFFFD次行");
}

TEST(Decoder, ReportsACharacterCutOffAtTheEnd) {
  for (const Encoding encoding : {Encoding::Utf8, Encoding::Gb18030, Encoding::Utf16Le}) {
    std::string bytes = bytesOf(u"全年受理群众来信来访", encoding);
    bytes.pop_back();
    const auto read = decode(bytes);
    ASSERT_TRUE(read.has_value()) << name(encoding);
    EXPECT_EQ(read->encoding, encoding);
    EXPECT_EQ(read->text, u"全年受理群众来信来\uFFFD");
    EXPECT_EQ(read->invalid, std::vector<std::size_t>{9});
  }
}

TEST(Decoder, ReportsInvalidBytesOfGb18030) {
  std::string bytes = bytesOf(draft(300, 2), Encoding::Gb18030);
  bytes.insert(bytes.find('\n') + 1, "\xFF\n");
  const auto read = decode(bytes);
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->encoding, Encoding::Gb18030);
  ASSERT_EQ(read->invalid.size(), 1U);
  EXPECT_EQ(read->text[read->invalid[0]], 0xFFFD);
}

TEST(Decoder, TellsATypedReplacementCharacterFromAnInvalidByte) {
  const auto read = decode("群众\xEF\xBF\xBD满意"sv);
  ASSERT_TRUE(read.has_value());
  EXPECT_TRUE(read->invalid.empty());
}

TEST(Decoder, ReportsAStrayNul) {
  const auto read = decode("全年受理群众来信来访\0共一百二十六件，办结率较高。"sv);
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->invalid, std::vector<std::size_t>{10});
  EXPECT_EQ(read->text[10], 0xFFFD);
}

TEST(Decoder, RefusesAFileFullOfNuls) {
  EXPECT_EQ(refusalOf(std::string(4096, '\0')), ErrorCode::BinaryFile);
  EXPECT_EQ(refusalOf("\0"sv), ErrorCode::BinaryFile);
}

TEST(Decoder, RefusesTheWrongForcedEncoding) {
  const std::string utf8 = bytesOf(draft(500, 4), Encoding::Utf8);
  const std::string gb = bytesOf(draft(500, 4), Encoding::Gb18030);
  EXPECT_EQ(refusalOf(gb, "x.txt", Encoding::Utf8), ErrorCode::WrongEncoding);
  EXPECT_EQ(refusalOf(utf8, "x.txt", Encoding::Big5), ErrorCode::WrongEncoding);
}

TEST(Decoder, BearsAFewInvalidBytesInAForcedEncoding) {
  std::string bytes = bytesOf(draft(5000, 4), Encoding::Gb18030);
  bytes += '\xFF';
  const auto read = decode(bytes, Encoding::Gb18030);
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->invalid.size(), 1U);
}

TEST(Decoder, ForcedUtf16FollowsTheByteOrderMark) {
  const auto read = decode(bytesOf(u"工作总结", Encoding::Utf16Be, true), encodingNamed("UTF-16"));
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(toUtf8(read->text), "工作总结");
}

TEST(Decoder, RefusesProgramsPicturesAndArchives) {
  const std::string noise("\x01\x02\x00\x90 noise \x00\x00", 14);
  EXPECT_EQ(refusalOf("\x7F"
                      "ELF\x02\x01\x01" +
                      noise),
            ErrorCode::BinaryFile);
  EXPECT_EQ(refusalOf("\x89PNG\r\n\x1A\n" + noise), ErrorCode::BinaryFile);
  EXPECT_EQ(refusalOf("\xFF\xD8\xFF\xE0" + noise), ErrorCode::BinaryFile);
  EXPECT_EQ(refusalOf("PK\x03\x04" + noise + "photo.jpg"), ErrorCode::BinaryFile);
  EXPECT_EQ(refusalOf("SQLite format 3" + std::string(1, '\0') + noise), ErrorCode::BinaryFile);
}

TEST(Decoder, SaysThatDocumentsOfOtherProgramsAreNotSupported) {
  EXPECT_EQ(refusalOf("PK\x03\x04 [Content_Types].xml word/document.xml"),
            ErrorCode::UnknownFormat);
  EXPECT_EQ(refusalOf("%PDF-1.7\n"), ErrorCode::UnknownFormat);
  EXPECT_EQ(refusalOf("{\\rtf1\\ansi"), ErrorCode::UnknownFormat);
}

TEST(Decoder, TellsAPasswordFromAnOldWordDocument) {
  const std::string ole = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(512, '\0');
  const std::string password = ole + bytesOf(u"EncryptedPackage", Encoding::Utf16Le);
  const std::string old = ole + bytesOf(u"WordDocument", Encoding::Utf16Le);
  EXPECT_EQ(refusalOf(password, "总结.txt"), ErrorCode::EncryptedFile);
  EXPECT_EQ(refusalOf(ole, "总结.DOCX"), ErrorCode::EncryptedFile);
  EXPECT_EQ(refusalOf(old, "总结.doc"), ErrorCode::UnknownFormat);
  EXPECT_EQ(refusalOf(old, "总结.docx"), ErrorCode::UnknownFormat);
}

TEST(Decoder, RefusesRandomBytes) {
  std::mt19937 random(11);
  for (const std::size_t size : {64U, 1000U, 100000U}) {
    std::string bytes;
    while (bytes.size() < size) bytes += static_cast<char>(random());
    EXPECT_EQ(refusalOf(bytes), ErrorCode::BinaryFile) << size;
  }
}

TEST(Decoder, SurvivesEveryPrefixAndEveryFlippedByte) {
  const std::string good = bytesOf(draft(60, 9), Encoding::Gb18030);
  for (std::size_t at = 0; at < good.size(); ++at) {
    static_cast<void>(decode(std::string_view(good).substr(0, at)));
    std::string bad = good;
    bad[at] = static_cast<char>(~bad[at]);
    const auto read = decode(bad);
    if (!read) continue;
    for (const std::size_t place : read->invalid) EXPECT_EQ(read->text.at(place), 0xFFFD);
  }
}

TEST(Encoder, NamesTheCharacterThatAnEncodingLacks) {
  const auto written = encode(u"工作总结：云溪县", Encoding::Big5, false, LineEnding::Lf);
  ASSERT_FALSE(written.has_value());
  EXPECT_EQ(written.error().code, ErrorCode::NotEncodable);
  EXPECT_EQ(written.error().detail, "总 (U+603B)");
}

TEST(Encoder, RefusesHalfASurrogatePair) {
  const std::u16string half = {u'工', char16_t{0xD842}, u'作'};
  for (const Encoding encoding : kAll) {
    EXPECT_FALSE(encode(half, encoding, false, LineEnding::Lf).has_value()) << name(encoding);
    EXPECT_FALSE(encode(half.substr(0, 2), encoding, false, LineEnding::Lf).has_value());
    EXPECT_FALSE(encode(std::u16string(1, 0xDFB7), encoding, false, LineEnding::Lf).has_value());
  }
}

TEST(Encoder, NeverChangesACharacterSilently) {
  for (const Encoding encoding : {Encoding::Gb18030, Encoding::Big5}) {
    for (char32_t code = 0x80; code < 0xD800; ++code) {
      const std::u16string text(1, static_cast<char16_t>(code));
      const auto bytes = encode(text, encoding, false, LineEnding::Lf);
      if (!bytes) continue;
      const auto back = decode(*bytes, encoding);
      if (!back) continue;  // a control character by itself
      ASSERT_EQ(back->text, text) << name(encoding)
                                  << std::format(" U+{:04X}", std::uint32_t{code});
    }
  }
}

TEST(Encoding, IsFoundByTheNamesThatPeopleUse) {
  EXPECT_EQ(encodingNamed("gbk"), Encoding::Gb18030);
  EXPECT_EQ(encodingNamed("GB2312"), Encoding::Gb18030);
  EXPECT_EQ(encodingNamed("utf8"), Encoding::Utf8);
  EXPECT_EQ(encodingNamed("UTF_16LE"), Encoding::Utf16Le);
  EXPECT_EQ(encodingNamed("klingon"), std::nullopt);
}

}  // namespace
}  // namespace moxian
