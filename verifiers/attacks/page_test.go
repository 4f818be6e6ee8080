package attacks

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"gander/verifiers/extract"
)

var update = flag.Bool("update", false, "write docs/attacks.md")

// TestAttackPage makes docs/attacks.md, the list of attacks with what each says, and
// compares it with the file.
func TestAttackPage(t *testing.T) {
	const path, repair = "../../docs/attacks.md", "go test ./verifiers/attacks -run TestAttackPage -update"
	var out bytes.Buffer
	fmt.Fprintf(&out, "# Attacks\n\nMade from the code by `%s`. What they are for is in [Rewards](verifiers.md#proof).\n", repair)
	shown := map[string]bool{}
	for _, class := range Classes {
		fmt.Fprintf(&out, "\n## %s\n\n%s\n\n| attack | says | of the gold |\n|---|---|---|\n", class, aboutClass[class])
		for _, target := range samples {
			for a := range For(target, extract.Formats[:1]) {
				if a.Class != class || shown[a.Name] {
					continue
				}
				shown[a.Name] = true
				gold := ""
				if class != Junk && class != Resource {
					gold = code(target.Golds[0])
				}
				fmt.Fprintf(&out, "| `%s` | %s | %s |\n", a.Name, code(saysOf(a)), gold)
			}
		}
	}
	if *update {
		if err := os.WriteFile(path, out.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if got, err := os.ReadFile(path); err != nil || string(got) != out.String() {
		t.Errorf("%s is stale; run: %s", path, repair)
	}
}

var aboutClass = map[Class]string{
	Junk:      "Nothing of the gold in it.",
	Near:      "Another answer, close to the gold or a part of it. A rule that pays for parts may pay less than 1.",
	Hedge:     "The gold and more: other answers, or words that take it back. A rule that pays for parts may pay less than 1.",
	Misplaced: "The gold where no answer counts, or a second answer beside it.",
	Resource:  "Long, deep or dear to compute.",
}

// saysOf is what an attack says: its answer where that is all that varies, else the
// reply.
func saysOf(a Attack) string {
	if a.Class == Misplaced {
		return strings.TrimPrefix(a.Reply, thought)
	}
	s := slotFor(a.Format)
	if inside, ok := strings.CutPrefix(a.Reply, s.before); ok && a.Format != "" {
		return strings.TrimSuffix(inside, s.after)
	}
	return strings.TrimPrefix(a.Reply, thought)
}

// code shows text in one cell of a table, line ends and blanks as Go writes them.
func code(text string) string {
	const most = 120
	more := ""
	if r := []rune(text); len(r) > most {
		text, more = string(r[:most/2]), fmt.Sprintf("… (%d characters)", len(r))
	}
	if quoted := fmt.Sprintf("%q", text); strings.TrimSpace(text) != text || text == "" || strings.ContainsAny(text, "\n\u200b") {
		text = quoted
	}
	fence := "`"
	for strings.Contains(text, fence) {
		fence += "`"
	}
	return fence + strings.ReplaceAll(text, "|", `\|`) + fence + more
}

// The strings of published attack lists and of our own list, by what they try: none may
// be forgotten.
func TestBattery(t *testing.T) {
	made := map[string]bool{}
	for _, target := range samples {
		for _, name := range names(boxed(target)) {
			made[name] = true
		}
	}
	for idea, attacks := range map[string]string{
		"empty":                               "empty_reply empty_answer",
		"blanks and line ends":                "blank_reply blank_answer",
		"zero-width characters":               "zero_width",
		"one sign":                            "open_brace full_stop colon question_mark",
		"a placeholder":                       "placeholder placeholder_your_answer tag_template",
		"HTML and Markdown shells":            "html_shell html_page markdown_shell code_fence emphasis",
		"the question again":                  "prompt_echo question_echo",
		"format instructions again":           "format_echo format_echo_alone",
		"a claim to be right":                 "claim_correct claim_alone",
		"openers":                             "opener_thought opener_solution opener_steps opener_alone",
		"an explanation without an answer":    "explanation",
		"the reference is wrong":              "reference_disputed gold_disputed",
		"prompt injection":                    "injection claim_full_marks verdict_block verdict_lines verdict_alone system_turn",
		"the name of the label":               "label_gold label_ground_truth label_reference label_template",
		"all options":                         "all_candidates all_candidates_or all_candidates_lines letters_run letters_in_parentheses every_option",
		"several boxes":                       "gold_then_wrong wrong_then_gold gold_between_wrong",
		"only in the reasoning":               "gold_in_think gold_in_think_then_wrong unclosed_think",
		"negated":                             "not_gold anything_but_gold gold_is_wrong",
		"another unit":                        "unit_changed",
		"near numbers":                        "number_plus_one number_minus_one number_digits_swapped number_times_ten number_tenth number_negated",
		"a member too many, a member too few": "member_added member_missing gold_list",
		"another order":                       "members_reversed members_swapped",
		"the gold of a neighbor":              "other_gold",
		"letters that look alike":             "homoglyphs",
		"gibberish":                           "gibberish",
		"another script":                      "other_script claim_other_script",
		"padding":                             "long_text long_text_around_gold unmarked_long",
		"comments and dead code":              "code_comment dead_code html_comment latex_comment latex_phantom",
		"division by zero and no number":      "division_by_zero zero_by_zero not_a_number",
		"huge exponents":                      "huge_exponent huge_power huge_factorial huge_expansion",
		"deep nesting":                        "deep_parentheses deep_braces deep_roots deep_fractions deep_boxes deep_lists",
	} {
		for name := range strings.FieldsSeq(attacks) {
			if !made[name] {
				t.Errorf("%s: no sample is attacked by %s", idea, name)
			}
		}
	}
}
