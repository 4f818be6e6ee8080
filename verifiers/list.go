package verifiers

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// roster is the items of a gold list, read.
type roster struct {
	items     []string
	separator string
	// number is the place of an item among items, by its normal form or that of an alias.
	number map[string]int
}

// Bounds of a list. They bound the work of a comparison.
const (
	maxItems     = 200  // of a gold list
	maxItemBytes = 1024 // of an item
)

// newRoster reads the items of a gold list. The error names every fault, one line each.
func newRoster(items []string, aliases map[string][]string, separator string) (*roster, error) {
	r := &roster{items: items, separator: separator, number: map[string]int{}}
	var faults []error
	switch {
	case len(items) == 0:
		faults = append(faults, errors.New("items is empty; give the items of the right answer"))
	case len(items) > maxItems:
		faults = append(faults, fmt.Errorf("items has %d entries; give at most %d", len(items), maxItems))
	}
	for i, item := range items {
		key := itemKey(item)
		if _, taken := r.number[key]; taken {
			faults = append(faults, fmt.Errorf("items[%d] repeats an item; name each once", i))
		}
		if len(item) > maxItemBytes {
			faults = append(faults, fmt.Errorf("items[%d] has %d bytes; give at most %d", i, len(item), maxItemBytes))
		}
		if key == "" {
			faults = append(faults, fmt.Errorf("items[%d] has no word or number; give an item that can be compared", i))
		}
		r.number[key] = i
	}
	for i, item := range items {
		for j, alias := range aliases[item] {
			key := itemKey(alias)
			if at, taken := r.number[key]; key == "" || taken && at != i {
				faults = append(faults, fmt.Errorf("aliases of items[%d]: number %d is blank or names another item; leave it out", i, j+1))
			}
			r.number[key] = i
		}
	}
	for _, stray := range slices.Sorted(maps.Keys(aliases)) {
		if slices.Contains(items, stray) {
			continue
		}
		faults = append(faults, fmt.Errorf("aliases has %q, which is no item; use an item as the key", stray))
	}
	if faults == nil && !r.readsBack() {
		faults = append(faults, errors.New("the items do not read back from one line; give a separator that stands in none of them"))
	}
	return r, errors.Join(faults...)
}

// itemKey is the normal form of an item: the words of text_strict@1.
func itemKey(item string) string { return strings.TrimSpace(read(item).joined) }

// String is the items on one line.
func (r *roster) String() string {
	if mark := strings.TrimSpace(r.separator); mark != "" && mark != "," {
		return strings.Join(r.items, " "+mark+" ")
	}
	return strings.Join(r.items, ", ")
}

// readsBack says whether the items come out of their own line.
func (r *roster) readsBack() bool {
	numbers := r.read(r.String())
	for i, n := range numbers {
		if n != i {
			return false
		}
	}
	return len(numbers) == len(r.items)
}

// read gives the numbers of the items that an answer lists, in its order, -1 for what is
// no item. Entries too long for an item are none, and so are all from the first on that
// makes the list too long to be paid for, see [spray].
func (r *roster) read(answer string) []int {
	entries := cutList(answer, r.separator)
	numbers := make([]int, len(entries))
	for i, entry := range entries {
		numbers[i] = -1
		if len(entry) > maxItemBytes || i > spray*len(r.items) {
			continue
		}
		if n, known := r.number[itemKey(entry)]; known {
			numbers[i] = n
		}
	}
	return numbers
}

// cutList cuts a text into the entries of a list, blank ones left out. Without a separator
// the first of these that the text has parts the entries: a JSON array, line ends,
// semicolons, arrows, commas. Brackets around the list, the marks of a bullet or a
// number at the start of a line, and an "and" before the last entry are no part of them.
func cutList(text, separator string) []string {
	text = strings.TrimSpace(text)
	if entries, ok := jsonArray(text); ok {
		return entries
	}
	text = unbracketed(text)
	var entries []string
	switch {
	case separator != "":
		entries = strings.Split(text, separator)
	case strings.Contains(text, "\n"):
		entries = strings.Split(text, "\n")
		for i, line := range entries {
			entries[i] = strings.TrimRight(unnumbered(strings.TrimSpace(line)), ",;")
		}
	case strings.Contains(text, ";"):
		entries = strings.Split(text, ";")
	case strings.ContainsAny(text, "→>"):
		entries = strings.Split(arrows.Replace(text), "→")
	default:
		entries = strings.Split(text, ",")
	}
	n := 0
	for _, entry := range entries {
		if entry = strings.TrimSpace(entry); entry != "" {
			entries[n] = entry
			n++
		}
	}
	entries = entries[:n]
	if n > 1 {
		entries[n-1] = strings.TrimPrefix(entries[n-1], "and ")
	}
	return entries
}

// arrows are other ways to write →.
var arrows = strings.NewReplacer("->", "→", "=>", "→", ">", "→")

// jsonArray reads an array of texts and numbers.
func jsonArray(text string) ([]string, bool) {
	if !strings.HasPrefix(text, "[") {
		return nil, false
	}
	var array []json.RawMessage
	if json.Unmarshal([]byte(text), &array) != nil {
		return nil, false
	}
	entries := make([]string, len(array))
	for i, entry := range array {
		entries[i] = string(entry)
		if entry[0] == '"' && json.Unmarshal(entry, &entries[i]) != nil {
			return nil, false
		}
	}
	return entries, true
}

// unbracketed takes one pair of brackets off that stands around all of text.
func unbracketed(text string) string {
	text = strings.NewReplacer(`\{`, "{", `\}`, "}").Replace(text)
	for _, pair := range []string{"{}", "[]", "()"} {
		if len(text) > 1 && text[0] == pair[0] && text[len(text)-1] == pair[1] && strings.IndexByte(text, pair[1]) == len(text)-1 {
			return text[1 : len(text)-1]
		}
	}
	return text
}

// unnumbered takes the mark of a list entry off a line: -, *, •, or a number with a full
// stop or bracket and a blank behind it.
func unnumbered(line string) string {
	for _, bullet := range []string{"- ", "* ", "• ", "•"} {
		if rest, ok := strings.CutPrefix(line, bullet); ok {
			return rest
		}
	}
	rest := strings.TrimLeft(line, "0123456789")
	if len(rest) < len(line) && (strings.HasPrefix(rest, ". ") || strings.HasPrefix(rest, ") ")) {
		return rest[2:]
	}
	return line
}
