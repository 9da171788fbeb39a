"""Names of people read: parts, gender, one person behind many spellings; and posts."""
