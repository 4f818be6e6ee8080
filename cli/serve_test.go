package cli

import (
	"bufio"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"

	"gander/verifiers/client"
)

var pythonBlock = regexp.MustCompile("(?s)```python\n(.*?)```")

const shownURL = "http://127.0.0.1:8080"

// serving starts gander serve on a free port and gives its URL. What stop gives is all
// that it said, after a SIGTERM ended it.
func serving(t *testing.T, args ...string) (url string, stop func() string) {
	t.Helper()
	command := exec.Command("gander", append([]string{"serve", "--listen", "127.0.0.1:0"}, args...)...)
	stderr, err := command.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(stderr)
	lines.Scan()
	said := lines.Text() + "\n"
	_, url, ok := strings.Cut(lines.Text(), "serving on ")
	if !ok {
		t.Fatalf("gander serve said %s", said)
	}
	return url, func() string {
		t.Helper()
		if err := command.Process.Signal(syscall.SIGTERM); err != nil {
			t.Fatal(err)
		}
		for lines.Scan() {
			said += lines.Text() + "\n"
		}
		if err := command.Wait(); err != nil {
			t.Errorf("after SIGTERM: %v\n%s", err, said)
		}
		return said
	}
}

// TestServePythonExamples runs the Python of docs/serve.md against a server.
func TestServePythonExamples(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("python3 is not installed; the examples of docs/serve.md were not run")
	}
	page, err := os.ReadFile("../docs/serve.md")
	if err != nil {
		t.Fatal(err)
	}
	blocks := pythonBlock.FindAllStringSubmatch(string(page), -1)
	if len(blocks) != 2 {
		t.Fatalf("docs/serve.md has %d blocks of Python, want the client and the function for verl", len(blocks))
	}
	first := strings.TrimSpace(blocks[0][1])
	if n := strings.Count(first, "\n") + 1; n > 15 {
		t.Errorf("the first example has %d lines, want 15 at most", n)
	}
	url, stop := serving(t)
	for _, example := range []struct{ code, want string }{
		{first, "1 right\n0 wrong\n0 unparsed\n"},
		{first + "\ntry:\n    verify(7)\nexcept ValueError as e:\n    print(e)",
			"1 right\n0 wrong\n0 unparsed\n" + `{"error":{"field":"items","message":"wants an array, not a number"}}` + "\n\n"},
		{blocks[1][1] + `print(compute_score("capitals", "\\boxed{Rome}", "Rome", {"index": 7})["score"])`, "1\n"},
		{blocks[1][1] + "try:\n    compute_score('capitals', 'x', None)\nexcept ValueError as e:\n    print(e)",
			`{"error":{"field":"ground_truth","message":"is no answer; give a string, an array of strings, or a row with verifier and verifier_args"}}` + "\n\n"},
	} {
		if !strings.Contains(example.code, shownURL) {
			t.Fatalf("an example does not ask %s:\n%s", shownURL, example.code)
		}
		file := filepath.Join(t.TempDir(), "example.py")
		if err := os.WriteFile(file, []byte(strings.ReplaceAll(example.code, shownURL, url)), 0o666); err != nil {
			t.Fatal(err)
		}
		if got, err := exec.Command(python, file).CombinedOutput(); err != nil || string(got) != example.want {
			t.Errorf("the example prints\n%s%v\nwant\n%s", got, err, example.want)
		}
	}
	if said, want := stop(), "gander: serving on "+url+"\ngander: stopped; every request was answered\n"; said != want {
		t.Errorf("gander serve said\n%swant\n%s", said, want)
	}
}

// TestServeToken: the token comes from the environment and is never shown.
func TestServeToken(t *testing.T) {
	t.Setenv("GANDER_TEST_TOKEN", "s3cret")
	url, stop := serving(t, "--token-env", "GANDER_TEST_TOKEN")
	for token, want := range map[string]int{"s3cret": 200, "other": 401, "": 401} {
		c := client.Client{URL: url, Token: token}
		_, err := c.Verifiers(t.Context())
		got := 200
		var refused *client.Error
		if errors.As(err, &refused) {
			got = refused.Status
		}
		if got != want {
			t.Errorf("token %q: status %d, want %d: %v", token, got, want, err)
		}
	}
	if said := stop(); strings.Contains(said, "s3cret") {
		t.Errorf("the token is shown:\n%s", said)
	}
}

// TestServeOpen: a server that others reach without a token says so.
func TestServeOpen(t *testing.T) {
	url, stop := serving(t, "--listen", "0.0.0.0:0")
	warning := "gander: no token is demanded of whoever reaches this address; add --token-env NAME, or listen on 127.0.0.1\n"
	if said := stop(); !strings.Contains(said, warning) {
		t.Errorf("gander serve said\n%s", said)
	}
	if want := regexp.MustCompile(`^http://localhost:[1-9][0-9]* and every other address of this machine$`); !want.MatchString(url) {
		t.Errorf("serving on %s", url)
	}
}

func TestByteSize(t *testing.T) {
	for text, want := range map[string]string{
		"65536": "64KiB", "64KiB": "64KiB", "8MiB": "8MiB", "2GiB": "2GiB", "1000": "1000", "0": "0", "1024KiB": "1MiB",
		"": "?", "8MB": "?", "-1": "?", "1.5MiB": "?", "9999999999GiB": "?",
	} {
		var size byteSize
		got := "?"
		if size.Set(text) == nil {
			got = size.String()
		}
		if got != want {
			t.Errorf("%q is read as %s, want %s", text, got, want)
		}
	}
}
