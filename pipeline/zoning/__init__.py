"""Which lines of a page are the article: clutter, captions, datelines, title, body."""
