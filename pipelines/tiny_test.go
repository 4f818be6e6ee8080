package pipelines

import (
	"context"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strconv"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/testing/passert"

	"gander/internal/fault"
	"gander/internal/stage"
	"gander/schemas"
)

// tiny is a registry for tests: numbers gives documents, copy passes them on, ask makes
// a task of every even number and refuses the odd ones, gather compares what arrives
// with what it was told to expect.
var tiny = Registry{
	stage.Of("numbers", "the numbers below count", stage.None, stage.Documents,
		func() numbers { return numbers{Count: 4, Share: 0.5, Inner: inner{Deep: 7}} }, buildNumbers),
	stage.Of("copy", "documents as they are", stage.Documents, stage.Documents,
		func() none { return none{} }, buildCopy),
	stage.WithPresets(stage.Of("ask", "a task of every even number", stage.Documents, stage.Tasks,
		func() ask { return ask{Preset: "small", Budget: 10, Title: "small"} }, buildAsk),
		map[string]func() ask{
			"small": func() ask { return ask{Preset: "small", Budget: 10, Title: "small"} },
			"large": func() ask { return ask{Preset: "large", Budget: 1000, Title: "large"} },
		}),
	stage.Of("gather", "checks what arrives", stage.Tasks, stage.None,
		func() gather { return gather{} }, buildGather),
}

type numbers struct {
	Count int      `yaml:"count"`
	Share float64  `yaml:"share"`
	Loud  bool     `yaml:"loud"`
	Tags  []string `yaml:"tags"`
	Inner inner    `yaml:"inner"`
	// Missing is what Preflight complains about; with "broken " in front, in an error that
	// is no fault.
	Missing string `yaml:"missing"`
}

type inner struct {
	Deep int64 `yaml:"deep"`
}

func (c numbers) Check() error {
	var faults []error
	if c.Count < 0 {
		faults = append(faults, fmt.Errorf("count is %d; give 0 or more", c.Count))
	}
	if c.Inner.Deep < 0 {
		faults = append(faults, fmt.Errorf("inner.deep is %d; give 0 or more", c.Inner.Deep))
	}
	if c.Loud && c.Share == 0 {
		faults = append(faults, errors.New("loud needs a share above 0"))
	}
	return errors.Join(faults...)
}

func (c numbers) Preflight() error {
	if file, broken := strings.CutPrefix(c.Missing, "broken "); broken {
		return fmt.Errorf("%s: %w", file, io.ErrUnexpectedEOF)
	}
	if c.Missing == "" {
		return nil
	}
	return fault.New("%s: no such file; give another", c.Missing)
}

type none struct{}

func (none) Check() error { return nil }

type ask struct {
	Preset string `yaml:"preset"`
	Budget int    `yaml:"budget"`
	Title  string `yaml:"title"`
}

func (c ask) Check() error {
	var faults []error
	if c.Preset != "small" && c.Preset != "large" {
		faults = append(faults, fmt.Errorf("preset is %q; give small or large", c.Preset))
	}
	if c.Budget < 1 {
		faults = append(faults, fmt.Errorf("budget is %d; give 1 or more", c.Budget))
	}
	return errors.Join(faults...)
}

type gather struct {
	Tasks   []string `yaml:"tasks"`
	Rejects []string `yaml:"rejects"`
}

func (gather) Check() error { return nil }

func buildNumbers(s beam.Scope, env stage.Env, c numbers, _ stage.Inputs) stage.Outputs {
	var docs []schemas.Document
	for i := range c.Count {
		if env.Limit == 0 || i < env.Limit {
			docs = append(docs, schemas.Document{ID: strconv.Itoa(i)})
		}
	}
	return stage.Outputs{Main: beam.CreateList(s, docs)}
}

func buildCopy(_ beam.Scope, _ stage.Env, _ none, in stage.Inputs) stage.Outputs {
	return stage.Outputs{Main: in.Main}
}

func buildAsk(s beam.Scope, env stage.Env, _ ask, in stage.Inputs) stage.Outputs {
	tasks, rejects := beam.ParDo2(s, &askFn{Stage: env.Name}, in.Main)
	return stage.Outputs{Main: tasks, Rejects: rejects}
}

type askFn struct{ Stage string }

// cancelAt and seen let a test watch the numbers that askFn sees, on one goroutine.
var (
	cancelAt func(id string)
	seen     []string
)

func (f *askFn) ProcessElement(_ context.Context, d schemas.Document, task func(schemas.Task), reject func(schemas.Reject)) error {
	if cancelAt != nil {
		seen = append(seen, d.ID)
		cancelAt(d.ID)
	}
	n, err := strconv.Atoi(d.ID)
	if err != nil {
		return err
	}
	if n%2 == 0 {
		task(schemas.Task{ID: d.ID})
	} else {
		reject(schemas.Reject{ID: d.ID, Stage: f.Stage, Reason: "odd"})
	}
	return nil
}

func buildGather(s beam.Scope, _ stage.Env, c gather, in stage.Inputs) stage.Outputs {
	passert.EqualsList(s, beam.ParDo(s, taskID, in.Main), c.Tasks)
	passert.EqualsList(s, beam.ParDo(s, rejectID, in.Rejects), c.Rejects)
	return stage.Outputs{}
}

func taskID(t schemas.Task) string     { return t.ID }
func rejectID(r schemas.Reject) string { return r.Stage + " " + r.ID }

func init() {
	beam.RegisterType(reflect.TypeFor[askFn]())
	beam.RegisterType(reflect.TypeFor[schemas.Document]())
	beam.RegisterType(reflect.TypeFor[schemas.Task]())
	beam.RegisterType(reflect.TypeFor[schemas.Reject]())
	register.Function1x1(taskID)
	register.Function1x1(rejectID)
	register.Emitter1[schemas.Task]()
	register.Emitter1[schemas.Reject]()
}
