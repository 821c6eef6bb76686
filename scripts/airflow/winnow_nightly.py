"""Winnow every night: profile, prepare, plan, train, evaluate, publish, verify.

One file for Airflow 2.10 and 3.x; README.md beside it tells how to install, connect, back-fill and
alert. The interval of a run is the day of its logical date, on which its data interval begins, so
that a task that runs again, tonight or in a back-fill, works on the same data under the same name.

What the DAG needs to know is read from the environment of the scheduler and the workers, or from a
JSON file beside this one with its name, as winnow_nightly.json: {"config": "/srv/adult.yaml", ...}.
A copy of this file under another name, with its own JSON file, is the DAG of another pipeline.

WINNOW_CONFIG      pipeline file, as the driver reads it (required)
WINNOW_JAR         the jar that is submitted (required)
WINNOW_ROOT        where runs are; default: root of the pipeline file
WINNOW_SETTINGS    further settings, as "source.path=s3a://in/{interval} training.epochs=5"
WINNOW_SCHEDULE    cron expression; default: 0 3 * * *
WINNOW_TIMEZONE    of the schedule; default: UTC
WINNOW_START       first day that may be back-filled; default: 2026-01-01
WINNOW_CONNECTION  Airflow's connection to Spark; default: spark_default
WINNOW_SUBMIT      spark-submit, if it is not on the PATH
WINNOW_OPTIONS     further arguments of SparkSubmitOperator as JSON, as {"executor_memory": "4g"}
WINNOW_PLAN        what the workers run on; default: --cpu-memory 2g
WINNOW_POOL        pool that training takes a slot of; default: default_pool
"""

from __future__ import annotations

import inspect
import json
import logging
import os
import re
import shlex
import subprocess
import tempfile
import urllib.request
from datetime import timedelta
from pathlib import Path

import airflow
import pendulum
from airflow.providers.apache.spark.operators.spark_submit import SparkSubmitOperator

try:
    from airflow.sdk import DAG, Asset, task
except ImportError:  # 2.10
    from airflow.datasets import Dataset as Asset
    from airflow.decorators import task
    from airflow.models.dag import DAG
try:
    from airflow.sdk import BaseHook, CronDataIntervalTimetable
    from airflow.sdk.exceptions import AirflowException, AirflowFailException
except ImportError:  # Before 3.2
    from airflow.exceptions import AirflowException, AirflowFailException
    from airflow.hooks.base import BaseHook
    from airflow.timetables.interval import CronDataIntervalTimetable

LOG = logging.getLogger(__name__)
NAME = Path(__file__).stem
OWN = Path(__file__).with_suffix(".json")
SETTINGS = json.loads(OWN.read_text(encoding="utf-8")) if OWN.exists() else {}
MAIN_CLASS = "io.winnow.cli.Winnow"
# Bad usage, bad data, does not fit, diverged, refused by a gate: the same again would end the same.
FINAL_EXIT_CODES = {2, 3, 4, 5, 6}
# A multiplier since 3.2, a switch before.
BACKOFF = 2.0 if tuple(map(int, airflow.__version__.split(".")[:2])) >= (3, 2) else True
# The logical date of a scheduled or back-filled run is the begin of its data interval. A run that was
# triggered without one has to name its interval.
INTERVAL = "{{ params.interval or ds }}"
RUN = "{{ ti.xcom_pull(task_ids='attempt') }}"
# Arguments of the operator that a plan replaces.
PLANNED = {"driver_memory", "executor_cores", "executor_memory", "num_executors", "total_executor_cores"}
# What spark-submit would otherwise not know; the plan adds its own.
SPARK_CONF = {
    "spark.standalone.submit.waitAppCompletion": "true",
    "spark.executorEnv.OMP_NUM_THREADS": "1",
    "spark.executor.defaultJavaOptions": "-Dorg.bytedeco.javacpp.cachedir=/tmp/winnow-javacpp"
    " -Dorg.deeplearning4j.spark.time.TimeSource=org.deeplearning4j.spark.time.SystemClockTimeSource",
}


def setting(name: str, default: str = "") -> str:
    return SETTINGS.get(name.lower(), os.environ.get(f"WINNOW_{name}", default))


def pipeline_options() -> list[str]:
    """What every command takes to find the pipeline and its runs."""
    options = ["--config", setting("CONFIG")]
    return [*options, "--root", setting("ROOT")] if setting("ROOT") else options


def overrides() -> list[str]:
    return [part for each in shlex.split(setting("SETTINGS")) for part in ("--set", each)]


def spark_submit() -> str:
    return setting("SUBMIT", "spark-submit")


def winnow(*arguments: str) -> dict:
    """The JSON document of a command that needs no cluster: it runs beside this task."""
    command = [spark_submit(), "--master", "local[1]", "--class", MAIN_CLASS, setting("JAR")]
    ended = subprocess.run(
        [*command, *arguments, "--output", "json"], capture_output=True, text=True, check=False
    )
    lines = ended.stderr.splitlines()
    for line in lines:
        LOG.info("%s", line)
    if ended.returncode == 0:
        return json.loads(ended.stdout)
    why = next((line for line in lines if line.startswith("error: ")), "no message")
    failure = AirflowFailException if ended.returncode in FINAL_EXIT_CODES else AirflowException
    raise failure(f"winnow {arguments[0]} ended with exit code {ended.returncode}: {why}")


def alert(context: dict) -> None:
    """Tells of a task that is not tried again: in the log, and to the webhook of `winnow_alerts`."""
    instance = context["task_instance"]
    text = f"{instance.dag_id}.{instance.task_id} failed in {context['run_id']}: {context.get('exception')}"
    LOG.error("%s", text)
    try:
        url = BaseHook.get_connection("winnow_alerts").password
    except Exception:  # Airflow 2.10 and 3 raise different ones where there is no such connection.
        return
    request = urllib.request.Request(
        url, json.dumps({"text": text}).encode(), {"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=10):
        pass


class WinnowOperator(SparkSubmitOperator):
    """A Winnow command on the cluster; an exit code that would come again is not tried again."""

    def __init__(self, *, command: str, arguments: list[str], conf: dict | None = None, **kwargs):
        options = json.loads(setting("OPTIONS", "{}"))
        if conf is not None:
            options = {key: value for key, value in options.items() if key not in PLANNED}
        super().__init__(
            task_id=command,
            name=f"winnow {command} {INTERVAL}",
            application=setting("JAR"),
            java_class=MAIN_CLASS,
            application_args=[command, *pipeline_options(), *overrides(), *arguments],
            conn_id=setting("CONNECTION", "spark_default"),
            spark_binary=spark_submit(),
            conf=SPARK_CONF if conf is None else conf,
            **{**options, **kwargs},
        )

    def execute(self, context):
        try:
            # As Airflow made it, without the guard around it: in 2.10 that one warns of any call by
            # a subclass.
            return inspect.unwrap(SparkSubmitOperator.execute)(self, context)
        except AirflowException as failed:
            code = re.search(r"Error code is: (\d+)", str(failed))
            if code and int(code.group(1)) in FINAL_EXIT_CODES:
                raise AirflowFailException(f"exit code {code.group(1)}: {failed}") from failed
            raise


@task
def attempt(interval: str) -> str:
    """Id of the attempt that `prepare` has made; all later tasks name it."""
    found = winnow("runs", "list", *pipeline_options(), "--interval", interval)
    prepared = [run for run in found["runs"] if run["rows"] is not None]
    if not prepared:
        raise AirflowFailException(f"no run for interval {interval} is prepared")
    return prepared[-1]["id"]


@task
def plan(run: str) -> dict:
    """Spark settings for the training of a run, from the memory that its network needs."""
    with tempfile.TemporaryDirectory() as folder:
        file = os.path.join(folder, "plan.properties")
        device = shlex.split(setting("PLAN", "--cpu-memory 2g"))
        winnow("plan", *pipeline_options(), *overrides(), "--run", run, *device, "--properties", file)
        with open(file, encoding="utf-8") as lines:
            settings = [line.split(None, 1) for line in lines if line.startswith("spark.")]
    return {**SPARK_CONF, **{key: value.strip() for key, value in settings}}


@task(trigger_rule="all_done", outlets=[Asset(f"winnow://{NAME}")])
def verify(interval: str) -> dict:
    """Believes the manifest, not the tasks: green only when readers follow a whole run of tonight.

    It runs when tasks before it have failed too, and then tells why. Its event on the asset is
    what pipelines behind this one should wait for.
    """
    runs = winnow("runs", "list", *pipeline_options(), "--interval", interval)["runs"]
    tried = [run for run in runs if run["status"] != "profiled"] or runs
    if not tried:
        raise AirflowFailException(f"no run for interval {interval}")
    newest = tried[-1]
    shown = winnow("runs", "show", newest["id"], *pipeline_options())
    error = shown["manifest"]["error"]
    if newest["status"] != "published":
        why = error["message"] if error else "see the tasks before this one"
        raise AirflowFailException(f"run {newest['id']} is {newest['status']}: {why}")
    winnow("runs", "verify", newest["id"], *pipeline_options())
    if not newest["current"]:
        LOG.warning("%s is published and whole, but readers follow another run", newest["id"])
    LOG.info("%s is published: %s", newest["id"], newest["metric"])
    return {"run": newest["id"], "rows": newest["rows"], "metric": newest["metric"]}


with DAG(
    dag_id=NAME,
    description="Cleans a table, trains a network on it with Spark, and publishes what is good.",
    # Not a bare cron string: with it, Airflow 3 makes intervals that begin and end at one moment.
    schedule=CronDataIntervalTimetable(
        setting("SCHEDULE", "0 3 * * *"), timezone=setting("TIMEZONE", "UTC")
    ),
    start_date=pendulum.parse(setting("START", "2026-01-01"), tz=setting("TIMEZONE", "UTC")),
    catchup=False,
    max_active_runs=1,
    params={"interval": ""},
    default_args={
        "retries": 2,
        "retry_delay": timedelta(minutes=5),
        "retry_exponential_backoff": BACKOFF,
        "max_retry_delay": timedelta(hours=1),
        "execution_timeout": timedelta(hours=6),
        "on_failure_callback": alert,
    },
    tags=["winnow"],
    doc_md=__doc__,
) as dag:
    profiled = WinnowOperator(command="profile", arguments=["--interval", INTERVAL])
    prepared = WinnowOperator(command="prepare", arguments=["--interval", INTERVAL])
    run = attempt(INTERVAL)
    planned = plan(run)
    trained = WinnowOperator(
        command="train",
        arguments=["--run", RUN],
        conf=planned,
        pool=setting("POOL", "default_pool"),
    )
    evaluated = WinnowOperator(command="evaluate", arguments=["--run", RUN])
    published = WinnowOperator(command="publish", arguments=["--run", RUN])
    profiled >> prepared >> run >> planned >> trained >> evaluated >> published >> verify(INTERVAL)
