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
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]")
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault()
    find.querySelector("input").select()
  }
})

/* A link to a search: page.html?query=words */
const asked = new URLSearchParams(location.search).get("query")
if (asked) {
  find.querySelector("input").value = asked
  find.querySelector("input").focus()
}
