"""The record for machines: data, feeds, calendars and citations, as bytes. Nothing here writes."""
