"""Answers jobs, one JSON object a line: loads the two tables, or writes the results of queries as Parquet."""

import json
import sys

from pyspark.sql import SparkSession

spark = (
    SparkSession.builder.master("local[2]")
    .config("spark.ui.enabled", "false")
    .config("spark.ui.showConsoleProgress", "false")
    .config("spark.driver.host", "127.0.0.1")
    .config("spark.driver.bindAddress", "127.0.0.1")
    .config("spark.driver.memory", "3g")
    # Joins go through exchanges between parts, as on many machines: no table is small enough to be sent to all.
    .config("spark.sql.autoBroadcastJoinThreshold", "-1")
    .config("spark.sql.shuffle.partitions", "4")
    .config("spark.sql.adaptive.enabled", "false")
    # Queries of many rules are longer than what one generated method may be.
    .config("spark.sql.codegen.wholeStage", "false")
    .getOrCreate()
)
print(json.dumps({"version": spark.version}), flush=True)

# Parts that do not match: a household's persons are spread over others than its own.
parts = {"household": 3, "person": 5}

for line in sys.stdin:
    job = json.loads(line)
    try:
        for name, path in job.get("load", {}).items():
            spark.catalog.dropTempView(name)
            spark.read.parquet(path).repartition(parts[name]).createOrReplaceTempView(name)
        for query in job.get("queries", []):
            spark.sql(query["sql"]).write.mode("overwrite").parquet(query["to"])
        print("{}", flush=True)
    except Exception as error:
        print(json.dumps({"error": str(error)[:2000]}), flush=True)
