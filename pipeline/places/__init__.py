"""Finding places in a text: registry names, patterns with a head noun, what both leave over."""
