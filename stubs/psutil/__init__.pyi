from typing import NamedTuple

class Connection(NamedTuple):
    fd: int
    family: int
    type: int
    laddr: tuple[str, int]
    raddr: tuple[str, int] | tuple[()]
    status: str

class Process:
    def __init__(self, pid: int | None = None) -> None: ...
    def net_connections(self, kind: str = "inet") -> list[Connection]: ...
