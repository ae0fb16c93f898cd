"""A Spark that answers: a local one, or that of a cluster."""

from __future__ import annotations

import shutil
from typing import Any

from compliance.errors import Fault, UsageError
from compliance.fleet.extras import need


def session_of(master: str) -> Any:
    """A session of Spark. Raises `UsageError` where Java or Spark is missing."""
    need("pyspark")
    if shutil.which("java") is None:
        fault = Fault(
            None, "Spark needs Java, and there is none here", "install e.g. openjdk-17-jre-headless"
        )
        raise UsageError(fault)
    sql = need("pyspark.sql")
    builder = sql.SparkSession.builder.master(master).appName("compliance")
    settings = {
        "spark.ui.enabled": "false", "spark.sql.shuffle.partitions": "2", "spark.driver.memory": "4g",
        "spark.sql.execution.arrow.pyspark.enabled": "true", "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1", "spark.ui.showConsoleProgress": "false",
    }  # fmt: skip
    for name, value in settings.items():
        if master.startswith("local") or not name.startswith("spark.driver"):
            builder = builder.config(name, value)
    made = builder.getOrCreate()
    made.sparkContext.setLogLevel("ERROR")
    return made
