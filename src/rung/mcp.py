"""The assistant's door: typed tools over MCP."""
