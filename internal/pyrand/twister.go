package pyrand

const (
	size  = 624 // words of state
	shift = 397 // distance of the word that is mixed in
)

// twister is MT19937: 624 words of state, given out tempered and then made anew.
type twister struct {
	state [size]uint32
	used  int
}

// seed sets the state from a key of one or more words, the published init_by_array.
func (t *twister) seed(key []uint32) {
	s := &t.state
	s[0] = 19650218
	for i := uint32(1); i < size; i++ {
		s[i] = 1812433253*(s[i-1]^s[i-1]>>30) + i
	}
	i := 1
	step := func() {
		if i++; i == size {
			s[0], i = s[size-1], 1
		}
	}
	for n := range max(size, len(key)) {
		j := n % len(key)
		s[i] = (s[i] ^ (s[i-1]^s[i-1]>>30)*1664525) + key[j] + uint32(j)
		step()
	}
	for range size - 1 {
		s[i] = (s[i] ^ (s[i-1]^s[i-1]>>30)*1566083941) - uint32(i)
		step()
	}
	s[0] = 1 << 31
	t.used = size
}

// next gives 32 random bits.
func (t *twister) next() uint32 {
	if t.used == size {
		t.renew()
	}
	y := t.state[t.used]
	t.used++
	y ^= y >> 11
	y ^= y << 7 & 0x9d2c5680
	y ^= y << 15 & 0xefc60000
	return y ^ y>>18
}

func (t *twister) renew() {
	s := &t.state
	for i := range s {
		y := s[i]&(1<<31) | s[(i+1)%size]&(1<<31-1)
		s[i] = s[(i+shift)%size] ^ y>>1 ^ y&1*0x9908b0df
	}
	t.used = 0
}
