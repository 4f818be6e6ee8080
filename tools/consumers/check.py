"""Opens a data set folder with datasets, pyarrow and DuckDB and compares what they see
with the manifest: row counts, column names and types, and the id of every row. With
datasets it is opened as its card says.

    pip install -r requirements.txt
    python check.py [--rejects] FOLDER

Ends with 1 and one line for each difference. With --rejects, a folder without rejects is
one too.
"""

import argparse
import json
import pathlib
import re
import sys
import tempfile

import datasets
import duckdb
import pyarrow.parquet


def arrow_type(t):
    """The name of an Arrow type as a manifest writes it."""
    if pyarrow.types.is_list(t):
        return f"list<{arrow_type(t.value_type)}>"
    if pyarrow.types.is_struct(t):
        return "struct<" + ", ".join(f"{f.name}: {arrow_type(f.type)}" for f in t) + ">"
    return {"double": "float64"}.get(str(t), str(t))


def feature_type(f):
    """The name of a feature of datasets as a manifest writes it."""
    if isinstance(f, datasets.List):
        return f"list<{feature_type(f.feature)}>"
    if isinstance(f, dict):
        return "struct<" + ", ".join(f"{k}: {feature_type(v)}" for k, v in f.items()) + ">"
    return f.dtype


def duck_type(t):
    """The name of a DuckDB type as a manifest writes it."""
    if t.id == "list":
        return f"list<{duck_type(t.child)}>"
    if t.id == "struct":
        return "struct<" + ", ".join(f"{name}: {duck_type(child)}" for name, child in t.children) + ">"
    return {"varchar": "string", "integer": "int32", "bigint": "int64", "double": "float64"}[t.id]


def with_arrow(folder, name, table):
    paths = [folder / f["path"] for f in table["files"]]
    tables = [pyarrow.parquet.read_table(p) for p in paths]
    for f, p in zip(table["files"], paths):
        rows = pyarrow.parquet.read_metadata(p).num_rows
        if rows != f["rows"]:
            yield f"{f['path']}: pyarrow sees {rows} rows, the manifest says {f['rows']}"
    whole = pyarrow.concat_tables(tables)
    seen = [{"name": f.name, "type": arrow_type(f.type)} for f in whole.schema]
    yield from compare(name, "pyarrow", table, whole.num_rows, seen)
    ids = whole["id"].to_pylist()
    if ids != sorted(ids):
        yield f"{name}: pyarrow sees ids out of order"


def with_duckdb(folder, name, table):
    rows = duckdb.read_parquet(str(folder / name / "*.parquet"))
    seen = [{"name": n, "type": duck_type(t)} for n, t in zip(rows.columns, rows.types)]
    [(count,)] = rows.count("*").fetchall()
    yield from compare(name, "DuckDB", table, count, seen)
    # A filter goes through the statistics and the page index.
    for middle in rows.order("id").limit(1, offset=count // 2).select("id").fetchall():
        if not rows.filter(f"id = '{middle[0]}'").fetchall():
            yield f"{name}: DuckDB does not find row {middle[0]}"


# A line of the card: tasks = datasets.load_dataset("path/to/this/folder", …).
LOAD = re.compile(r'(tasks|rejects) = datasets\.load_dataset\("path/to/this/folder"(?:, "(\w+)")?, split="(\w+)"\)')


def loads(folder):
    """What the card tells datasets to load: table -> config (None for none) and split."""
    card = (folder / "README.md").read_text(encoding="utf-8")
    found = {}
    for line in card.splitlines():
        if "load_dataset" in line:
            match = LOAD.fullmatch(line)
            if match is None:
                raise ValueError(f"README.md: cannot follow the line {line}")
            found[{"tasks": "data"}.get(match[1], match[1])] = match[2], match[3]
    return found


def with_datasets(folder, name, table):
    call = loads(folder).get(name)
    if table["rows"] == 0:
        if call:
            yield f"{name}: the card loads a table without rows, which datasets cannot"
        return
    if not call:
        yield f"{name}: the card does not say how to load it"
        return
    config, split = call
    with tempfile.TemporaryDirectory() as cache:
        rows = datasets.load_dataset(str(folder), config, split=split, cache_dir=cache)
        seen = [{"name": n, "type": feature_type(f)} for n, f in rows.features.items()]
        yield from compare(name, "datasets", table, rows.num_rows, seen)
        card = datasets.load_dataset_builder(str(folder), config, cache_dir=cache).info
        if card.splits is None or card.splits[table["split"]].num_examples != table["rows"]:
            yield f"{name}: the card does not give the split {table['split']} {table['rows']} rows"


def compare(name, reader, table, rows, columns):
    if rows != table["rows"]:
        yield f"{name}: {reader} sees {rows} rows, the manifest says {table['rows']}"
    for want, got in zip(table["columns"], columns):
        if want != got:
            yield f"{name}: {reader} sees column {got}, the manifest says {want}"
    if len(columns) != len(table["columns"]):
        yield f"{name}: {reader} sees {len(columns)} columns, the manifest says {len(table['columns'])}"


def main():
    parser = argparse.ArgumentParser(description="Compares a data set folder with its manifest.")
    parser.add_argument("--rejects", action="store_true", help="a folder without rejects is a difference")
    parser.add_argument("folder", type=pathlib.Path)
    flags = parser.parse_args()
    folder = flags.folder.resolve()
    datasets.disable_progress_bars()
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    differences = [
        difference
        for name, table in manifest["tables"].items()
        for read in (with_arrow, with_duckdb, with_datasets)
        for difference in read(folder, name, table)
    ]
    if flags.rejects and manifest["tables"]["rejects"]["rows"] == 0:
        differences.append("rejects: has no rows; make a data set that has some")
    for difference in differences:
        print(difference)
    if differences:
        sys.exit(1)
    rows = {name: table["rows"] for name, table in manifest["tables"].items()}
    for name in rows:
        if rows[name] == 0:
            print(f"{name}: has no rows, so datasets was not asked")
    print(f"datasets, pyarrow and DuckDB agree with the manifest: {rows['data']} tasks, {rows['rejects']} rejects")


main()
