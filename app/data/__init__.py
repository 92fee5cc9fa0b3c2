"""The data of the workspace: files brought in and repaired, tables, keys, links and targeting dimensions."""
