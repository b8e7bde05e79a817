#!/usr/bin/env python3
"""Sends marked drafts through LibreOffice and looks for what got lost on the way.

Drafts are made by pandoc (try_docx_files.py), written by Moxian with their marks, saved again by LibreOffice and
read by Moxian. Compared are the final and the original text, each character with who put it in or struck it out
and when, and each comment with its words, author, time and state. Known of LibreOffice: it loses which comment a
reply answers, and the w:ins of an insertion that is struck out altogether (there only the strike is compared).
usage: libreoffice_round_trip.py [--bin FOLDER] [--seed N] [--count N]    exit 1 if anything else got lost
"""
import argparse, collections, json, pathlib, random, subprocess, sys, tempfile

import try_docx_files

HERE = pathlib.Path(__file__).resolve().parent


def read(tool, file):
    return json.loads(subprocess.run([tool, str(file)], capture_output=True, check=True).stdout)


def characters(said):
    """(character, who put it in, who struck it out), without spaces, which both programs set otherwise."""
    units = said["text"].encode("utf-16-le")
    text = [units[i:i + 2] for i in range(0, len(units), 2)]
    inserted, deleted = [""] * len(text), [""] * len(text)
    for change in said["changes"]:
        layer = inserted if change["act"] in ("insert", "moveTo") else deleted
        for at in range(change["begin"], change["end"]):
            layer[at] = f'{change["author"]} {change["date"][:16]}'
    return [(c.decode("utf-16-le", "replace"), i, d) for c, i, d in zip(text, inserted, deleted)
            if c not in (b" \0", b"\n\0", b"|\0")]


def comments(said):
    return collections.Counter((c["author"], c["date"][:16], "".join(c["text"].split()), c["resolved"])
                               for c in said["comments"])


def same(before, after):
    """What differs."""
    out = []
    for text in ("final", "original"):
        if before[text].split() != after[text].split():
            out.append(text)
    for a, b in zip(characters(before), characters(after)):
        if a != b and not (a[0] == b[0] and a[2] == b[2] != "" and b[1] == ""):
            out.append(f"mark {a} became {b}")
            break
    if comments(before) != comments(after):
        out.append(f"comments {comments(before) - comments(after)} became {comments(after) - comments(before)}")
    return out


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--bin", type=pathlib.Path, default=HERE.parent / "build/release/bin")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=60)
    options = parser.parse_args()
    tool = options.bin / "moxian_docx_text"
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        made = []
        for draft in try_docx_files.written_by_pandoc(random.Random(options.seed), folder, options.count):
            ours = folder / f"moxian-{draft.name}"
            subprocess.run([options.bin / "moxian-cli", "export", str(draft), "-o", str(ours), "--changes", "keep"],
                           capture_output=True, check=True)
            made.append(ours)
        saved = try_docx_files.saved_by_libreoffice(made, folder, folder / "profile")
        lost = changes = notes = 0
        for ours in made:
            theirs = folder / f"libreoffice-{ours.name}"
            if theirs not in saved:
                print(f"{ours.name}: LibreOffice did not save it")
                lost += 1
                continue
            before, after = read(tool, ours), read(tool, theirs)
            changes, notes = changes + len(before["changes"]), notes + len(before["comments"])
            different = same(before, after)
            lost += bool(different)
            for each in different:
                print(f"{ours.name}: {each}")
        print(f"{len(made)} drafts with {changes} changes and {notes} comments; {lost} lost something")
        return int(lost > 0)


if __name__ == "__main__":
    sys.exit(main())
