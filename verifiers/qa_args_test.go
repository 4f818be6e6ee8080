package verifiers

import (
	"strings"
	"testing"
)

// Every fault of the arguments is named at once, one line each.
func TestQuestionRuleArgs(t *testing.T) {
	for _, c := range []struct {
		rule       Verifier
		args, want string
	}{
		{squadEM, `{"golds":["Rome","the A"]}`,
			"golds[1] is only articles and punctuation, which do not count; give an answer that can be compared"},
		{squadEM, `{"golds":["Rome"],"extract":"last"}`,
			`extract is "last"; give one of whole, `},
		{squadF1, `{"golds":["..."],"extract":"last"}`,
			"golds[0] is only articles and punctuation, which do not count; give an answer that can be compared\nextract is"},
		{squadEM, `{"golds":[],"official":true}`,
			"golds is empty; give the gold answer, then its aliases"},
		{triviaQA, `{"golds":["Rome"],"measure":"bleu"}`,
			`measure is "bleu"; give one of em, f1`},
		{dropSpans, `{"golds":["1` + strings.Repeat(",1", 64) + `"],"separator":","}`,
			"golds[0] has 65 spans; give at most 64"},
		{searchR1, `{"golds":["Rome"],"mode":"strict"}`,
			`mode is "strict"; give one of em, subem`},
		{substring, `{"golds":["Rome"],"where":"end","normalizer":"drop","max_extra":-1}`,
			`where is "end"; give one of gold_in_answer, start, two_way` + "\n" +
				`normalizer is "drop"; give one of words, squad, triviaqa, none` + "\nmax_extra is -1; give 0 or more words"},
		{entity, `{"golds":["Rome"],"redirects":["!"],"disambiguators":[""]}`,
			"redirects[0] has no word or number; give a name or leave it out\n" +
				"disambiguators[0] has no word or number; give one or leave it out"},
		{setF1, `{"items":[]}`, "items is empty; give the items of the right answer"},
		{setF1, `{"items":["Rome","ROME","?"]}`,
			"items[1] repeats an item; name each once\nitems[2] has no word or number; give an item that can be compared"},
		{setF1, `{"items":["Paris, France","Rome"]}`,
			"the items do not read back from one line; give a separator that stands in none of them"},
		{setF1, `{"items":["Rome","Oslo"],"aliases":{"Rome":["oslo"],"Lima":["x"]}}`,
			"aliases of items[0]: number 1 is blank or names another item; leave it out\n" +
				`aliases has "Lima", which is no item; use an item as the key`},
		{ordering, `{"items":["Rome"],"measure":"spearman"}`,
			`measure is "spearman"; give one of exact, kendall, lcs`},
		{fbetaIDs, `{"ids":[],"beta":-1,"section":"answer"}`,
			"beta is -1; give a number above 0 and at most 10\nids is empty; give the ids that are needed\n" +
				`section is no name of a section; use letters, digits, hyphens and underscores, and not "answer"` + "\n" +
				"section has no use without answer; leave it out"},
		{fbetaIDs, `{"ids":["3","03","a b"]}`,
			"ids[2] is no id; use letters, digits, hyphens and underscores\nids[1] repeats an id; name each once"},
		{fbetaIDs, `{"ids":["3"],"answer":{"verifier":"squad_em@1","args":{"golds":[]}}}`,
			"answer: squad_em@1: golds is empty; give the gold answer, then its aliases"},
		{fbetaIDs, `{"ids":["3"],"answer":{"verifier":"squad_em@2","args":{}}}`,
			`answer: no verifier is called "squad_em@2"; did you mean "squad_em@1"?`},
		{fbetaIDs, `{"ids":["3"],"answer":{"verifier":"json@1","args":{}}}`,
			"answer: json@1 judges by other rules and cannot be one of them; name a rule over text"},
		{jsonRule, `{}`, "gold is missing; give the right answer as JSON"},
		{jsonRule, `{"gold":{"a":1,"a":2}}`, "gold: a key twice in one object; give a value that can be compared"},
		{jsonRule, `{"gold":1,"schema":{"$ref":"file:///etc/hostname"}}`, "schema: "},
		{jsonRule, `{"gold":1,"schema":{"type":"whole"}}`, "schema: "},
		{jsonRule, `{"gold":1,"schema":{"type":"string"}}`,
			"gold is not right by the other arguments: the answer does not fit the schema at /type; mend one of them"},
		{jsonRule, `{"gold":{"a":"Rome"},"fields":{"/a":{"verifier":"squad_em@1","args":{"golds":["Oslo"]}}}}`,
			"gold is not right by the other arguments: /a: no gold matches; mend one of them"},
		{jsonRule, `{"gold":{"a":"Rome"},"fields":{"/b":{"verifier":"squad_em@1","args":{"golds":["Rome"]}}}}`,
			"gold is not right by the other arguments: no value at /b; mend one of them"},
		{jsonRule, `{"gold":{"a":"Rome"},"fields":{"a":{"verifier":"squad_em@1","args":{"golds":["Rome"]}}}}`,
			`fields has "a", which is no JSON pointer; start it with a slash`},
	} {
		_, err := c.rule.Compile(c.args)
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%s(%.80s):\n%v\nwant\n%s", c.rule.Name, c.args, err, c.want)
		}
	}
}

// A schema that points outside of itself is refused, whatever is there.
func TestASchemaLoadsNothing(t *testing.T) {
	for _, ref := range []string{"file:///dev/null", "other.json", "https://example.org/schema"} {
		_, err := jsonRule.Compile(`{"gold":1,"schema":{"$ref":"` + ref + `"}}`)
		if err == nil || !strings.Contains(err.Error(), "a schema can refer to nothing outside of itself") {
			t.Errorf("$ref %s: error %v", ref, err)
		}
	}
}
