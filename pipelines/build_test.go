package pipelines

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"gander/internal/fault"
	"gander/runners"
	"gander/runners/runnertest"
)

// Every row arrives where the recipe sends it, on every runner: numbers twice over copy,
// tasks by two stages, rejects from both.
func TestBuild(t *testing.T) {
	recipes := map[string]string{
		"chain": `
pipeline:
  transforms:
    - {type: numbers, config: {count: 5}}
    - {type: ask}
    - {type: gather, config: {tasks: "0, 2, 4", rejects: [ask 1, ask 3]}}`,
		"composite": `
limit: 3
pipeline:
  type: composite
  transforms:
    - {type: gather, input: [first, second], config: {tasks: [0, 0, 0, 2, 2, 2], rejects: [first 1, first 1, second 1]}}
    - {type: ask, name: first, input: [numbers, copy]}
    - {type: ask, name: second, input: copy}
    - {type: copy, input: numbers}
    - {type: numbers, config: {count: 5}}`,
		"no rejects at all": `
pipeline:
  transforms:
    - {type: numbers, config: {count: 1}}
    - {type: ask}
    - {type: gather, config: {tasks: [0]}}`,
	}
	for name, text := range recipes {
		t.Run(name, func(t *testing.T) {
			first := resolve(t, text, Settings{})
			for form, plan := range map[string]*Plan{"as written": first, "canonical": resolve(t, first.Canonical(), Settings{})} {
				t.Run(form, func(t *testing.T) {
					runnertest.Each(t, func(t *testing.T, run func(*beam.Pipeline) (runners.Result, error)) {
						p, s := beam.NewPipelineWithRoot()
						plan.Build(s, Place{Shards: 1})
						if _, err := run(p); err != nil {
							t.Fatal(err)
						}
					})
				})
			}
		})
	}
}

func TestPreflightReportsEveryStage(t *testing.T) {
	plan := resolve(t, `
pipeline:
  type: composite
  transforms:
    - {type: numbers, name: a, config: {missing: a.jsonl}}
    - {type: numbers, name: b, config: {missing: b.jsonl}}
    - {type: ask, input: [a, b]}
    - {type: gather, input: ask}`, Settings{})
	err := plan.Preflight()
	want := "a.jsonl: no such file; give another\nb.jsonl: no such file; give another"
	if err == nil || err.Error() != want {
		t.Fatalf("got %v, want %s", err, want)
	}
	if err := resolve(t, small, Settings{}).Preflight(); err != nil {
		t.Fatalf("nothing is missing, but %v", err)
	}
}

// An error that does not speak to the user is said with the stage it comes from.
func TestPreflightNamesTheStageOfAPlainError(t *testing.T) {
	plan := resolve(t, strings.Replace(small, "- type: numbers", "- {type: numbers, name: first, config: {missing: broken x.json}}", 1), Settings{})
	err := plan.Preflight()
	want := "first: x.json: unexpected EOF; correct this setting, or the file that it names"
	if f := fault.Find(err); f == nil || f.Code != fault.Failed || f.Text != want {
		t.Fatalf("got %v, want the fault %q", err, want)
	}
}

func TestLoad(t *testing.T) {
	if names := Recipes(); len(names) == 0 {
		t.Fatal("no recipe is embedded")
	}
	tests := []struct{ recipe, want string }{
		{"keychian", `no recipe is called "keychian"; did you mean "keychain"?`},
		{"none.yaml", "reading recipe none.yaml: no such file or directory; give a YAML file or one of keychain"},
		{"testdata/", "reading recipe testdata/: is a directory; give a YAML file or one of keychain"},
	}
	for _, tt := range tests {
		if _, err := Load(tt.recipe); err == nil || !strings.HasPrefix(err.Error(), tt.want) {
			t.Errorf("%s: got %v, want %s", tt.recipe, err, tt.want)
		}
	}
}

// Every embedded recipe resolves with its own parameters, says what it makes, and goes
// by the name of its file.
func TestEmbeddedRecipes(t *testing.T) {
	for _, name := range Recipes() {
		src, err := Load(name)
		if err != nil {
			t.Fatal(err)
		}
		plan, err := Stages.Resolve(src, Settings{})
		if err != nil {
			t.Error(err)
			continue
		}
		if plan.Name != name {
			t.Errorf("%s.yaml calls itself %q", name, plan.Name)
		}
		head, err := Describe(src)
		if err != nil {
			t.Error(err)
		}
		if head.Description == "" {
			t.Errorf("%s.yaml has no description", name)
		}
		for _, p := range head.Parameters {
			if p.Description == "" {
				t.Errorf("%s.yaml: parameter %s has no description", name, p.Name)
			}
		}
		again, err := Stages.Resolve(&Source{Path: name, Text: []byte(plan.Canonical())}, Settings{})
		if err != nil {
			t.Errorf("the canonical form of %s: %v", name, err)
		} else if again.Canonical() != plan.Canonical() {
			t.Errorf("the canonical form of %s has another canonical form:\n%s", name, again.Canonical())
		}
	}
}

// A canceled run ends between two rows, not at the end of a stage.
func TestCanceledRunStops(t *testing.T) {
	plan := resolve(t, `
pipeline:
  transforms:
    - {type: numbers, config: {count: 3}}
    - {type: ask}
    - {type: gather, config: {tasks: [0, 2], rejects: [ask 1]}}`, Settings{})
	ctx, cancel := context.WithCancel(context.Background())
	cancelAt = func(id string) {
		if id == "1" {
			cancel()
		}
	}
	defer func() { cancelAt = nil }()
	seen = nil
	p, s := beam.NewPipelineWithRoot()
	plan.Build(s, Place{Shards: 1})
	if _, err := runners.Run(ctx, "direct", p); !errors.Is(err, context.Canceled) {
		t.Fatalf("got %v, want %v", err, context.Canceled)
	}
	if want := []string{"0", "1"}; !slices.Equal(seen, want) {
		t.Fatalf("numbers %v were seen after the cancel at 1, want %v", seen, want)
	}
}
