package verifiers

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/big"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Bounds of a JSON answer. They bound the work of reading and comparing it.
const (
	maxJSONBytes    = 64 << 10
	maxJSONDepth    = 64
	maxNumberDigits = 400 // in a number's text, and the size of its exponent
)

// readJSON reads one strict JSON value as map[string]any, []any, string, [json.Number],
// bool or nil. Refused are: anything behind the value, a key twice in one object, broken
// UTF-8 and halves of a surrogate pair, and what exceeds the bounds above. The error has
// no text of the value.
func readJSON(text string) (any, error) {
	switch {
	case len(text) > maxJSONBytes:
		return nil, errors.New("longer than 64 KiB")
	case !utf8.ValidString(text):
		return nil, errors.New("broken UTF-8")
	}
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	v, err := readValue(d, 0)
	if err != nil {
		return nil, err
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return nil, errors.New("text behind the value")
	}
	return v, nil
}

func readValue(d *json.Decoder, depth int) (any, error) {
	token, err := d.Token()
	if err != nil {
		return nil, errors.New("not one finished JSON value")
	}
	switch t := token.(type) {
	case json.Delim:
		if depth == maxJSONDepth {
			return nil, errors.New("nested deeper than 64")
		}
		if t == '{' {
			return readObject(d, depth+1)
		}
		return readArray(d, depth+1)
	case json.Number:
		return t, checkNumber(t)
	case string:
		return t, checkString(t)
	}
	return token, nil
}

func readObject(d *json.Decoder, depth int) (any, error) {
	object := map[string]any{}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return nil, errors.New("not one finished JSON value")
		}
		name := key.(string) // the decoder lets nothing else stand for a key
		if _, twice := object[name]; twice {
			return nil, errors.New("a key twice in one object")
		}
		if err := checkString(name); err != nil {
			return nil, err
		}
		if object[name], err = readValue(d, depth); err != nil {
			return nil, err
		}
	}
	return object, closeValue(d)
}

func readArray(d *json.Decoder, depth int) (any, error) {
	array := []any{}
	for d.More() {
		v, err := readValue(d, depth)
		if err != nil {
			return nil, err
		}
		array = append(array, v)
	}
	return array, closeValue(d)
}

// closeValue reads the bracket that ends an object or array.
func closeValue(d *json.Decoder) error {
	if _, err := d.Token(); err != nil {
		return errors.New("not one finished JSON value")
	}
	return nil
}

// checkString refuses what the decoder puts in the place of half a surrogate pair: two
// different texts would become one.
func checkString(s string) error {
	if strings.ContainsRune(s, utf8.RuneError) {
		return errors.New("a broken character in a text")
	}
	return nil
}

func checkNumber(n json.Number) error {
	mantissa, exponent, _ := strings.Cut(strings.ToLower(n.String()), "e")
	if len(mantissa) > maxNumberDigits {
		return fmt.Errorf("a number of more than %d digits", maxNumberDigits)
	}
	if exponent == "" {
		return nil
	}
	if e, err := strconv.Atoi(exponent); err != nil || e > maxNumberDigits || e < -maxNumberDigits {
		return fmt.Errorf("a number with an exponent beyond %d", maxNumberDigits)
	}
	return nil
}

// sameJSON says whether a and b are the same value: numbers by value, texts letter by
// letter, arrays in order, objects in any order. What stands at one of the pointers in
// except is passed over; at is the pointer of a and b.
func sameJSON(a, b any, at string, except map[string]Checker) bool {
	if except[at] != nil {
		return true
	}
	switch a := a.(type) {
	case map[string]any:
		b, ok := b.(map[string]any)
		if !ok || len(a) != len(b) {
			return false
		}
		for key, value := range a {
			other, ok := b[key]
			if !ok || !sameJSON(value, other, at+"/"+escapeKey.Replace(key), except) {
				return false
			}
		}
		return true
	case []any:
		b, ok := b.([]any)
		if !ok || len(a) != len(b) {
			return false
		}
		for i := range a {
			if !sameJSON(a[i], b[i], at+"/"+strconv.Itoa(i), except) {
				return false
			}
		}
		return true
	case json.Number:
		b, ok := b.(json.Number)
		return ok && sameNumber(a, b)
	}
	return a == b
}

func sameNumber(a, b json.Number) bool {
	if a == b {
		return true
	}
	x, okX := new(big.Rat).SetString(a.String())
	y, okY := new(big.Rat).SetString(b.String())
	return okX && okY && x.Cmp(y) == 0
}

// escapeKey and unescapeKey write and read a key in a JSON pointer.
var (
	escapeKey   = strings.NewReplacer("~", "~0", "/", "~1")
	unescapeKey = strings.NewReplacer("~0", "~", "~1", "/")
)

// jsonAt is the value at a JSON pointer (RFC 6901) inside v.
func jsonAt(v any, pointer string) (any, bool) {
	if pointer == "" {
		return v, true
	}
	for key := range strings.SplitSeq(pointer[1:], "/") {
		switch inside := v.(type) {
		case map[string]any:
			value, ok := inside[unescapeKey.Replace(key)]
			if !ok {
				return nil, false
			}
			v = value
		case []any:
			i, err := strconv.Atoi(key)
			if err != nil || i < 0 || i >= len(inside) || strconv.Itoa(i) != key {
				return nil, false
			}
			v = inside[i]
		default:
			return nil, false
		}
	}
	return v, true
}

// jsonText is v as compact JSON, keys sorted; a text is itself.
func jsonText(v any) string {
	if s, ok := v.(string); ok {
		return s
	}
	return compactJSON(v)
}

// compactJSON is v as JSON on one line, keys sorted.
func compactJSON(v any) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return "" // what readJSON reads can be written
	}
	return strings.TrimSuffix(b.String(), "\n")
}
