package attacks

import "strings"

// numbers adds near misses of the last number in the gold, and one number alone out
// of several.
func (b *builder) numbers() {
	runs := digitRuns(b.gold)
	if len(runs) == 0 {
		return
	}
	last := runs[len(runs)-1]
	before, digits, after := b.gold[:last.start], b.gold[last.start:last.end], b.gold[last.end:]
	b.add("number_off_by_one", before+increment(digits)+after)
	if last.start == 0 || b.gold[last.start-1] != '.' {
		b.add("number_times_ten", before+digits+"0"+after)
	}
	if n := len(digits); n > 1 {
		b.add("point_inside_number", before+digits[:n-1]+"."+digits[n-1:]+after)
	}
	if len(runs) > 1 {
		b.add("one_number_of_several", b.gold[runs[0].start:runs[0].end])
	}
	if merged := mergePoints(b.gold); merged != b.gold {
		b.add("digits_merged", merged)
	}
}

type span struct{ start, end int }

// digitRuns are the runs of ASCII digits in s.
func digitRuns(s string) []span {
	var runs []span
	for i := 0; i < len(s); i++ {
		if !isDigit(s[i]) {
			continue
		}
		start := i
		for i < len(s) && isDigit(s[i]) {
			i++
		}
		runs = append(runs, span{start, i})
	}
	return runs
}

// increment adds one to a decimal number of any length.
func increment(digits string) string {
	d := []byte(digits)
	for i := len(d) - 1; i >= 0; i-- {
		if d[i] < '9' {
			d[i]++
			return string(d)
		}
		d[i] = '0'
	}
	return "1" + string(d)
}

// mergePoints drops the decimal points between digits.
func mergePoints(s string) string {
	var b strings.Builder
	for i := range len(s) {
		if s[i] == '.' && i > 0 && i+1 < len(s) && isDigit(s[i-1]) && isDigit(s[i+1]) {
			continue
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
