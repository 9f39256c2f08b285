"""Load over HTTP by wrk, and what the processes behind it spent."""

import dataclasses
import pathlib
import subprocess

from lib.processes import ToolError

HERE = pathlib.Path(__file__).parent
TICKS_PER_SECOND = 100


@dataclasses.dataclass
class Rate:
    """One measurement: how many a second, and how long half and nearly all took."""

    per_second: float
    p50_ms: float
    p99_ms: float
    cpu_us: float | None = None


def wrk(url, script, arguments, connections, seconds):
    """Runs wrk with a script; one wrong answer fails the bench."""
    threads = min(2, connections)
    command = ["wrk", f"-t{threads}", f"-c{connections}", f"-d{seconds}s", "--timeout", "10s"]
    command += ["-s", str(HERE / script), url, "--", *map(str, arguments)]
    if script == "act.lua":
        command.append(str(threads))
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    found = [line.split()[1:] for line in done.stdout.splitlines() if line.startswith("@@ ")]
    if done.returncode != 0 or not found:
        raise ToolError(f"wrk failed:\n{done.stdout}{done.stderr}")
    requests, errors, duration, p50, p99 = map(float, found[0])
    if errors or not requests:
        raise ToolError(f"{int(errors)} of {int(requests)} answers to {script} were wrong")
    return int(requests), Rate(requests / (duration / 1e6), p50 / 1000, p99 / 1000)


def cpu_ticks(pid):
    """What a process and its threads have used so far."""
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return int(fields[11]) + int(fields[12])


def memory_mb(pid):
    """The most memory that a process has held."""
    for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) / 1024
    raise ToolError("no memory figure for the server")


def measured(pid, load):
    """Runs a load and adds the server's processor time for each request."""
    before = cpu_ticks(pid)
    requests, rate = load()
    rate.cpu_us = (cpu_ticks(pid) - before) / TICKS_PER_SECOND * 1e6 / requests
    return rate


def middle(rates):
    """The round in the middle by rate: robust against one disturbed round."""
    return sorted(rates, key=lambda rate: rate.per_second)[len(rates) // 2]
