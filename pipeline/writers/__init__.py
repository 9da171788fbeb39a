"""Writers: records, error rows and the summary, each write atomic."""
