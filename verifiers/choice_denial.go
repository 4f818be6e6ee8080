package verifiers

import "strings"

// denies says whether the words right behind a letter take it back: "is wrong", "isn't
// right", "cannot be". Behind a mark, as in "B) Cannot be", only a verdict does: the rest
// may be the text of the option.
func denies(rest string) bool {
	words := strings.Fields(strings.ToLower(strings.TrimLeft(rest, ").:,]}* ")))
	word := func(i int) string {
		if i >= len(words) {
			return ""
		}
		return strings.Trim(words[i], "*_.,;:!?()")
	}
	marked := rest != "" && strings.ContainsAny(rest[:1], ").:,]}*")
	return !marked && refusals[word(0)] || isVerb[word(0)] && denying[word(1)]
}

var (
	isVerb   = set("is was seems looks can must may")
	denying  = set("wrong incorrect false not no never invalid impossible")
	refusals = set("isn't isn’t wasn't wasn’t can't can’t cannot not wrong incorrect false")
)
