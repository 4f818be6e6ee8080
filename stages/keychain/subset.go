package keychain

// subsetSum picks items whose sizes sum to at least low and at most high, and
// returns their indices; ok is false when there is none. Sizes are positive. Earlier
// items are preferred, so the order of items decides among solutions. Time and memory
// grow with len(sizes) times high.
func subsetSum(sizes []int, low, high int) (chosen []int, ok bool) {
	if low <= 0 {
		return nil, high >= 0
	}
	// from[s] is 1 + the item that first reached sum s. That sum minus the item's size
	// was reached by earlier items alone, so the way back never uses an item twice.
	from := make([]int32, high+1)
	for i, size := range sizes {
		for s := high; s >= size; s-- {
			if from[s] == 0 && (s == size || from[s-size] != 0 && int(from[s-size]) <= i) {
				from[s] = int32(i + 1)
			}
		}
		for s := low; s <= high; s++ {
			if from[s] != 0 {
				for s > 0 {
					item := int(from[s]) - 1
					chosen = append(chosen, item)
					s -= sizes[item]
				}
				return chosen, true
			}
		}
	}
	return nil, false
}
