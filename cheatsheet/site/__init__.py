"""What the builder of the site needs: pages, official links, the API index, formulas, colours."""
