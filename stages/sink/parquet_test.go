package sink

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/parquet-go/parquet-go"

	"gander/schemas"
)

// openWritten writes tasks to one file and opens it.
func openWritten(t *testing.T, cfg Config, tasks []schemas.Task) *parquet.File {
	t.Helper()
	path := filepath.Join(t.TempDir(), "file")
	table, err := createTable[schemas.Task](path, cfg)
	if err != nil {
		t.Fatal(err)
	}
	for _, task := range tasks {
		if err := table.add(task, len(task.Prompt[0].Content)+1000); err != nil {
			t.Fatal(err)
		}
	}
	size, _, err := table.close()
	if err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	file, err := parquet.OpenFile(f, size)
	if err != nil {
		t.Fatal(err)
	}
	return file
}

func TestRowGroupsStayBelowTheLimit(t *testing.T) {
	cfg := Default()
	cfg.RowGroupBytes = 100_000
	var tasks []schemas.Task
	for i := range 40 {
		tasks = append(tasks, task(i, 10_000))
	}
	tasks = append(tasks, task(40, 250_000), task(41, 10_000)) // one that is longer than the limit
	groups := openWritten(t, cfg, tasks).Metadata().RowGroups
	if len(groups) < 5 {
		t.Fatalf("%d row groups for 650 kB; the limit is 100 kB", len(groups))
	}
	rows := int64(0)
	for i, g := range groups {
		rows += g.NumRows
		if g.TotalByteSize > int64(cfg.RowGroupBytes) && g.NumRows > 1 {
			t.Errorf("row group %d has %d bytes in %d rows", i, g.TotalByteSize, g.NumRows)
		}
		if len(g.SortingColumns) != 1 || g.SortingColumns[0].ColumnIdx != 0 || g.SortingColumns[0].Descending {
			t.Errorf("row group %d says it is sorted by %+v, want by id", i, g.SortingColumns)
		}
	}
	if rows != 42 {
		t.Errorf("%d rows, want 42", rows)
	}
}

func TestAFileHasAPageIndexAndZstdAndPlainColumns(t *testing.T) {
	file := openWritten(t, Default(), []schemas.Task{task(1, 100)})
	if n := len(file.ColumnIndexes()); n != len(file.Schema().Columns()) {
		t.Errorf("page index over %d of %d columns", n, len(file.Schema().Columns()))
	}
	for _, c := range file.Metadata().RowGroups[0].Columns {
		if c.MetaData.Codec.String() != "ZSTD" {
			t.Errorf("%v is compressed by %s", c.MetaData.PathInSchema, c.MetaData.Codec)
		}
	}
	for i, f := range file.Schema().Fields() {
		if f.Name() != taskColumns[i].Name {
			t.Errorf("column %d is %s, want %s", i, f.Name(), taskColumns[i].Name)
		}
	}
	if extra := file.Metadata().KeyValueMetadata; len(extra) != 0 {
		t.Errorf("key-value metadata %v", extra)
	}
}
