"""The web app: parse, call one function of app, show."""
