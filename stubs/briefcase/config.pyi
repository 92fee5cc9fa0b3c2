from pathlib import Path
from typing import Any

from briefcase.console import Console

def parse_config(
    config_file: Path, platform: str, output_format: str, console: Console
) -> tuple[dict[str, Any], dict[str, dict[str, Any]]]: ...

class GlobalConfig:
    def __init__(self, **kwargs: Any) -> None: ...

class DraftAppConfig:
    formal_name: str
    module_name: str
    requires: list[str]
    sources: list[str]
    icon: str
    document_types: dict[str, dict[str, Any]]
    def __init__(self, **kwargs: Any) -> None: ...
