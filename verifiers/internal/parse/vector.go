package parse

import "gander/verifiers/internal/expr"

// What a token of kind times was written as, where that tells products of vectors apart.
const (
	cross = "cross" // \times
	dot   = "dot"   // \cdot
)

// vectorProduct is left times right where that is no product of numbers: the cross
// product of two vectors, the divergence ∇·F and the curl ∇×F. nil when it is one.
func (p *parser) vectorProduct(left, right *expr.Node, sign *token) *expr.Node {
	last, isChain := left, left.Op == expr.Mul
	if isChain {
		last = left.Args[len(left.Args)-1]
	}
	var n *expr.Node
	switch {
	case last.Op == expr.Symbol && last.Name == "nabla" && sign.text == cross:
		n = p.call("curl", right)
	case last.Op == expr.Symbol && last.Name == "nabla" && sign.text == dot:
		n = p.call("divergence", right)
	case sign.text == cross && isVector(last) && isVector(right):
		n = p.call(cross, last, right)
	default:
		return nil
	}
	if isChain {
		left.Args[len(left.Args)-1] = n // left is fresh and held by nobody else
		return left
	}
	return n
}

// isVector says whether n is written as a vector: with an arrow or a hat.
func isVector(n *expr.Node) bool { return n.Op == expr.Call && (n.Name == "vec" || n.Name == "hat") }
