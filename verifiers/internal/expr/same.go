package expr

import "slices"

// Same says whether two trees are equal part by part: the same operations in the same
// order over the same leaves. A number is the same when value and places are; nothing is
// computed, so x+1 and 1+x differ. Its cost is the size of the smaller tree.
func Same(a, b *Node) bool {
	if a == b {
		return true
	}
	if a == nil || b == nil || a.Op != b.Op || a.Name != b.Name || len(a.Args) != len(b.Args) || !slices.Equal(a.Rels, b.Rels) {
		return false
	}
	if a.Op == Number && (a.Places != b.Places || a.Value.Cmp(b.Value) != 0) {
		return false
	}
	for i := range a.Args {
		if !Same(a.Args[i], b.Args[i]) {
			return false
		}
	}
	return true
}
