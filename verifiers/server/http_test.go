package server

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/cockroachdb/datadriven"
	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/getkin/kin-openapi/routers"
	"github.com/getkin/kin-openapi/routers/legacy"

	"gander/verifiers"
)

// TestHTTP reads testdata/http: a request line and a body, then status and answer. Every
// answer, and every request that is answered with 200, must be as openapi.json says.
func TestHTTP(t *testing.T) {
	datadriven.Walk(t, filepath.Join("testdata", "http"), func(t *testing.T, file string) {
		ask := tester(t, Default())
		datadriven.RunTest(t, file, func(t *testing.T, d *datadriven.TestData) string {
			line, body, _ := strings.Cut(d.Input, "\n")
			method, path, ok := strings.Cut(line, " ")
			if d.Cmd != "ask" || !ok {
				d.Fatalf(t, "write ask, then METHOD PATH and a body")
			}
			status, text := ask(t, method, path, body, nil)
			if len(text) > 1000 {
				text = text[:1000] + "…\n"
			}
			return strconv.Itoa(status) + "\n" + text
		})
	})
}

// asker sends one request and gives status and body of the answer.
type asker func(t testing.TB, method, path, body string, header http.Header) (int, string)

// tester makes a server over all rules and an asker that holds both sides against
// openapi.json.
func tester(t testing.TB, c Config) asker {
	t.Helper()
	s, err := New(c)
	if err != nil {
		t.Fatal(err)
	}
	return askerOf(t, s)
}

func askerOf(t testing.TB, s *Server) asker {
	t.Helper()
	document := openAPI(t)
	router, err := legacy.NewRouter(document)
	if err != nil {
		t.Fatal(err)
	}
	return func(t testing.TB, method, path, body string, header http.Header) (int, string) {
		t.Helper()
		request := func() *http.Request {
			r := httptest.NewRequest(method, path, strings.NewReader(body))
			r.Header.Set("Content-Type", "application/json")
			for name, values := range header {
				r.Header[name] = values
			}
			return r
		}
		w := httptest.NewRecorder()
		s.Handler().ServeHTTP(w, request())
		text := w.Body.String()
		if err := asDocumented(router, request(), w, text); err != nil {
			t.Errorf("%s %s is not as openapi.json says: %v\n%s", method, path, err, text)
		}
		return w.Code, text
	}
}

// asDocumented holds a request that was answered, and the answer, against the document.
// What the document does not know is answered with 404 or 405 and not in it.
func asDocumented(router routers.Router, r *http.Request, w *httptest.ResponseRecorder, text string) error {
	route, parameters, err := router.FindRoute(r)
	if err != nil {
		if w.Code == http.StatusNotFound || w.Code == http.StatusMethodNotAllowed {
			return nil
		}
		return err
	}
	in := &openapi3filter.RequestValidationInput{Request: r, PathParams: parameters, Route: route,
		Options: &openapi3filter.Options{AuthenticationFunc: openapi3filter.NoopAuthenticationFunc, IncludeResponseStatus: true}}
	if w.Code == http.StatusOK {
		if err := openapi3filter.ValidateRequest(context.Background(), in); err != nil {
			return err
		}
	}
	return openapi3filter.ValidateResponse(context.Background(), &openapi3filter.ResponseValidationInput{
		RequestValidationInput: in, Status: w.Code, Header: w.Header(),
		Body: io.NopCloser(strings.NewReader(text)), Options: in.Options})
}

// openAPI is the served document, read.
func openAPI(t testing.TB) *openapi3.T {
	t.Helper()
	loaded, err := openapi3.NewLoader().LoadFromData(document)
	if err != nil {
		t.Fatal(err)
	}
	if err := loaded.Validate(context.Background()); err != nil {
		t.Fatal(err)
	}
	return loaded
}

// TestDocumentHasEveryRoute: the paths of the document are the routes of the server, and
// the server sends that document.
func TestDocumentHasEveryRoute(t *testing.T) {
	ask := tester(t, Default())
	paths := openAPI(t).Paths
	for path, item := range paths.Map() {
		for method := range item.Operations() {
			if status, text := ask(t, method, path, "", nil); status == http.StatusNotFound || status == http.StatusMethodNotAllowed {
				t.Errorf("%s %s is in openapi.json and answers %d: %s", method, path, status, text)
			}
		}
	}
	if n := paths.Len(); n != 7 {
		t.Errorf("openapi.json has %d paths, want the 7 of the package comment", n)
	}
	if _, text := ask(t, "GET", "/openapi.json", "", nil); text != string(document) {
		t.Error("the document that is served is not openapi.json")
	}
}

// TestCatalog: every rule is listed with a schema of its arguments.
func TestCatalog(t *testing.T) {
	status, text := tester(t, Default())(t, "GET", "/v1/verifiers", "", nil)
	if status != http.StatusOK {
		t.Fatalf("status %d: %s", status, text)
	}
	for _, rule := range verifiers.All {
		if !strings.Contains(text, `"name":"`+rule.Name+`"`) {
			t.Errorf("%s is not listed", rule.Name)
		}
	}
	if want := `"description":"Golds are the texts that are right`; !strings.Contains(text, want) {
		t.Errorf("the arguments come without their comments, want %s", want)
	}
}

// TestExamplesAreJudged: every rule answers to its own example.
func TestExamplesAreJudged(t *testing.T) {
	ask := tester(t, Default())
	for _, rule := range verifiers.All {
		var body bytes.Buffer
		body.WriteString(`{"verifier":"` + rule.Name + `","args":` + rule.Example + `,"reply":""}`)
		if status, text := ask(t, "POST", "/v1/verify", body.String(), nil); status != http.StatusOK || !strings.Contains(text, `"rule":"`+rule.Name) {
			t.Errorf("%s: status %d: %s", rule.Name, status, text)
		}
	}
}
