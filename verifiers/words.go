package verifiers

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// gap is what stands before a word, the strongest mark of it.
type gap uint8

const (
	plain gap = iota // blank, hyphen, quote, full stop
	comma            // comma or opening bracket: what follows explains
	hard             // semicolon, slash, bar, bullet, line end: what follows is another item
)

// phrase is an answer as the text rules compare it.
type phrase struct {
	// words are the folded words in order, numbers among them.
	words []string
	// gaps[i] is what stands before words[i].
	gaps []gap
	// joined is the words with one blank between and around them, so that a search for
	// one joined text in another respects word borders.
	joined string
}

// read folds text and cuts it into words.
//
// A word is a run of letters, marks and digits. Inside it apostrophes vanish (what's →
// whats) and so do the full stops of abbreviations (U.S. → us). A number keeps its sign
// and its decimal point and loses well-formed thousands commas (1,000 → 1000). Number
// words to twenty become digits, short month names long ones, % and & words. A, an and
// the are dropped unless they come last. LaTeX text commands vanish.
func read(text string) phrase {
	r := reader{s: fold(text)}
	r.words = make([]string, 0, 8)
	r.gaps = make([]gap, 0, 8)
	for r.i < len(r.s) {
		r.step()
	}
	return phrase{words: r.words, gaps: r.gaps, joined: " " + strings.Join(r.words, " ") + " "}
}

type reader struct {
	s     string
	i     int
	gap   gap
	words []string
	gaps  []gap
}

// step reads one word or one mark.
func (r *reader) step() {
	c := r.s[r.i]
	switch {
	case isDigit(c):
		r.number(r.i)
	case c == '-' && isDigit(r.at(r.i+1)) && !r.afterWord():
		r.i++
		r.number(r.i - 1)
	case c >= 'a' && c <= 'z' || c >= utf8.RuneSelf && r.letterAt(r.i) > 0:
		r.word(r.i)
	case c == '\\':
		r.command()
	default:
		r.mark(c)
	}
}

// mark reads one character that is no part of a word.
func (r *reader) mark(c byte) {
	size := 1
	if c >= utf8.RuneSelf {
		_, size = utf8.DecodeRuneInString(r.s[r.i:])
	}
	symbol := r.s[r.i : r.i+size]
	r.i += size
	switch symbol {
	case ",", "(", "[", "、", "،":
		r.gap = max(r.gap, comma)
	case ";", "/", "|", "\n", "\r", "•", "·", "⁄", "→":
		r.gap = hard
	case "%", "&", "$", "€", "£", "¥", "°":
		r.add(symbol)
	}
}

// command passes over a LaTeX text command with its backslash; of any other one only
// the backslash goes.
func (r *reader) command() {
	r.i++
	rest := r.s[r.i:]
	n := 0
	for n < len(rest) && rest[n] >= 'a' && rest[n] <= 'z' {
		n++
	}
	switch rest[:n] {
	case "text", "textbf", "textit", "textrm", "mathrm", "mathbf", "mathit", "mbox", "emph":
		r.i += n
	}
}

// number reads digits from r.i on, and the letters right behind them; the word starts
// at start, before a sign.
func (r *reader) number(start int) {
	group := r.i // start of the group of digits that a comma may end; -1 after the point
	commas := false
scan:
	for ; r.i < len(r.s); r.i++ {
		c := r.s[r.i]
		switch {
		case isDigit(c):
		case c == '.' && isDigit(r.at(r.i+1)):
			group = -1
		case c == ',' && group >= 0 && r.i-group <= 3 && r.threeDigits(r.i+1):
			commas = true
			group = r.i + 1
		default:
			break scan
		}
	}
	r.i += r.wordRun(r.i)
	word := r.s[start:r.i]
	if commas {
		word = strings.ReplaceAll(word, ",", "")
	}
	r.add(word)
}

// threeDigits says whether exactly three digits start at i.
func (r *reader) threeDigits(i int) bool {
	return isDigit(r.at(i)) && isDigit(r.at(i+1)) && isDigit(r.at(i+2)) && !isDigit(r.at(i+3))
}

// word reads a word that starts with a letter at start.
func (r *reader) word(start int) {
	r.i += r.wordRun(start)
	end := r.i
	for r.continues(start) {
		r.i += 1 + r.wordRun(r.i+1)
	}
	joined := r.i > end
	for r.endsInSign() {
		r.i++
	}
	word := r.s[start:r.i]
	if joined {
		word = inWord.Replace(word)
	}
	r.add(word)
}

// inWord drops what [reader.continues] reads over.
var inWord = strings.NewReplacer("'", "", ".", "")

// continues says whether the mark at r.i is part of the word that began at start: an
// apostrophe before a letter, or a full stop between single letters, as in u.s.
func (r *reader) continues(start int) bool {
	n := r.letterAt(r.i + 1)
	if n == 0 {
		return false
	}
	switch r.at(r.i) {
	case '\'':
		return true
	case '.':
		_, size := utf8.DecodeLastRuneInString(r.s[start:r.i])
		first := r.i - size
		return (first == start || r.s[first-1] == '.') && r.letterAt(r.i+1+n) == 0
	}
	return false
}

// endsInSign says whether the mark at r.i ends a name like c++ or c#.
func (r *reader) endsInSign() bool {
	c := r.at(r.i)
	return (c == '+' || c == '#') && r.letterAt(r.i+1) == 0 && !isDigit(r.at(r.i+1))
}

// wordRun is the length of the run of letters, marks and digits at i.
func (r *reader) wordRun(i int) int {
	from := i
	for i < len(r.s) {
		if isDigit(r.s[i]) {
			i++
			continue
		}
		n := r.letterAt(i)
		if n == 0 {
			break
		}
		i += n
	}
	return i - from
}

// letterAt is the size of the letter, mark or non-ASCII digit at i, 0 when there is
// none.
func (r *reader) letterAt(i int) int {
	c := r.at(i)
	if c >= 'a' && c <= 'z' {
		return 1
	}
	if c < utf8.RuneSelf {
		return 0
	}
	l, size := utf8.DecodeRuneInString(r.s[i:])
	if l != utf8.RuneError && (unicode.IsLetter(l) || unicode.IsMark(l) || unicode.IsNumber(l)) {
		return size
	}
	return 0
}

// afterWord says whether a letter or digit stands right before r.i.
func (r *reader) afterWord() bool {
	if r.i == 0 {
		return false
	}
	l, _ := utf8.DecodeLastRuneInString(r.s[:r.i])
	return unicode.IsLetter(l) || unicode.IsNumber(l)
}

// at is the byte at i, 0 past the end.
func (r *reader) at(i int) byte {
	if i < len(r.s) {
		return r.s[i]
	}
	return 0
}

// add appends a word and drops the article before it.
func (r *reader) add(word string) {
	if w, ok := synonyms[word]; ok {
		word = w
	}
	if last := len(r.words) - 1; last >= 0 && isArticle(r.words[last]) {
		r.words[last] = word
		r.gaps[last] = max(r.gaps[last], r.gap)
	} else {
		r.words = append(r.words, word)
		r.gaps = append(r.gaps, r.gap)
	}
	r.gap = plain
}

func isArticle(w string) bool { return w == "a" || w == "an" || w == "the" }

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
