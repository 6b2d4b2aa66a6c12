/* Material's navigation names a section after a label that holds an icon only. */
for (const nav of document.querySelectorAll("nav[aria-labelledby]")) {
  const label = document.getElementById(nav.getAttribute("aria-labelledby"))
  const title = nav.querySelector(".md-nav__title")
  if (label && title && !label.textContent.trim()) {
    nav.removeAttribute("aria-labelledby")
    nav.setAttribute("aria-label", `Pages of ${title.textContent.trim()}`)
  }
}

/* Each code block gets a bar with one copy button when it comes into view; a bar of one is no landmark. */
new MutationObserver(() => {
  for (const bar of document.querySelectorAll(".md-code__nav:not([role])")) {
    bar.setAttribute("role", "presentation")
  }
}).observe(document.body, { childList: true, subtree: true })

/* The search is loaded when a reader comes to its box: by a click, by Tab or by `/`. */
const assets = new URL(".", document.currentScript.src)
const find = document.querySelector(".find")
find.addEventListener(
  "focusin",
  () => {
    const script = document.createElement("script")
    script.src = new URL("search.js", assets)
    document.head.append(script)
  },
  { once: true },
)
/* Keys, where nothing is typed: `/` searches, `j` and `k` go to the next and the previous entry, `c` copies the one in view. */
const entries = [...document.querySelectorAll(".entry")]
const inView = () => entries.findLastIndex((entry) => entry.getBoundingClientRect().top < innerHeight / 3)
const goTo = (entry) => {
  if (!entry) return
  const heading = entry.querySelector("h2")
  heading.tabIndex = -1
  heading.scrollIntoView()
  heading.focus({ preventScroll: true })
}
const keys = {
  "/": () => find.querySelector("input").select(),
  j: () => goTo(entries[inView() + 1]),
  k: () => goTo(entries[inView() - 1]),
  c: () => entries[inView()]?.querySelector(".md-clipboard, .md-code__button")?.click(),
}
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]")
  if (!keys[event.key] || typing || event.ctrlKey || event.metaKey || event.altKey) return
  event.preventDefault()
  keys[event.key]()
})

/* A link to a search: page.html?query=words */
const asked = new URLSearchParams(location.search).get("query")
if (asked) {
  find.querySelector("input").value = asked
  find.querySelector("input").focus()
}

/* The line of a card is copied by a click or a key. */
async function copyLine(event) {
  const line = event.target.closest?.(".card__line")
  const typed = event.type === "click" || event.key === "Enter" || event.key === " "
  if (!line || !typed || String(getSelection())) return
  event.preventDefault()
  await navigator.clipboard.writeText(line.innerText)
  line.dataset.copied = ""
  setTimeout(() => delete line.dataset.copied, 1500)
}
for (const line of document.querySelectorAll(".card__line")) {
  line.tabIndex = 0
  line.setAttribute("role", "button")
  line.title = "Copy"
}
document.addEventListener("click", copyLine)
document.addEventListener("keydown", copyLine)

/* A slider shows the picture of its value, and says it; the others are fetched when a reader comes to it. */
for (const slider of document.querySelectorAll(".slider")) {
  const frames = JSON.parse(slider.dataset.frames)
  const [image, input, output] = ["img", "input", "output"].map((tag) => slider.querySelector(tag))
  const source = ({ path }) => `../${path}`
  const show = () => {
    const frame = frames[input.value]
    image.src = source(frame)
    image.alt = output.textContent = frame.said
    input.setAttribute("aria-valuetext", frame.said)
  }
  input.parentElement.hidden = false
  input.setAttribute("aria-valuetext", frames[0].said)
  input.addEventListener("input", show)
  const fetchAll = () => frames.forEach((frame) => (new Image().src = source(frame)))
  for (const kind of ["focus", "pointerenter"]) input.addEventListener(kind, fetchAll, { once: true })
}
