#include <gmock/gmock.h>

#include <fstream>

#include "core/suggest/Completer.h"
#include "core/suggest/CompletionModel.h"
#include "tests/corpus/Fixture.h"

namespace moxian {
namespace {

class ModelFileTest : public CorpusFixture {
 protected:
  ModelFileTest() : corpus(open()) {
    add("r0.txt", kReport);
    EXPECT_TRUE(updateModelFile(corpus, model()));
  }

  [[nodiscard]] std::filesystem::path model() const { return modelFileOf(database()); }
  void add(const std::string& name, const std::string& text) {
    importInto(corpus, {write(name, text)});
  }
  std::vector<std::u16string> offered(std::u16string_view typed, const std::filesystem::path& from) {
    Completer made = Completer::make(corpus, from).value();
    made.append(typed);
    std::vector<std::u16string> texts;
    for (const auto& each : made.candidates(5)) texts.push_back(each.text + u"|" + each.source);
    return texts;
  }
  void overwrite(std::streamoff at, const std::string& bytes) const {
    std::fstream stream(model(), std::ios::in | std::ios::out | std::ios::binary);
    stream.seekp(at, at < 0 ? std::ios::end : std::ios::beg);
    stream << bytes;
  }

  Corpus corpus;
  static constexpr const char* kOther =
      "青岚区水利局2023年工作总结\n一、主要工作\n扎实开展灌渠清淤整治，灌溉面积稳步扩大，群众满意度明显提高。\n"
      "二、存在的问题\n部分灌渠老化失修，管护责任落实不够到位，需要进一步加强。\n";
};

TEST_F(ModelFileTest, GivesWhatTheCorpusGives) {
  EXPECT_TRUE(std::filesystem::exists(model()));
  for (const auto typed : {u"认真履行", u"云溪县水利局", u"抓好"}) {
    EXPECT_EQ(offered(typed, model()), offered(typed, {}));
  }
}

TEST_F(ModelFileTest, KnowsReportsThatWereAddedAfterItWasWritten) {
  add("r1.txt", kOther);
  EXPECT_EQ(offered(u"扎实开展", model()), offered(u"扎实开展", {}));
  ASSERT_TRUE(updateModelFile(corpus, model()));
  EXPECT_EQ(offered(u"扎实开展", model()), offered(u"扎实开展", {}));
  EXPECT_FALSE(offered(u"扎实开展", model()).empty());
}

TEST_F(ModelFileTest, ForgetsReportsThatWereTakenOut) {
  add("r1.txt", kOther);
  ASSERT_TRUE(updateModelFile(corpus, model()));
  ASSERT_TRUE(corpus.remove(toUtf16(file("r1.txt").string())).value());
  EXPECT_EQ(offered(u"扎实开展灌渠", model()), offered(u"扎实开展灌渠", {}));
  ASSERT_TRUE(updateModelFile(corpus, model()));
  EXPECT_EQ(offered(u"扎实开展灌渠", model()), offered(u"扎实开展灌渠", {}));
}

TEST_F(ModelFileTest, DamageAnywhereIsNoticedAndRepaired) {
  const auto size = static_cast<std::streamoff>(std::filesystem::file_size(model()));
  const auto wanted = offered(u"认真履行", {});
  for (std::streamoff at = 0; at < size - 8; at += size / 40) {
    overwrite(at, "\x5a\x5a\x5a\x5a\x5a\x5a\x5a\x5a");
    EXPECT_EQ(offered(u"认真履行", model()), wanted) << at;
    ASSERT_TRUE(updateModelFile(corpus, model()));
    EXPECT_EQ(offered(u"认真履行", model()), wanted) << at;
  }
}

TEST_F(ModelFileTest, AFileThatWasCutOrIsMissingIsMadeAnew) {
  const auto wanted = offered(u"认真履行", {});
  std::filesystem::resize_file(model(), 1000);
  EXPECT_EQ(offered(u"认真履行", model()), wanted);
  ASSERT_TRUE(updateModelFile(corpus, model()));
  std::filesystem::remove(model());
  EXPECT_EQ(offered(u"认真履行", model()), wanted);
  ASSERT_TRUE(updateModelFile(corpus, model()));
  EXPECT_TRUE(std::filesystem::exists(model()));
}

TEST_F(ModelFileTest, AnOpenModelOutlivesItsFile) {
  Completer made = Completer::make(corpus, model()).value();
  add("r1.txt", kOther);
  ASSERT_TRUE(updateModelFile(corpus, model()));
  std::filesystem::remove(model());
  made.append(u"认真履行");
  EXPECT_FALSE(made.candidates(5).empty());
}

TEST_F(ModelFileTest, AFolderThatTakesNoFileIsTold) {
  EXPECT_FALSE(updateModelFile(corpus, file("missing/corpus.model")));
}

}  // namespace
}  // namespace moxian
