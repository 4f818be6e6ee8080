package world

import "math/bits"

// relation is what a fact says of its subject.
type relation uint8

const (
	liesOn relation = iota
	firstMayor
	twinnedWith
	firstRecorded
	chartered
	knownFor
	population

	flowsThrough
	mouthAt
	surveyedBy
	surveyedIn
	lengthKm

	crosses
	standsIn
	designedBy
	openedBy
	openedIn
	material
	lengthM

	builtBy
	homePort
	captainedBy
	launchedIn
	tonnage
	cargo

	foundedBy
	basedIn
	foundedIn
	product
	employees

	locatedIn
	rectorWas
	establishedIn
	subject
	students

	foughtNear
	wonBy
	foughtIn
	soldiers
	weather

	writtenBy
	setIn
	dedicatedTo
	publishedIn
	genre
	pageCount

	paintedBy
	depicts
	hangsIn
	paintedIn
	medium

	profession
	bornIn
	bornYear
	diedYear
	studiedAt
	patron
	collected

	standsNear
	firstLit
	heightM

	relations // how many there are
)

// relationNames are the Relation of facts.
var relationNames = [relations]string{
	"lies_on", "first_mayor", "twinned_with", "first_recorded_in", "chartered_in", "known_for", "population",
	"flows_through", "mouth_at", "surveyed_by", "surveyed_in", "length_km",
	"crosses", "stands_in", "designed_by", "opened_by", "opened_in", "material", "length_m",
	"built_by", "home_port", "captained_by", "launched_in", "tonnage", "cargo",
	"founded_by", "based_in", "founded_in", "product", "employees",
	"located_in", "rector", "established_in", "subject", "students",
	"fought_near", "won_by", "fought_in", "soldiers", "weather",
	"written_by", "set_in", "dedicated_to", "published_in", "genre", "page_count",
	"painted_by", "depicts", "hangs_in", "painted_in", "medium",
	"profession", "born_in", "born_year", "died_year", "studied_at", "patron", "collected",
	"stands_near", "first_lit_in", "height_m",
}

// edge is a relation between two slots that a permutation of the districts carries.
type edge struct {
	relation relation
	from, to slot
}

// edges are all such relations. A near twin without an edge of its own shares that
// of its elder twin; the one edge that it has is what it differs in.
var edges = [...]edge{
	{firstMayor, portTown, merchant},
	{firstMayor, hillTown, general},
	{twinnedWith, portTown, hillTown},
	{flowsThrough, theRiver, portTown},
	{mouthAt, theRiver, hillTown},
	{surveyedBy, theRiver, scholar},
	{crosses, theBridge, theRiver},
	{designedBy, theBridge, engineer},
	{openedBy, theBridge, painter},
	{builtBy, shipOne, theCompany},
	{homePort, shipOne, hillTown},
	{captainedBy, shipOne, captainOne},
	{captainedBy, shipTwo, captainTwo},
	{foundedBy, theCompany, merchant},
	{basedIn, theCompany, portTown},
	{locatedIn, theSchool, hillTown},
	{rectorWas, theSchool, scholar},
	{foughtNear, theBattle, portTown},
	{wonBy, theBattle, general},
	{writtenBy, bookOne, writer},
	{setIn, bookOne, portTown},
	{dedicatedTo, bookOne, painter},
	{dedicatedTo, bookTwo, engineer},
	{paintedBy, thePainting, painter},
	{depicts, thePainting, theBattle},
	{hangsIn, thePainting, theSchool},
	{patron, writer, scholar},
	{patron, captainOne, general},
	{patron, captainTwo, merchant},
	{patron, engineer, painter},
	{patron, merchant, writer},
	{patron, general, engineer},
	{patron, painter, captainOne},
	{patron, scholar, captainTwo},
}

// edgeFrom and edgeTo find the edge of a relation by its subject and by its object;
// -1 where there is none.
var edgeFrom, edgeTo = indexEdges()

func indexEdges() (from, to [districtSize + 1][relations]int8) {
	for s := range from {
		for r := range from[s] {
			from[s][r], to[s][r] = -1, -1
		}
	}
	for i, e := range edges {
		from[e.from][e.relation] = int8(i)
		to[e.to][e.relation] = int8(i)
	}
	for younger, elder := range map[slot]slot{shipTwo: shipOne, bookTwo: bookOne} {
		for r, i := range from[elder] {
			if from[younger][r] < 0 {
				from[younger][r] = i
			}
		}
	}
	return from, to
}

// target is the entity that e stands in relation r to; ok is false where the object
// of r is a number or a word, or e has no such relation.
func (w *World) target(e entity, r relation) (object entity, ok bool) {
	d, s := e.district(), w.slot(e)
	switch {
	case r == bornIn && s >= writer && s < spare:
		return w.birthplace(e), true
	case r == studiedAt && s >= writer && s < spare:
		return at(theSchool, w.places[role(s)].at(d)), true
	case r == liesOn && s == portTown:
		return w.source(e, flowsThrough), true
	case r == liesOn && s == hillTown:
		return w.source(e, mouthAt), true
	case r == twinnedWith && s == hillTown:
		return w.source(e, twinnedWith), true
	case r == standsIn && s == theBridge:
		over, _ := w.target(e, crosses)
		return w.target(over, flowsThrough)
	case r == standsNear && s == spare:
		return at(portTown, int(w.draw(e, uint8(standsNear))%uint64(w.districts))), true
	}
	i := edgeFrom[s][r]
	if i < 0 {
		return 0, false
	}
	return at(edges[i].to, w.edges[i].at(d)), true
}

// source is the one entity that stands in relation r to e. The relation must have an
// edge that ends at e's slot and that no twins share.
func (w *World) source(e entity, r relation) entity {
	i := edgeTo[w.slot(e)][r]
	return at(edges[i].from, w.edges[i].inverse(e.district()))
}

// role numbers the walks of life from 0; near twins share one.
func role(s slot) int {
	if s == captainTwo {
		s = captainOne
	}
	return int(s - writer)
}

// birthMasks are the ways in which the people born in a district can fall on its two
// towns: bit i is set when role i was born in the hill town. Either town has two to
// six natives, and two at least are not captains: those come in twins that no question
// by profession could tell apart.
var birthMasks = func() (masks []uint8) {
	const captains = 1<<(captainOne-writer) | 1<<(captainTwo-writer)
	fits := func(m uint8) bool { return bits.OnesCount8(m&^captains) >= 2 && bits.OnesCount8(m) <= 6 }
	for m := range 256 {
		m := uint8(m)
		if (m&captains == 0 || m&captains == captains) && fits(m) && fits(^m) {
			masks = append(masks, m)
		}
	}
	return masks
}()

// birthMask is the mask of a district of birth.
func (w *World) birthMask(district int) uint8 {
	return birthMasks[w.draw(entity(district), drawBirths)%uint64(len(birthMasks))]
}

// birthplace is the town a person was born in.
func (w *World) birthplace(e entity) entity {
	i := role(w.slot(e))
	d := w.births[i].at(e.district())
	if w.birthMask(d)>>i&1 == 1 {
		return at(hillTown, d)
	}
	return at(portTown, d)
}

// natives are all people born in a town, two to six of them.
func (w *World) natives(t entity) []entity {
	mask := w.birthMask(t.district())
	if w.slot(t) == portTown {
		mask = ^mask
	}
	out := make([]entity, 0, people)
	for s := writer; s < districtSize; s++ {
		if mask>>(s-writer)&1 == 1 {
			out = append(out, at(s, w.births[role(s)].inverse(t.district())))
		}
	}
	return out
}

// alumni are all people who studied at a school, one of each slot.
func (w *World) alumni(school entity) []entity {
	out := make([]entity, 0, people)
	for s := writer; s < districtSize; s++ {
		out = append(out, at(s, w.places[role(s)].inverse(school.district())))
	}
	return out
}

// nodOffsets lead from the slot of a page to the slots of the pages it mentions.
var nodOffsets = [2]int{7, 12}

// nod is the n-th entity that the page of e mentions in passing, n is 0 or 1.
func (w *World) nod(e entity, n int) entity {
	if w.slot(e) == spare {
		x := w.draw(e, drawNods) >> (n * 32) & 0xffffffff
		return entity(x % uint64(w.districts*int(districtSize)))
	}
	s := (int(w.slot(e)) + nodOffsets[n]) % int(districtSize)
	return at(slot(s), w.nods[n].at(e.district()))
}

// nodder is the entity in a district whose page mentions e in passing as its n-th.
func (w *World) nodder(e entity, n int) entity {
	s := (int(w.slot(e)) + int(districtSize) - nodOffsets[n]) % int(districtSize)
	return at(slot(s), w.nods[n].inverse(e.district()))
}

// neighbor is the entity of e's slot that is n districts further on the ring.
func (w *World) neighbor(e entity, n int) entity {
	d := (w.ring.at(e.district()) + n) % w.districts
	return at(w.slot(e), w.ring.inverse(d))
}
