"""Draw what an entry left."""
