package verifiers_test

import (
	"fmt"

	"gander/verifiers"
)

func Example() {
	rule, err := verifiers.Get("text_strict@1")
	if err != nil {
		fmt.Println(err)
		return
	}
	check, err := rule.Compile(`{"golds":["Île-de-France"],"others":["Brittany"]}`)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, reply := range []string{
		`<think>It is north of Lyon.</think> \boxed{the Ile de France}`,
		`\boxed{Brittany or Île-de-France}`,
		`I believe it is Île-de-France`,
	} {
		v := check.Verify(reply)
		fmt.Println(v.Score, v.Outcome, "-", v.Detail)
	}
	// Output:
	// 1 right - equal
	// 0 wrong - a second answer or a denial beside the gold
	// 0 unparsed - no box and no answer tag
}
