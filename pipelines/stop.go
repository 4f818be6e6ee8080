package pipelines

import (
	"context"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"gander/internal/stage"
	"gander/schemas"
)

// stoppable passes rows on until the run is canceled. The direct runner looks at no
// context itself: without this, a stage would have to end before a run can.
func stoppable(s beam.Scope, kind stage.Kind, rows beam.PCollection) beam.PCollection {
	if !rows.IsValid() {
		return rows
	}
	switch kind {
	case stage.Questions:
		return beam.ParDo(s, passQuestion, rows)
	case stage.Documents:
		return beam.ParDo(s, passDocument, rows)
	case stage.Tasks:
		return beam.ParDo(s, passTask, rows)
	}
	return rows
}

func passQuestion(ctx context.Context, q schemas.Question) (schemas.Question, error) {
	return q, ctx.Err()
}

func passDocument(ctx context.Context, d schemas.Document) (schemas.Document, error) {
	return d, ctx.Err()
}

func passTask(ctx context.Context, t schemas.Task) (schemas.Task, error) { return t, ctx.Err() }

func init() {
	register.Function2x2(passQuestion)
	register.Function2x2(passDocument)
	register.Function2x2(passTask)
}
