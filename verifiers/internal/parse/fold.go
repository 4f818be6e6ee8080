package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// fold writes text in the smaller alphabet that the lexer reads: signs of Unicode as
// LaTeX, HTML entities as the sign they name, control characters that ate the first
// letter of a command as that command. Text that is plain ASCII is returned as it is.
func fold(text string) string {
	if !strings.ContainsFunc(text, func(r rune) bool { return r >= utf8.RuneSelf || r < ' ' || r == '&' }) {
		return text
	}
	var out strings.Builder
	out.Grow(len(text) + 16)
	for i := 0; i < len(text); {
		i += foldOne(&out, text[i:])
	}
	return out.String()
}

// origin is the offset in text of the byte at in folded. It folds again, so that texts
// without error need no table.
func origin(text, folded string, at int) int {
	if text == folded {
		return at
	}
	var out strings.Builder
	i := 0
	for i < len(text) {
		n := foldOne(&out, text[i:])
		if out.Len() > at {
			break
		}
		i += n
	}
	return i
}

// foldOne writes the sign at the start of text and says how many bytes it took.
func foldOne(out *strings.Builder, text string) int {
	switch c := text[0]; {
	case c == '&':
		if end := strings.IndexByte(text[:min(len(text), 10)], ';'); end > 0 {
			if sign, ok := entities[text[1:end]]; ok {
				out.WriteString(sign)
				return end + 1
			}
		}
	case c == '\\' && len(text) > 1 && text[1] < ' ':
		if eaten, ok := eatenLetter[text[1]]; ok && atCommand(text[2:], eaten) {
			return 1 // the backslash is there, the letter alone was eaten
		}
	case c < ' ':
		if eaten, ok := eatenLetter[c]; ok && atCommand(text[1:], eaten) {
			out.WriteByte('\\')
			out.WriteByte(eaten)
			return 1
		}
		out.WriteByte(' ')
		return 1
	case c >= utf8.RuneSelf:
		return foldRune(out, text)
	}
	out.WriteByte(text[0])
	return 1
}

// foldRune folds the rune at the start of text, and a run of raised or lowered signs as
// one exponent or index.
func foldRune(out *strings.Builder, text string) int {
	r, size := utf8.DecodeRuneInString(text)
	if sign, ok := signs[r]; ok {
		out.WriteString(sign)
		return size
	}
	for _, script := range scripts {
		if script.sign(r) == 0 {
			continue
		}
		out.WriteString(script.open)
		n := 0
		for n < len(text) {
			r, size := utf8.DecodeRuneInString(text[n:])
			c := script.sign(r)
			if c == 0 {
				break
			}
			out.WriteByte(c)
			n += size
		}
		out.WriteByte('}')
		return n
	}
	switch {
	case '０' <= r && r <= '～' || '！' <= r && r <= '０':
		out.WriteByte(byte(r - '！' + '!'))
	case '①' <= r && r <= '⑨':
		out.WriteByte(byte(r - '①' + '1'))
	case unicode.IsSpace(r), r == utf8.RuneError:
		out.WriteByte(' ')
	case unicode.Is(unicode.Cf, r), unicode.Is(unicode.Mn, r):
		// nothing to see
	default:
		out.WriteString(text[:size])
	}
	return size
}

// eatenLetter is the letter that a control character stands for when a backslash and
// that letter were read as an escape. A tab is a blank: it stands in plain text too often.
var eatenLetter = map[byte]byte{'\a': 'a', '\b': 'b', '\n': 'n', '\v': 'v', '\f': 'f', '\r': 'r'}

// atCommand says whether first and the letters that text starts with are a command, two
// letters of it in text at least: a line break before "u" is no \nu.
func atCommand(text string, first byte) bool {
	end := 0
	for end < len(text) && end < maxCommand && isLetter(text[end]) {
		end++
	}
	if end < 2 {
		return false
	}
	var name [maxCommand + 1]byte
	name[0] = first
	copy(name[1:], text[:end])
	_, ok := commands[string(name[:end+1])]
	return ok
}

// script is a set of raised or lowered signs.
type script struct {
	open string
	sign func(rune) byte
}

var scripts = []script{{"^{", raised}, {"_{", lowered}}

// raised is the plain sign of a superscript, 0 when r is none.
func raised(r rune) byte {
	switch r {
	case '²':
		return '2'
	case '³':
		return '3'
	case '¹':
		return '1'
	case '⁺':
		return '+'
	case '⁻':
		return '-'
	case 'ⁿ':
		return 'n'
	case 'ˣ':
		return 'x'
	case '⁰', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹':
		return byte(r-'⁰') + '0'
	}
	return 0
}

// lowered is the plain sign of a subscript, 0 when r is none.
func lowered(r rune) byte {
	switch r {
	case '₊':
		return '+'
	case '₋':
		return '-'
	case 'ₙ':
		return 'n'
	case 'ₖ':
		return 'k'
	case 'ᵢ':
		return 'i'
	}
	if '₀' <= r && r <= '₉' {
		return byte(r-'₀') + '0'
	}
	return 0
}

// entities of HTML that are seen in answers.
var entities = map[string]string{
	"lt": "<", "gt": ">", "le": `\le `, "ge": `\ge `, "ne": `\ne `, "amp": "&", "nbsp": " ", "pi": `\pi `,
	"times": `\times `, "divide": `\div `, "minus": "-", "plusmn": `\pm `, "deg": `^\circ `, "radic": `\sqrt `,
	"infin": `\infty `, "quot": `"`, "middot": `\cdot `, "frac12": `\frac12 `, "frac14": `\frac14 `, "frac34": `\frac34 `,
	"sup2": "^{2}", "sup3": "^{3}", "theta": `\theta `, "alpha": `\alpha `, "beta": `\beta `, "isin": `\in `, "cup": `\cup `, "cap": `\cap `,
}

// signs of Unicode as LaTeX.
var signs = map[rune]string{
	'−': "-", '–': "-", '—': "-", '‐': "-", '‑': "-", '﹣': "-", '×': `\times `, '✕': `\times `, '⨯': `\times `, '⋅': `\cdot `, '·': `\cdot `,
	'∙': `\cdot `, '•': `\cdot `, '∗': "*", '÷': `\div `, '∕': "/", '⁄': "/", '±': `\pm `, '∓': `\mp `, '√': `\sqrt `, '∛': `\sqrt[3]`, '∜': `\sqrt[4]`,
	'∞': `\infty `, '≤': `\le `, '≥': `\ge `, '⩽': `\le `, '⩾': `\ge `, '≦': `\le `, '≧': `\ge `, '≠': `\ne `, '≈': `\approx `, '≃': `\approx `, '≅': `\cong `, '≡': `\equiv `,
	'∼': `\sim `, '∈': `\in `, '∉': `\notin `, '⊂': `\subset `, '⊆': `\subset `, '⊃': `\supset `, '⊇': `\supset `, '∪': `\cup `, '∩': `\cap `,
	'∖': `\setminus `, '∅': `\emptyset `, '⌀': `\emptyset `, '∧': `\land `, '∨': `\lor `, '¬': `\lnot `, '→': `\to `, '⟶': `\to `, '↦': `\to `, '⇒': `\to `, '⟹': `\to `,
	'∑': `\sum `, '∏': `\prod `, '∫': `\int `, '∂': `\partial `, '∠': `\angle `, '△': `\triangle `, '°': `^\circ `, 'º': `^\circ `, '˚': `^\circ `,
	'′': "'", '’': "'", '‘': "'", '″': "''", '“': `"`, '”': `"`, '…': `\ldots `, '⋯': `\ldots `, '％': "%", '∣': "|", '‖': `\|`, '∥': `\|`,
	'⟨': `\langle `, '⟩': `\rangle `, '〈': `\langle `, '〉': `\rangle `, '⌊': `\lfloor `, '⌋': `\rfloor `, '⌈': `\lceil `, '⌉': `\rceil `,
	'（': "(", '）': ")", '，': ",", '、': ",", '；': ";", '：': ":", '。': ".", '【': "[", '】': "]",
	'ℝ': `\mathbb{R}`, 'ℤ': `\mathbb{Z}`, 'ℕ': `\mathbb{N}`, 'ℚ': `\mathbb{Q}`, 'ℂ': `\mathbb{C}`, 'ℓ': `\ell `, 'ℏ': `\hbar `,
	'½': `\frac{1}{2}`, '⅓': `\frac{1}{3}`, '⅔': `\frac{2}{3}`, '¼': `\frac{1}{4}`, '¾': `\frac{3}{4}`, '⅕': `\frac{1}{5}`, '⅖': `\frac{2}{5}`, '⅗': `\frac{3}{5}`,
	'⅘': `\frac{4}{5}`, '⅙': `\frac{1}{6}`, '⅚': `\frac{5}{6}`, '⅛': `\frac{1}{8}`, '⅜': `\frac{3}{8}`, '⅝': `\frac{5}{8}`, '⅞': `\frac{7}{8}`,
	'⑩': "10", '⑪': "11", '⑫': "12", '€': `\euro `, '£': `\pounds `, '¥': `\yen `, '₹': `\rupee `, '￥': `\yen `,
	'α': `\alpha `, 'β': `\beta `, 'γ': `\gamma `, 'δ': `\delta `, 'ε': `\epsilon `, 'ϵ': `\epsilon `, 'ζ': `\zeta `, 'η': `\eta `, 'θ': `\theta `, 'ι': `\iota `,
	'κ': `\kappa `, 'λ': `\lambda `, 'μ': `\mu `, 'µ': `\mu `, 'ν': `\nu `, 'ξ': `\xi `, 'π': `\pi `, '𝜋': `\pi `, 'ρ': `\rho `, 'σ': `\sigma `, 'τ': `\tau `, 'υ': `\upsilon `,
	'φ': `\phi `, 'ϕ': `\phi `, 'χ': `\chi `, 'ψ': `\psi `, 'ω': `\omega `, 'Γ': `\Gamma `, 'Δ': `\Delta `, 'Θ': `\Theta `, 'Λ': `\Lambda `, 'Ξ': `\Xi `, 'Π': `\Pi `,
	'Σ': `\Sigma `, 'Φ': `\Phi `, 'Ψ': `\Psi `, 'Ω': `\Omega `,
}
