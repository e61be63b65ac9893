"""Résumés that come as data: each format told as a JSON Resume object, nothing invented."""
