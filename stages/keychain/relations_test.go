package keychain

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"gander/internal/keyed"
	"gander/internal/text"
	"gander/schemas"
	"gander/verifiers/extract"
)

// The metamorphic relations M1 to M10 of docs/keychain.md.

func TestM1RenamingAllIDsChangesNothingElse(t *testing.T) {
	for _, c := range newBench(t, small(), 60).claims(t)[:20] {
		fresh := newIDSource("uuid4", keyed.Stream(2, c.task.ID, "rename"))
		names := map[string]string{}
		for _, ch := range c.meta.Chains {
			for _, key := range ch.Keys {
				names[key] = fresh.next()
			}
		}
		renamed := c.content()
		for old, name := range names {
			renamed = strings.ReplaceAll(renamed, old, name)
		}
		before, after := read(t, c.task), read(t, schemas.Task{Prompt: []schemas.Message{{Content: renamed}}})
		wasQuestion, wasLookups := follow(before, before.Start)
		question, lookups := follow(after, after.Start)
		if question != wasQuestion || lookups != wasLookups || len(after.Records) != len(before.Records) || len(after.Passages) != len(before.Passages) {
			t.Fatalf("renamed, the prompt resolves to %q in %d lookups; before to %q in %d", question, lookups, wasQuestion, wasLookups)
		}
	}
}

func TestM2AnotherHeadIsAnotherTask(t *testing.T) {
	c := small()
	c.Twins = 2
	b := newBench(t, c, 80)
	twins := 0
	for i := range b.pool.Len() {
		tasks, reject := b.Build(b.pool, i)
		if reject != nil {
			continue
		}
		if len(tasks) > 3 {
			t.Fatalf("%d tasks with 2 twins", len(tasks))
		}
		twins += len(tasks) - 1
		for _, task := range tasks {
			c, err := claimOf(task)
			if err != nil {
				t.Fatal(err)
			}
			r := read(t, task)
			question, lookups := follow(r, r.Start)
			cand := c.meta.Candidates[c.meta.True]
			if question != cand.Question || lookups != c.meta.Links || task.Answer != cand.Golds[0] || task.SourceIDs[0] != cand.QuestionID {
				t.Fatalf("head %d resolves to %q in %d lookups, want %q in %d", c.meta.True, question, lookups, cand.Question, c.meta.Links)
			}
			if f := Recheck(task, o200k()); f.Reason != "" {
				t.Fatalf("twin %d is refused: %s %s", c.meta.True, f.Reason, f.Detail)
			}
		}
	}
	if twins < b.pool.Len() {
		t.Fatalf("%d twins from %d questions; the test needs one each on average", twins, b.pool.Len())
	}
}

func TestM3WithoutARecordOfItsChainTheQuestionIsOutOfReach(t *testing.T) {
	for _, c := range newBench(t, small(), 60).claims(t)[:20] {
		r := read(t, c.task)
		want, _ := follow(r, r.Start)
		for link := range c.meta.Links {
			cut := r
			key := c.meta.Chains[c.meta.True].Keys[link]
			cut.Records = slices.DeleteFunc(slices.Clone(r.Records), func(rec ReadRecord) bool { return rec.Key == key })
			if got, lookups := follow(cut, r.Start); got == want || lookups != link {
				t.Fatalf("without record %d the chain still gives %q after %d lookups", link, got, lookups)
			}
		}
		others := c.meta.Chains[1].Keys
		r.Records = slices.DeleteFunc(r.Records, func(rec ReadRecord) bool { return slices.Contains(others, rec.Key) })
		if got, _ := follow(r, r.Start); got != want {
			t.Fatalf("without another chain the true one gives %q, want %q", got, want)
		}
	}
}

// values counts key and value of every record.
func values(r Reading) map[[2]string]int {
	n := map[[2]string]int{}
	for _, rec := range r.Records {
		n[[2]string{rec.Key, rec.Value}]++
	}
	return n
}

func TestM4OrderAndPlacesDoNotMatter(t *testing.T) {
	keyedOrder := newBench(t, small(), 60)
	c := small()
	c.Order, c.Insertion = "constant", "passage"
	constant := newBench(t, c, 60)
	for i := range 20 {
		var resolved []string
		var pairs []map[[2]string]int
		for _, b := range []bench{keyedOrder, constant} {
			e := b.pool.entries[i]
			var others []*entry
			for _, o := range b.pool.entries {
				if o != e && len(others) < 3 && rivals(e, o) {
					others = append(others, o)
				}
			}
			s := selection{candidates: append([]*entry{e}, others...)}
			for _, cand := range s.candidates {
				s.passages = append(s.passages, cand.passages...)
			}
			d, no := b.assemble(e, s)
			if no != nil {
				t.Fatal(no)
			}
			r := read(t, schemas.Task{Prompt: []schemas.Message{{Content: d.context + tail(b.cfg, d.meta.Chains[0].Keys[0])}}})
			question, _ := follow(r, r.Start)
			resolved = append(resolved, question)
			pairs = append(pairs, values(r))
		}
		if resolved[0] != resolved[1] || !maps.Equal(pairs[0], pairs[1]) {
			t.Fatalf("question %d: another order resolves to %q instead of %q, or has other records", i, resolved[1], resolved[0])
		}
	}
}

func TestM5AChainAddsWhatItCosts(t *testing.T) {
	c := small()
	plain := newBench(t, c, 40)
	c.Broken = 1
	more := newBench(t, c, 40)
	cost := newCosts(c, o200k())
	for i := range 20 {
		var lengths []int
		for _, b := range []bench{plain, more} {
			e := b.pool.entries[i]
			d, no := b.assemble(e, selection{passages: slices.Clone(e.passages), candidates: []*entry{e}})
			if no != nil {
				t.Fatal(no)
			}
			lengths = append(lengths, b.length(d.context))
		}
		want := cost.decoys(c)
		if got := lengths[1] - lengths[0]; math.Abs(float64(got-want)) > 0.15*float64(want) {
			t.Fatalf("a broken chain of %d records adds %d tokens, predicted %d", c.IDsPerChain, got, want)
		}
	}
}

func TestM6WithoutChainsItIsThePlainItem(t *testing.T) {
	b := newBench(t, small(), 60)
	for i, c := range b.claims(t)[:20] {
		r := read(t, c.task)
		var plain strings.Builder
		plain.WriteString(opening)
		for n, p := range shownPassages(c, r) {
			plain.WriteString(heading(n+1) + p.body + "\n\n")
			if !slices.ContainsFunc(b.pool.entries, func(e *entry) bool {
				return slices.ContainsFunc(e.passages, func(q *passage) bool { return q.body == p.body })
			}) {
				t.Fatalf("task %d: passage %d is not a passage of the pool", i, p.Number)
			}
		}
		if withoutRecords(c, r) != plain.String() {
			t.Fatalf("task %d: without its records the prompt is not its passages in order", i)
		}
	}
}

func TestM7SmallestChains(t *testing.T) {
	for _, links := range []int{1, 2, 7} {
		c := small()
		c.Chains, c.IDsPerChain = 1, links
		for _, cl := range newBench(t, c, 60).claims(t) {
			r := read(t, cl.task)
			if question, lookups := follow(r, r.Start); len(r.Records) != links || lookups != links || question != cl.trueCandidate().Question {
				t.Fatalf("one chain of %d: %d records, %d lookups, %q", links, len(r.Records), lookups, question)
			}
		}
	}
}

func TestM8AnotherSeedMovesThingsAndKeepsThem(t *testing.T) {
	b := newBench(t, small(), 80)
	other := bench{NewBuilder(b.cfg, o200k(), "test", 2), b.pool}
	moved := 0
	for i := range 40 {
		first, no1 := b.Build(b.pool, i)
		second, no2 := other.Build(b.pool, i)
		if no1 != nil || no2 != nil {
			continue
		}
		own := func(task schemas.Task) (bodies []string, at []int) {
			c, err := claimOf(task)
			if err != nil {
				t.Fatal(err)
			}
			for _, p := range shownPassages(c, read(t, task)) {
				if p.Source == 0 && p.Supporting {
					bodies = append(bodies, p.body)
					at = append(at, p.Number)
				}
			}
			slices.Sort(bodies)
			return bodies, at
		}
		bodies1, at1 := own(first[0])
		bodies2, at2 := own(second[0])
		if !slices.Equal(bodies1, bodies2) || first[0].Answer != second[0].Answer {
			t.Fatalf("question %d has other supporting passages under another seed", i)
		}
		if !slices.Equal(at1, at2) {
			moved++
		}
	}
	if moved < 30 {
		t.Fatalf("only %d of 40 questions moved under another seed", moved)
	}
}

func TestM9TheAnswerOfAnotherChainIsNotPaid(t *testing.T) {
	for _, c := range newBench(t, small(), 60).claims(t) {
		rule, err := strict.Compile(c.task.VerifierArgs)
		if err != nil {
			t.Fatal(err)
		}
		for i, cand := range c.meta.Candidates {
			want := 0.0
			if i == c.meta.True {
				want = 1
			}
			if got := rule.Verify(extract.Wrap(extract.Boxed, cand.Golds[0])).Score; got != want {
				t.Fatalf("the answer of chain %d scores %v, want %v", i, got, want)
			}
		}
	}
}

func TestM10InsertThenStripIsTheIdentity(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		alphabet := rapid.RuneFrom([]rune("aBé .?!\n\"{}\\:東"))
		var passages []*passage
		for range rapid.IntRange(1, 5).Draw(t, "passages") {
			body := rapid.StringOfN(alphabet, 1, 80, -1).Draw(t, "body")
			p := &passage{body: body}
			p.ends = append(p.ends, text.SentenceEnds(body)...)
			if !slices.Contains(p.ends, len(body)) {
				p.ends = append(p.ends, len(body))
			}
			passages = append(passages, p)
		}
		filled := fillContext(passages)
		r := keyed.Stream(1, "row", "m10")
		c := small()
		c.IDsPerChain = rapid.IntRange(1, 3).Draw(t, "links")
		questions := rapid.SliceOfN(rapid.StringOf(alphabet), 1, 2).Draw(t, "questions")
		chains, records := buildChains(c, newIDSource("hex32", r), r, questions)
		offsets, ok := place(r, records, filled.ends, len(filled.text), 0)
		if !ok {
			t.Skip("no room")
		}
		var d draft
		d.insert(filled, records, offsets, "json")
		prompt := d.context + tail(c, chains[0].Keys[0])
		reading, err := Read(prompt)
		if err != nil {
			t.Fatal(err)
		}
		if back := withoutRecords(claim{spans: d.spans}, reading); back != opening+filled.text {
			t.Fatalf("stripped %q\nfilled   %q", back, opening+filled.text)
		}
		got := map[string]string{}
		for _, rec := range reading.Records {
			got[rec.Key] = rec.Value
		}
		for _, rec := range records {
			if got[rec.Key] != strings.ToValidUTF8(rec.Value, "\ufffd") {
				t.Fatalf("record %q reads back as %q", rec.Value, got[rec.Key])
			}
		}
		bodies := shownPassages(claim{spans: d.spans}, reading)
		for i, p := range passages {
			if bodies[i].body != p.body {
				t.Fatalf("passage %d is %q, was %q", i+1, bodies[i].body, p.body)
			}
		}
	})
}

// Builds do not depend on who else is in flight or on the order of the pool.
func TestOrderOfThePoolDoesNotShow(t *testing.T) {
	c := small()
	questions := worldQuestions(t, 2000, 60)
	b := NewBuilder(c, o200k(), "test", 1)
	first := NewPool(c, o200k(), questions)
	slices.SortFunc(questions, func(a, b schemas.Question) int { return cmp.Compare(a.Text, b.Text) })
	second := NewPool(c, o200k(), append(questions, questions[0]))
	if first.Len() != second.Len() {
		t.Fatalf("a question given twice counts twice: %d and %d", first.Len(), second.Len())
	}
	for i := range first.Len() {
		x, _ := b.Build(first, i)
		y, _ := b.Build(second, i)
		if len(x) != len(y) || len(x) > 0 && x[0].ID != y[0].ID {
			t.Fatalf("question %d differs when the pool is shuffled", i)
		}
	}
}

// The length on record is that of the whole prompt counted at once, whatever the
// places of the records and the first letters of the passages.
func TestLengthIsExact(t *testing.T) {
	for _, preset := range []Config{small(), Faithful()} {
		questions := worldQuestions(t, 2000, 200)
		for i := range questions {
			for j := range questions[i].Passages {
				if j%3 == 0 {
					questions[i].Passages[j].Title = "“" + questions[i].Passages[j].Title + "”"
				}
			}
		}
		pool := NewPool(preset, o200k(), questions)
		b := NewBuilder(preset, o200k(), "test", 1)
		built := 0
		for i := range 60 {
			tasks, _ := b.Build(pool, i)
			for _, task := range tasks {
				built++
				if want := o200k().Count(task.Prompt[0].Content) + preset.ChatTokens; int(task.NPromptTokens) != want {
					t.Fatalf("%s: %d tokens on record, %d counted", preset.Preset, task.NPromptTokens, want)
				}
			}
		}
		if built < 50 {
			t.Fatalf("%s: only %d of 60 tasks built", preset.Preset, built)
		}
	}
}
