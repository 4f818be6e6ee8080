package attacks

import (
	"encoding/json"

	"gander/verifiers"
)

// document adds JSON values that hold the gold, are cut off, or differ in every value.
func (b *builder) document() {
	if b.Kind != verifiers.JSON {
		return
	}
	var value any
	if json.Unmarshal([]byte(b.gold), &value) != nil {
		return
	}
	b.change("json_null", "null")
	b.change("json_empty_object", "{}")
	b.change("json_empty_list", "[]")
	b.change("json_cut_off", b.gold[:len(b.gold)-1])
	b.change("json_values_changed", encode(mapLeaves(value, changeLeaf)))
	b.change("json_values_null", encode(mapLeaves(value, func(any) any { return nil })))
	b.say(Hedge, "json_twice", b.gold+b.gold)
	b.say(Hedge, "json_in_list", "["+b.gold+"]")
	b.say(Hedge, "json_in_text", encode(b.gold))
	b.say(Hedge, "json_in_comment", "null // "+b.gold)
}

// mapLeaves is a copy of value with change applied to all that is no object or list; an
// empty object or list counts as one.
func mapLeaves(value any, change func(any) any) any {
	switch v := value.(type) {
	case map[string]any:
		if len(v) > 0 {
			out := make(map[string]any, len(v))
			for key, inner := range v {
				out[key] = mapLeaves(inner, change)
			}
			return out
		}
	case []any:
		if len(v) > 0 {
			out := make([]any, len(v))
			for i, inner := range v {
				out[i] = mapLeaves(inner, change)
			}
			return out
		}
	}
	return change(value)
}

// changeLeaf is another value of the same type, where the type has one.
func changeLeaf(value any) any {
	switch v := value.(type) {
	case string:
		return v + "x"
	case float64:
		return v + max(1, v/2)
	case bool:
		return !v
	}
	return "x"
}

// encode writes a value; one that has no JSON, as a number grown beyond all bounds, is
// null.
func encode(value any) string {
	text, err := json.Marshal(value)
	if err != nil {
		return "null"
	}
	return string(text)
}
