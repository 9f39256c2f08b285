"""Documents of the office in the hands of verifiers from outside."""
