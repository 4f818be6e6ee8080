package verifiers

import (
	"errors"
	"fmt"
	"strings"

	"gander/verifiers/extract"
)

var entity = Verifier{
	Name:    "entity@1",
	Doc:     "the answer is a name of the entity, as a whole: the gold, an alias or a redirect, with a fitting disambiguator or none",
	Formats: extract.Formats,
	Args:    EntityArgs{},
	Example: `{"golds":["Paris (Texas)","City of Paris, Texas"],"redirects":["Second Largest Paris"],"others":["Paris","Paris (France)"]}`,
	Bait: []string{
		`\boxed{Paris}`,
		`\boxed{Paris, France}`,
		`\boxed{Paris (Kentucky)}`,
		`\boxed{Texas}`,
		`\boxed{Paris, Texas or Paris, France}`,
		`\boxed{not Paris, Texas}`,
		`\boxed{the}`,
		`\boxed{}`,
		`Paris (Texas)`,
	},
	Compile: compileEntity,
}

// EntityArgs are the arguments of entity@1, as JSON.
type EntityArgs struct {
	// Golds are the names of the entity, the main one first, then its aliases. A name may
	// end in a disambiguator in brackets, as in Paris (Texas); then the bare name is not
	// enough unless it is listed too. At least one, none blank.
	Golds []string `json:"golds"`
	// Redirects are further names that lead to the entity, such as old names and other
	// spellings. May be empty.
	Redirects []string `json:"redirects,omitempty"`
	// Others are the names of entities that are not meant. May be empty.
	Others []string `json:"others,omitempty"`
	// Disambiguators fit the entity and may stand in brackets or after a comma behind any
	// of its names, as France in Paris, France. May be empty.
	Disambiguators []string `json:"disambiguators,omitempty"`
	// Initials equates a given name with its initial, as in J. Austen and Jane Austen; the
	// family name and the number of names have to agree.
	Initials bool `json:"initials,omitempty"`
	// LegalForms passes over a legal form such as Inc. or GmbH behind a company's name
	// when one side has none.
	LegalForms bool `json:"legal_forms,omitempty"`
	// Extract says where the answer stands: a policy of package extract, or "whole", the
	// whole reply after its reasoning, less the marks of an answer tag. Empty is "marked".
	Extract string `json:"extract,omitempty"`
}

// names are all names of the entity, golds first.
func (a EntityArgs) names() []string {
	return append(append([]string(nil), a.Golds...), a.Redirects...)
}

func (a EntityArgs) check() []error {
	faults := AnswerArgs{Golds: a.Golds, Others: a.Others, Extract: a.Extract}.check(func(s string) string {
		return readName(s).full
	})
	for i, r := range a.Redirects {
		if readName(r).full == "" {
			faults = append(faults, fmt.Errorf("redirects[%d] has no word or number; give a name or leave it out", i))
		}
	}
	for i, d := range a.Disambiguators {
		if readName(d).full == "" {
			faults = append(faults, fmt.Errorf("disambiguators[%d] has no word or number; give one or leave it out", i))
		}
	}
	return faults
}

// lookup compares the answers to one task. Names are compared whole, from the strictest
// reading to the loosest, and the first that matches decides:
//
//	equal in words                          Rome: rome; Łódź: Lodz; J. R. R. Tolkien: JRR Tolkien
//	a name of others                        wrong
//	with a disambiguator that fits          Paris: Paris, France; Paris (France)
//	family name first, with a comma         Marie Curie: Curie, Marie
//	a legal form more or less, if allowed   Apple: Apple Inc.
//	initials, if allowed                    Jane Austen: J. Austen
//	without the disambiguator of the gold   undecided
//	anything else                           wrong
//
// No name is looked for inside of another.
type lookup struct {
	args   EntityArgs
	names  []name
	others []name
	fits   map[string]bool // disambiguators
}

func compileEntity(args string) (Checker, error) {
	var a EntityArgs
	if err := decode(args, &a); err != nil {
		return nil, err
	}
	if err := errors.Join(a.check()...); err != nil {
		return nil, err
	}
	l := &lookup{args: a, fits: map[string]bool{}}
	for _, n := range a.names() {
		l.names = append(l.names, readName(n))
	}
	for _, o := range a.Others {
		l.others = append(l.others, readName(o))
	}
	for _, d := range a.Disambiguators {
		l.fits[readName(d).full] = true
	}
	return &single{rule: "entity@1", golds: a.Golds, others: a.Others, find: finder(a.Extract), judge: l.judge}, nil
}

func (l *lookup) judge(answer string) Verdict {
	v := Verdict{Outcome: Wrong, Gold: l.names[0].full}
	if len(answer) > maxName {
		v.Detail = "the answer is too long for a name"
		return v
	}
	got := readName(answer)
	v.Answer = got.full
	if got.full == "" {
		v.Detail = "the answer has no word or number"
		return v
	}
	for _, n := range l.names {
		if n.full == got.full {
			v.Outcome, v.Score, v.Gold, v.Detail = Right, 1, n.full, "equal"
			return v
		}
	}
	for _, o := range l.others {
		if o.full == got.full {
			v.Detail = "the name of another entity"
			return v
		}
	}
	for _, loose := range []func(gold, got name) string{l.disambiguated, inverted, l.sameCompany, l.sameInitials} {
		for _, n := range l.names {
			if how := loose(n, got); how != "" && !l.ambiguous(got, loose) {
				v.Outcome, v.Score, v.Certainty, v.Gold, v.Detail = Right, 1, Policy, n.full, how
				return v
			}
		}
	}
	for _, n := range l.names {
		if n.detail != "" && n.base == got.full {
			v.Outcome, v.Gold, v.Detail = Undecided, n.full, "the name without its disambiguator; list it among the golds if it is enough"
			return v
		}
	}
	v.Detail = "no name of the entity"
	return v
}

// maxName is how many bytes the longest name may have.
const maxName = 1024

// ambiguous says whether got matches the name of another entity as loosely.
func (l *lookup) ambiguous(got name, loose func(gold, got name) string) bool {
	for _, o := range l.others {
		if loose(o, got) != "" {
			return true
		}
	}
	return false
}

// disambiguated matches a name with one of the entity's disambiguators behind it.
func (l *lookup) disambiguated(gold, got name) string {
	if got.detail != "" && l.fits[got.detail] && (gold.full == got.base || gold.base == got.base) {
		return "equal with a disambiguator that fits"
	}
	return ""
}

// sameCompany matches names of which one has a legal form and the other has none.
func (l *lookup) sameCompany(gold, got name) string {
	if !l.args.LegalForms {
		return ""
	}
	goldForm, gotForm := legalForm(gold.words), legalForm(got.words)
	if (goldForm == 0) == (gotForm == 0) {
		return ""
	}
	if sameWords(gold.words[:len(gold.words)-goldForm], got.words[:len(got.words)-gotForm]) {
		return "equal but for the legal form"
	}
	return ""
}

// sameInitials matches names of a person of which one abbreviates given names.
func (l *lookup) sameInitials(gold, got name) string {
	a, b := gold.parts, got.parts
	last := len(a) - 1
	if !l.args.Initials || last < 1 || len(b) != len(a) || a[last] != b[last] || isInitial(a[last]) {
		return ""
	}
	for i := range last {
		if a[i] == b[i] {
			continue
		}
		if !isInitial(a[i]) && !isInitial(b[i]) || firstLetter(a[i]) != firstLetter(b[i]) {
			return ""
		}
	}
	return "equal but for initials"
}

// inverted matches a name of two parts with a comma against the other order.
func inverted(gold, got name) string {
	if got.detail == "" || got.bracketed || gold.detail != "" && !gold.bracketed {
		return ""
	}
	if got.detail+" "+got.base == gold.full && !strings.ContainsAny(gold.full, "0123456789") {
		return "equal with the family name first"
	}
	return ""
}
