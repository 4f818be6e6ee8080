package world

// A root is the one word of a title that belongs to one entity alone: onset, vowel,
// medial, vowel, ending. Onsets and medials are consonants, endings begin with one,
// so a root can be read in one way only; endings belong to one kind each. Hence
// (kind, ordinal) -> root is a bijection, no root serves two entities, and no title
// lies inside another.
var (
	onsets = []string{
		"B", "Bl", "Br", "D", "Dr", "G", "Gl", "Gr", "Gw", "J", "K", "Kl", "Kr", "L",
		"M", "N", "R", "S", "Sk", "Sn", "St", "Sw", "T", "Th", "Tr", "V", "W", "Z",
	}
	vowels  = []string{"a", "e", "i", "o", "u"}
	medials = []string{
		"b", "br", "d", "dr", "l", "ln", "lm", "lth", "lv", "m", "mb", "mbr", "n", "nd",
		"ndr", "nv", "r", "rd", "rdr", "rl", "rm", "rth", "rv", "th", "v", "vr",
	}
	endings = [kinds][]string{
		town:       {"ford", "ton", "bury", "wick", "stead", "holm", "mere", "port", "ham", "den"},
		river:      {"lk", "sk", "th", "ve", "lm"},
		bridge:     {"gate", "lock", "pole", "row", "way"},
		ship:       {"dra", "lia", "nna", "rine", "ssa", "tta", "vina", "zelle", "mira", "bella"},
		company:    {"ck", "ff", "mp", "lt", "rg"},
		school:     {"croft", "field", "hurst", "cote", "thorpe"},
		battle:     {"mark", "moor", "ridge", "fell", "heath"},
		book:       {"mor", "vane", "lund", "gard", "dell", "nor", "sand", "tarn", "crest", "wold"},
		painting:   {"cove", "glen", "shaw", "tor", "knoll"},
		lighthouse: {"skerry"},
		person: {
			"nd", "rd", "tt", "lin", "nelli", "mann", "bach", "kov", "sen", "vik", "ley",
			"man", "zer", "det", "quist", "bert", "dorf", "gaard", "ling", "rin", "mund",
			"ster", "lotti", "wald", "son",
		},
	}
)

// stems counts the roots of one ending.
var stems = len(onsets) * len(vowels) * len(medials) * len(vowels)

// roots counts the roots of kind k; at least as many as a world of [MaxPages] needs.
func roots(k kind) int { return stems * len(endings[k]) }

// appendRoot writes the root of e.
func (w *World) appendRoot(b []byte, e entity) []byte {
	k := w.kind(e)
	n := w.names[k].at(w.ordinal(e))
	ending := n / stems
	n %= stems
	b = append(b, onsets[n/len(vowels)/len(medials)/len(vowels)]...)
	b = append(b, vowels[n/len(medials)/len(vowels)%len(vowels)]...)
	b = append(b, medials[n/len(vowels)%len(medials)]...)
	b = append(b, vowels[n%len(vowels)]...)
	return append(b, endings[k][ending]...)
}

func (w *World) root(e entity) string { return string(w.appendRoot(nil, e)) }

// titleForm is how the title of a kind can be made around a root, and what other names
// go with it. Each way has one or more aliases, which all contain the root.
type titleForm struct {
	before, after string
	aliases       []affix
}

// affix is what stands around the root of an alias.
type affix struct{ before, after string }

var titleForms = [kinds][]titleForm{
	town: {
		{}, {},
		{aliases: []affix{{"Old ", ""}}},
		{aliases: []affix{{"Market ", ""}, {"", " Town"}}},
	},
	river:  {{before: "River ", aliases: []affix{{"", " River"}}}, {before: "River "}},
	bridge: {{after: " Bridge", aliases: []affix{{"", " Crossing"}}}, {after: " Viaduct"}, {after: " Bridge"}},
	ship:   {{}, {aliases: []affix{{"Lady ", ""}}}, {before: "Northern "}, {before: "Morning ", aliases: []affix{{"", ""}}}},
	company: {
		{after: " Shipyard", aliases: []affix{{"", " Yard"}}},
		{after: " Dockyard"},
		{after: " Shipbuilding Company", aliases: []affix{{"", " Company"}, {"House of ", ""}}},
	},
	school: {
		{after: " College", aliases: []affix{{"", ""}}},
		{after: " Academy"},
		{after: " Hall", aliases: []affix{{"College of ", ""}}},
	},
	battle: {
		{before: "Battle of ", aliases: []affix{{"", " Field"}}},
		{before: "Siege of "},
		{before: "Battle of "},
	},
	book: {
		{before: "The ", after: " Letters", aliases: []affix{{"", " Letters"}}},
		{before: "A Winter in "},
		{before: "The Road to "},
		{before: "The Lamplighter of ", aliases: []affix{{"Lamplighter of ", ""}}},
		{before: "Songs from "},
		{before: "The ", after: " Inheritance"},
		{before: "Return to "},
		{before: "The Orchard at ", aliases: []affix{{"Orchard at ", ""}}},
	},
	painting: {
		{before: "Dawn over "},
		{before: "Evening at ", aliases: []affix{{"", " Evening"}}},
		{before: "The Heights of ", aliases: []affix{{"Heights of ", ""}}},
		{before: "Smoke above "},
		{before: "The Gates of "},
	},
	person: {
		{aliases: []affix{{"", ""}}},
	},
	lighthouse: {{after: " Light", aliases: []affix{{"", " Lighthouse"}}}},
}

var givenNames = [2][]string{
	{
		"Adele", "Agnes", "Alma", "Anneke", "Beatrix", "Bettina", "Cecily", "Clara", "Cora", "Dagny",
		"Delia", "Edith", "Elke", "Elspeth", "Esther", "Flora", "Frida", "Greta", "Hanne", "Helga",
		"Henrike", "Hilda", "Ida", "Ilse", "Ingrid", "Isolde", "Johanna", "Judith", "Karin", "Katrin",
		"Leonie", "Lotte", "Ludmila", "Margit", "Marta", "Mathilde", "Mina", "Nadia", "Nora", "Olga",
		"Ottilie", "Petra", "Ragna", "Rosalind", "Runa", "Selma", "Sigrid", "Tabea", "Thea", "Ulla",
		"Ursula", "Valerie", "Vera", "Wanda", "Wilma", "Yvonne", "Zelda",
	},
	{
		"Albert", "Alwin", "Anselm", "Anton", "Arvid", "Axel", "Benno", "Bertil", "Caspar", "Conrad",
		"Cyril", "Detlef", "Edgar", "Egon", "Emil", "Erik", "Ernst", "Fabian", "Felix", "Ferdinand",
		"Georg", "Gustav", "Hannes", "Hector", "Henrik", "Hugo", "Ivan", "Jakob", "Jasper", "Joachim",
		"Johan", "Julius", "Karl", "Klaus", "Konstantin", "Lambert", "Leopold", "Lorenz", "Ludwig", "Magnus",
		"Martin", "Max", "Nils", "Oskar", "Otto", "Paul", "Rainer", "Roland", "Rupert", "Samuel",
		"Stefan", "Theodor", "Tobias", "Ulrich", "Viktor", "Walter", "Wenzel",
	},
}

// male says whether the person e is a man; it decides given name and pronouns.
func (w *World) male(e entity) bool { return w.draw(e, drawName)&1 == 1 }

// form is the form of e's title.
func (w *World) form(e entity) *titleForm {
	forms := titleForms[w.kind(e)]
	return &forms[w.draw(e, drawTitle)%uint64(len(forms))]
}

// givenName is the given name of the person e.
func (w *World) givenName(e entity) string {
	n := w.draw(e, drawName)
	list := givenNames[n&1]
	return list[(n>>1)%uint64(len(list))]
}

// appendTitle writes the title of e.
func (w *World) appendTitle(b []byte, e entity) []byte {
	if w.kind(e) == person {
		b = append(append(b, w.givenName(e)...), ' ')
		return w.appendRoot(b, e)
	}
	f := w.form(e)
	b = append(b, f.before...)
	return append(w.appendRoot(b, e), f.after...)
}

func (w *World) title(e entity) string { return string(w.appendTitle(make([]byte, 0, 32), e)) }

// aliases are the other names of e. A person also has a redirect from the form
// used in indexes: surname, comma, given name.
func (w *World) aliases(e entity) []string {
	var out []string
	for _, a := range w.form(e).aliases {
		out = append(out, a.before+w.root(e)+a.after)
	}
	if w.kind(e) == person {
		out = append(out, w.root(e)+", "+w.givenName(e))
	}
	return out
}

// appendAnchor writes a name of e that reads well in running text: the title, or
// the first alias where e has one and aliased is set.
func (w *World) appendAnchor(b []byte, e entity, aliased bool) []byte {
	f := w.form(e)
	if !aliased || len(f.aliases) == 0 {
		return w.appendTitle(b, e)
	}
	b = append(b, f.aliases[0].before...)
	return append(w.appendRoot(b, e), f.aliases[0].after...)
}

// article is what goes before the names of a kind in running text.
var article = [kinds]string{
	river: "the ", bridge: "the ", ship: "the ", company: "the ", battle: "the ", lighthouse: "the ",
}

// ref is e as a question names it: article and title.
func (w *World) ref(e entity) string { return article[w.kind(e)] + w.title(e) }
