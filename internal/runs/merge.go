package runs

import (
	"bytes"
	"cmp"
	"container/heap"
	"path"
	"slices"

	"gander/internal/files"
)

// FanIn is how many run files [Merge] reads at once. More are first merged into fewer.
const FanIn = 128

// Merge yields the rows of all runs with from <= key < to, sorted by key and then by
// content; "" is an open end. Rows that occur more than once are yielded as often. key
// and content are valid until yield returns. The first error of yield ends the merge
// and is returned as it is.
//
// Memory is about 64 kB, or one row where rows are longer, for each of up to [FanIn]
// runs. For more runs the rows between from and to are written once more, beside the
// first run, and removed at the end.
func Merge(runs []Run, from, to string, yield func(key, content []byte) error) error {
	return merge(runs, from, to, FanIn, yield)
}

func merge(runs []Run, from, to string, fanIn int, yield func(key, content []byte) error) (err error) {
	var passes []Run
	defer func() {
		for _, p := range passes {
			if removed := files.RemoveAll(p.Path); err == nil {
				err = removed
			}
		}
	}()
	for len(runs) > fanIn {
		run, err := combine(runs[:fanIn], from, to)
		if err != nil {
			return err
		}
		passes = append(passes, run)
		runs = append(slices.Clip(runs[fanIn:]), run)
	}
	return mergeOnce(runs, from, to, yield)
}

// combine merges runs into one beside the first.
func combine(runs []Run, from, to string) (Run, error) {
	f, err := createRun(folder(runs[0].Path))
	if err != nil {
		return Run{}, err
	}
	err = mergeOnce(runs, from, to, func(key, content []byte) error { return f.add(string(key), content) })
	if err != nil {
		f.abandon()
		return Run{}, err
	}
	return f.close()
}

func folder(file string) string {
	dir, _ := path.Split(file)
	return dir
}

func mergeOnce(runs []Run, from, to string, yield func(key, content []byte) error) error {
	var open heads
	defer func() {
		for _, r := range open {
			r.close()
		}
	}()
	for _, run := range runs {
		r, err := openRun(run.Path, from)
		if err != nil {
			return err
		}
		open = append(open, r)
	}
	live := open[:0:0]
	for _, r := range open {
		more, err := r.seek(from, to)
		if err != nil {
			return err
		}
		if more {
			live = append(live, r)
		}
	}
	heap.Init(&live)
	for len(live) > 0 {
		if err := yield(live[0].key, live[0].content); err != nil {
			return err
		}
		more, err := live[0].within(to)
		if err != nil {
			return err
		}
		if more {
			heap.Fix(&live, 0)
		} else {
			heap.Pop(&live)
		}
	}
	return nil
}

// seek moves to the first row with from <= key, and says whether key < to.
func (r *reader) seek(from, to string) (bool, error) {
	for {
		more, err := r.within(to)
		if !more || err != nil || string(r.key) >= from {
			return more, err
		}
	}
}

// within moves to the next row and says whether there is one with key < to.
func (r *reader) within(to string) (bool, error) {
	more, err := r.next()
	return more && (to == "" || string(r.key) < to), err
}

// heads are readers, the one with the least row first once they are a heap.
type heads []*reader

func (h heads) Len() int      { return len(h) }
func (h heads) Swap(i, j int) { h[i], h[j] = h[j], h[i] }
func (h heads) Less(i, j int) bool {
	return cmp.Or(bytes.Compare(h[i].key, h[j].key), bytes.Compare(h[i].content, h[j].content)) < 0
}

// Push is never called: readers only leave.
func (h *heads) Push(any) { panic("runs: a merge takes no further run") }

func (h *heads) Pop() any {
	last := (*h)[len(*h)-1]
	*h = (*h)[:len(*h)-1]
	return last
}
