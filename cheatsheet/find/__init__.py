"""From what a reader types to the entry that answers: words, index, ranking; site and terminal."""
