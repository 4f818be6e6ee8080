package answer

import (
	"strings"
	"unicode/utf8"

	"gander/verifiers/internal/expr"
)

// where is the form of a value with remarks behind it. A remark that only says what a
// name may be, such as "k ∈ ℤ" or "for some integer t", is noted and taken off; with any
// other remark the whole equals only itself.
func (r *reader) where(n *expr.Node) form {
	for _, remark := range n.Args[1:] {
		if !r.domain(remark) {
			return opaque{n}
		}
	}
	return r.read(n.Args[0])
}

// domain says whether n only says what names may be, and notes that.
func (r *reader) domain(n *expr.Node) bool {
	switch n.Op {
	case expr.List, expr.And:
		return all(n.Args, r.domain)
	case expr.Text:
		names, kind, ok := readDomain(fold(n.Name))
		for _, name := range names {
			r.bind(name, kind)
		}
		return ok
	case expr.Relation:
		if len(n.Rels) != 1 || n.Rels[0] != expr.Member {
			return false
		}
		kind := numberSet(n.Args[1])
		if kind == "" {
			return false
		}
		left := n.Args[0]
		if left.Op == expr.Symbol {
			r.bind(left.Name, kind)
			return true
		}
		return false
	}
	return false
}

// bind notes that name stands for any number of a kind.
func (r *reader) bind(name, kind string) {
	if r.bound == nil {
		r.bound = map[string]string{}
	}
	r.bound[name] = kind
}

// numberSet is the name of the set of numbers n, or empty.
func numberSet(n *expr.Node) string {
	switch {
	case n.Op == expr.Constant:
		switch n.Name {
		case expr.Integers, expr.Naturals, expr.Reals, expr.Rationals, expr.Complexes:
			return n.Name
		}
	case n.Op == expr.Call && len(n.Args) == 1 && setPart[n.Name]:
		if whole := numberSet(n.Args[0]); whole != "" {
			return n.Name + " " + whole
		}
	}
	return ""
}

// setPart are the functions that take a part of a set of numbers.
var setPart = map[string]bool{"positive": true, "nonnegative": true, "negative": true, "nonzero": true}

// kindWords are the words that say what a name may be; empty for those that only lead
// there.
var kindWords = map[string]string{
	"is": "", "are": "", "an": "", "any": "", "arbitrary": "", "all": "", "some": "", "every": "", "each": "", "and": "", "the": "",
	"number": "", "numbers": "", "be": "", "for": "", "where": "",
	"integer": expr.Integers, "integers": expr.Integers, "natural": expr.Naturals, "real": expr.Reals, "reals": expr.Reals,
	"rational": expr.Rationals, "rationals": expr.Rationals, "complex": expr.Complexes,
	"positive": "positive", "negative": "negative", "nonnegative": "nonnegative", "nonzero": "nonzero",
	"constant": "constant", "constants": "constant", "parameter": "constant",
}

// readDomain reads folded words such as "t is an integer": names of one letter and the
// kind of them all. It is false when the words say more.
func readDomain(words string) (names []string, kind string, ok bool) {
	var kinds []string
	fields := strings.Fields(words)
	for i, w := range fields {
		says, known := kindWords[w]
		switch {
		case w == "a" && i+1 < len(fields) && kindWords[fields[i+1]] != "":
		case known && says != "":
			kinds = append(kinds, says)
		case known:
		case utf8.RuneCountInString(w) == 1:
			names = append(names, w)
		default:
			return nil, "", false
		}
	}
	return names, strings.Join(kinds, " "), len(names) > 0 && len(kinds) > 0
}
