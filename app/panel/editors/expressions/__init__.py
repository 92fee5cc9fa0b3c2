"""The expression editor: highlighting, completion, signature help, errors underlined where they are."""

from app.panel.editors.expressions.editor import ExpressionEditor

__all__ = ["ExpressionEditor"]
