"""An engine's document as the canvas sees it: the only room that knows both."""

from app.graph.adapter import GraphAdapter

__all__ = ["GraphAdapter"]
