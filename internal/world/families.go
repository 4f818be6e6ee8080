package world

// family is a template of questions. Every district has one question of each family,
// which starts from the district's own entity of the slot start.
type family struct {
	form  form
	start slot
	// path leads from the start to the answer, or to the entity that the last
	// clause of an intersection or a count is about.
	path []hop

	// pick and by end an intersection: of all entities that stand in relation pick to
	// the end of the path, the one with a certain word in relation by.
	pick, by relation

	// via and measure make a comparison of the start with its neighbor on the ring:
	// both are named by the person they stand in relation via to, and compared by a number.
	via, measure relation
}

// hop follows a relation from subject to object, or back.
type hop struct {
	relation relation
	back     bool
}

func to(r relation) hop   { return hop{r, false} }
func from(r relation) hop { return hop{r, true} }

// form is the Type of a question.
type form string

const (
	bridge2      form = "bridge2"
	bridge3      form = "bridge3"
	bridge4      form = "bridge4"
	comparison   form = "comparison"
	intersection form = "intersection"
	counting     form = "counting"
)

// families has six families of each form and one that counts, as counts are few and
// give the same answers over and over. No path meets one page twice or returns to a
// slot that the question names, so no question can contain its answer.
var families = [...]family{
	{form: bridge2, start: shipOne, path: []hop{to(captainedBy), to(bornIn)}},
	{form: bridge2, start: thePainting, path: []hop{to(depicts), to(wonBy)}},
	{form: bridge2, start: bookOne, path: []hop{to(dedicatedTo), to(studiedAt)}},
	{form: bridge2, start: theBridge, path: []hop{to(designedBy), to(patron)}},
	{form: bridge2, start: general, path: []hop{from(wonBy), from(depicts)}},
	{form: bridge2, start: theCompany, path: []hop{to(basedIn), to(population)}},

	{form: bridge3, start: shipTwo, path: []hop{to(builtBy), to(foundedBy), to(studiedAt)}},
	{form: bridge3, start: bookTwo, path: []hop{to(dedicatedTo), to(patron), to(bornIn)}},
	{form: bridge3, start: theRiver, path: []hop{to(surveyedBy), from(rectorWas), from(hangsIn)}},
	{form: bridge3, start: theBridge, path: []hop{to(crosses), to(mouthAt), to(firstMayor)}},
	{form: bridge3, start: theCompany, path: []hop{to(basedIn), to(liesOn), to(surveyedBy)}},
	{form: bridge3, start: writer, path: []hop{to(patron), to(patron), from(captainedBy)}},

	{form: bridge4, start: thePainting, path: []hop{to(hangsIn), to(locatedIn), to(firstMayor), to(patron)}},
	{form: bridge4, start: bookOne, path: []hop{to(setIn), to(liesOn), to(surveyedBy), to(studiedAt)}},
	{form: bridge4, start: shipOne, path: []hop{to(builtBy), to(foundedBy), to(patron), to(bornIn)}},
	{form: bridge4, start: writer, path: []hop{to(bornIn), to(twinnedWith), to(liesOn), to(surveyedBy)}},
	{form: bridge4, start: theBattle, path: []hop{to(wonBy), to(patron), to(patron), from(dedicatedTo)}},
	{form: bridge4, start: theSchool, path: []hop{to(locatedIn), to(liesOn), to(flowsThrough), to(firstMayor)}},

	{form: comparison, start: shipOne, via: captainedBy, measure: launchedIn},
	{form: comparison, start: thePainting, via: paintedBy, measure: paintedIn},
	{form: comparison, start: bookOne, via: dedicatedTo, measure: pageCount},
	{form: comparison, start: theBattle, via: wonBy, measure: soldiers},
	{form: comparison, start: theBridge, via: openedBy, measure: lengthM},
	{form: comparison, start: theCompany, via: foundedBy, measure: employees},

	{form: intersection, start: merchant, path: []hop{from(firstMayor)}, pick: bornIn, by: profession},
	{form: intersection, start: general, path: []hop{from(firstMayor)}, pick: bornIn, by: collected},
	{form: intersection, start: scholar, path: []hop{from(rectorWas)}, pick: studiedAt, by: profession},
	{form: intersection, start: thePainting, path: []hop{to(hangsIn)}, pick: studiedAt, by: collected},
	{form: intersection, start: scholar, path: []hop{from(surveyedBy)}, pick: liesOn, by: knownFor},
	{form: intersection, start: theBattle, path: []hop{to(foughtNear)}, pick: bornIn, by: profession},

	{form: counting, start: merchant, path: []hop{from(firstMayor)}, pick: bornIn},
}
