package server

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"gander/verifiers/server/wire"
)

// BenchmarkVerify is one request of 64 items with replies of 4 kB, without a network.
func BenchmarkVerify(b *testing.B) {
	s, err := New(Default())
	if err != nil {
		b.Fatal(err)
	}
	var batch wire.Batch
	for i := range 64 {
		batch.Items = append(batch.Items, wire.Item{Verifier: "text_strict@1",
			Args:  json.RawMessage(fmt.Sprintf(`{"golds":["Rome %d"]}`, i/8)),
			Reply: "<think>\n" + strings.Repeat("So we look at the next passage, and it says $x=2$.\n", 80) + `</think> \boxed{Rome 1}`})
	}
	body, err := json.Marshal(batch)
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(body)))
	b.ReportAllocs()
	for b.Loop() {
		w := httptest.NewRecorder()
		s.Handler().ServeHTTP(w, httptest.NewRequest(http.MethodPost, "/v1/verify", bytes.NewReader(body)))
		if w.Code != http.StatusOK {
			b.Fatal(w.Body)
		}
	}
	b.ReportMetric(float64(b.N*len(batch.Items))/b.Elapsed().Seconds(), "verdicts/s")
}
