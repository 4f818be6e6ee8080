package extract

import "strings"

// tongue is how one language states an answer. Every field lists phrases in lower case,
// parted by bars.
type tongue struct {
	// nouns are the words for "answer" that open a statement when a link follows.
	nouns string
	// weak are nouns that open one only where no statement with nouns is: a reply calls
	// its steps solutions, too.
	weak string
	// links stand between noun and answer; a colon does so in every language.
	links string
	// denials are words that, beside the link, turn a statement into its opposite.
	denials string
	// fillers may stand between link and answer and say nothing.
	fillers string
	// cuts end the answer inside a sentence: what follows them explains it.
	cuts string
	// tails are the verbs that follow the answer, in languages that put them last.
	tails string
	// reversals are the tails that deny.
	reversals string
}

// tongues are the languages whose statements are understood. A language is one entry;
// the words it shares with another are listed once, with that one.
var tongues = []tongue{
	{ // English
		nouns:   "answer|answers|ans|correct option|correct options|correct choice|correct choices|right option|right choice|best option|best choice",
		weak:    "solution|solutions",
		links:   "is|are|was|were|be|being|equals|comes out to|comes to",
		denials: "not|isn't|isn’t|aren't|wasn't|never|cannot|can't|neither|wrong|n't|whether|could be|might be|may be|can be|used to be",
		fillers: "that|then|therefore|thus|hence|just|simply|indeed|definitely|clearly|certainly|exactly|approximately|approx.|approx|about|roughly|around|equal to|given by|as follows|obviously|probably|likely|most likely|actually",
		cuts:    "because|since|which|rather than|instead of|as opposed to|i.e.|that is|not|and not|but not|so|therefore|thus|hence|and so",
	},
	{ // French
		nouns:   "réponse|réponses|bonne option",
		links:   "est|sont|était|serait|correspond à",
		denials: "n'est|n’est|ne|pas",
		fillers: "donc|alors|bien|environ|égale à|la|le",
		cuts:    "parce que|car|puisque|non|et non|mais pas|et pas|pas",
	},
	{ // Spanish
		nouns:   "respuesta|respuestas|opción correcta",
		links:   "es|son|sería|será",
		denials: "no|nunca",
		fillers: "entonces|por lo tanto|aproximadamente|igual a|la|el",
		cuts:    "porque|ya que|y no|pero no|no",
	},
	{ // Portuguese
		nouns:   "resposta|respostas|alternativa correta|opção correta",
		links:   "é|são|será|seria",
		denials: "não|nunca",
		fillers: "então|portanto|aproximadamente",
		cuts:    "porque|pois|já que|e não|não",
	},
	{ // Italian
		nouns:   "risposta|risposte|opzione corretta",
		links:   "è|sono|sarà|sarebbe",
		denials: "non|mai",
		fillers: "quindi|dunque|circa",
		cuts:    "perché|poiché|dato che|e non|non",
	},
	{ // German
		nouns:   "antwort|antworten|richtige option",
		weak:    "lösung|lösungen|ergebnis",
		links:   "ist|sind|lautet|lauten|war|wäre",
		denials: "nicht|nie|kein|keine",
		fillers: "also|somit|daher|etwa|ungefähr|gleich",
		cuts:    "weil|denn|da|und nicht|nicht",
	},
	{ // Dutch
		nouns: "antwoord|antwoorden", links: "is|zijn|luidt", denials: "niet|geen", fillers: "dus|ongeveer", cuts: "omdat|want|niet|en niet",
	},
	{ // Swedish, Danish, Norwegian
		nouns: "svar|svaret|svaren|svarene", links: "är|er|blir|bliver", denials: "inte|ikke|ej", fillers: "alltså|altså|cirka|ca", cuts: "eftersom|fordi|inte|ikke",
	},
	{ // Finnish
		nouns: "vastaus|vastaukset", links: "on|ovat", denials: "ei|eivät", fillers: "siis|noin", cuts: "koska|sillä",
	},
	{ // Polish
		nouns: "odpowiedź|odpowiedzi|odpowiedzią", links: "to|jest|są|brzmi", denials: "nie", fillers: "więc|zatem|około", cuts: "ponieważ|bo|gdyż|a nie|nie",
	},
	{ // Czech, Slovak
		nouns: "odpověď|odpoveď|odpovědí", links: "je|jsou|sú|zní|znie", denials: "není|nie|nejsou", fillers: "tedy|teda|asi", cuts: "protože|pretože|ne",
	},
	{ // Croatian, Serbian, Bosnian, Slovene
		nouns: "odgovor|odgovori", links: "je|su", denials: "nije|nisu|ni", fillers: "dakle|oko", cuts: "jer|zato što|ker",
	},
	{ // Romanian
		nouns: "răspuns|răspunsul|răspunsurile|raspunsul", links: "este|e|sunt", denials: "nu", fillers: "deci|aproximativ", cuts: "deoarece|pentru că|nu",
	},
	{ // Hungarian
		nouns: "válasz|a válasz", links: "az", denials: "nem", fillers: "tehát|körülbelül", cuts: "mert|mivel|nem",
	},
	{ // Turkish
		nouns: "cevap|cevabı|yanıt|yanıtı|doğru seçenek", cuts: "çünkü", tails: "dir|dır|dur|dür|tir|tır|tur|tür", reversals: "değil|değildir",
	},
	{ // Greek
		nouns: "απάντηση|απαντήσεις", links: "είναι|ήταν", denials: "δεν|όχι", fillers: "λοιπόν|περίπου", cuts: "επειδή|διότι|γιατί|όχι",
	},
	{ // Russian, Ukrainian, Bulgarian
		nouns: "ответ|ответом|відповідь|відповіддю|отговор|отговорът", links: "это|есть|является|будет|равен|це|є|е|буде", denials: "не|нет|ні", fillers: "таким образом|примерно|около|приблизно",
		cuts: "потому что|так как|поскольку|а не|не|бо|тому що|защото",
	},
	{ // Indonesian, Malay
		nouns: "jawaban|jawabannya|jawapan|jawapannya", links: "adalah|ialah|yaitu", denials: "bukan|bukanlah|tidak", fillers: "sekitar|kira-kira", cuts: "karena|kerana|bukan|sebab",
	},
	{ // Vietnamese
		nouns: "đáp án|câu trả lời|đáp số|trả lời", links: "là", denials: "không", fillers: "khoảng", cuts: "bởi vì|vì|không phải",
	},
	{ // Tagalog, Swahili
		nouns: "sagot|jibu|majibu", links: "ay|ni", denials: "hindi|si|sio", cuts: "dahil|kwa sababu",
	},
	{ // Arabic
		nouns: "الإجابة|الاجابة|إجابة|الجواب|جواب|الإجابة الصحيحة", links: "هي|هو|يساوي|تساوي|تكون", denials: "ليس|ليست|لا", fillers: "إذن|تقريبا|حوالي", cuts: "لأن|لان|وليس|ليس",
	},
	{ // Persian, Urdu
		nouns: "پاسخ", denials: "نیست|نہیں", cuts: "زیرا|چون|کیونکہ", tails: "است|می\u200cباشد|ہے|ہیں", reversals: "نیست|نہیں ہے|نہیں",
	},
	{ // Hebrew
		nouns: "התשובה|תשובה", links: "היא|הוא|הן", denials: "לא|אינה|אינו", cuts: "כי|מפני ש|ולא|לא",
	},
	{ // Hindi, Marathi, Nepali
		nouns: "उत्तर|जवाब", denials: "नहीं", cuts: "क्योंकि|कारण", tails: "है|हैं|होगा|आहे|हो", reversals: "नहीं है|नहीं हैं|नहीं|नाही",
	},
	{ // Bengali, Telugu, Tamil
		nouns: "উত্তর|সমাধান|సమాధానం|పదిల்|பதில்|விடை", links: "হল|হলো|হচ্ছে", cuts: "কারণ|ఎందుకంటే|ஏனெனில்", reversals: "নয়|కాదు|அல்ல|இல்லை",
	},
	{ // Thai
		nouns: "คำตอบ", links: "คือ|เป็น|เท่ากับ", denials: "ไม่ใช่|ไม่", cuts: "เพราะ|ไม่ใช่", tails: "ครับ|ค่ะ",
	},
	{ // Chinese
		nouns: "答案|解答|正确选项|正確選項|正确的选项|最终结果", links: "是|为|為|应该是|應該是|应为|應為|等于|等於|选|選|就是", denials: "不是|并非|並非|不|非|不为|至少|至多|大于|小于|大於|小於|超过",
		fillers: "选项|選項|约|約|大约", cuts: "因为|因為|不是|而不是|而非|由于|所以", tails: "吧|呢|了",
	},
	{ // Japanese
		nouns: "答え|答|正解|解答|回答", links: "は|が|わ", denials: "ではなく", fillers: "約|およそ", cuts: "なぜなら|ではなく|ので|だから|理由",
		tails: "です|でした|である|となります|になります|だ|となる", reversals: "ではありません|ではない|じゃない|でない|ではなかった",
	},
	{ // Korean
		nouns: "정답|답|답변|해답", links: "은|는|이|가", denials: "아닌", fillers: "약", cuts: "왜냐하면|때문",
		tails: "입니다|이다|다|이에요|예요|임|됩니다", reversals: "이 아닙니다|가 아닙니다|이 아니다|가 아니다|아닙니다|아니다",
	},
}

// phrases parts a list of a tongue.
func phrases(list string) []string {
	if list == "" {
		return nil
	}
	return strings.Split(list, "|")
}
