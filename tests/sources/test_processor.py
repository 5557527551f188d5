"""Who has the processor: what a job has used of it, and how it lets others go first."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from bot.sources.worker_pool.processor import effort_s, give_way, processor_s

linux = pytest.mark.skipif(sys.platform != "linux", reason="told by Linux alone")


@pytest.fixture
def process() -> Iterator[subprocess.Popen[bytes]]:
    with subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"]) as started:
        yield started
        started.send_signal(signal.SIGKILL)


@pytest.mark.parametrize(
    ("age_s", "used_s", "effort"),
    [
        (0.25, 0.25, 0.25),
        (0.8, 0.1, 0.2),  # it waits more than it works
        (0.4, 0.0, 0.1),  # it sleeps
        (0.4, None, 0.4),  # nobody tells
    ],
)
def test_a_job_is_judged_by_the_processor_time_that_it_used(
    age_s: float, used_s: float | None, effort: float
) -> None:
    assert effort_s(age_s, used_s) == effort


@linux
def test_processor_time_is_told_of_any_process():
    before, began = processor_s(os.getpid()), time.process_time()
    assert before is not None
    while time.process_time() - began < 0.1:
        pass
    assert (processor_s(os.getpid()) or 0) - before > 0.07


def test_of_a_process_that_is_gone_nothing_is_told(process: subprocess.Popen[bytes]):
    process.kill()
    process.wait()
    assert processor_s(process.pid) is None
    give_way(process.pid)


@linux
def test_who_gives_way_works_only_when_nobody_else_would(process: subprocess.Popen[bytes]):
    give_way(process.pid)
    assert os.sched_getscheduler(process.pid) == os.SCHED_IDLE
