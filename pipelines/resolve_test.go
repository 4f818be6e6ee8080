package pipelines

import (
	"strings"
	"testing"

	"github.com/cockroachdb/datadriven"
)

// TestResolve walks testdata: recipes, and what they resolve to or what is wrong with
// them. The commands are check, canonical, text, dot and mermaid; set="a=1 b=2" gives
// parameters. The part below ---- is written by -rewrite.
func TestResolve(t *testing.T) {
	datadriven.Walk(t, "testdata/resolve", func(t *testing.T, path string) {
		datadriven.RunTest(t, path, func(t *testing.T, d *datadriven.TestData) string {
			var s Settings
			for _, arg := range d.CmdArgs {
				if arg.Key != "set" {
					t.Fatalf("%s: argument %q is unknown; give set", d.Pos, arg.Key)
				}
				s.Sets = arg.Vals
			}
			plan, err := tiny.Resolve(&Source{Path: "r.yaml", Text: []byte(d.Input)}, s)
			if err != nil {
				return err.Error() + "\n"
			}
			switch d.Cmd {
			case "check":
				return "right\n"
			case "canonical":
				return plan.Canonical()
			case "text":
				return strings.ReplaceAll(plan.Text(), "\n\n", "\n.\n")
			case "dot":
				return plan.Dot()
			case "mermaid":
				return plan.Mermaid()
			}
			t.Fatalf("%s: command %q is unknown", d.Pos, d.Cmd)
			return ""
		})
	})
}

// A canonical form is its own canonical form, and escapes and parameters do not come
// back to life in it.
func TestCanonicalOfCanonical(t *testing.T) {
	texts := []string{
		``, `a`, `true`, `No`, `~`, `null`, `12`, `1e3`, `- a`, `a: b`, `a #b`, `"`, `'`, `\`, "two\nlines", "tab\t", " ",
		`${x}`, `$${x}`, `$$${x}`, `$`, `${`, `{a}`, `[a]`, `&a`, `*a`, `!a`, `%`, `@`, "é ‹ 語 \u2028", "\x01\x7f", `http://x/y`, `a:`,
	}
	for _, text := range texts {
		recipe := "parameters: [{name: x, default: poison}, {name: t}]\n" + strings.Replace(small, "title: x", `title: "${t}"`, 1)
		plan := resolve(t, recipe, Settings{Sets: []string{"t=" + text}})
		if got := plan.Nodes[1].Config.(*ask).Title; got != text {
			t.Errorf("%q became %q on the way in", text, got)
		}
		again := resolve(t, plan.Canonical(), Settings{})
		if got := again.Nodes[1].Config.(*ask).Title; got != text {
			t.Errorf("%q became %q by way of\n%s", text, got, plan.Canonical())
		}
		if again.Canonical() != plan.Canonical() {
			t.Errorf("canonical of\n%s is\n%s", plan.Canonical(), again.Canonical())
		}
	}
}

const small = `
pipeline:
  transforms:
    - type: numbers
    - type: ask
      config: {title: x}
    - type: gather
`

func resolve(t *testing.T, recipe string, s Settings) *Plan {
	t.Helper()
	plan, err := tiny.Resolve(&Source{Path: "r.yaml", Text: []byte(recipe)}, s)
	if err != nil {
		t.Fatalf("%v\nin\n%s", err, recipe)
	}
	return plan
}

func TestSettingsOverrideTheRecipe(t *testing.T) {
	seed, limit := int64(-9), 2
	plan := resolve(t, "seed: 5\nlimit: 7\n"+small, Settings{Seed: &seed, Limit: &limit})
	if plan.Seed != -9 || plan.Limit != 2 {
		t.Fatalf("seed %d, limit %d; want -9 and 2", plan.Seed, plan.Limit)
	}
	limit = -1
	_, err := tiny.Resolve(&Source{Path: "r.yaml", Text: []byte(small)}, Settings{Limit: &limit})
	if want := "r.yaml:2:1: limit is -1; give 0 or more"; err == nil || !strings.HasPrefix(err.Error(), want) {
		t.Fatalf("got %v, want %s", err, want)
	}
}

// Some editors put a byte order mark in front of a text. Places are those without it.
func TestAByteOrderMarkIsNoPartOfARecipe(t *testing.T) {
	const mark = "\ufeff"
	plain := resolve(t, "seed: 5\n"+small, Settings{})
	if got := resolve(t, mark+"seed: 5\n"+small, Settings{}).Canonical(); got != plain.Canonical() {
		t.Errorf("with a mark in front\n%s\nwant\n%s", got, plain.Canonical())
	}
	src := &Source{Path: "r.yaml", Text: []byte(mark + "sed: 5\n" + small)}
	want := "r.yaml:1:1: a recipe has no field \"sed\"; did you mean \"seed\"?\n    sed: 5\n    ^"
	for name, read := range map[string]func() error{
		"resolve":  func() error { _, err := tiny.Resolve(src, Settings{}); return err },
		"describe": func() error { _, err := Describe(src); return err },
	} {
		if err := read(); err == nil || err.Error() != want {
			t.Errorf("%s: got %v, want %s", name, err, want)
		}
	}
}

func TestARecipeIsNamedAfterItsFile(t *testing.T) {
	tests := []struct{ path, want string }{
		{"first.yaml", "first"},
		{"folder/Two_b-3.yml", "Two_b-3"},
		{"my first recipe.yaml", "my-first-recipe"},
		{"naïve räcipe.yaml", "naive-racipe"},
		{"nai\u0308ve.yaml", "naive"},
		{"a.b (copy).yaml", "a-b-copy"},
		{"100 % späť.yaml", "100-spat"},
		{"レシピ.yaml", "recipe"},
		{".yaml", "recipe"},
		{"-_-.yaml", "-_-"},
	}
	for _, tt := range tests {
		plan, err := tiny.Resolve(&Source{Path: tt.path, Text: []byte(small)}, Settings{})
		if err != nil || plan.Name != tt.want {
			t.Errorf("%s: the plan is %+v, %v, want the name %s", tt.path, plan, err, tt.want)
		}
		// A name that is given stands as it is, or is a fault.
		_, err = tiny.Resolve(&Source{Path: tt.path, Text: []byte("name: a b\n" + small)}, Settings{})
		if err == nil || !strings.Contains(err.Error(), `name is "a b"; use letters, digits, - and _`) {
			t.Errorf("%s: got %v for a name that is no word", tt.path, err)
		}
	}
}

// A key file given by mistake must not appear on the screen.
func TestNothingOfAForeignFileIsShown(t *testing.T) {
	files := map[string]string{
		"pem":      "-----BEGIN KEY-----\nSECRET\n-----END KEY-----\n",
		"json":     "{\n  \"type\": \"service_account\",\n  \"private_key\": \"SECRET\"\n}\n",
		"env":      "API_KEY: SECRET\nAPI_KEY: SECRET\n",
		"broken":   "a: 'SECRET\n",
		"one line": "SECRET",
		"binary":   "\x00\x01SECRET",
		"latin":    "caf\xe9 SECRET",
	}
	for name, text := range files {
		_, err := tiny.Resolve(&Source{Path: "r.yaml", Text: []byte(text)}, Settings{})
		if err == nil || strings.Contains(err.Error(), "SECRET") {
			t.Errorf("%s: got %v", name, err)
		}
	}
}
