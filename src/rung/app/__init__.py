"""Use cases: what the command line, web pages and notebooks all call."""
