package algebra

import (
	"cmp"
	"math/big"
	"slices"
	"strconv"
	"strings"
)

// text is f in print: equal polys have one text, whatever the order of their atoms.
func (r *ring) text(f fraction) string {
	if r.failed {
		return ""
	}
	num := r.polyText(f.num)
	if f.den == nil {
		return num
	}
	den := r.polyText(f.den)
	if len(f.num) > 1 {
		num = "(" + num + ")"
	}
	return num + "/(" + den + ")"
}

// line is a term in print, and what it is sorted by.
type line struct {
	degree float64
	mono   string
	coef   *big.Rat
}

// lines are the terms of p, those of high degree in names first.
func (r *ring) lines(p poly) []line {
	list := make([]line, len(p))
	for i, t := range p {
		if !r.spend(costTerm * (2 + len(t.mono))) {
			return nil
		}
		list[i] = line{mono: r.monoText(t.mono), coef: t.coef}
		if !r.spend(len(list[i].mono) / 8) {
			return nil
		}
		for _, f := range t.mono {
			if a := r.atoms[f.atom]; !a.positive && a.text != unitText {
				list[i].degree += float64(f.exp.n) / float64(f.exp.d)
			}
		}
	}
	slices.SortFunc(list, func(a, b line) int {
		return cmp.Or(cmp.Compare(b.degree, a.degree), cmp.Compare(a.mono, b.mono))
	})
	return list
}

// leadingMinus says whether the first term of p in print has a minus.
func (r *ring) leadingMinus(p poly) bool {
	list := r.lines(p)
	return len(list) > 0 && list[0].coef.Sign() < 0
}

func (r *ring) polyText(p poly) string {
	if len(p) == 0 {
		return "0"
	}
	var s strings.Builder
	for i, l := range r.lines(p) {
		c := l.coef
		switch {
		case i > 0 && c.Sign() < 0:
			s.WriteString(" - ")
			c = new(big.Rat).Neg(c)
		case i > 0:
			s.WriteString(" + ")
		case is(c, -1) && l.mono != "":
			s.WriteString("-")
			c = ratOne
		}
		switch {
		case l.mono == "":
			s.WriteString(c.RatString())
		case is(c, 1):
			s.WriteString(l.mono)
		default:
			s.WriteString(c.RatString() + "*" + l.mono)
		}
		if s.Len() > maxText {
			r.failed = true
		}
		if r.failed {
			return ""
		}
	}
	return s.String()
}

// monoText is a product of powers: roots first, then by name.
func (r *ring) monoText(m mono) string {
	list := make([]string, len(m))
	for i, f := range m {
		list[i] = r.factorText(f)
	}
	slices.Sort(list)
	return strings.Join(list, "*")
}

func (r *ring) factorText(f factor) string {
	text := r.atoms[f.atom].text
	switch f.exp {
	case ratio{1, 1}:
		return text
	case ratio{1, 2}:
		return "sqrt(" + text + ")"
	}
	e := strconv.Itoa(int(f.exp.n))
	if f.exp.d != 1 {
		e = "(" + e + "/" + strconv.Itoa(int(f.exp.d)) + ")"
	} else if f.exp.n < 0 {
		e = "(" + e + ")"
	}
	return closed(text) + "^" + e
}

// closed is text in brackets unless it is one name or one call.
func closed(text string) string {
	depth := 0
	for _, c := range text {
		switch c {
		case '(', '{':
			depth++
		case ')', '}':
			depth--
		case ' ', '^', '*', '/', '-', ',':
			if depth == 0 {
				return "(" + text + ")"
			}
		}
	}
	return text
}
