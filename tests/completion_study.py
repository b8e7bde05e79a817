#!/usr/bin/env python3
"""What completion saves with corpora of different kinds, and whether its probabilities are true.

Every report of a folder is typed character by character with other texts as corpus:
  others     all other reports of the folder
  starter    the starter corpus alone
  both       all other reports and the starter corpus
  few N      N other reports, drawn anew for each report
  last-year  all others, and the report itself as it would have stood last year: every figure changed and
             a fifth of its clauses replaced by clauses of other reports
Printed for each: keystrokes saved in percent by grey text (one key takes it) and by a list of five,
how often grey text is shown in 100 keys and taken of 100 shown, numbers in candidates that the draft does
not hold, microseconds for a key. Then, over all grey text that was shown, how often it was right by p.
A report is a UTF-8 file *.txt whose first line is its title.
usage: completion_study.py CLI REPORTS [--kinds others,starter,few,last-year] [--few 5,10,20] [--limit N]
"""
import argparse
import json
import pathlib
import random
import re
import subprocess
import tempfile

NUMBER = re.compile(r"\d+")
CLAUSE = re.compile(r"[^，；。\n]+[，；。]")


def last_years(name, text, others):
    """The report with other figures and a fifth of its clauses from elsewhere; the same for the same name."""
    rng = random.Random(name)
    pool = [c for other in others for c in CLAUSE.findall(other)]

    def digits(match):
        said = match.group()
        if re.fullmatch(r"20[0-3]\d", said):
            return str(int(said) - 1)
        return str(rng.randint(1, 9)) + "".join(rng.choice("0123456789") for _ in said[1:])

    def clause(match):
        return rng.choice(pool) if rng.random() < 0.2 else match.group()

    return NUMBER.sub(digits, CLAUSE.sub(clause, text))


class Writer:
    """Types reports into `moxian-cli complete` and counts."""

    def __init__(self, cli, starter, texts):
        self.folder = tempfile.TemporaryDirectory()
        root = pathlib.Path(self.folder.name)
        corpus = root / "corpus"
        corpus.mkdir()
        for number, text in enumerate(texts):
            (corpus / f"{number}.txt").write_text(text, encoding="utf-8")
        paths = (["--starter"] if starter else []) + ([str(corpus)] if texts else [])
        subprocess.run([cli, "corpus", "import", *paths, "--db", root / "c.db"], check=True, capture_output=True)
        self.program = subprocess.Popen([cli, "complete", "--db", root / "c.db", "-k", "5"], encoding="utf-8",
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def ask(self, message):
        self.program.stdin.write(json.dumps(message, ensure_ascii=False) + "\n")
        self.program.stdin.flush()
        return json.loads(self.program.stdout.readline())

    def close(self):
        self.program.stdin.close()
        self.program.wait(timeout=60)
        self.folder.cleanup()


def replay(text, answers, grey, shown):
    """Keys pressed when offers that are right and longer than one character are taken."""
    at = keys = 0
    while at < len(text):
        offers = answers[at]["candidates"]
        if grey:
            offers = [c for c in offers[:1] if c["ghost"]]
        right = [len(c["text"]) for c in offers if text.startswith(c["text"], at) and len(c["text"]) > 1]
        if grey:
            shown += [(c["p"], bool(right)) for c in offers]
        at += max(right, default=1)
        keys += 1
    return keys


def study(kind, few, cli, reports):
    typed = grey = five = foreign = 0
    shown, micros = [], []
    for name, (title, text) in reports.items():
        others = [t for n, (_, t) in reports.items() if n != name]
        if kind == "few":
            others = random.Random(name).sample(others, min(few, len(others)))
        if kind == "last-year":
            others = others + [last_years(name, text, others)]
        writer = Writer(cli, kind in ("starter", "both"), [] if kind == "starter" else others)
        answers = [writer.ask({"reset": True, "title": title})]
        answers += [writer.ask({"append": c}) for c in text[:-1]]
        writer.close()
        typed += len(text)
        grey += replay(text, answers, True, shown)
        five += replay(text, answers, False, shown)
        for at, answer in enumerate(answers):
            micros.append(answer["micros"])
            own = set(NUMBER.findall(text[:at]))
            foreign += sum(len(n) > 1 and n not in own for c in answer["candidates"] for n in NUMBER.findall(c["text"]))
    micros.sort()
    taken = sum(right for _, right in shown)
    print(f"{kind + (f' {few}' if kind == 'few' else ''):>10}: grey {100 * (1 - grey / typed):5.2f}  five {100 * (1 - five / typed):5.2f}"
          f"  shown {100 * len(shown) / grey:4.1f}  taken {100 * taken / max(1, len(shown)):4.1f}  foreign figures {foreign}"
          f"  p50 {micros[len(micros) // 2]} us  p99 {micros[len(micros) * 99 // 100]} us", flush=True)
    return shown


def calibration(shown):
    print("\n  p said    shown   mean p   right")
    for low in range(10):
        part = [(p, right) for p, right in shown if low <= 10 * p < low + 1]
        if part:
            print(f"  0.{low}–{(low + 1) / 10:.1f} {len(part):8d}   {sum(p for p, _ in part) / len(part):.3f}"
                  f"    {sum(right for _, right in part) / len(part):.3f}")


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("cli"), ap.add_argument("reports")
    ap.add_argument("--kinds", default="others,starter,few,last-year"), ap.add_argument("--few", default="5,10,20")
    ap.add_argument("--limit", type=int)
    a = ap.parse_args()
    reports = {}
    for path in sorted(pathlib.Path(a.reports).glob("*.txt"))[:a.limit]:
        text = path.read_text(encoding="utf-8")
        reports[path.name] = text.split("\n", 1)[0], text
    for kind in a.kinds.split(","):
        shown = []
        for few in map(int, a.few.split(",")) if kind == "few" else [0]:
            shown += study(kind, few, a.cli, reports)
        calibration(shown)


main()
