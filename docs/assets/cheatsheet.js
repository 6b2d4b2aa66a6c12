/* Material's search dialog has no accessible name of its own. */
for (const dialog of document.querySelectorAll("[role=dialog]:not([aria-label])")) {
  dialog.setAttribute("aria-label", "Search")
}

/* Its navigation names a section after a label that holds an icon only. */
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
