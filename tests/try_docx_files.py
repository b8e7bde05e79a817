#!/usr/bin/env python3
"""Has the DOCX reader try about a thousand files, and counts crashes, hangs and slow ones.

The files are made here, from a seed, so that a failure can be had again:
- drafts written by pandoc with tracked changes, comments, notes, tables and lists;
- the same, and every file of the given folders, saved again by LibreOffice;
- Strict forms, encrypted containers, and packages with entries dropped, doubled, cut or spoilt;
- documents with elements dropped, doubled, moved, wrapped or given other attributes.
usage: try_docx_files.py [--program FILE] [--seed N] [--count N] [--keep FOLDER] FOLDER…
exit 1 if any crashed, hung (10 s) or took longer than a second
"""
import argparse, collections, copy, json, pathlib, random, re, shutil, subprocess, sys, tempfile, zipfile
from lxml import etree

HERE = pathlib.Path(__file__).resolve().parent
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = [(b"http://schemas.openxmlformats.org/wordprocessingml/2006/main", b"http://purl.oclc.org/ooxml/wordprocessingml/main"),
          (b"http://schemas.openxmlformats.org/officeDocument/2006/relationships", b"http://purl.oclc.org/ooxml/officeDocument/relationships"),
          (b"http://schemas.openxmlformats.org/drawingml/2006/", b"http://purl.oclc.org/ooxml/drawingml/")]
WORDS = "全年完成投资项目三亿元，推进工程建设。新增面积1.5万亩，群众满意度提高；管护力量不足，资金缺口较大。".strip()
PEOPLE = ["李审", "王核", "Reviewer A"]


def words(dice, least=2, most=14):
    start = dice.randrange(len(WORDS) - most)
    return WORDS[start:start + dice.randint(least, most)]


def span(dice, text, kind):
    return f'[{text}]{{.{kind} author="{dice.choice(PEOPLE)}" date="2024-0{dice.randint(1, 9)}-11T08:00:00Z"}}'


def paragraph(dice, comments):
    out = ""
    for _ in range(dice.randint(1, 8)):
        text, what = words(dice), dice.random()
        if what < 0.2:
            out += span(dice, text, "insertion")
        elif what < 0.4:
            out += span(dice, text, "deletion")
        elif what < 0.5:
            comments.append(0)
            n = len(comments)
            out += (f'[{words(dice)}]{{.comment-start id="{n}" author="{dice.choice(PEOPLE)}" '
                    f'date="2024-05-01T00:00:00Z"}}{text}[]{{.comment-end id="{n}"}}')
        elif what < 0.55:
            out += f"^[{text}]"
        elif what < 0.65:
            out += f"**{text}**"
        else:
            out += text
    if dice.random() < 0.1:
        out += '[]{.paragraph-%s author="李审" date="2024-05-01T00:00:00Z"}' % dice.choice(["insertion", "deletion"])
    return out


def draft(dice):
    lines, comments = [f"# {words(dice)}"], []
    for _ in range(dice.randint(2, 12)):
        what = dice.random()
        if what < 0.15:
            lines.append(f"## {words(dice)}")
        elif what < 0.3:
            lines.append("\n".join(f"{dice.choice(['-', '1.', 'a)'])} {paragraph(dice, comments)}" for _ in range(3)))
        elif what < 0.4:
            row = lambda: "| " + " | ".join(words(dice, 1, 4) for _ in range(3)) + " |"
            lines.append(row() + "\n|---|---|---|\n" + "\n".join(row() for _ in range(3)))
        else:
            lines.append(paragraph(dice, comments))
    return "\n\n".join(lines) + "\n"


def written_by_pandoc(dice, folder, count):
    for n in range(count):
        source = folder / f"pandoc-{n}.md"
        source.write_text(draft(dice))
        subprocess.run(["pandoc", "-f", "markdown", "-o", str(source.with_suffix(".docx")), str(source)], check=True)
        source.unlink()
    return sorted(folder.glob("pandoc-*.docx"))


def saved_by_libreoffice(files, folder, profile):
    out = folder / "libreoffice"
    out.mkdir()
    for start in range(0, len(files), 50):
        subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{profile}", "--convert-to", "docx",
                        "--outdir", str(out), *map(str, files[start:start + 50])], capture_output=True, timeout=600)
    made = []
    for file in sorted(out.glob("*.docx")):
        made.append(file.rename(folder / f"libreoffice-{file.name}"))
    out.rmdir()
    return made


def entries(file):
    with zipfile.ZipFile(file) as archive:
        return [(info.filename, archive.read(info.filename)) for info in archive.infolist()]


def packed(file, parts):
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts:
            archive.writestr(zipfile.ZipInfo(name), content, compress_type=zipfile.ZIP_DEFLATED)


def strict(dice, parts):
    def turned(content):
        for old, new in STRICT:
            content = content.replace(old, new)
        return content
    return [(name, turned(content)) for name, content in parts]


def without_an_entry(dice, parts):
    gone = dice.randrange(len(parts))
    return [part for n, part in enumerate(parts) if n != gone]


def with_a_cut_entry(dice, parts):
    n = dice.randrange(len(parts))
    name, content = parts[n]
    return parts[:n] + [(name, content[:dice.randrange(len(content) + 1)])] + parts[n + 1:]


def with_a_spoilt_entry(dice, parts):
    n = dice.randrange(len(parts))
    name, content = parts[n][0], bytearray(parts[n][1])
    for _ in range(dice.randint(1, 20)):
        if content:
            content[dice.randrange(len(content))] = dice.randrange(256)
    return parts[:n] + [(name, bytes(content))] + parts[n + 1:]


def with_swapped_entries(dice, parts):
    a, b = dice.randrange(len(parts)), dice.randrange(len(parts))
    out = list(parts)
    out[a], out[b] = (parts[a][0], parts[b][1]), (parts[b][0], parts[a][1])
    return out


def with_changed_nodes(dice, parts):
    names = [n for n, (name, _) in enumerate(parts) if re.fullmatch(r"word/\w+\.xml", name)]
    if not names:
        return parts
    n = dice.choice([n for n in names if parts[n][0] == "word/document.xml"] * 4 + names)
    try:
        root = etree.fromstring(parts[n][1])
    except etree.XMLSyntaxError:
        return parts
    for _ in range(dice.randint(1, 8)):
        nodes = [node for node in root.iter(etree.Element) if node.getparent() is not None]
        if not nodes:
            break
        node, other = dice.choice(nodes), dice.choice(nodes)
        parent, what = node.getparent(), dice.randrange(6)
        if what == 0:
            parent.remove(node)
        elif what == 1:
            parent.insert(parent.index(node), copy.deepcopy(node))
        elif what == 2 and node not in other.iterancestors() and node is not other:
            other.append(node)
        elif what == 3:
            wrapper = etree.Element(f"{{{W}}}" + dice.choice(["ins", "del", "moveFrom", "sdt", "tbl", "p", "r", "hyperlink", "smartTag"]))
            parent.replace(node, wrapper)
            wrapper.append(node)
        elif what == 4:
            for name in node.attrib:
                node.attrib[name] = dice.choice(["", "-1", "0", "99999999999999999999", "true", "字", "2024-13-45T99:99:99Z"])
        else:
            node.tag = other.tag
    return parts[:n] + [(parts[n][0], etree.tostring(root, xml_declaration=True, encoding="UTF-8"))] + parts[n + 1:]


CHANGES = [strict, without_an_entry, with_a_cut_entry, with_a_spoilt_entry, with_swapped_entries] + [with_changed_nodes] * 6


def spoilt(dice, source, target):
    """A changed copy; of the bytes themselves where the source is no package that Python reads."""
    try:
        parts = entries(source)
    except Exception:
        parts = []
    if parts and dice.random() < 0.85:
        change = dice.choice(CHANGES)
        packed(target, change(dice, parts))
        return change.__name__
    content = bytearray(source.read_bytes())
    what = dice.randrange(3)
    if what == 0:
        target.write_bytes(bytes.fromhex("D0CF11E0A1B11AE1") + bytes(dice.randrange(256) for _ in range(3000)))
        return "encrypted"
    if what == 1:
        target.write_bytes(content[:dice.randrange(len(content) + 1)])
        return "cut"
    for _ in range(dice.randint(1, 40)):
        content[dice.randrange(len(content))] = dice.randrange(256)
    target.write_bytes(content)
    return "flipped"


def read(program, file):
    """(outcome, seconds)"""
    try:
        ran = subprocess.run([program, str(file)], capture_output=True, timeout=10)
    except subprocess.TimeoutExpired:
        return "HUNG", 10.0
    if ran.returncode != 0:
        return f"CRASHED with {ran.returncode}", 0.0
    said = json.loads(ran.stdout)
    return (said["error"], 0.0) if "error" in said else ("read", said["micros"] / 1e6)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", default=str(HERE.parent / "build/release/bin/moxian_docx_text"))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--keep", type=pathlib.Path)
    parser.add_argument("folders", nargs="*", type=pathlib.Path)
    options = parser.parse_args()
    if not shutil.which("soffice") or not shutil.which("pandoc"):
        return print("skipped: soffice and pandoc are needed") or 0
    dice = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or pathlib.Path(temporary) / "files"
        folder.mkdir(parents=True, exist_ok=True)
        given = sorted(f for place in options.folders for f in place.rglob("*.docx"))
        made = written_by_pandoc(dice, folder, options.count // 10)
        made += saved_by_libreoffice(given + made, folder, pathlib.Path(temporary) / "profile")
        files = given + made
        kinds = {file: "as written" for file in files}
        for n in range(max(0, options.count - len(files))):
            source = dice.choice(files)
            target = folder / f"changed-{n}.docx"
            kinds[target] = spoilt(dice, source, target)
        return tried(options.program, kinds)


def tried(program, kinds):
    outcomes, bad, slowest = collections.defaultdict(collections.Counter), 0, 0.0
    for file, kind in kinds.items():
        outcome, seconds = read(program, file)
        outcomes[kind][outcome] += 1
        slowest = max(slowest, seconds)
        if seconds > 1 or outcome.startswith(("CRASHED", "HUNG")):
            bad += 1
            print(f"{outcome} {seconds:.2f} s: {file} ({kind})")
    for kind, counts in sorted(outcomes.items()):
        print(f"{kind:22}", ", ".join(f"{outcome} {count}" for outcome, count in counts.most_common()))
    print(f"{len(kinds)} files, slowest {slowest * 1000:.0f} ms, {bad} crashed, hung or took longer than a second")
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
