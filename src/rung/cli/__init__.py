"""The command line: parse, call one function of ``rung.app``, show."""
