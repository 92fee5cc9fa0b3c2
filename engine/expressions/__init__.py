"""The expression language: parse, check types, compile; the function catalogue as data."""
