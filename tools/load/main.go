// Command load asks a reward server for verdicts as fast as it answers and prints how many
// came back and how long a request took.
//
//	gander serve &
//	go run ./tools/load                            # 8 connections, 64 items a request, 10 s
//	go run ./tools/load -connections 32 -batch 1
//	go run ./tools/load -file items.jsonl          # items of POST /v1/verify, one a line
//
// Server and generator share the cores of the machine when both run on it: what the
// generator needs is missing to the server. Bodies are made before the clock starts; every
// answer is compared with the first one to the same body.
package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"net/http"
	"os"
	"slices"
	"sync"
	"time"
)

func main() {
	var l load
	url := flag.String("url", "http://127.0.0.1:8080", "where the server is")
	file := flag.String("file", "", "take the items from this file instead of the built-in mix")
	flag.IntVar(&l.connections, "connections", 8, "ask on this many connections at once")
	flag.IntVar(&l.batch, "batch", 64, "put this many items into a request")
	flag.DurationVar(&l.duration, "duration", 10*time.Second, "ask for this long")
	flag.StringVar(&l.token, "token", "", "send this bearer token")
	flag.Parse()
	l.url = *url + "/v1/verify"
	items, err := mix()
	if *file != "" {
		items, err = read(*file)
	}
	if err == nil {
		err = l.run(items)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "load:", err)
		os.Exit(1)
	}
}

// load is what to ask, and how.
type load struct {
	url, token         string
	connections, batch int
	duration           time.Duration
	client             http.Client
}

// bodies is how many different requests are sent, over and over.
const bodies = 64

// warmUp is how long is asked before anything is counted.
const warmUp = time.Second

func (l *load) run(items [][]byte) error {
	if l.connections < 1 || l.batch < 1 || len(items) == 0 {
		return errors.New("give at least one connection, one item a request and one item")
	}
	l.client.Transport = &http.Transport{MaxIdleConnsPerHost: l.connections}
	requests := make([]request, bodies)
	for i := range requests {
		requests[i].body = batch(items, i*l.batch, l.batch)
		if err := l.ask(&requests[i]); err != nil {
			return err
		}
	}
	if _, err := l.measure(requests, warmUp); err != nil {
		return err
	}
	took, err := l.measure(requests, l.duration)
	if err != nil {
		return err
	}
	l.print(took)
	return nil
}

// request is one body and the answer to it, once it is known.
type request struct{ body, answer []byte }

// batch is a body of n items, from the one numbered first on, around the end.
func batch(items [][]byte, first, n int) []byte {
	part := make([][]byte, n)
	for i := range part {
		part[i] = items[(first+i)%len(items)]
	}
	return slices.Concat([]byte(`{"items":[`), bytes.Join(part, []byte(",")), []byte("]}"))
}

// ask sends a request and keeps its answer, or compares it with the one that is kept.
func (l *load) ask(r *request) error {
	q, err := http.NewRequest(http.MethodPost, l.url, bytes.NewReader(r.body))
	if err != nil {
		return err
	}
	q.Header.Set("Content-Type", "application/json")
	if l.token != "" {
		q.Header.Set("Authorization", "Bearer "+l.token)
	}
	a, err := l.client.Do(q)
	if err != nil {
		return err
	}
	defer a.Body.Close()
	answer, err := io.ReadAll(a.Body)
	switch {
	case err != nil:
		return err
	case a.StatusCode != http.StatusOK:
		return fmt.Errorf("status %d: %s", a.StatusCode, answer)
	case r.answer == nil && bytes.Contains(answer, []byte(`"error":`)):
		return fmt.Errorf("an item has no verdict: %s", answer)
	case r.answer == nil:
		r.answer = answer
	case !bytes.Equal(answer, r.answer):
		return errors.New("two answers to one request differ")
	}
	return nil
}

// measure asks on all connections for a time and gives the time of every request, sorted.
func (l *load) measure(requests []request, duration time.Duration) ([]time.Duration, error) {
	took := make([][]time.Duration, l.connections)
	failed := make([]error, l.connections)
	var all sync.WaitGroup
	end := time.Now().Add(duration)
	for c := range l.connections {
		all.Go(func() {
			for i := c; failed[c] == nil; i++ {
				began := time.Now()
				if began.After(end) {
					return
				}
				failed[c] = l.ask(&requests[i%len(requests)])
				took[c] = append(took[c], time.Since(began))
			}
		})
	}
	all.Wait()
	sorted := slices.Concat(took...)
	slices.Sort(sorted)
	return sorted, errors.Join(failed...)
}

func (l *load) print(took []time.Duration) {
	at := func(share float64) time.Duration {
		return took[min(len(took)-1, int(share*float64(len(took))))].Round(10 * time.Microsecond)
	}
	seconds := l.duration.Seconds()
	fmt.Printf("connections %d, batch %d, %s\n", l.connections, l.batch, l.duration)
	fmt.Printf("verdicts/s  %.0f\n", float64(len(took)*l.batch)/seconds)
	fmt.Printf("requests/s  %.0f\n", float64(len(took))/seconds)
	fmt.Printf("p50 %s  p90 %s  p99 %s  max %s\n", at(.5), at(.9), at(.99), at(1))
}
