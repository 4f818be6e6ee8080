package pipelines

import "testing"

// What is accepted prints back as a canonical form that is accepted and prints back as
// itself; what is refused gives no plan.
func FuzzResolve(f *testing.F) {
	f.Add(small, "")
	f.Add("parameters: [{name: x}]\nseed: \"${x}\"\n"+small, "x=1")
	f.Add("pipeline:\n  type: composite\n  transforms:\n    - {type: numbers}\n    - {type: ask, input: [numbers], config: {title: |\n  a}}\n", "y")
	f.Add("pipeline: {transforms: [{type: numbers}, {type: ask, config: {title: '$${x}', preset: large}}, {type: gather, config: {tasks: 'a, b'}}]}", "")
	f.Fuzz(func(t *testing.T, recipe, set string) {
		var s Settings
		if set != "" {
			s.Sets = []string{set}
		}
		plan, err := tiny.Resolve(&Source{Path: "r.yaml", Text: []byte(recipe)}, s)
		if err != nil {
			if plan != nil {
				t.Fatalf("a refused recipe gave a plan: %v", err)
			}
			return
		}
		canonical := plan.Canonical()
		again, err := tiny.Resolve(&Source{Path: "c.yaml", Text: []byte(canonical)}, Settings{})
		if err != nil {
			t.Fatalf("%v\nin the canonical form\n%s", err, canonical)
		}
		if got := again.Canonical(); got != canonical {
			t.Fatalf("canonical form\n%s\nof\n%s", got, canonical)
		}
	})
}
