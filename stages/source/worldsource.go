package source

import (
	"fmt"
	"sort"

	"gander/internal/world"
	"gander/schemas"
)

// checkPages returns the faults in a number of pages.
func checkPages(pages int) []error {
	if pages < world.MinPages || pages > world.MaxPages {
		return []error{fmt.Errorf("world.pages is %d; give %d to %d", pages, world.MinPages, world.MaxPages)}
	}
	return nil
}

// enoughPages names the smallest world that has n questions, as a further choice in a
// message; empty where no world is large enough.
func enoughPages(n int) string {
	pages := world.MinPages + sort.Search(world.MaxPages-world.MinPages+1, func(more int) bool {
		w, err := world.New(0, world.MinPages+more)
		return err == nil && w.Questions() >= n
	})
	if pages > world.MaxPages {
		return ""
	}
	return fmt.Sprintf(", or world.pages=%d or more", pages)
}

// makeRows computes the rows of a range of the world and submits them in batches. A
// license that is not empty replaces their own.
func makeRows[T any](r Range, license string, at func(int) T, relicense func(*T, string), submit func(batch[T]) error) error {
	for start := r.Start; start < r.End; start += batchRows {
		end := min(start+batchRows, r.End)
		err := submit(func() (p part[T], err error) {
			for i := start; i < end; i++ {
				row := at(int(i))
				if license != "" {
					relicense(&row, license)
				}
				p.rows = append(p.rows, row)
			}
			return p, nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func licenseQuestion(q *schemas.Question, name string) { q.License = []string{name} }

func licenseDocument(d *schemas.Document, name string) { d.License = []string{name} }
