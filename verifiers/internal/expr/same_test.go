package expr

import "testing"

// TestSame: trees are the same part by part; nothing is computed.
func TestSame(t *testing.T) {
	half := Int(1)
	half.Places = 1
	less := New(Relation, Var("x"), Int(1))
	less.Rels = []Rel{Less}
	more := New(Relation, Var("x"), Int(1))
	more.Rels = []Rel{Greater}
	for _, c := range []struct {
		name string
		a, b *Node
		want bool
	}{
		{"one number", Int(1), Int(1), true},
		{"another number", Int(1), Int(2), false},
		{"another number of places", Int(1), half, false},
		{"one sum", New(Add, Var("x"), Int(1)), New(Add, Var("x"), Int(1)), true},
		{"another order", New(Add, Var("x"), Int(1)), New(Add, Int(1), Var("x")), false},
		{"one operand more", New(Add, Var("x"), Int(1)), New(Add, Var("x"), Int(1), Int(1)), false},
		{"another function", Apply("sin", Var("x")), Apply("cos", Var("x")), false},
		{"another sign", less, more, false},
		{"nothing", nil, Int(1), false},
	} {
		if got := Same(c.a, c.b); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

// TestIsLetter: what a tree prints without \variable.
func TestIsLetter(t *testing.T) {
	for name, want := range map[string]bool{
		"x": true, "theta": true, "x_{1}": true, "f''": true, "a_{i,j}'": true, "e_{1}": true,
		"e": false, "i": false, "AB": false, "speed": false, "x_1": false, "x_{}": false, "x_{1}_{2}": false, "": false, "2": false,
	} {
		if got := IsLetter(name); got != want {
			t.Errorf("%q: %v", name, got)
		}
	}
}
