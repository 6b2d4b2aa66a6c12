/* Rank entries for what a reader typed. The same steps as `words.py` and `rank.py`, where they are
   explained; a test holds one against the other. `MiniSearch` and `porter2` are libraries, `data` is
   what `site.py` wrote. */

const WORD = /[\p{L}\p{N}_]+/gu
const MEMBER = /(?<=[\p{L}\p{N}_]\.)[\p{L}\p{N}_]+(?![\p{L}\p{N}_]|\.[\p{L}\p{N}_])/gu
const PART = new RegExp(
  data.whole.join("|") +
    "|\\d+[dD](?![a-z])|[A-Z]+(?=[A-Z][a-z]|[^a-z]|$)|[A-Z]?[a-z]+|[A-Z]+|\\d+|[^\\x00-\\x7f]+",
  "g",
)
const OUR = /(?<=[\p{L}\p{N}_]{2})our/gu
const ISE = /([aeiouy].*[aeiouy].*)is(e[drs]?|ers?|ing|ations?)$/
const IZE = /([\p{L}\p{N}_]{2}iz)(e[drs]?|ers?|ing|ations?)$/u
const EMPTY = /\n\s*\n/
const MARKS = /\x1b\[[0-9;]*m|^(?:\[rank\d+\]: ?|E {3})/gm
const RAISED =
  /(?<![\p{L}\p{N}_.])[A-Za-z_][\p{L}\p{N}_.]*(?:Error|Exception|Warning|Unsupported|Failed|Backend|SymNode|BadZipFile): /gu

const cached = (compute) => {
  const known = new Map()
  return (key) => {
    if (!known.has(key)) known.set(key, compute(key))
    return known.get(key)
  }
}

const normal = cached((text) => {
  let word = text.toLowerCase()
  word = Object.hasOwn(data.spellings, word) ? data.spellings[word] : word.replace(OUR, "or")
  word = word.replace(ISE, "$1iz$2")
  const match = IZE.exec(word)
  if (match) return word.slice(0, match.index + match[1].length)
  return /\p{Nd}/u.test(word) ? word : porter2(word)
})

const alone = cached((text) => {
  const whole = text.replaceAll("_", "").toLowerCase()
  if (whole.length < 2 || /^\p{Nd}+$/u.test(whole)) return null
  const parts = (text.match(PART) ?? []).filter((p) => p.length > 1 && !/^\d+$/.test(p))
  const word = { whole: normal(whole), parts: [...new Set(parts.map(normal))] }
  word.tokens = [...new Set([word.whole, ...word.parts])]
  return word
})

const member = cached((text) => alone(text) && { ...alone(text), isMember: true })

const words = (typed) => {
  const text = typed.normalize("NFKC").replace(/\bC\+\+/gi, "cpp")
  const members = new Set([...text.matchAll(MEMBER)].map((match) => match.index))
  const found = [...text.matchAll(WORD)]
  return found.map((m) => (members.has(m.index) ? member : alone)(m[0])).filter(Boolean)
}
const tokens = (text) => words(text).flatMap((word) => word.tokens)
const glue = new Set(data.glue.map(normal))
const groups = data.synonyms.map((group) => group.map(normal))
const synonyms = cached((token) => [
  ...new Set(groups.filter((g) => g.includes(token)).flat().filter((other) => other !== token)),
])

const named = cached((text) => {
  const match = /^@?([A-Za-z_][\p{L}\p{N}_.]*)(?:\(\))?$/u.exec(text.trim())
  if (!match) return null
  const owner = match[1].split(".")
  const last = owner.pop()
  const key = last.replaceAll("_", "").toLowerCase()
  const before = owner.at(-1) ?? ""
  const known = owner.filter((part) => Object.hasOwn(data.families, part))
  const isKnown = known.length && (before === known.at(-1) || before === "functional")
  return key ? { family: isKnown ? data.families[known.at(-1)] : before, key, last } : null
})
const isLower = (text) => text === text.toLowerCase()
const isForm = (a, b) =>
  a.key === b.key && (a.last === b.last || isLower(a.last) || isLower(b.last))

const withoutMarks = (typed) =>
  typed.slice(-100 * data.longestMessage).replace(MARKS, "").trim()
const isPasted = (typed) => {
  const text = withoutMarks(typed)
  const type = new RegExp(`^(?:${RAISED.source})`, "u").exec(text)
  const hasMessage = type && words(text.slice(type[0].length)).length >= data.leastWords
  return hasMessage || text.length > data.longestQuery || text.includes("\n")
}
const readings = (typed) => {
  const text = withoutMarks(typed)
  if (text.length <= data.longestQuery && !text.includes("\n")) return [text]
  const isWarning = (match) => match[0].endsWith("Warning: ")
  const raised = [...text.matchAll(RAISED)]
    .sort((a, b) => isWarning(a) - isWarning(b) || b.index - a.index)
    .slice(0, data.mostMessages)
  const cut = (start) => text.slice(start).split(EMPTY)[0].slice(0, data.longestMessage)
  if (raised.length) return raised.map((match) => cut(match.index))
  return [...new Set([text.slice(0, data.longestMessage), text.slice(-data.longestMessage)])]
}

/* What `site.py` coded: each word is a number. */
const vocabulary = data.vocabulary.split("\n").map((form) => {
  const [whole, ...rest] = form.split(":")
  const parts = rest.length ? rest.filter(Boolean) : [whole]
  return { whole, parts, tokens: [...new Set([whole, ...parts])] }
})
const decoded = (text) => {
  const found = []
  let number = 0
  for (const digit of text) {
    const last = data.last.indexOf(digit)
    if (last < 0) number = number * data.leading.length + data.leading.indexOf(digit) + 1
    else {
      found.push(vocabulary[number * data.last.length + last])
      number = 0
    }
  }
  return found
}

/* The tokens of each field. */
const fieldsOf = (d) => ({
  heading: [d.heading, d.name.split("/").at(-1)].flatMap(tokens),
  about: d.about.flatMap(tokens),
  asked: d.asked.flatMap(decoded).flatMap((word) => word.tokens),
  messages: d.messages.flatMap(tokens),
  summary: tokens(d.summary),
  names: d.names.flatMap(tokens),
  prose: decoded(d.prose).flatMap((word) => word.tokens),
})

const alike = (list, share) => new Map(list.map((token) => [token, share]))
const sum = (list) => list.reduce((a, b) => a + b, 0)

class Ranking {
  constructor(documents) {
    this.documents = documents
    this.messages = new Messages(documents)
    this.scores = cached((token) => new Map(this.look(token).map((hit) => [hit.id, hit.score])))
    this.lines = cached((id) => linesOf(documents[id]))
    this.lookups = cached((word) => this.lookupsOf(word))
    this.mass = cached((token) => {
      const rarity = Math.log(1 + documents.length / Math.max(1, this.scores(token).size))
      return rarity * (this.names.has(token) ? 1 : data.ofCommon)
    })
    this.fields = documents.map(fieldsOf)
    this.names = new Set(this.fields.flatMap((of) => [...of.heading, ...of.about, ...of.names]))
    this.leading = documents.map((d) => [...d.about, ...d.names].map(named).filter(Boolean))
    this.families = new Set(Object.values(data.families))
    for (const { family } of this.leading.flat()) this.families.add(family)
    this.engine = new MiniSearch({
      fields: Object.keys(data.fields),
      extractField: (of, field) => (field === "id" ? of.id : of[field].join(" ")),
      tokenize: (text) => text.split(" "),
      processTerm: (token) => token,
    })
  }

  /* In pieces, so that the page stays responsive. */
  fill() {
    const numbered = this.fields.map((of, id) => ({ ...of, id }))
    return this.engine.addAllAsync(numbered, { chunkSize: 40 })
  }

  /* The message of a pasted text, and the entries that know it, the best first. */
  explain(query) {
    const read = readings(query)
    for (const text of read) {
      const hits = this.messages.explain(text)
      if (hits.length) return { read: text, hits }
    }
    return { read: read[0], hits: [] }
  }

  search(query, limit = 10) {
    return this.answer(query, limit).hits
  }

  /* What was read of a query, and the entries for it, the best first. */
  answer(query, limit = 10) {
    const { read, hits: known } = this.explain(query)
    if (isPasted(query)) return { read, hits: known.slice(0, limit) }
    const there = new Set(known.map((hit) => hit.document.name))
    const others = this.byWords(read).filter((hit) => !there.has(hit.document.name))
    return { read, hits: [...known, ...others].slice(0, limit) }
  }

  byWords(read) {
    const terms = this.terms(words(read))
    const total = new Map()
    for (const term of terms) {
      const best = new Map()
      for (const [token, share] of term.tokens) {
        const scores = this.scores(token)
        const most = Math.max(...scores.values())
        for (const [id, score] of scores) {
          const even = share * (score / most) ** data.even
          best.set(id, Math.max(best.get(id) ?? 0, even))
        }
      }
      for (const [id, even] of best) total.set(id, (total.get(id) ?? 0) + term.mass * even)
    }
    const asked = sum(terms.map((term) => term.mass))
    const name = named(read)
    const ranked = [...total].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, data.candidates)
    const hits = ranked.map(([id, found]) => {
      const fits = this.fits(terms, id)
      const byLines = sum(data.byLines.map((count, place) => count * (fits[place]?.fit ?? 0)))
      const document = this.documents[id]
      const { heading, about } = document
      const exact =
        (heading === read) +
        (heading.toLowerCase() === read.toLowerCase()) +
        about.includes(read)
      const byWords = (data.byWords * found) / asked
      const score = byWords + byLines + data.ofHeading * exact + this.led(name, id)
      const line = fits[0]?.line
      const isAside = document.name.startsWith(data.errors) && line?.kind !== "message"
      return { document, score: score * (isAside ? data.ofError : 1), line }
    })
    return hits.sort((a, b) => b.score - a.score)
  }

  /* What is added where a name leads to a document. */
  led(name, id) {
    if (!name) return 0
    const isAny = !this.families.has(name.family)
    const isIt = (own) => isForm(name, own) && (isAny || own.family === name.family)
    return this.leading[id].some(isIt) ? data.ofName : 0
  }

  /* What MiniSearch has for a token as it stands, or for guesses at it. */
  look(token, options) {
    const plain = { tokenize: (text) => [text], processTerm: (text) => text, boost: data.fields }
    return this.engine.search(token, { ...plain, ...options })
  }

  terms(typed) {
    const known = [...new Set(typed)].filter((word) => this.lookups(word).size)
    const plain = known.filter((word) => word.isMember || !glue.has(word.whole))
    return known.map((word) => {
      const found = this.lookups(word)
      const own = [...found].filter(([, share]) => share === 1).map(([token]) => token)
      const weight = plain.length && !plain.includes(word) ? data.ofGlue : 1
      const mass = weight * Math.max(...(own.length ? own : [...found.keys()]).map(this.mass))
      return { word, mass, tokens: found }
    })
  }

  lookupsOf(word) {
    let found = this.known(word)
    if (!found.size) found = this.guessed(word)
    if (word.parts.length < 2)
      for (const token of synonyms(word.whole))
        if (this.has(token) && !found.has(token)) found.set(token, data.ofSynonym)
    return found
  }

  has(token) {
    return this.scores(token).size > 0
  }

  known(word) {
    const parts = word.parts.filter((part) => this.has(part))
    if (this.has(word.whole)) return alike(parts, data.ofParts).set(word.whole, 1)
    if (word.parts.length < 2) return new Map()
    const longer = this.longer(word)
    const guesses = longer.length ? longer : this.near(word)
    return new Map([...alike(parts, 1), ...alike(guesses, data.ofGuess)])
  }

  guessed(word) {
    const longer = this.longer(word)
    if (longer.length) return alike(longer, data.ofGuess)
    for (let cut = 3; cut < word.whole.length - 2; cut++) {
      const halves = [normal(word.whole.slice(0, cut)), normal(word.whole.slice(cut))]
      if (halves.every((half) => this.has(half))) return alike(halves, data.ofGuess)
    }
    return alike(this.near(word), data.ofGuess)
  }

  near(word) {
    if (word.whole.length < 4 || synonyms(word.whole).length) return []
    const slip = this.expand(word.whole, { fuzzy: 1 })
    const two = () => (word.whole.length > 7 ? this.expand(word.whole, { fuzzy: 2 }) : [])
    return (slip.length ? slip : two()).slice(0, 3)
  }

  longer(word) {
    if (word.whole.length < 3) return []
    const found = this.expand(word.whole, { prefix: true })
    return found.sort((a, b) => a.length - b.length || (a < b ? -1 : 1)).slice(0, 20)
  }

  /* The tokens of the index that a guess leads to, the likeliest first. */
  expand(token, options) {
    return [...new Set(this.look(token, options).flatMap((hit) => hit.terms))]
  }

  fits(terms, id) {
    const asked = sum(terms.map((term) => term.mass))
    const fits = []
    for (const line of this.lines(id)) {
      const matched = new Set()
      const places = []
      let covered = 0
      for (const term of terms) {
        const found = new Map([...term.tokens].filter(([token]) => line.places.has(token)))
        if (!found.size) continue
        for (const token of found.keys()) matched.add(token)
        places.push(Math.min(...[...found.keys()].map((token) => line.places.get(token))))
        covered += term.mass * shareOf(term, found)
      }
      if (!covered) continue
      const recall = (data.lines[line.kind] * covered) / asked
      const held = this.covered(line, matched)
      const fit = recall * (1 - data.ofCover + data.ofCover * held)
      fits.push({ fit: fit * (1 - data.ofOrder * disorder(places)), line })
    }
    return fits.sort((a, b) => b.fit - a.fit)
  }

  covered(line, matched) {
    let own = 0
    let hit = 0
    for (const word of line.words)
      for (const part of word.parts) {
        const mass = this.mass(part) * (glue.has(part) ? data.ofGlue : 1)
        own += mass
        if (matched.has(word.whole) || matched.has(part)) hit += mass
      }
    return own ? hit / own : 0
  }
}

const shareOf = (term, found) => {
  if (found.has(term.word.whole)) return 1
  const parts = term.word.parts.filter((part) => term.tokens.has(part))
  const held = parts.filter((part) => found.has(part))
  return held.length ? held.length / parts.length : Math.max(...found.values())
}

const disorder = (places) => {
  const turned = places.filter((place, n) => n > 0 && places[n - 1] > place)
  return places.length > 1 ? turned.length / (places.length - 1) : 0
}

const linesOf = (d) =>
  [
    ["heading", d.heading],
    ...d.about.map((name) => ["about", name]),
    ...d.asked.map((phrase) => ["asked", "", decoded(phrase)]),
    ...d.messages.map((text) => ["message", text]),
    ["what for", `${d.heading}: ${d.summary}`],
    ...d.names.map((name) => ["name", name]),
  ].map(([kind, text, own = words(text)]) => {
    const places = new Map()
    for (const token of own.flatMap((word) => word.tokens))
      if (!places.has(token)) places.set(token, places.size)
    return { kind, text, words: own, places }
  })
