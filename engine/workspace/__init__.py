"""The workspace folder: documents, versions, schemas, audiences, runs, and which stored tables are current."""

from engine.workspace.audiences import SavedAudience
from engine.workspace.datasets import LoadRecord, RejectedLine, StoredTable
from engine.workspace.folder import Workspace

__all__ = ["LoadRecord", "RejectedLine", "SavedAudience", "StoredTable", "Workspace"]
