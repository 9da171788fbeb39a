"""The stages: one file, one class, one job."""
