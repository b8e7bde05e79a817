#!/usr/bin/env python3
"""Compares what Moxian's DOCX reader reads with what other programs read, and prints the figures.

- The text with all marks against LibreOffice's export as text, paragraph by paragraph.
- The number of tracked changes and comments against the XML.
- The final and the original text against pandoc's --track-changes=accept and reject.

A paragraph is a line of text or a cell of a table; spaces do not count, empty ones are left out.
usage: compare_docx_text.py [PROGRAM [FOLDER]] [-v]    exit 1 if a figure is below what it must be
"""
import difflib, json, pathlib, re, shutil, subprocess, sys, tempfile, zipfile
from xml.etree import ElementTree

HERE = pathlib.Path(__file__).resolve().parent
SECONDS = 1.0      # a file may take
SHARE = 0.95       # of the paragraphs equal to LibreOffice's
ACTS = ("ins", "del", "moveFrom", "moveTo")
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"    # has a moveTo of its own


def plain(text):
    return re.sub(r"[\s\u00a0\u200b]+", "", text)


def paragraphs(text):
    """Lines and cells without spaces, empty ones left out."""
    cells = []
    for line in text.split("\n"):
        if line.startswith("|") and line.endswith("|"):
            cells += line.strip("|").split("|")
        else:
            cells += line.split("\t")
    return [p for p in map(plain, cells) if p]


def equal_share(ours, theirs):
    """(equal, of, differences); paragraphs that only stand in other groups are equal."""
    equal, differences = 0, []
    for kind, a, b, c, d in difflib.SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if kind == "equal" or "".join(ours[a:b]) == "".join(theirs[c:d]):
            equal += max(b - a, d - c)
        else:
            differences.append((ours[a:b], theirs[c:d]))
    return equal, equal + sum(max(len(a), len(b)) for a, b in differences), differences


def local(tag):
    return tag.rsplit("}", 1)[-1]


def marks(package):
    """Tracked changes and comments counted in the XML of a package."""
    def count(node):
        name = local(node.tag) if isinstance(node.tag, str) else ""
        if name in ("Fallback", "numPr") or name.endswith("Change"):
            return 0    # the same content again; a number; what the look was before
        mark = name in ACTS and not node.tag.startswith("{" + DRAWING)
        return mark + sum(map(count, node))
    changes = comments = 0
    with zipfile.ZipFile(package) as archive:
        for name in archive.namelist():
            if re.fullmatch(r"word/(document|footnotes|endnotes)\.xml", name):
                changes += count(ElementTree.fromstring(archive.read(name)))
            if name == "word/comments.xml":
                comments = sum(local(n.tag) == "comment" for n in ElementTree.fromstring(archive.read(name)))
    return changes, comments


def with_pandoc(file, mode):
    """Paragraphs as pandoc reads them; None if it cannot."""
    ran = subprocess.run(["pandoc", "-f", "docx", "-t", "json", "--track-changes=" + mode, str(file)],
                         capture_output=True)
    if ran.returncode != 0:
        return None
    found = []

    def text(inline):
        if isinstance(inline, list):
            return "".join(map(text, inline))
        if not isinstance(inline, dict) or inline.get("t") == "Note":
            return ""
        if inline["t"] in ("Str", "Code", "Math"):
            return inline["c"] if isinstance(inline["c"], str) else inline["c"][-1]
        if inline["t"] == "Quoted":
            return text(inline["c"][1])
        return text(inline.get("c", []))

    def walk(node):
        if isinstance(node, dict) and node.get("t") in ("Para", "Plain", "Header"):
            content = node["c"][-1] if node["t"] == "Header" else node["c"]
            found.append(plain(text(content)))
        elif isinstance(node, dict):
            walk(list(node.values()))
        elif isinstance(node, list):
            for child in node:
                walk(child)
    walk(json.loads(ran.stdout)["blocks"])
    return [p for p in found if p]


def without_labels(ours, theirs):
    """pandoc has no numbers of lists."""
    known = set(theirs) | {""}

    def bare(paragraph):
        label = re.match(r"[（(]?\w{0,6}[•.、)）]", paragraph)
        cut = paragraph[label.end():] if label else paragraph
        return cut if paragraph not in known and cut in known else paragraph
    return [p for p in map(bare, ours) if p]


def main():
    arguments = [a for a in sys.argv[1:] if a != "-v"]
    program = arguments[0] if arguments else HERE.parent / "build/release/bin/moxian_docx_text"
    folder = pathlib.Path(arguments[1] if len(arguments) > 1 else HERE.parent.parent / "shared/docx")
    verbose = "-v" in sys.argv
    if not folder.is_dir():
        return print(f"skipped: {folder} is not there") or 0
    if not shutil.which("soffice") or not shutil.which("pandoc"):
        return print("skipped: soffice and pandoc are needed") or 0
    files = sorted(folder.glob("*.docx"))
    with tempfile.TemporaryDirectory() as temporary:
        subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{temporary}/profile",
                        "--convert-to", "txt:Text", "--outdir", temporary, *map(str, files)],
                       capture_output=True, timeout=1200)
        return compare(program, files, pathlib.Path(temporary), verbose)


def compare(program, files, exported, verbose):
    equal = total = slow = wrong = refused = 0
    for file in files:
        ran = subprocess.run([program, str(file)], capture_output=True, timeout=60)
        if ran.returncode != 0:
            print(f"CRASHED  {file.name}: exit {ran.returncode}")
            wrong += 1
            continue
        read = json.loads(ran.stdout)
        if "error" in read:
            print(f"refused  {file.name}: {read['error']} ({read['detail']})")
            refused += 1
            continue
        slow += read["micros"] > SECONDS * 1e6
        notes = []
        text = exported / (file.stem + ".txt")
        share = "not read by LibreOffice"
        if text.exists():
            e, t, different = equal_share(paragraphs(read["text"]),
                                          paragraphs(text.read_text("utf-8-sig")))
            equal, total, share = equal + e, total + t, f"{e}/{t}"
            notes += different
        changes, comments = marks(file)
        counted = f"changes {len(read['changes'])}/{changes} comments {len(read['comments'])}/{comments}"
        wrong += (len(read["changes"]), len(read["comments"])) != (changes, comments)
        views = ""
        for view, mode in (("final", "accept"), ("original", "reject")):
            theirs = with_pandoc(file, mode)
            if theirs is not None:
                e, t, different = equal_share(without_labels(paragraphs(read[view]), theirs), theirs)
                views += f" {mode} {e}/{t}"
                notes += [(mode, *d) for d in different]
        print(f"read     {file.name}: {share} {counted}{views} {read['micros'] / 1000:.0f} ms")
        for note in notes if verbose else ():
            print("           ", *note, sep="\n            ")
    part = equal / total if total else 1
    print(f"paragraphs equal to LibreOffice's: {equal}/{total} = {part:.1%}; "
          f"refused {refused}, slow {slow}, wrong counts or crashes {wrong} of {len(files)} files")
    return int(part < SHARE or slow > 0 or wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
