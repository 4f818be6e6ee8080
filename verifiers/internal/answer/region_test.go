package answer

import (
	"testing"

	"pgregory.net/rapid"

	"gander/verifiers/internal/budget"
	"gander/verifiers/internal/expr"
)

// drawRegion is a union of a few intervals and points with whole ends.
func drawRegion(t *rapid.T, label string) region {
	b := budget.New(budget.PerCheck)
	out := empty()
	for range rapid.IntRange(0, 4).Draw(t, label+" parts") {
		lo := rapid.IntRange(-5, 5).Draw(t, "lo")
		hi := rapid.IntRange(lo, 6).Draw(t, "hi")
		loEnd, hiEnd := expr.Int(int64(lo)), expr.Int(int64(hi))
		if rapid.IntRange(0, 9).Draw(t, "infinite") == 0 {
			hiEnd = nil
		}
		part, ok := between(loEnd, hiEnd, rapid.Bool().Draw(t, "with lo"), rapid.Bool().Draw(t, "with hi"), b)
		if !ok {
			continue
		}
		if out, ok = out.combine(part, or, b); !ok {
			t.Fatal("whole ends cannot be put in order")
		}
	}
	return out
}

// hasHalf says whether x/2 lies in r, whose ends are whole.
func hasHalf(r region, x int64) bool {
	for i, p := range r.points {
		two := 2 * p.Value.Num().Int64()
		if x < two {
			return r.in[2*i]
		}
		if x == two {
			return r.in[2*i+1]
		}
	}
	return r.in[len(r.in)-1]
}

// TestRegionOperations: union, intersection and difference agree with what they say of
// every half integer, and leave no point that ends nothing.
func TestRegionOperations(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, s := drawRegion(t, "r"), drawRegion(t, "s")
		for _, keep := range []func(p, q bool) bool{or, and, without} {
			out, ok := r.combine(s, keep, budget.New(budget.PerCheck))
			if !ok {
				t.Fatal("whole ends cannot be put in order")
			}
			for x := int64(-14); x <= 14; x++ {
				if want := keep(hasHalf(r, x), hasHalf(s, x)); hasHalf(out, x) != want {
					t.Fatalf("%d/2 in %s of %s and %s is %v", x, out, r, s, !want)
				}
			}
			for i := range out.points {
				if out.in[2*i] == out.in[2*i+1] && out.in[2*i+1] == out.in[2*i+2] {
					t.Fatalf("%s keeps a point that ends nothing", out)
				}
			}
		}
	})
}

// TestRegionReadsBack: the text of a set of reals is read as the same set.
func TestRegionReadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := drawRegion(t, "r")
		b := budget.New(budget.PerCheck)
		a, err := Read(r.String(), Policy{}, b)
		if err != nil {
			t.Fatalf("%s: %v", r, err)
		}
		c := comparer{policy: &Policy{}, budget: b}
		if got := c.forms(r, a.form); !got.is(Right) {
			t.Fatalf("%s is read as %s: %+v", r, a, got)
		}
	})
}
