package world

// kind is the type of an entity.
type kind uint8

const (
	town kind = iota
	river
	bridge
	ship
	company
	school
	battle
	book
	painting
	person
	lighthouse
	kinds // how many there are
)

// slot is the place of an entity inside its district; it decides the entity's kind
// and, for people, the walk of life.
type slot uint8

// Every district holds exactly these twenty entities, in this order.
const (
	portTown slot = iota
	hillTown
	theRiver
	theBridge
	shipOne
	shipTwo // near twin of shipOne
	theCompany
	theSchool
	theBattle
	bookOne
	bookTwo // near twin of bookOne
	thePainting
	writer
	captainOne
	captainTwo // near twin of captainOne
	engineer
	merchant
	general
	painter
	scholar
	districtSize

	spare = districtSize // an entity outside all districts
)

// people is how many people a district has; their slots are the last ones.
const people = int(districtSize - writer)

var kindOfSlot = [districtSize + 1]kind{
	town, town, river, bridge, ship, ship, company, school, battle, book, book,
	painting, person, person, person, person, person, person, person, person,
	lighthouse,
}

// entity is an index of a page. Districts come first, one after the other; the
// pages that do not fill a district are lighthouses, which look at the rest of the
// world and are looked at by nobody.
type entity int32

// at is the entity of slot s in a district.
func at(s slot, district int) entity {
	return entity(district*int(districtSize) + int(s))
}

// district is the district of e; spare entities have the number after the last.
func (e entity) district() int { return int(e) / int(districtSize) }

// slot is the place of e in its district.
func (w *World) slot(e entity) slot {
	if e.district() >= w.districts {
		return spare
	}
	return slot(int(e) % int(districtSize))
}

func (w *World) kind(e entity) kind { return kindOfSlot[w.slot(e)] }

// ordinal counts the entities of e's kind before e: the argument of its name.
func (w *World) ordinal(e entity) int {
	s := w.slot(e)
	if s == spare {
		return int(e) - w.districts*int(districtSize)
	}
	per, first := slotsOfKind(kindOfSlot[s])
	return e.district()*per + int(s) - int(first)
}

// slotsOfKind says how many slots of a district have kind k, and which is the
// first; slots of one kind lie together.
func slotsOfKind(k kind) (n int, first slot) {
	switch k {
	case town:
		return 2, portTown
	case river:
		return 1, theRiver
	case bridge:
		return 1, theBridge
	case ship:
		return 2, shipOne
	case company:
		return 1, theCompany
	case school:
		return 1, theSchool
	case battle:
		return 1, theBattle
	case book:
		return 2, bookOne
	case painting:
		return 1, thePainting
	case person:
		return people, writer
	}
	return 0, spare
}

// twin is the near twin of e, if it has one: the entity whose page states the same
// facts but for one.
func (w *World) twin(e entity) (entity, bool) {
	switch w.slot(e) {
	case shipOne, bookOne, captainOne:
		return e + 1, true
	case shipTwo, bookTwo, captainTwo:
		return e - 1, true
	}
	return 0, false
}

// original is the entity whose values e has: its elder twin or itself.
func (w *World) original(e entity) entity {
	switch w.slot(e) {
	case shipTwo, bookTwo, captainTwo:
		return e - 1
	}
	return e
}
