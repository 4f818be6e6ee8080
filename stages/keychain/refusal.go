package keychain

import (
	"fmt"

	"gander/schemas"
)

// A refusal is why a question becomes no task: a gate's reason code and the evidence.
type refusal struct{ reason, detail string }

func refuse(reason, format string, args ...any) *refusal {
	return &refusal{reason, fmt.Sprintf(format, args...)}
}

// refuseRow makes the reject of a question; its detail ends in where to find the row.
func refuseRow(q schemas.Question, no *refusal) *schemas.Reject {
	return &schemas.Reject{
		ID: q.ID, Reason: no.reason, Detail: fmt.Sprintf("%s (%s %s)", no.detail, q.Source, q.SourceID),
		SourceIDs: []string{q.ID},
	}
}
