package source

import "testing"

// What a layout accepts is a question as package schemas promises it; nothing panics.
func fuzzLayout(f *testing.F, name string, rows ...string) {
	for _, row := range rows {
		f.Add([]byte(row))
	}
	parse := layoutByName(name).parserFor("")
	f.Fuzz(func(t *testing.T, text []byte) {
		q, why := parse(text)
		if why == nil {
			checkQuestion(t, q)
		}
	})
}

func FuzzHotpotQA(f *testing.F) {
	fuzzLayout(f, "hotpotqa",
		`{"_id":"a","question":"Who?","answer":"Ada","type":"bridge","supporting_facts":[["M",1],["M",0]],"context":[["M",["Ada."," Bea.",""]],["M",[]]]}`,
		`{"question":"Who?","answer":"Ada","supporting_facts":[["",0]],"context":[["",["\ud800"]]]}`,
		`{"question":"Who?","answer":"Ada","supporting_facts":null,"context":[null]}`)
}

func Fuzz2WikiMultihopQA(f *testing.F) {
	fuzzLayout(f, "2wikimultihopqa",
		`{"question":"Who?","answer":"Ada","supporting_facts":[["M",0]],"evidences":[["M","by","Ada"]],"context":[["M",["Ada.","Bea."]]]}`)
}

func FuzzMuSiQue(f *testing.F) {
	fuzzLayout(f, "musique",
		`{"id":"2hop__1_2","question":"Who?","answer":"Ada","answer_aliases":["A"],"answerable":true,"question_decomposition":[{"question":"q","answer":"a","paragraph_support_idx":4}],"paragraphs":[{"idx":4,"title":"M","paragraph_text":"Ada.","is_supporting":true}]}`)
}

func FuzzQA(f *testing.F) {
	fuzzLayout(f, "qa",
		`{"question":"Who?","answer":"Ada","license":["MIT"],"passages":[{"text":"Ada.","supporting":true}],"steps":[{"question":"q","answer":"a","passage":0}]}`)
}

// The elements of an array are found without parsing them: no panic, and rows in the
// order of their lines.
func FuzzArray(f *testing.F) {
	f.Add("[{\"a\": \"]\\\"\"},\n[1, 2], \"x\" ]\n")
	f.Add("[[[")
	f.Add("[}]]")
	f.Fuzz(func(t *testing.T, text string) {
		in := newArrayReader(newReader(text), 64)
		last := int64(0)
		for {
			r, err := in.next()
			if err != nil {
				return
			}
			if len(r.text) == 0 || r.line < last {
				t.Fatalf("row %q on line %d after line %d", r.text, r.line, last)
			}
			last = r.line
		}
	})
}
