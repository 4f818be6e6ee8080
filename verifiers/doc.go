// Package verifiers turns a reply of a model into a reward.
//
// A rule is a [Verifier] with a name and a version, as in text_strict@1. [Get] finds it,
// Compile reads the arguments of one task, and the [Checker] that comes out judges any
// number of replies:
//
//	v, err := verifiers.Get("text_strict@1")
//	c, err := v.Compile(`{"golds":["Rome"],"others":["Paris"]}`)
//	c.Verify(`\boxed{Rome}`).Score // 1
//
// Rules never panic, never run text of a reply, draw nothing at random and take time in
// proportion to the reply. The same reply and arguments give the same verdict.
//
// # Where the answer is
//
// Package extract cuts the reasoning off and wants one marked answer: \boxed{…},
// <answer>…</answer>, or a box inside the tag. Everything outside counts for nothing.
//
//	reply                                    outcome
//	</think> \boxed{Rome}                    found
//	\boxed{Rome} … \boxed{Rome}              found
//	\boxed{Rome} … \boxed{Paris}             wrong
//	<answer>Rome</answer><answer>Rome        wrong
//	Rome                                     unparsed
//	\boxed{Rome                              unparsed
//	<think> \boxed{Rome}                     unparsed
//
// # What text_strict@1 pays for
//
// Answer and golds are read as words: case, accents, compatibility forms, articles and
// punctuation do not count; numbers keep sign and decimal point. A text of golds and
// others ("others" are the golds of other candidate questions) is then compared from top
// to bottom, the first line that fits decides:
//
//	the answer                                          verdict  as in (gold: answer)
//	is over 128 characters longer than the longest gold wrong
//	has no word                                         wrong    Rome: !!!
//	equals a gold                                       right    the Île: ile
//	equals it but for blanks                            right    B - 29: B-29
//	is the gold date in another order                   right    1 May 2010: May 1st, 2010
//	equals one of others                                wrong
//	is only stop words, yes, no, none, unknown, …       wrong    No Doubt: no
//	is half of the gold's words or more, in a row       right    Columbus, Ohio: Columbus
//	… but a number or month of the gold is missing      wrong    1 May 2010: May 2010
//	… but it is what follows a comma in the gold        wrong    Columbus, Ohio: Ohio
//	… but one side of "and", "or", "not" is missing     wrong    Sly and Robbie: Sly and
//	holds the gold and a number, a month, a scale word  wrong    35: 35 million
//	… or a denial, "and", "or"                          wrong    Rome: Rome or Paris
//	… or one of others                                  wrong    Rome: Rome, Paris
//	… or an opener, title or kind before it             right    Rome: It is the city of Rome
//	… or a kind or unit behind it                       right    35: 35 miles
//	… or one description of four words behind it        right    Henry I: Henry I of England
//	is anything else                                    wrong    Rome: Romeo
//
// A gold that is itself a stop word, a single letter, or yes, no, none and the like is
// paid for on equality alone. The gold has to come first and only one short description
// may follow, after a comma, a bracket or a preposition: so naming a second guess never
// pays more than giving the first one alone. "Paris, Texas" for the gold "Paris" is
// paid: without knowledge of the world it looks like "Paris, France".
// Words of scripts without blanks are compared whole.
package verifiers
