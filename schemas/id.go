package schemas

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"unsafe"
)

// Hash is the content hash of parts: the first 128 bits of SHA-256 over each part
// preceded by its length, as 32 lower-case hex digits. Parts do not run together:
// Hash("ab", "c") differs from Hash("a", "bc").
func Hash(parts ...string) string {
	h := sha256.New()
	for _, p := range parts {
		h.Write(strconv.AppendInt(nil, int64(len(p)), 10))
		h.Write([]byte{':'})
		h.Write(unsafe.Slice(unsafe.StringData(p), len(p))) // read only; a prompt is long to copy
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}

// QuestionID hashes what makes a question what it is: text and passages. Where it was
// read from does not count, and neither does the answer: the same question with two
// answers is one question, and a contradiction.
func QuestionID(q Question) string {
	parts := []string{"question", q.Text}
	for _, p := range q.Passages {
		parts = append(parts, p.Title, p.Text)
	}
	return Hash(parts...)
}

// DocumentID hashes title and text.
func DocumentID(d Document) string { return Hash("document", d.Title, d.Text) }

// TaskID hashes kind, prompt and answer.
func TaskID(t Task) string {
	parts := []string{"task", t.Kind, t.Answer}
	for _, m := range t.Prompt {
		parts = append(parts, m.Role, m.Content)
	}
	return Hash(parts...)
}
