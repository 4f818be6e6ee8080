package cli

import (
	"time"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"

	"gander/internal/tally"
	"gander/pipelines"
)

// refresh is how often the bars move.
const refresh = 200 * time.Millisecond

// bars shows one bar for each stage until stop is called.
func (a *app) bars(plan *pipelines.Plan) (stop func()) {
	start := time.Now()
	screen := mpb.New(mpb.WithOutput(a.err), mpb.WithWidth(40), mpb.WithRefreshRate(refresh))
	now := make([]*mpb.Bar, len(plan.Nodes))
	for i := range plan.Nodes {
		text := func(decor.Statistics) string {
			return steps(plan, tally.Live(), time.Since(start))[i].String()
		}
		now[i] = screen.AddBar(0, mpb.AppendDecorators(decor.Any(text)))
	}
	move := func() {
		for i, s := range steps(plan, tally.Live(), time.Since(start)) {
			if s.total == 0 {
				continue // nobody knows how far that is: the bar stays empty, its text counts
			}
			now[i].SetTotal(max(s.total, s.done)+1, false) // a bar at its total is over
			now[i].SetCurrent(s.done)
		}
	}
	rest := repeat(refresh, move)
	return func() {
		rest()
		move()
		for _, bar := range now {
			bar.Abort(false) // leaves the bar as it is
		}
		screen.Wait()
	}
}
