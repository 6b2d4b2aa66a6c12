/* Know an error message by its fixed words. The same steps as `messages.py`, where they are
   explained; a test holds one against the other. */

const NAMED = new RegExp(data.named, "g")
const NAME = /(?<![A-Za-z0-9_])[A-Za-z_][A-Za-z0-9_]*(?:'t)?/g
const FREE = new RegExp(`^${data.free}$`)
const ONLY_TYPE = /^([A-Za-z0-9_]*Error): ['"]/
const SENTENCE = /(?<=[.!?])\s+(?=[A-Z(])/

const namesIn = (text) => (text.match(NAME) ?? []).map((name) => name.toLowerCase())
const fixedWords = (message) => {
  const found = namesIn(message.replace(NAMED, " "))
  const fixed = found.filter((word) => word.length > 1 && !FREE.test(word))
  const type = ONLY_TYPE.exec(message)
  return (fixed.length ? fixed : type ? [type[1]] : []).slice(0, data.longest)
}
const beginnings = (message) =>
  [...new Set([message, message.split(SENTENCE)[0]])].map(fixedWords).filter((ws) => ws.length)
const lastName = (message) => [...message.matchAll(/'([^'\n]*)'/g)].at(-1)?.[1] ?? "?"
const ofPython = new Set(data.ofPython)
const freeWords = (message) => {
  const fixed = new Set(fixedWords(message))
  return namesIn(message)
    .filter((name) => !fixed.has(name))
    .slice(0, data.longest)
}

class Messages {
  constructor(documents) {
    this.known = documents
      .flatMap((document) => document.messages.map((message) => ({ document, message })))
      .flatMap((row) => beginnings(row.message).map((words) => ({ ...row, words })))
    const counts = new Map()
    for (const { words } of this.known)
      for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1)
    this.most = Math.log(1 + this.known.length)
    this.tells = new Map(
      [...counts].map(([word, n]) => [word, Math.log(1 + this.known.length / n)]),
    )
    for (const row of this.known) {
      row.told = this.sumOf(row.words)
      row.rarest = row.words.reduce((a, b) => (this.tells.get(b) > this.tells.get(a) ? b : a))
      row.key = row.words.every((word) => ofPython.has(word)) ? lastName(row.message) : ""
      const needsAll = row.key || row.words.length <= data.few
      const whole = needsAll ? row.told : data.enough * row.told
      row.least = (row.key ? whole : Math.max(data.least, whole)) - data.rounding
      row.free = freeWords(row.message)
    }
  }

  /* The entries that know a message, the best first. */
  explain(message) {
    const pasted = fixedWords(message)
    const there = new Set(pasted)
    const last = lastName(message)
    const free = freeWords(message)
    const told = this.sumOf(pasted)
    const foreign = data.ofOthers.filter((word) => there.has(word))
    const isLong = pasted.length >= data.fewestOfPart
    const ofPart = isLong ? Math.max(data.leastOfPart, data.ofPart * told) : Infinity
    const likely = []
    for (const row of this.known) {
      const most = this.sumOf(row.words.filter((word) => there.has(word)))
      const whole = this.canBeWhole(row, there) ? row.least : Infinity
      const least = Math.min(whole, row.key ? Infinity : ofPart)
      const isOurs = foreign.every((word) => row.words.includes(word))
      if (most >= least && ["", last].includes(row.key) && isOurs) likely.push({ row, most, least })
    }
    const best = new Map()
    for (const { row, least } of likely
      .sort((a, b) => b.most - a.most)
      .slice(0, data.likeliest)) {
      const held = inOrder(row.words, pasted, (word) => this.tells.get(word))
      if (held < least) continue
      const { document } = row
      let score = (held * held) / Math.min(row.told, told) - data.ofMissing * (row.told - held)
      score += data.ofFree * inOrder(row.free, free, () => 1)
      if (document.name.startsWith(data.errors)) score *= data.ofErrors
      if (!(best.get(document.name)?.score >= score))
        best.set(document.name, { document, score, line: { kind: "message", text: row.message } })
    }
    return [...best.values()].sort((a, b) => b.score - a.score)
  }

  canBeWhole(row, there) {
    const same = new Set(row.words.filter((word) => there.has(word))).size
    return there.has(row.rarest) && !(row.told < data.short && 2 * same < there.size)
  }

  sumOf(words) {
    return words.reduce((all, word) => all + (this.tells.get(word) ?? this.most), 0)
  }
}

const inOrder = (words, pasted, weight) => {
  let row = new Array(pasted.length + 1).fill(0)
  for (const word of words) {
    const above = row
    row = [0]
    pasted.forEach((other, place) => {
      const taken = word === other ? above[place] + weight(word) : 0
      row.push(Math.max(taken, above[place + 1], row[place]))
    })
  }
  return row.at(-1)
}
