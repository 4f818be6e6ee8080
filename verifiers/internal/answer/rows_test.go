package answer

import (
	"slices"
	"testing"

	"gander/verifiers/internal/budget"
)

// rowPair is a gold and an answer that stand on one row alone.
type rowPair struct {
	row       Row
	gold, got string
}

var rowPairs = []rowPair{
	{Rounding, `1/3`, `0.333`},
	{LogBase, `\log 2`, `\ln 2`},
	{LogBase, `\log_{10} 2`, `\log 2`},
	{NameDropped, `x = 11`, `11`},
	{NameDropped, `11`, `x = 11`},
	{NameOfValue, `f(x) = x + 1`, `y = x + 1`},
	{BoundNames, `f(z) = z`, `f(x) = x`},
	{BoundNames, `x + 2k\pi`, `x + 2n\pi`},
	{BoundNames, `2C + x`, `2c + x`},
	{Family, `k\pi, k\pi + \frac{\pi}{2}`, `\frac{k\pi}{2}`},
	{Family, `\frac{\pi}{2} + k\pi`, `k\pi - \frac{\pi}{2}`},
	{Explicit, `xy = 6`, `y = \frac{6}{x}`},
	{Explicit, `xy = 6`, `\frac{6}{x}`},
	{Multiple, `x + y = 1`, `2x + 2y = 2`},
	{Region, `x > 0`, `(0, \infty)`},
	{Region, `[1, 2]`, `1 \le x \le 2`},
	{RegionAsRelation, `(0, \infty)`, `x > 0`},
	{PercentValue, `10\%`, `0.1`},
	{PercentValue, `0.1`, `10\%`},
	{PercentSign, `10\%`, `10`},
	{PercentSign, `10`, `10\%`},
	{DegreeSign, `45^\circ`, `45`},
	{Radians, `120^\circ`, `\frac{2\pi}{3}`},
	{UnitDropped, `5 \text{ cm}`, `5`},
	{UnitConverted, `5 \text{ m}`, `500 \text{ cm}`},
	{MoneySign, `\$5`, `5`},
	{Noun, `7 \text{ goats}`, `7`},
	{BaseSign, `1011_2`, `1011`},
	{AnyOrder, `1, 2`, `2, 1`},
	{Brackets, `(1, 2)`, `1, 2`},
	{Column, `\begin{pmatrix} 1 \\ 2 \end{pmatrix}`, `(1, 2)`},
	{MatrixRows, `\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}`, `((1, 2), (3, 4))`},
	{MatrixRows, `[[1, 2], [3, 4]]`, `\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}`},
	{PartsUnnamed, `x = 1, y = 2`, `(1, 2)`},
	{RatioValue, `3:1`, `3`},
	{RatioValue, `1:2`, `2:4`},
	{Clock24, `4:30 \text{ p.m.}`, `16:30`},
	{Clock24, `16:30`, `4:30 \text{ p.m.}`},
	{ChainList, `b < a < c`, `b, a, c`},
	{NumberWords, `5`, `\text{five}`},
	{EmptyWords, `\emptyset`, `x \in \emptyset`},
	{ChoiceText, `A`, `A) 12`},
	{ChoiceText, `\text{(A)}\ 12`, `A`},
}

// TestRows: a row lets its pairs pass and says so, and refusing that one row stops them.
func TestRows(t *testing.T) {
	for _, row := range Rows {
		if !slices.ContainsFunc(rowPairs, func(p rowPair) bool { return p.row == row }) {
			t.Errorf("the row %q has no pair in rowPairs", row)
		}
	}
	for _, p := range rowPairs {
		if r := check(t, p.gold, p.got, Policy{}); !r.is(Right) {
			t.Errorf("%s: %s for %s is %+v, want right", p.row, p.got, p.gold, r)
		}
		if r := check(t, p.gold, p.got, Policy{Refuse: []Row{p.row}}); r.is(Right) {
			t.Errorf("%s refused: %s for %s is still right: %s", p.row, p.got, p.gold, r.Detail)
		}
	}
}

// TestRowsAddUp: which rows may hold together with rounding. A change of notation may;
// what already takes one number for another may not.
func TestRowsAddUp(t *testing.T) {
	for _, c := range []struct {
		row       Row
		gold, got string
		want      Outcome
	}{
		{NameDropped, `x = 16/3`, `5.33`, Right},
		{UnitDropped, `16/3 \text{ cm}`, `5.33`, Right},
		{UnitConverted, `5 \text{ miles}`, `8.05 \text{ km}`, Right},
		{UnitConverted, `8.05 \text{ km}`, `5 \text{ miles}`, Right},
		{MoneySign, `16/3`, `\$5.33`, Right},
		{PercentValue, `16/3`, `533\%`, Right},
		{PercentSign, `16.67\%`, `50/3`, Right},
		{AnyOrder, `1/3, 2/3`, `0.667, 0.333`, Right},
		{Column, `\begin{pmatrix} 1/3 \\ 1 \end{pmatrix}`, `(0.333, 1)`, Right},
		{Region, `x > 1/3`, `(0.333, \infty)`, Right},
		{PercentSign, `16.67`, `16.7\%`, Wrong},
		{PercentSign, `50/3`, `16.7\%`, Wrong},
		{RatioValue, `10:3`, `3.33`, Wrong},
		{RatioValue, `3:1`, `3\%`, Wrong},
		{LogBase, `\log 2`, `0.693`, Wrong},
		{Multiple, `y = x/3`, `y = 0.333x`, Wrong},
		{Radians, `60^\circ`, `1.05`, Wrong},
		{DegreeSign, `\frac{\pi}{3}`, `(\frac{\pi}{3})^\circ`, Wrong},
	} {
		if r := check(t, c.gold, c.got, Policy{}); r.Outcome != c.want {
			t.Errorf("%s: %s for %s is %s (%s), want %s", c.row, c.got, c.gold, r.Outcome, r.Detail, c.want)
		}
	}
}

// check reads and compares two texts.
func check(t testing.TB, gold, got string, p Policy) Result {
	t.Helper()
	g, err := Read(gold, p, budget.New(budget.PerCheck))
	if err != nil {
		t.Fatalf("gold %q: %v", gold, err)
	}
	b := budget.New(budget.PerCheck)
	a, err := Read(got, p, b)
	if err != nil {
		t.Fatalf("answer %q: %v", got, err)
	}
	return Compare(g, a, p, b)
}

func TestPolicyCheck(t *testing.T) {
	for _, c := range []struct {
		name   string
		policy Policy
		want   string
	}{
		{"the zero value is the default", Policy{}, ""},
		{"a row of the table", Policy{Refuse: []Row{AnyOrder}}, ""},
		{"no row", Policy{Refuse: []Row{"order"}}, `policy.refuse[0] is "order", no row of the table; give one of `},
		{"places below", Policy{Places: -1}, "policy.places is -1; give 0 to 100"},
		{"tolerances below", Policy{AbsTol: []float64{1, -1}, RelTol: 1},
			"policy.abs_tol[1] is -1; give 0 or more\npolicy.rel_tol is 1; give 0 or more, below 1"},
	} {
		got := ""
		if err := c.policy.Check(); err != nil {
			got = err.Error()
		}
		if got != c.want && !(c.name == "no row" && len(got) > len(c.want) && got[:len(c.want)] == c.want) {
			t.Errorf("%s: error %q, want %q", c.name, got, c.want)
		}
	}
}
