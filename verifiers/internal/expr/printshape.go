package expr

// list prints nodes with sep between.
func (p *printer) list(nodes []*Node, sep string, least int) {
	for i, n := range nodes {
		if i > 0 {
			p.WriteString(sep)
		}
		p.node(n, least)
	}
}

// between prints nodes with commas, in brackets.
func (p *printer) between(open string, nodes []*Node, shut string) {
	p.WriteString(open)
	p.list(nodes, ", ", item)
	p.WriteString(shut)
}

// condition prints what stands behind the bar of a builder, where a list may stand.
func (p *printer) condition(n *Node) {
	if n.Op == Where {
		p.node(n, item)
		return
	}
	p.node(n, loose)
}

func (p *printer) interval(n *Node) {
	open, shut := n.Name[:1], n.Name[1:]
	if n.Name == "()" {
		open, shut = "]", "["
	}
	p.between(open, n.Args, shut)
}

func (p *printer) matrix(n *Node) {
	p.WriteString(`\begin{matrix}`)
	for i, row := range n.Args {
		if i > 0 {
			p.WriteString(` \\ `)
		}
		p.list(row.Args, " & ", item)
	}
	p.WriteString(`\end{matrix}`)
}

func (p *printer) clock(n *Node) {
	for i, a := range n.Args {
		text := a.Value.Num().String()
		if i > 0 {
			p.WriteByte(':')
			if len(text) < 2 {
				p.WriteByte('0')
			}
		}
		p.WriteString(text)
	}
	if n.Name == "" {
		p.WriteString(" o'clock")
		return
	}
	p.WriteString(" " + n.Name)
}

// statement prints what stands between answers.
func (p *printer) statement(n *Node) {
	switch n.Op {
	case List:
		sep := ", "
		for _, a := range n.Args {
			if endsInList(a) {
				sep = "; "
			}
		}
		for i, a := range n.Args {
			if i > 0 {
				p.WriteString(sep)
			}
			if a.Op == List {
				p.list(a.Args, ", ", item)
			} else {
				p.node(a, item)
			}
		}
	case And:
		p.list(n.Args, " and ", item)
	case Or:
		for i, a := range n.Args {
			if i > 0 {
				p.WriteString(" or ")
			}
			if a.Op == List && !all(a.Args, isStatement) {
				p.list(a.Args, " and ", item)
			} else if a.Op == And || a.Op == List {
				p.bare(a)
			} else {
				p.node(a, item)
			}
		}
	case Where:
		if n.Args[0].Op == Where {
			p.node(n.Args[0], item)
		} else {
			p.node(n.Args[0], loose)
		}
		for _, a := range n.Args[1:] {
			p.WriteString(" where ")
			p.condition(a)
		}
	case Not:
		p.WriteString("¬ ")
		p.node(n.Args[0], item)
	case Relation:
		p.relation(n)
	case Labeled:
		p.WriteString(`"` + n.Name + `": `)
		p.node(n.Args[0], item)
	case Ratio:
		p.list(n.Args, " : ", union)
	case Union:
		p.list(n.Args, " ∪ ", meet)
	case Intersect:
		p.list(n.Args, " ∩ ", sum)
	case Without:
		p.node(n.Args[0], union)
		p.WriteString(" ∖ ")
		p.node(n.Args[1], meet)
	}
}

// endsInList says whether the printed form of n has a comma outside brackets.
func endsInList(n *Node) bool {
	return n.Op == List || n.Op == Relation && n.Args[len(n.Args)-1].Op == List
}

func isStatement(n *Node) bool {
	return n.Op == Relation || n.Op == Not || n.Op == And || n.Op == Or
}

func all(nodes []*Node, is func(*Node) bool) bool {
	for _, n := range nodes {
		if !is(n) {
			return false
		}
	}
	return true
}

func (p *printer) relation(n *Node) {
	for i, a := range n.Args {
		if i > 0 {
			p.WriteString(" " + n.Rels[i-1].String() + " ")
		}
		if i == len(n.Args)-1 && a.Op == List { // x = 1, 2
			p.list(a.Args, ", ", item)
			continue
		}
		if a.Is(E) || a.Is(I) { // alone on a side they would be variables
			p.node(a, never)
			continue
		}
		p.node(a, ratio)
	}
}
