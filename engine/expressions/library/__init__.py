"""The functions of the language, one module per kind; `engine.expressions.functions` puts them together."""
