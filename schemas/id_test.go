package schemas

import "testing"

func TestHash(t *testing.T) {
	tests := []struct {
		name  string
		parts []string
		want  string
	}{
		// printf '1:a' | sha256sum
		{"one part", []string{"a"}, "4162fddd39a3e4225e8e2392eced237f"},
		{"nothing", nil, "e3b0c44298fc1c149afbf4c8996fb924"},
	}
	for _, tt := range tests {
		if got := Hash(tt.parts...); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
	if Hash("ab", "c") == Hash("a", "bc") || Hash("a", "") == Hash("a") {
		t.Error("parts run together")
	}
}

// An id depends on content alone.
func TestIDs(t *testing.T) {
	q := Question{Text: "Who?", Answer: "Ada", Passages: []Passage{{Title: "A", Text: "Ada did."}}}
	same := q
	same.SourceID, same.Source, same.License, same.Answer = "elsewhere", "musique", []string{"MIT"}, "Bob"
	if QuestionID(q) != QuestionID(same) {
		t.Error("where a question was read from, or its answer, changes its id")
	}
	other := q
	other.Passages = []Passage{{Title: "A", Text: "Ada did not."}}
	if QuestionID(q) == QuestionID(other) {
		t.Error("another passage does not change the id of a question")
	}
	task := Task{Kind: "keychain", Prompt: []Message{{"user", "Go"}}, Answer: "Ada"}
	changed := task
	changed.Prompt = []Message{{"user", "Go."}}
	if TaskID(task) == TaskID(changed) {
		t.Error("another prompt does not change the id of a task")
	}
}
