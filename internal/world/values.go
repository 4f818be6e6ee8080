package world

import "strconv"

// Draws of an entity beside those for its relations, which go by the relation.
const (
	drawName = uint8(relations) + iota
	drawTitle
	drawBirths
	drawNods
	drawPurposes
)

// draw is a number of 64 bits that belongs to e and a purpose.
func (w *World) draw(e entity, purpose uint8) uint64 {
	return mix(w.keys[purpose] + uint64(e)*0x9e3779b97f4a7c15)
}

// scale is a range of whole numbers: low, low+1, … low+3*steps-1.
type scale struct{ low, steps int }

// scales are the relations whose object is a number. Lives and events fit together:
// whoever does something in a year is grown up and alive then. All are written in
// digits without a comma, so that no page has a lone small digit in it; populations,
// which can be answers, have five digits and are never taken for a year.
var scales = [relations]scale{
	firstRecorded: {1150, 130},
	chartered:     {1801, 11},
	population:    {10207, 28000},
	surveyedIn:    {1801, 11},
	lengthKm:      {41, 180},
	openedIn:      {1801, 11},
	lengthM:       {58, 300},
	launchedIn:    {1801, 11},
	tonnage:       {212, 600},
	foundedIn:     {1783, 6},
	employees:     {64, 700},
	establishedIn: {1590, 45},
	students:      {130, 500},
	foughtIn:      {1801, 5},
	soldiers:      {2103, 9000},
	publishedIn:   {1801, 11},
	pageCount:     {112, 220},
	paintedIn:     {1816, 6},
	bornYear:      {1750, 4},
	diedYear:      {1834, 4},
	firstLit:      {1801, 11},
	heightM:       {18, 14},
}

// number is the value of e in a relation with a scale. Neighbors on the ring never
// have the same value: the remainder of value - low by three is the color of the
// district, and the ring is colored so that neighbors differ.
func (w *World) number(e entity, r relation) int {
	sc := &scales[r]
	return sc.low + 3*int(w.draw(w.original(e), uint8(r))%uint64(sc.steps)) + w.color(e)
}

// color of the district of e: 0 and 1 by turns around the ring, 2 for the last.
func (w *World) color(e entity) int {
	if w.slot(e) == spare {
		return 0
	}
	if place := w.ring.at(e.district()); place < w.districts-1 {
		return place & 1
	}
	return 2
}

// words are the relations whose object is a word or two.
var words = [relations][]string{
	material: {"granite", "sandstone", "limestone", "oak", "brick", "slate", "larch", "basalt"},
	cargo: {
		"timber", "wool", "salt", "copper ore", "grain", "coffee", "cotton", "marble", "tar", "hides",
		"tin", "sugar",
	},
	product: {
		"coastal schooners", "deep-water barques", "river barges", "fishing luggers", "mail packets",
		"whaling ships", "pilot cutters", "lightships",
	},
	subject: {
		"astronomy", "botany", "geometry", "music", "navigation", "grammar", "chemistry", "surveying",
		"medicine", "law", "geology", "drawing",
	},
	weather: {
		"thick fog", "driving rain", "an early frost", "a summer storm", "bright moonlight", "heavy snow",
		"a dry east wind", "stifling heat",
	},
	genre: {
		"adventure novel", "family novel", "travel book", "collection of poems", "volume of essays",
		"comic novel", "memoir", "historical romance", "collection of fables",
	},
	medium: {
		"oil on canvas", "oil on oak", "tempera on panel", "watercolor on paper", "oil on copper",
		"chalk on paper", "egg tempera on limewood",
	},
}

// crafts are what towns are known for. The two towns on one river never share one.
var crafts = [2][]string{
	portTown: {
		"rope making", "smoked herring", "sailcloth", "net weaving", "ship chandlery", "oyster beds",
		"salt pans", "anchor forging", "barrel making",
	},
	hillTown: {
		"lace", "clockmaking", "cider", "bell casting", "honey cakes", "violin making", "glassblowing",
		"blue pottery", "basket weaving",
	},
}

// professions and collections go by walk of life; no word stands in two rows, so that
// together with a birthplace or a school it points at one person.
var (
	professions = [people][]string{
		{"novelist", "poet", "essayist", "playwright"},
		{"sea captain", "ship's master", "merchant captain"},
		nil, // as the elder twin
		{"bridge builder", "engineer", "architect", "master mason"},
		{"merchant", "banker", "shipowner", "grain dealer"},
		{"general", "marshal", "cavalry commander", "field officer"},
		{"painter", "engraver", "portraitist", "muralist"},
		{"botanist", "historian", "astronomer", "geographer"},
	}
	collections = [people][]string{
		{"old letters", "playing cards", "ballad sheets", "walking sticks"},
		{"ships in bottles", "sea shells", "brass compasses", "whalebone carvings"},
		nil, // as the elder twin
		{"clock parts", "surveying chains", "wooden models", "door locks"},
		{"silver coins", "porcelain cups", "snuff boxes", "Persian rugs"},
		{"medals", "cavalry sabers", "drums", "regimental flags"},
		{"masks", "Venetian mirrors", "costumes", "stained glass"},
		{"fossils", "pressed ferns", "star maps", "birds' eggs"},
	}
)

// wordsFor are the words that e can have in relation r; nil if r has no words.
func (w *World) wordsFor(e entity, r relation) []string {
	switch s := w.slot(e); r {
	case knownFor:
		return crafts[s]
	case profession:
		return professions[role(s)]
	case collected:
		return collections[role(s)]
	}
	return words[r]
}

// word is the value of e in a relation with words.
func (w *World) word(e entity, r relation) string {
	list := w.wordsFor(e, r)
	return list[w.draw(w.original(e), uint8(r))%uint64(len(list))]
}

// appendObject writes the object of a fact of e: the title, the number or the word.
func (w *World) appendObject(b []byte, e entity, r relation) []byte {
	if scales[r].steps > 0 {
		return strconv.AppendInt(b, int64(w.number(e, r)), 10)
	}
	if t, ok := w.target(e, r); ok {
		return w.appendTitle(b, t)
	}
	return append(b, w.word(e, r)...)
}

func (w *World) object(e entity, r relation) string {
	return string(w.appendObject(make([]byte, 0, 32), e, r))
}
