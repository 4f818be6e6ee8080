"""Makes the tokenizers and the published counts that the tests of package tokens read.

    python -m venv venv && venv/bin/pip install tokenizers==0.23.3 tiktoken==0.14.0
    venv/bin/python make_vectors.py O200K CL100K CORPORA

CORPORA is the folder of real texts, which are counted as whole files. O200K and CL100K are the two vocabulary files in the format of tiktoken ("base64 rank" per
line), whose digests are checked. Everything else is here: the sentences that the small
tokenizers are trained on, the texts that are counted, the options of each family as the
models that named it have them. The files that it writes are the same at every run.
"""

import base64
import hashlib
import json
import pathlib
import random
import sys

import tiktoken
from tiktoken_ext import openai_public
from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, trainers

SENTENCES = """
The bridge over the river was opened in 1937, and the town still celebrates the day.
She didn't know where the old lighthouse had been, but they'd found its keeper's diary.
In 1902 the railway company bought 24 engines; 13 of them were still running in 1950.
{"bdd640fb-0667-4ad1-9c80-317fa3b1799d": "23b8c1e9-3924-46de-beb1-3b9046685257"}.
The northern mountains are covered with snow for most of the year, aren't they?
HTTPServer and McDonald are words with capitals inside, like iPhone or DVDs.
Der Fluß fließt durch die schöne Stadt. Le café était fermé à midi. Ça va?
Москва и река. Η πόλη είναι μεγάλη. 東京は大きい町です。 القطار وصل متأخرا.
    indented code():\n\treturn x + 1\n\n\nNew paragraph after three line ends.
We'll see that he's the one who'd gone; I'm sure you've heard, it isn't theirs.
""".strip().split("\n")

SOUPS = 250  # texts of random runes

LLAMA3 = r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"
QWEN2 = LLAMA3.replace(r"\p{N}{1,3}", r"\p{N}")
TEKKEN = (
    r"[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+|"
    r"[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*|"
    r"\p{N}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+"
)
O200K = TEKKEN.replace(r"\p{M}]+|", r"\p{M}]+(?i:'s|'t|'re|'ve|'m|'ll|'d)?|")
O200K = O200K.replace(r"\p{M}]*|", r"\p{M}]*(?i:'s|'t|'re|'ve|'m|'ll|'d)?|").replace(r"\p{N}|", r"\p{N}{1,3}|")


def byte_level(pattern, normalizer=None, ignore_merges=False, added=()):
    """A tokenizer over bytes, as GPT-2 (no pattern) and Llama 3 and later have it."""
    t = Tokenizer(models.BPE(ignore_merges=ignore_merges))
    if normalizer:
        t.normalizer = normalizer
    if pattern:
        t.pre_tokenizer = pre_tokenizers.Sequence([
            pre_tokenizers.Split(Regex(pattern), "isolated"),
            pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False),
        ])
    else:
        t.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    t.decoder = decoders.ByteLevel()
    train(t, pre_tokenizers.ByteLevel.alphabet())
    t.add_special_tokens(list(added))
    return json.loads(t.to_str())


def marked(normalizer, pre_tokenizer, crossing=False):
    """A tokenizer over characters with markers for spaces, as SentencePiece makes it."""
    t = Tokenizer(models.BPE())
    t.normalizer = normalizers.Sequence([normalizers.Prepend("▁"), normalizers.Replace(" ", "▁")])
    t.pre_tokenizer = None if crossing else pre_tokenizers.Metaspace()
    train(t, [])
    spec = json.loads(t.to_str())
    model = spec["model"]
    tokens = ["<unk>", "<s>", "</s>"] + [f"<0x{b:02X}>" for b in range(256)]
    tokens += sorted(model["vocab"], key=model["vocab"].get)
    model.update(vocab={token: i for i, token in enumerate(tokens)},
                 unk_token="<unk>", fuse_unk=True, byte_fallback=True)
    t = Tokenizer.from_str(json.dumps(spec))
    t.normalizer, t.pre_tokenizer = normalizer, pre_tokenizer
    t.add_special_tokens(["<unk>", "<s>", "</s>"])
    return json.loads(t.to_str())


def train(t, alphabet):
    t.train_from_iterator(SENTENCES * 2, trainers.BpeTrainer(
        vocab_size=420, min_frequency=2, initial_alphabet=alphabet, show_progress=False))


def space_to_marker():
    return normalizers.Replace(" ", "▁")


def families():
    prepend = normalizers.Sequence([normalizers.Prepend("▁"), space_to_marker()])
    yield "gpt2", byte_level(None, added=["<|endoftext|>"])
    yield "llama3", byte_level(LLAMA3, ignore_merges=True, added=["<|eot_id|>", "<|eot|>", "<|"])
    yield "qwen2", byte_level(QWEN2, normalizers.NFC(), added=["<|im_start|>", "<|im_end|>"])
    yield "o200k", byte_level(O200K)
    yield "tekken", byte_level(TEKKEN, ignore_merges=True)
    yield "llama2", marked(prepend, None)
    yield "llama2-crossing", marked(prepend, None, crossing=True)
    yield "mistral", marked(None, pre_tokenizers.Metaspace(prepend_scheme="first", split=False))
    yield "metaspace", marked(None, pre_tokenizers.Metaspace())
    yield "gemma", marked(space_to_marker(), pre_tokenizers.Split(" ", "merged_with_previous"))


def texts():
    """Sentences, and soups in which the rules of all patterns meet."""
    yield from ["", " ", "  ", "▁", " ▁ a", "a", *SENTENCES, "\n".join(SENTENCES)]
    yield from ["<s>a b</s> c", "<|im_start|>user\nHi<|im_end|>\n", "x<|eot_id|><|eot|><|<|endoftext|> y", "<0x0A>\n"]
    yield "don't DON'T 'S 'll I'ſ x'ſy 'ſ we'Re" + " a" * 50 + "a" * 300
    groups = ["ABZÉΣЖǅ", "abzßéжlstdmrvek", "ʰªºא日ไ", "\u0301\u0300\u0e34\u20dd", "0123456789١Ⅷ½²", "'’",
              "sSſtTmMdDlLrRvVeE", " \t\u00a0\u2003\u3000\u0085\u2028▁", "\r\n\v\f", "-/!.,\"{}:_\u200d\ufe0f🏳🙂",
              "\x00\x7f\x1c\ufeff\ufffd", "\U0010ffff\ue000\u0378"]
    words = ["'s", "'LL", "'Ve", "'ſ", " the", "Hello", "\r\n", "   ", "\n\n  ", "e\u0301", "각", " river", "<s>", "<|eot_id|>", "<|im_end|>"]
    r = random.Random(7)
    for _ in range(SOUPS):
        soup = []
        for _ in range(r.randrange(1, 14)):
            group = r.choice(groups)
            soup += [r.choice(group) for _ in range(r.randrange(1, 5))]
            if r.random() < 0.3:
                soup.append(r.choice(words))
        yield "".join(soup)


def embedded(files):
    openai_public.load_tiktoken_bpe = lambda address, expected_hash: ranks(
        files[0 if "o200k" in address else 1], expected_hash)
    for make in (openai_public.o200k_base, openai_public.cl100k_base):
        encoding = tiktoken.Encoding(**make())
        yield encoding.name, encoding.encode_ordinary


def ranks(path, digest):
    data = open(path, "rb").read()
    assert hashlib.sha256(data).hexdigest() == digest, f"{path} is not the published file"
    return {base64.b64decode(token): int(rank) for token, rank in (line.split() for line in data.splitlines())}


def main():
    counted = list(texts())
    files = {path.name: path.read_text() for path in sorted(pathlib.Path(sys.argv[3]).glob("*.jsonl"))}
    counts, totals = {}, {}

    def count(name, encode):
        counts[name] = [len(encode(text)) for text in counted]
        totals[name] = {file: len(encode(text)) for file, text in files.items() if len(text) < 1 << 20}

    for name, encode in embedded(sys.argv[1:]):
        count("tiktoken:" + name, encode)
    for name, spec in families():
        line = json.dumps(spec, ensure_ascii=False, separators=(",", ":"))
        with open(f"{name}.json", "w") as file:
            file.write(line + "\n")
        t = Tokenizer.from_str(line)
        count(f"hf:testdata/{name}.json", lambda text: t.encode(text, add_special_tokens=False).ids)
    with open("vectors.json", "w") as file:
        json.dump({"texts": counted, "counts": counts, "files": totals}, file, separators=(",", ":"))
        file.write("\n")


if __name__ == "__main__":
    main()
