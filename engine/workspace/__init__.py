"""The workspace folder: documents, versions, schemas, audiences, runs, and which stored tables are current."""
