#include "tests/bench/ImportBench.h"

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <iostream>
#include <random>
#include <string>
#include <vector>

#include "core/base/Database.h"
#include "core/base/Files.h"
#include "core/base/Resources.h"
#include "core/base/Utf.h"
#include "core/corpus/Corpus.h"
#include "core/corpus/StarterFile.h"
#include "core/text/Characters.h"
#include "tests/bench/Drafts.h"

namespace moxian::bench {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr std::size_t kSentencesOfReport = 90;
constexpr std::size_t kQueries = 1'000;
constexpr std::size_t kSlowQueries = 40;  // of those that read everything
constexpr std::size_t kShown = 20;

double since(Clock::time_point begin) {
  return std::chrono::duration<double>(Clock::now() - begin).count();
}

[[noreturn]] void stop(const Error& error) {
  std::cerr << "import benchmark: " << error.subject << ' ' << error.detail << '\n';
  std::exit(1);
}

template <class T>
T valueOf(Result<T> result) {
  if (!result) stop(result.error());
  return std::move(*result);
}

void ensure(const Result<void>& result) {
  if (!result) stop(result.error());
}

/// Sentences put together from clauses of the starter corpus, so that they read like the genre and
/// no two of them are alike. The same for the same seed.
class Sentences {
 public:
  Sentences() {
    for (const auto& path : valueOf(starterFiles(resourceRoot() / "corpus"))) {
      const auto file = valueOf(parseStarter(valueOf(readFile(path)), path.string()));
      for (const auto& each : file.sentences) addClauses(each.text);
    }
  }

  std::u16string next() {
    std::u16string sentence;
    const std::size_t clauses = 3 + m_random() % 2;
    for (std::size_t c = 0; c < clauses; ++c) {
      if (c > 0) sentence += u'，';
      sentence += m_clauses[m_random() % m_clauses.size()];
    }
    return sentence + u'。';
  }

 private:
  void addClauses(std::u16string_view text) {
    std::u16string clause;
    int bracket = 0;
    for (const char16_t c : text) {
      if (c == u'〔') ++bracket;
      if (isHan(c) && bracket == 0) clause += c;
      if (c == u'〔') clause += u'3';
      if (c == u'〕') --bracket;
      if (c != u'，' && c != u'；' && c != u'。') continue;
      if (clause.size() >= 6 && clause.size() <= 24) m_clauses.push_back(clause);
      clause.clear();
    }
  }

  std::mt19937 m_random{20261122};
  std::vector<std::u16string> m_clauses;
};

struct Texts {
  std::size_t bytes = 0;
  std::vector<std::u16string> two;   // words of two characters that occur, without marks
  std::vector<std::u16string> four;  // of four
  std::vector<std::u16string> any;   // pieces of two characters, a mark may be one of them
};

/// The first place from `at` on, or from the beginning, where four characters stand without a mark.
std::size_t wordAt(std::u16string_view sentence, std::size_t at) {
  std::size_t run = 0;
  for (std::size_t i = at; i < sentence.size(); ++i) {
    run = isFullWidthMark(sentence[i]) ? 0 : run + 1;
    if (run == 4) return i - 3;
  }
  return 0;  // clauses have six characters and more
}

/// One report a file, 1,000 files a folder.
Texts write(const fs::path& folder, std::size_t count) {
  Sentences sentences;
  std::mt19937 random(7);
  Texts texts;
  for (std::size_t made = 0, file = 0; made < count; ++file) {
    std::string text = "云溪县第" + std::to_string(file) + "号单位2023年工作总结\n";
    for (std::size_t s = 0; s < kSentencesOfReport && made < count; ++s, ++made) {
      if (s == 0) text += "一、工作开展情况\n";
      if (s == 60) text += "二、存在问题\n";
      if (s == 75) text += "三、下一步打算\n";
      const std::u16string sentence = sentences.next();
      text += toUtf8(sentence) + (s % 5 == 4 ? "\n" : "");
      if (made % (count / kQueries + 1) == 0) {
        const std::size_t at = random() % (sentence.size() - 5);
        texts.any.push_back(sentence.substr(at, 2));
        const std::size_t word = wordAt(sentence, at);
        texts.two.push_back(sentence.substr(word, 2));
        texts.four.push_back(sentence.substr(word, 4));
      }
    }
    texts.bytes += text.size();
    const fs::path part = folder / std::to_string(file / 1'000);
    fs::create_directories(part);
    ensure(writeFile(part / (std::to_string(file) + ".txt"), text));
  }
  return texts;
}

/// Largest memory of this process so far, in megabytes.
double peakMemory() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024.0;
}

/// Processor time of this process in milliseconds; other programs on the machine do not count.
double processorTime() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return 1e3 * static_cast<double>(now.tv_sec) + 1e-6 * static_cast<double>(now.tv_nsec);
}

/// What each query took, in milliseconds, in order of length.
struct Times {
  std::vector<double> clock;
  std::vector<double> processor;
};

template <class Query>
Times times(const std::vector<std::u16string>& words, std::size_t most, const Query& query) {
  Times all;
  for (std::size_t i = 0; i < std::min(most, words.size()); ++i) {
    const auto begin = Clock::now();
    const double processor = processorTime();
    query(words[i]);
    all.clock.push_back(1000 * since(begin));
    all.processor.push_back(processorTime() - processor);
  }
  std::ranges::sort(all.clock);
  std::ranges::sort(all.processor);
  return all;
}

/// Gives the 99th percentile of processor time.
double print(const std::string& what, const Times& times) {
  const std::size_t count = times.clock.size();
  const double p99 = times.processor[count * 99 / 100];
  std::cout << what << ": median " << times.clock[count / 2] << " ms, p99 "
            << times.clock[count * 99 / 100] << " ms, of processor " << times.processor[count / 2]
            << " and " << p99 << " ms (" << count << " queries)" << std::endl;
  return p99;
}

std::size_t rowsOf(Statement& statement) {
  std::size_t rows = 0;
  for (auto row = valueOf(statement.next()); row; row = valueOf(statement.next())) ++rows;
  return rows;
}

/// The same sentences in a table with SQLite's trigram tokenizer.
Database makeTrigrams(const Corpus& corpus, const fs::path& file) {
  auto database = valueOf(Database::open(
      file, Database::Mode::ReadWrite, {.applicationId = 1},
      "CREATE VIRTUAL TABLE t USING fts5(s, tokenize='trigram');", Database::Journal::Wal));
  const auto begin = Clock::now();
  auto transaction = valueOf(Transaction::begin(database));
  auto insert = valueOf(database.prepare("INSERT INTO t(s) VALUES(?)"));
  ensure(corpus.forEach({}, [&](const CorpusSentence& sentence) {
    ensure(insert.bind(1, toUtf8(sentence.text)).run());
  }));
  ensure(transaction.commit());
  ensure(database.run("INSERT INTO t(t) VALUES('optimize')"));
  std::cout << "trigram tokenizer: index alone " << since(begin) << " s\n";
  return database;
}

void compareSearches(const Corpus& corpus, const Texts& texts, const fs::path& folder) {
  const auto ours = [&](const std::u16string& word) {
    (void)valueOf(corpus.search(word, {}, kShown));
  };
  const double two = print("search, 2 characters", times(texts.two, kQueries, ours));
  const double four = print("search, 4 characters", times(texts.four, kQueries, ours));
  (void)print("search, 2 characters or marks", times(texts.any, kQueries, ours));
  (void)print("the first search by pinyin", times({u"qxvkz"}, 1, ours));
  std::vector<std::u16string> unheard;  // letters that no reading begins with stand in each
  for (char16_t c = u'a'; c <= u'z'; ++c) unheard.push_back({c, u'g', u'v', u'k'});
  (void)print("search by pinyin without a hit", times(unheard, kQueries, ours));
  const std::vector<std::u16string> heard{u"zwgk", u"zhengwugongkai", u"gzjh", u"qzmy", u"xydsy"};
  (void)print("search by pinyin", times(heard, kQueries, ours));

  const Database database = makeTrigrams(corpus, folder / "trigram.db");
  auto match = valueOf(database.prepare("SELECT s FROM t WHERE t MATCH ? ORDER BY rank LIMIT 20"));
  auto like = valueOf(database.prepare("SELECT count(*) FROM t WHERE s LIKE ?"));
  std::size_t hits = 0;
  const auto trigram = [&](const std::u16string& word) {
    hits += rowsOf(match.bind(1, '"' + toUtf8(word) + '"'));
  };
  const auto reading = [&](const std::u16string& word) {
    rowsOf(like.bind(1, '%' + toUtf8(word) + '%'));
  };
  (void)print("trigram MATCH, 2 characters", times(texts.two, kQueries, trigram));
  std::cout << "  finds " << hits << " sentences in all of these queries\n";
  const double trigramFour =
      print("trigram MATCH, 4 characters", times(texts.four, kSlowQueries, trigram));
  const double likeTwo = print("LIKE, 2 characters", times(texts.two, kSlowQueries, reading));
  std::cout << "ratios at p99: LIKE/search (2 characters) " << likeTwo / two
            << ", trigram/search (4 characters) " << trigramFour / four << '\n';
}

}  // namespace

void writeReports(const fs::path& folder, std::size_t sentences) {
  (void)write(folder, sentences);
}

void importMany(std::size_t sentences) {
  std::string pattern = (fs::temp_directory_path() / "moxian-import-XXXXXX").string();
  const fs::path folder = ::mkdtemp(pattern.data());
  const Texts texts = write(folder / "texts", sentences);
  (void)reader();
  const double before = peakMemory();

  const auto begin = Clock::now();
  const std::clock_t processor = std::clock();
  auto corpus = valueOf(Corpus::open(folder / "corpus.db", Corpus::Mode::ReadWrite));
  const auto load = [](const fs::path& path) {
    return readFile(path).transform([](const std::string& bytes) { return toUtf16(bytes); });
  };
  const auto summary = valueOf(corpus.import({folder / "texts"}, reader(), load));
  const double took = since(begin);
  const double worked = static_cast<double>(std::clock() - processor) / CLOCKS_PER_SEC;
  const double size = static_cast<double>(fs::file_size(folder / "corpus.db"));
  std::cout << summary.added << " sentences new, " << summary.known << " known, " << summary.refused
            << " refused in " << took << " s: " << static_cast<double>(summary.added) / took
            << " a second\nof these " << worked
            << " s of processor: " << static_cast<double>(summary.added) / worked
            << " a second\nmemory: " << before << " MB before, " << peakMemory()
            << " MB at most\nfile: " << size / 1e6 << " MB, "
            << size / static_cast<double>(texts.bytes) << " times the text\n";
  compareSearches(corpus, texts, folder);
  std::error_code ignored;
  fs::remove_all(folder, ignored);
}

}  // namespace moxian::bench
