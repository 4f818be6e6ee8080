// Package expr is the tree of a mathematical text: numbers, names, operators, and the
// shapes that answers take around them, such as lists, intervals and relations.
//
// A tree says what was written, not what it means: 1/2 is a quotient, 0.50 is a decimal
// with two places, (0, 1) is a pair in round brackets that may turn out to be an
// interval. Package parse builds trees, package algebra computes with them, package
// answer gives them a type. Trees are never changed once built.
package expr

import "math/big"

// Op is the kind of a [Node].
type Op uint8

// Leaves.
const (
	// Number is an exact rational: Value, and Places when it was written as a decimal.
	Number Op = iota + 1
	// Symbol is a variable: Name, with subscript and primes as in x_{1}, f', theta.
	Symbol
	// Constant is pi, e, i, infinity, or the empty set, the reals, the integers, …: Name
	// is one of the constant names of this package.
	Constant
	// Text is a run of words: Name, blanks squeezed.
	Text
)

// Arithmetic. Args are the operands.
const (
	Add       Op = iota + 20 // two or more
	Mul                      // two or more
	Div                      // numerator, denominator
	Neg                      // one
	Pow                      // base, exponent
	PlusMinus                // one (±a) or two (a ± b)
	MinusPlus                // one (∓a) or two (a ∓ b)
	Call                     // a function applied: Name is its name, Args its arguments
	Factorial                // one
	Percent                  // one: Args[0] hundredths
	Degrees                  // one: an angle in degrees
	Mixed                    // whole, fraction: 1 1/2 as a mixed number
	Prime                    // one: a derivative mark after an expression
)

// Shapes around expressions.
const (
	Paren     Op = iota + 60 // ( … ) around one expression, while it is parsed; no finished tree has one
	Tuple                    // ( a, b, … ), two or more
	Bracket                  // [ a, b, … ], one or more: a list or a closed interval
	Interval                 // two ends; Name is the pair of brackets: "(]", "[)", or "()" for ]a, b[, which is no pair
	Angle                    // ⟨ a, b, … ⟩
	Set                      // { a, b, … }, none or more
	List                     // a, b, … without brackets, two or more
	Matrix                   // rows; each row is a List node, also when it has one entry
	Builder                  // { a | condition }: element, condition
	Relation                 // a < b ≤ c: Args are the sides, Rels what stands between them
	And                      // two or more conditions that hold together
	Or                       // two or more alternatives
	Not                      // one
	Union                    // two or more
	Intersect                // two or more
	Without                  // set difference, two
	Ratio                    // a : b : …, two or more
	Money                    // amount; Name is the currency sign or code
	Quantity                 // amount, then unit: Symbols named cm, day, … with Mul, Div and Pow, or the Text of what is counted
	Base                     // a numeral and its base: Name is the digits, Args[0] the base
	Clock                    // a time of day: Args are hours, minutes and perhaps seconds; Name is "am", "pm" or empty
	Labeled                  // a name or words before a value, as in "Paolo: 18": Name, Args[0]
	Where                    // a value, then what is said about it: x = πk where k ∈ ℤ; Text or conditions, one or more
)

// Rel is a relation sign.
type Rel uint8

// The relation signs.
const (
	Equal Rel = iota + 1
	NotEqual
	Less
	LessEqual
	Greater
	GreaterEqual
	Approx    // ≈
	Member    // ∈
	NotMember // ∉
	Subset    // ⊂ and ⊆
	Superset  // ⊃ and ⊇
	Congruent // ≡
	Similar   // ~, ∼
	Maps      // →, ↦, ⟹
	Defines   // :=
)

// Names of constants.
const (
	Pi         = "pi"
	E          = "e"
	I          = "i"
	Infinity   = "infinity"
	EmptySet   = "emptyset"
	Reals      = "reals"
	Rationals  = "rationals"
	Integers   = "integers"
	Naturals   = "naturals"
	Complexes  = "complexes"
	Undefined  = "undefined" // "undefined", "does not exist", \text{DNE}
	NoSolution = "nosolution"
)

// NotDecimal is Places of a number that was not written as a decimal.
const NotDecimal = -1

// Node is an expression or a shape around expressions.
type Node struct {
	Op   Op
	Name string // see the Op; empty where it names nothing
	Args []*Node
	// Value is the value of a Number, exact; nil for all else.
	Value *big.Rat
	// Places is how many digits a Number was written with behind the point, as in 2 for
	// 0.50, or [NotDecimal]. Numbers in scientific notation count the digits that are
	// left behind the point of the plain decimal, at least 0.
	Places int
	// Rels are the signs between the Args of a Relation, one fewer than Args.
	Rels []Rel
}

// Int is the number n.
func Int(n int64) *Node {
	return &Node{Op: Number, Value: big.NewRat(n, 1), Places: NotDecimal}
}

// Rat is the number r, which must not change later.
func Rat(r *big.Rat) *Node {
	return &Node{Op: Number, Value: r, Places: NotDecimal}
}

// Var is the variable called name.
func Var(name string) *Node { return &Node{Op: Symbol, Name: name} }

// Const is the constant called name.
func Const(name string) *Node { return &Node{Op: Constant, Name: name} }

// Words is the text s.
func Words(s string) *Node { return &Node{Op: Text, Name: s} }

// New is a node of op over args.
func New(op Op, args ...*Node) *Node { return &Node{Op: op, Args: args} }

// Apply is the function called name, applied to args.
func Apply(name string, args ...*Node) *Node { return &Node{Op: Call, Name: name, Args: args} }

// Is says whether n is a constant called name.
func (n *Node) Is(name string) bool { return n.Op == Constant && n.Name == name }

// Walk visits n and everything below it, parents first. It stops descending where visit
// says false.
func (n *Node) Walk(visit func(*Node) bool) {
	if !visit(n) {
		return
	}
	for _, a := range n.Args {
		a.Walk(visit)
	}
}

// Any says whether some node of the tree satisfies is.
func (n *Node) Any(is func(*Node) bool) bool {
	found := false
	n.Walk(func(m *Node) bool {
		found = found || is(m)
		return !found
	})
	return found
}
