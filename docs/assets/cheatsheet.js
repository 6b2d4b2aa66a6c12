/* Material's search dialog has no accessible name of its own. */
for (const dialog of document.querySelectorAll("[role=dialog]:not([aria-label])")) {
  dialog.setAttribute("aria-label", "Search")
}
