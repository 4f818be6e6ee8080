package algebra

import (
	"math/big"
	"math/bits"

	"gander/verifiers/internal/algebra/ball"
	"gander/verifiers/internal/budget"
)

// evaluator computes nodes with balls at one point.
type evaluator struct {
	ball.Context
	// point has the values of the variables and of the opaque parts, by name.
	point point
	// seen collects the sides of corners that the point lies on; nil collects nothing.
	seen map[*node]sides
	bud  *budget.Budget
}

var (
	summed     = &function{name: "sum", whole: true}
	multiplied = &function{name: "product", whole: true}
	unclear    = ball.Complex{State: ball.Unclear}
	unknown    = value{unclear, lostGrain}
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
func (e *evaluator) at(n *node) value {
	switch n.kind {
	case number:
		if !e.spend(costBall + words(size(n.q), 0)) {
			return unknown
		}
		return e.number(n.q)
	case variable, opaque:
		if x, ok := e.point[n.name]; ok && e.spend(costBall) {
			return atomic(x.in(e.Context))
		}
		return unknown
	case pi:
		return atomic(ball.RealPart(e.Pi()))
	case euler:
		return atomic(e.Exp(ball.RealPart(e.Int(1))))
	case unit:
		return atomic(e.I())
	case sum, product:
		op := (*evaluator).add
		if n.kind == product {
			op = (*evaluator).mul
		}
		v := e.at(n.args[0])
		for _, a := range n.args[1:] {
			if !e.spend(costBall) {
				return unknown
			}
			v = op(e, v, e.at(a))
		}
		return v
	case power:
		return e.power(n.args[0], n.args[1])
	case apply:
		return e.apply(n)
	case series:
		return e.series(n)
	}
	return unknown
}

func (e *evaluator) power(x, y *node) value {
	if y.kind == number {
		cost := costBall * bits.Len64(y.q.Num().Uint64())
		if d := y.q.Denom(); d.BitLen() > 2 || y.q.Num().BitLen() > 64 {
			cost += 2 * costFunction
		}
		base, exponent := e.at(x), e.number(y.q)
		if !e.spend(cost) {
			return unknown
		}
		return raised(e.Pow(base.Complex, exponent.Complex, y.q), base, exponent)
	}
	if !e.spend(2 * costFunction) {
		return unknown
	}
	exponent := e.at(y)
	if x.kind == euler {
		return raised(e.Exp(exponent.Complex), value{}, exponent)
	}
	base := e.at(x)
	if n, ok := exponent.Whole(); ok && n.IsInt64() {
		return raised(e.PowInt(base.Complex, n.Int64()), base, exponent)
	}
	return raised(e.Pow(base.Complex, exponent.Complex, nil), base, exponent)
}

func (e *evaluator) apply(n *node) value {
	args, zs := make([]value, len(n.args)), make([]ball.Complex, len(n.args))
	for i, a := range n.args {
		args[i] = e.at(a)
		zs[i] = args[i].Complex
		if zs[i].State != ball.Defined {
			return args[i]
		}
	}
	if n.fn == flooring {
		zs[0] = e.sharp(n.args[0], zs[0])
	}
	if e.seen != nil && n.fn.sides != nil {
		e.seen[n] |= n.fn.sides(e.Context, zs)
	}
	if cost, ok := n.fn.cost(zs); !ok || !e.spend(cost) {
		return unknown
	}
	return applied(n.fn.at(e.Context, zs), n.fn, args)
}

// series adds or multiplies term by term, between whole ends.
func (e *evaluator) series(n *node) value {
	body, inner := n.args[0], n.args[1].name
	from, fromOK := e.at(n.args[2]).Whole()
	to, toOK := e.at(n.args[3]).Whole()
	if !fromOK || !toOK || !from.IsInt64() || !to.IsInt64() || to.Int64()-from.Int64() > maxTerms {
		return unknown
	}
	total, op := e.number(ratZero), (*evaluator).add
	if n.fn == multiplied {
		total, op = e.number(ratOne), (*evaluator).mul
	}
	for k := from.Int64(); k <= to.Int64(); k++ {
		if !e.spend(costBall) {
			return unknown
		}
		e.point[inner] = coordinate{re: big.NewRat(k, 1)}
		total = op(e, total, e.at(body))
	}
	return total
}
