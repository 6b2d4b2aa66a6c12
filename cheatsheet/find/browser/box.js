/* The box in the head of the page: what is typed is answered by a list of entries, best first. */

const home = new URL("../", document.currentScript.src)
const box = document.querySelector(".find")
const input = box.querySelector("input")
const panel = box.querySelector(".find__panel")
const list = box.querySelector("[data-search-results]")
const readLine = box.querySelector(".find__read")
const count = box.querySelector("[role=status]")
const documents = data.documents.name.map((_, id) =>
  Object.fromEntries(Object.entries(data.documents).map(([field, all]) => [field, all[id]])),
)
const ranking = new Ranking(documents)

const element = (name, className, text) => {
  const made = document.createElement(name)
  made.className = className
  made.textContent = text
  return made
}

/* As `catalog.place_of`. */
const addressOf = (name) => {
  const parts = name.split("/")
  const anchor = parts.pop()
  return `${parts.length > 1 ? parts.join("/") : `${parts[0]}/index`}.html#${anchor}`
}

const item = ({ document: found, line }) => {
  const link = element("a", "find__link", "")
  link.href = new URL(addressOf(found.name), home)
  link.append(
    element("span", "find__heading", found.heading),
    element("span", "find__page", found.page),
    element("span", "find__for", found.summary),
  )
  if (found.call) link.append(element("code", "find__call", found.call))
  if (line?.kind === "message") link.append(element("span", "find__message", line.text))
  const row = document.createElement("li")
  row.append(link)
  return row
}

const say = (number, typed) => {
  if (number) return `${number} ${number === 1 ? "entry" : "entries"}, best first`
  if (isPasted(typed)) return "This message is not known here. Another library may have raised it."
  return typed.trim() ? "Nothing found. Try other words, a name, or the words of the message." : ""
}

const open = (shown) => {
  panel.hidden = !shown
}

/* Answer a text, and return its line that was read: all of a question, one line of a traceback. */
const answer = (typed) => {
  const { read, hits } = ranking.answer(typed)
  const line = isPasted(typed) ? read.split("\n")[0] : typed.trim()
  list.replaceChildren(...hits.map(item))
  count.textContent = say(hits.length, typed)
  readLine.hidden = !hits.length || line === typed.trim()
  readLine.textContent = `Read: ${line}`
  open(Boolean(typed.trim()))
  return line
}

/* An input holds one line and joins what is pasted: keep the lines, show the one that is read. */
const paste = (event) => {
  const text = event.clipboardData.getData("text")
  if (!text.trim().includes("\n")) return
  event.preventDefault()
  input.value = answer(text)
}

const move = (step) => {
  const stops = [input, ...list.querySelectorAll("a")]
  const next = stops[stops.indexOf(document.activeElement) + step]
  if (next) next.focus()
}

ranking.fill().then(() => {
  input.addEventListener("input", () => answer(input.value))
  input.addEventListener("paste", paste)
  box.addEventListener("focusin", () => open(Boolean(input.value.trim())))
  box.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !box.contains(event.relatedTarget)) open(false)
  })
  document.addEventListener("pointerdown", (event) => {
    if (!box.contains(event.target)) open(false)
  })
  box.addEventListener("submit", (event) => {
    event.preventDefault()
    list.querySelector("a")?.click()
  })
  list.addEventListener("click", (event) => {
    if (event.target.closest("a")) open(false)
  })
  box.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) {
      event.preventDefault()
      move(step)
    } else if (event.key === "Escape" && !panel.hidden) {
      event.preventDefault() // the words stay
      input.focus()
      open(false)
    }
  })
  box.dataset.ready = "true"
  if (input.value) answer(input.value)
})

/* For tests, and for a console: what the box would answer. */
window.cheatsheet = { ...window.cheatsheet, ranking, words, readings, isPasted }
