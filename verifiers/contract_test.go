package verifiers

import (
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gander/verifiers/extract"
	"gander/verifiers/internal/fuzzing"
)

// junk are replies that no rule may pay for, whatever the task.
var junk = map[string]string{
	"nothing":          "",
	"blanks":           " \n\t ",
	"think only":       "<think>",
	"closed think":     "<think></think>",
	"open box":         `</think>\boxed{`,
	"empty box":        `</think>\boxed{}`,
	"another word":     `</think>\boxed{zebra}`,
	"another tag":      "</think><answer>zebra</answer>",
	"long":             strings.Repeat("banana ", 15_000),
	"long box":         `</think>\boxed{` + strings.Repeat("banana ", 15_000) + "}",
	"many boxes":       "</think>" + strings.Repeat(`\boxed{`, 15_000) + strings.Repeat("}", 15_000),
	"many open braces": "</think>" + strings.Repeat(`\boxed{{`, 15_000),
	"broken bytes":     "</think>\\boxed{\xff\xfe\x00}",
}

// TestContract holds for every rule in All, also the one that somebody adds next year.
func TestContract(t *testing.T) {
	named := regexp.MustCompile(`^[a-z0-9_]+@[1-9][0-9]*$`)
	for _, v := range All {
		t.Run(v.Name, func(t *testing.T) {
			if !named.MatchString(v.Name) || v.Doc == "" || len(v.Formats) == 0 {
				t.Fatal("a rule has a name@version, a line of Doc and a format")
			}
			c, err := v.Compile(v.Example)
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range v.Formats {
				for _, gold := range c.Golds() {
					reply, err := c.Reply(f, gold)
					if err != nil {
						t.Fatal(err)
					}
					if got := c.Verify(reply); got.Score != 1 || got.Outcome != Right {
						t.Errorf("gold %q as %s: %+v", gold, f, got)
					}
				}
				for _, other := range c.Others() {
					if got := c.Verify(`</think>` + extract.Wrap(f, other)); got.Score != 0 {
						t.Errorf("another question's gold %q as %s: %+v", other, f, got)
					}
				}
			}
			for name, reply := range junk {
				got := c.Verify(reply)
				if got.Score != 0 || got.Outcome == Right {
					t.Errorf("junk %q pays: %+v", name, got)
				}
				if got.Rule != v.Name || got.Detail == "" {
					t.Errorf("junk %q: verdict without rule or detail: %+v", name, got)
				}
			}
			if len(v.Bait) == 0 {
				t.Error("name one reply in Bait that a careless rule would pay for")
			}
			for _, reply := range v.Bait {
				if got := c.Verify(reply); got.Score != 0 || got.Outcome == Right {
					t.Errorf("bait %q pays: %+v", reply, got)
				}
			}
		})
	}
}

// TestContractArgs: a rule says what is wrong with its arguments. What every rule says is
// tried on all; what is said of a list of texts, on the rules that take the list.
func TestContractArgs(t *testing.T) {
	for _, v := range All {
		faults := map[string]string{
			``:                          "the arguments are empty; give a JSON object",
			`{"zebra":"Rome"}`:          `no field is called "zebra"; `,
			`{"Zebra":1}`:               `no field is called "Zebra"; `,
			v.Example + `{}`:            "the arguments are no JSON object: something follows it; give one object",
			strings.Repeat(`[`, 20_000): "the arguments are no JSON object: byte 10001 is out of place",
			`"Rome"`:                    "the arguments are no JSON object: it is a text",
			`{"golds":["Rome"]`:         "the arguments are no JSON object: its end is missing",
		}
		first, _, _ := strings.Cut(v.Example[2:], `"`)
		faults[`{"`+strings.ToUpper(first)+`":null,`+v.Example[1:]] = `no field is called "` + strings.ToUpper(first) + `"; did you mean "` + first + `"?`
		faults[`{"`+first+`":null,`+v.Example[1:]] = first + " is given twice; leave one out"
		if takesTexts(v, "golds") {
			faults[`{"golds":"Rome"}`] = "golds: give a list of texts, not a text"
			faults[`{"golds":null}`] = "golds is empty; give the gold answer, then its aliases"
			faults[`{"golds":["Rome"," "]}`] = "golds[1] is blank; give an answer or leave it out"
		}
		if takesTexts(v, "golds") && takesTexts(v, "others") {
			faults[`{"golds":["Rome"],"others":[""]}`] = "others[0] is blank; give an answer or leave it out"
		}
		for args, want := range faults {
			_, err := v.Compile(args)
			if err == nil || !strings.HasPrefix(err.Error(), want) {
				t.Errorf("%s(%.40q): error %v, want %q", v.Name, args, err, want)
			}
		}
	}
}

// takesTexts says whether the arguments of v have a list of texts called name.
func takesTexts(v Verifier, name string) bool {
	for _, f := range reflect.VisibleFields(reflect.TypeOf(v.Args)) {
		if key, _, _ := strings.Cut(f.Tag.Get("json"), ","); key == name {
			return f.Type == reflect.TypeFor[[]string]()
		}
	}
	return false
}

func TestStrictRefusesAGoldWithoutWords(t *testing.T) {
	_, err := textStrict.Compile(`{"golds":["!!!"]}`)
	if want := "golds[0] has no word or number; give an answer that can be compared"; err == nil || err.Error() != want {
		t.Errorf("error %v, want %q", err, want)
	}
}

func TestGet(t *testing.T) {
	for _, v := range All {
		got, err := Get(v.Name)
		if err != nil || got.Name != v.Name {
			t.Errorf("Get(%q) = %q, %v", v.Name, got.Name, err)
		}
	}
	_, err := Get("text_strickt@1")
	if want := `no verifier is called "text_strickt@1"; did you mean "text_strict@1"?`; err == nil || err.Error() != want {
		t.Errorf("error %v, want %q", err, want)
	}
}

// fuzzRule asks of one rule: no panic, one verdict per reply, in bounded time, a score in
// range, full pay only when right.
func fuzzRule(f *testing.F, v Verifier) {
	c, err := v.Compile(v.Example)
	if err != nil {
		f.Fatal(err)
	}
	for _, format := range v.Formats {
		reply, err := c.Reply(format, c.Golds()[0])
		if err != nil {
			f.Fatal(err)
		}
		f.Add(reply)
	}
	for _, reply := range slices.Concat(v.Bait, []string{"</think>\\boxed{İ ½ 10² B - 29 U.S. 1,000.5 −3 हिं \xff}"}) {
		f.Add(reply)
	}
	f.Fuzz(func(t *testing.T, reply string) {
		var got Verdict
		fuzzing.Within(t, func() { got = c.Verify(reply) })
		if got != c.Verify(reply) {
			t.Error("two verdicts on one reply")
		}
		if got.Score < 0 || got.Score > 1 || got.Score == 1 && got.Outcome != Right {
			t.Errorf("verdict %+v", got)
		}
	})
}

func FuzzSquadEM(f *testing.F)       { fuzzRule(f, squadEM) }
func FuzzSquadF1(f *testing.F)       { fuzzRule(f, squadF1) }
func FuzzTriviaQA(f *testing.F)      { fuzzRule(f, triviaQA) }
func FuzzDrop(f *testing.F)          { fuzzRule(f, dropSpans) }
func FuzzSearchR1(f *testing.F)      { fuzzRule(f, searchR1) }
func FuzzSubstring(f *testing.F)     { fuzzRule(f, substring) }
func FuzzEntity(f *testing.F)        { fuzzRule(f, entity) }
func FuzzSetF1(f *testing.F)         { fuzzRule(f, setF1) }
func FuzzFBeta(f *testing.F)         { fuzzRule(f, fbetaIDs) }
func FuzzOrdering(f *testing.F)      { fuzzRule(f, ordering) }
func FuzzJSON(f *testing.F)          { fuzzRule(f, jsonRule) }
func FuzzTextStrict(f *testing.F)    { fuzzRule(f, textStrict) }
func FuzzTextContains(f *testing.F)  { fuzzRule(f, textContains) }
func FuzzKeychainTrace(f *testing.F) { fuzzRule(f, keychainTrace) }
