"""The name and version that every record carries."""

NAME = "vstrecha"
VERSION = "0.1.0"
