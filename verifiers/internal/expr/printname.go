package expr

import "strings"

// String is the sign itself, as in ≤.
func (r Rel) String() string { return relSigns[r] }

var relSigns = map[Rel]string{
	Equal: "=", NotEqual: "≠", Less: "<", LessEqual: "≤", Greater: ">", GreaterEqual: "≥", Approx: "≈", Member: "∈", NotMember: "∉", Subset: "⊂", Superset: "⊃",
	Congruent: "≡", Similar: "∼", Maps: "→", Defines: ":=",
}

var constantSigns = map[string]string{
	Pi: "pi", E: "e", I: "i", Infinity: "∞", EmptySet: "∅", Reals: "ℝ", Rationals: "ℚ", Integers: "ℤ", Naturals: "ℕ", Complexes: "ℂ", Undefined: "undefined", NoSolution: "no solution",
}

func currencySign(name string) string {
	if name == "$" {
		return `\$`
	}
	return name
}

// symbol prints a name: letters and Greek names, with index and primes, as they are; all
// else in \variable.
func (p *printer) symbol(name string) {
	if IsLetter(name) {
		p.WriteString(name)
		return
	}
	p.WriteString(`\variable{` + name + "}")
}

// letters are the names of more than one letter that are written bare.
var letters = set(`alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi rho sigma tau upsilon phi chi psi omega
	Gamma Delta Theta Lambda Xi Sigma Phi Psi Omega ell hbar partial nabla odot`)

func set(words string) map[string]bool {
	in := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		in[w] = true
	}
	return in
}

// IsLetter says whether name is one letter or Greek name, with or without an index in
// braces and primes behind it.
func IsLetter(name string) bool {
	base := strings.TrimRight(name, "'")
	primes := len(base) < len(name)
	letter, index, indexed := strings.Cut(base, "_")
	if indexed && (len(index) < 3 || index[0] != '{' || strings.IndexAny(index[1:], "{}") != len(index)-2) {
		return false
	}
	if len(letter) != 1 {
		return letters[letter]
	}
	c := letter[0] | 0x20
	if (letter == E || letter == I) && !indexed && !primes {
		return false
	}
	return 'a' <= c && c <= 'z'
}

// function prints the name of a function.
func (p *printer) function(name string) {
	if plainCalls[name] {
		p.WriteString(name)
		return
	}
	if letter, _, _ := strings.Cut(strings.TrimRight(name, "'"), "_"); (letter == "f" || letter == "g" || letter == "h") && IsLetter(name) {
		p.WriteString(name)
		return
	}
	p.WriteString(`\operatorname{` + name + "}")
}

// plainCalls are the functions whose name needs no mark before brackets.
var plainCalls = set(`sin cos tan cot sec csc arcsin arccos arctan arccot arcsec arccsc sinh cosh tanh coth sech csch arcsinh arccosh arctanh
	ln log exp max min sup gcd lcm det dim deg arg sgn abs floor ceil re im rank trace sqrt root binomial mod pmod sum product integral limit derivative
	overline vec hat tilde dot ddot arc angle triangle norm cases positive negative nonnegative nonzero transpose`)
