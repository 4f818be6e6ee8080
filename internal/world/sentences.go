package world

// group is one or two relations that one sentence states, and the ways to say so.
//
// In a template, {0} and {1} are the objects (entities with their article), {a0} is
// the object with a or an; {S} and {s} are the subject at the start and inside of a
// sentence, {S's} and {s's} its possessive; {season} and the like are drawn from
// [fillings].
type group struct {
	relations []relation
	templates []string
}

// groups are the facts of a kind. The first group opens the page.
var groups = [kinds][]group{
	town: {
		{[]relation{knownFor}, []string{
			"{S} is a town known far beyond its walls for {0}.",
			"{S} is an old market town that owes its name in the world to {0}.",
			"{S} is a town whose people have lived by {0} for as long as anyone can say.",
			"Travelers know {s} as the town of {0}.",
		}},
		{[]relation{liesOn}, []string{
			"{S} lies on {0}, which floods the lower lanes after a wet {season}.",
			"The houses of {s} follow the bank of {0} for half a mile.",
			"{S's} oldest quarter was built along {0}.",
			"{0} passes the town wall, and {s} draws its water from it.",
		}},
		{[]relation{firstMayor, chartered}, []string{
			"{S} received its charter in {1} and chose {0} as its first mayor.",
			"When the charter came in {1}, the citizens elected {0} as their first mayor.",
			"{S's} first mayor was {0}, who took the oath in {1}.",
			"In {1} {s} became self-governing, and {0} was sworn in as the first mayor.",
		}},
		{[]relation{twinnedWith}, []string{
			"{S} has a bond of friendship with its sister town {0}.",
			"Every {season} a delegation travels to the sister town, {0}.",
			"{S's} sister town is {0}, and the choirs of both sing together.",
			"A signpost in the square gives the distance to {0}, the sister town.",
		}},
		{[]relation{firstRecorded}, []string{
			"The name first appears in a tax roll of {0}.",
			"{S} was first recorded in {0}, in a quarrel over grazing rights.",
			"A deed of {0} is the earliest document to speak of {s}.",
			"Chronicles mention {s} for the first time in {0}.",
		}},
		{[]relation{population}, []string{
			"At the last census {s} had {0} inhabitants.",
			"{S} has a population of {0}.",
			"Some {0} people live in {s}, not counting the farms around it.",
			"The parish books count {0} residents.",
		}},
	},
	river: {
		{[]relation{lengthKm}, []string{
			"{S} is a river {0} kilometers long.",
			"{S} is a slow brown river that runs for {0} kilometers.",
			"From its springs to its mouth, {s} measures {0} kilometers.",
			"{S} winds through the lowlands over a course of {0} kilometers.",
		}},
		{[]relation{flowsThrough}, []string{
			"On its middle course {s} flows through {0}.",
			"{S} flows through {0}, where it used to drive a dozen mills.",
			"The current slackens where {s} flows through {0}.",
			"Barges stop for the night at {0}, through which {s} flows.",
		}},
		{[]relation{mouthAt}, []string{
			"{S} reaches the sea at {0}.",
			"The mouth of {s} is at {0}, behind a bar of sand.",
			"At {0} {s} widens and meets the tide.",
			"Its waters run into the bay at {0}.",
		}},
		{[]relation{surveyedBy, surveyedIn}, []string{
			"{S} was surveyed in {1} by {0}, who walked both banks.",
			"The first reliable map of {s} was drawn in {1} by {0}.",
			"In {1} {0} surveyed {s} from a flat-bottomed boat.",
			"{0} surveyed {s} in {1} and marked every shoal.",
		}},
	},
	bridge: {
		{[]relation{material, lengthM}, []string{
			"{S} is a bridge of {0} with a length of {1} meters.",
			"{S} is {1} meters long and built of {0}.",
			"Built of {0}, {s} has a length of {1} meters.",
			"{S} carries the road over {1} meters of arches made of {0}.",
		}},
		{[]relation{crosses}, []string{
			"{S} crosses {0}.",
			"Carts use {s} to cross {0} in every season.",
			"Beneath {s} flows {0}, which is deepest here.",
			"It spans {0} at a place where a ferry once ran.",
		}},
		{[]relation{standsIn}, []string{
			"{S} stands in {0}, a short walk from the market.",
			"The road over {s} leads straight into the heart of {0}.",
			"People in {0} set their clocks by the traffic on {s}.",
			"{S} is the pride of {0}.",
		}},
		{[]relation{designedBy}, []string{
			"{S} was designed by {0}.",
			"The plans for {s} were drawn by {0}.",
			"{0} designed {s} after a long quarrel about the piers.",
			"The design is the work of {0}.",
		}},
		{[]relation{openedBy, openedIn}, []string{
			"{S} was opened in {1} by {0}, who cut a silk ribbon.",
			"On a windy morning in {1} {0} opened {s} to the public.",
			"{0} opened {s} in {1} before a large crowd.",
			"The opening ceremony of {1} was performed by {0}.",
		}},
	},
	ship: {
		{[]relation{tonnage, cargo}, []string{
			"{S} was a merchant ship of {0} tons that carried {1}.",
			"{S} was a sailing ship of {0} tons, made for the trade in {1}.",
			"With her {0} tons, {s} was one of the larger ships in the trade with {1}.",
			"{S} was a broad ship of {0} tons whose holds smelled of {1}.",
		}},
		{[]relation{builtBy}, []string{
			"{S} was built by {0}.",
			"The hull was laid down and finished by {0}.",
			"{0} built {s} from seasoned timber.",
			"{S} came from the slipways of {0}.",
		}},
		{[]relation{launchedIn}, []string{
			"{S} was launched in {0}.",
			"The launch took place in {0}, a week late because of the {weather}.",
			"In {0} {s} slid into the water for the first time.",
			"A bronze plate on the mast gave {0} as the year of her launch.",
		}},
		{[]relation{homePort}, []string{
			"{S's} home port was {0}.",
			"{S} was registered in {0}, her home port.",
			"Between voyages {s} lay in {0}, her home port.",
			"The name of the home port, {0}, was painted on the stern.",
		}},
		{[]relation{captainedBy}, []string{
			"{S} was captained by {0}.",
			"{0} was captain of {s} for all her years at sea.",
			"The captain of {s} was {0}, whom the crew trusted.",
			"{S} sailed under a single captain, {0}.",
		}},
	},
	company: {
		{[]relation{product}, []string{
			"{S} was a firm that built {0}.",
			"{S} made its fortune with {0}.",
			"{S} was known along the coast as a builder of {0}.",
			"Most of what {s} sold was {0}.",
		}},
		{[]relation{foundedBy, foundedIn}, []string{
			"{S} was founded in {1} by {0}.",
			"{0} founded {s} in {1} with borrowed money.",
			"In {1} {0} bought a muddy plot by the water and founded {s}.",
			"The founder of {s} was {0}, who signed the papers in {1}.",
		}},
		{[]relation{basedIn}, []string{
			"{S} was based in {0}.",
			"{S} had its seat in {0}.",
			"The offices and sheds of {s} stood in {0}.",
			"From its base in {0}, {s} served the whole coast.",
		}},
		{[]relation{employees}, []string{
			"In its best years {s} employed {0} people.",
			"{S} had {0} workers on its books.",
			"The payroll of {s} listed {0} names.",
			"Around {0} hands worked for {s} when orders were good.",
		}},
	},
	school: {
		{[]relation{establishedIn}, []string{
			"{S} is a school that was established in {0}.",
			"{S} has taught young people since {0}.",
			"{S} goes back to a foundation of {0}.",
			"Established in {0}, {s} is among the older schools of the country.",
		}},
		{[]relation{locatedIn}, []string{
			"{S} is located in {0}.",
			"The buildings of {s} stand on a slope in {0}.",
			"{S} has never left {0}, though fire destroyed its roof more than once.",
			"Students lodge with families all over {0}, where {s} is located.",
		}},
		{[]relation{rectorWas}, []string{
			"{S's} most celebrated rector was {0}.",
			"The rector {0} gave {s} its present rules.",
			"{S} flourished while {0} was its rector.",
			"As rector, {0} opened the library of {s} to everyone.",
		}},
		{[]relation{subject}, []string{
			"{S} is respected above all for the teaching of {0}.",
			"The strongest chair at {s} is that of {0}.",
			"Pupils come a long way to learn {0} here.",
			"No other school takes {0} as seriously as {s} does.",
		}},
		{[]relation{students}, []string{
			"{S} has places for {0} students.",
			"About {0} students attend {s}.",
			"The roll of {s} lists {0} students.",
			"In a usual year {0} students fill the benches of {s}.",
		}},
	},
	battle: {
		{[]relation{foughtIn}, []string{
			"{S} was fought in {0}.",
			"{S} was the last great encounter of the campaign of {0}.",
			"{S} took place in the {season} of {0}.",
			"Both armies met in {0}, and the day became known as {s}.",
		}},
		{[]relation{foughtNear}, []string{
			"{S} was fought near {0}.",
			"The field lies within sight of {0}.",
			"The guns could be heard in {0}, which is close by.",
			"It happened on the meadows outside {0}.",
		}},
		{[]relation{wonBy}, []string{
			"{S} was won by {0}.",
			"Victory went to {0}, who had kept a reserve behind the hill.",
			"The victor was {0}.",
			"{0} won {s} with a late charge on the left.",
		}},
		{[]relation{soldiers}, []string{
			"In all, {0} soldiers took part in {s}.",
			"Some {0} soldiers stood in the field that day.",
			"Muster rolls show that {0} soldiers fought there.",
			"The number of soldiers on both sides came to {0}.",
		}},
		{[]relation{weather}, []string{
			"{S} was decided in {0}.",
			"The fighting went on in {0}, and messengers lost their way.",
			"Survivors wrote of {0} from dawn to dusk.",
			"What everyone remembered was {0}.",
		}},
	},
	book: {
		{[]relation{genre, pageCount}, []string{
			"{S} is {a0} of {1} pages.",
			"{S} is {a0} that runs to {1} pages in the first edition.",
			"{S}, {a0}, fills {1} pages.",
			"Readers know {s} as {a0} of {1} pages.",
		}},
		{[]relation{writtenBy}, []string{
			"{S} was written by {0}.",
			"Its author is {0}.",
			"{0} wrote {s} in a rented room.",
			"{S} came from the pen of {0}.",
		}},
		{[]relation{publishedIn}, []string{
			"{S} was published in {0}.",
			"The first edition appeared in {0}.",
			"Printers delivered {s} in {0}, a little before {season}.",
			"{S} reached the shops in {0}.",
		}},
		{[]relation{setIn}, []string{
			"{S} is set in {0}.",
			"The story takes place in {0}.",
			"Most of {s} plays out in the streets of {0}.",
			"Its setting is {0}, described house by house.",
		}},
		{[]relation{dedicatedTo}, []string{
			"{S} is dedicated to {0}.",
			"The dedication is addressed to {0}.",
			"A short poem at the front dedicates {s} to {0}.",
			"On the first leaf stands a dedication to {0}.",
		}},
	},
	painting: {
		{[]relation{medium, paintedIn}, []string{
			"{S} is a painting in {0} from {1}.",
			"{S} is a large work in {0}, finished in {1}.",
			"{S} was painted in {1} and is done in {0}.",
			"Done in {0}, {s} dates from {1}.",
		}},
		{[]relation{paintedBy}, []string{
			"{S} is by the hand of {0}.",
			"It is the work of {0}.",
			"{0} painted {s} from sketches made on the spot.",
			"{S} is signed by {0} in the lower corner.",
		}},
		{[]relation{depicts}, []string{
			"{S} depicts {0}.",
			"The scene shown is {0}, seen from a hill.",
			"Its subject is {0}.",
			"{S} shows {0} at its height.",
		}},
		{[]relation{hangsIn}, []string{
			"{S} hangs in the great hall of {0}.",
			"Since its completion {s} has hung in {0}.",
			"Visitors can see {s} at {0}, where it hangs over the stairs.",
			"{S} hangs at {0}, to which it was given by a widow.",
		}},
	},
	person: {
		{[]relation{profession}, []string{
			"{S} was {a0}.",
			"{S} was {a0} whose name is still heard in the region.",
			"{S} made a living as {a0}.",
			"{S} is remembered as {a0}.",
		}},
		{[]relation{bornIn, bornYear}, []string{
			"{S} was born in {0} in {1}.",
			"Born in {0} in {1}, {s} grew up among many cousins.",
			"{S's} birthplace was {0}, and the year was {1}.",
			"In {1} {s} was born in {0}, above a bakery.",
		}},
		{[]relation{studiedAt}, []string{
			"{S} studied at {0}.",
			"{S} received an education at {0}.",
			"{S's} years of study were spent at {0}.",
			"A small legacy allowed {s} to study at {0}.",
		}},
		{[]relation{patron}, []string{
			"{S's} patron was {0}.",
			"{0} was the patron of {s} and paid every early debt.",
			"{S} had a generous patron in {0}.",
			"Without the help of {0}, who was the patron of {s}, little of this would have happened.",
		}},
		{[]relation{collected}, []string{
			"{S} collected {0}.",
			"In private life {s} collected {0} and could talk about little else.",
			"Guests were always shown the {0} that {s} collected.",
			"{S} spent whatever was left on {0}, collected over a lifetime.",
		}},
		{[]relation{diedYear}, []string{
			"{S} died in {0}.",
			"{S} died in the {season} of {0}.",
			"Death came in {0}, after a short illness.",
			"{S} lived until {0}.",
		}},
	},
	lighthouse: {
		{[]relation{heightM}, []string{
			"{S} is a lighthouse with a height of {0} meters.",
			"{S} is a white tower that rises {0} meters above the rocks.",
			"At {0} meters, {s} is a lighthouse of middling size.",
			"{S} is a round lighthouse, {0} meters tall.",
		}},
		{[]relation{standsNear}, []string{
			"{S} stands near {0}.",
			"On clear nights {s} can be seen from {0}, which is close by.",
			"The nearest town is {0}.",
			"Supplies for {s} come by boat from nearby {0}.",
		}},
		{[]relation{firstLit}, []string{
			"The lamp of {s} was first lit in {0}.",
			"{S} has been burning since {0}.",
			"Keepers first lit the lamp in {0}.",
			"{S} was finished and lit in {0}.",
		}},
	},
}
