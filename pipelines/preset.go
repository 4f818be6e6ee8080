package pipelines

import (
	"maps"
	"slices"

	"gander/internal/nearest"
	"gander/internal/stage"
)

// presetField is the field by which a config names the preset it starts from. A stage
// with presets has such a field of its own.
const presetField = "preset"

// preset returns the values that the field preset picks, or the defaults.
func preset(kind stage.Stage, n *node, defaults any, fill *filler) any {
	name := n.get(presetField)
	if name == nil || name.kind != scalar {
		return defaults
	}
	text, from, ok := fill.expand(name)
	values, known := kind.Presets[text]
	if !ok {
		return defaults
	}
	if !known {
		fill.bad[presetField] = true
		fill.add(from, "%s has no preset %q%s", kind.Name, clip(text), nearest.Hint(text, slices.Sorted(maps.Keys(kind.Presets))))
		return defaults
	}
	return values()
}
