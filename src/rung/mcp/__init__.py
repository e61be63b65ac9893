"""The assistant's door: typed tools over MCP, each one function of `app`."""
