package keychain

import (
	"strings"
	"sync"
	"testing"

	"gander/internal/tokens"
	"gander/internal/world"
	"gander/schemas"
)

// The tests run on questions from the embedded world.

const worldSeed = 11

var o200k = sync.OnceValue(func() tokens.Counter {
	c, err := tokens.Open("tiktoken:o200k_base")
	if err != nil {
		panic(err)
	}
	return c
})

func worldQuestions(t testing.TB, pages, n int) []schemas.Question {
	t.Helper()
	w, err := world.New(worldSeed, pages)
	if err != nil {
		t.Fatal(err)
	}
	if w.Questions() < n {
		t.Fatalf("a world of %d pages has %d questions, the test wants %d", pages, w.Questions(), n)
	}
	questions := make([]schemas.Question, n)
	for i := range questions {
		questions[i] = w.Question(i)
	}
	return questions
}

// small is the default at 4k tokens, where tests are fast.
func small() Config {
	c := Hardened()
	c.Budget = 4096
	return c
}

// A bench is a pool and a builder over it.
type bench struct {
	*Builder
	pool *Pool
}

func newBench(t testing.TB, c Config, n int) bench {
	t.Helper()
	if err := c.Check(); err != nil {
		t.Fatal(err)
	}
	return bench{NewBuilder(c, o200k(), "test", 1), NewPool(c, o200k(), worldQuestions(t, 2000, n))}
}

// tasks builds every question and fails the test when more than a tenth are refused.
func (b bench) tasks(t testing.TB) []schemas.Task {
	t.Helper()
	var all []schemas.Task
	for i := range b.pool.Len() {
		tasks, _ := b.Build(b.pool, i)
		all = append(all, tasks...)
	}
	if len(all)*10 < b.pool.Len()*9 {
		_, reject := b.Build(b.pool, 0)
		t.Fatalf("%d tasks of %d questions; the first reject: %+v", len(all), b.pool.Len(), reject)
	}
	return all
}

func (b bench) claims(t testing.TB) []claim {
	t.Helper()
	var claims []claim
	for _, task := range b.tasks(t) {
		c, err := claimOf(task)
		if err != nil {
			t.Fatal(err)
		}
		claims = append(claims, c)
	}
	return claims
}

func claimOf(task schemas.Task) (claim, error) {
	c := claim{task: task, tokens: int(task.NPromptTokens)}
	if err := decode(task.Meta, &c.meta); err != nil {
		return c, err
	}
	return c, decode(task.Spans, &c.spans)
}

func read(t testing.TB, task schemas.Task) Reading {
	t.Helper()
	r, err := Read(task.Prompt[0].Content)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// follow looks keys up from start until a value is no key.
func follow(r Reading, start string) (end string, lookups int) {
	next := map[string]string{}
	for _, rec := range r.Records {
		next[rec.Key] = rec.Value
	}
	at := start
	for lookups <= len(next) {
		value, ok := next[at]
		if !ok {
			return at, lookups
		}
		at = value
		lookups++
	}
	return at, lookups
}

// overwrite puts text in place of the bytes of content from at on, padded to n bytes.
func overwrite(content string, at, n int, text string) string {
	return content[:at] + text + strings.Repeat(" ", n-len(text)) + content[at+n:]
}
