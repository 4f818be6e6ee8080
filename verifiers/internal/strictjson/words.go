package strictjson

import (
	"encoding/json"
	"reflect"
)

// noun is a token in words, with an article: what was given.
func noun(token json.Token) string {
	switch token := token.(type) {
	case string:
		return "a text"
	case json.Number:
		return "a number"
	case bool:
		if token {
			return "true"
		}
		return "false"
	case json.Delim:
		if token == '[' {
			return "a list"
		}
		return "an object"
	}
	return "null"
}

// wanted is a type in words, with an article: what is to be given.
func wanted(t reflect.Type) string {
	switch t.Kind() {
	case reflect.String:
		return "a text"
	case reflect.Bool:
		return "true or false"
	case reflect.Slice:
		return "a list" + of(t.Elem())
	case reflect.Struct, reflect.Map:
		return "an object"
	}
	if wholes[t.Kind()] {
		return "a whole number"
	}
	return "a number"
}

// of says what a list holds, where that is one word.
func of(t reflect.Type) string {
	switch {
	case readsItself(t):
		return ""
	case t.Kind() == reflect.String:
		return " of texts"
	case t.Kind() == reflect.Float64:
		return " of numbers"
	case wholes[t.Kind()]:
		return " of whole numbers"
	}
	return ""
}
