"""Prints pairs of lessons that datasketch takes for similar: datasketch_pairs.py METHOD REPOSITORY."""

import json
import re
import subprocess
import sys

from datasketch import MinHash, MinHashLSH, MinHashLSHEnsemble

THRESHOLD = 0.5
PERMUTATIONS = 128


def lessons(repository):
    git = ["git", "-C", repository]
    names = subprocess.run(git + ["ls-tree", "-r", "HEAD"], capture_output=True, text=True,
                           check=True).stdout.splitlines()
    names = [line.split("\t") for line in names if line.endswith(".md")]
    feed = subprocess.Popen(git + ["cat-file", "--batch"], stdin=subprocess.PIPE,
                            stdout=subprocess.PIPE)
    for meta, path in names:
        feed.stdin.write(meta.split()[2].encode() + b"\n")
        feed.stdin.flush()
        size = int(feed.stdout.readline().split()[2])
        text = feed.stdout.read(size + 1)[:-1].decode()
        text = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.S)
        yield path, re.sub(r"\]\([^)]*\)", "]", text)
    feed.stdin.close()


def sketch(text):
    words = re.findall(r"\w+", text.lower())
    runs = {" ".join(words[i:i + 5]).encode() for i in range(len(words) - 4)}
    minhash = MinHash(num_perm=PERMUTATIONS)
    minhash.update_batch(runs)
    return minhash, len(runs)


def main():
    method, repository = sys.argv[1:]
    sketches = [(path, *sketch(text)) for path, text in lessons(repository)]
    found = set()
    if method == "lsh":
        index = MinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS)
        for path, minhash, _ in sketches:
            index.insert(path, minhash)
        answers = ((path, index.query(minhash)) for path, minhash, _ in sketches)
    else:
        index = MinHashLSHEnsemble(threshold=THRESHOLD, num_perm=PERMUTATIONS, num_part=32)
        index.index([s for s in sketches if s[2] > 0])
        answers = ((path, index.query(minhash, size)) for path, minhash, size in sketches if size)
    for path, others in answers:
        for other in others:
            # Lessons of one course are no copies.
            if path.split("/")[0] != other.split("/")[0]:
                found.add((min(path, other), max(path, other)))
    json.dump(sorted(found), sys.stdout)


if __name__ == "__main__":
    main()
