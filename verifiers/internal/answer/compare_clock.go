package answer

import (
	"math/big"
	"strings"

	"gander/verifiers/internal/expr"
)

// clock compares a gold that is a time of day.
func (c *comparer) clock(g clock, a form) Result {
	switch a := a.(type) {
	case clock:
		return c.clocks(g, a)
	case ratio:
		return c.clocks(g, clock{parts: a.parts})
	}
	return otherKind("a time", "something else")
}

// clocks compares two times of day part by part. Half of the day must be said on both
// sides or on neither, but next to an hour above twelve, see [Clock24].
func (c *comparer) clocks(g, a clock) Result {
	if !strings.EqualFold(g.half, a.half) && (g.half == "" || a.half == "") && c.policy.allows(Clock24) {
		gDay, gOk := g.ofDay()
		aDay, aOk := a.ofDay()
		if gOk && aOk {
			return c.inOrder(parts(gDay), parts(aDay)).by(Clock24)
		}
	}
	r := c.inOrder(parts(g.parts), parts(a.parts))
	switch {
	case r.is(Right) && !strings.EqualFold(g.half, a.half):
		return wrong(Exact, "another half of the day")
	case r.is(Wrong) && len(g.parts) != len(a.parts):
		return undecided("times with other parts")
	}
	return r
}

// ofDay is t with its hour counted from midnight. It is false when the half of the day is
// not known: it is not said, and the hour is 1 to 12.
func (t clock) ofDay() ([]*expr.Node, bool) {
	hour := t.parts[0]
	if hour.Op != expr.Number || !hour.Value.IsInt() || len(t.parts) < 2 {
		return nil, false
	}
	h := int(hour.Value.Num().Int64())
	switch {
	case t.half == "" && (h == 0 || h > 12 && h < 24):
	case t.half != "" && 1 <= h && h <= 12:
		h %= 12
		if strings.EqualFold(t.half, "pm") {
			h += 12
		}
	default:
		return nil, false
	}
	return append([]*expr.Node{expr.Rat(big.NewRat(int64(h), 1))}, t.parts[1:]...), true
}
