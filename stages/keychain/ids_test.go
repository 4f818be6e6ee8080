package keychain

import (
	"regexp"
	"testing"

	"gander/internal/keyed"
	"gander/internal/pyrand"
)

func TestIDFormats(t *testing.T) {
	shapes := map[string]string{
		"uuid4":   `^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`,
		"hex32":   `^[0-9a-f]{32}$`,
		"hex8":    `^[0-9a-f]{8}$`,
		"letters": `^[a-zA-Z]{32}$`,
	}
	for _, f := range idFormats {
		t.Run(f.name, func(t *testing.T) {
			shape := regexp.MustCompile(shapes[f.name])
			ids := newIDSource(f.name, keyed.Stream(1, "row", "ids"))
			seen := map[string]bool{}
			for range 1000 {
				id := ids.next()
				if !shape.MatchString(id) {
					t.Fatalf("id %q has not the shape %s", id, shape)
				}
				if seen[id] || id == sampleID {
					t.Fatalf("id %q came twice or is the example", id)
				}
				seen[id] = true
			}
		})
	}
}

// The first ids of Python's generator with seed 42, which the paper's figure 6 shows.
func TestPublishedIDs(t *testing.T) {
	want := []string{
		"bdd640fb-0667-4ad1-9c80-317fa3b1799d",
		"23b8c1e9-3924-46de-beb1-3b9046685257",
		"bd9c66b3-ad3c-4d6d-9a3d-1fa7bc8960a9",
		"972a8469-1641-4f82-8b9d-2434e465e150",
	}
	r := pyrand.New(42)
	for i, w := range want {
		if got := r.UUID(); got != w {
			t.Errorf("id %d is %s, want %s", i, got, w)
		}
	}
}

// An id that was drawn before is drawn again until it is new: hex8 collides early with
// a stream that repeats itself.
func TestIDSourceNeverRepeats(t *testing.T) {
	ids := newIDSource("hex8", keyed.Stream(1, "row", "ids"))
	first := ids.next()
	ids.r = keyed.Stream(1, "row", "ids") // the same numbers again
	if second := ids.next(); second == first {
		t.Fatalf("id %s came twice", first)
	}
}
