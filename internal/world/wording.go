package world

// wording is how questions speak of a relation. %s is the subject in a forward
// phrase and the object in a backward one; it always stands where a noun phrase fits
// that does not begin the question.
type wording struct {
	// the names the object by its subject: "the captain of %s".
	the []string
	// ask asks for the object: "Who captained %s?".
	ask []string
	// whose names the subject by its object: "the ship captained by %s".
	whose []string
	// find asks for the subject: "Which ship was captained by %s?".
	find []string
}

var wordings = [relations]wording{
	liesOn: {
		the: []string{"the river that passes %s", "the river flowing by %s"},
		ask: []string{"Which river does %s lie on?", "On which river does %s lie?"},
	},
	firstMayor: {
		the:   []string{"the first mayor of %s", "the person chosen as first mayor of %s"},
		ask:   []string{"Who was the first mayor of %s?", "Who first served as mayor of %s?", "What is the name of the first mayor of %s?", "Which person was the first mayor of %s?"},
		whose: []string{"the town whose first mayor was %s", "the town that elected %s as its first mayor", "the town governed by %s as its first mayor"},
		find:  []string{"Which town had %s as its first mayor?", "Of which town was %s the first mayor?"},
	},
	twinnedWith: {
		the: []string{"the sister town of %s", "the town that is twinned with %s"},
		ask: []string{"Which town is the sister town of %s?", "What is the sister town of %s?"},
	},
	population: {
		ask: []string{"What is the population of %s?", "How many inhabitants does %s have?", "How large is the population of %s?", "How many people live in %s?"},
	},
	flowsThrough: {
		the: []string{"the town on the middle course of %s", "the town crossed by %s"},
		ask: []string{"Which town does %s flow through?", "Through which town does %s flow?", "What town lies on the course of %s?", "What is the name of the town through which %s flows?"},
	},
	mouthAt: {
		the: []string{"the town at the mouth of %s", "the town at the seaward end of %s"},
		ask: []string{"Which town stands at the mouth of %s?", "At which town does %s reach the sea?", "Where does %s meet the sea?", "What town is found at the mouth of %s?"},
	},
	surveyedBy: {
		the:   []string{"the scholar who surveyed %s", "the person who surveyed %s", "the surveyor of %s"},
		ask:   []string{"Who surveyed %s?", "Which scholar surveyed %s?", "Who was the surveyor of %s?", "Whose survey covered %s?", "Who made the survey of %s?"},
		whose: []string{"the river surveyed by %s", "the river that %s surveyed", "the river mapped in the survey of %s"},
		find:  []string{"Which river was surveyed by %s?", "Which river did %s survey?"},
	},
	crosses: {
		the: []string{"the river crossed by %s", "the river that %s crosses", "the river under %s"},
		ask: []string{"Which river does %s cross?", "Which river is crossed by %s?"},
	},
	designedBy: {
		the: []string{"the designer of %s", "the person who designed %s"},
		ask: []string{"Who designed %s?", "Who was the designer of %s?"},
	},
	openedBy: {
		whose: []string{"the bridge opened by %s", "the bridge that %s opened", "the bridge at whose opening %s presided"},
		find:  []string{"Which bridge was opened by %s?", "Which bridge did %s open?"},
	},
	lengthM: {ask: []string{"How many meters long is %s?", "What is the length of %s in meters?"}},

	builtBy: {
		the: []string{"the company that built %s", "the builder of %s", "the yard that built %s"},
		ask: []string{"Which company built %s?", "Who built %s?"},
	},
	captainedBy: {
		the:   []string{"the captain of %s", "the person who captained %s"},
		ask:   []string{"Who captained %s?", "Who was the captain of %s?"},
		whose: []string{"the ship captained by %s", "the ship that %s captained", "the ship under the command of %s"},
		find:  []string{"Which ship was captained by %s?", "Which ship did %s captain?", "Of which ship was %s the captain?", "What was the name of the ship captained by %s?"},
	},
	launchedIn: {ask: []string{"In which year was %s launched?", "When was %s launched?"}},

	foundedBy: {
		the:   []string{"the founder of %s", "the person who founded %s"},
		ask:   []string{"Who founded %s?", "Who was the founder of %s?"},
		whose: []string{"the company founded by %s", "the company that %s founded", "the firm that goes back to %s as its founder"},
		find:  []string{"Which company was founded by %s?", "Which company did %s found?"},
	},
	basedIn: {
		the: []string{"the town that was the seat of %s", "the town that was home to %s"},
		ask: []string{"In which town was %s based?", "Where was %s based?"},
	},
	employees: {ask: []string{"How many people did %s employ?", "What number of people worked for %s?"}},

	locatedIn: {
		the: []string{"the town that is home to %s", "the town that houses %s"},
		ask: []string{"In which town is %s located?", "Where is %s located?"},
	},
	rectorWas: {
		whose: []string{"the school whose rector was %s", "the school led by %s", "the school under the rectorate of %s"},
		find:  []string{"Which school had %s as its rector?", "At which school was %s the rector?"},
	},

	foughtNear: {
		the: []string{"the town near the site of %s", "the town closest to %s"},
		ask: []string{"Near which town was %s fought?", "Which town was %s fought near?", "What is the name of the town near which %s took place?", "Outside which town was %s fought?"},
	},
	wonBy: {
		the:   []string{"the victor of %s", "the commander who won %s"},
		ask:   []string{"Who won %s?", "Who was the victor of %s?", "Which commander won %s?", "To whom did victory go in %s?"},
		whose: []string{"the battle won by %s", "the battle that %s won", "the battle in which %s was victorious"},
		find:  []string{"Which battle was won by %s?", "Which battle did %s win?"},
	},
	soldiers: {ask: []string{"How many soldiers fought in %s?", "What number of soldiers took part in %s?"}},

	setIn: {
		the: []string{"the town described in %s", "the setting of %s"},
		ask: []string{"In which town is %s set?", "Where does the story of %s take place?"},
	},
	dedicatedTo: {
		the:   []string{"the person to whom %s is dedicated", "the dedicatee of %s"},
		ask:   []string{"To whom is %s dedicated?", "Who is the dedicatee of %s?"},
		whose: []string{"the book dedicated to %s", "the book with a dedication to %s", "the book that carries a dedication to %s"},
		find:  []string{"Which book is dedicated to %s?", "Which book carries a dedication to %s?", "What is the title of the book dedicated to %s?", "Which book has a dedication addressed to %s?"},
	},
	pageCount: {ask: []string{"How many pages does %s have?", "How many pages long is %s?"}},

	paintedBy: {
		whose: []string{"the picture painted by %s", "the painting by %s", "the painting that %s signed"},
		find:  []string{"Which painting is by %s?", "Which picture did %s paint?"},
	},
	depicts: {
		the:  []string{"the battle shown in %s", "the battle that %s depicts", "the battle depicted in %s"},
		ask:  []string{"Which battle does %s depict?", "Which battle is shown in %s?"},
		find: []string{"Which painting depicts %s?", "What is the title of the painting that shows %s?", "In which painting is %s depicted?", "Which picture shows %s?"},
	},
	hangsIn: {
		the:  []string{"the school that exhibits %s", "the school that displays %s"},
		ask:  []string{"In which school does %s hang?", "Where does %s hang?"},
		find: []string{"Which painting hangs in %s?", "What is the title of the painting that hangs in %s?", "Which picture can be seen in %s?", "Which painting is kept at %s?"},
	},
	paintedIn: {ask: []string{"In which year was %s painted?", "When was %s painted?"}},

	bornIn: {
		the: []string{"the birthplace of %s", "the native town of %s"},
		ask: []string{"In which town was %s born?", "Where was %s born?", "What is the birthplace of %s?", "Which town was the birthplace of %s?"},
	},
	studiedAt: {
		ask: []string{"At which school did %s study?", "Where did %s study?", "Which school did %s attend?", "What is the name of the school at which %s studied?"},
	},
	patron: {
		the: []string{"the patron of %s", "the person who was patron of %s"},
		ask: []string{"Who was the patron of %s?", "Who acted as patron of %s?", "What was the name of the patron of %s?", "Which person was the patron of %s?"},
	},
}

// condition asks by the word of a relation.
type condition struct {
	relation relation
	ask      []string
}

// conditions single one entity out of the several that stand in a relation to
// another; %k is its word, %s the other entity.
var conditions = [relations][]condition{
	bornIn: {
		{profession, []string{
			"Which %k was born in %s?", "Who was the %k born in %s?", "Which %k came from %s?",
			"What is the name of the %k who was born in %s?", "Which native of %s became known as the %k?",
			"Which %k had %s as birthplace?",
		}},
		{collected, []string{
			"Which native of %s collected %k?", "Who was born in %s and collected %k?",
			"Which collector of %k was born in %s?", "What is the name of the person born in %s who collected %k?",
			"Which person from %s collected %k?", "Who collected %k and was a native of %s?",
		}},
	},
	studiedAt: {
		{profession, []string{
			"Which %k studied at %s?", "Who was the %k who studied at %s?", "Which %k was educated at %s?",
			"What is the name of the %k who studied at %s?", "Which former student of %s became known as the %k?",
			"Which %k attended %s?",
		}},
		{collected, []string{
			"Which former student of %s collected %k?", "Who studied at %s and collected %k?",
			"Which collector of %k studied at %s?", "What is the name of the person educated at %s who collected %k?",
			"Which person who attended %s collected %k?", "Who collected %k and had studied at %s?",
		}},
	},
	liesOn: {
		{knownFor, []string{
			"Which town on %s is known for %k?", "Which town known for %k lies on %s?",
			"What is the name of the town on %s that is known for %k?", "Which town lies on %s and is known for %k?",
			"Which place on %s owes its name in the world to %k?", "Of the towns on %s, which is known for %k?",
		}},
	},
}

// counts ask how many people were born in %s.
var counts = []string{
	"How many people of this encyclopedia were born in %s?",
	"How many of the people described in these pages were born in %s?",
	"What is the number of people recorded as born in %s?",
	"How many natives of %s have a page of their own?",
	"Counting everyone with a page, how many people came into the world in %s?",
	"How many people have %s as their birthplace?",
	"For how many people is the birthplace given as %s?",
}

// numerals are the counts in words.
var numerals = [...]string{2: "two", 3: "three", 4: "four", 5: "five", 6: "six"}

// measure words a comparison: what is said of the one with the smaller number, and of
// the one with the larger.
type measure struct{ less, more []string }

var measures = [relations]measure{
	launchedIn: {
		[]string{"was launched first", "was launched earlier", "is the older one"},
		[]string{"was launched last", "was launched later", "is the younger one"},
	},
	paintedIn: {
		[]string{"was painted first", "was finished earlier", "is the older one"},
		[]string{"was painted last", "was finished later", "is the more recent one"},
	},
	pageCount: {
		[]string{"has fewer pages", "is the shorter one", "is the slimmer one"},
		[]string{"has more pages", "is the longer one", "is the thicker one"},
	},
	soldiers: {
		[]string{"involved fewer soldiers", "was fought by fewer soldiers", "was the smaller one"},
		[]string{"involved more soldiers", "was fought by more soldiers", "was the larger one"},
	},
	lengthM: {
		[]string{"is shorter", "is the shorter one", "has the smaller length"},
		[]string{"is longer", "is the longer one", "has the greater length"},
	},
	employees: {
		[]string{"employed fewer people", "had the smaller workforce", "had fewer workers"},
		[]string{"employed more people", "had the larger workforce", "had more workers"},
	},
}

// comparisons are the frames of a comparison: %k says what is compared, %s is the
// first candidate and %t the second.
var comparisons = []string{
	"Which %k, %s or %t?",
	"Of %s and %t, which %k?",
	"Between %s and %t, which %k?",
	"Which of these %k: %s or %t?",
	"Comparing %s with %t, which %k?",
	"Take %s and %t: which of them %k?",
	"Consider %s on the one hand and %t on the other; which %k?",
}
