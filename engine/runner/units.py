"""What the system's own scheduler needs to keep `jalon schedule run` going: a unit of systemd, or words for others."""

import sys
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from xml.sax.saxutils import escape

NAME = "jalon-schedule"


class System(StrEnum):
    """A kind of system, by its scheduler."""

    LINUX = "linux"
    MACOS = "macos"
    WINDOWS = "windows"


@dataclass(frozen=True, slots=True)
class Unit:
    """A file for the scheduler, where it belongs (empty where there is none), and how it is switched on."""

    path: str
    content: str
    steps: tuple[str, ...]


def this_system() -> System:
    """The kind of system that this is."""
    return {"darwin": System.MACOS, "win32": System.WINDOWS}.get(sys.platform, System.LINUX)


def unit_for(system: System, program: Path, workspace: Path) -> Unit:
    """The unit that keeps the launches of a workspace going from log-in to log-out."""
    arguments = (str(program), "schedule", "run", "--workspace", str(workspace))
    if system is System.MACOS:
        return _launchd(arguments)
    return _tasks(arguments) if system is System.WINDOWS else _systemd(arguments)


def _systemd(arguments: tuple[str, ...]) -> Unit:
    content = f"""[Unit]
Description=Launches of the campaigns that Jalon has published

[Service]
ExecStart={" ".join(_quoted(one) for one in arguments)}
Restart=on-failure
RestartSec=10

[Install]
WantedBy=default.target
"""
    steps = (
        "systemctl --user daemon-reload",
        f"systemctl --user enable --now {NAME}.service",
        "loginctl enable-linger    # so that it also runs while nobody is logged in",
    )
    return Unit(f"~/.config/systemd/user/{NAME}.service", content, steps)


def _quoted(text: str) -> str:
    """One word of a command line of systemd: quotes, backslashes, % and $ mean themselves."""
    for special, plain in (("\\", "\\\\"), ('"', '\\"'), ("%", "%%"), ("$", "$$")):
        text = text.replace(special, plain)
    return f'"{text}"'


def _launchd(arguments: tuple[str, ...]) -> Unit:
    words = "\n".join(f"        <string>{escape(one)}</string>" for one in arguments)
    content = f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
    <key>Label</key>
    <string>{NAME}</string>
    <key>ProgramArguments</key>
    <array>
{words}
    </array>
    <key>RunAtLoad</key>
    <true/>
    <key>KeepAlive</key>
    <dict>
        <key>SuccessfulExit</key>
        <false/>
    </dict>
</dict>
</plist>
"""
    path = f"~/Library/LaunchAgents/{NAME}.plist"
    return Unit(path, content, (f"launchctl load -w {path}",))


def _tasks(arguments: tuple[str, ...]) -> Unit:
    program, *rest = arguments
    command = " ".join([f'\\"{program}\\"', *rest[:-1], f'\\"{rest[-1]}\\"'])
    step = f'schtasks /Create /TN {NAME} /SC ONLOGON /TR "{command}"'
    return Unit("", "", (step, f"schtasks /Run /TN {NAME}"))
