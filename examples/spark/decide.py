"""Decides the households of a folder: makes its two tables, fills them, runs its query, writes the results."""

import json
import sys
from pathlib import Path

from pyspark.sql import SparkSession

folder = Path(sys.argv[1])
spark = (
    SparkSession.builder.appName("jingzhun")
    .config("spark.sql.warehouse.dir", str(folder / "warehouse"))
    # Small tables would be sent to every machine whole; here they are joined as large ones are.
    .config("spark.sql.autoBroadcastJoinThreshold", "-1")
    .getOrCreate()
)

for table in json.loads((folder / "tables.json").read_text()):
    name = table["name"]
    spark.sql(table["sql"])
    rows = spark.read.schema(spark.table(name).schema).json(str(folder / f"{name}.jsonl"))
    rows.write.insertInto(name)

results = spark.sql((folder / "query.sql").read_text())
results.write.json(str(folder / "results"))

plan = results._jdf.queryExecution().executedPlan().toString()
print(f"{plan.count('Exchange ')} exchanges between machines")
