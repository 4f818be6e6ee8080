package algebra

// hash is a running 64-bit FNV-1a hash.
type hash uint64

func (h hash) node(n *node) hash {
	h = h.byte(byte(n.kind)).byte(byte(len(n.args)))
	if n.kind == number {
		for _, w := range n.q.Num().Bits() {
			h = h.word(uint64(w))
		}
		for _, w := range n.q.Denom().Bits() {
			h = h.word(uint64(w))
		}
	}
	for i := range len(n.name) {
		h = h.byte(n.name[i])
	}
	if n.fn != nil {
		for i := range len(n.fn.name) {
			h = h.byte(n.fn.name[i])
		}
	}
	return h
}

func (h hash) byte(b byte) hash { return (h ^ hash(b)) * 1099511628211 }

func (h hash) word(w uint64) hash {
	for range 8 {
		h = h.byte(byte(w))
		w >>= 8
	}
	return h
}
