package attacks

import (
	"math"
	"strconv"
	"strings"
)

// number is a decimal number as it is written in a text.
type number struct {
	start, end int    // its bytes in the text
	whole      string // digits before the point, without thousands commas
	fraction   string // digits behind the point; empty without one
}

// findNumbers finds the numbers of s: digits, perhaps with well-formed thousands commas
// and a decimal point. Signs are not part of them.
func findNumbers(s string) []number {
	var all []number
	for i := 0; i < len(s); i++ {
		if isDigit(s[i]) {
			n := readNumber(s, i)
			all = append(all, n)
			i = n.end - 1
		}
	}
	return all
}

// readNumber reads the number whose first digit is s[start].
func readNumber(s string, start int) number {
	end := skipDigits(s, start)
	n := number{start: start, whole: s[start:end]}
	if len(n.whole) <= 3 {
		for end < len(s) && s[end] == ',' && skipDigits(s, end+1) == end+4 {
			end += 4
		}
		n.whole = strings.ReplaceAll(s[start:end], ",", "")
	}
	if end < len(s) && s[end] == '.' {
		if stop := skipDigits(s, end+1); stop > end+1 {
			n.fraction = s[end+1 : stop]
			end = stop
		}
	}
	n.end = end
	return n
}

// skipDigits is the offset of the first byte of s from i on that is no digit.
func skipDigits(s string, i int) int {
	for i < len(s) && isDigit(s[i]) {
		i++
	}
	return i
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// decimal writes a number with fraction behind the point.
func decimal(whole, fraction string) string {
	if fraction == "" {
		return whole
	}
	return whole + "." + fraction
}

// edit is a change of a number that changes its value.
type edit struct {
	name string
	by   float64 // how far the value moves
	text string
}

// maxExact is how many digits a number may have whose last one is said to matter; those
// of longer ones are often noise of a computation.
const maxExact = 8

// edits are the near misses of n.
func (n number) edits() []edit {
	all := []edit{{"number_plus_one", 1, decimal(increment(n.whole), n.fraction)}}
	if strings.Trim(n.whole, "0") != "" {
		all = append(all, edit{"number_minus_one", 1, decimal(decrement(n.whole), n.fraction)})
	}
	if swapped := n.swapped(); swapped != "" {
		all = append(all, edit{"number_digits_swapped", 9 * n.unit(), swapped})
	}
	if n.fraction != "" && len(n.whole+n.fraction) <= maxExact {
		digits := increment(n.whole + n.fraction)
		point := len(digits) - len(n.fraction)
		all = append(all, edit{"number_last_digit", n.unit(), decimal(digits[:point], digits[point:])})
	}
	if v := n.value(); v != 0 {
		all = append(all, edit{"number_times_ten", 9 * v, n.timesTen()}, edit{"number_tenth", 0.9 * v, n.tenth()})
	}
	return all
}

// value is the number, rounded; +Inf for one beyond the range of float64.
func (n number) value() float64 {
	v, err := strconv.ParseFloat(decimal(n.whole, n.fraction), 64)
	if err != nil {
		return math.Inf(1)
	}
	return v
}

// unit is the value of the last digit.
func (n number) unit() float64 {
	u := 1.0
	for range n.fraction {
		u /= 10
	}
	return u
}

// swapped exchanges the last two neighboring digits that differ, or is empty.
func (n number) swapped() string {
	digits := []byte(n.whole + n.fraction)
	for i := len(digits) - 2; i >= 0; i-- {
		if digits[i] != digits[i+1] {
			digits[i], digits[i+1] = digits[i+1], digits[i]
			return decimal(string(digits[:len(n.whole)]), string(digits[len(n.whole):]))
		}
	}
	return ""
}

// timesTen moves the point to the right.
func (n number) timesTen() string {
	if n.fraction == "" {
		return n.whole + "0"
	}
	return decimal(trimZeros(n.whole+n.fraction[:1]), n.fraction[1:])
}

// tenth moves the point to the left.
func (n number) tenth() string {
	last := len(n.whole) - 1
	return decimal(trimZeros(n.whole[:last]), n.whole[last:]+n.fraction)
}

// trimZeros drops zeros that lead digits, but for the last digit.
func trimZeros(digits string) string {
	if digits = strings.TrimLeft(digits, "0"); digits == "" {
		return "0"
	}
	return digits
}

// increment adds one to a number of any length.
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

// decrement takes one from a number of any length that is not zero.
func decrement(digits string) string {
	d := []byte(digits)
	for i := len(d) - 1; i >= 0; i-- {
		if d[i] > '0' {
			d[i]--
			break
		}
		d[i] = '9'
	}
	return trimZeros(string(d))
}
