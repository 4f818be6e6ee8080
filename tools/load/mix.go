package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"gander/verifiers"
	"gander/verifiers/server/wire"
)

// tasks is how many tasks of each rule the mix has, and replies how many replies each
// gets, as a group of a trainer does.
const tasks, replies = 50, 8

// mix makes items of every rule from its example: the gold in each format, what must not
// be paid, a cut-off reply, after reasoning of 0 to 8 kB. The arguments of
// the tasks of a rule differ in white space, so that each is read by itself.
func mix() ([][]byte, error) {
	var items [][]byte
	for task := range tasks {
		for _, rule := range verifiers.All {
			answers, err := answersOf(rule)
			if err != nil {
				return nil, err
			}
			args, err := json.Marshal("{" + strings.Repeat(" ", task) + rule.Example[1:]) // as a string: an object would lose them
			if err != nil {
				return nil, err
			}
			for reply := range replies {
				n := task*replies + reply
				item, err := json.Marshal(wire.Item{
					ID: fmt.Sprintf("%s-%d-%d", rule.Name, task, reply), Verifier: rule.Name,
					Args:  args,
					Reply: reasoning(n*37%160) + answers[n%len(answers)],
				})
				if err != nil {
					return nil, err
				}
				items = append(items, item)
			}
		}
	}
	return items, nil
}

// answersOf are replies to the example of a rule: half of them right.
func answersOf(rule verifiers.Verifier) ([]string, error) {
	checker, err := rule.Compile(rule.Example)
	if err != nil {
		return nil, err
	}
	var all []string
	for i, bait := range rule.Bait {
		format := rule.Formats[i%len(rule.Formats)]
		golds := checker.Golds()
		right, err := checker.Reply(format, golds[i%len(golds)])
		if err != nil {
			return nil, err
		}
		all = append(all, right, bait)
	}
	return append(all, "<think>It was cut off"), nil
}

// reasoning is a closed block of n sentences of about 50 bytes.
func reasoning(n int) string {
	return "<think>\n" + strings.Repeat("So we look at the next passage, and it says $x=2$.\n", n) + "</think>\n"
}

// read takes items from a file, one a line.
func read(file string) ([][]byte, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var items [][]byte
	for i, line := range bytes.Split(bytes.TrimSpace(text), []byte("\n")) {
		if !json.Valid(line) {
			return nil, fmt.Errorf("%s:%d: no JSON; give one item a line", file, i+1)
		}
		items = append(items, line)
	}
	return items, nil
}
