package algebra

import (
	"math/bits"

	"gander/verifiers/internal/algebra/ball"
	"gander/verifiers/internal/budget"
)

// evaluator computes nodes with balls at one point.
type evaluator struct {
	ball.Context
	// values are those of the variables and of the opaque parts, by name.
	values map[string]ball.Complex
	bud    *budget.Budget
}

var (
	summed     = &function{name: "sum", whole: true}
	multiplied = &function{name: "product", whole: true}
	unclear    = ball.Complex{State: ball.Unclear}
)

// What an operation on balls of 128 bits costs, in budget operations.
const (
	costBall     = 20
	costFunction = 600
)

// spend takes the cost of an operation at the present precision.
func (e *evaluator) spend(cost int) bool {
	return e.bud.Spend(cost * int(e.Prec()/128+1) / 2)
}

// at is the value of n. It is Unclear when the budget is spent.
func (e *evaluator) at(n *node) ball.Complex {
	switch n.kind {
	case number:
		if !e.spend(costBall + words(size(n.q), 0)) {
			return unclear
		}
		return ball.RealPart(e.Rat(n.q))
	case variable, opaque:
		if v, ok := e.values[n.name]; ok && e.spend(costBall) {
			return v
		}
		return unclear
	case pi:
		return ball.RealPart(e.Pi())
	case euler:
		return e.Exp(ball.RealPart(e.Int(1)))
	case unit:
		return e.I()
	case sum, product:
		op := ball.Context.Add
		if n.kind == product {
			op = ball.Context.Mul
		}
		v := e.at(n.args[0])
		for _, a := range n.args[1:] {
			if !e.spend(costBall) {
				return unclear
			}
			v = op(e.Context, v, e.at(a))
		}
		return v
	case power:
		return e.power(n.args[0], n.args[1])
	case apply:
		return e.apply(n)
	case series:
		return e.series(n)
	}
	return unclear
}

func (e *evaluator) power(x, y *node) ball.Complex {
	if y.kind == number {
		cost := costBall * bits.Len64(y.q.Num().Uint64())
		if d := y.q.Denom(); d.BitLen() > 2 || y.q.Num().BitLen() > 64 {
			cost += 2 * costFunction
		}
		base := e.at(x)
		if !e.spend(cost) {
			return unclear
		}
		return e.Pow(base, ball.RealPart(e.Rat(y.q)), y.q)
	}
	if !e.spend(2 * costFunction) {
		return unclear
	}
	exponent := e.at(y)
	if x.kind == euler {
		return e.Exp(exponent)
	}
	base := e.at(x)
	if n, ok := exponent.Whole(); ok && n.IsInt64() {
		return e.PowInt(base, n.Int64())
	}
	return e.Pow(base, exponent, nil)
}

func (e *evaluator) apply(n *node) ball.Complex {
	args := make([]ball.Complex, len(n.args))
	for i, a := range n.args {
		args[i] = e.at(a)
		if args[i].State != ball.Defined {
			return args[i]
		}
	}
	if !e.spend(costFunction) {
		return unclear
	}
	return n.fn.at(e.Context, args)
}

// series adds or multiplies term by term, between whole ends.
func (e *evaluator) series(n *node) ball.Complex {
	body, inner := n.args[0], n.args[1].name
	from, fromOK := e.at(n.args[2]).Whole()
	to, toOK := e.at(n.args[3]).Whole()
	if !fromOK || !toOK || !from.IsInt64() || !to.IsInt64() || to.Int64()-from.Int64() > maxTerms {
		return unclear
	}
	total, op := ball.Complex{}, ball.Context.Add
	if n.fn == multiplied {
		total, op = ball.RealPart(e.Int(1)), ball.Context.Mul
	}
	for k := from.Int64(); k <= to.Int64(); k++ {
		if !e.spend(costBall) {
			return unclear
		}
		e.values[inner] = ball.RealPart(e.Int(k))
		total = op(e.Context, total, e.at(body))
	}
	return total
}
