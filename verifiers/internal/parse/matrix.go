package parse

import "gander/verifiers/internal/expr"

// environmentNode reads \begin{…} … \end{…}: a matrix, a determinant, cases, or rows of
// equations.
func (p *parser) environmentNode() *expr.Node {
	if !p.enter() {
		return noValue()
	}
	defer func() { p.depth-- }()
	name := p.take().text
	saved := frame{p.bars, p.brace, p.reversed}
	p.bars, p.brace, p.reversed = 0, false, false
	p.rows++
	rows := p.readRows()
	p.rows--
	p.bars, p.brace, p.reversed = saved.bars, saved.brace, saved.reversed
	if !p.accept(finish) {
		return p.fault("an environment without its end")
	}
	if len(rows) == 0 {
		return p.fault("an environment with nothing in it")
	}
	if name == "cases" || name == "dcases" || name == "rcases" {
		return p.byCases(rows)
	}
	if equations := p.equations(rows); equations != nil {
		return equations
	}
	switch name {
	case "matrix", "pmatrix", "bmatrix", "Bmatrix", "smallmatrix", "array":
		return p.matrix(rows)
	case "vmatrix":
		return p.call("det", p.matrix(rows))
	case "Vmatrix":
		return p.call("norm", p.matrix(rows))
	}
	if len(rows) == 1 && len(rows[0]) == 1 {
		return rows[0][0]
	}
	return p.fault("rows that are no equations")
}

// readRows reads rows up to \end; a last row that is empty is none.
func (p *parser) readRows() [][]*expr.Node {
	var rows [][]*expr.Node
	for p.err == nil && p.cur().kind != finish {
		if p.accept(row) {
			continue
		}
		var cells []*expr.Node
		for p.err == nil {
			if k := p.cur().kind; k == amp || k == row || k == finish {
				if k != amp {
					break
				}
				p.skip()
				continue
			}
			if p.remarkAhead() {
				cells = append(cells, p.remark())
				continue
			}
			cells = append(cells, bare(p.answer()))
			if k := p.cur().kind; k == comma {
				p.skip()
			} else if k != amp && k != row && k != finish {
				p.fault("this does not fit what stands before it")
			}
		}
		rows = append(rows, cells)
	}
	return rows
}

// matrix is rows as a matrix; they must be of one length.
func (p *parser) matrix(rows [][]*expr.Node) *expr.Node {
	var lines []*expr.Node
	for _, cells := range rows {
		if len(cells) != len(rows[0]) {
			return p.fault("rows of different length")
		}
		for i, c := range cells {
			cells[i] = p.value(c)
		}
		lines = append(lines, p.node(expr.List, "", cells...))
	}
	return p.node(expr.Matrix, "", lines...)
}

// equations is rows of one statement each as statements that hold together; nil when
// they are none.
func (p *parser) equations(rows [][]*expr.Node) *expr.Node {
	var all []*expr.Node
	for _, cells := range rows {
		if len(cells) != 1 || !isStatement(cells[0]) {
			return nil
		}
		all = append(all, cells[0])
	}
	if len(all) == 1 {
		return all[0]
	}
	return p.node(expr.And, "", all...)
}

// byCases is rows of a value and a condition; rows of one statement each are equations.
func (p *parser) byCases(rows [][]*expr.Node) *expr.Node {
	if n := p.equations(rows); n != nil {
		return n
	}
	var cases []*expr.Node
	for _, cells := range rows {
		switch {
		case len(cells) == 2:
			cases = append(cases, p.node(expr.Where, "", cells[0], cells[1]))
		case len(cells) == 1 && cells[0].Op == expr.Where:
			cases = append(cases, cells[0])
		default:
			return p.fault("a case without its condition")
		}
	}
	return p.call(expr.Cases, cases...)
}
