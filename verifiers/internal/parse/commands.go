package parse

import "gander/verifiers/internal/expr"

// Kinds that only the lexer sees.
const (
	skipped    kind = row + 1 + iota // no sign at all
	leftSize                         // \left: the next bracket opens
	rightSize                        // \right
	textGroup                        // \text{…}: words
	romanGroup                       // \mathrm{…}: a name, a unit, or words
	mathGroup                        // $…$ inside \text
	nameGroup                        // \operatorname{…}: a function
	wordGroup                        // \mathit{…}: letters only
	blackboard                       // \mathbb{…}: a set of numbers
	phantom                          // \phantom{…}: skipped with its argument
	color                            // \color{red}: its argument is skipped
)

// entry is what a command or a name stands for.
type entry struct {
	kind kind
	text string
	rel  expr.Rel
}

// maxCommand is the length of the longest name in commands.
const maxCommand = 20

// commands of LaTeX, without the backslash.
var commands = map[string]entry{
	// numbers and roots
	"frac": {kind: frac}, "dfrac": {kind: frac}, "tfrac": {kind: frac}, "cfrac": {kind: frac}, "rac": {kind: frac}, "nicefrac": {kind: frac}, "sfrac": {kind: frac},
	"binom": {kind: binom}, "dbinom": {kind: binom}, "tbinom": {kind: binom}, "choose": {kind: choose}, "over": {kind: over}, "sqrt": {kind: sqrt},

	// operators
	"cdot": {kind: times, text: dot}, "times": {kind: times, text: cross}, "ast": {kind: times}, "div": {kind: slash}, "pm": {kind: plusMinus}, "mp": {kind: minusPlus},
	"mod": {kind: modulo}, "bmod": {kind: modulo}, "pmod": {kind: pmod}, "cup": {kind: cup}, "cupdot": {kind: cup}, "sqcup": {kind: cup}, "uplus": {kind: cup}, "bigcup": {kind: cup},
	"cap": {kind: intersect}, "bigcap": {kind: intersect}, "setminus": {kind: without}, "backslash": {kind: without}, "smallsetminus": {kind: without},
	"circ": {kind: degree}, "degree": {kind: degree}, "prime": {kind: prime}, "percent": {kind: percent},
	"land": {kind: and}, "wedge": {kind: and}, "lor": {kind: or}, "vee": {kind: or}, "lnot": {kind: not}, "forall": {kind: where}, "neg": {kind: not},
	"colon": {kind: colon}, "ldots": {kind: ellipsis}, "dots": {kind: ellipsis}, "cdots": {kind: ellipsis}, "dotsc": {kind: ellipsis}, "dotsb": {kind: ellipsis},
	"euro": {kind: money, text: "€"}, "pounds": {kind: money, text: "£"}, "yen": {kind: money, text: "¥"}, "rupee": {kind: money, text: "₹"}, "textdollar": {kind: money, text: "$"},

	// relations
	"eq": rel(expr.Equal), "ne": rel(expr.NotEqual), "neq": rel(expr.NotEqual), "lt": rel(expr.Less), "gt": rel(expr.Greater),
	"le": rel(expr.LessEqual), "leq": rel(expr.LessEqual), "leqslant": rel(expr.LessEqual), "leqq": rel(expr.LessEqual),
	"ge": rel(expr.GreaterEqual), "geq": rel(expr.GreaterEqual), "geqslant": rel(expr.GreaterEqual), "geqq": rel(expr.GreaterEqual),
	"approx": rel(expr.Approx), "simeq": rel(expr.Approx), "doteq": rel(expr.Approx), "cong": rel(expr.Congruent), "sim": rel(expr.Similar), "equiv": rel(expr.Congruent),
	"in": rel(expr.Member), "notin": rel(expr.NotMember), "subset": rel(expr.Subset), "subseteq": rel(expr.Subset), "subsetneq": rel(expr.Subset),
	"supset": rel(expr.Superset), "supseteq": rel(expr.Superset), "to": rel(expr.Maps), "rightarrow": rel(expr.Maps), "mapsto": rel(expr.Maps), "longrightarrow": rel(expr.Maps),
	"Rightarrow": rel(expr.Maps), "implies": rel(expr.Maps), "Longrightarrow": rel(expr.Maps), "coloneqq": rel(expr.Defines),

	// brackets
	"lfloor": {kind: lfloor}, "rfloor": {kind: rfloor}, "lceil": {kind: lceil}, "rceil": {kind: rceil},
	"llcorner": {kind: lfloor}, "lrcorner": {kind: rfloor}, "ulcorner": {kind: lceil}, "urcorner": {kind: rceil},
	"langle": {kind: langle}, "rangle": {kind: rangle}, "lbrace": {kind: lset}, "rbrace": {kind: rset}, "lbrack": {kind: lbrack}, "rbrack": {kind: rbrack},
	"lgroup": {kind: lparen}, "rgroup": {kind: rparen}, "lparen": {kind: lparen}, "rparen": {kind: rparen},
	"vert": {kind: bar}, "lvert": {kind: bar, text: "open"}, "rvert": {kind: bar, text: "close"}, "mid": {kind: bar, text: "mid"},
	"Vert": {kind: norm}, "lVert": {kind: norm}, "rVert": {kind: norm},
	"left": {kind: leftSize}, "mleft": {kind: leftSize}, "bigl": {kind: leftSize}, "Bigl": {kind: leftSize}, "biggl": {kind: leftSize}, "Biggl": {kind: leftSize},
	"right": {kind: rightSize}, "mright": {kind: rightSize}, "bigr": {kind: rightSize}, "Bigr": {kind: rightSize}, "biggr": {kind: rightSize}, "Biggr": {kind: rightSize},
	"big": {kind: skipped}, "Big": {kind: skipped}, "bigg": {kind: skipped}, "Bigg": {kind: skipped}, "middle": {kind: skipped},

	// fonts, wrappers, spacing
	"text": {kind: textGroup}, "textbf": {kind: textGroup}, "textit": {kind: textGroup}, "textrm": {kind: textGroup}, "textnormal": {kind: textGroup}, "textsf": {kind: textGroup},
	"texttt": {kind: textGroup}, "textsc": {kind: textGroup}, "mbox": {kind: textGroup}, "hbox": {kind: textGroup}, "emph": {kind: textGroup}, "underline": {kind: textGroup},
	"mathrm": {kind: romanGroup}, "mathbf": {kind: romanGroup}, "mathsf": {kind: romanGroup}, "mathcal": {kind: romanGroup}, "mathfrak": {kind: romanGroup},
	"mathscr": {kind: romanGroup}, "boldsymbol": {kind: romanGroup}, "bm": {kind: romanGroup}, "mathtt": {kind: romanGroup},
	"mathit": {kind: wordGroup}, "operatorname": {kind: nameGroup}, "mathop": {kind: nameGroup}, "mathbb": {kind: blackboard}, "variable": {kind: variable}, "unit": {kind: unit}, "rational": {kind: num},
	"boxed": {kind: boxed}, "fbox": {kind: boxed}, "framebox": {kind: boxed}, "phantom": {kind: phantom}, "hphantom": {kind: phantom}, "vphantom": {kind: phantom},
	"hspace": {kind: phantom}, "vspace": {kind: phantom}, "label": {kind: phantom}, "tag": {kind: phantom}, "color": {kind: color}, "textcolor": {kind: color},
	"displaystyle": {kind: skipped}, "textstyle": {kind: skipped}, "scriptstyle": {kind: skipped}, "limits": {kind: skipped}, "nolimits": {kind: skipped},
	"rm": {kind: skipped}, "bf": {kind: skipped}, "it": {kind: skipped}, "quad": {kind: skipped}, "qquad": {kind: skipped}, "space": {kind: skipped},
	"thinspace": {kind: skipped}, "medspace": {kind: skipped}, "thickspace": {kind: skipped}, "negthinspace": {kind: skipped}, "negmedspace": {kind: skipped},
	"negthickspace": {kind: skipped}, "nobreak": {kind: skipped}, "noindent": {kind: skipped}, "n": {kind: skipped}, "par": {kind: skipped}, "centering": {kind: skipped}, "hfill": {kind: skipped}, "hline": {kind: skipped},
	"begin": {kind: begin}, "end": {kind: finish}, "cr": {kind: row}, "newline": {kind: row},

	// constants
	"pi": {kind: constant, text: expr.Pi}, "infty": {kind: constant, text: expr.Infinity}, "infinity": {kind: constant, text: expr.Infinity},
	"emptyset": {kind: constant, text: expr.EmptySet}, "varnothing": {kind: constant, text: expr.EmptySet}, "exponentialE": {kind: constant, text: expr.E},
	"imaginaryI": {kind: constant, text: expr.I}, "imath": {kind: constant, text: expr.I},
	"R": {kind: constant, text: expr.Reals}, "N": {kind: constant, text: expr.Naturals}, "Z": {kind: constant, text: expr.Integers}, "Q": {kind: constant, text: expr.Rationals},

	// functions; more in functionNames
	"sum": {kind: bigOp, text: "sum"}, "prod": {kind: bigOp, text: "product"}, "int": {kind: bigOp, text: "integral"}, "lim": {kind: bigOp, text: "limit"},
	"overline": {kind: accent, text: "overline"}, "bar": {kind: accent, text: "overline"}, "vec": {kind: accent, text: "vec"}, "overrightarrow": {kind: accent, text: "vec"},
	"hat": {kind: accent, text: "hat"}, "widehat": {kind: accent, text: "hat"}, "tilde": {kind: accent, text: "tilde"}, "widetilde": {kind: accent, text: "tilde"},
	"dot": {kind: accent, text: "dot"}, "ddot": {kind: accent, text: "ddot"}, "overarc": {kind: accent, text: "arc"}, "overparen": {kind: accent, text: "arc"},
	"angle": {kind: mark, text: "angle"}, "measuredangle": {kind: mark, text: "angle"}, "triangle": {kind: mark, text: "triangle"}, "odot": {kind: sym, text: "odot"},

	// letters
	"alpha": letter("alpha"), "beta": letter("beta"), "gamma": letter("gamma"), "delta": letter("delta"), "epsilon": letter("epsilon"), "varepsilon": letter("epsilon"),
	"zeta": letter("zeta"), "eta": letter("eta"), "theta": letter("theta"), "vartheta": letter("theta"), "iota": letter("iota"), "kappa": letter("kappa"), "lambda": letter("lambda"),
	"mu": letter("mu"), "nu": letter("nu"), "xi": letter("xi"), "rho": letter("rho"), "varrho": letter("rho"), "sigma": letter("sigma"), "tau": letter("tau"),
	"upsilon": letter("upsilon"), "phi": letter("phi"), "varphi": letter("phi"), "chi": letter("chi"), "psi": letter("psi"), "omega": letter("omega"),
	"Gamma": letter("Gamma"), "Delta": letter("Delta"), "Theta": letter("Theta"), "Lambda": letter("Lambda"), "Xi": letter("Xi"), "Pi": letter("Pi"), "Sigma": letter("Sigma"),
	"Phi": letter("Phi"), "Psi": letter("Psi"), "Omega": letter("Omega"), "ell": letter("ell"), "hbar": letter("hbar"), "partial": letter("partial"), "nabla": letter("nabla"),
}

func rel(r expr.Rel) entry { return entry{kind: relation, rel: r} }

func letter(name string) entry { return entry{kind: sym, text: name} }

// functionNames are the functions that take an argument without brackets, as written in
// LaTeX or plain text, with their canonical name.
var functionNames = map[string]string{
	"sin": "sin", "cos": "cos", "tan": "tan", "tg": "tan", "cot": "cot", "ctg": "cot", "cotg": "cot", "sec": "sec", "csc": "csc", "cosec": "csc",
	"arcsin": "arcsin", "asin": "arcsin", "arccos": "arccos", "acos": "arccos", "arctan": "arctan", "arctg": "arctan", "atan": "arctan",
	"arccot": "arccot", "arcctg": "arccot", "acot": "arccot", "arcsec": "arcsec", "arccsc": "arccsc",
	"sinh": "sinh", "cosh": "cosh", "tanh": "tanh", "coth": "coth", "sech": "sech", "csch": "csch",
	"arcsinh": "arcsinh", "arsinh": "arcsinh", "asinh": "arcsinh", "arccosh": "arccosh", "arcosh": "arccosh", "acosh": "arccosh",
	"arctanh": "arctanh", "artanh": "arctanh", "atanh": "arctanh",
	"ln": "ln", "log": "log", "lg": "lg", "exp": "exp", "max": "max", "min": "min", "sup": "sup", "inf": "inf", "gcd": "gcd", "lcm": "lcm",
	"det": "det", "dim": "dim", "deg": "deg", "arg": "arg", "sgn": "sgn", "sign": "sgn", "abs": "abs", "floor": "floor", "ceil": "ceil", "ceiling": "ceil",
	"Re": "re", "Im": "im", "re": "re", "im": "im", "rank": "rank", "tr": "trace", "trace": "trace",
}

// callNames are written before brackets only; printed trees use them.
var callNames = map[string]string{
	"root": "root", "cbrt": "cbrt", "binomial": "binomial", "mod": "mod", "pmod": "pmod", "sum": "sum", "product": "product", "integral": "integral",
	"limit": "limit", "derivative": "derivative", "overline": "overline", "vec": "vec", "hat": "hat", "tilde": "tilde", "dot": "dot", "ddot": "ddot", "arc": "arc",
	"angle": "angle", "triangle": "triangle", "norm": "norm", "cases": "cases", "positive": "positive", "negative": "negative",
	"nonnegative": "nonnegative", "nonzero": "nonzero", "factorial": "factorial",
}
