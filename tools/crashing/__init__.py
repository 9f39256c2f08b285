"""The crash test: an office at work, and what must be there after it was killed."""
