/* Know an error message by its fixed words. The same steps as `messages.py`, where they are
   explained; a test holds one against the other. */

const QUOTED =
  /(?<![A-Za-z0-9_'])'[^'\n]*'(?![A-Za-z0-9_])|"[^"\n]*"|`[^`\n]*`|<[^>\n]*>|\S*\/\S*/g
const NAME = /[A-Za-z_][A-Za-z0-9_]*(?:'t)?/g
const FREE = new RegExp(`^${data.free}$`)

const namesIn = (text) => (text.match(NAME) ?? []).map((name) => name.toLowerCase())
const fixedWords = (message) =>
  namesIn(message.replace(QUOTED, " "))
    .filter((word) => word.length > 1 && !FREE.test(word))
    .slice(0, data.longest)
const lastName = (message) => [...message.matchAll(/'([^'\n]*)'/g)].at(-1)?.[1] ?? "?"
const ofPython = new Set(data.ofPython)
const freeWords = (message, fixed) => new Set(namesIn(message).filter((n) => !fixed.includes(n)))

class Messages {
  constructor(documents) {
    this.known = documents
      .flatMap((document) => document.messages.map((message) => ({ document, message })))
      .map((known) => ({ ...known, words: fixedWords(known.message) }))
      .filter((known) => known.words.length)
    const counts = new Map()
    for (const { words } of this.known)
      for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1)
    this.tells = new Map(
      [...counts].map(([word, n]) => [word, Math.log(1 + this.known.length / n)]),
    )
    for (const known of this.known) {
      known.all = this.sumOf(known.words)
      known.rarest = known.words.reduce((a, b) => (this.tells.get(b) > this.tells.get(a) ? b : a))
      known.key = known.words.every((word) => ofPython.has(word)) ? lastName(known.message) : ""
      known.free = freeWords(known.message, known.words)
    }
  }

  /* The entries that know a message, the best first. */
  explain(message) {
    const pasted = fixedWords(message)
    const there = new Set(pasted)
    const last = lastName(message)
    const free = freeWords(message, pasted)
    const least = (known) => Math.max(data.least, data.enough * known.all)
    const likely = this.known
      .map((known) => ({ known, shared: this.sumOf(known.words.filter((w) => there.has(w))) }))
      .filter(
        ({ known, shared }) =>
          shared >= least(known) &&
          there.has(known.rarest) &&
          ["", last].includes(known.key) &&
          !this.isAside(known, there),
      )
      .sort((a, b) => b.shared - a.shared)
      .slice(0, data.likeliest)
    const best = new Map()
    for (const { known } of likely) {
      const held = this.inOrder(known.words, pasted)
      if (held < least(known)) continue
      const { document } = known
      const same = [...known.free].filter((name) => free.has(name)).length
      const about = document.name.startsWith("errors/") ? data.ofErrors : 1
      const score = ((held * held) / known.all + data.ofFree * same) * about
      if (!(best.get(document.name)?.score >= score))
        best.set(document.name, { document, score, line: { kind: "message", text: known.message } })
    }
    return [...best.values()].sort((a, b) => b.score - a.score)
  }

  isAside(known, there) {
    const same = new Set(known.words.filter((word) => there.has(word))).size
    return known.all < data.short && 2 * same < there.size
  }

  sumOf(words) {
    return words.reduce((all, word) => all + this.tells.get(word), 0)
  }

  inOrder(words, pasted) {
    let row = new Array(pasted.length + 1).fill(0)
    for (const word of words) {
      const above = row
      row = [0]
      pasted.forEach((other, place) => {
        const taken = word === other ? above[place] + this.tells.get(word) : 0
        row.push(Math.max(taken, above[place + 1], row[place]))
      })
    }
    return row.at(-1)
  }
}

