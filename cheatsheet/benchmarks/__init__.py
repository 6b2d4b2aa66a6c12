"""CPU against GPU: what is timed, how, what is kept of it, and the page that shows it."""
