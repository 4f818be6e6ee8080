package tokens

import "unicode/utf8"

// A vocabulary is what byte-pair encoding needs to know of a tokenizer.
type vocabulary struct {
	bytes  [256]int32       // the token of every single byte
	runes  map[rune]int32   // the tokens of runes that are not taken as bytes; nil for none
	merges map[pair]merged  // what two neighbors become, and when
	whole  map[string]int32 // pieces that are one token without merging; nil for none
}

type pair struct{ left, right int32 }

// merged is the token that a pair becomes. Of all pairs in a piece the one with the
// lowest rank merges first, and of equals the leftmost.
type merged struct{ token, rank int32 }

// count gives the number of tokens of a piece. It takes O(n log n) time in the length
// of the piece, whatever the piece is.
func (v *vocabulary) count(piece string) int {
	if _, ok := v.whole[piece]; ok {
		return 1
	}
	return v.merge(v.parts(piece))
}

// parts gives the tokens of the bytes or the runes of a piece.
func (v *vocabulary) parts(piece string) []part {
	parts := make([]part, 0, len(piece))
	add := func(token int32) {
		i := int32(len(parts))
		parts = append(parts, part{token: token, prev: i - 1, next: i + 1})
	}
	for i, width := 0, 1; i < len(piece); i += width {
		if v.runes != nil {
			var r rune
			r, width = utf8.DecodeRuneInString(piece[i:])
			if token, ok := v.runes[r]; ok {
				add(token)
				continue
			}
		}
		for _, b := range []byte(piece[i : i+width]) {
			add(v.bytes[b])
		}
	}
	return parts
}

// A part is a token so far. Parts are linked by index, where the first part starts; a
// part that was merged into the one before it is gone.
type part struct {
	token, prev, next int32
}

const gone = -1

// merge applies all merges to the parts and gives the number of those that are left.
func (v *vocabulary) merge(parts []part) int {
	var due queue
	offer := func(i int32) {
		if i < 0 || int(parts[i].next) >= len(parts) {
			return
		}
		if m, ok := v.merges[pair{parts[i].token, parts[parts[i].next].token}]; ok {
			due.push(step{m.rank, i, m.token})
		}
	}
	for i := range parts {
		offer(int32(i))
	}
	left := len(parts)
	for len(due) > 0 {
		s := due.pop()
		at := &parts[s.at]
		if at.token == gone || int(at.next) >= len(parts) {
			continue
		}
		m, ok := v.merges[pair{at.token, parts[at.next].token}]
		if !ok || m.token != s.token {
			continue // one of the two has merged with another part since
		}
		next := &parts[at.next]
		at.token, next.token, at.next = m.token, gone, next.next
		if int(at.next) < len(parts) {
			parts[at.next].prev = s.at
		}
		left--
		offer(at.prev)
		offer(s.at)
	}
	return left
}

// A step is a merge that was possible when it was put into the queue.
type step struct{ rank, at, token int32 }

func (s step) before(other step) bool {
	return s.rank < other.rank || s.rank == other.rank && s.at < other.at
}

// queue is a binary heap of steps, the next one first.
type queue []step

func (q *queue) push(s step) {
	h := append(*q, s)
	i := len(h) - 1
	for ; i > 0 && s.before(h[(i-1)/2]); i = (i - 1) / 2 {
		h[i] = h[(i-1)/2]
	}
	h[i] = s
	*q = h
}

func (q *queue) pop() step {
	h := *q
	top, s := h[0], h[len(h)-1]
	h = h[:len(h)-1]
	for i := 0; len(h) > 0; {
		child := 2*i + 1
		if child+1 < len(h) && h[child+1].before(h[child]) {
			child++
		}
		if child >= len(h) || !h[child].before(s) {
			h[i] = s
			break
		}
		h[i] = h[child]
		i = child
	}
	*q = h
	return top
}
