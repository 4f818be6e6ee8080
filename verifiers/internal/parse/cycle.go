package parse

import "strings"

// cycles open repeating digits.
var cycles = []struct{ open, close string }{{`\overline{`, "}"}, {`\bar{`, "}"}, {`\dot{`, "}"}, {`\overline `, ""}, {"(", ")"}}

// cycle finds repeating digits at s.at, behind the point: 0.\overline{3}, 0.(3),
// 0.\dot{1}4\dot{2}. It returns the digits and the length of their spelling, 0 for none.
func (s *scanner) cycle() (digits string, length int) {
	if s.at == 0 || s.at >= len(s.src) || s.src[s.at] != '\\' && s.src[s.at] != '(' {
		return "", 0
	}
	if strings.IndexByte(s.src[s.from:s.at], '.') < 0 {
		return "", 0
	}
	rest := s.src[s.at:]
	for _, c := range cycles {
		if !strings.HasPrefix(rest, c.open) {
			continue
		}
		n := len(c.open)
		for n < len(rest) && isDigit(rest[n]) {
			n++
		}
		digits = rest[len(c.open):n]
		if c.open == "(" && s.src[s.from] != '0' && s.src[s.at-1] != '.' {
			return "", 0 // 2.5(4) is a product
		}
		if digits == "" || !strings.HasPrefix(rest[n:], c.close) {
			return "", 0
		}
		n += len(c.close)
		if c.open == `\dot{` && len(digits) == 1 {
			if more, m := lastDot(rest[n:]); m > 0 {
				return digits + more, n + m
			}
		}
		return digits, n
	}
	return "", 0
}

// lastDot reads digits up to a second dotted one.
func lastDot(rest string) (digits string, length int) {
	n := 0
	for n < len(rest) && isDigit(rest[n]) {
		n++
	}
	const open = `\dot{`
	if !strings.HasPrefix(rest[n:], open) || len(rest) < n+len(open)+2 || !isDigit(rest[n+len(open)]) || rest[n+len(open)+1] != '}' {
		return "", 0
	}
	return rest[:n] + rest[n+len(open):n+len(open)+1], n + len(open) + 2
}
