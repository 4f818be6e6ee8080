// Package budget bounds the work of a check by counting operations, not time: the same
// input is given up at the same place on every machine.
package budget

// Budget is what may still be spent. The zero value has nothing left; it is not safe for
// concurrent use.
type Budget struct{ left int }

// One operation is worth about ten nanoseconds: a token read, a node visited, a term of
// a polynomial, one word of a big number multiplied by one word.
const (
	// PerCheck is enough for every answer that a person would write, and about five
	// milliseconds.
	PerCheck = 500_000
)

// New is a budget of n operations.
func New(n int) *Budget { return &Budget{left: n} }

// Spend takes n operations and says whether there were so many left. Once it said no it
// says no for ever.
func (b *Budget) Spend(n int) bool {
	if n < 0 || n > b.left {
		b.left = 0
		return false
	}
	b.left -= n
	return true
}

// Spent says whether nothing is left.
func (b *Budget) Spent() bool { return b.left <= 0 }
